"""Matches the cues of status against the words that hold an event."""

from functools import cache

import msgspec

from dragoman.claims.holds import Hold
from dragoman.claims.scene import Scene
from dragoman.packs.load import load_language
from dragoman.packs.shapes.cues import StatusCue


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """A cue that fired: the hold it fired on, its tokens, and the verb whose mood counts (``None`` for a noun cue)."""

    cue: StatusCue
    hold: Hold
    tokens: tuple[int, ...]
    verb: int | None


class CueTable(msgspec.Struct, frozen=True, kw_only=True):
    """Cues by the words that they begin with."""

    verbs: dict[str, tuple[StatusCue, ...]]
    nouns: dict[str, tuple[StatusCue, ...]]
    adjectives: dict[str, tuple[StatusCue, ...]]
    phrases: tuple[tuple[tuple[str, ...], StatusCue], ...]
    forms: dict[str, tuple[StatusCue, ...]]


@cache
def cue_table(code: str) -> CueTable:
    """Gives the cues of a language by word; made once."""
    cues = load_language(code).status.cues
    verbs: dict[str, tuple[StatusCue, ...]] = {}
    nouns: dict[str, tuple[StatusCue, ...]] = {}
    adjectives: dict[str, tuple[StatusCue, ...]] = {}
    forms: dict[str, tuple[StatusCue, ...]] = {}
    for cue in cues:
        for table, words in ((forms, cue.forms), (verbs, cue.verbs), (nouns, cue.nouns), (adjectives, cue.adjectives)):
            for word in words:
                table[word] = (*table.get(word, ()), cue)
    phrases = tuple((phrase, cue) for cue in cues for phrase in cue.phrase)
    return CueTable(verbs=verbs, nouns=nouns, adjectives=adjectives, phrases=phrases, forms=forms)


def match_cue(scene: Scene, hold: Hold) -> Match | None:
    """Gives the cue that tells where an event stands by the word that holds it; idioms outweigh single verbs."""
    table = cue_table(scene.pack.code)
    return _phrase(scene, hold, table) or _word(scene, hold, table)


def _word(scene: Scene, hold: Hold, table: CueTable) -> Match | None:
    tree, at = scene.tree, hold.governor
    verbal = tree.tokens[at].upos in ("VERB", "AUX") or tree.feature(at, "VerbForm") is not None
    if verbal or hold.slot == "modified":
        for cue in (*table.verbs.get(tree.verb(at), ()), *_by_form(scene, at, table)):
            misread = _subject_misread(scene, cue, hold) or _passive_misread(scene, cue, hold)
            fits = _fits(cue, hold) or misread
            if fits and _stands_beside(scene, cue, at) and not _resultative(scene, cue, hold):
                return Match(cue=cue, hold=hold, tokens=(at, *tree.dependents(at, "compound:prt")), verb=at)
    if hold.slot in ("predicate-subject", "modified"):
        for cue in table.adjectives.get(tree.lemma(at), ()):
            if _fits(cue, hold):
                return Match(cue=cue, hold=hold, tokens=(at,), verb=at if hold.slot == "predicate-subject" else None)
    if hold.slot == "of":
        for cue in table.nouns.get(_last_part(tree.tokens[at].lemma), ()):
            if _fits(cue, hold):
                return Match(cue=cue, hold=hold, tokens=(at,), verb=None)
    return None


def _by_form(scene: Scene, verb: int, table: CueTable) -> tuple[StatusCue, ...]:
    """Lists the cues of a verb as written, its particle first, even one that the parse took for a preposition."""
    tree, written = scene.tree, scene.tree.tokens[verb].text.lower()
    particles = [tree.tokens[c].text.lower() for c in tree.dependents(verb, "compound:prt")]
    if not particles:
        particles = ["", *(tree.tokens[c].text.lower() for c in tree.subtree(verb) if _is_stranded(scene, c))]
    return tuple(cue for particle in particles for cue in table.forms.get(particle + written, ()))


def _is_stranded(scene: Scene, token: int) -> bool:
    """Tells whether a preposition stands at the end of a clause, where only a particle can."""
    tokens = scene.tree.tokens
    return tokens[token].upos == "ADP" and (token + 1 == len(tokens) or tokens[token + 1].upos == "PUNCT")


