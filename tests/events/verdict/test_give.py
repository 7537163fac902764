"""The rules of the verdict, each as a table of who said what when; and what must hold whatever was said."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.events.verdict import ITSELF, give_verdict, voices
from dragoman.model.actor import Actor, Link, Office
from dragoman.model.claim import Claim
from dragoman.model.reading import Party
from dragoman.model.verdict import Verdict
from dragoman.model.vocabulary import CERTAINTIES, Certainty, Evidentiality, Kind, SourceType, Stance, Status
from dragoman.model.when import When

PRESIDENT = Actor(
    id="Q1", name="Anna Berg", type="person", state="NO", offices=(Office(role="head-of-state", of="NO"),)
)
STATE = Actor(id="Q2", name="Chile", type="state", state="CL")
PARTIES = (Party(actor=PRESIDENT), Party(actor=STATE))
DAY = When.parse("2018-06-12")

Said = tuple[str, str, Status] | tuple[str, str, Status, dict[str, object]]
"""Who, when (a day of May 2018, or EDTF), which status, and further fields."""


def link(name: str, evidentiality: Evidentiality = "reported") -> tuple[Link, ...]:
    """Gives the chain of a few persons of the tests by name; ``own`` is an outlet that is not known."""
    known: dict[str, tuple[SourceType, dict[str, str]]] = {
        "Anna Berg": ("person", {"id": "Q1", "state": "NO"}),
        "spokesman": ("person", {"state": "NO", "speaks_for": "Anna Berg"}),
        "ministry": ("organisation", {"state": "NO", "speaks_for": "NO"}),
        "Chile": ("state", {"id": "Q2", "state": "CL"}),
        "Peru": ("state", {"id": "Q3", "state": "PE"}),
        "De Gids": ("outlet", {}),
        "De Bode": ("outlet", {}),
    }
    if name == "own":
        return ()
    kind, fields = known[name]
    own: Evidentiality = "own" if kind == "outlet" else evidentiality
    return (Link(name=name, type=kind, evidentiality=own, **fields),)  # type: ignore[arg-type]


def claim(index: int, said: Said) -> Claim:
    who, day, status = said[:3]
    more = dict(said[3]) if len(said) == 4 else {}
    edtf = f"2018-05-{int(day):02}" if day.isdigit() else day
    published = more.pop("published", edtf)
    fields: dict[str, object] = {
        "report": f"{edtf}-{who}",
        "stance": "asserts",
        "certainty": "certain",
        "chain": link(who, more.pop("evidentiality", "reported")),  # type: ignore[arg-type]
        "said": When.parse(edtf) if published != edtf else None,
        "published": When.parse(str(published)),
        **more,
    }
    return Claim(id=f"cl_{index}", status=status, start=0, end=1, quote="x", rule="nl.x", **fields)  # type: ignore[arg-type]


def verdict(
    *told: Said,
    as_of: str = "2018-06-01",
    when: When | None = DAY,
    parties: Sequence[Party] = PARTIES,
    kind: Kind = "summit",
) -> Verdict:
    claims = [claim(index, said) for index, said in enumerate(told)]
    answer = give_verdict(claims, parties=parties, as_of=date.fromisoformat(as_of), when=when, kind=kind)
    assert answer is not None
    return answer


@pytest.mark.parametrize(
    ("told", "status", "rule"),
    [
        pytest.param([("own", "1", "planned")], "planned", "verdict.latest-of-holder", id="one claim stands"),
        pytest.param(
            [("Anna Berg", "1", "planned"), ("Anna Berg", "2", "cancelled")],
            "cancelled",
            "verdict.latest-of-holder",
            id="a later claim outweighs an earlier one",
        ),
        pytest.param(
            [("Anna Berg", "1", "planned"), ("spokesman", "2", "postponed")],
            "postponed",
            "verdict.latest-of-holder",
            id="a spokesman's claim is that of whom he speaks for",
        ),
        pytest.param(
            [("Anna Berg", "1", "cancelled"), ("Peru", "2", "planned")],
            "cancelled",
            "verdict.party-over-bystander",
            id="a bystander does not outweigh a party",
        ),
        pytest.param(
            [("Anna Berg", "1", "planned"), ("Peru", "2", "cancelled")],
            "planned",
            "verdict.party-over-bystander",
            id="a bystander cannot call it off",
        ),
        pytest.param(
            [("Anna Berg", "1", "cancelled"), ("Chile", "2", "planned")],
            "doubtful",
            "verdict.reopened",
            id="the other party reopens it",
        ),
        pytest.param(
            [("Anna Berg", "1", "cancelled"), ("ministry", "2", "mooted"), ("own", "3", "cancelled")],
            "doubtful",
            "verdict.reopened",
            id="a paper does not close what a party reopened",
        ),
        pytest.param(
            [("Anna Berg", "1", "cancelled"), ("ministry", "2", "mooted"), ("Chile", "3", "confirmed")],
            "confirmed",
            "verdict.latest-of-holder",
            id="a party confirms what was reopened",
        ),
        pytest.param(
            [("Anna Berg", "1", "cancelled"), ("ministry", "2", "mooted"), ("Chile", "3", "cancelled")],
            "cancelled",
            "verdict.latest-of-holder",
            id="a party calls off what was reopened",
        ),
        pytest.param(
            [("own", "1", "planned"), ("Chile", "2", "cancelled", {"evidentiality": "hearsay"})],
            "planned",
            "verdict.own-over-hearsay",
            id="hearsay does not outweigh the paper's own voice",
        ),
        pytest.param(
            [("Chile", "2", "cancelled", {"evidentiality": "hearsay"})],
            "cancelled",
            "verdict.hearsay-only",
            id="hearsay counts where nobody stands behind anything",
        ),
        pytest.param(
            [("Anna Berg", "1", "planned"), ("Anna Berg", "2", "mooted")],
            "planned",
            "verdict.latest-of-holder",
            id="hoping for it undoes no plan",
        ),
        pytest.param(
            [("Anna Berg", "1", "planned"), ("own", "2", "doubtful")],
            "doubtful",
            "verdict.latest-of-holder",
            id="a paper's later doubt is news",
        ),
        pytest.param(
            [("own", "1", "doubtful"), ("De Bode", "2", "planned")],
            "doubtful",
            "verdict.latest-of-holder",
            id="another paper's mention of the plan lifts no doubt",
        ),
        pytest.param(
            [("Chile", "1", "planned"), ("Anna Berg", "2", "refused")],
            "refused",
            "verdict.latest-of-holder",
            id="who never agreed refuses",
        ),
        pytest.param(
            [("Anna Berg", "1", "planned"), ("Anna Berg", "2", "refused")],
            "cancelled",
            "verdict.latest-of-holder",
            id="who had agreed calls off",
        ),
        pytest.param(
            [("own", "1", "planned"), ("Anna Berg", "2", "planned", {"stance": "denies"})],
            "denied",
            "verdict.latest-of-holder",
            id="a party denies that it was ever planned",
        ),
        pytest.param(
            [("own", "1", "doubtful"), ("Anna Berg", "2", "postponed", {"stance": "denies"})],
            "confirmed",
            "verdict.latest-of-holder",
            id="denying that it is put off reaffirms it",
        ),
        pytest.param(
            [("own", "1", "planned"), ("Anna Berg", "2", "planned", {"stance": "unconfirmed"})],
            "planned",
            "verdict.latest-of-holder",
            id="not confirming changes nothing",
        ),
        pytest.param(
            [("own", "1", "planned", {"stance": "unconfirmed"})],
            "mooted",
            "verdict.unconfirmed",
            id="nothing but a refusal to confirm",
        ),
        pytest.param(
            [
                ("De Gids", "1", "planned"),
                ("De Bode", "2", "cancelled"),
                ("De Bode", "3", "cancelled", {"stance": "retracts"}),
            ],
            "planned",
            "verdict.latest-of-holder",
            id="what is taken back was never said",
        ),
        pytest.param(
            [("Anna Berg", "1", "planned"), ("Anna Berg", "2", "cancelled", {"certainty": "possible"})],
            "doubtful",
            "verdict.latest-of-holder",
            id="perhaps off is in doubt",
        ),
        pytest.param(
            [
                ("Anna Berg", "1", "planned", {"when": DAY}),
                ("own", "2", "postponed"),
                ("own", "3", "planned", {"when": DAY}),
            ],
            "postponed",
            "verdict.latest-of-holder",
            id="its old date does not put it back on",
        ),
        pytest.param(
            [
                ("Anna Berg", "1", "planned", {"when": DAY}),
                ("own", "2", "postponed"),
                ("own", "3", "planned", {"when": When.parse("2018-07-01")}),
            ],
            "planned",
            "verdict.latest-of-holder",
            id="a new date does",
        ),
        pytest.param(
            [("Anna Berg", "1", "cancelled"), ("own", "2", "held")],
            "held",
            "verdict.latest-of-holder",
            id="whoever saw it may tell that it was held",
        ),
        pytest.param(
            [("own", "2", "held"), ("own", "3", "planned")],
            "held",
            "verdict.latest-of-holder",
            id="what was held is not planned again",
        ),
        pytest.param(
            [
                ("Anna Berg", "1", "planned"),
                ("own", "2", "cancelled"),
                ("Anna Berg", "3", "confirmed"),
                ("De Bode", "4", "cancelled"),
            ],
            "confirmed",
            "verdict.party-over-bystander",
            id="to mention that it was off for a while is no news",
        ),
    ],
)
def test_a_rule_decides(told: list[Said], status: Status, rule: str) -> None:
    answer = verdict(*told)
    assert (answer.status, answer.rule) == (status, rule)


@pytest.mark.parametrize(
    ("told", "status", "contested"),
    [
        pytest.param([("Anna Berg", "1", "planned"), ("Chile", "1", "cancelled")], "cancelled", True, id="first day"),
        pytest.param(
            [("own", "1", "planned"), ("Anna Berg", "2", "planned"), ("Chile", "2", "cancelled")],
            "cancelled",
            True,
            id="a reversal outweighs going on",
        ),
        pytest.param(
            [("Anna Berg", "1", "cancelled"), ("Chile", "2", "cancelled"), ("Anna Berg", "2", "confirmed")],
            "confirmed",
            True,
            id="also from off to on",
        ),
        pytest.param(
            [("Anna Berg", "1", "planned"), ("Anna Berg", "1", "cancelled")], "cancelled", False, id="of one holder"
        ),
        pytest.param(
            [("Anna Berg", "1", "planned"), ("Chile", "20", "cancelled"), ("Anna Berg", "2018-05", "planned")],
            "cancelled",
            True,
            id="a month that may lie before",
        ),
        pytest.param(
            [("Anna Berg", "1", "planned"), ("Chile", "2", "cancelled", {"evidentiality": "hearsay"})],
            "planned",
            True,
            id="newer hearsay against a party",
        ),
        pytest.param(
            [("Chile", "1", "cancelled", {"evidentiality": "hearsay"}), ("Anna Berg", "2", "planned")],
            "planned",
            False,
            id="older hearsay",
        ),
    ],
)
def test_undecided_order_leaves_it_contested(told: list[Said], status: Status, *, contested: bool) -> None:
    answer = verdict(*told)
    assert (answer.status, answer.contested) == (status, contested)


@pytest.mark.parametrize(
    ("told", "when", "kind", "as_of", "status"),
    [
        (("own", "1", "planned"), "2018-06-12", "summit", "2018-06-12", "planned"),
        (("own", "1", "planned"), "2018-06-12", "summit", "2018-06-13", "unknown-after-date"),
        (("own", "1", "planned"), "2018-06", "summit", "2018-06-30", "planned"),
        (("own", "1", "planned"), "[2018-06-02,2018-06-09]", "summit", "2018-06-10", "unknown-after-date"),
        (("own", "1", "planned"), None, "summit", "2019-01-01", "planned"),
        (("Chile", "1", "cancelled"), "2018-06-12", "summit", "2018-06-13", "cancelled"),
        (("own", "30", "ongoing"), None, "meeting", "2018-05-31", "ongoing"),
        (("own", "30", "ongoing"), None, "meeting", "2018-06-02", "unknown-after-date"),
        (("own", "30", "ongoing"), "2018-05-30/2018-06-10", "meeting", "2018-06-10", "ongoing"),
    ],
)
def test_a_day_passes(told: Said, when: str | None, kind: Kind, as_of: str, status: Status) -> None:
    answer = verdict(told, when=None if when is None else When.parse(when), kind=kind, as_of=as_of)
    assert answer.status == status
    assert (answer.rule == "verdict.passed") == (status == "unknown-after-date")


@pytest.mark.parametrize(
    ("again", "status"),
    [
        (("Anna Berg", "4", "cancelled"), "confirmed"),
        (("Anna Berg", "4", "cancelled", {"evidentiality": "quoted"}), "cancelled"),
        (("Anna Berg", "4", "cancelled", {"published": "2018-05-05"}), "cancelled"),
        (("Chile", "4", "cancelled"), "cancelled"),
    ],
    ids=["told again", "in his own words", "on a day that is told", "by the other party"],
)
def test_how_it_had_been_called_off_is_told_again(again: Said, status: Status) -> None:
    told: list[Said] = [
        ("own", "1", "planned"),
        ("Anna Berg", "2", "cancelled"),
        ("Anna Berg", "3", "confirmed"),
        again,
    ]
    assert verdict(*told).status == status


def test_not_confirming_that_it_is_off_leaves_it_planned() -> None:
    assert verdict(("Anna Berg", "1", "suspended", {"stance": "unconfirmed"})).status == "planned"


def test_a_meeting_said_not_to_have_happened() -> None:
    told: list[Said] = [("own", "1", "planned"), ("own", "13", "held", {"stance": "denies"})]
    assert verdict(*told, when=When.parse("2018-05-12")).status == "not-held"
    assert verdict(*told, when=When.parse("2018-06-12")).status == "planned"


def test_one_absence_does_not_call_off_an_event_of_many() -> None:
    third = Party(actor=Actor(id="Q3", name="Peru", type="state", state="PE"))
    told: list[Said] = [("own", "1", "planned"), ("Chile", "2", "refused")]
    assert verdict(*told, parties=(*PARTIES, third)).status == "planned"


def test_a_denied_hour_is_not_a_denied_event() -> None:
    hour = {"stance": "denies", "when": When.parse("2018-06-12", time="15:00")}
    assert verdict(("own", "1", "planned"), ("Anna Berg", "2", "planned", hour)).status == "planned"


def test_a_retelling_keeps_its_own_day() -> None:
    told: list[Said] = [
        ("Anna Berg", "24", "cancelled", {"published": "2018-05-26"}),
        ("Anna Berg", "25", "mooted"),
    ]
    answer = verdict(*told)
    assert (answer.status, answer.since) == ("doubtful", When.parse("2018-05-25"))


@pytest.mark.parametrize(
    ("said", "by"),
    [
        (("Anna Berg", "1", "cancelled"), ("Anna Berg",)),
        (("spokesman", "1", "cancelled"), ("Anna Berg",)),
        (("ministry", "1", "cancelled"), ("ministry",)),
        (("De Gids", "1", "cancelled"), ("De Gids",)),
        (("own", "1", "cancelled"), (ITSELF,)),
    ],
)
def test_a_cancellation_is_somebodys(said: Said, by: tuple[str, ...]) -> None:
    assert verdict(said).by == by


def test_certainty_is_the_least_among_what_carries_it() -> None:
    told: list[Said] = [("Anna Berg", "1", "planned"), ("Anna Berg", "2", "planned", {"certainty": "probable"})]
    answer = verdict(*told)
    assert (len(answer.because), answer.certainty) == (2, "probable")


def test_a_report_of_which_the_month_is_known_counts_from_its_end() -> None:
    told = claim(0, ("own", "2018-05", "planned"))
    ask = {"parties": PARTIES, "when": DAY, "kind": "summit"}
    assert give_verdict([told], as_of=date(2018, 5, 30), **ask) is None  # type: ignore[arg-type]
    assert give_verdict([told], as_of=date(2018, 5, 31), **ask) is not None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "copies", "count"),
    [
        ([("Anna Berg", "1", "planned"), ("Anna Berg", "2", "cancelled")], {}, 1),
        ([("Anna Berg", "1", "planned"), ("spokesman", "1", "planned")], {}, 1),
        ([("own", "1", "planned"), ("own", "2", "planned")], {}, 2),
        ([("De Gids", "1", "planned"), ("De Bode", "1", "planned")], {}, 2),
        (
            [("De Gids", "1", "planned"), ("De Bode", "1", "planned")],
            {"2018-05-01-De Gids": "a", "2018-05-01-De Bode": "a"},
            1,
        ),
    ],
)
def test_copies_are_one_voice(told: list[Said], copies: dict[str, str], count: int) -> None:
    assert voices([claim(index, said) for index, said in enumerate(told)], copies=copies) == count


WHO = st.sampled_from(["Anna Berg", "spokesman", "ministry", "Chile", "Peru", "De Gids", "De Bode", "own"])
CLAIMED: st.SearchStrategy[Status] = st.sampled_from(
    [
        "mooted",
        "planned",
        "confirmed",
        "doubtful",
        "conditional",
        "postponed",
        "cancelled",
        "refused",
        "ongoing",
        "held",
    ]
)
STANCES: st.SearchStrategy[Stance] = st.sampled_from(
    ["asserts", "asserts", "asserts", "denies", "unconfirmed", "retracts"]
)
SURENESS: st.SearchStrategy[Certainty] = st.sampled_from(list(CERTAINTIES))
EVIDENCE: st.SearchStrategy[Evidentiality] = st.sampled_from(["reported", "quoted", "hearsay"])


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    made = []
    for index in range(draw(st.integers(0, 8))):
        day = draw(st.integers(1, 28))
        back = draw(st.integers(0, 3))
        more: dict[str, object] = {
            "stance": draw(STANCES),
            "certainty": draw(SURENESS),
            "evidentiality": draw(EVIDENCE),
            "published": draw(st.sampled_from([f"2018-05-{day:02}", "2018-05"])),
        }
        made.append(claim(index, (draw(WHO), str(max(day - back, 1)), draw(CLAIMED), more)))
    return made


def ask(told: Sequence[Claim], day: date) -> Verdict | None:
    return give_verdict(told, parties=PARTIES, as_of=day, when=DAY, kind="summit")


@given(claims(), st.integers(0, 60))
def test_nothing_published_later_changes_the_answer_for_a_day(told: list[Claim], after: int) -> None:
    day = date(2018, 5, 1) + timedelta(days=after)
    by_then = [one for one in told if one.published is not None and one.published.latest is not None]
    assert ask(told, day) == ask([one for one in by_then if one.published.latest <= day], day)  # type: ignore[union-attr, operator]


@given(claims(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_decides_nothing(told: list[Claim], shuffle: object) -> None:
    mixed = list(told)
    shuffle.shuffle(mixed)  # type: ignore[attr-defined]
    assert ask(told, date(2018, 6, 1)) == ask([*mixed, *mixed[:2]], date(2018, 6, 1))


@given(claims())
def test_a_verdict_rests_on_claims_that_are_there_and_tells_who(told: list[Claim]) -> None:
    answer = ask(told, date(2018, 6, 1))
    if answer is None:
        return
    ids = {one.id for one in told}
    assert set(answer.because) <= ids
    assert set(answer.dissents) <= ids - set(answer.because)
    assert answer.because
    if answer.status in {"confirmed", "cancelled", "refused", "denied"}:
        assert answer.by


@given(claims())
def test_adding_a_claim_that_confirms_nothing_changes_nothing(told: list[Claim]) -> None:
    if not told:
        return
    silent = claim(99, ("Peru", "28", "cancelled", {"stance": "unconfirmed"}))
    before = ask(told, date(2018, 6, 1))
    after = ask([*told, silent], date(2018, 6, 1))
    assert before is None or before.rule == "verdict.unconfirmed" or before == after
