"""The tree of errors: what is drawn is what there is, and each error says where."""

import re
from pathlib import Path

import pytest

from dragoman import errors
from dragoman.errors import BadDate, DragomanError, InvalidInput, MalformedRecord, NotText, SkipReport, StopRun

ROOT = Path(__file__).parents[1]
KINDS = [thing for thing in vars(errors).values() if isinstance(thing, type) and issubclass(thing, DragomanError)]
LEAVES = [kind for kind in KINDS if not kind.__subclasses__()]


def drawn_tree() -> dict[str, str]:
    """Reads child → parent off the drawing in the module's docstring."""
    parents: dict[str, str] = {}
    above = {-1: "DragomanError"}
    for line in (errors.__doc__ or "").splitlines():
        drawn = re.match(r"^    ([│ ├└─]+)(\w+)", line)
        if drawn:
            depth = len(drawn[1]) // 4
            parents[drawn[2]] = above[-1] if depth == 1 else above[depth - 1]
            above[depth] = drawn[2]
    return parents


def test_the_drawing_is_the_tree() -> None:
    built = {kind.__name__: kind.__bases__[0].__name__ for kind in KINDS if kind is not DragomanError}
    assert drawn_tree() == built


@pytest.mark.parametrize("kind", LEAVES, ids=lambda kind: kind.__name__)
def test_every_error_says_what_to_do_next(kind: type[DragomanError]) -> None:
    assert sum(issubclass(kind, branch) for branch in (SkipReport, StopRun, InvalidInput)) == 1


def test_no_error_is_one_of_two_kinds() -> None:
    assert all(len(kind.__bases__) == 1 for kind in KINDS)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (NotText("a picture"), "a picture"),
        (NotText("a picture", file="a.txt"), "a.txt: a picture"),
        (MalformedRecord("no object", file="r.jsonl", line=3), "r.jsonl, line 3: no object"),
        (MalformedRecord("no object", file="r.jsonl", line=0), "r.jsonl, line 0: no object"),
        (BadDate("no month 13", hint="write 2018-12"), "no month 13 (write 2018-12)"),
        (
            DragomanError("no 25 hours", report="r1", offset=0, rule="nl.date.hour", hint="see the pack"),
            "report r1, character 0, rule nl.date.hour: no 25 hours (see the pack)",
        ),
    ],
)
def test_an_error_says_where(error: DragomanError, told: str) -> None:
    assert str(error) == told


def test_at_adds_the_place_and_keeps_what_was_known() -> None:
    error = MalformedRecord("no object", line=3)
    assert error.at(file="r.jsonl", line=9, report="r1", offset=0, rule="x.y") is error
    assert (error.file, error.line, error.report, error.offset, error.rule) == ("r.jsonl", 3, "r1", 0, "x.y")


@pytest.mark.parametrize(
    ("kind", "code", "exit_code"),
    [(NotText, "not-text", 3), (BadDate, "bad-date", 2), (errors.LedgerTooNew, "ledger-too-new", 1)],
)
def test_an_error_has_a_code_and_an_exit_code(kind: type[DragomanError], code: str, exit_code: int) -> None:
    assert (kind("…").code, kind.exit_code) == (code, exit_code)


def test_every_error_is_documented() -> None:
    page = (ROOT / "docs/reference/errors.md").read_text(encoding="utf-8")
    listed = {(name, int(number)) for name, number in re.findall(r"^\| `([\w-]+)` \| (\d) \|", page, re.MULTILINE)}
    assert listed == {(kind("…").code, kind.exit_code) for kind in LEAVES}
