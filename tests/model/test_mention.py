"""Mentions: what a date's words say and leave unsaid."""

import re
from typing import Any

import msgspec
import pytest

from dragoman.model.mention import DateForm, DateMention, Place, PlaceMention

OFFSETS = {"offset_weeks", "offset_months", "offset_years"}
"""Explained together with ``offset_days``."""
TWELFTH = DateForm(month=6, day=12)


def test_a_form_says_nothing_but_where_it_counts_from() -> None:
    plain = DateForm()
    said = {name: getattr(plain, name) for name in plain.__struct_fields__ if getattr(plain, name) not in (None, ())}
    assert said == {"anchor": "published"}


@pytest.mark.parametrize("field", [name for name in DateForm.__struct_fields__ if name not in OFFSETS])
def test_every_field_of_a_form_is_explained(field: str) -> None:
    assert field in re.findall(r"``(\w+)``", DateForm.__doc__ or "")


@pytest.mark.parametrize(
    "form",
    [
        TWELFTH,
        DateForm(offset_days=0),
        DateForm(nth=-1, weekday=5, month=5),
        DateForm(month=6, day=10, until=TWELFTH),
        DateForm(weekday=6, choices=(DateForm(weekday=7), DateForm(weekday=1, which="next"))),
        DateForm(vague="future"),
    ],
)
def test_a_form_is_kept_as_it_was_said(form: DateForm) -> None:
    read = msgspec.json.decode(msgspec.json.encode(form), type=DateForm)
    assert read == form
    assert hash(read) == hash(form)


def test_nothing_said_and_a_distance_of_nothing_are_kept_apart() -> None:
    assert DateForm(offset_days=0) != DateForm()


@pytest.mark.parametrize(
    ("noun", "given", "told"),
    [
        (DateForm, {"month": "juni"}, r"\$\.month"),
        (DateForm, {"until": "2018-06-12"}, r"\$\.until"),
        (DateForm, {"choices": [{"weekday": 6}, {"weekday": "zondag"}]}, r"\$\.choices\[1\]\.weekday"),
        (DateMention, {"start": 0, "end": 7, "text": "12 juni", "form": {}, "direction": "ahead"}, r"\$\.direction"),
        (DateMention, {"start": 0, "end": 7, "text": "12 juni"}, "missing required field `form`"),
        (PlaceMention, {"start": 0, "end": 5, "text": "Zenda", "place": {"country": "RU"}}, "required field `name`"),
    ],
)
def test_what_is_no_mention_is_refused_with_its_field(
    noun: type[msgspec.Struct], given: dict[str, Any], told: str
) -> None:
    with pytest.raises(msgspec.ValidationError, match=told):
        msgspec.convert(given, noun)


def test_a_date_points_nowhere_until_its_clause_is_read() -> None:
    assert DateMention(start=0, end=7, text="12 juni", form=TWELFTH).direction is None


def test_places_of_one_name_in_two_states_are_two() -> None:
    assert Place(name="Zenda", country="RU") != Place(name="Zenda", country="BE") != Place(name="Zenda")
