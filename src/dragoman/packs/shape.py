"""Which shape each pack file has: the folders of the packs, and the packs that gather their files."""

from collections.abc import Iterator
from typing import TypeVar, cast

import msgspec

from dragoman.errors import BadPack
from dragoman.packs.shapes.actors import ActorPack
from dragoman.packs.shapes.common import PackFile
from dragoman.packs.shapes.identify import IdentifyPack
from dragoman.packs.shapes.kinds import KindPack
from dragoman.packs.shapes.language import LanguagePack
from dragoman.packs.shapes.wording import Wording

Pack = LanguagePack | ActorPack | KindPack | IdentifyPack
"""A pack that gathers the files of one folder."""

PackT = TypeVar("PackT", bound=msgspec.Struct)

FOLDERS: dict[str, type[Pack]] = {"actors": ActorPack, "kinds": KindPack, "identify": IdentifyPack}
"""Folders that are one pack; every folder in ``languages`` is one too, of the shape ``LanguagePack``."""

WORDING = "wording"
"""The folder with one file of the shape ``Wording`` for each language of the interface."""


def file_shapes(pack: type[PackT]) -> dict[str, type[PackFile]]:
    """Gives the files of a pack, by their name without ``.yaml``, and the shape of each.

    >>> "abbreviations" in file_shapes(LanguagePack)
    True
    """
    found = ((field.name, field.type) for field in msgspec.structs.fields(pack))
    return {name: shape for name, shape in found if isinstance(shape, type) and issubclass(shape, PackFile)}


def shape_of(path: str) -> type[PackFile]:
    """Gives the shape of a pack file from its path below ``packs``, for example ``languages/nl/dates.yaml``.

    Raises `BadPack` for a file that no pack gathers.
    """
    *folders, name = path.removesuffix(".yaml").split("/")
    match folders:
        case [folder] if folder == WORDING:
            return Wording
        case ["languages", _]:
            shapes = file_shapes(LanguagePack)
        case [folder] if folder in FOLDERS:
            shapes = file_shapes(FOLDERS[folder])
        case _:
            shapes = {}
    if name not in shapes:
        known = ", ".join(f"{shape}.yaml" for shape in sorted(shapes)) or "none"
        raise BadPack("no pack has a file of this name", file=path, hint=f"known here: {known}")
    return shapes[name]


def walk(value: object) -> Iterator[msgspec.Struct]:
    """Gives every Struct inside a pack value, the outer before the inner, in the order of the file."""
    if isinstance(value, msgspec.Struct):
        yield value
        for name in value.__struct_fields__:
            yield from walk(getattr(value, name))
    elif isinstance(value, dict):
        for inner in cast("dict[object, object]", value).values():
            yield from walk(inner)
    elif isinstance(value, tuple | list):
        for inner in cast("tuple[object, ...]", value):
            yield from walk(inner)
