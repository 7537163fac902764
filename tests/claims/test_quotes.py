import pytest

from dragoman.claims.quotes import find_quoted
from dragoman.packs.load import load_language

MARKS = load_language("nl").speech.marks


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_quoted(text, marks=MARKS) if span.depth == 0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'Wij komen', zei de premier.", ["Wij komen"]),
        ('"Wij komen," zei de premier. "Morgen al."', ["Wij komen", "Morgen al."]),
        ("“Wij komen”, zei de premier.", ["Wij komen"]),
        ("„Wij komen”, zei de premier.", ["Wij komen"]),
        ("„Wij komen“, zei de premier.", ["Wij komen"]),
        ("‘Wij komen’, zei de premier.", ["Wij komen"]),
        ("’Wij komen’, zei de premier.", ["Wij komen"]),
        (",,Wij komen'', zei de premier.", ["Wij komen"]),
        ("« Wij komen », zei de premier.", ["Wij komen"]),
        ("Hij sprak van 'een kans' en 'een begin'.", ["een kans", "een begin"]),
        ("'Het gaat goed. Wij komen. Tot dan', zei hij.", ["Het gaat goed. Wij komen. Tot dan"]),
    ],
)
def test_marks_of_every_house_open_and_close(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "De beide Korea's zien elkaar 's avonds.",
        "Ze kwamen ’s morgens in ’t dorp aan.",
        "In de jaren '90 was dat anders.",
        "Parijs' burgemeester en Harris' kabinet zwijgen.",
        "De auto's van de minister's gasten stonden fout.",
        "Hij noemde de lat 6' hoog en 2\" dik.",
        "Het begon met 'een mark zonder einde en daarna niets.",
    ],
)
def test_apostrophe_is_no_quote_mark(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'Korea's leider komt 's avonds', zei hij.", ["Korea's leider komt 's avonds"]),
        ("‘Harris’ partij wint’, zei zij. ‘Echt.’", ["Harris’ partij wint", "Echt."]),
        ("'Moons' woord telt', zei hij.", ["Moons' woord telt"]),
    ],
)
def test_apostrophe_inside_a_quote_does_not_close_it(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_quote_inside_a_quote_is_deeper() -> None:
    text = "‘Hij zei “nee” tegen mij’, zei zij."
    spans = find_quoted(text, marks=MARKS)
    assert [(text[span.start : span.end], span.depth) for span in spans] == [
        ("Hij zei “nee” tegen mij", 0),
        ("nee", 1),
    ]


def test_quote_that_closes_paragraphs_later_is_one() -> None:
    text = "Hij zei: “Wij komen.\n\nEn wij blijven.” Daarna zweeg hij."
    assert found(text) == ["Wij komen.\n\nEn wij blijven."]


def test_quote_that_opens_anew_in_each_paragraph_goes_on() -> None:
    text = "Hij zei: “Wij komen.\n\n“En wij blijven.”"
    spans = find_quoted(text, marks=MARKS)
    assert [(text[span.start : span.end], span.continues) for span in spans] == [
        ("Wij komen.", True),
        ("En wij blijven.", False),
    ]


def test_quote_after_a_colon_closes_with_its_paragraph() -> None:
    assert found("De agent zei: ‘Het onderzoek is begonnen.\n\nBuiten regent het.") == ["Het onderzoek is begonnen."]


def test_offsets_count_characters_not_bytes() -> None:
    text = "Curaçao zei: «Één façade»."
    (span,) = find_quoted(text, marks=MARKS)
    assert text[span.start : span.end] == "Één façade"
    assert text[span.outer_start : span.outer_end] == "«Één façade»"


def test_quote_that_lost_its_closing_mark_does_not_swallow_the_next() -> None:
    assert found("‘Denk je dat echt? Iemand riep: ‘Wij komen.’ Daarna werd het stil.") == ["Wij komen."]
