"""Saying without a verb of saying: "volgens X", "de belofte van X dat …", "naar verluidt", "zou … hebben"."""

from collections.abc import Iterable, Iterator, Sequence

from dragoman.claims.content import opened, without_contrast
from dragoman.claims.sayings import Frame, Grammar
from dragoman.packs.shapes.speech import According, Hearsay
from dragoman.rules.tree import Tree


def find_noun_frames(tree: Tree, grammar: Grammar) -> Iterator[Frame]:
    """Finds "de belofte van X dat …" and "X uitte de hoop dat …"."""
    for index, token in enumerate(tree.tokens):
        rule = grammar.nouns.get(tree.lemma(index)) if token.upos == "NOUN" else None
        if rule is None:
            continue
        heads = _owners(tree, index, grammar)
        clauses = [i for i in tree.dependents(index, "acl", "ccomp", "advcl", "csubj") if opened(tree, i, grammar)]
        clauses += [
            i
            for at in (index, *heads)
            for i in tree.dependents(at, "acl")
            if i not in clauses and _first_is_that(tree, at, i, grammar)
        ]
        if not clauses or not heads:
            continue
        content = [i for each in clauses for i in tree.subtree(each)]
        yield Frame(
            rule=rule.id,
            type=rule.type,
            index=index,
            how="noun",
            heads=tuple(heads),
            content=tuple(content),
            words=tuple(i for i in tree.clause_tokens(tree.clause(index)) if i not in content),
            stance=rule.stance,
        )


def _first_is_that(tree: Tree, owner: int, index: int, grammar: Grammar) -> bool:
    """Tells whether a clause behind an owner is no relative one: "dat" agrees with neuter nouns alone."""
    first = tree.subtree(index)[0]
    return tree.lemma(first) in grammar.speech.that and tree.feature(owner, "Gender") != "Neut"


def _owners(tree: Tree, index: int, grammar: Grammar) -> list[int]:
    """Lists whose a noun of saying is: its owner, else the subject of the verb it is the object of."""
    owners = [i for i in tree.dependents(index, "nmod") if tree.case(i) in grammar.pack.grammar.of]
    owners += tree.dependents(index, "nmod:poss")
    if owners:
        return owners[:1]
    above = tree.tokens[index].head
    if above < 0 or tree.rel(index) not in ("obj", "xcomp", "obl"):
        return []
    return [i for i in tree.dependents(above, "nsubj") if tree.rel(i) == "nsubj"][:1]


def find_according_frames(tree: Tree, grammar: Grammar, verbs: Sequence[Frame]) -> Iterator[Frame]:
    """Finds "volgens X", "aldus X": the clause around the phrase is what X says."""
    bearers = {frame.index: frame for frame in verbs}
    for rule in grammar.speech.according:
        if rule.own:
            yield from _own_accounts(tree, rule, grammar)
            continue
        for at, token in enumerate(tree.tokens):
            if token.text.lower() != rule.lemma or not _led(tree, at, rule.lead):
                continue
            head = _following(tree, at) if rule.lead else _complement(tree, at)
            if head is None or head in bearers:
                continue
            lead = range(at - len(rule.lead), at)
            phrase = [*lead, *tree.subtree(head)]
            above = tree.tokens[head].head
            while above in lead:
                above = tree.tokens[above].head
            governor = above if above in bearers else tree.clause(above) if above >= 0 else -1
            content = without_contrast(tree, governor, grammar, head, *lead) if governor >= 0 else []
            said = bearers.get(governor)
            if said is not None:
                content = sorted({*(() if rule.inner else content), *said.content} - set(phrase))
            yield Frame(
                rule=rule.id,
                type="say",
                index=at,
                how="according",
                heads=(head,),
                content=tuple(content),
                words=tuple({at, *phrase}),
                takes_phrase=rule.certain,
                through=governor if rule.inner and said is not None else None,
            )


