"""Tellings made by hand: what is one event, what are two, and what is none."""

import msgspec
import pytest

from dragoman.events.gather import gather_told
from dragoman.model.actor import Actor
from dragoman.model.mention import Place
from dragoman.model.reading import EventMention, Party, ReadAct, ReadClaim
from dragoman.model.told import Told, ToldLink
from dragoman.model.vocabulary import Kind, Status
from dragoman.model.when import When
from dragoman.packs.load import load_kinds

TRUMP = Actor(id="t", name="Donald Trump", type="person", state="US")
KIM = Actor(id="k", name="Kim Jong-un", type="person", state="KP")
FATHER = Actor(id="f", name="Kim Jong-il", type="person", state="KP")
MOON = Actor(id="m", name="Moon Jae-in", type="person", state="KR")
US = Actor(id="us", name="United States", type="state", state="US")
KP = Actor(id="kp", name="North Korea", type="state", state="KP")

WHENS = tuple(When.parse(day) for day in ("2018-06-12", "2018-05-26", "2000", "2018-06"))
JUNE_12, MAY_26, YEAR_2000, IN_JUNE = range(4)
VAGUE = When(text="ooit", reason="vague")


def told(word: str, kind: Kind, *actors: Actor, sentence: int = 0, definite: bool = False, **more: object) -> Told:
    return msgspec.convert(
        {
            "mention": EventMention(
                start=sentence * 100, end=sentence * 100 + len(word), text=word, rule="hand.kind.1"
            ),
            "kind": kind,
            "sentence": sentence,
            "paragraph": 0,
            "definite": definite,
            "words": word,
            "parties": tuple(Party(actor=actor) for actor in actors),
            **more,
        },
        Told,
        from_attributes=True,
    )


def claim(event: int, status: Status = "planned") -> ReadClaim:
    return ReadClaim(event=event, status=status, start=event * 100, end=event * 100 + 9, chain=(), rule="hand.status.1")


def places(*pairs: tuple[Told, Status | None]) -> list[int | None]:
    """Gives for each telling the event that it is of, after gathering."""
    tellings = [one for one, _ in pairs]
    claims = [claim(n, status) for n, (_, status) in enumerate(pairs) if status is not None]
    return list(gather_told(tellings, claims, whens=(*WHENS, VAGUE), kinds=load_kinds()).place)


def test_a_word_takes_up_the_event_told_before() -> None:
    first = told("top", "summit", TRUMP, KIM, dates=(JUNE_12,))
    again = told("top", "summit", sentence=1, definite=True)
    assert places((first, "planned"), (again, "doubtful")) == [0, 0]


@pytest.mark.parametrize(
    ("second", "status"),
    [
        (told("top", "summit", TRUMP, KIM, sentence=1, dates=(MAY_26,)), "planned"),
        (told("top", "summit", MOON, KIM, sentence=1), "planned"),
        (told("verkiezingen", "election", US, sentence=1), "planned"),
        (told("top", "summit", TRUMP, KIM, sentence=1, ordinal=4), "planned"),
        (told("top", "summit", TRUMP, KIM, sentence=1, nature="series"), "planned"),
        (told("top", "summit", TRUMP, KIM, sentence=1), "held"),
    ],
    ids=["other day", "other side", "other kind", "other number", "a series", "behind, not ahead"],
)
def test_two_events_stay_two(second: Told, status: Status) -> None:
    first = told("top", "summit", TRUMP, KIM, dates=(JUNE_12,), ordinal=3)
    assert places((first, "planned"), (second, status)) == [0, 1]


def test_states_and_the_persons_who_stand_for_them_meet_once() -> None:
    first = told("top", "summit", US, KP, dates=(JUNE_12,))
    second = told("ontmoeting", "meeting", TRUMP, KIM, sentence=1)
    assert places((first, "planned"), (second, "planned")) == [0, 0]


def test_a_father_s_meeting_is_not_his_son_s() -> None:
    first = told("ontmoeting", "meeting", KIM, MOON)
    second = told("ontmoeting", "meeting", FATHER, MOON, sentence=1)
    assert places((first, "held"), (second, "held")) == [0, 1]


def test_a_day_and_the_month_around_it_fit() -> None:
    first = told("top", "summit", TRUMP, KIM, dates=(IN_JUNE,))
    second = told("top", "summit", TRUMP, KIM, sentence=1, dates=(JUNE_12,))
    assert places((first, "planned"), (second, "planned")) == [0, 0]


def test_what_prepares_an_event_is_another_and_takes_its_sides() -> None:
    talks = told("onderhandelingen", "talks", links=(ToldLink(type="prepares", to=1),))
    summit = told("top", "summit", US, KP, dates=(JUNE_12,))
    gathered = gather_told([talks, summit], [claim(0), claim(1)], whens=WHENS, kinds=load_kinds())
    assert gathered.place == (0, 1)
    assert [party.actor.id for party in gathered.events[0].parties] == ["us", "kp"]
    assert [(link.type, link.to) for link in gathered.events[0].links] == [("prepares", 1)]


def test_talks_under_way_are_the_undated_ones_of_the_same_sides() -> None:
    planned = told("onderhandelingen", "talks", US, KP)
    under_way = told("gesprekken", "talks", TRUMP, KP, sentence=2)
    others = told("gesprekken", "talks", MOON, KP, sentence=2)
    assert places((planned, "planned"), (under_way, "ongoing")) == [0, 0]
    assert places((planned, "planned"), (others, "ongoing")) == [0, 1]


