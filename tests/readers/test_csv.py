"""Tables: separators, quoting, rows that are none."""

import io
from io import BufferedReader

import pytest

from dragoman.errors import EmptyReport, MalformedRecord, NotText, SkipReport, TooLarge
from dragoman.model.report import RawReport
from dragoman.readers.csv import read_reports


def read(told: str | bytes) -> list[RawReport | SkipReport]:
    data = told.encode() if isinstance(told, str) else told
    return list(read_reports(BufferedReader(io.BytesIO(data)), origin="t.csv", stem="t"))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_row_is_a_report(separator: str) -> None:
    rows = [["id", "Text", "published", "source"], ["a1", '"De top\nis ""af"""', "2018-05", "De Gids"]]
    assert read("\r\n".join(separator.join(row) for row in rows)) == [
        RawReport(id="a1", text='De top\nis "af"', origin="t.csv:3", published="2018-05", outlet="De Gids")
    ]


@pytest.mark.parametrize(
    ("row", "error"),
    [
        ("2,,", EmptyReport),
        ("2,te veel,cellen,hier", MalformedRecord),
        ('2,"een "losse" aanhaling",x', MalformedRecord),
        ("2", MalformedRecord),
    ],
)
def test_a_bad_row_is_named_and_the_next_one_read(row: str, error: type[SkipReport]) -> None:
    found = read(f"id,text,title\n1,een,a\n{row}\n3,drie,c\n")
    bad = [one for one in found if isinstance(one, SkipReport)]
    assert [type(one) for one in bad] == [error]
    assert (bad[0].file, bad[0].line) == ("t.csv", 3)
    assert [one.id for one in found if isinstance(one, RawReport)] == ["1", "3"]


@pytest.mark.parametrize(
    ("told", "error"),
    [
        ("", MalformedRecord),
        ("id,tekst\n1,een\n", MalformedRecord),
        (b"PK\x03\x04xlsx", NotText),
        ("text\n" + "x" * 1_000_050, MalformedRecord),
        ("text\n" + "x" * 1_000_001, TooLarge),
    ],
)
def test_a_table_without_reports_is_named(told: str | bytes, error: type[SkipReport]) -> None:
    (found,) = read(told)
    assert isinstance(found, error)
    assert found.file == "t.csv"


def test_a_quote_that_never_closes_ends() -> None:
    found = read('id,text\n1,"een\n2,twee\n')
    assert [type(one) for one in found] == [MalformedRecord]
