"""What people call an event."""

from typing import Any

import pytest

from dragoman.events.label import label_event, name_state
from dragoman.model.actor import Actor
from dragoman.model.event import Anchor, Event
from dragoman.model.reading import Party

ACTORS = {
    "US": Actor(id="Q30", name="United States", type="state", state="US", names={"nl": ("Verenigde Staten",)}),
    "KP": Actor(id="Q423", name="North Korea", type="state", state="KP", names={"nl": ("Noord-Korea",)}),
    "KR": Actor(id="Q884", name="South Korea", type="state", state="KR", names={"nl": ("Zuid-Korea",)}),
    "Trump": Actor(id="Q22686", name="Donald Trump", type="person", state="US"),
    "Kim": Actor(id="Q56226", name="Kim Jong-un", type="person", state="KP"),
    "Moon": Actor(id="Q21001", name="Moon Jae-in", type="person", state="KR"),
    "Putin": Actor(id="Q7747", name="Vladimir Putin", type="person", state="RU", names={"nl": ("Vladimir Poetin",)}),
    "delegation": Actor(id="x-delegation", name="delegation", type="unnamed", state="US"),
    "palace": Actor(id="Q35525", name="White House", type="organisation", state="US", speaks_for="US"),
    "EU": Actor(id="Q458", name="European Union", type="organisation", names={"nl": ("Europese Unie",)}),
}


def event(kind: str, who: str, **more: Any) -> Event:
    parties = tuple(Party(actor=ACTORS[name]) for name in who.split())
    return Event(anchor=Anchor(report="r", start=0, end=1), kind=kind, parties=parties, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "en", "nl"),
    [
        (event("summit", "Trump Kim"), "Summit United States – North Korea", "Top Verenigde Staten – Noord-Korea"),
        (
            event("summit", "US KP Trump Kim"),
            "Summit United States – North Korea",
            "Top Verenigde Staten – Noord-Korea",
        ),
        (event("talks", "KP KR"), "Talks North Korea – South Korea", "Gesprekken Noord-Korea – Zuid-Korea"),
        (event("meeting", "KP Kim Moon"), "Meeting Kim Jong-un – Moon Jae-in", "Ontmoeting Kim Jong-un – Moon Jae-in"),
        (
            event("meeting", "Kim Moon", nature="series"),
            "Meetings Kim Jong-un – Moon Jae-in",
            "Ontmoetingen Kim Jong-un – Moon Jae-in",
        ),
        (
            event("visit", "delegation"),
            "Visit: delegation of the United States",
            "Bezoek: delegatie van de Verenigde Staten",
        ),
        (
            event("visit", "US palace"),
            "Visit: delegation of the United States",
            "Bezoek: delegatie van de Verenigde Staten",
        ),
        (event("visit", "Putin"), "Visit: Vladimir Putin", "Bezoek: Vladimir Poetin"),
        (event("conference", "EU"), "Conference: European Union", "Conferentie: Europese Unie"),
        (event("vote", "", words="over de begroting"), "Vote: over de begroting", "Stemming: over de begroting"),
        (event("vote", "", words="stemming"), "Vote: stemming", "Stemming"),
        (event("election", ""), "Election", "Verkiezing"),
    ],
)
def test_an_event_is_called_by_kind_and_parties(told: Event, en: str, nl: str) -> None:
    assert (label_event(told, language="en"), label_event(told, language="nl")) == (en, nl)


def test_a_state_without_a_pack_entry_is_called_by_its_code() -> None:
    assert name_state("ZZ", language="nl") == "ZZ"
