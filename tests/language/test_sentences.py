import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.sentences import find_paragraphs, find_sentences, part_stretch


def sentences(text: str) -> list[str]:
    return [text[s.tokens[0].start : s.tokens[-1].end] for s in find_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De top gaat door. Hij begint om 9 uur.", ["De top gaat door.", "Hij begint om 9 uur."]),
        ("'We gaan.' zei Kim. 'Echt.' Daarna vertrok hij.", ["'We gaan.' zei Kim.", "'Echt.'", "Daarna vertrok hij."]),
        ("“Ga weg!” riep hij. “Nu!” Hij ging.", ["“Ga weg!” riep hij.", "“Nu!”", "Hij ging."]),
        (",,Ga weg. '' Hij ging.", [",,Ga weg. ''", "Hij ging."]),
        ("Volgens dr. De Vries niet. 's Avonds wel.", ["Volgens dr. De Vries niet.", "'s Avonds wel."]),
        ("Brood, kaas enz. De rest niet.", ["Brood, kaas enz.", "De rest niet."]),
        ("Brood, kaas enz. uit Gouda.", ["Brood, kaas enz. uit Gouda."]),
        ("Dat was op de 27. Daarna niet.", ["Dat was op de 27.", "Daarna niet."]),
        ("Top afgelast\n\nDe top gaat niet door.", ["Top afgelast", "De top gaat niet door."]),
        ("Top afgelast\nDe top gaat niet door.", ["Top afgelast", "De top gaat niet door."]),
        ("Hij kwam (te laat). Zij niet.", ["Hij kwam (te laat).", "Zij niet."]),
        ("Echt waar? Ja! 12 juni.", ["Echt waar?", "Ja!", "12 juni."]),
        ("", []),
        (" \n\n\t\n", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "starts", "parts"),
    [
        ("Top afgelast Kim blijft thuis.", {2: 0.9}, ["Top afgelast", "Kim blijft thuis."]),
        ("Top afgelast Kim blijft thuis.", {2: 0.2}, ["Top afgelast Kim blijft thuis."]),
        ("Top afgelast 'Kim blijft thuis.'", {3: 0.9}, ["Top afgelast", "'Kim blijft thuis.'"]),
        ("'Top afgelast' Kim blijft thuis.", {4: 0.9}, ["'Top afgelast'", "Kim blijft thuis."]),
        ("'Kim blijft thuis.'", {1: 0.9}, ["'Kim blijft thuis.'"]),
        ("'Top afgelast' Kim blijft thuis.", {3: 0.9}, ["'Top afgelast' Kim blijft thuis."]),
        ("Een Twee Drie", {1: 0.9, 2: 0.9}, ["Een", "Twee", "Drie"]),
    ],
)
def test_a_sentence_is_parted_where_the_model_is_sure(text: str, starts: dict[int, float], parts: list[str]) -> None:
    (stretch,) = find_sentences(text)
    shares = [starts.get(i, 0.01) for i in range(len(stretch.tokens))]
    found = part_stretch(text, stretch, shares)
    assert [text[s.tokens[0].start : s.tokens[-1].end] for s in found] == parts


def test_lines_broken_to_fit_a_width_are_one_paragraph() -> None:
    text = "De leiders van beide landen komen\nbijeen in de stad aan de rivier\nom te praten."
    assert len(find_paragraphs(text)) == 1
    assert sentences(text) == [text]


def test_paragraphs_are_numbered() -> None:
    assert [s.paragraph for s in find_sentences("Kop\n\nEen zin. Nog een.\n\nSlot")] == [0, 1, 1, 2]


@given(st.text(alphabet="aA1 .,'\"()!?\n-‘’“”…:€éß\u00a0\u200b/", max_size=60))
def test_every_character_that_is_no_blank_lies_in_one_token(text: str) -> None:
    tokens = [token for sentence in find_sentences(text) for token in sentence.tokens]
    assert all(left.end <= right.start for left, right in itertools.pairwise(tokens))
    covered = {i for token in tokens for i in range(token.start, token.end)}
    assert covered == {i for i, character in enumerate(text) if not character.isspace()}


@given(st.text(max_size=80))
def test_no_text_is_refused(text: str) -> None:
    assert all(sentence.tokens for sentence in find_sentences(text))
