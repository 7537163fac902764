"""JSON lines: one bad line costs one report."""

import io
import json
from io import BufferedReader

import pytest

from dragoman.errors import EmptyReport, MalformedRecord, SkipReport, TooLarge, UnknownEncoding
from dragoman.model.report import RawReport
from dragoman.readers import limits
from dragoman.readers.jsonl import read_reports


def read(data: bytes) -> list[RawReport | SkipReport]:
    return list(read_reports(BufferedReader(io.BytesIO(data)), origin="r.jsonl", stem="r"))


def test_a_line_is_a_report() -> None:
    fields = {
        "id": "a1",
        "text": "De top gaat door.",
        "title": "Top",
        "published": "2018-05-26",
        "source": "De Gids",
        "language": "nl",
        "url": "https://gids.example/1",
        "onbekend": {"x": [1]},
    }
    assert read(json.dumps(fields).encode()) == [
        RawReport(
            id="a1",
            text="De top gaat door.",
            origin="r.jsonl:1",
            title="Top",
            published="2018-05-26",
            outlet="De Gids",
            language="nl",
            url="https://gids.example/1",
        )
    ]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b'{"text": "half', MalformedRecord),
        (b"not json", MalformedRecord),
        (b"[1, 2]", MalformedRecord),
        (b"null", MalformedRecord),
        (b'{"id": "x"}', MalformedRecord),
        (b'{"text": 5}', MalformedRecord),
        (b'{"text": null}', MalformedRecord),
        (b'{"text": "a"} {"text": "b"}', MalformedRecord),
        (b'{"x": ' + b"[" * 100_000, MalformedRecord),
        (b'{"text": "a \xf0\x28\x8c\x28 \x81"}', UnknownEncoding),
        (b'{"text": "  "}', EmptyReport),
    ],
)
def test_a_bad_line_is_named_and_the_next_one_read(line: bytes, error: type[SkipReport]) -> None:
    first, bad, last = read(b'{"text": "een"}\n' + line + b'\r\n\n{"text": "drie", "id": 7}')
    assert isinstance(first, RawReport)
    assert first.id == "r-1"
    assert isinstance(bad, error)
    assert (bad.file, bad.line) == ("r.jsonl", 2)
    assert isinstance(last, RawReport)
    assert (last.id, last.origin) == ("7", "r.jsonl:4")


def test_a_line_too_long_is_passed_over_without_holding_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_CHARACTERS", 1000)
    lines = [(b'{"text": "een"}'), b'{"text": "' + b"x" * 5_000_000 + b'"}', b'{"text": "drie"}']
    first, bad, last = read(b"\n".join(lines))
    assert isinstance(bad, TooLarge)
    assert bad.line == 2
    assert isinstance(first, RawReport)
    assert isinstance(last, RawReport)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_accents_in_any_encoding(encoding: str) -> None:
    found = read('{"text": "België"}\n{"text": "Čechov"}'.encode(encoding))
    assert [one.text if isinstance(one, RawReport) else str(one) for one in found] == ["België", "Čechov"]


def test_an_empty_file_has_no_reports() -> None:
    assert read(b"") == []
