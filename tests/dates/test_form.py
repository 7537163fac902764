import pytest

from dragoman.dates.form import counted_from, form_of, is_time, join_forms, with_time
from dragoman.dates.words import Group, grammar_of
from dragoman.model.mention import DateForm
from dragoman.packs.load import load_language
from dragoman.packs.shapes.dates import Fields

WORDS = grammar_of(load_language("nl").dates).vocabulary


def groups(*said: str) -> list[Group]:
    """Builds groups from ``class=word`` or ``class:role=word``."""
    made: list[Group] = []
    for each in said:
        cls, _, plain = each.partition("=")
        name, _, role = cls.partition(":")
        made.append(Group(role, name, plain, 0))
    return made


@pytest.mark.parametrize(
    ("said", "fields", "form"),
    [
        (["day=12", "month=juni"], {}, DateForm(day=12, month=6)),
        (["day_ordinal=27ste"], {}, DateForm(day=27)),
        (["day_number=5", "month_number=05", "short_year=89"], {}, DateForm(day=5, month=5, year=1989)),
        (["short_year=18"], {}, DateForm(year=2018)),
        (["century_word=tweeduizend", "year_tail=achttien"], {}, DateForm(year=2018)),
        (["short_decade=70"], {}, DateForm(decade=1970)),
        (["century_number=19e"], {}, DateForm(century=1800)),
        (["count=twee", "unit=weken"], {"sign": 1}, DateForm(offset_weeks=2)),
        (["count=twee", "unit=weken"], {"sign": -1}, DateForm(offset_weeks=-2)),
        (["count=2", "unit=dagen", "near=morgen"], {"sign": 1}, DateForm(offset_days=3)),
        (["count=1", "unit=maand", "count:and=21", "unit:and=dagen"], {"sign": -1},
         DateForm(offset_months=-1, offset_days=-21)),
        (["count=2", "unit=decennia"], {"sign": 1}, DateForm(offset_years=20)),
        (["hour=15", "minute=30"], {}, DateForm(time="15:30")),
        (["hour_word=acht"], {"minutes_before": 30}, DateForm(time="07:30")),
        (["hour=9", "by_part='s avonds"], {}, DateForm(time="21:00", part_of_day="evening")),
        (["weekday_part=zaterdagavond"], {}, DateForm(weekday=6, part_of_day="evening")),
        (["day=10", "day:until=12", "month:until=juni"], {},
         DateForm(day=10, month=6, until=DateForm(day=12, month=6))),
        (["day=10", "day:or=12", "month:or=juni"], {},
         DateForm(day=10, month=6, choices=(DateForm(day=12, month=6),))),
    ],
)  # fmt: skip
def test_words_make_a_form(said: list[str], fields: Fields, form: DateForm) -> None:
    assert form_of(groups(*said), fields, vocabulary=WORDS) == form


def test_end_lends_its_month_and_year() -> None:
    joined = join_forms(DateForm(month=5, day=30), {"until": DateForm(month=6, day=2, year=2018)})
    assert (joined.year, joined.until) == (2018, DateForm(month=6, day=2, year=2018))


def test_week_is_lent_to_the_alternative() -> None:
    joined = join_forms(DateForm(weekday=1, unit="week", which="next"), {"or": DateForm(weekday=2)})
    assert joined.choices == (DateForm(weekday=2, unit="week", which="next"),)


def test_time_alone_is_no_date() -> None:
    assert is_time(DateForm(time="15:30", zone="Asia/Seoul"))
    assert not is_time(DateForm(weekday=6, time="15:30"))
    assert not is_time(DateForm())


def test_time_is_added_but_never_overwritten() -> None:
    assert with_time(DateForm(weekday=6), DateForm(time="15:30")) == DateForm(weekday=6, time="15:30")
    assert with_time(DateForm(time="09:00"), DateForm(time="15:30")).time == "09:00"


def test_distance_hangs_on_the_date_beside_it() -> None:
    assert counted_from(DateForm(easter=0), DateForm(offset_weeks=2)) == DateForm(
        easter=0, offset_weeks=2, anchor="itself"
    )
