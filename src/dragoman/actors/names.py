"""Names in one sentence: known ones from the packs, unknown ones from the engine, parts of compounds."""

import msgspec

from dragoman.actors.index import Known, NameIndex, fold
from dragoman.model.parse import Name
from dragoman.rules.tree import Tree

HYPHENS = "-–"


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A name found: token range (``last`` included) and what it may be.

    ``part`` tells a piece of a longer word, ``genitive`` a name that owns what follows ("Kims vader").
    """

    first: int
    last: int
    start: int
    end: int
    known: tuple[Known, ...] = ()
    label: str = ""
    part: bool = False
    genitive: bool = False


def find_names(
    tree: Tree, *, index: NameIndex, names: tuple[Name, ...], particles: tuple[str, ...] = ()
) -> list[Found]:
    """Finds the names of a sentence from left to right, the longest at each place.

    A person's name that the engine saw whole outweighs a shorter known name inside it: "Moon Jae-in" is not Moon,
    and in "Jan Jambon" no Jan is looked for. A name goes on over ``particles`` ("van der") and further capitals.
    """
    words = [token.text for token in tree.tokens]
    spans = _longer(tree, _spans(tree, names), particles, index=index)
    found: list[Found] = []
    at = 0
    while at < len(words):
        step = _elliptic(tree, words, at, index=index) or _known_at(tree, words, at, index=index, spans=spans)
        parts = [] if step is not None else _parts(tree, words, at, index=index)
        if step is None and not parts:
            step = _unknown_at(tree, at, spans=spans)
        found += parts if step is None else [step]
        at = at + 1 if step is None else step.last + 1
    return found


def _spans(tree: Tree, names: tuple[Name, ...]) -> dict[int, tuple[int, str]]:
    spans = {}
    for name in names:
        inside = tree.at(name.start, name.end)
        if inside:
            spans[inside[0]] = (inside[-1], name.label)
    return spans


def _longer(
    tree: Tree, spans: dict[int, tuple[int, str]], particles: tuple[str, ...], *, index: NameIndex
) -> dict[int, tuple[int, str]]:
    """Joins what the engine cut: a person's "Tamara" and "van Ark", the words "Kennedy", "Space" and "Center"."""
    found: dict[int, tuple[int, str]] = {}
    end = -1
    for at in range(len(tree)):
        if at <= end or not _begins(tree, at, spans):
            continue
        last, label = spans.get(at, (at, ""))
        while (more := _next_part(tree, at, last, particles, index=index)) is not None:
            last = max(more, spans.get(more, (more, ""))[0])
        if at in spans or last > at:
            found[at] = (last, label)
            end = last
    return found


def _begins(tree: Tree, at: int, spans: dict[int, tuple[int, str]]) -> bool:
    return at in spans or (tree.tokens[at].upos == "PROPN" and tree.tokens[at].text[:1].isupper())


def _next_part(tree: Tree, first: int, last: int, particles: tuple[str, ...], *, index: NameIndex) -> int | None:
    """Gives the next capital word of a name, right behind it or behind particles, if the parse hangs it on the name.

    After a particle that is a preposition elsewhere only a given name goes on, and not with somebody known: in "Henri
    Janssen van de FNV" and "Els van Ajax" the name ends before "van".
    """
    at = last + 1
    while at < len(tree) and tree.tokens[at].text.lower() in particles:
        at += 1
    if at >= len(tree) or tree.tokens[at].upos != "PROPN" or not tree.tokens[at].text[:1].isupper():
        return None
    if not first <= tree.tokens[at].head <= last:
        return None
    if tree.rel(at).startswith("flat"):
        return at
    word = tree.tokens[at].text
    known = index.find([word], 0) or (len(word) > 1 and word.isupper())
    joins = first == last and at > last + 1 and tree.rel(at).startswith("nmod") and not known
    return at if joins else None


