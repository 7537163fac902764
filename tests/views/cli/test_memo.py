from datetime import date
from pathlib import Path

import msgspec

from dragoman.model.diary import Diary
from dragoman.packs.load import load_wording
from dragoman.views.cli.event_screen import Story
from dragoman.views.cli.memo import render_memo
from dragoman.views.cli.page import Page

HAND = msgspec.json.decode((Path(__file__).parents[1] / "hand/summit.json").read_bytes(), type=Diary)
SUMMIT = next(event for event in HAND.events if event.id == "9e02")
NL = Page(wording=load_wording("nl"), language="nl", day=date(2018, 5, 26))


def test_memo_is_markdown_with_each_claim_as_a_quotation() -> None:
    lines = render_memo(Story(event=SUMMIT), NL)
    assert lines[0].startswith("# Top Verenigde Staten")
    assert [line for line in lines if line.startswith("## ")] == ["## Waarom", "## Meldingen"]
    assert len([line for line in lines if line.startswith("  > ")]) == len(SUMMIT.history)


def test_memo_names_the_events_that_are_linked() -> None:
    others = tuple(event for event in HAND.events if event.id == "6b30")
    lines = render_memo(Story(event=SUMMIT, others=others), NL)
    assert lines[-3:] == ["## Hangt samen met", "", "- Gesprekken Verenigde Staten – Noord-Korea (voorwaarde)"]