def test_a_pronoun_goes_where_its_noun_went() -> None:
    summit = told("top", "summit", TRUMP, KIM, dates=(JUNE_12,))
    visit = told("bezoek", "visit", MOON, sentence=1, dates=(MAY_26,))
    pronoun = told("hem", "summit", sentence=2, takes_up=0)
    assert places((summit, "planned"), (visit, "planned"), (pronoun, "cancelled")) == [0, 1, 0]


@pytest.mark.parametrize(
    ("one", "status", "kept"),
    [
        (told("top", "summit", TRUMP), None, False),
        (told("top", "summit", TRUMP), "planned", True),
        (told("top", "summit", needs="anchor"), "planned", False),
        (told("top", "summit", needs="anchor", definite=True), "planned", False),
        (told("top", "summit", needs="anchor", dates=(JUNE_12,)), "planned", True),
        (told("overleg", "talks", definite=True), "planned", True),
        (told("overleg", "talks"), "planned", False),
        (told("top", "summit", TRUMP, generic=True), "planned", False),
    ],
    ids=["nothing claimed", "claimed", "any summit", "the summit", "of a day", "the talks", "talks", "each summit"],
)
def test_an_event_is_claimed_and_tied_to_one_occasion(one: Told, status: Status | None, kept: bool) -> None:
    assert places((one, status)) == [0 if kept else None]


def test_claims_follow_their_event_and_those_of_none_are_left_out() -> None:
    tellings = [told("top", "summit", needs="anchor"), told("bezoek", "visit", MOON, sentence=1)]
    gathered = gather_told(tellings, [claim(0), claim(1, "held")], whens=WHENS, kinds=load_kinds())
    assert [(one.event, one.status) for one in gathered.claims] == [(0, "held")]


def test_an_event_has_all_that_its_tellings_say() -> None:
    place = Place(name="Singapore", country="SG")
    tellings = [
        told("ontmoeting", "meeting", US, KP, ordinal=1),
        told("top", "summit", TRUMP, KIM, sentence=1, dates=(JUNE_12,), place=place),
    ]
    event = gather_told(tellings, [claim(0), claim(1)], whens=WHENS, kinds=load_kinds()).events[0]
    assert (event.kind, event.place, event.dates, event.ordinal) == ("summit", place, (JUNE_12,), 1)
    assert [party.actor.id for party in event.parties] == ["us", "kp", "t", "k"]
    assert [mention.text for mention in event.mentions] == ["ontmoeting", "top"]


def test_an_event_of_no_day_keeps_the_reason() -> None:
    one = told("top", "summit", TRUMP, KIM, dates=(len(WHENS),))
    event = gather_told([one], [claim(0)], whens=(*WHENS, VAGUE), kinds=load_kinds()).events[0]
    assert (event.dates, event.undated_text, event.undated_reason) == ((), "ooit", "vague")


def bare(word: str, kind: Kind, *, sentence: int) -> Told:
    """Tells of an event by a noun with its article and nothing else."""
    return told(word, kind, sentence=sentence, definite=True, needs="anchor")


def test_a_bare_noun_far_on_takes_up_the_nearest_event_it_can_be() -> None:
    first = told("gesprek", "talks", MOON, KIM, dates=(MAY_26,))
    summit = told("top", "summit", TRUMP, KIM, sentence=9, dates=(JUNE_12,))
    assert places((first, "held"), (summit, "planned"), (bare("top", "summit", sentence=30), "doubtful")) == [0, 1, 1]
    assert places((first, "held"), (summit, "planned"), (bare("gesprek", "talks", sentence=30), "held")) == [0, 1, 0]


def test_a_bare_noun_may_come_before_what_it_takes_up() -> None:
    summit = told("top", "summit", TRUMP, KIM, sentence=2, dates=(JUNE_12,))
    assert places((bare("top", "summit", sentence=0), "doubtful"), (summit, "planned")) == [0, 0]


def test_a_bare_noun_with_nothing_to_take_up_is_no_event() -> None:
    held = told("gesprek", "talks", MOON, KIM, dates=(MAY_26,))
    assert places((held, "held"), (bare("optocht", "protest", sentence=5), "planned")) == [0, None]


def test_a_longer_word_with_sides_of_its_own_is_another_event() -> None:
    bare_top = told("top", "summit", dates=(JUNE_12,))
    assert places((bare_top, "planned"), (told("G7-top", "summit", US, sentence=1), "planned")) == [0, 1]


def test_a_headline_in_the_present_tells_what_the_text_tells_as_past() -> None:
    headline = told("zien", "meeting", MOON, KIM, verbal=True)
    body = told("gesprek", "meeting", MOON, KIM, sentence=1, dates=(MAY_26,))
    assert places((headline, "planned"), (body, "held")) == [0, 0]
    assert places((msgspec.structs.replace(headline, dates=(JUNE_12,)), "planned"), (body, "held")) == [0, 1]


@pytest.mark.parametrize(("recipients", "dates"), [((MOON,), (MAY_26,)), ((TRUMP,), ())])
def test_an_act_between_the_same_two_dates_their_meeting(recipients: tuple[Actor, ...], dates: tuple[int, ...]) -> None:
    thanks = ReadAct(
        kind="thank", actors=(KIM,), recipients=recipients, chain=(), start=0, end=40, rule="hand.act.1", said=MAY_26
    )
    talks = told("gesprekken", "talks", KIM, MOON, sentence=1)
    gathered = gather_told([talks], [claim(0, "held")], whens=WHENS, kinds=load_kinds(), acts=[thanks])
    assert gathered.events[0].dates == dates
