import sys

import pytest

from dragoman.corridor.add import Step
from dragoman.errors import EmptyReport
from dragoman.packs.load import load_wording
from dragoman.views.cli.page import Page
from dragoman.views.cli.progress import Progress

EN = Page(wording=load_wording("en"), language="en")
STEPS = (
    Step(outcome="added", report="a"),
    Step(outcome="known", report="b"),
    Step(outcome="skipped", error=EmptyReport("nothing in it", file="c.txt")),
)


def told(capsys: pytest.CaptureFixture[str], *, quiet: bool = False, strict: bool = False) -> list[str]:
    with Progress(EN, quiet=quiet, strict=strict) as progress:
        for step in STEPS:
            progress(step)
    return capsys.readouterr().err.splitlines()


def test_each_report_has_a_line_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys) == ["added: a", "already known: b", "skipped: c.txt: nothing in it"]


def test_quiet_tells_only_what_was_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, quiet=True) == ["skipped: c.txt: nothing in it"]


def test_strict_leaves_the_error_to_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, quiet=True, strict=True) == []


def test_a_terminal_has_one_line_written_over(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with Progress(EN, quiet=True) as progress:
        for step in STEPS:
            progress(step)
    raw = capsys.readouterr().err
    assert "\r1  read: a " in raw
    assert raw.endswith("\r")
    assert "skipped: c.txt: nothing in it\n" in raw