def _subject_misread(scene: Scene, cue: StatusCue, hold: Hold) -> bool:
    """Takes an object for the subject of a verb that has no object: "er zullen gesprekken plaatsvinden"."""
    bare = not scene.tree.dependents(hold.governor, "nsubj", "csubj")
    return hold.slot == "object" and cue.slots == ("subject",) and bare


def _passive_misread(scene: Scene, cue: StatusCue, hold: Hold) -> bool:
    """Takes the subject of "is called off" for the object that it is, where the parse has no passive.

    Verbs with an object make their perfect with another auxiliary, so that a form of "to be" makes it a passive.
    """
    tree, grammar = scene.tree, scene.grammar
    being = {tree.lemma(c) for c in tree.dependents(hold.governor, "aux")} & set(grammar.copulas) & set(grammar.perfect)
    active = tree.dependents(hold.governor, "obj") or "subject" in cue.slots
    participle = tree.feature(hold.governor, "VerbForm") == "Part"
    return hold.slot == "subject" and "object" in cue.slots and bool(being) and participle and not active


def _resultative(scene: Scene, cue: StatusCue, hold: Hold) -> bool:
    """Tells whether a light verb makes its object something instead of holding it: "de dialoog vlot maken"."""
    tree = scene.tree
    changed = any(tree.tokens[c].upos == "ADJ" for c in tree.dependents(hold.governor, "xcomp"))
    return cue.status in ("occurs", "begins") and hold.slot == "object" and changed


def _last_part(lemma: str) -> str:
    return lemma.lower().split("_")[-1]


def _stands_beside(scene: Scene, cue: StatusCue, verb: int) -> bool:
    """Tells whether one of the words that a cue asks for hangs on its verb."""
    return not cue.beside or any(scene.tree.tokens[c].text.lower() in cue.beside for c in scene.tree.children[verb])


def _fits(cue: StatusCue, hold: Hold) -> bool:
    if hold.slot not in cue.slots:
        return False
    return not cue.preposition or hold.slot != "prepositional" or hold.case in cue.preposition


def _phrase(scene: Scene, hold: Hold, table: CueTable) -> Match | None:
    if hold.slot == "modified":
        return None
    tree = scene.tree
    forms = [(token.text.lower(), tree.lemma(i)) for i, token in enumerate(tree.tokens)]
    for phrase, cue in table.phrases:
        for first in range(len(forms) - len(phrase) + 1):
            if all(word in forms[first + k] for k, word in enumerate(phrase)):
                place = tuple(range(first, first + len(phrase)))
                fits = _slot_fits(cue, hold) and _leads_to(scene, hold, place)
                if fits and _reaches(scene, hold, place) and _carried(scene, hold, cue, place):
                    return Match(cue=cue, hold=hold, tokens=place, verb=_verb_of(scene, hold, place))
    return None


def _slot_fits(cue: StatusCue, hold: Hold) -> bool:
    as_subject = "predicate-subject" in cue.slots and hold.slot in ("subject", "object")
    return hold.slot in cue.slots or as_subject or ("prepositional" in cue.slots and hold.slot == "of")


def _leads_to(scene: Scene, hold: Hold, place: tuple[int, ...]) -> bool:
    """Tells whether an idiom that ends in a preposition has the event behind it: "de stekker uit" needs "uit"."""
    last = scene.tree.tokens[place[-1]]
    return hold.slot != "prepositional" or last.upos != "ADP" or hold.case == scene.tree.lemma(place[-1])


def _reaches(scene: Scene, hold: Hold, place: tuple[int, ...]) -> bool:
    """Tells whether the idiom's words and the event hang on the same word."""
    if hold.governor in place:
        return True
    return any(scene.tree.tokens[at].head == hold.governor for at in place)


def _carried(scene: Scene, hold: Hold, cue: StatusCue, place: tuple[int, ...]) -> bool:
    if not cue.carriers:
        return True
    tree = scene.tree
    around = [hold.governor, *tree.dependents(hold.governor, "cop", "aux"), tree.tokens[hold.governor].head]
    around += [tree.tokens[at].head for at in place]
    return any(at >= 0 and {tree.verb(at), tree.lemma(at)} & set(cue.carriers) for at in around)


def _verb_of(scene: Scene, hold: Hold, place: tuple[int, ...]) -> int:
    tree, at = scene.tree, hold.governor
    if at in place and not tree.dependents(at, "cop") and tree.tokens[at].head >= 0 and not tree.is_verbal(at):
        return tree.tokens[at].head
    return at
