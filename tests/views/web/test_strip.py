from datetime import date

import pytest

from dragoman.corridor.browse import Face
from dragoman.packs.load import load_wording
from dragoman.views.cli.page import Page
from dragoman.views.web.strip import NARROWEST, WIDTH, make_strip

PAGE = Page(wording=load_wording("en"), language="en", day=date(2018, 5, 26))
FACES = (
    Face(day="2018-03-09", status="planned"),
    Face(day="2018-05-24", status="cancelled"),
    Face(day="2018-05-25", status="doubtful"),
)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_strip_is_filled_from_end_to_end(count: int) -> None:
    strip = make_strip(FACES[:count], PAGE)
    assert [part.x for part in strip] == [sum(each.width for each in strip[:place]) for place in range(count)]
    assert sum(part.width for part in strip) == WIDTH
    assert all(part.width >= NARROWEST for part in strip)


def test_a_longer_time_is_wider_and_every_part_says_what_it_is() -> None:
    first, second, third = make_strip(FACES, PAGE)
    assert first.width > second.width == NARROWEST + (third.width - NARROWEST) // 2 or first.width > third.width
    assert (second.sign, second.tone, second.told) == ("✕", "off", "Thu 24 May 2018: called off")


def test_the_same_status_twice_is_one_part() -> None:
    same = (FACES[0], Face(day="2018-04-01", status="planned"), FACES[1])
    assert [part.tone for part in make_strip(same, PAGE)] == ["on", "off"]


def test_many_parts_still_fit() -> None:
    days = [Face(day=f"2018-05-{day:02}", status="planned" if day % 2 else "doubtful") for day in range(1, 26)]
    strip = make_strip(days, PAGE)
    assert sum(part.width for part in strip) == WIDTH
    assert min(part.width for part in strip) > 0


def test_where_no_face_is_known_there_is_no_strip() -> None:
    assert make_strip((), PAGE) == ()
    assert make_strip(FACES, PAGE.on_day(None)) == ()
