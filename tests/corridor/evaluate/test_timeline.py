"""Scoring the diary as of each day, all reports of a set in one ledger."""

from pathlib import Path

import msgspec
import pytest

from dragoman.corridor.evaluate.gold import GoldReport, GoldSet, GoldStanding, GoldTimeline
from dragoman.corridor.evaluate.report import tell
from dragoman.corridor.evaluate.timeline import WHOLE, score_timeline
from dragoman.model.report import Report
from tests.corridor.evaluate.scoring import gold, gold_event

TEXT = "President Trump heeft de top met Kim Jong-un van 12 juni in Singapore afgezegd."


def standing(as_of: str, **changes: object) -> GoldStanding:
    fields = {"key": "summit", "as_of": as_of, "status": "cancelled", "also": [], "certainty": "certain"}
    return msgspec.convert(fields | dict.fromkeys(("when", "place", "by", "rule")) | changes, GoldStanding)


def gold_set(*standings: GoldStanding) -> GoldSet:
    claim = gold_event()["history"][0] | {"quote": TEXT, "start": 0, "end": len(TEXT)}
    report: GoldReport = msgspec.structs.replace(gold(gold_event(history=[claim])), id="one")
    return GoldSet(
        name="one",
        texts=Path(),
        reports={"one": report},
        timeline=GoldTimeline(standings=standings),
        sha256="",
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("asked", "wrong"),
    [
        (standing("2018-05-24"), set()),
        (standing("2018-05-24", when="2018-06-12", place="Singapore", by="Donald Trump"), set()),
        (standing("2018-05-24", when="2018-06-13"), {"timeline when", WHOLE}),
        (standing("2018-05-24", status="held"), {"timeline status", WHOLE}),
        (standing("2018-05-24", status="held", also=["cancelled"]), set()),
        (standing("2018-05-23"), {"timeline status", "timeline certainty", WHOLE}),
    ],
    ids=["status", "all", "another day", "another status", "as good", "before the report"],
)
def test_each_thing_asked_of_a_standing_is_counted(asked: GoldStanding, wrong: set[str]) -> None:
    report = Report(key="sha256:one", id="one", text=TEXT, language="nl", published="2018-05-24")
    (outcome,) = score_timeline(gold_set(asked), [tell(report)])
    assert outcome.report == asked.as_of
    assert {name for name, (right, of) in outcome.counts.items() if right != of} == wrong
    assert bool(outcome.misses) is bool(wrong)
