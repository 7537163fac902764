from training.corpus import Word
from training.known import gather_lemmas


def test_lemmas_are_gathered_by_part_of_speech() -> None:
    words = [Word("Toppen", "top", "NOUN")] * 2 + [Word("toppen", "topper", "NOUN"), Word("NAVO", "NAVO", "PROPN")]
    assert gather_lemmas([words, [Word(".", ".", "PUNCT")]]) == {
        "NOUN": {"toppen": ["top", "topper"]},
        "PROPN": {"NAVO": ["NAVO"]},
    }
