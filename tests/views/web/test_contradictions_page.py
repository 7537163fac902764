from datetime import date
from pathlib import Path

import msgspec

from dragoman.model.diary import Diary
from dragoman.packs.load import load_wording
from dragoman.views.cli.page import Page
from dragoman.views.web.contradictions_page import is_contradicted, list_contradictions

HAND = msgspec.json.decode((Path(__file__).parents[1] / "hand/summit.json").read_bytes(), type=Diary)
NL = Page(wording=load_wording("nl"), language="nl", day=date(2018, 5, 26), columns=1000)


def test_both_sides_speak_in_their_own_words() -> None:
    (only,) = list_contradictions(HAND, NL)
    event = next(each for each in HAND.events if each.id == "9e02")
    assert only.row.id == "9e02"
    assert [claim.id for claim in only.support] == list(event.because)
    assert [claim.id for claim in only.against] == list(event.dissents)
    assert all(claim.quote for claim in (*only.support, *only.against))


def test_context_is_left_alone() -> None:
    event = next(each for each in HAND.events if each.id == "9e02")
    assert is_contradicted(event)
    assert not is_contradicted(msgspec.structs.replace(event, background=True))
    assert not is_contradicted(msgspec.structs.replace(event, dissents=()))
