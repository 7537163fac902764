"""Frames over trees drawn by hand: each token is form|lemma|tag|head|relation and perhaps its verb form."""

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
            "Kim|Kim|PROPN|2|nsubj zei|zeggen|VERB|0|root|Fin dat|dat|SCONJ|5|mark "
            "hij|hij|PRON|5|nsubj komt|komen|VERB|2|ccomp|Fin",
            [("clause", "zei", "Kim", "dat hij komt")],
            id="complement clause",
        ),
        pytest.param(
            "Hij|hij|PRON|2|nsubj komt|komen|VERB|0|root|Fin ,|,|PUNCT|4|punct "
            "zei|zeggen|VERB|2|parataxis|Fin Kim|Kim|PROPN|4|nsubj",
            [("parenthesis", "zei", "Kim", "Hij komt")],
            id="inverted behind what is said",
        ),
        pytest.param(
            "Hij|hij|PRON|5|nsubj ,|,|PUNCT|5|punct zei|zeggen|VERB|5|parataxis|Fin "
            "Kim|Kim|PROPN|3|nsubj komt|komen|VERB|0|root|Fin",
            [("parenthesis", "zei", "Kim", "Hij komt")],
            id="inverted within what is said",
        ),
        pytest.param(
            "Kim|Kim|PROPN|2|nsubj deelde|mee_delen|VERB|0|root|Fin mee|mee|ADP|2|compound:prt "
            "dat|dat|SCONJ|6|mark hij|hij|PRON|6|nsubj "
            "komt|komen|VERB|2|ccomp|Fin",
            [("clause", "deelde", "Kim", "dat hij komt")],
            id="separated particle",
        ),
        pytest.param(
            "Kim|Kim|PROPN|2|nsubj deelde|delen|VERB|0|root|Fin soep|soep|NOUN|2|obj uit|uit|ADP|2|compound:prt",
            [],
            id="another particle is another verb",
        ),
        pytest.param(
            "Kim|Kim|PROPN|2|nsubj liet|laten|VERB|0|root|Fin "
            "weten|weten|VERB|2|compound:prt|Inf dat|dat|SCONJ|6|mark hij|hij|PRON|6|nsubj "
            "komt|komen|VERB|2|ccomp|Fin",
            [("clause", "liet", "Kim", "dat hij komt")],
            id="expression of two verbs",
        ),
        pytest.param(
            "Dat|dat|PRON|4|obj heeft|hebben|AUX|4|aux|Fin Sanders|Sanders|PROPN|4|nsubj "
            "meegedeeld|mee_delen|VERB|0|root|Part",
            [("anaphor", "meegedeeld", "Sanders", "")],
            id="what was said before",
        ),
        pytest.param(
            "Verwacht|verwachten|VERB|0|root|Part wordt|worden|AUX|1|aux:pass|Fin "
            "dat|dat|SCONJ|5|mark hij|hij|PRON|5|nsubj komt|komen|VERB|1|csubj|Fin",
            [("clause", "Verwacht", "", "dat hij komt")],
            id="passive that names nobody",
        ),
        pytest.param(
            "Het|het|DET|2|det bezoek|bezoek|NOUN|4|nsubj:pass werd|worden|AUX|4|aux:pass|Fin "
            "bevestigd|bevestigen|VERB|0|root|Part "
            "door|door|ADP|6|case Moskou|Moskou|PROPN|4|obl:agent",
            [("object", "bevestigd", "Moskou", "Het bezoek werd bevestigd door Moskou")],
            id="passive with its doer",
        ),
        pytest.param(
            "De|de|DET|2|det klok|klok|NOUN|3|nsubj zei|zeggen|VERB|0|root|Fin niets|niets|PRON|3|obj",
            [("bare", "zei", "klok", "")],
            id="nothing said",
        ),
        pytest.param(
            "Kim|Kim|PROPN|2|nsubj komt|komen|VERB|0|root|Fin ,|,|PUNCT|6|punct "
            "zoals|zoals|SCONJ|6|mark TASS|TASS|PROPN|6|nsubj "
            "meldt|melden|VERB|2|advcl|Fin",
            [("parenthesis", "meldt", "TASS", "Kim komt")],
            id="as somebody reports",
        ),
        pytest.param(
            "Kim|Kim|PROPN|2|nsubj beloofde|beloven|VERB|0|root|Fin te|te|ADP|4|mark komen|komen|VERB|2|xcomp|Inf",
            [("infinitive", "beloofde", "Kim", "te komen")],
            id="infinitive",
        ),
    ],
)
def test_frame_is_read_from_the_tree(drawn: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert frames(drawn) == expected


@pytest.mark.parametrize(
    ("drawn", "stance"),
    [
        (
            (
                "Kim|Kim|PROPN|2|nsubj ontkende|ontkennen|VERB|0|root|Fin dat|dat|SCONJ|5|mark "
                "hij|hij|PRON|5|nsubj komt|komen|VERB|2|ccomp|Fin"
            ),
            "denies",
        ),
        (
            (
                "Kim|Kim|PROPN|3|nsubj kon|kunnen|AUX|3|aux|Fin "
                "bevestigen|bevestigen|VERB|0|root|Inf niet|niet|ADV|3|advmod dat|dat|SCONJ|7|mark "
                "hij|hij|PRON|7|nsubj komt|komen|VERB|3|ccomp|Fin"
            ),
            "unconfirmed",
        ),
        (
            (
                "Kim|Kim|PROPN|2|nsubj weigerde|weigeren|VERB|0|root|Fin te|te|ADP|4|mark "
                "bevestigen|bevestigen|VERB|2|xcomp|Inf dat|dat|SCONJ|7|mark "
                "hij|hij|PRON|7|nsubj komt|komen|VERB|4|ccomp|Fin"
            ),
            "unconfirmed",
        ),
        (
            (
                "Kim|Kim|PROPN|2|nsubj bevestigde|bevestigen|VERB|0|root|Fin dat|dat|SCONJ|5|mark "
                "hij|hij|PRON|5|nsubj komt|komen|VERB|2|ccomp|Fin"
            ),
            None,
        ),
    ],
)
def test_stance_follows_verb_and_negation(drawn: str, stance: str | None) -> None:
    found = [frame for frame in find_frames(tree_of(drawn), grammar=GRAMMAR) if frame.how == "clause"]
    assert [frame.stance for frame in found] == [stance]


def test_hearsay_needs_would_and_a_perfect() -> None:
    heard = tree_of(
        "Kim|Kim|PROPN|4|nsubj zou|zullen|AUX|4|aux|Fin hebben|hebben|AUX|4|aux|Inf "
        "bevestigd|bevestigen|VERB|0|root|Part dat|dat|SCONJ|7|mark "
        "hij|hij|PRON|7|nsubj komt|komen|VERB|4|ccomp|Fin"
    )
    later = tree_of(
        "Kim|Kim|PROPN|3|nsubj zou|zullen|AUX|3|aux|Fin bevestigen|bevestigen|VERB|0|root|Inf "
        "dat|dat|SCONJ|6|mark "
        "hij|hij|PRON|6|nsubj komt|komen|VERB|3|ccomp|Fin"
    )
    assert [frame.hearsay for frame in find_frames(heard, grammar=GRAMMAR)] == [True]
    assert [frame.hearsay for frame in find_frames(later, grammar=GRAMMAR)] == [False]
