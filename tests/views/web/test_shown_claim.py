from datetime import date
from pathlib import Path

import msgspec

from dragoman.model.diary import Diary
from dragoman.packs.load import load_wording
from dragoman.views.cli.page import Page
from dragoman.views.web.shown_claim import around, show_claim

HAND = msgspec.json.decode((Path(__file__).parents[1] / "hand/summit.json").read_bytes(), type=Diary)
SUMMIT = next(event for event in HAND.events if event.id == "9e02")
NL = Page(wording=load_wording("nl"), language="nl", day=date(2018, 5, 26))


def test_the_sentence_is_whole_around_the_words() -> None:
    for claim in SUMMIT.history:
        before, after = around(claim)
        assert before + claim.quote + after == claim.sentence


def test_words_that_are_not_at_their_place_stand_alone() -> None:
    claim = msgspec.structs.replace(SUMMIT.history[0], sentence_start=SUMMIT.history[0].sentence_start or 0 + 1)
    broken = msgspec.structs.replace(claim, sentence="Iets heel anders.")
    assert around(broken) == ("", "")
    assert around(msgspec.structs.replace(claim, sentence=None)) == ("", "")


def test_what_a_claim_weighs_is_told_with_its_event_only() -> None:
    weights = {claim.id: show_claim(claim, NL, event=SUMMIT).weight for claim in SUMMIT.history}
    assert {key for key, weight in weights.items() if weight == "because"} == set(SUMMIT.because)
    assert {key for key, weight in weights.items() if weight == "against"} == set(SUMMIT.dissents) - set(SUMMIT.because)
    assert show_claim(SUMMIT.history[0], NL).weight == ""


def test_a_claim_names_holder_manner_and_status() -> None:
    shown = show_claim(SUMMIT.history[0], NL, event=SUMMIT)
    assert (shown.tone, shown.told[:1], shown.rule) == ("off", "✕", SUMMIT.history[0].rule)
    assert shown.holder
