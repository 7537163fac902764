import pytest

from dragoman.errors import BadOption, DragomanError, LedgerLocked, MalformedRecord, NoSuchEvent
from dragoman.packs.load import load_wording
from dragoman.views.cli.complain import complain, write_error
from dragoman.views.cli.page import Page

NL, EN = (Page(wording=load_wording(code), language=code) for code in ("nl", "en"))


@pytest.mark.parametrize(
    ("error", "dutch", "english"),
    [
        (
            MalformedRecord("no object", file="a.jsonl", line=3),
            "a.jsonl, regel 3: deze regel of dit record is niet zoals het formaat voorschrijft (no object)",
            "a.jsonl, line 3: no object",
        ),
        (
            NoSuchEvent("no event is known as 'x'", hint="9e02 Summit"),
            "geen gebeurtenis heet zo (no event is known as 'x'; 9e02 Summit)",
            "no event is known as 'x' (9e02 Summit)",
        ),
        (DragomanError("quite wrong"), "quite wrong", "quite wrong"),
    ],
)
def test_an_error_says_where_and_what_and_what_helps(error: DragomanError, dutch: str, english: str) -> None:
    assert (write_error(error, NL), write_error(error, EN)) == (dutch, english)


def test_errors_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    complain(LedgerLocked("busy"), language="nl")
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "een ander programma schrijft in het archief (busy)\n")


def test_a_language_that_is_not_spoken_is_told_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    complain(BadOption("no such tongue"), language="xx")
    assert capsys.readouterr().err == "no such tongue\n"
