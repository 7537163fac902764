"""The sixty hand-parsed sentences are whole trees, and each marks ten arcs."""

from pathlib import Path

import pytest

from training.corpus import Sentence, read_conllu

FILE = Path(__file__).parents[2] / "evaluation" / "parses" / "decisive.conllu"
SENTENCES = list(read_conllu(FILE))
BLOCKS = FILE.read_text(encoding="utf-8").strip().split("\n\n")
UPOS = frozenset("ADJ ADP ADV AUX CCONJ DET NOUN NUM PRON PROPN PUNCT SCONJ VERB".split())
RELATIONS = frozenset(
    "acl acl:relcl advcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound:prt conj cop csubj det "
    "expl:pv fixed flat iobj mark nmod nmod:poss nsubj nsubj:pass nummod obj obl obl:arg orphan parataxis punct "
    "root xcomp".split()
)
CONSTRUCTIONS = {
    "split separable verb",
    "zou cluster",
    "speech",
    "inversion",
    "ellipsis",
    "stacked participles",
    "embedded",
}


def test_there_are_sixty_sentences_of_seven_constructions() -> None:
    """Each sentence tells what it is there for."""
    assert len(SENTENCES) == len(BLOCKS) == len({text for text, _ in SENTENCES}) == 60
    told = [line.removeprefix("# construction = ") for line in "\n".join(BLOCKS).split("\n") if "construction" in line]
    assert len(told) == 60
    assert set(told) == CONSTRUCTIONS


@pytest.mark.parametrize(("text", "words"), SENTENCES)
def test_a_sentence_is_a_tree(text: str, words: Sentence) -> None:
    """One root, every word below it, and the words are those of the text."""
    heads = [word.head for word in words]
    assert heads.count(0) == 1
    assert all(below_root(heads, number) for number in range(1, len(words) + 1))
    assert "".join(word.form + ("" if word.glued else " ") for word in words).strip() == text
    assert 12 <= sum(word.upos != "PUNCT" for word in words) <= 35


@pytest.mark.parametrize(("text", "words"), SENTENCES)
def test_labels_are_those_of_the_treebank(text: str, words: Sentence) -> None:
    """A mistyped relation or part of speech would count as the parser's mistake."""
    assert {word.upos for word in words} <= UPOS, text
    assert {word.deprel for word in words} <= RELATIONS, text
    assert [word.deprel == "root" for word in words] == [word.head == 0 for word in words]
    assert [word.deprel == "punct" for word in words] == [word.upos == "PUNCT" for word in words]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.split("\n")[0][-2:])
def test_ten_arcs_are_decisive(block: str) -> None:
    """Not one more or less, and none of a mark of punctuation; words are numbered from 1."""
    rows = [line.split("\t") for line in block.split("\n") if not line.startswith("#")]
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
    marked = [row for row in rows if "Decisive=Yes" in row[9].split("|")]
    assert len(marked) == 10
    assert all(row[7] != "punct" for row in marked)


def below_root(heads: list[int | None], number: int) -> bool:
    """Tells whether going up from a word ends at the root."""
    for _ in heads:
        head = heads[number - 1]
        assert head is not None
        if head == 0:
            return True
        number = head
    return False
