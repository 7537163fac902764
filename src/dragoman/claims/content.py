"""What is said: the tokens that a verb of saying governs, by the construction that it stands in."""

from dragoman.claims.sayings import Grammar, bearers, finite, inverted, loose_particle
from dragoman.packs.shapes.speech import SpeechVerb
from dragoman.rules.tree import Tree

_CONTENT = ("ccomp", "csubj")
_ADJUNCTS = ("obl", "obj", "nsubj", "nmod", "advmod", "advcl")
_QUOTES = frozenset("'\"’‘“”„\u201a«»`")
_MARKS = _QUOTES | frozenset(",–—-")


def find_content(tree: Tree, index: int, rule: SpeechVerb, grammar: Grammar, *, passive: bool) -> tuple[str, list[int]]:
    """Gives the construction and the tokens of what is said, the surest construction first."""
    clauses = _clauses(tree, index, rule, grammar)
    if clauses and "clause" in rule.takes:
        loose = loose_particle(tree, index, rule)
        return "clause", [i for each in clauses for i in tree.subtree(each) if i != loose]
    around = _around(tree, index, grammar)
    if around:
        return "parenthesis", around
    if _anaphor(tree, index, grammar):
        return "anaphor", []
    infinitives = [i for i in tree.dependents(index, "xcomp", "ccomp", "advcl") if _is_infinitive(tree, i)]
    infinitives = [i for i in infinitives if i > index or tree.rel(i) != "advcl"]  # before it, "om te …" is a purpose
    if infinitives and "infinitive" in rule.takes:
        return "infinitive", [i for each in infinitives for i in tree.subtree(each)]
    if "object" in rule.takes and objects(tree, index, rule, passive=passive):
        return "object", without_contrast(tree, index, grammar, *tree.dependents(index, "parataxis"))
    return "bare", []


def _clauses(tree: Tree, index: int, rule: SpeechVerb, grammar: Grammar) -> list[int]:
    """Lists the heads of the clauses that a verb of saying governs: complement clauses, words after a colon."""
    found = []
    held = bearers(tree, index, rule)
    for child in (child for at in held for child in tree.children[at] if child not in held):
        relation = tree.rel(child).split(":")[0]
        if tree.tokens[child].text.lower() in grammar.speech.manner:
            continue
        if relation in _CONTENT or (relation in ("advcl", "acl", "xcomp", "dep") and opened(tree, child, grammar)):
            if not (_is_infinitive(tree, child) and "infinitive" in rule.takes):
                found.append(child)
        elif relation == "parataxis" and not _is_frame(tree, child, grammar) and _is_content(tree, index, child):
            found.append(child)
    return found or _clauses_below(tree, index, grammar)


def _clauses_below(tree: Tree, index: int, grammar: Grammar) -> list[int]:
    """Lists "dat" clauses that hang one step lower: on "ervan", or on a phrase beside the verb by a parser's doubt."""
    return [
        i
        for child in tree.dependents(index, "obj", "obl", "xcomp", "advmod")
        if grammar.rule_at(tree, child) is None and tree.lemma(child) not in grammar.nouns
        for i in tree.dependents(child, "acl", "ccomp", "advcl")
        if tree.rel(i) != "acl:relcl" and opened(tree, i, grammar)
    ]


def opened(tree: Tree, index: int, grammar: Grammar) -> bool:
    """Tells whether a clause opens with "dat" or its like."""
    return not {tree.lemma(i) for i in tree.dependents(index, "mark")}.isdisjoint(grammar.speech.that)


def _is_frame(tree: Tree, index: int, grammar: Grammar) -> bool:
    words = {rule.lemma for rule in grammar.speech.according}
    return grammar.rule_at(tree, index) is not None or tree.case(index) in words


def _is_content(tree: Tree, index: int, child: int) -> bool:
    """Tells whether a loosely joined clause is what is said: it stands before "zei X", or behind a colon."""
    if child < index:
        return inverted(tree, index)
    return any(tree.tokens[i].text == ":" for i in range(index, child))


def _is_infinitive(tree: Tree, index: int) -> bool:
    group = (index, *tree.dependents(index, "aux", "cop"))
    forms = {tree.feature(i, "VerbForm") for i in group}
    return "Inf" in forms and "Fin" not in forms and not tree.dependents(index, "nsubj")


def _around(tree: Tree, index: int, grammar: Grammar) -> list[int]:
    """Gives the clause that a parenthesis stands in: "…, zei X", "zoals X zei", "X zei: …"."""
    relation, above = tree.rel(index).split(":")[0], tree.tokens[index].head
    if above < 0:
        return _before(tree, index, grammar)
    marks = {tree.lemma(i) for i in tree.dependents(index, "mark", "advmod")}
    if relation in ("advcl", "acl") and marks & set(grammar.speech.as_):
        return without_contrast(tree, tree.clause(above), grammar, index)
    if relation in ("parataxis", "ccomp", "dep") and _is_parenthesis(tree, index, above, grammar):
        said = without_contrast(tree, _whole(tree, index, above), grammar, index)
        return _up_to(tree, said, tree.subtree(index)) if above < index else said
    return _before(tree, index, grammar) if relation in ("parataxis", "conj") else []


def _up_to(tree: Tree, said: list[int], frame: list[int]) -> list[int]:
    """Leaves out of what is said the words that follow ", zei X" without a mark between: "zei X na afloop"."""
    last = frame[-1]
    if last + 1 >= len(tree) or tree.tokens[last + 1].upos == "PUNCT":
        return said
    stop = next((i for i in range(last + 1, len(tree)) if tree.tokens[i].upos == "PUNCT"), len(tree))
    return [i for i in said if not last < i < stop]