def _own_accounts(tree: Tree, rule: According, grammar: Grammar) -> Iterator[Frame]:
    """Finds "naar eigen zeggen": the clause is what its subject says."""
    for at, token in enumerate(tree.tokens):
        if token.text.lower() != rule.lemma or not _led(tree, at, rule.lead):
            continue
        words = range(at - len(rule.lead), at + 1)
        top = tree.top(words)
        above = tree.tokens[top].head
        governor = tree.clause(above) if above >= 0 else -1
        subjects = (
            [i for i in tree.dependents(governor, "nsubj", "nsubj:pass") if i not in words] if governor >= 0 else []
        )
        if subjects:
            verbs = (i for i in (governor, *tree.dependents(governor, "aux", "aux:pass", "cop")))
            tensed = {i for i in verbs if tree.feature(i, "VerbForm") == "Fin"}
            left_out = {*words, *tensed, *tree.subtree(subjects[0])}
            yield Frame(
                rule=rule.id,
                type="say",
                index=at,
                how="according",
                heads=(subjects[0],),
                content=tuple(i for i in without_contrast(tree, governor, grammar, *words) if i not in left_out),
                words=tuple(words),
                takes_phrase=True,
            )


def _led(tree: Tree, at: int, lead: Sequence[str]) -> bool:
    before = [tree.tokens[i].text.lower() for i in range(max(0, at - len(lead)), at)]
    return before == list(lead)


def _complement(tree: Tree, at: int) -> int | None:
    """Gives the noun that a preposition stands before, also where the tree hangs it elsewhere."""
    above = tree.tokens[at].head
    if tree.rel(at) in ("case", "mark") and above > at:
        return above
    below = [i for i in tree.children[at] if i > at and tree.tokens[i].upos in ("NOUN", "PROPN", "PRON")]
    if below:
        return below[0]
    tagged = above >= 0 and tree.tokens[above].upos == "VERB" and tree.rel(above) == "parataxis"
    return None if tagged or at == 0 or tree.tokens[at - 1].upos != "PUNCT" else _following(tree, at)


def _following(tree: Tree, at: int) -> int | None:
    """Gives the head of the noun phrase that starts behind a token."""
    nominal = ("NOUN", "PROPN", "PRON")
    top = next((i for i in range(at + 1, len(tree)) if tree.tokens[i].upos in nominal), None)
    while top is not None and tree.tokens[top].head > at and tree.tokens[tree.tokens[top].head].upos in nominal:
        top = tree.tokens[top].head
    return top


def find_hearsay_frames(tree: Tree, grammar: Grammar, found: Sequence[Frame]) -> Iterator[Frame]:
    """Finds "naar verluidt" and "zou … hebben": the outlet steps back from the clause."""
    bearers = {frame.index for frame in found}
    asked = tree.tokens[-1].text == "?" if tree.tokens else False
    words = [token.text.lower() for token in tree.tokens]
    for rule in grammar.speech.hearsay:
        for at in range(len(words)):
            size = len(rule.phrase)
            if size and tuple(words[at : at + size]) == rule.phrase:
                top = tree.top(range(at, at + size))
                above = tree.tokens[top].head
                head = tree.clause(above) if above >= 0 else top
                yield _stepped_back(tree, rule, head, range(at, at + size))
            elif not asked and at not in bearers and has_auxiliaries(tree, at, rule):
                helpers = tree.dependents(at, "aux")
                yield _stepped_back(tree, rule, at, helpers or [at])


def has_auxiliaries(tree: Tree, index: int, rule: Hearsay) -> bool:
    """Tells whether the auxiliaries of a construction of hearsay stand by a verb, and nothing that forbids it."""
    if not rule.auxiliary:
        return False
    words = {tree.tokens[i].text.lower() for i in tree.dependents(index, "aux")}
    if not (words & set(rule.auxiliary) and words & set(rule.perfect)):
        return False
    clause = {tree.tokens[i].text.lower() for i in tree.subtree(index)}
    return not clause & set(rule.unless)


def _stepped_back(tree: Tree, rule: Hearsay, head: int, words: Iterable[int]) -> Frame:
    cue = tuple(words)
    return Frame(
        rule=rule.id,
        type="say",
        index=cue[0],
        how="hearsay",
        content=tuple(tree.subtree(head)),
        words=cue,
        unnamed=True,
        hearsay=True,
    )
