"""Frames of saying in one sentence: the words of saying, who says it, and what hangs on them in the tree."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from dragoman.model.vocabulary import Stance
from dragoman.packs.shapes.language import LanguagePack
from dragoman.packs.shapes.speech import Hearsay, SpeechType, SpeechVerb
from dragoman.rules.tree import Tree

_CONTENT = ("ccomp", "csubj")
_ADJUNCTS = ("obl", "obj", "nsubj", "nmod", "advmod", "advcl")
_QUOTES = frozenset("'\"’‘“”„\u201a«»`")
_MARKS = _QUOTES | frozenset(",–—-")


class Frame(msgspec.Struct, kw_only=True):
    """Words of saying at one place of a sentence.

    ``index`` is the token that bears it, ``heads`` the phrases that name who says it (none: nobody is named),
    ``content`` the tokens of what is said as far as the tree tells, ``words`` the tokens of the saying itself.
    ``how`` tells the construction: ``clause``, ``infinitive``, ``object``, ``parenthesis``, ``anaphor``,
    ``according``, ``noun``, ``hearsay``, or ``bare`` where only a quote can be what is said.
    """

    rule: str
    type: SpeechType
    index: int
    how: str
    heads: tuple[int, ...] = ()
    content: tuple[int, ...] = ()
    words: tuple[int, ...] = ()
    stance: Stance | None = None
    unnamed: bool = False
    silent: bool = False
    hearsay: bool = False
    inverted: bool = False
    takes_phrase: bool = False
    through: int | None = None
    """The frame, by its index, whose speaker has it from this one: "schreef de krant op gezag van …"."""


class Grammar:
    """The words of a language pack that frames are found by, indexed once."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack = pack
        self.speech = pack.speech
        self.verbs: dict[str, list[SpeechVerb]] = {}
        for rule in pack.speech.verbs:
            self.verbs.setdefault(rule.lemma, []).append(rule)
        for rule in pack.speech.verbs:
            for form in rule.forms:
                self.verbs.setdefault(form, []).append(rule)
        self.nouns = {lemma: rule for rule in pack.speech.nouns for lemma in rule.lemmas}
        self.negators = {*pack.grammar.negators, *pack.grammar.negative_determiners}

    def rule_at(self, tree: Tree, index: int) -> SpeechVerb | None:
        """Gives the rule of the verb of saying at a token, the one with most fixed words first."""
        if tree.tokens[index].upos not in ("VERB", "AUX", "ADJ"):
            return None
        keys = {tree.verb(index), tree.lemma(index), tree.tokens[index].text.lower()}
        fitting = [rule for key in keys for rule in self.verbs.get(key, ()) if _fits(tree, index, rule)]
        return max(fitting, key=_specific, default=None)


def _specific(rule: SpeechVerb) -> tuple[int, bool, str]:
    return len(rule.words), rule.particle is not None, rule.id


def find_frames(tree: Tree, *, grammar: Grammar) -> list[Frame]:
    """Finds the frames of saying of one sentence, in order of their words."""
    found = [*_verb_frames(tree, grammar), *_noun_frames(tree, grammar)]
    found += _according_frames(tree, grammar, found)
    found += _hearsay_frames(tree, grammar, found)
    return sorted(found, key=lambda frame: frame.index)


def _fits(tree: Tree, index: int, rule: SpeechVerb) -> bool:
    """Tells whether particle and fixed words stand by the verb, and no particle that makes it another one."""
    around = {tree.tokens[i].text.lower() for i in (*tree.subtree(index), tree.tokens[index].head) if i >= 0}
    if not all(any(option in around for option in word.split("|")) for word in rule.words):
        return False
    split = [i for i in tree.dependents(index, "compound:prt") if not _across_marks(tree, index, i)]
    particles = {tree.tokens[i].text.lower() for i in split} - _options(rule)
    if rule.particle in {tree.tokens[i].text.lower() for i in tree.children[index] if tree.rel(i) != "case"}:
        return True
    if rule.particle is None:
        return not particles and (tree.lemma(index) == rule.lemma or tree.tokens[index].text.lower() in rule.forms)
    word = tree.tokens[index].text.lower()
    whole = word.startswith(rule.particle) and word not in rule.forms[:1]
    return rule.particle in particles or (not particles and (whole or _loose_particle(tree, index, rule) is not None))


