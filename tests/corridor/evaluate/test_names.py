"""Forms of a name that gold accepts: right wherever somebody is named, and only in the report that has them."""

import msgspec
import pytest

from dragoman.corridor.evaluate.names import name_as_gold
from dragoman.corridor.evaluate.report import Told, score_report
from dragoman.model.actor import Actor, Link
from dragoman.model.reading import Party
from tests.corridor.evaluate.scoring import gold, read_claim, read_event, share, told, via


def shortly(party: str = "De Trump", source: str = "De Trump", speaker: str = "Moontje") -> Told:
    actor = Actor(id="x", name=party, type="person", state=None)
    made = told(events=(read_event(parties=(Party(actor=actor),)),), claims=(read_claim(chain=(via(source),)),))
    quotes = tuple(
        msgspec.structs.replace(each, speakers=(Link(name=speaker, type="person", evidentiality="quoted"),))
        for each in made.resolved.reading.quotes
    )
    reading = msgspec.structs.replace(made.resolved.reading, quotes=quotes)
    return msgspec.structs.replace(made, resolved=msgspec.structs.replace(made.resolved, reading=reading))


NAMES = {"Donald Trump": ("de trump",), "Moon Jae-in": ("Moontje", "M. Jae")}


@pytest.mark.parametrize("measure", ["parties f1", "persons f1", "holder", "chain", "speakers"])
def test_a_form_that_gold_accepts_is_right_wherever_it_names_somebody(measure: str) -> None:
    accepting = msgspec.structs.replace(gold(), names=NAMES)
    assert share(score_report(accepting, shortly()), measure) == 1.0
    assert share(score_report(gold(), shortly()), measure) != 1.0


def test_an_event_of_somebody_by_an_accepted_form_is_found() -> None:
    assert share(score_report(gold(), shortly()), "event recall") == 0.0
    assert share(score_report(msgspec.structs.replace(gold(), names=NAMES), shortly()), "event recall") == 1.0


def test_another_form_stays_wrong() -> None:
    accepting = msgspec.structs.replace(gold(), names=NAMES)
    assert share(score_report(accepting, shortly(speaker="Maan")), "speakers") == 0.0


def test_without_names_the_reading_is_the_same() -> None:
    resolved = told().resolved
    assert name_as_gold(resolved, {}) is resolved
    assert name_as_gold(resolved, {"Shinzo Abe": ("Abe",)}) == resolved
