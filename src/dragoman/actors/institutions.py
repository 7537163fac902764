"""Institutions and groups named by what they are: "the Greek parliament", "the unions", "the court in Ghent"."""

from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from dragoman.actors.index import NameIndex, fold
from dragoman.actors.sight import Sight
from dragoman.model.actor import Actor
from dragoman.model.mention import Place
from dragoman.packs.load import load_language
from dragoman.packs.shapes.cues import GrammarFile
from dragoman.packs.shapes.institutions import Institution, InstitutionFile
from dragoman.rules.tree import Tree

GOVERNING = ("government", "ministry")
"""Ends of the roles whose word is that of their state."""

PAIR = 2
NOUNS = ("NOUN", "PROPN")
ARGUMENTS = ("nsubj", "obj", "iobj", "obl")


class Noun(msgspec.Struct, frozen=True, kw_only=True):
    """An institution's words in a sentence: their first and last token, the one that governs them, and their rule."""

    first: int
    last: int
    token: int
    rule: Institution


class Owner(msgspec.Struct, frozen=True, kw_only=True):
    """Whose an institution is, by which words it is known, and the town that it sits in."""

    actor: Actor | None
    by: str
    place: Place | None = None


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a sentence before its institutions: actors and places by the token that governs each name."""

    actors: Mapping[int, Sequence[Actor]]
    places: Mapping[int, Sequence[Place]]
    names: frozenset[int] = frozenset()


@cache
def _rules(code: str) -> dict[str, tuple[tuple[tuple[str, ...], Institution], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], Institution]]] = {}
    for rule in load_language(code).institutions.institutions:
        for phrase in rule.words:
            words = tuple(phrase.lower().split())
            table.setdefault(words[0], []).append((words, rule))
    return {key: tuple(sorted(rows, key=lambda row: -len(row[0]))) for key, rows in table.items()}


@cache
def _ends(code: str) -> tuple[tuple[str, Institution], ...]:
    """Lists the words that a longer one may end in, the longest first."""
    rules = load_language(code).institutions.institutions
    ends = [(word, rule) for rule in rules if rule.compounds for word in rule.words if " " not in word]
    return tuple(sorted(ends, key=lambda end: -len(end[0])))


def find_institutions(tree: Tree, *, code: str, without: frozenset[int] = frozenset()) -> list[Noun]:
    """Finds the institution nouns of a sentence, the longest words at each place; tokens ``without`` are taken."""
    found: list[Noun] = []
    at = 0
    while at < len(tree):
        noun = None if at in without else _noun_at(tree, at, code=code)
        if noun is not None and not without.intersection(range(noun.first, noun.last + 1)):
            found.append(noun)
            at = noun.last
        at += 1
    return found


def _noun_at(tree: Tree, at: int, *, code: str) -> Noun | None:
    for form in dict.fromkeys(_forms(tree, at)):
        for words, rule in _rules(code).get(form, ()):
            noun = _fitting(tree, at, at + len(words) - 1, rule)
            if noun is not None and all(word in _forms(tree, at + k) for k, word in enumerate(words)):
                return noun
    for end, rule in _ends(code):
        longer = [form for form in _forms(tree, at) if form.endswith(end) and form != end]
        noun = _fitting(tree, at, at, rule) if longer else None
        if noun is not None:
            return noun
    return None


def _forms(tree: Tree, at: int) -> tuple[str, str]:
    return tree.tokens[at].text.lower(), tree.lemma(at)


def _fitting(tree: Tree, first: int, last: int, rule: Institution) -> Noun | None:
    """Gives the noun that a range of tokens is by a rule, if number, capital and word class allow it."""
    if last >= len(tree):
        return None
    head = tree.top(range(first, last + 1))
    if rule.never and any(
        form.endswith(rule.never) for i in (head, *tree.dependents(head, "amod")) for form in _forms(tree, i)
    ):
        return None
    if rule.capital and not (tree.tokens[first].text[:1].isupper() and first > 0):
        return None
    if not any(tree.tokens[i].upos in NOUNS for i in range(first, last + 1)):
        return None
    plural = any(tree.feature(i, "Number") == "Plur" for i in range(first, last + 1))
    if rule.number != "any" and (rule.number == "plural") != plural:
        return None
    return Noun(first=first, last=last, token=head, rule=rule)


def is_definite(tree: Tree, noun: Noun, *, grammar: GrammarFile, pack: InstitutionFile) -> bool:
    """Tells whether a noun speaks of a certain institution: "the court", "both unions", "unions"; not "a court"."""
    head = tree.tokens[noun.token].head if tree.rel(noun.token).startswith("flat") else noun.token
    words = [tree.lemma(i) for i in tree.dependents(head, "det", "nummod", "nmod:poss")]
    if any(word in grammar.definite or word in pack.numbers for word in words):
        return True
    if any(tree.tokens[i].upos == "DET" for i in tree.dependents(head, "det")):
        return False
    plural = tree.feature(noun.token, "Number") == "Plur"
    return plural or noun.rule.capital or noun.first <= 1 or bool(tree.dependents(noun.token, "amod", "nmod"))


def resolve_institution(
    tree: Tree, noun: Noun, *, held: Held, sight: Sight, home: str | None, pack: InstitutionFile
) -> list[tuple[Actor, str]]:
    """Resolves an institution noun to an actor, and says by which words its owner is known.

    The owner is looked for in the words beside it, then among those told before that have its role, then in the
    report's own country, then in who was told last. Several owners, or "the armies" of two, give one each.
    """
    owners = owners_of(tree, noun.token, held=held, sight=sight, pack=pack)
    told = [] if owners else _told(noun.rule, sight)
    if told:
        return [(told[0], "told-before")]
    if not owners and not noun.rule.alone:
        return []
    several = noun.rule.number == "any" and tree.feature(noun.token, "Number") == "Plur"
    owners = owners or _by_default(sight, home, count=PAIR if several else 1)
    return [(_made(noun.rule, owner, index=sight.index), owner.by) for owner in owners]


def _told(rule: Institution, sight: Sight) -> list[Actor]:
    """Lists the organisations told before that a bare noun can mean, the latest first."""
    told = sight.recent(kind="organisation")
    return told if rule.anaphoric else [actor for actor in told if rule.role in sight.index.roles.get(actor.id, ())]


def owners_of(tree: Tree, token: int, *, held: Held, sight: Sight, pack: InstitutionFile) -> list[Owner]:
    """Finds whose an institution is in the words beside it: an adjective, "of …", a genitive, the place it sits in."""
    for child in tree.children[token]:
        relation, case = tree.rel(child).split(":")[0], tree.case(child)
        owning = relation in ("amod", "det") or (relation == "nmod" and (case is None or case in pack.owners))
        if owning and held.actors.get(child):
            by = "adjective" if relation == "amod" else "of"
            several = [actor for at in tree.conjuncts(child) for actor in held.actors.get(at, ())]
            return [_belonging(actor, sight.index, by=by) for actor in several]
        if relation in ("nmod", "obl") and (case in pack.beside or case in pack.owners) and held.places.get(child):
            return [_placed(held.places[child][0], sight.index)]
    governor = tree.tokens[token].head
    if tree.rel(token).startswith("flat") and held.actors.get(governor):
        return [_belonging(held.actors[governor][0], sight.index, by="adjective")]
    if governor >= 0 and tree.rel(token).split(":")[0] in ARGUMENTS and tree.is_verbal(governor):
        for child in tree.dependents(governor, "obl"):
            if tree.case(child) in pack.beside and held.places.get(child) and child != token:
                return [_placed(held.places[child][0], sight.index)]
    return []


def _belonging(actor: Actor, index: NameIndex, *, by: str) -> Owner:
    """Makes an owner of an actor: a state, region or organisation itself, of a person the state."""
    state = None if actor.state is None else index.states.get(actor.state)
    return Owner(actor=state if actor.type in ("person", "office", "unnamed") else actor, by=by)


def _placed(place: Place, index: NameIndex) -> Owner:
    return Owner(actor=None if place.country is None else index.states.get(place.country), by="place", place=place)


def _by_default(sight: Sight, home: str | None, *, count: int) -> list[Owner]:
    """Gives the report's own country, else those most told of lately, as many as are meant."""
    states = sight.index.states
    if home is not None and count == 1:
        return [Owner(actor=states.get(home), by="home")]
    told = sight.states() if count > 1 else [a.state for a in reversed(sight.seen) if a.state is not None]
    return [Owner(actor=states.get(code), by="told-last") for code in told[:count]] or [Owner(actor=None, by="")]


def _made(rule: Institution, owner: Owner, *, index: NameIndex) -> Actor:
    """Gives the organisation of the packs that a description names, or makes one."""
    actor = owner.actor
    for key in () if actor is None or rule.role is None else (actor.id, actor.state):
        known = index.by_role.get((rule.role or "", key))
        if known is not None:
            return known
    state = None if actor is None else actor.state
    name = rule.name
    if rule.local and owner.place is not None:
        name = f"{name} of {owner.place.name}"
    elif actor is not None:
        before = "the " if actor.type == "state" and state in index.with_the else ""
        name = f"{name} of {before}{actor.name}"
    governs = rule.role is not None and rule.role.endswith(GOVERNING) and actor is not None
    return Actor(
        id="x-" + "-".join(fold(word) for word in name.split()),
        name=name,
        type=rule.type,
        state=state,
        speaks_for=state if governs else None,
    )
