"""Whose words a quote is, where the words of saying stand beside it, far from it, or nowhere."""

import pytest

from dragoman.claims.attribute import find_speech
from dragoman.language import parse_text
from dragoman.packs.load import load_language


def speakers(text: str) -> list[tuple[str, list[str]]]:
    speech = find_speech(parse_text(text), text, (), load_language("nl"))
    return [
        (text[quote.start : quote.end], [link.name for link in quote.speakers])
        for quote in speech.quotes
        if quote.direct
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘We gaan door’, zei Jansen.", ["Jansen"]),
        ("Jansen zei: ‘We gaan gewoon door.’", ["Jansen"]),
        ("‘We gaan gewoon door met ons werk’, lachte Jansen.", ["Jansen"]),
        ("Jansen hield de boot af: ‘We kijken eerst nog even rond.’", ["Jansen"]),
        ("Jansen na de vergadering: ‘We kijken eerst nog even rond.’", ["Jansen"]),
        ("Jansen noemde het voorstel ‘een stap terug’.", ["Jansen"]),
        ("‘We gaan gewoon door met ons werk.’ Dat zei Jansen dinsdag.", ["Jansen"]),
        ("Buiten hing een spandoek: ‘We gaan gewoon door met ons werk.’", []),
    ],
)
def test_quote_goes_to_whoever_is_named_beside_it(text: str, expected: list[str]) -> None:
    assert [names for _, names in speakers(text)] == [expected]


def test_quote_that_stands_alone_goes_to_whoever_spoke_before_it_in_its_paragraph() -> None:
    text = (
        "‘We gaan door’, zei Jansen. ‘Er is nog tijd genoeg om te praten.’\n\n‘Het regent hier al dagen’, zei Pieters."
    )
    assert [names for _, names in speakers(text)] == [["Jansen"], ["Jansen"], ["Pieters"]]


def test_quotes_of_two_speakers_in_one_sentence_stay_apart() -> None:
    text = "‘We gaan door’, zei Jansen, maar ‘het is te laat’, zei Pieters."
    assert [names for _, names in speakers(text)] == [["Jansen"], ["Pieters"]]


def test_title_in_quote_marks_is_no_quote() -> None:
    assert speakers("Jansen zag de film ‘De Grote Reis’ in Gent.") == []