def _across_marks(tree: Tree, index: int, particle: int) -> bool:
    """Tells whether a quote mark parts a verb from a word that the tree takes for its particle."""
    return any(tree.tokens[i].text in _QUOTES for i in range(index, particle))


def _loose_particle(tree: Tree, index: int, rule: SpeechVerb) -> int | None:
    """Gives a particle that ends the verb's clause but hangs on what is said: "deelde mee dat …"."""
    for at in tree.subtree(index):
        following = tree.tokens[at + 1].upos if at + 1 < len(tree) else "PUNCT"
        ends = following in ("PUNCT", "SCONJ")
        if at > index and ends and tree.tokens[at].text.lower() == rule.particle:
            return at
    return None


def _options(rule: SpeechVerb) -> set[str]:
    return {option for word in rule.words for option in word.split("|")}


def _verb_frames(tree: Tree, grammar: Grammar) -> Iterator[Frame]:
    bearers: dict[int, SpeechVerb] = {}
    for index in range(len(tree)):
        rule = grammar.rule_at(tree, index)
        above = tree.tokens[index].head
        if rule is None or tree.rel(index) in ("amod", "compound:prt"):
            continue
        if above >= 0 and tree.tokens[above].text.lower() in _options(rule):
            index = above  # noqa: PLW2901 - "heeft laten weten": the expression's other verb bears the clause
        elif tree.rel(index) in ("aux", "aux:pass", "cop"):
            continue
        bearers[index] = max(bearers.get(index, rule), rule, key=_specific)
    for index, rule in bearers.items():
        frame = _frame_of(tree, index, rule, grammar)
        if frame is not None:
            yield frame


def _frame_of(tree: Tree, index: int, rule: SpeechVerb, grammar: Grammar) -> Frame | None:
    heads, passive = _speakers(tree, index, rule, grammar)
    how, content = _content(tree, index, rule, grammar, passive=passive)
    told_nowhere = not rule.speaker and not heads and "quote" not in rule.takes and rule.type != "emerge"
    if (how == "object" and not heads) or (how == "bare" and "quote" not in rule.takes) or told_nowhere:
        return None
    told = _objects(tree, index, rule, passive=passive) if how == "object" else []
    without = {i for each in told for i in tree.subtree(each)} if told else set(content)
    own = [i for i in tree.subtree(index) if i not in without]
    above = _governors(tree, index)
    return Frame(
        rule=rule.id,
        type=rule.type,
        index=index,
        how=how,
        heads=tuple(heads),
        content=tuple(content),
        words=tuple(sorted({*own, *(above if how not in ("parenthesis", "as") else ())} - without)),
        stance=_stance(tree, [index, *above], rule, grammar),
        unnamed=passive and rule.speaker and not heads,
        silent=not rule.speaker and not heads,
        hearsay=_is_hearsay(tree, index, grammar),
        inverted=_inverted(tree, index),
        takes_phrase="object" in rule.takes,
    )


def _governors(tree: Tree, index: int) -> list[int]:
    """Lists the verbs whose infinitive the verb of saying is: "wilde niet bevestigen"."""
    found, at = [], index
    while tree.rel(at) == "xcomp" and tree.tokens[at].head >= 0 and tree.tokens[at].head not in found:
        at = tree.tokens[at].head
        found.append(at)
        found += [i for i in tree.children[at] if tree.rel(i).split(":")[0] in ("aux", "advmod", "obl", "nsubj")]
    return found


def _stance(tree: Tree, verbs: Sequence[int], rule: SpeechVerb, grammar: Grammar) -> Stance | None:
    negations = 0
    for at in verbs:
        negations += sum(tree.lemma(i) in grammar.negators for i in tree.dependents(at, "advmod"))
        for part in tree.dependents(at, "obj", "nsubj"):
            negations += sum(tree.lemma(i) in grammar.negators for i in tree.dependents(part, "det", "advmod"))
        negations += at != verbs[0] and tree.verb(at) in grammar.speech.refusing
    return rule.negated if negations % 2 else rule.stance


def _is_hearsay(tree: Tree, index: int, grammar: Grammar) -> bool:
    return any(_has_auxiliaries(tree, index, rule) for rule in grammar.speech.hearsay)


