"""``dragoman export``: asked for by a person, written for other programs."""

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import Result
from icalendar import Calendar
from lxml import etree

from dragoman.ledger.store import open_ledger
from dragoman.views.cli.export import ENDINGS, FORMATS


@pytest.fixture
def archive(hand: SimpleNamespace, tmp_path: Path) -> str:
    """A ledger of a story, with an event of which no day is known."""
    path = str(tmp_path / "story")
    ledger = open_ledger(path)
    hand.fill(
        ledger,
        [
            *hand.summit_story(),
            hand.write(
                "Poetin en Abe willen een keer overleg.",
                hand.Telling(
                    words="overleg", parties=(hand.PUTIN, hand.ABE), kind="talks", claims=(("mooted", None, None),)
                ),
                published="2018-05-26",
                label="d",
            ),
        ],
    )
    ledger.close()
    return path


def asked(call: Callable[..., Result], archive: str, *arguments: str) -> Result:
    result = call("export", *arguments, "--ledger", archive, "--as-of", "2018-05-31", "--all")
    assert result.exit_code == 0, result.output
    return result


def test_ics(call: Callable[..., Result], archive: str) -> None:
    made = Calendar.from_ical(asked(call, archive, "ics").stdout_bytes)
    assert [str(event["X-DRAGOMAN-STATUS"]) for event in made.walk("VEVENT")] == ["doubtful"]
    assert [str(event["X-DRAGOMAN-STATUS"]) for event in made.walk("VJOURNAL")] == ["held", "mooted"]


def test_ics_hides_what_is_off_when_asked(call: Callable[..., Result], archive: str) -> None:
    result = call("export", "ics", "--ledger", archive, "--as-of", "2018-05-25", "--cancelled", "hide")
    assert b"CANCELLED" not in result.stdout_bytes
    shown = call("export", "ics", "--ledger", archive, "--as-of", "2018-05-25")
    assert b"STATUS:CANCELLED" in shown.stdout_bytes


def test_atom(call: Callable[..., Result], archive: str) -> None:
    root = etree.fromstring(asked(call, archive, "atom", "--site", "https://agenda.example").stdout_bytes)
    assert len(root.findall("{*}entry")) >= 3


@pytest.mark.parametrize(("into", "count"), [("json_event", 2), ("ninjs", 3)])
def test_json_is_one_object_a_line(call: Callable[..., Result], archive: str, into: str, count: int) -> None:
    result = asked(call, archive, into)
    assert len([json.loads(line) for line in result.stdout.splitlines()]) == count


def test_newsml_is_one_message(call: Callable[..., Result], archive: str) -> None:
    root = etree.fromstring(asked(call, archive, "newsml").stdout_bytes)
    assert root.tag.endswith("newsMessage")
    assert len(list(root.iter("{*}conceptItem"))) == 2


@pytest.mark.parametrize("into", ["json_event", "newsml"])
def test_what_a_format_cannot_hold_is_counted(call: Callable[..., Result], archive: str, into: str) -> None:
    assert asked(call, archive, into).stderr == f"1 gebeurtenis zonder dag weggelaten: {into} kan die niet bevatten\n"


@pytest.mark.parametrize("into", sorted(ENDINGS))
def test_into_a_folder_each_event_has_a_file_that_keeps_its_name(
    call: Callable[..., Result], archive: str, tmp_path: Path, into: str
) -> None:
    folder = tmp_path / "out"
    for _ in range(2):
        assert asked(call, archive, into, "--out", str(folder)).stdout == ""
    assert {path.suffix for path in folder.iterdir()} == {f".{ENDINGS[into]}"}
    assert len(list(folder.iterdir())) == (3 if into == "ninjs" else 2)


@pytest.mark.parametrize("into", [name for name in FORMATS if name not in ENDINGS])
def test_into_a_file(call: Callable[..., Result], archive: str, tmp_path: Path, into: str) -> None:
    path = tmp_path / f"diary.{into}"
    printed = asked(call, archive, into).stdout_bytes
    assert asked(call, archive, into, "--out", str(path)).stdout == ""
    assert path.read_bytes() == printed


def test_given_paths_are_read_and_not_kept(call: Callable[..., Result], tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("date 2018-05-10\nTrump ontmoet Kim op 12 juni in Singapore, zei Trump.\n", encoding="utf-8")
    result = call("export", "ics", str(path))
    assert result.exit_code == 0
    assert b"DTSTART;VALUE=DATE:20180612" in result.stdout_bytes
    assert b"LAST-MODIFIED:20180510T000000Z" in result.stdout_bytes
    assert not (tmp_path / "ledger").exists()


@pytest.mark.parametrize(
    "arguments", [("pdf",), ("ics", "--cancelled", "maybe"), ("ics", "--site", "nowhere"), ("ics", "--as-of", "May")]
)
def test_what_is_asked_wrong_is_told(call: Callable[..., Result], arguments: tuple[str, ...]) -> None:
    assert call("export", *arguments).exit_code == 2
