"""What a verb over a clause makes of the claim inside it: hope, agreement, refusal, doubt, a condition."""

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from dragoman.claims.grade import OFF, Grade, least_sure, subjects_of
from dragoman.claims.scene import Scene
from dragoman.packs.load import load_language
from dragoman.packs.shapes.cues import Embedding, Hedge
from dragoman.rules.mood import grade_mood

if TYPE_CHECKING:
    from dragoman.model.vocabulary import Certainty

CLAUSAL = ("xcomp", "ccomp", "csubj", "acl", "advcl", "nsubj", "obj", "obl")


@cache
def _by_word(code: str) -> dict[str, Embedding]:
    return {
        word: rule
        for rule in load_language(code).implicatives.embeddings
        for word in (*rule.verbs, *rule.nouns, *rule.adjectives)
    }


@cache
def _hedge_verbs(code: str) -> dict[str, Hedge]:
    return {word: hedge for hedge in load_language(code).hedges.hedges for word in hedge.verbs}


def grade_embedding(scene: Scene, grade: Grade) -> Grade | None:
    """Grades a claim again by each clause around it, from the inside out; ``None`` when nothing is claimed.

    For example "hopes to meet" is mooted, "asked him to cancel" claims nothing, "if the summit goes ahead" is a
    condition.
    """
    at = grade.verb
    while at is not None:
        step = _step(scene, at, grade)
        if step is None:
            return None
        grade, at = step
    return grade


def _step(scene: Scene, at: int, grade: Grade) -> tuple[Grade, int | None] | None:
    tree, grammar = scene.tree, scene.grammar
    marks = [tree.lemma(c) for c in tree.dependents(at, "mark")]
    governor = tree.tokens[at].head
    if any(mark in grammar.conditional for mark in marks):
        return _conditional(grade, governor if governor >= 0 else None), None
    if governor < 0 or tree.rel(at).split(":")[0] not in CLAUSAL:
        return _conjunct(scene, at, grade)
    if tree.rel(at).startswith("advcl") and marks and not set(marks) & set(grammar.purpose):
        return grade, None  # "after he called it off" stands by itself, whatever the main clause does
    rule = _embedding(scene, governor)
    if rule is None:
        return _unruled(scene, at, governor, grade, marks)
    if rule.status == "planned" and any(mark in grammar.whether for mark in marks):
        return msgspec.structs.replace(grade, status="conditional", rule=rule.id, condition=governor), None
    changed = _apply(scene, rule, governor, grade)
    return None if changed is None else (changed, governor if tree.is_verbal(governor) else None)


def _conjunct(scene: Scene, at: int, grade: Grade) -> tuple[Grade, int | None]:
    tree = scene.tree
    if tree.rel(at) == "conj" and tree.tokens[at].head >= 0 and tree.opens_clause(tree.tokens[at].head):
        return grade, tree.tokens[at].head
    return grade, None


def _embedding(scene: Scene, governor: int) -> Embedding | None:
    tree = scene.tree
    table = _by_word(scene.pack.code)
    found = table.get(tree.verb(governor)) or table.get(tree.tokens[governor].lemma.lower().split("_")[-1])
    if found is not None and found.predicative and not tree.dependents(governor, "cop"):
        return None  # "the question is whether" is doubt, "answered the question whether" is not
    if found is not None:
        return found
    for child in tree.children[governor]:
        if tree.rel(child).split(":")[0] in ("obj", "xcomp", "advmod", "compound", "obl"):
            inner = table.get(tree.lemma(child))
            if (
                inner is not None
                and tree.lemma(child) in (*inner.nouns, *inner.adjectives, *inner.verbs)
                and tree.tokens[child].upos != "VERB"
            ):
                return inner
    return None


def _unruled(scene: Scene, at: int, governor: int, grade: Grade, marks: list[str]) -> tuple[Grade, int | None]:
    """Passes a claim through a governor that no rule knows; a bare "whether" leaves it open."""
    hedge = _hedge_verbs(scene.pack.code).get(scene.tree.verb(governor))
    if hedge is not None:
        grade = msgspec.structs.replace(
            grade, certainty=least_sure(grade.certainty, hedge.certainty), frames=(*grade.frames, governor)
        )
    if any(mark in scene.grammar.whether for mark in marks) and scene.tree.rel(at).split(":")[0] in (
        "ccomp",
        "csubj",
        "acl",
        "nsubj",
        "obj",
    ):
        return msgspec.structs.replace(grade, stance="unconfirmed"), None
    return grade, governor if scene.tree.is_verbal(governor) else None


