import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.corridor.sentence import sentence_around

TEXT = """Kop zonder punt
Het regende in Seoel. „De top gaat door”, zei Kim. 'Goed zo.' In 2018 kwam er niets van. Om 10.30 uur begon hij.

Laatste alinea"""


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Kop", "Kop zonder punt"),
        ("regende", "Het regende in Seoel."),
        ("De top gaat door", "„De top gaat door”, zei Kim."),
        ("Goed", "'Goed zo.'"),
        ("niets", "In 2018 kwam er niets van."),
        ("begon", "Om 10.30 uur begon hij."),
        ("Laatste", "Laatste alinea"),
        ("zei Kim. 'Goed", "„De top gaat door”, zei Kim. 'Goed zo.'"),
    ],
)
def test_words_are_shown_in_their_sentence(words: str, sentence: str) -> None:
    start = TEXT.index(words)
    assert sentence_around(TEXT, start, start + len(words)).text == sentence


@given(text=st.text(alphabet="aA. !?\n'“”é1", min_size=1, max_size=60), data=st.data())
def test_a_sentence_is_a_stretch_of_the_text_that_holds_the_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = sentence_around(text, start, end)
    assert text[found.start : found.start + len(found.text)] == found.text
    assert text[start:end].strip() in found.text
