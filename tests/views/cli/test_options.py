from datetime import date

import pytest

from dragoman.errors import BadDate
from dragoman.views.cli.options import known, read_day


@pytest.mark.parametrize(("text", "expected"), [(None, None), ("2018-05-25", date(2018, 5, 25))])
def test_a_day_is_read(text: str | None, expected: date | None) -> None:
    assert read_day(text, "--as-of") == expected


@pytest.mark.parametrize("text", ["2018-13-01", "2018-05", "morgen", ""])
def test_what_is_no_day_is_refused_with_its_option(text: str) -> None:
    with pytest.raises(BadDate, match="--from") as caught:
        read_day(text, "--from")
    assert caught.value.exit_code == 2


def test_what_is_asked_for_is_handed_on() -> None:
    asked = {"as_of": "2018-05-25", "as_added": None, "according_to": "KP", "exactly": True, "language": "nl"}
    assert known(asked) == {"as_of": date(2018, 5, 25), "as_added": None, "according_to": "KP", "exactly": True}
