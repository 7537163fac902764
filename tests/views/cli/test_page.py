import io
from datetime import date

import pytest

from dragoman.errors import BadOption
from dragoman.packs.load import load_wording
from dragoman.settings import read_settings
from dragoman.views.cli.page import Page, choose_language, make_page


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        raise OSError


@pytest.mark.parametrize(
    ("environ", "asked", "expected"),
    [
        ({}, None, "en"),
        ({"LANG": "nl_BE.UTF-8"}, None, "nl"),
        ({"LANG": "ko_KR.UTF-8"}, None, "en"),
        ({"LANG": "nl_NL", "DRAGOMAN_LANGUAGE": "en"}, None, "en"),
        ({"DRAGOMAN_LANGUAGE": "en"}, "nl", "nl"),
    ],
)
def test_language_is_what_was_asked_or_set_or_the_locale(
    environ: dict[str, str], asked: str | None, expected: str
) -> None:
    assert choose_language(read_settings(environ), asked) == expected


def test_language_that_the_interface_lacks_is_refused() -> None:
    with pytest.raises(BadOption, match="'xx'"):
        choose_language(read_settings({}), "xx")


@pytest.mark.parametrize(
    ("environ", "terminal", "columns", "colour"),
    [
        ({}, False, 80, False),
        ({"COLUMNS": "132"}, False, 132, False),
        ({"COLUMNS": "10"}, True, 40, True),
        ({}, True, 80, True),
        ({"NO_COLOR": "1"}, True, 80, False),
    ],
)
def test_width_and_colour_follow_the_stream(
    environ: dict[str, str], terminal: bool, columns: int, colour: bool
) -> None:
    page = make_page(read_settings(environ), out=Terminal() if terminal else io.StringIO())
    assert (page.columns, page.colour) == (columns, colour)


def test_stream_without_an_encoding_gets_ascii() -> None:
    assert make_page(read_settings({}), out=io.StringIO()).signs.on == "+"


def test_page_says_counts_and_joins() -> None:
    page = Page(wording=load_wording("en"), language="en")
    assert page.say("since", day="Sat") == "since Sat"
    assert [page.count("reports", number) for number in (0, 1, 2)] == ["0 reports", "1 report", "2 reports"]
    assert page.join("a", "", "b") == "a · b"
    assert page.on_day(date(2018, 5, 26)).day == date(2018, 5, 26)


def test_colour_stands_beside_the_sign() -> None:
    plain = Page(wording=load_wording("en"), language="en")
    coloured = Page(wording=load_wording("en"), language="en", colour=True)
    assert plain.sign("cancelled") == "✕"
    assert coloured.sign("cancelled") == "\x1b[31m✕\x1b[0m"
    assert coloured.heading("WHY") != plain.heading("WHY") == "WHY"
