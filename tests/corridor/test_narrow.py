from datetime import date
from types import SimpleNamespace

import pytest

from dragoman.corridor.ask import diary


def published(hand: SimpleNamespace, *pairs: object) -> dict[str, str | None]:
    found = diary(hand.in_memory(*pairs), everything=True)
    return {each.id: None if each.published is None else each.published.edtf for each in found.reports}


def deed(
    hand: SimpleNamespace,
    day: str,
    *,
    of: str = "2018-05",
    status: str = "cancelled",
    holder: str = "TRUMP",
    label: str,
) -> object:
    told = hand.Telling(words="top", when="12 juni", claims=((status, getattr(hand, holder), day),))
    return hand.write(f"De top van 12 juni, {day} {label}.", told, published=of, label=label)


def test_the_day_on_which_one_actor_called_it_off_is_one_day(hand: SimpleNamespace) -> None:
    known = deed(hand, "24 mei", of="2018-05-25", label="b")
    assert published(hand, deed(hand, "donderdag", label="a"), known)["a"] in {
        "[2018-05-24..2018-05-30]",
        "[2018-05-24,2018-05-25]",
    }


@pytest.mark.parametrize("other", [{"status": "planned"}, {"holder": "KIM"}])
def test_another_status_or_actor_says_nothing_of_the_day(hand: SimpleNamespace, other: dict[str, str]) -> None:
    alone = published(hand, deed(hand, "donderdag", label="a"))["a"]
    known = deed(hand, "24 mei", of="2018-05-25", label="b", **other)
    assert published(hand, deed(hand, "donderdag", label="a"), known)["a"] == alone


def test_the_day_of_an_event_that_two_reports_date_is_one_day(hand: SimpleNamespace) -> None:
    met = hand.Telling(words="spraken", parties=(hand.KIM, hand.MOON), kind="meeting", claims=(("held", None, None),))
    first, second = (
        hand.write(
            f"Zij spraken {day}.",
            hand.Telling(words=met.words, parties=met.parties, kind=met.kind, when=day, claims=met.claims),
            published=of,
            label=day,
        )
        for day, of in (("donderdag", "2018-05"), ("24 mei", "2018-05-26"))
    )
    found = published(hand, first, second)["donderdag"]
    assert found in {"[2018-05-24..2018-05-30]", "[2018-05-24,2018-05-25]"}


def test_a_report_that_narrows_comes_into_view_no_sooner_than_it_is_published(hand: SimpleNamespace) -> None:
    ledger = hand.in_memory(deed(hand, "donderdag", label="a"), deed(hand, "24 mei", of="2018-06-05", label="b"))
    before = diary(ledger, as_of=date(2018, 6, 4), everything=True)
    after = diary(ledger, as_of=date(2018, 6, 5), everything=True)
    assert [each.id for each in before.reports] == ["a"]
    assert before.reports[0].published != after.reports[0].published
