"""Frames of saying in one sentence: the words of saying, who says it, and what hangs on them in the tree."""

from collections.abc import Iterator, Sequence

from dragoman.claims.asides import find_according_frames, find_hearsay_frames, find_noun_frames, has_auxiliaries
from dragoman.claims.content import find_content, judged, objects
from dragoman.claims.sayings import Frame, Grammar, inverted, options, specific
from dragoman.claims.tags import with_tags
from dragoman.model.vocabulary import Stance
from dragoman.packs.shapes.speech import SpeechVerb
from dragoman.rules.tree import Tree


def find_frames(tree: Tree, *, grammar: Grammar) -> list[Frame]:
    """Finds the frames of saying of one sentence, in order of their words."""
    found = [*_verb_frames(tree, grammar), *find_noun_frames(tree, grammar)]
    found = with_tags(tree, grammar, found)
    according = list(find_according_frames(tree, grammar, found))
    borne = {frame.index for frame in according}
    found = [*(frame for frame in found if frame.index not in borne), *according]
    found += find_hearsay_frames(tree, grammar, found)
    return sorted(found, key=lambda frame: frame.index)


def _verb_frames(tree: Tree, grammar: Grammar) -> Iterator[Frame]:
    borne: dict[int, SpeechVerb] = {}
    for index in range(len(tree)):
        rule = grammar.rule_at(tree, index)
        above = tree.tokens[index].head
        if rule is None or tree.rel(index) in ("amod", "compound:prt"):
            continue
        if above >= 0 and tree.tokens[above].text.lower() in options(rule):
            index = above  # noqa: PLW2901 - "heeft laten weten": the expression's other verb bears the clause
        elif tree.rel(index) in ("aux", "aux:pass", "cop"):
            continue
        borne[index] = max(borne.get(index, rule), rule, key=specific)
    for index, rule in borne.items():
        frame = _frame_of(tree, index, rule, grammar)
        if frame is not None:
            yield frame


def _frame_of(tree: Tree, index: int, rule: SpeechVerb, grammar: Grammar) -> Frame | None:
    heads, passive = _speakers(tree, index, rule, grammar)
    how, content = find_content(tree, index, rule, grammar, passive=passive)
    verdict = judged(tree, index, rule) if rule.judges and how == "bare" and heads else []
    content = content or verdict
    told_nowhere = not rule.speaker and not heads and "quote" not in rule.takes and rule.type != "emerge"
    if (how == "object" and not heads) or (how == "bare" and "quote" not in rule.takes) or told_nowhere:
        return None
    told = objects(tree, index, rule, passive=passive) if how == "object" else []
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
        hearsay=_is_hearsay(tree, index, grammar) or _is_said_to(tree, index, rule, grammar),
        inverted=inverted(tree, index),
        takes_phrase="object" in rule.takes,
        judges=bool(verdict),
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
    return any(has_auxiliaries(tree, index, rule) for rule in grammar.speech.hearsay)


def _is_said_to(tree: Tree, index: int, rule: SpeechVerb, grammar: Grammar) -> bool:
    """Tells whether others say that somebody thinks or wants it: "zou overwegen", "zou hopen"."""
    helpers = tree.dependents(index, "aux")
    would = any(tree.tokens[i].text.lower() in grammar.speech.carried for i in helpers)
    return would and rule.type in ("think", "hope") and len(helpers) == 1


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
        subjects = [i for i in tree.dependents(at, "nsubj") if tree.rel(i) == "nsubj"] or _mistaken(tree, at)
        if not rule.speaker:
            return [], False
        if subjects:
            return [_antecedent(tree, at, subjects[0])], False
        above = tree.tokens[at].head
        if tree.rel(at) not in ("xcomp", "conj") or above < 0 or above in seen:
            return [], False
        at = above
        seen.add(at)


def _mistaken(tree: Tree, verb: int) -> list[int]:
    """Lists the noun that a parser takes for the object of a verb whose object is a clause: "Bronnen melden dat …"."""
    if not tree.dependents(verb, "ccomp") or tree.feature(verb, "VerbForm") == "Part":
        return []
    return [i for i in tree.dependents(verb, "obj") if i < verb and tree.tokens[i].upos in ("NOUN", "PROPN")][:1]


def _antecedent(tree: Tree, verb: int, subject: int) -> int:
    """Gives the noun for a relative pronoun: "Kim, die zei dat …"."""
    above = tree.tokens[verb].head
    relative = tree.rel(verb).startswith("acl") and tree.tokens[subject].upos == "PRON" and above < subject
    return above if relative and above >= 0 else subject
