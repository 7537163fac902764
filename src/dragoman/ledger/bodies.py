"""Nouns as the tables hold them whole: as JSON, compressed, since fields that say nothing take most of the room."""

import zlib
from typing import TypeVar

import msgspec

NounT = TypeVar("NounT")


def pack_body(noun: msgspec.Struct) -> bytes:
    """Returns a noun as a table holds it."""
    return zlib.compress(msgspec.json.encode(noun))


def unpack_body(body: bytes, decoder: "msgspec.json.Decoder[NounT]") -> NounT:
    """Returns the noun that a table holds.

    >>> from dragoman.model.mention import Place
    >>> unpack_body(pack_body(Place(name="Singapore")), msgspec.json.Decoder(Place)).name
    'Singapore'
    """
    return decoder.decode(zlib.decompress(body))