def grade_condition(scene: Scene, grade: Grade) -> Grade:
    """Makes a plan conditional when its own clause holds an "if": "als het Lagerhuis nee zegt, volgt een top".

    "Even if" is no condition, and "for if" is one of what stands there alone.
    """
    if grade.verb is None or grade.status not in ("planned", "mooted", "confirmed") or grade.stance != "asserts":
        return grade
    tree = scene.tree
    if _follows_from_condition(scene, grade.verb):
        return msgspec.structs.replace(grade, status="conditional")
    for clause in tree.dependents(grade.verb, "advcl"):
        marks = {tree.lemma(c) for c in tree.dependents(clause, "mark", "case", "advmod")}
        if marks & set(scene.grammar.conditional) and not marks & {*scene.grammar.before, *scene.grammar.even}:
            return msgspec.structs.replace(grade, status="conditional", condition=clause)
    return grade


def _follows_from_condition(scene: Scene, verb: int) -> bool:
    """Tells whether a clause takes up a condition: "wint hij, dan stapt zij op", "dan zouden ook anderen komen"."""
    tree = scene.tree
    then = [c for c in tree.dependents(verb, "advmod") if tree.lemma(c) in scene.grammar.then and c < verb]
    if not then:
        return False
    opening = next((token for token in tree.tokens if token.upos != "PUNCT"), tree.tokens[verb])
    return opening.upos in ("VERB", "AUX") or grade_mood(tree, verb, grammar=scene.grammar).tense == "would"


def _conditional(grade: Grade, governor: int | None) -> Grade:
    if grade.status in OFF or grade.stance != "asserts":
        return msgspec.structs.replace(grade, certainty="possible", stance="unconfirmed")
    return msgspec.structs.replace(grade, status="conditional", condition=governor)


def _apply(scene: Scene, rule: Embedding, governor: int, grade: Grade) -> Grade | None:
    negated = scene.tree.is_verbal(governor) and grade_mood(scene.tree, governor, grammar=scene.grammar).negated
    outcome = rule.negated if negated and rule.negated is not None else rule.status
    if outcome == "none":
        return None
    certainty: Certainty = least_sure(grade.certainty, rule.certainty)
    frames = (*grade.frames, governor)
    performers = tuple(subjects_of(scene, governor)) or grade.performers
    if outcome == "keep":
        return msgspec.structs.replace(grade, certainty=certainty, frames=frames)
    base = msgspec.structs.replace(
        grade,
        rule=rule.id if grade.status not in OFF else grade.rule,
        certainty=certainty,
        frames=frames,
        performers=performers,
        condition=governor if outcome == "conditional" else grade.condition,
    )
    if grade.status in OFF:
        return _off_embedded(base, outcome)
    if negated and rule.negated is None:
        return msgspec.structs.replace(base, status=outcome, stance="denies")
    return msgspec.structs.replace(base, status=outcome, stance="asserts")


def _off_embedded(grade: Grade, outcome: str) -> Grade:
    """Grades a calling-off under another verb: decided it stands, threatened it is doubt, refused it is denied."""
    if outcome in ("planned", "confirmed", "cancelled"):
        return grade
    if outcome == "refused":
        return msgspec.structs.replace(grade, stance="denies")
    if outcome == "doubtful" and grade.certainty == "certain":
        return msgspec.structs.replace(grade, stance="unconfirmed")
    return msgspec.structs.replace(grade, status="doubtful", certainty="possible")


def grade_hedges(scene: Scene, grade: Grade, tokens: list[int]) -> Grade:
    """Lowers certainty by the hedges in a claim's clause; "naar verluidt" makes it hearsay as well."""
    tree = scene.tree
    lower = [token.text.lower() for token in tree.tokens]
    inside = set(tokens)
    for hedge in scene.pack.hedges.hedges:
        words = any(lower[i] in hedge.words and tree.tokens[i].upos in ("ADV", "ADJ") for i in inside)
        phrases = any(_has_phrase(lower, inside, phrase) for phrase in hedge.phrases)
        if words or phrases:
            grade = msgspec.structs.replace(
                grade, certainty=least_sure(grade.certainty, hedge.certainty), hearsay=grade.hearsay or hedge.hearsay
            )
            if grade.status == "confirmed" and hedge.certainty == "possible":
                grade = msgspec.structs.replace(grade, status="mooted")
    return grade


def _has_phrase(lower: list[str], inside: set[int], phrase: tuple[str, ...]) -> bool:
    return any(
        first in inside and tuple(lower[first : first + len(phrase)]) == phrase
        for first in range(len(lower) - len(phrase) + 1)
    )