def _has_auxiliaries(tree: Tree, index: int, rule: Hearsay) -> bool:
    if not rule.auxiliary:
        return False
    words = {tree.tokens[i].text.lower() for i in tree.dependents(index, "aux")}
    if not (words & set(rule.auxiliary) and words & set(rule.perfect)):
        return False
    clause = {tree.tokens[i].text.lower() for i in tree.subtree(index)}
    return not clause & set(rule.unless)


# ---------------------------------------------------------------- who


def _speakers(tree: Tree, index: int, rule: SpeechVerb, grammar: Grammar) -> tuple[list[int], bool]:
    """Gives the heads of the phrases that name who says it, and whether the saying is a passive."""
    at = index
    seen = {index}
    while True:
        passive = bool(tree.dependents(at, "aux:pass", "nsubj:pass", "csubj:pass"))
        by = [
            i
            for i in tree.dependents(at, "obl")
            if tree.rel(i) == "obl:agent" or (passive and tree.case(i) in grammar.pack.grammar.by)
        ]
        sources = [i for i in tree.dependents(at, "obl", "nmod") if tree.case(i) in rule.source]
        if sources or (passive and by):
            return (sources or by)[:1], passive
        if passive:
            return [], True
        subjects = [i for i in tree.dependents(at, "nsubj") if tree.rel(i) == "nsubj"]
        if not rule.speaker:
            return [], False
        if subjects:
            return [_antecedent(tree, at, subjects[0])], False
        above = tree.tokens[at].head
        if tree.rel(at) not in ("xcomp", "conj") or above < 0 or above in seen:
            return [], False
        at = above
        seen.add(at)


def _antecedent(tree: Tree, verb: int, subject: int) -> int:
    """Gives the noun for a relative pronoun: "Kim, die zei dat …"."""
    above = tree.tokens[verb].head
    relative = tree.rel(verb).startswith("acl") and tree.tokens[subject].upos == "PRON" and above < subject
    return above if relative and above >= 0 else subject


def _inverted(tree: Tree, index: int) -> bool:
    """Tells whether the subject stands behind the verb that bears the tense: "zei X", "zou X hebben gezegd"."""
    subjects = tree.dependents(index, "nsubj")
    return bool(subjects) and subjects[0] > _finite(tree, index)


def _finite(tree: Tree, index: int) -> int:
    return min([index, *tree.dependents(index, "aux", "aux:pass")])


# ---------------------------------------------------------------- what


def _content(tree: Tree, index: int, rule: SpeechVerb, grammar: Grammar, *, passive: bool) -> tuple[str, list[int]]:
    """Gives the construction and the tokens of what is said, the surest construction first."""
    clauses = _clauses(tree, index, rule, grammar)
    if clauses and "clause" in rule.takes:
        loose = _loose_particle(tree, index, rule)
        return "clause", [i for each in clauses for i in tree.subtree(each) if i != loose]
    around = _around(tree, index, grammar)
    if around:
        return "parenthesis", around
    if _anaphor(tree, index, grammar):
        return "anaphor", []
    infinitives = [i for i in tree.dependents(index, "xcomp", "ccomp", "advcl") if _is_infinitive(tree, i)]
    if infinitives and "infinitive" in rule.takes:
        return "infinitive", [i for each in infinitives for i in tree.subtree(each)]
    if "object" in rule.takes and _objects(tree, index, rule, passive=passive):
        return "object", _without_contrast(tree, index, grammar, *tree.dependents(index, "parataxis"))
    return "bare", []


def _clauses(tree: Tree, index: int, rule: SpeechVerb, grammar: Grammar) -> list[int]:
    """Lists the heads of the clauses that a verb of saying governs: complement clauses, words after a colon."""
    found = []
    bearers = _bearers(tree, index, rule)
    for child in (child for at in bearers for child in tree.children[at] if child not in bearers):
        relation = tree.rel(child).split(":")[0]
        if tree.tokens[child].text.lower() in grammar.speech.manner:
            continue
        if relation in _CONTENT or (relation in ("advcl", "acl", "xcomp", "dep") and _opened(tree, child, grammar)):
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
        if tree.rel(i) != "acl:relcl" and _opened(tree, i, grammar)
    ]


def _opened(tree: Tree, index: int, grammar: Grammar) -> bool:
    """Tells whether a clause opens with "dat" or its like."""
    return not {tree.lemma(i) for i in tree.dependents(index, "mark")}.isdisjoint(grammar.speech.that)


