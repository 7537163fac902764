from training.corpus import Word
from training.known import gather_lemmas, gather_parts


def test_lemmas_are_gathered_by_part_of_speech() -> None:
    words = [Word("Toppen", "top", "NOUN")] * 2 + [Word("toppen", "topper", "NOUN"), Word("NAVO", "NAVO", "PROPN")]
    assert gather_lemmas([words, [Word(".", ".", "PUNCT")]]) == {
        "NOUN": {"toppen": ["top", "topper"]},
        "PROPN": {"NAVO": ["NAVO"]},
    }


def test_parts_are_gathered_from_the_joints_of_lemmas() -> None:
    words = [
        Word("staatshoofden", "staat_hoofd", "NOUN"),
        Word("VN-gezant", "VN_gezant", "NOUN"),
        Word("afgelopen", "af_lopen", "VERB"),
        Word("partij", "partij", "NOUN"),
    ]
    assert gather_parts([words]) == {
        "fronts": {"VN": "VN", "staats": "staat"},
        "joined": {"VN-gezant": "VN_gezant", "staatshoofd": "staat_hoofd"},
    }
