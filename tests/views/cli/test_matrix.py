from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dragoman.model.diary import Diary, EventEntry, WhenEntry
from dragoman.model.vocabulary import Status
from dragoman.packs.load import load_wording
from dragoman.views.cli.matrix import days_before, write_matrix
from dragoman.views.cli.page import Page

HAND = msgspec.json.decode((Path(__file__).parents[1] / "hand/summit.json").read_bytes(), type=Diary)
SUMMIT = next(event for event in HAND.events if event.id == "9e02")
NL = Page(wording=load_wording("nl"), language="nl", day=date(2018, 5, 26))


def summit(**changed: Any) -> EventEntry:
    return msgspec.structs.replace(SUMMIT, **changed)


def rows(event: EventEntry, page: Page = NL, *, stands: dict[str, Status] | None = None) -> dict[str, list[str]]:
    found = {}
    for line in write_matrix(event, page, stands=stands or {}):
        name, cells = line[:20].strip(), line[20:]
        found[name] = [cells[at : at + 20].strip() for at in range(0, len(cells), 20)]
    return found


def test_each_holder_has_a_row_and_each_day_a_column() -> None:
    assert rows(SUMMIT) == {
        "STAND OP": ["do", "vr", "za"],
        "stand": ["✕ afgelast", "? onzeker", "? onzeker"],
        "Trump": ["✕ afgelast", "? geopperd", "● gepland"],
        "Moon": ["–", "–", "? hangt af van 6b30"],
        "het bericht zelf": ["–", "–", "✕ afgelast"],
        "Noord-Korea": ["– geen uitspraak gel", "ezen"],
    }


def test_known_days_have_their_dates() -> None:
    exact = {"do": "2018-05-24", "vr": "2018-05-25", "za": "2018-05-26"}
    dates = dict(zip(("03", "04", "05"), exact.values(), strict=True))
    history = tuple(
        msgspec.structs.replace(claim, said=WhenEntry(edtf=dates[(claim.said.edtf or "")[9:11]]))
        for claim in SUMMIT.history
        if claim.said is not None
    )
    event = summit(history=history, since=WhenEntry(edtf="2018-05-25"))
    assert days_before(event, NL) == [date(2018, 5, 24)]
    told = rows(event, stands={"2018-05-24": "cancelled"})
    assert told["STAND OP"] == ["do 24 mei", "vr 25 mei", "za 26 mei"]
    assert told["stand"] == ["✕ afgelast", "? onzeker", "? onzeker"]
    assert rows(event)["stand"][0] == "–"


def test_what_a_holder_does_not_confirm_is_told_as_such() -> None:
    claim = msgspec.structs.replace(SUMMIT.history[0], stance="denies", status="postponed")
    told = rows(summit(history=(claim,), links=()))["Trump"]
    assert told == ["niet uitgesteld"]


@pytest.mark.parametrize(("columns", "days"), [(40, ["za"]), (60, ["vr", "za"]), (100, ["do", "vr", "za"])])
def test_a_narrow_page_shows_the_last_days(columns: int, days: list[str]) -> None:
    assert rows(SUMMIT, msgspec.structs.replace(NL, columns=columns))["STAND OP"] == days


def test_where_it_stood_before_anybody_decided_is_not_told() -> None:
    history = tuple(claim for claim in SUMMIT.history if not claim.chain)
    assert rows(summit(history=history, since=None, because=()))["stand"] == ["? onzeker"]
