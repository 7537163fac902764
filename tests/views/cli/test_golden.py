"""Whole screens at 80 columns, held against files; ``python tests/views/cli/test_golden.py`` writes them anew."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

import dragoman
from dragoman.model.diary import Diary
from dragoman.packs.load import load_wording
from dragoman.views.cli import main
from dragoman.views.cli.diary_screen import Asked, render_diary
from dragoman.views.cli.event_screen import Story, linked_ids, render_event
from dragoman.views.cli.fit import width
from dragoman.views.cli.memo import render_memo
from dragoman.views.cli.page import Page
from dragoman.views.cli.signs import signs_for, spell_all

HERE = Path(__file__).parents[1]
HAND = msgspec.json.decode((HERE / "hand/summit.json").read_bytes(), type=Diary)
DAY = date(2018, 5, 26)


def page(language: str, encoding: str) -> Page:
    wording = spell_all(load_wording(language), encoding)
    return Page(wording=wording, language=language, signs=signs_for(encoding), day=DAY)


def story(diary: Diary) -> Story:
    event = next(event for event in diary.events if event.id == "9e02")
    return Story(event=event, others=tuple(each for each in diary.events if each.id in linked_ids(event, diary.events)))


def moved(diary: Diary) -> Diary:
    """Gives the diary as it would be had the talks been moved, one event been put off, and three been hidden."""
    put_off = {
        "4c1f": {"when": {}, "status": "postponed", "moved_from": [{"edtf": "2018-05-27", "latest": "2018-05-27"}]}
    }
    new_day = {"d0b7": {"moved_from": [{"edtf": "2018-05-28", "earliest": "2018-05-28", "latest": "2018-05-28"}]}}
    changes = put_off | new_day
    events = [msgspec.to_builtins(event) | changes.get(event.id, {}) for event in diary.events if not event.background]
    raw = msgspec.to_builtins(diary) | {"events": events, "hidden": {"background": 3, "held": 2}}
    return msgspec.convert(raw, type=Diary)


SCREENS: dict[str, Callable[[Diary, Page], list[str]]] = {
    "diary": lambda diary, page: render_diary(diary, page, asked=Asked(paths=("bericht.txt",))),
    "moved": lambda diary, page: render_diary(moved(diary), page),
    "event": lambda diary, page: render_event(story(diary), page),
    "memo": lambda diary, page: render_memo(story(diary), page),
}
EXAMPLE = "2018-05-24-brief-van-trump.txt"
"""A report of ours that is read for the screens of a whole run."""
RUNS = [(command, language) for command in ("diary", "read") for language in ("nl", "en")]
CASES = [
    *((name, language, "utf-8") for name in SCREENS for language in ("nl", "en")),
    ("diary", "nl", "ascii"),
    ("event", "en", "ascii"),
]


def made(name: str, language: str, encoding: str) -> str:
    return "\n".join(SCREENS[name](spell_all(HAND, encoding), page(language, encoding))) + "\n"


def golden(name: str, language: str, encoding: str) -> Path:
    return HERE / "golden" / f"{name}.{language}.{encoding}.txt"


@pytest.mark.parametrize(("name", "language", "encoding"), CASES)
def test_screen_is_as_it_was(name: str, language: str, encoding: str) -> None:
    assert made(name, language, encoding) == golden(name, language, encoding).read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "language", "encoding"), [case for case in CASES if case[0] != "memo"])
def test_no_line_is_wider_than_the_page(name: str, language: str, encoding: str) -> None:
    assert [line for line in made(name, language, encoding).splitlines() if width(line) > 80] == []


@pytest.mark.parametrize("columns", [40, 60, 100])
@pytest.mark.parametrize("name", ["diary", "moved", "event"])
def test_screen_fits_other_widths(name: str, columns: int) -> None:
    other = msgspec.structs.replace(page("nl", "utf-8"), columns=columns)
    too_wide = [line for line in SCREENS[name](HAND, other) if width(line) > columns]
    assert [line for line in too_wide if "dragoman " not in line] == []  # what is to be typed is not broken


@pytest.mark.parametrize("name", ["diary", "moved", "event"])
def test_colour_changes_nothing_but_colour(name: str) -> None:
    coloured = SCREENS[name](HAND, msgspec.structs.replace(page("nl", "utf-8"), colour=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(coloured) + "\n") == made(name, "nl", "utf-8")
    assert "\x1b[" in "\n".join(coloured)


@pytest.mark.parametrize("case", [("diary", "nl", "ascii"), ("event", "en", "ascii")])
def test_ascii_is_ascii(case: tuple[str, str, str]) -> None:
    assert made(*case).isascii()


def run(command: str, language: str) -> str:
    """Gives what the program shows of the example report, as to a pipe of 80 columns."""
    path = str(Path(dragoman.__file__).parent / "examples" / EXAMPLE)
    told = CliRunner().invoke(main, [command, path, "--language", language], env={"COLUMNS": "80"})
    return told.stdout.replace(path, EXAMPLE)


@pytest.mark.parametrize(("command", "language"), RUNS)
def test_a_whole_run_is_as_it_was(command: str, language: str) -> None:
    assert run(command, language) == golden(f"run-{command}", language, "utf-8").read_text(encoding="utf-8")


if __name__ == "__main__":
    for case in CASES:
        golden(*case).write_text(made(*case), encoding="utf-8")
    for command, language in RUNS:
        golden(f"run-{command}", language, "utf-8").write_text(run(command, language), encoding="utf-8")
