"""The kinds of event: named in every language of the interface, alike to others, and with the parts of a label."""

import string
from typing import Any

import msgspec
import pytest

from dragoman.model.vocabulary import KINDS, Kind
from dragoman.packs.load import load_actors, load_kinds, wordings
from dragoman.packs.shapes.kinds import KindEntry, KindFile, KindPack

PACK = load_kinds()


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_named_in_every_language_of_the_interface(kind: Kind) -> None:
    entry = PACK.entry(kind)
    assert set(entry.labels) == set(wordings())
    assert set(entry.plurals) in (set(), set(wordings()))


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_not_told_to_be_like_itself_or_like_one_twice(kind: Kind) -> None:
    like = PACK.entry(kind).like
    assert kind not in like
    assert len(set(like)) == len(like)


@pytest.mark.parametrize("code", wordings())
def test_no_two_kinds_have_one_name(code: str) -> None:
    names = [entry.labels[code] for entry in PACK.kinds.kinds]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("code", wordings())
@pytest.mark.parametrize(
    ("form", "blanks"),
    [("sides", {"kind", "who"}), ("alone", {"kind", "who"}), ("delegation", {"state"}), ("between", set())],
)
def test_the_parts_of_a_label_have_their_blanks(code: str, form: str, blanks: set[str]) -> None:
    assert {name for _, name, _, _ in string.Formatter().parse(PACK.kinds.forms[code][form]) if name} == blanks


@pytest.mark.parametrize("code", wordings())
def test_states_with_an_article_are_states_and_have_one(code: str) -> None:
    states = [state for some in PACK.kinds.articles[code].values() for state in some]
    assert set(states) <= {state.code for state in load_actors().states.states}
    assert len(set(states)) == len(states)


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("summit", "bilateral", True),
        ("call", "placed", False),
        ("formation", "nature", "process"),
        ("election", "rare", True),
        ("meeting", "rare", False),
        ("press-conference", "lasts_days", 1),
    ],
)
def test_what_identity_and_verdict_hang_on(kind: Kind, field: str, value: object) -> None:
    assert getattr(PACK.entry(kind), field) == value


def test_a_kind_that_a_pack_lacks_has_no_entry() -> None:
    with pytest.raises(KeyError, match="summit"):
        KindPack().entry("summit")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"kind": "top"}, r"\$\.kind"),
        ({"lasts_days": -1}, r">= 0 - at `\$\.lasts_days"),
        ({"like": ["top"]}, r"\$\.like\[0\]"),
        ({"nature": "rare"}, r"\$\.nature"),
        ({"label": "top"}, "unknown field `label`"),
    ],
)
def test_a_faulty_entry_is_refused_with_its_field(changed: dict[str, Any], told: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=told):
        msgspec.convert({"kind": "summit", "labels": {"nl": "top"}} | changed, KindEntry)


def test_no_two_files_share_their_forms() -> None:
    one, other = KindFile(), KindFile()
    one.forms["nl"] = {}
    assert other.forms == {}
