"""Frames without a verb of saying, over trees drawn by hand: form|lemma|tag|head|relation|verb form."""

import pytest

from dragoman.claims.frames import find_frames
from dragoman.claims.sayings import Frame, Grammar
from dragoman.model.parse import Sentence, Token
from dragoman.packs.load import load_language
from dragoman.rules.tree import Tree

GRAMMAR = Grammar(load_language("nl"))


def tree_of(drawn: str) -> Tree:
    tokens, at = [], 0
    for each in drawn.split():
        form, lemma, upos, head, deprel, *rest = each.split("|")
        feats = {"VerbForm": rest[0]} if rest else {}
        token = Token(
            start=at,
            end=at + len(form),
            text=form,
            lemma=lemma,
            upos=upos,
            head=int(head) - 1,
            deprel=deprel,
            feats=feats,
        )
        tokens.append(token)
        at += len(form) + 1
    return Tree(Sentence(start=0, end=at, tokens=tuple(tokens)))


def frames(drawn: str) -> list[tuple[str, str, str, str]]:
    """Lists construction, cue, speakers and what is said of each frame."""
    tree = tree_of(drawn)

    def words(indexes: tuple[int, ...]) -> str:
        return " ".join(tree.tokens[i].text for i in indexes if tree.tokens[i].upos != "PUNCT")

    def told(frame: Frame) -> tuple[str, str, str, str]:
        return frame.how, tree.tokens[frame.index].text, words(frame.heads), words(frame.content)

    return [told(frame) for frame in find_frames(tree, grammar=GRAMMAR)]


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        pytest.param(
            "Volgens|volgens|ADP|2|case Kim|Kim|PROPN|3|obl komt|komen|VERB|0|root|Fin hij|hij|PRON|3|nsubj",
            [("according", "Volgens", "Kim", "komt hij")],
            id="according to",
        ),
        pytest.param(
            "Hij|hij|PRON|2|nsubj komt|komen|VERB|0|root|Fin ,|,|PUNCT|5|punct "
            "aldus|aldus|ADP|5|case Kim|Kim|PROPN|2|parataxis",
            [("according", "aldus", "Kim", "Hij komt")],
            id="thus",
        ),
        pytest.param(
            "Vrede|vrede|NOUN|2|nsubj heerst|heersen|VERB|0|root|Fin ,|,|PUNCT|4|punct "
            "verklaarde|verklaren|VERB|2|parataxis|Fin "
            "Poetin|Poetin|PROPN|4|nsubj volgens|volgens|ADP|7|case TASS|TASS|PROPN|4|obl",
            [
                ("parenthesis", "verklaarde", "Poetin", "Vrede heerst"),
                ("according", "volgens", "TASS", "Vrede heerst verklaarde Poetin"),
            ],
            id="one through another",
        ),
        pytest.param(
            "Kim|Kim|PROPN|3|nsubj is|zijn|AUX|3|cop|Fin ziek|ziek|ADJ|0|root "
            "naar|naar|SCONJ|5|mark verluidt|verluiden|VERB|3|advcl|Fin",
            [("hearsay", "naar", "", "Kim is ziek naar verluidt")],
            id="hearsay phrase",
        ),
        pytest.param(
            "De|de|DET|2|det belofte|belofte|NOUN|8|nsubj van|van|ADP|4|case "
            "Kim|Kim|PROPN|2|nmod dat|dat|SCONJ|7|mark hij|hij|PRON|7|nsubj "
            "komt|komen|VERB|2|acl|Fin staat|staan|VERB|0|root|Fin",
            [("noun", "belofte", "Kim", "dat hij komt")],
            id="noun of saying",
        ),
    ],
)
def test_frame_without_a_verb_is_read_from_the_tree(drawn: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert frames(drawn) == expected


def test_question_is_no_hearsay() -> None:
    drawn = (
        "Zou|zullen|AUX|4|aux|Fin Kim|Kim|PROPN|4|nsubj hebben|hebben|AUX|4|aux|Inf "
        "gewonnen|winnen|VERB|0|root|Part {0}|{0}|PUNCT|4|punct"
    )
    assert [how for how, *_ in frames(drawn.format("."))] == ["hearsay"]
    assert frames(drawn.format("?")) == []
