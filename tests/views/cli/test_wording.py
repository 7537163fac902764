"""The wording of the interface: whole in every language, and all of it used."""

import re
from pathlib import Path
from string import Formatter
from typing import get_args

import msgspec
import pytest

import dragoman.views
from dragoman.errors import DragomanError
from dragoman.events.verdict import give, standing
from dragoman.model.changes import ChangeKind
from dragoman.model.check import DifferenceKind
from dragoman.model.vocabulary import CERTAINTIES, STATUSES, Evidentiality, LinkType, Stance
from dragoman.packs.load import load_kinds, load_wording, wordings
from dragoman.readers.calendar import STATUSES as STATUSES_OF_LINES
from dragoman.views.web.asking import PERIODS, SIGNS
from dragoman.views.web.worker import State

VIEWS = Path(dragoman.views.__file__).parent
CODE = "\n".join(path.read_text(encoding="utf-8") for end in ("py", "html") for path in VIEWS.rglob(f"*.{end}"))
SAID = set(re.findall(r"""["'](\w+)["']""", CODE))
VIA_STEP = {"added_step", "known_step", "coming", "undated", "past", "background"} | {
    *(f"change_{kind}" for kind in get_args(ChangeKind)),
    *(f"check_{kind}" for kind in get_args(DifferenceKind)),
    *(f"entry_{status}" for status in STATUSES_OF_LINES),
}
VIA_STEP |= {f"web_job_{state}" for state in get_args(State)}
VIA_STEP |= {f"web_view_{period}" for period in PERIODS} | {f"web_sign_{sign}" for sign in SIGNS}
"""Keys that are put together from a code, so that they do not stand in the code as they are."""
DUTCH = load_wording("nl")


def blanks(words: object) -> object:
    """Gives the names in braces of each text, in the shape that the texts have."""
    if isinstance(words, str):
        return {name for _, name, _, _ in Formatter().parse(words) if name is not None}
    if isinstance(words, dict):
        return {key: blanks(value) for key, value in words.items()}
    if isinstance(words, list | tuple):
        return [blanks(each) for each in words]
    return words


def test_the_interface_speaks_dutch_and_english() -> None:
    assert wordings() == ("en", "nl")
    assert set(wordings()) == set(load_kinds().kinds.forms)


@pytest.mark.parametrize("code", [code for code in wordings() if code != "nl"])
def test_every_language_says_the_same_things(code: str) -> None:
    leave_out = {"origin": "", "licence": ""}
    mine, theirs = (msgspec.to_builtins(wording) | leave_out for wording in (load_wording(code), DUTCH))
    mine["counts"], theirs["counts"] = (
        {key: many for key, (_, many) in each["counts"].items()} for each in (mine, theirs)
    )
    assert blanks(mine) == blanks(theirs)


@pytest.mark.parametrize("code", wordings())
def test_every_code_has_a_word(code: str) -> None:
    wording = load_wording(code)
    assert set(wording.statuses) == set(STATUSES)
    assert set(wording.stances) == set(get_args(Stance))
    assert set(wording.certainties) == set(CERTAINTIES)
    assert set(wording.evidentialities) == set(get_args(Evidentiality))
    assert set(wording.links) == set(get_args(LinkType))
    assert (len(wording.weekdays), len(wording.months), len(wording.months_short)) == (7, 12, 12)


@pytest.mark.parametrize("code", wordings())
def test_every_rule_of_the_verdict_is_explained(code: str) -> None:
    constants = [value for module in (give, standing) for value in vars(module).values()]
    rules = {value for value in constants if isinstance(value, str) and value.startswith("verdict.")}
    assert rules - set(load_wording(code).rules) == set()


def errors(kind: type[DragomanError]) -> set[type[DragomanError]]:
    return {kind}.union(*(errors(inner) for inner in kind.__subclasses__()))


@pytest.mark.parametrize("code", wordings())
def test_every_error_has_words(code: str) -> None:
    told = [
        kind for kind in errors(DragomanError) if kind.__module__ == DragomanError.__module__
    ]  # not those of training
    ends = {kind("").code for kind in told if not kind.__subclasses__()}
    assert ends - set(load_wording(code).errors) == set()


@pytest.mark.parametrize("part", ["labels", "counts", "dates"])
def test_no_words_lie_idle(part: str) -> None:
    assert [key for key in getattr(DUTCH, part) if key not in SAID and key not in VIA_STEP] == []


def test_no_key_is_missing() -> None:
    assert [key for key in re.findall(r"""\bsay\(\s*["'](\w+)["']""", CODE) if key not in DUTCH.labels] == []


@pytest.mark.parametrize("code", wordings())
def test_words_of_the_workshop_stay_off_the_screens(code: str) -> None:
    wording = load_wording(code)
    texts = [
        *wording.labels.values(),
        *wording.errors.values(),
        *(each for pair in wording.counts.values() for each in pair),
    ]
    said = re.sub(r"\{\w+\}", "", "\n".join([*texts, *(f"{rule.name} {rule.why}" for rule in wording.rules.values())]))
    assert re.findall(r"\b(?:ledger|chain|verdict|EDTF)\b", said) == []