def _known_at(
    tree: Tree, words: list[str], at: int, *, index: NameIndex, spans: dict[int, tuple[int, str]]
) -> Found | None:
    known = index.find(words, at)
    if not known:
        return None
    last = at + len(known[0].words) - 1
    whole = spans.get(at)
    if whole is not None and whole[0] > last and whole[1] in ("PER", "ORG") and known[0].kind != "person":
        return None
    if known[0].kind == "family" and _after_unknown_given(at, spans):
        return None
    start, end = tree.tokens[at].start, tree.tokens[last].end
    genitive = fold(words[last]) != known[0].words[-1]
    return Found(first=at, last=last, start=start, end=end, known=tuple(known), genitive=genitive)


def _after_unknown_given(at: int, spans: dict[int, tuple[int, str]]) -> bool:
    """Tells whether a family name is the tail of a longer name that the engine saw."""
    return any(first < at <= last and label == "PER" for first, (last, label) in spans.items())


def _unknown_at(tree: Tree, at: int, *, spans: dict[int, tuple[int, str]]) -> Found | None:
    if at in spans:
        last, label = spans[at]
    elif tree.tokens[at].upos == "PROPN" and tree.tokens[at].text[:1].isupper():
        last, label = _flat_end(tree, at), ""
    else:
        return None
    return Found(first=at, last=last, start=tree.tokens[at].start, end=tree.tokens[last].end, label=label)


def _flat_end(tree: Tree, at: int) -> int:
    last = at
    while last + 1 < len(tree) and tree.rel(last + 1).startswith("flat") and tree.tokens[last + 1].head == at:
        last += 1
    return last


def _parts(tree: Tree, words: list[str], at: int, *, index: NameIndex) -> list[Found]:
    """Finds names inside one word: "Amerikaans-Noord-Koreaanse", "Trump-Kim-top", "Noord-" before "en Zuid-Korea"."""
    word = words[at]
    if not any(h in word for h in HYPHENS) or not any(c.isupper() for c in word):
        return []
    pieces = _pieces(word)
    found: list[Found] = []
    k = 0
    while k < len(pieces):
        size = next((n for n in range(len(pieces) - k, 0, -1) if _lookup(pieces[k : k + n], index)), 0)
        if size and k > 0 and not found and _is_people(_lookup(pieces[k : k + size], index)):
            size = 0  # South Americans are no Americans
        if size:
            begin, end = pieces[k][1], pieces[k + size - 1][2]
            offset = tree.tokens[at].start
            known = _lookup(pieces[k : k + size], index)
            found.append(Found(first=at, last=at, start=offset + begin, end=offset + end, known=known, part=True))
        k += max(size, 1)
    return found


def _is_people(known: tuple[Known, ...]) -> bool:
    """Tells whether a name is only that of a people, which another word before it makes a different one."""
    return all(each.kind in ("adjective", "inhabitant") for each in known)


def _pieces(word: str) -> list[tuple[str, int, int]]:
    pieces, begin = [], 0
    for k, char in enumerate(word + HYPHENS[0]):
        if char in HYPHENS:
            if k > begin:
                pieces.append((word[begin:k], begin, k))
            begin = k + 1
    return pieces


def _lookup(pieces: list[tuple[str, int, int]], index: NameIndex) -> tuple[Known, ...]:
    if not pieces[0][0][:1].isupper():
        return ()
    joined = fold("-".join(piece for piece, _, _ in pieces))
    return tuple(known for known in index.by_first.get(joined, ()) if len(known.words) == 1 and known.kind != "place")


def _elliptic(tree: Tree, words: list[str], at: int, *, index: NameIndex) -> Found | None:
    """Completes "Noord-" from the word it shares its end with, two or more words on."""
    if words[at][-1:] not in HYPHENS or len(words[at]) == 1:
        return None
    for later in range(at + 2, min(at + 5, len(words))):
        _, hyphen, tail = words[later].partition("-")
        if hyphen and tail:
            known = tuple(k for k in index.find([words[at] + tail], 0) if len(k.words) == 1)
            if known:
                token = tree.tokens[at]
                return Found(first=at, last=at, start=token.start, end=token.end, known=known)
    return None
