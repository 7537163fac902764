"""What came of a held event: agreed, failed, passed or rejected, from words in the clause that tells it."""

from collections.abc import Sequence

from dragoman.claims.grade import Grade
from dragoman.claims.scene import Scene
from dragoman.rules.mood import grade_mood


def find_outcome(scene: Scene, grades: Sequence[Grade]) -> str | None:
    """Finds the outcome of an event in the clause that says it was held; None where no word tells it.

    For example "sloten de top af met een akkoord" gives ``agreed``. A denied word tells nothing: "zonder akkoord".
    """
    codes = {word: code for code, words in scene.pack.kinds.outcomes.items() for word in words}
    for grade in grades:
        if grade.status != "held" or grade.stance != "asserts" or grade.verb is None:
            continue
        for index in scene.tree.clause_tokens(grade.verb):
            code = codes.get(scene.tree.lemma(index))
            if code is not None and not _denied(scene, index):
                return code
    return None


def _denied(scene: Scene, index: int) -> bool:
    tree, grammar = scene.tree, scene.grammar
    own = {tree.lemma(child) for child in tree.dependents(index, "det", "advmod", "case")}
    if own & {*grammar.negators, *grammar.negative_determiners, *grammar.without}:
        return True
    return tree.is_verbal(index) and grade_mood(tree, index, grammar=grammar).negated
