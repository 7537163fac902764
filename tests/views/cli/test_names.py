import pytest

from dragoman.model.diary import ChainEntry
from dragoman.packs.load import load_wording
from dragoman.views.cli.names import call_link, call_name, call_short, join_names
from dragoman.views.cli.page import Page

NL = Page(wording=load_wording("nl"), language="nl")


@pytest.mark.parametrize(
    ("name", "whole", "short"),
    [
        ("Vladimir Putin", "Vladimir Poetin", "Poetin"),
        ("Moon Jae-in", "Moon Jae-in", "Moon"),
        ("North Korea", "Noord-Korea", "Noord-Korea"),
        ("spokesperson of Moon Jae-in", "woordvoerder van Moon Jae-in", "woordvoerder van Moon"),
        ("officials", "functionarissen", "functionarissen"),
        ("Jan van Nergens", "Jan van Nergens", "Jan van Nergens"),
        ("the report itself", "het bericht", "het bericht"),
    ],
)
def test_people_are_called_by_their_dutch_names(name: str, whole: str, short: str) -> None:
    assert (call_name(name, NL), call_short(name, NL)) == (whole, short)


@pytest.mark.parametrize(
    ("name", "kind", "speaks_for", "expected"),
    [
        ("Sarah Sanders", "person", "Q35525", "Sanders (Witte Huis)"),
        ("Sarah Sanders", "person", "US", "Sanders (Verenigde Staten)"),
        ("Donald Trump", "person", None, "Donald Trump"),
        ("spokesperson of Moon Jae-in", "office", "Q21001", "woordvoerder van Moon"),
    ],
)
def test_a_speaker_is_called_with_whom_he_speaks_for(
    name: str, kind: str, speaks_for: str | None, expected: str
) -> None:
    link = ChainEntry(
        name=name,
        type=kind,  # type: ignore[arg-type] # a table of words
        state=None,
        evidentiality="quoted",
        start=None,
        end=None,
        speaks_for=speaks_for,
    )
    assert call_link(link, NL) == expected


def test_more_than_three_names_are_not_all_named() -> None:
    assert join_names(["a", "b", "a"], NL) == "a, b"
    assert join_names("abcd", NL) == "a, b, c e.a."
