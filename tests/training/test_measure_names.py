from training.corpus import Word
from training.measure_names import clear_names, marked_names, score_names

WORDS = [
    Word("Jan", name="B-PER"),
    Word("Smit", name="I-PER"),
    Word("zag", name="O"),
    Word("Mercurius"),
    Word("Gent", name="B-LOC"),
]


def test_labels_tell_names() -> None:
    assert marked_names(WORDS) == {(0, 1, "PER"), (4, 4, "LOC")}


def test_names_on_words_without_a_label_do_not_count() -> None:
    assert clear_names(WORDS, [(3, 4, "ORG"), (4, 4, "LOC")]) == {(4, 4, "LOC")}


def test_names_are_scored_by_label() -> None:
    scores = score_names([(marked_names(WORDS), {(0, 1, "PER"), (4, 4, "ORG")})])
    assert scores["all"] == {"told": 2, "precision": 50.0, "recall": 50.0, "f1": 50.0}
    assert scores["PER"]["f1"] == 100.0
    assert (scores["LOC"]["recall"], scores["ORG"]["precision"]) == (0.0, 0.0)
