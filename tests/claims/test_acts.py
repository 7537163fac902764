from collections.abc import Callable

import pytest

from dragoman.claims.acts import find_acts
from dragoman.claims.scene import Found
from dragoman.claims.speech import Speech
from dragoman.model.reading import ReadAct
from dragoman.packs.load import load_language

ReadFound = Callable[[str], tuple[Found, Speech]]


def acts_in(read_found: ReadFound, text: str) -> tuple[ReadAct, ...]:
    found, speech = read_found(text)
    return find_acts(found, speech=speech, pack=load_language("nl"))


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Merkel bedankte Erdogan voor zijn inzet.", "thank", ["Angela Merkel"], ["Recep Tayyip Erdoğan"]),
        ("Macron nodigt Poetin uit.", "offer", ["Emmanuel Macron"], ["Vladimir Putin"]),
        ("Londen en Parijs waarschuwen Moskou.", "threaten", ["United Kingdom", "France"], ["Russia"]),
        ("Peking verwelkomt het besluit van Pyongyang.", "support", ["China"], ["North Korea"]),
    ],
)
def test_an_act_has_who_does_it_and_to_whom(
    read_found: ReadFound, text: str, kind: str, actors: list[str], recipients: list[str]
) -> None:
    acts = [act for act in acts_in(read_found, text) if act.kind == kind]
    assert [[actor.name for actor in act.actors] for act in acts] == [actors]
    assert [[actor.name for actor in act.recipients] for act in acts] == [recipients]


@pytest.mark.parametrize(
    "text",
    [
        "Merkel bedankte Erdogan niet.",
        "De buurvrouw bedankte de bakker.",
        "Merkel wandelde met Erdogan.",
    ],
)
def test_what_is_denied_or_done_by_nobody_is_no_act(read_found: ReadFound, text: str) -> None:
    assert acts_in(read_found, text) == ()


def test_nobody_is_his_own_recipient(read_found: ReadFound) -> None:
    assert [act.recipients for act in acts_in(read_found, "Merkel bedankte Merkel.")] == [()]


def test_an_act_keeps_its_words_day_and_source(read_found: ReadFound) -> None:
    text = "Volgens Juncker bedankte Merkel dinsdag Macron."
    act = acts_in(read_found, text)[0]
    found, _ = read_found(text)
    assert "bedankte Merkel dinsdag Macron" in text[act.start : act.end]
    assert [link.name for link in act.chain] == ["Jean-Claude Juncker"]
    assert act.said is not None
    assert found.dates[act.said].text == "dinsdag"


def test_willingness_is_a_pledge_and_hearsay_of_it_is_marked(read_found: ReadFound) -> None:
    (act,) = acts_in(read_found, "Poetin zou hebben bevestigd dat hij bereid is om met Zelensky te praten.")
    assert (act.kind, act.certainty) == ("pledge", "unknown")
    assert [link.evidentiality for link in act.chain] == ["hearsay"]


def test_a_bare_participle_is_no_act_of_its_subject(read_found: ReadFound) -> None:
    assert acts_in(read_found, "Japan voelt zich door Noord-Korea bedreigd.") == ()