def _bearers(tree: Tree, index: int, rule: SpeechVerb) -> list[int]:
    """Lists a verb and the fixed words that hang on it: what is said may hang on either (*liet* weten dat …)."""
    options = _options(rule)
    found = [index]
    for at in found:
        found += [child for child in tree.children[at] if tree.tokens[child].text.lower() in options]
    return found


def _is_frame(tree: Tree, index: int, grammar: Grammar) -> bool:
    words = {rule.lemma for rule in grammar.speech.according}
    return grammar.rule_at(tree, index) is not None or tree.case(index) in words


def _is_content(tree: Tree, index: int, child: int) -> bool:
    """Tells whether a loosely joined clause is what is said: it stands before "zei X", or behind a colon."""
    if child < index:
        return _inverted(tree, index)
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
        return _without_contrast(tree, tree.clause(above), grammar, index)
    if relation in ("parataxis", "ccomp", "dep") and _is_parenthesis(tree, index, above, grammar):
        said = _without_contrast(tree, _whole(tree, index, above), grammar, index)
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
    return _inverted(tree, index) or manner or colon or (subjectless and bool(tree.dependents(index, "aux:pass")))


def _before(tree: Tree, index: int, grammar: Grammar) -> list[int]:
    """Gives what stands before ", zei X" where the tree does not say that it is said.

    Only within the sentence, and only when a comma or quote mark stands right before the verb and its subject
    right behind it.
    """
    if not _inverted(tree, index):
        return []
    at = _finite(tree, index) - 1
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
    return before if verbal and not opens else []


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


def _objects(tree: Tree, index: int, rule: SpeechVerb, *, passive: bool) -> list[int]:
    """Lists the noun phrases that a verb of saying takes as what is said; behind a preposition where it needs one."""
    if rule.prepositions:
        beside = [*_bearers(tree, index, rule), *(i for i in tree.children[index] if _is_particle(tree, i, rule))]
        return [i for at in beside for i in tree.dependents(at, "obl", "nmod") if tree.case(i) in rule.prepositions]
    wanted = "nsubj:pass" if passive else "obj"
    return [i for i in tree.children[index] if tree.rel(i) == wanted and tree.tokens[i].upos in ("NOUN", "PROPN")]


def _is_particle(tree: Tree, index: int, rule: SpeechVerb) -> bool:
    return tree.tokens[index].text.lower() == rule.particle


def _without_contrast(tree: Tree, head: int, grammar: Grammar, *frames: int) -> list[int]:
    """Lists a clause without the branches named and without what "maar" sets against it."""
    skip = set(frames)
    after = max(frames, default=head)
    for child in tree.subtree(head):
        joined = {tree.lemma(i) for i in tree.dependents(child, "cc")}
        near = tree.tokens[child].head == head or child > after
        if near and joined & set(grammar.speech.contrast) and tree.dependents(child, "nsubj"):
            skip.add(child)
    return tree.subtree(head, without=skip)


# ---------------------------------------------------------------- without a verb


def _noun_frames(tree: Tree, grammar: Grammar) -> Iterator[Frame]:
    """Finds "de belofte van X dat …" and "X uitte de hoop dat …"."""
    for index, token in enumerate(tree.tokens):
        rule = grammar.nouns.get(tree.lemma(index)) if token.upos == "NOUN" else None
        if rule is None:
            continue
        heads = _owners(tree, index, grammar)
        clauses = [i for i in tree.dependents(index, "acl", "ccomp", "advcl", "csubj") if _opened(tree, i, grammar)]
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


def _according_frames(tree: Tree, grammar: Grammar, verbs: Sequence[Frame]) -> Iterator[Frame]:
    """Finds "volgens X", "aldus X": the clause around the phrase is what X says."""
    bearers = {frame.index: frame for frame in verbs}
    for rule in grammar.speech.according:
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
            content = _without_contrast(tree, governor, grammar, head, *lead) if governor >= 0 else []
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


def _hearsay_frames(tree: Tree, grammar: Grammar, found: Sequence[Frame]) -> Iterator[Frame]:
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
            elif not asked and at not in bearers and _has_auxiliaries(tree, at, rule):
                helpers = tree.dependents(at, "aux")
                yield _stepped_back(tree, rule, at, helpers or [at])


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
