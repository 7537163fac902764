"""Plain text: date headers, front matter, encodings."""

import io
from io import BufferedReader

import pytest

from dragoman.errors import EmptyReport, MalformedRecord, SkipReport
from dragoman.model.report import RawReport
from dragoman.readers.text import read_reports, split_date_header


def read(data: bytes) -> RawReport | SkipReport:
    (found,) = read_reports(BufferedReader(io.BytesIO(data)), origin="a.txt", stem="a")
    return found


def report(data: bytes | str) -> RawReport:
    found = read(data.encode() if isinstance(data, str) else data)
    assert isinstance(found, RawReport), found
    return found


@pytest.mark.parametrize(
    ("told", "published", "text"),
    [
        ("date 2018-05-26\nDe top gaat door.", "2018-05-26", "De top gaat door."),
        ("date 2018-05\r\nDe top gaat door.", "2018-05", "De top gaat door."),
        (" date 2018-05 Daarna gaat de top door.", "2018-05", "Daarna gaat de top door."),
        ("\ufeffdate 2018\n\nDe top.", "2018", "\nDe top."),
        ("date 2018-05-26T10:30+02:00\nDe top.", "2018-05-26T10:30+02:00", "De top."),
        ("De top gaat door.", None, "De top gaat door."),
        ("date 2018-05-26x De top.", None, "date 2018-05-26x De top."),
        ("date van vandaag", None, "date van vandaag"),
        ("De date 2018-05 was gezellig.", None, "De date 2018-05 was gezellig."),
    ],
)
def test_a_date_header_gives_the_date_and_goes(told: str, published: str | None, text: str) -> None:
    found = report(told)
    assert (found.published, found.text) == (published, text)


def test_the_text_after_a_header_is_all_of_it() -> None:
    assert split_date_header("date 2018-05 a\nb")[1] == "a\nb"


def test_front_matter_gives_the_fields_of_a_report() -> None:
    found = report(
        "---\nid: 17\noutlet: De Gids\ntitle: 'Top: toch door'\npublished: 2018-05\nlanguage: nl\n"
        "url: https://gids.example/top?x=1\nkleur: rood\n---\nDe top gaat door.\n"
    )
    assert found == RawReport(
        id="17",
        text="De top gaat door.\n",
        origin="a.txt",
        title="Top: toch door",
        outlet="De Gids",
        language="nl",
        published="2018-05",
        url="https://gids.example/top?x=1",
    )


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ("title: >\n  Top gaat\n  door", "Top gaat door"),
        ('title: "een \\"top\\""', 'een "top"'),
        ("title: top # een opmerking", "top"),
        ("title: 'het ''ja'' van Kim'", "het 'ja' van Kim"),
        ("tags: [a, b]\ntitle: Top", "Top"),
        ("title: ''", None),
        ("source: De Gids", None),
    ],
)
def test_front_matter_may_be_any_yaml(fields: str, title: str | None) -> None:
    assert report(f"---\n{fields}\n---\nTekst").title == title


def test_source_is_read_as_outlet() -> None:
    assert report("---\nsource: De Gids\n---\nTekst").outlet == "De Gids"


def test_a_line_of_dashes_later_on_is_text() -> None:
    assert report("De top.\n---\nNog iets.").text == "De top.\n---\nNog iets."


@pytest.mark.parametrize("fields", ["title: [", "- een\n- lijst", "zomaar woorden", "title: a: b"])
def test_front_matter_that_is_none_is_named(fields: str) -> None:
    found = read(f"---\n{fields}\n---\nTekst".encode())
    assert isinstance(found, MalformedRecord)
    assert found.file == "a.txt"


@pytest.mark.parametrize("told", ["", "   \n\n", "date 2018-05", "---\ntitle: Top\n---\n\n", "\ufeff"])
def test_an_empty_report_is_named(told: str) -> None:
    found = read(told.encode())
    assert isinstance(found, EmptyReport)
    assert found.file == "a.txt"
