"""A raw report becomes a report."""

from typing import Any

import pytest

from dragoman.errors import EmptyReport, MalformedRecord, NoPack, SkipReport
from dragoman.model.report import RawReport, report_key
from dragoman.reports import make_report

TEXT = "De top tussen de twee landen gaat niet door, zegt de minister."


def raw(**more: Any) -> RawReport:
    return RawReport(**{"id": "a", "text": TEXT, "origin": "a.txt", **more})


def test_a_report_is_clean_dated_and_keyed() -> None:
    report = make_report(
        raw(text=f"\ufeff{TEXT}\r\n", title=" Top\n af ", outlet="De Gids", published="2018-05-26T10:30:00+02:00")
    )
    assert (report.text, report.title, report.language) == (TEXT, "Top af", "nl")
    assert (report.published, report.published_time) == ("2018-05-26", "10:30+02:00")
    assert report.key == report_key(text=TEXT, title="Top af", outlet="De Gids", published="2018-05-26")


def test_nothing_is_made_up() -> None:
    report = make_report(raw())
    assert (report.title, report.outlet, report.published, report.published_time) == (None, None, None, None)


@pytest.mark.parametrize("language", ["nl", "NL", "nl-BE", "nl_NL"])
def test_a_region_makes_no_language_of_its_own(language: str) -> None:
    assert make_report(raw(language=language)).language == "nl"


def test_the_language_that_is_said_counts() -> None:
    assert make_report(raw(text="Kim, Moon, Trump", language="nl")).language == "nl"


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"text": "\u200b \n"}, EmptyReport),
        ({"published": "eergisteren"}, MalformedRecord),
        ({"language": "xx"}, NoPack),
        ({"text": "Kim, Moon, Trump"}, NoPack),
        (
            {"text": "Das Treffen findet nicht statt, sagte der Minister, aber die Gespräche werden fortgesetzt."},
            NoPack,
        ),
    ],
)
def test_what_cannot_be_a_report_is_named(more: dict[str, str], error: type[SkipReport]) -> None:
    with pytest.raises(error) as raised:
        make_report(raw(**more))
    assert raised.value.file == "a.txt"
