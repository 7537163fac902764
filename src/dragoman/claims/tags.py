"""Words of saying behind what is said, by their place: ", verzekerde de president" where the tree has it otherwise."""

from collections.abc import Iterator, Sequence

from dragoman.claims.content import without_contrast
from dragoman.claims.sayings import Frame, Grammar, options
from dragoman.packs.shapes.speech import SpeechVerb
from dragoman.rules.tree import Tree

_QUOTES = frozenset("'\"’‘“”„\u201a«»`")
_MARKS = _QUOTES | frozenset(",–—-")
_ENDS = _QUOTES | frozenset(",.;:!?)–—-")
_NOMINAL = ("NOUN", "PROPN", "PRON")
_FARTHEST = 9
"""No subject that stands right behind its verb has its noun farther off than this many tokens."""


def with_tags(tree: Tree, grammar: Grammar, found: Sequence[Frame]) -> list[Frame]:
    """Gives the frames of a sentence with those of ", zei X" that the tree does not show.

    A parser takes a weak verb's past for a participle ("…, verzekerde de president") and a subject behind its verb
    for an object ("…, zeggen bronnen"). A form of a verb of saying right behind a comma or quote mark, with a noun
    phrase right behind it and no other verb up to the next mark, is a saying of what stands before.
    """
    made = {frame.index: frame for frame in _tags(tree, grammar, found)}
    return [*(frame for frame in found if frame.index not in made), *made.values()]


def _tags(tree: Tree, grammar: Grammar, found: Sequence[Frame]) -> Iterator[Frame]:
    known = {frame.index for frame in found if frame.content and (frame.heads or frame.silent)}
    known |= {frame.index for frame in found if frame.how == "anaphor"}
    for index in range(1, len(tree)):
        if index in known or tree.tokens[index - 1].text not in _MARKS or _is_fixed(index, found):
            continue
        end = _end(tree, index)
        rule = _rule(tree, index, end, grammar)
        head = None if rule is None else _subject(tree, index, end, grammar)
        if rule is None or head is None:
            continue
        content = _said_before(tree, index, grammar)
        if content:
            words = tuple(i for i in range(index, end) if tree.tokens[i].upos != "PUNCT")
            yield _tag(rule, index, head, content, words)


def _tag(rule: SpeechVerb, index: int, head: int, content: Sequence[int], words: tuple[int, ...]) -> Frame:
    return Frame(
        rule=rule.id,
        type=rule.type,
        index=index,
        how="parenthesis",
        heads=(head,),
        content=tuple(content),
        words=words,
        stance=rule.stance,
        inverted=True,
    )


def _is_fixed(index: int, found: Sequence[Frame]) -> bool:
    """Tells whether a token belongs to a saying that the tree shows elsewhere in its clause."""
    return any(index in frame.words and frame.content and frame.heads for frame in found)


def _end(tree: Tree, index: int) -> int:
    return next((i for i in range(index + 1, len(tree)) if tree.tokens[i].text in _ENDS), len(tree))


def _rule(tree: Tree, index: int, end: int, grammar: Grammar) -> SpeechVerb | None:
    """Gives the rule of a finite form of saying at a token, if its particle and fixed words stand before the mark."""
    word = tree.tokens[index].text.lower()
    if index > 1 and tree.tokens[index - 2].upos == "ADJ" and tree.rel(index) in ("amod", "acl"):
        return None  # "een lastige, bevestigde afspraak"
    behind = {tree.tokens[i].text.lower() for i in range(index + 1, end)}
    particles = {tree.tokens[i].text.lower() for i in tree.dependents(index, "compound:prt")}
    fitting = [
        rule
        for rule in grammar.verbs.get(word, ())
        if (word in rule.forms or word == rule.lemma)
        and "quote" in rule.takes
        and rule.speaker
        and (rule.particle in behind or (rule.particle is None and not particles - options(rule)))
        and all(any(option in behind for option in each.split("|")) for each in rule.words)
    ]
    return max(fitting, key=lambda rule: (len(rule.words), rule.particle is not None, rule.id), default=None)


def _subject(tree: Tree, index: int, end: int, grammar: Grammar) -> int | None:
    """Gives the head of the noun phrase right behind a verb; none where another verb or an adverb comes first."""
    behind = range(index + 1, min(end, index + _FARTHEST))
    nominal = [i for i in behind if tree.tokens[i].upos in _NOMINAL or _is_people(tree, i, grammar)]
    if not nominal:
        return None
    first = nominal[0]
    if any(tree.tokens[i].upos in ("ADP", "ADV", "SCONJ", "CCONJ", "VERB", "AUX") for i in range(index + 1, first)):
        return None
    if any(tree.feature(i, "VerbForm") == "Fin" for i in range(index + 1, end) if i != first):
        return None
    phrase = [i for i in behind if i >= first]
    while tree.tokens[first].head in phrase and tree.tokens[tree.tokens[first].head].upos in _NOMINAL:
        first = tree.tokens[first].head
    return first


def _is_people(tree: Tree, index: int, grammar: Grammar) -> bool:
    """Tells whether a word that the parser takes for a verb is a class of people: *ingewijden*, *betrokkenen*."""
    word = tree.tokens[index].text.lower()
    return any(word in kind.forms or word in kind.lemmas for kind in grammar.pack.sources.classes)


def _said_before(tree: Tree, index: int, grammar: Grammar) -> list[int]:
    """Lists what stands before the mark: words with a verb, and no subordinate clause that the verb ends."""
    before = [i for i in range(index - 1) if tree.tokens[i].upos != "PUNCT"]
    if not before:
        return []
    opening = {tree.lemma(before[0]), tree.tokens[before[0]].text.lower()}
    words = grammar.pack.grammar
    if opening & {*words.conditional, *words.purpose, *grammar.speech.as_, *grammar.speech.that}:
        return []
    if any(tree.rel(i) == "mark" and i == before[0] for i in before):
        return []
    verbal = any(tree.feature(i, "VerbForm") == "Fin" or tree.tokens[i].upos in ("VERB", "AUX") for i in before)
    if not verbal:
        return []
    top = tree.top(before)
    if not tree.is_verbal(top):
        return []  # "In Gent, waar het regende, riep X …": a place, and no sentence, stands before
    return [i for i in without_contrast(tree, top, grammar, index) if i < index - 1]
