from collections.abc import Callable

import pytest

from dragoman.claims.find import find_claims
from dragoman.claims.scene import Found
from dragoman.claims.speech import Speech
from dragoman.packs.load import load_language

ReadFound = Callable[[str], tuple[Found, Speech]]


def outcomes(read_found: ReadFound, text: str) -> list[str | None]:
    found, speech = read_found(text)
    return [told.outcome for told in find_claims(found, speech=speech, pack=load_language("nl")).told]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("De leiders van de EU sloten de top in Brussel af met een akkoord.", "agreed"),
        ("De leiders van de EU sloten de top in Brussel af zonder akkoord.", None),
        ("De leiders van de EU sloten de top in Brussel af.", None),
        ("De top in Brussel begint dinsdag, een akkoord is ver weg.", None),
    ],
)
def test_the_outcome_stands_in_the_clause_that_tells_the_event_was_held(
    read_found: ReadFound, text: str, outcome: str | None
) -> None:
    assert outcome in outcomes(read_found, text)
    assert set(outcomes(read_found, text)) <= {outcome, None}
