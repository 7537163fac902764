"""Definite descriptions: "the South Korean president", "both leaders", "she"."""

from collections.abc import Collection
from functools import cache

import msgspec

from dragoman.actors.index import NameIndex
from dragoman.actors.sight import Sight
from dragoman.model.actor import Actor, ActorMention
from dragoman.packs.load import load_language
from dragoman.packs.shapes.cues import GrammarFile, Group, Title, TitleFile
from dragoman.rules.tree import Tree

PAIR = 2
LEADERS = ("leader", "head-of-state", "head-of-government")


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office noun in a sentence: its token, the token range of its words, and its title rule.

    ``compound`` tells that a name stands before it in one word ("VN-chef").
    """

    token: int
    last: int
    title: Title
    compound: bool = False


@cache
def _titles(code: str) -> dict[str, tuple[tuple[tuple[str, ...], Title], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], Title]]] = {}
    for title in load_language(code).titles.titles:
        for phrase in title.words:
            words = tuple(phrase.lower().split())
            table.setdefault(words[0], []).append((words, title))
    return {key: tuple(sorted(rows, key=lambda row: -len(row[0]))) for key, rows in table.items()}


def find_offices(tree: Tree, *, code: str) -> list[Office]:
    """Finds the office nouns of a sentence in a language, the longest words at each place."""
    table, found, at = _titles(code), [], 0
    forms = [(token.text.lower(), tree.lemma(i)) for i, token in enumerate(tree.tokens)]
    while at < len(tree):
        match = next(
            (
                (words, title)
                for form in dict.fromkeys(forms[at])
                for words, title in table.get(form, ())
                if _matches(words, forms, at)
            ),
            None,
        )
        if match is not None and tree.tokens[at].upos in ("NOUN", "PROPN"):
            found.append(Office(token=at, last=at + len(match[0]) - 1, title=match[1]))
            at += len(match[0])
        else:
            ending = _ending(forms[at][0], table) if tree.tokens[at].upos in ("NOUN", "PROPN") else None
            found += [] if ending is None else [Office(token=at, last=at, title=ending, compound=True)]
            at += 1
    return found


def _ending(word: str, table: dict[str, tuple[tuple[tuple[str, ...], Title], ...]]) -> Title | None:
    """Gives the office that a word ends in behind its last hyphen."""
    name, _, noun = word.rpartition("-")
    return next((title for words, title in table.get(noun, ()) if len(words) == 1), None) if name else None


def _matches(words: tuple[str, ...], forms: list[tuple[str, str]], at: int) -> bool:
    if at + len(words) > len(forms):
        return False
    return all(word in forms[at + k] for k, word in enumerate(words[1:], start=1))


def whose(
    tree: Tree, office: Office, actors: dict[int, list[Actor]], *, grammar: GrammarFile, index: NameIndex
) -> list[Actor]:
    """Lists the actors an office noun names as its own: by adjective, by "of …", or by the name inside a genitive."""
    owner = None if office.title.owner is None else index.by_key.get(office.title.owner)
    found: list[Actor] = [] if owner is None else [owner]
    found += [actor for actor in actors.get(office.token, ()) if office.compound and actor.type != "person"]
    for child in (c for at in range(office.token, office.last + 1) for c in tree.children[at]):
        relation = tree.rel(child).split(":")[0]
        if relation in ("amod", "det") or (
            relation == "nmod" and (tree.case(child) in grammar.of or tree.case(child) is None)
        ):
            found += [actor for at in tree.conjuncts(child) for actor in actors.get(at, ())]
    return found


def resolve_office(office: Office, owners: list[Actor], *, sight: Sight) -> Actor | None:
    """Resolves an office noun without a name to its holder.

    With an owner ("the Japanese premier") the holder at the report's time; without one ("the president") whom the
    report named last that holds such an office.
    """
    roles = tuple(office.title.roles)
    if office.title.of == "person":
        return _spokesperson(owners, roles, sight=sight)
    if office.title.open:
        return _told_of(roles, owners, sight=sight)
    for owner in owners:
        key = owner.state if owner.type == "state" and owner.state is not None else owner.id
        holder = sight.holder(roles, key)
        return holder if holder is not None else _office_itself(roles[0], owner)
    recent = sight.recent(kind="person", roles=roles)
    return recent[0] if recent else None


def _told_of(roles: tuple[str, ...], owners: list[Actor], *, sight: Sight) -> Actor | None:
    """Gives whom the report told last that has an office of which a country has many, of the owner if one is said."""
    told = sight.recent(kind="person", roles=roles)
    keys = {key for owner in owners for key in (owner.id, owner.state) if key is not None}
    for actor in told:
        if not keys or actor.state in keys or any(sight.holds(actor, roles, key) for key in keys):
            return actor
    return _office_itself(roles[0], owners[0]) if owners and owners[0].type == "state" else None


def resolve_offices(
    tree: Tree, office: Office, owners: list[Actor], *, sight: Sight, numbers: dict[str, int]
) -> list[Actor]:
    """Resolves an office noun in the plural: with owners the holder of each, without them those told last.

    "Both ministers" are two, of the countries most told of if the report named none; "the ministers" are those of two
    countries, if the report named just one of each.
    """
    if owners:
        held = [resolve_office(office, [owner], sight=sight) for owner in owners]
        return [actor for actor in held if actor is not None and actor.type == "person"]
    told = sight.recent(kind="person", roles=tuple(office.title.roles))
    words = [tree.lemma(i) for i in tree.dependents(office.token, "det", "nummod", "amod")]
    count = next((numbers[word] for word in words if word in numbers), None)
    if count is None and (not words or len(told) != PAIR or told[0].state == told[1].state):
        return []
    count = PAIR if count is None else count
    if len(told) >= count:
        return list(reversed(told[:count]))
    roles, codes = tuple(office.title.roles), sight.states()[:count]
    now = [holder for code in codes if (holder := sight.holder(roles, code)) is not None]
    return now if len(now) == count else []


def _office_itself(role: str, owner: Actor) -> Actor:
    """Makes an actor of an office whose holder is not known: it keeps its state."""
    name = f"{role.replace('-', ' ')} of {owner.name}"
    return Actor(
        id=f"x-{role}-{(owner.state or owner.id).lower()}",
        name=name,
        type="office",
        state=owner.state,
        speaks_for=owner.state,
    )


def _spokesperson(owners: list[Actor], roles: tuple[str, ...], *, sight: Sight) -> Actor | None:
    if owners:
        return None  # an unnamed spokesperson of somebody: the room of claims names it so
    recent = sight.recent(kind="person", roles=roles)
    return recent[0] if recent else None


def resolve_group(tree: Tree, *, titles: TitleFile, sight: Sight, without: Collection[int] = ()) -> list[ActorMention]:
    """Resolves phrases such as "beide leiders" to the actors named last, as many as they stand for.

    Tokens ``without`` are somebody already.
    """
    found: list[ActorMention] = []
    for head, token in enumerate(tree.tokens):
        if head in without:
            continue
        if token.upos == "NOUN" and tree.feature(head, "Number") == "Plur" and not tree.dependents(head, "nmod"):
            group = _group_of(tree, head, titles)
            if group is not None:
                first = min([head, *(c for c in tree.dependents(head, "det", "nummod", "amod") if c < head)])
                members = _members(sight, group.member, group.count)
                found += [_mention(tree, first, head, actor, how=group.id) for actor in members]
    return found


def _group_of(tree: Tree, head: int, titles: TitleFile) -> Group | None:
    """Gives the group that a plural noun and the words before it name: "beide leiders", "de (Koreaanse) leiders"."""
    before = {
        word
        for c in tree.dependents(head, "det", "nummod", "amod")
        for word in (tree.lemma(c), tree.tokens[c].text.lower())
    }
    for group in titles.groups:
        for *words, noun in group.phrases:
            if noun == tree.lemma(head) and set(words) <= before:
                return group
    return None


def _members(sight: Sight, member: str, count: int) -> list[Actor]:
    """Lists whom a group stands for, in order of mention: states by how much is told of them, persons by recency."""
    if member == "state":
        codes = sight.states()[:count]
        recent = [sight.index.states[code] for code in codes if code in sight.index.states]
        order = [actor.state for actor in reversed(sight.seen)]
        return sorted(recent, key=lambda actor: -order.index(actor.state))
    recent = sight.recent(kind=member)
    leaders = [actor for actor in recent if sight.holds(actor, LEADERS)]
    recent = leaders if len(leaders) >= count else recent
    return list(reversed(recent[:count]))


def _mention(tree: Tree, first: int, last: int, actor: Actor, *, how: str) -> ActorMention:
    start, end = tree.tokens[first].start, tree.tokens[last].end
    return ActorMention(
        start=start, end=end, text=" ".join(t.text for t in tree.tokens[first : last + 1]), actor=actor, how=how
    )
