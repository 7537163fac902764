"""Which file has which shape, and how a pack is walked through."""

import re
from typing import Any

import msgspec
import pytest

from dragoman.errors import BadPack
from dragoman.packs.check import pack_paths
from dragoman.packs.load import load_kinds, load_language, load_wording
from dragoman.packs.shape import FOLDERS, file_shapes, shape_of, walk
from dragoman.packs.shapes.abbreviations import AbbreviationFile
from dragoman.packs.shapes.actors import StateFile
from dragoman.packs.shapes.common import PackFile
from dragoman.packs.shapes.cues import CueExample, EmbeddingFile, StatusCue, StatusFile, TriggerFile
from dragoman.packs.shapes.identify import WordFile
from dragoman.packs.shapes.kinds import KindEntry, KindFile
from dragoman.packs.shapes.language import LanguagePack
from dragoman.packs.shapes.wording import Wording


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("languages/nl/abbreviations.yaml", AbbreviationFile),
        ("languages/xx/abbreviations.yaml", AbbreviationFile),
        ("languages/nl/kinds.yaml", TriggerFile),
        ("kinds/kinds.yaml", KindFile),
        ("languages/nl/implicatives.yaml", EmbeddingFile),
        ("actors/states.yaml", StateFile),
        ("identify/words.yaml", WordFile),
        ("wording/nl.yaml", Wording),
        ("wording/xx.yaml", Wording),
    ],
)
def test_folder_and_name_give_the_shape(path: str, shape: type[PackFile]) -> None:
    assert shape_of(path) is shape


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("languages/nl/states.yaml", "abbreviations.yaml, acts.yaml"),
        ("languages/nl/deep/dates.yaml", "none"),
        ("actors/dates.yaml", "media.yaml, organisations.yaml, people.yaml, places.yaml, states.yaml"),
        ("languages/code.yaml", "none"),
        ("languages/nl/code.yaml", "abbreviations.yaml"),
        ("wording/nl/nl.yaml", "none"),
        ("kinds.yaml", "none"),
    ],
)
def test_a_file_that_no_pack_gathers_is_refused_with_those_that_one_does(path: str, known: str) -> None:
    with pytest.raises(BadPack) as caught:
        shape_of(path)
    assert caught.value.file == path
    assert f"known here: {known}" in str(caught.value.hint)


@pytest.mark.parametrize("path", pack_paths())
def test_every_file_of_the_packs_has_a_shape(path: str) -> None:
    assert issubclass(shape_of(path), PackFile)


@pytest.mark.parametrize("pack", [LanguagePack, *FOLDERS.values()], ids=lambda pack: pack.__name__)
def test_each_field_of_a_pack_but_a_languages_code_is_a_file(pack: Any) -> None:
    assert set(pack.__struct_fields__) - {"code"} == set(file_shapes(pack))


def test_the_outer_is_walked_before_the_inner_in_the_order_of_the_file() -> None:
    cues = tuple(
        StatusCue(id=f"nl.status.{name}", status="held", examples=(CueExample(text, "held"),))
        for name, text in (("first", "De top is geweest."), ("second", "Zij kwamen bijeen."))
    )
    file = StatusFile(origin="ours", cues=cues)
    assert list(walk(file)) == [file, cues[0], cues[0].examples[0], cues[1], cues[1].examples[0]]


@pytest.mark.parametrize("value", [None, 1, "de top", [], {}, ("a", 2), {"a": {"b": "c"}}], ids=repr)
def test_there_is_nothing_to_walk_in_plain_values(value: object) -> None:
    assert list(walk(value)) == []


def test_lists_and_mappings_are_walked_through() -> None:
    inner = KindEntry(kind="summit", labels={"nl": "top"})
    assert list(walk([{"a": (inner,)}, inner])) == [inner, inner]
    assert sum(isinstance(each, KindEntry) for each in walk(load_kinds())) == len(load_kinds().kinds.kinds)


@pytest.mark.parametrize(
    "file", [*(load_language("nl"),), load_kinds(), load_wording("nl")], ids=lambda f: type(f).__name__
)
def test_what_is_walked_is_all_that_a_pack_holds(file: msgspec.Struct) -> None:
    built = re.findall(r'"id":"(\w+(?:\.[\w-]+)+)"', msgspec.json.encode(file).decode())
    assert [getattr(each, "id", None) for each in walk(file) if "." in getattr(each, "id", "")] == built
