from datetime import date

import pytest

from dragoman.model.diary import WhenEntry
from dragoman.packs.load import load_wording
from dragoman.views.cli.days import list_days, write_day, write_near, write_time, write_when
from dragoman.views.cli.page import Page

NL, EN = (Page(wording=load_wording(code), language=code, day=date(2018, 5, 26)) for code in ("nl", "en"))
SATURDAYS = "[2018-05-05,2018-05-12,2018-05-19,2018-05-26]"


@pytest.mark.parametrize(
    ("edtf", "dutch", "english"),
    [
        ("2018-06-12", "di 12 juni 2018", "Tue 12 June 2018"),
        (SATURDAYS, "za 5/12/19/26 mei", "Sat 5/12/19/26 May"),
        ("[2019-05-04,2019-05-11]", "za 4/11 mei 2019", "Sat 4/11 May 2019"),
        ("[2018-05-05,2018-05-07]", "5/7 mei", "5/7 May"),
        ("[2018-05-26,2018-06-02]", "za 26 mei/2 juni", "Sat 26 May/2 June"),
        ("[2018-05-21..2018-06-10]", "tussen 21 mei en 10 juni", "between 21 May and 10 June"),
        ("[2018-05-14..2018-05-20]", "tussen 14 en 20 mei", "between 14 and 20 May"),
        ("2018-06", "juni 2018", "June 2018"),
        ("2007", "2007", "2007"),
        ("2018-06-10/2018-06-12", "10–12 juni 2018", "10–12 June 2018"),
        ("2018-05-30/2018-06-02", "30 mei – 2 juni 2018", "30 May – 2 June 2018"),
        ("2018-12-30/2019-01-02", "30 december 2018 – 2 januari 2019", "30 December 2018 – 2 January 2019"),
        ("[2018-06-12..]", "vanaf di 12 juni", "from Tue 12 June"),
        ("[..2019-06-12]", "uiterlijk wo 12 juni 2019", "by Wed 12 June 2019"),
    ],
)
def test_days_are_written_in_the_language_of_the_page(edtf: str, dutch: str, english: str) -> None:
    assert (write_when(WhenEntry(edtf=edtf), NL), write_when(WhenEntry(edtf=edtf), EN)) == (dutch, english)


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (None, "geen dag genoemd"),
        (WhenEntry(), "geen dag genoemd"),
        (WhenEntry(text="in de toekomst", reason="vague"), '"in de toekomst"'),
        (WhenEntry(text="x" * 60), '"' + "x" * 39 + '…"'),
    ],
)
def test_no_day_is_told(when: WhenEntry | None, expected: str) -> None:
    assert write_when(when, NL) == expected


def test_time_is_written_where_it_was_said() -> None:
    assert write_when(WhenEntry(edtf="2018-06-12", time="09:30"), NL) == "di 12 juni 2018 9.30 uur"
    assert write_when(WhenEntry(edtf="2018-06-12", time="09:30"), EN) == "Tue 12 June 2018 9:30"
    assert write_time("noon", EN) == "noon"


def test_a_long_month_is_shortened_where_room_is_short() -> None:
    when = WhenEntry(edtf="2018-09-26")
    assert write_when(when, EN, room=20) == "Wed 26 Sep 2018"
    assert write_when(when, EN) == "Wed 26 September 2018"


@pytest.mark.parametrize(
    ("edtf", "near", "dated"),
    [
        ("2018-05-24", "do", "do 24 mei"),
        ("2018-05-26", "za", "za 26 mei"),
        ("2018-05-10", "do 10 mei", "do 10 mei"),
        ("2018-05-27", "zo 27 mei", "zo 27 mei"),
        ("2017-05-24", "wo 24 mei 2017", "wo 24 mei 2017"),
        (SATURDAYS, "za", "za"),
        ("2018-04", "april 2018", "april 2018"),
    ],
)
def test_a_day_near_the_page_s_own_is_its_weekday(edtf: str, near: str, dated: str) -> None:
    assert write_near(WhenEntry(edtf=edtf), NL) == near
    assert write_near(WhenEntry(edtf=edtf), NL, dated=True) == dated


def test_nothing_is_near_an_unknown_day() -> None:
    assert (write_near(None, NL), write_near(WhenEntry(), NL)) == ("", "")


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        (SATURDAYS, "za 5, 12, 19 of 26 mei"),
        ("[2018-05-05,2018-05-07]", "5 of 7 mei"),
        ("[2018-05-26,2018-06-02]", "za 26 mei/2 juni"),
        ("2018-05", "mei 2018"),
    ],
)
def test_days_in_a_sentence_are_listed(edtf: str, expected: str) -> None:
    assert list_days(WhenEntry(edtf=edtf), NL) == expected


def test_a_day_has_its_year() -> None:
    assert write_day(date(2018, 5, 26), NL) == "za 26 mei 2018"
