import pytest

from dragoman.language.spans import Span
from dragoman.language.tokens import find_tokens


def words(text: str) -> list[str]:
    return [token.of(text) for token in find_tokens(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dr. Jansen (VS) zegt: 'Nee.'", "dr.|Jansen|(|VS|)|zegt|:|'|Nee|.|'"),
        ("Kim Jong-un komt om 15.30 uur.", "Kim|Jong-un|komt|om|15.30|uur|."),
        ("Het kost €50 of 5%, zei hij…", "Het|kost|€|50|of|5%|,|zei|hij|…"),
        ("'s Avonds zag ik Kims foto's.", "'s|Avonds|zag|ik|Kims|foto's|."),
        ("’t Is laat in 's-Hertogenbosch!", "’t|Is|laat|in|'s-Hertogenbosch|!"),
        (
            "Zie https://voorbeeld.nl/a?b=1, of mail jan@voorbeeld.be.",
            "Zie|https://voorbeeld.nl/a?b=1|,|of|mail|jan@voorbeeld.be|.",
        ),
        ("de (ex-)leider(s)", "de|(ex-)leider(s)"),
        ("de V.S. en J. De Vries e.a. ook", "de|V.S.|en|J.|De|Vries|e.a.|ook"),
        ("Op de 27. Daarna niet.", "Op|de|27|.|Daarna|niet|."),
        ("1. Eerste punt", "1.|Eerste|punt"),
        ("van 1990-1995; Noord- en Zuid", "van|1990-1995|;|Noord-|en|Zuid"),
        (",,Goed'' zei ze...", ",,|Goed|''|zei|ze|..."),
        ("De top is afgelast.De leiders zwijgen", "De|top|is|afgelast|.|De|leiders|zwijgen"),
        ('de "Noord"-Koreaan', 'de|"Noord"-Koreaan'),
        ("SEOEL/WASHINGTON - Nee", "SEOEL/WASHINGTON|-|Nee"),
        ("Jezus' plan", "Jezus|'|plan"),
        ("(zie hierboven).", "(|zie|hierboven|)|."),
        ("Plan B. Daarna niets.", "Plan|B|.|Daarna|niets|."),
    ],
)
def test_words_and_marks_come_apart_as_in_the_treebank(text: str, expected: str) -> None:
    assert words(text) == expected.split("|")


def test_offsets_count_from_the_start_of_the_text() -> None:
    text = "Kop\n\nDe top."
    assert find_tokens(text, Span(5, 12)) == [Span(5, 7), Span(8, 11), Span(11, 12)]
