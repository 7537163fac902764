"""From each status to the next, for a claim that is heavy and late enough."""

from datetime import date

import pytest

from dragoman.events.verdict.change import FROM, change_by
from dragoman.events.verdict.holders import Holder
from dragoman.events.verdict.standing import REOPENED, Standing
from dragoman.events.verdict.weigh import Weighed, Weight
from dragoman.model.claim import Claim
from dragoman.model.vocabulary import STATUSES, Status

DAY = date(2018, 5, 26)


def weighed(status: Status, holder: str, weight: Weight = Weight.PARTY, *, new_date: bool = False) -> Weighed:
    claim = Claim(
        id=f"cl_{holder}{status}",
        report="r",
        status=status,
        stance="asserts",
        certainty="certain",
        chain=(),
        start=0,
        end=1,
        quote="x",
        rule="nl.x",
    )
    return Weighed(
        claim=claim,
        status=status,
        weight=weight,
        holder=Holder(key=holder, name=holder),
        days=(DAY, DAY),
        new_date=new_date,
    )


def change(stands: Status, says: Status, holder: str = "b", *, new_date: bool = False) -> str | None:
    first = weighed(stands, "a")
    standing = Standing(status=stands, trigger=first, weight=Weight.PARTY, backing=(first,), agreed=frozenset({"c"}))
    found = change_by(standing, weighed(says, holder, new_date=new_date))
    return None if found is None else f"{found.status} {found.rule}".strip()


@pytest.mark.parametrize(
    ("stands", "says", "other", "same"),
    [
        ("mooted", "planned", "planned", "planned"),
        ("planned", "mooted", None, None),
        ("planned", "confirmed", "confirmed", "confirmed"),
        ("planned", "doubtful", "doubtful", "doubtful"),
        ("planned", "refused", "refused", "refused"),
        ("planned", "ongoing", "ongoing", "ongoing"),
        ("confirmed", "planned", None, None),
        ("doubtful", "planned", None, "planned"),
        ("doubtful", "conditional", None, "conditional"),
        ("doubtful", "confirmed", "confirmed", "confirmed"),
        ("cancelled", "planned", f"doubtful {REOPENED}", f"doubtful {REOPENED}"),
        ("cancelled", "conditional", f"doubtful {REOPENED}", f"doubtful {REOPENED}"),
        ("cancelled", "confirmed", "confirmed", "confirmed"),
        ("cancelled", "postponed", "postponed", "postponed"),
        ("cancelled", "refused", None, None),
        ("postponed", "planned", None, None),
        ("postponed", "cancelled", "cancelled", "cancelled"),
        ("postponed", "refused", "cancelled", "cancelled"),
        ("suspended", "ongoing", "ongoing", "ongoing"),
        ("suspended", "doubtful", None, None),
        ("refused", "planned", None, "planned"),
        ("refused", "confirmed", "confirmed", "confirmed"),
        ("denied", "planned", None, "planned"),
        ("ongoing", "suspended", "suspended", "suspended"),
        ("ongoing", "planned", None, None),
        ("held", "cancelled", None, None),
        ("held", "not-held", "not-held", "not-held"),
        ("not-held", "held", "held", "held"),
    ],
)
def test_a_claim_changes_where_the_event_stands(
    stands: Status, says: Status, other: str | None, same: str | None
) -> None:
    assert (change(stands, says, "b"), change(stands, says, "a")) == (other, same)


def test_a_new_date_puts_it_back_on() -> None:
    assert change("postponed", "planned", new_date=True) == "planned"
    assert change("confirmed", "planned", new_date=True) == "planned"


def test_who_had_agreed_calls_off_by_refusing() -> None:
    assert change("planned", "refused", "c") == "cancelled"
    assert change("planned", "denied", "c") == "cancelled"


def test_every_status_leads_somewhere_or_nowhere() -> None:
    assert set(FROM) == set(STATUSES)
