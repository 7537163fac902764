"""The shape of the identify pack: by which small words and letters a language is told."""

import msgspec

from dragoman.packs.shapes.common import PackFile, Text


class WordFile(PackFile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``words.yaml``: languages by code, whether or not a pack reads them.

    ``languages`` gives the small words that are frequent in each and rare in the others, in lower case.
    ``scripts`` gives for the first word of a letter's Unicode name (``HANGUL``) the language written in it.
    """

    languages: dict[str, tuple[Text, ...]] = msgspec.field(default_factory=dict)
    scripts: dict[str, str] = msgspec.field(default_factory=dict)


class IdentifyPack(msgspec.Struct, frozen=True, kw_only=True):
    """What tells one language from another; each field is the file of that name."""

    words: WordFile = WordFile()