def _whole(tree: Tree, index: int, above: int) -> int:
    """Gives the head of all that stands before ", zei X": the main clause, wherever the tree hangs the parenthesis."""
    top = next((i for i in tree.ancestors(index) if tree.tokens[i].head < 0), above)
    return top if top < index else tree.clause(above)


def _is_parenthesis(tree: Tree, index: int, above: int, grammar: Grammar) -> bool:
    first = tree.subtree(index)[0]
    manner = any(tree.tokens[i].text.lower() in grammar.speech.manner for i in tree.subtree(index)[:3])
    colon = index < above and any(tree.tokens[i].text == ":" for i in range(index, above))
    subjectless = not tree.dependents(index, "nsubj") and tree.tokens[index].start > tree.tokens[first].start
    return inverted(tree, index) or manner or colon or (subjectless and bool(tree.dependents(index, "aux:pass")))


def _before(tree: Tree, index: int, grammar: Grammar) -> list[int]:
    """Gives what stands before ", zei X" where the tree does not say that it is said.

    Only within the sentence, and only when a comma or quote mark stands right before the verb and its subject
    right behind it.
    """
    if not inverted(tree, index):
        return []
    at = finite(tree, index) - 1
    while at >= 0 and tree.tokens[at].text.lower() in grammar.speech.manner:
        at -= 1
    if at < 1 or tree.tokens[at].text not in _MARKS:
        return []
    before = [i for i in range(at) if tree.tokens[i].upos != "PUNCT"]
    top = tree.top(before) if before else index
    if tree.tokens[top].head == index and tree.rel(top).split(":")[0] in _ADJUNCTS:
        return []
    verbal = any(tree.feature(i, "VerbForm") == "Fin" or tree.tokens[i].upos in ("VERB", "AUX") for i in before)
    opens = before and {tree.lemma(i) for i in before[:1]} & {*grammar.pack.grammar.conditional, *grammar.speech.as_}
    purpose = before and tree.rel(before[0]) == "mark" and tree.tokens[before[0]].upos == "ADP"
    return before if verbal and not opens and not purpose else []


def _anaphor(tree: Tree, index: int, grammar: Grammar) -> bool:
    """Tells whether a verb's object is "dat" or "dit", what was said before."""
    return any(
        tree.lemma(i) in grammar.speech.anaphors
        and tree.tokens[i].upos in ("PRON", "DET")
        and not tree.children[i]
        and tree.feature(i, "PronType") != "Rel"
        and not (tree.rel(index).startswith("acl") and i < index)
        for i in tree.dependents(index, "obj", "nsubj:pass", "nsubj", "obl")
        if tree.rel(i) != "nsubj"
    )


def objects(tree: Tree, index: int, rule: SpeechVerb, *, passive: bool) -> list[int]:
    """Lists the noun phrases that a verb of saying takes as what is said; behind a preposition where it needs one."""
    if rule.prepositions:
        beside = [*bearers(tree, index, rule), *(i for i in tree.children[index] if _is_particle(tree, i, rule))]
        return [i for at in beside for i in tree.dependents(at, "obl", "nmod") if tree.case(i) in rule.prepositions]
    wanted = "nsubj:pass" if passive else "obj"
    return [i for i in tree.children[index] if tree.rel(i) == wanted and _is_noun(tree, i)]


def _is_noun(tree: Tree, index: int) -> bool:
    """Tells whether a word stands as a noun: with an article it does, also where the parser tags it as a verb."""
    upos = tree.tokens[index].upos
    return upos in ("NOUN", "PROPN") or (upos == "VERB" and bool(tree.dependents(index, "det")))


def judged(tree: Tree, index: int, rule: SpeechVerb) -> list[int]:
    """Lists what somebody calls something ("noemde het *een goed begin*"), and what he adds behind a colon.

    Nothing where a particle or a clause shows that the verb means something else here.
    """
    heads = [i for i in objects(tree, index, rule, passive=False) if i > index] if rule.prepositions else []
    if not rule.prepositions:
        heads = [i for i in tree.dependents(index, "xcomp") if tree.tokens[i].upos in ("ADJ", "NOUN")]
        heads = [i for i in heads if tree.feature(i, "VerbForm") is None and tree.dependents(index, "obj", "expl")]
    if not heads:
        return []
    added = [i for i in tree.dependents(index, "parataxis") if _is_content(tree, index, i) and i > index]
    case = {i for head in heads for i in tree.dependents(head, "case", "mark")}
    return [i for head in (*heads, *added) for i in tree.subtree(head) if i not in case]


def _is_particle(tree: Tree, index: int, rule: SpeechVerb) -> bool:
    return tree.tokens[index].text.lower() == rule.particle


def without_contrast(tree: Tree, head: int, grammar: Grammar, *frames: int) -> list[int]:
    """Lists a clause without the branches named and without what "maar" sets against it."""
    skip = set(frames)
    after = max(frames, default=head)
    for child in tree.subtree(head):
        joined = {tree.lemma(i) for i in tree.dependents(child, "cc")}
        near = tree.tokens[child].head == head or child > after
        if near and joined & set(grammar.speech.contrast) and tree.dependents(child, "nsubj"):
            skip.add(child)
    return tree.subtree(head, without=skip)
