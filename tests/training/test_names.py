import random

from training.corpus import Word
from training.names import fill_templates, label_treebank, read_gazetteer, to_line


def word(form: str, upos: str, head: int, deprel: str, lemma: str = "") -> Word:
    return Word(form, lemma or form, upos, "_", head, deprel)


def test_only_names_without_doubt_are_labelled() -> None:
    words = [
        word("De", "DET", 3, "det", "de"),
        word("Franse", "ADJ", 3, "amod", "Frans"),
        word("president", "NOUN", 0, "root"),
        word("Mercurius", "PROPN", 3, "appos"),
        word("zag", "VERB", 3, "acl"),
        word("Jan", "PROPN", 5, "obj"),
        word("Zonderling", "PROPN", 6, "flat"),
        word("in", "ADP", 9, "case"),
        word("Genève", "PROPN", 5, "obl"),
        word("bij", "ADP", 11, "case"),
        word("Zonderling", "PROPN", 5, "obl"),
    ]
    (labelled,) = label_treebank([words], read_gazetteer())
    assert [w.name for w in labelled] == [
        "O", "B-ADJ", "O", "B-PER", "O", "B-PER", "I-PER", "O", "B-LOC", "O", None,
    ]  # fmt: skip


def test_a_name_under_two_labels_is_not_known() -> None:
    gazetteer = read_gazetteer()
    assert gazetteer.known["Den", "Haag"] == "LOC"
    assert all(len(set(label)) > 1 for label in gazetteer.known.values())


def test_every_template_is_filled() -> None:
    chance = random.Random(1)  # noqa: S311 - a seed is for repeating
    lines = list(fill_templates(read_gazetteer(), 1, chance))
    assert len(lines) > 60
    assert not any("{" in line for line in lines)


def test_a_sentence_is_written_as_it_is_read() -> None:
    words = [Word("In", name="O"), Word("Den", name="B-LOC"), Word("Haag", name="I-LOC"), Word("Odd", name=None)]
    assert to_line(words) == "In [Den Haag|LOC] ?Odd"
