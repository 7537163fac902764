"""Tense, negation and mood of a clause, from the verb and its auxiliaries."""

import msgspec

from dragoman.packs.shapes.cues import GrammarFile
from dragoman.rules.tree import Tree


class Mood(msgspec.Struct, frozen=True, kw_only=True):
    """What the verb group of a clause says apart from its meaning.

    ``tense`` is ``past``, ``present``, ``future``, ``would`` (the past of a future auxiliary) or ``none`` for
    infinitives and bare participles. ``perfect`` tells a perfect; ``passive`` a passive. ``negated`` and
    ``not_yet`` count negators; ``possible`` and ``obliged`` come from modal verbs; ``question`` from a question mark.
    """

    tense: str
    perfect: bool = False
    passive: bool = False
    negated: bool = False
    not_yet: bool = False
    possible: bool = False
    obliged: bool = False
    question: bool = False

    @property
    def before(self) -> bool:
        """Tells whether the clause goes back behind the story's own past: a pluperfect."""
        return self.tense == "past" and self.perfect

    @property
    def over(self) -> bool:
        """Tells whether the clause speaks of what lies behind."""
        return self.tense == "past" or (self.tense == "present" and self.perfect)


def verb_group(tree: Tree, index: int, *, grammar: GrammarFile) -> list[int]:
    """Lists a predicate's verbs: the token, its auxiliaries, and modal verbs that govern it by xcomp."""
    group = [index, *tree.dependents(index, "aux", "cop")]
    helpers = {*grammar.future, *grammar.possible, *grammar.obliged, *grammar.hearsay}
    at = index
    while tree.rel(at) == "xcomp" and tree.lemma(tree.tokens[at].head) in helpers:
        at = tree.tokens[at].head
        group += [at, *tree.dependents(at, "aux")]
    return sorted(set(group))


def grade_mood(tree: Tree, index: int, *, grammar: GrammarFile) -> Mood:
    """Grades tense, negation and mood of the clause whose predicate is the token.

    A coordinated verb without a finite form of its own shares that of the first: "werd afgezegd en verplaatst".
    """
    group = verb_group(tree, index, grammar=grammar)
    finite = [i for i in group if tree.feature(i, "VerbForm") == "Fin"]
    if not finite and tree.tokens[index].head >= 0 and _marked_off(tree, index, grammar=grammar):
        outer = grade_mood(tree, tree.tokens[index].head, grammar=grammar)
        return msgspec.structs.replace(outer, negated=True, not_yet=False)
    if not finite and tree.rel(index) == "conj":
        shared = grade_mood(tree, tree.tokens[index].head, grammar=grammar)
        if tree.feature(index, "VerbForm") in ("Part", "Inf"):
            own = _negated(tree, group, grammar=grammar)
            return msgspec.structs.replace(shared, negated=own, not_yet=own and shared.not_yet)
    lemmas = {tree.lemma(i) for i in group if i != index}
    passive = bool(tree.dependents(index, "aux:pass", "nsubj:pass")) or bool(lemmas & set(grammar.passive))
    helped = bool(finite) and finite[0] != index and tree.lemma(finite[0]) in (*grammar.perfect, *grammar.passive)
    part = tree.feature(index, "VerbForm") == "Part" or (
        helped and tree.feature(index, "VerbForm") != "Inf" and tree.tokens[index].upos == "VERB"
    )
    negated = _negated(tree, group, grammar=grammar)
    return Mood(
        tense=_tense(tree, finite, index, grammar=grammar),
        perfect=part and bool(lemmas & set(grammar.perfect)),
        passive=passive,
        negated=negated,
        not_yet=negated and _has(tree, group, grammar.not_yet),
        possible=bool(lemmas & set(grammar.possible)),
        obliged=bool(lemmas & set(grammar.obliged)),
        question=bool(tree.tokens) and tree.tokens[-1].text == "?",
    )


def _marked_off(tree: Tree, index: int, *, grammar: GrammarFile) -> bool:
    """Tells whether "without" opens an infinitive's clause, which then did not happen when its governor did."""
    return any(tree.lemma(child) in grammar.without for child in tree.dependents(index, "mark", "case"))


def _tense(tree: Tree, finite: list[int], index: int, *, grammar: GrammarFile) -> str:
    if not finite:
        return "none"
    first = finite[0]
    past = tree.feature(first, "Tense") == "Past"
    if tree.lemma(first) in grammar.future and (first != index or bool(tree.dependents(index, "aux"))):
        return "would" if past else "future"
    return "past" if past else "present"


def _has(tree: Tree, group: list[int], words: tuple[str, ...]) -> bool:
    """Looks for words beside the predicate, or under its adverbs: "yet" may hang on "not"."""
    beside = [child for i in group for child in tree.dependents(i, "advmod", "obl")]
    below = [child for adverb in beside for child in tree.dependents(adverb, "advmod")]
    return any(tree.tokens[child].text.lower() in words for child in (*beside, *below))


def _negated(tree: Tree, group: list[int], *, grammar: GrammarFile) -> bool:
    """Counts negators on the predicate, and negative determiners on its subject or object."""
    count = 0
    for i in group:
        for child in tree.dependents(i, "advmod", "nsubj", "obj", "det", "cc"):
            if _bounds_a_day(tree, child, grammar=grammar):
                continue
            if tree.rel(child).startswith(("advmod", "cc")) or tree.rel(child) == "det":
                count += tree.lemma(child) in grammar.negators or tree.lemma(child) in grammar.negative_determiners
            elif any(tree.lemma(d) in grammar.negative_determiners for d in tree.dependents(child, "det", "advmod")):
                count += 1
    return count % 2 == 1


def _bounds_a_day(tree: Tree, negator: int, *, grammar: GrammarFile) -> bool:
    """Tells whether a negator stands right before a "before": "not before June" says when, not whether."""
    following = negator + 1
    if tree.lemma(negator) not in grammar.negators or following >= len(tree.tokens):
        return False
    return tree.tokens[following].text.lower() in grammar.before and tree.rel(following) == "case"
