"""Finds the words of a sentence that name or tell an event."""

from functools import cache

import msgspec

from dragoman.claims.cues import match_cue
from dragoman.claims.holds import find_holds
from dragoman.claims.scene import Scene
from dragoman.packs.load import load_language
from dragoman.packs.shapes.cues import NounTrigger, StatusCue, VerbTrigger

NOMINAL = ("nsubj", "obj", "obl", "nmod")
"""Relations of nouns, whatever tag a capital at the start of a headline earned the word."""

TELLING = frozenset({"cancelled", "postponed", "confirmed"})
"""Statuses whose verbs take events alone, so that a pronoun in their slot is one."""

TWO = 2
SHORT = 5
"""Nouns shorter than this are found in a compound only behind a whole word of three letters or more."""


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """A token that names (``noun``) or tells (``verb``) an event by a pack rule."""

    token: int
    noun: NounTrigger | None = None
    verb: VerbTrigger | None = None
    pronoun: bool = False

    @property
    def rule(self) -> NounTrigger | VerbTrigger:
        """Gives the rule that fired; a pronoun has that of the noun it stands for."""
        rule = self.noun if self.noun is not None else self.verb
        if rule is None:
            raise ValueError("a trigger has a rule")
        return rule


def event_pronouns(scene: Scene) -> list[int]:
    """Lists the pronouns that only an event can fill: what is called off or goes ahead is what was told last.

    For example "hem" in "zegde hem af", "het" in "het gaat toch door".
    """
    found = []
    for index, token in enumerate(scene.tree.tokens):
        if (
            token.upos in ("PRON", "DET")
            and token.text.lower() in scene.pack.kinds.pronouns
            and not scene.tree.children[index]
        ):
            matches = [match_cue(scene, hold) for hold in find_holds(scene, index)]
            if any(match is not None and _takes_events(match.cue) for match in matches):
                found.append(index)
    return found


@cache
def noun_lemmas(code: str) -> tuple[tuple[str, NounTrigger], ...]:
    """Lists noun lemmas, the longest first, so that "persconferentie" is found before "conferentie"."""
    rows = [(lemma.lower(), rule) for rule in load_language(code).kinds.nouns for lemma in rule.lemmas]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


@cache
def verb_lemmas(code: str) -> dict[str, tuple[VerbTrigger, ...]]:
    """Lists the rules of each verb that tells an event."""
    table: dict[str, tuple[VerbTrigger, ...]] = {}
    for rule in load_language(code).kinds.verbs:
        for verb in rule.verbs:
            table[verb] = (*table.get(verb, ()), rule)
    return table


def find_triggers(scene: Scene) -> list[Trigger]:
    """Finds the triggers of a sentence in order; a light verb with an event as its object is no trigger itself."""
    found: list[Trigger] = []
    for index, token in enumerate(scene.tree.tokens):
        if token.upos in ("NOUN", "PROPN", "X", "SYM") or (
            token.upos == "ADJ" and scene.tree.rel(index).startswith(NOMINAL)
        ):
            noun = _named(scene, index) or match_noun(token.lemma, token.text, code=scene.pack.code)
            if noun is not None:
                found.append(Trigger(token=index, noun=noun))
        elif token.upos in ("VERB", "AUX"):
            verb = _match_verb(scene, index)
            if verb is not None:
                found.append(Trigger(token=index, verb=verb))
    return found


@cache
def _names(code: str) -> dict[str, NounTrigger]:
    """Lists the events that go by a name of their own, of one word or several, in lower case."""
    rules = load_language(code).kinds.nouns
    return {lemma.lower(): rule for rule in rules for lemma in rule.lemmas if lemma != lemma.lower()}


def _named(scene: Scene, index: int) -> NounTrigger | None:
    """Gives the rule of a name that a phrase begins or ends with: "Rock Werchter", "de Olympische Spelen"."""
    tree = scene.tree
    parts = tree.dependents(index, "flat", "fixed", "amod", "nmod", "appos", "compound", "case")
    texts = [tree.tokens[at].text for at in sorted({index, *(at for c in parts for at in tree.subtree(c))})]
    place = texts.index(tree.tokens[index].text)
    if not tree.tokens[index].text[:1].isupper():
        return None
    for first in range(place + 1):
        for last in range(len(texts), place, -1):
            rule = _names(scene.pack.code).get(" ".join(texts[first:last]).lower())
            if rule is not None:
                return rule
    return None


def _takes_events(cue: StatusCue) -> bool:
    return bool(cue.verbs) and (cue.status in TELLING or cue.eventive)


def match_noun(lemma: str, text: str, *, code: str) -> NounTrigger | None:
    """Gives the rule that a noun's lemma falls under, as a whole or as the last part of a compound."""
    whole = lemma.replace("_", "").lower()
    last = lemma.replace("-", "_").lower().split("_")[-1]
    written = text.lower()
    for known, rule in noun_lemmas(code):
        if whole in rule.never or written in rule.never or any(whole.endswith(never) for never in rule.never):
            continue
        if known in (whole, written) or (rule.compounds and (_ends(whole, last, known) or _ends(written, "", known))):
            return rule
    return None


def _ends(whole: str, last: str, known: str) -> bool:
    if last == known:
        return True
    room = len(whole) - len(known)
    return whole.endswith(known) and room >= (3 if len(known) <= SHORT else 2)


def _match_verb(scene: Scene, index: int) -> VerbTrigger | None:
    for rule in _rules_of(scene, index):
        if _needs_met(scene, index, rule) and _light_met(scene, index, rule):
            return rule
    return None


def _rules_of(scene: Scene, index: int) -> tuple[VerbTrigger, ...]:
    """Gives the rules of a verb, by itself or with an adverb that the parser did not take for its particle."""
    table, tree = verb_lemmas(scene.pack.code), scene.tree
    joined = [tree.tokens[c].text.lower() + tree.lemma(index) for c in tree.dependents(index, "advmod")]
    return next((table[verb] for verb in (tree.verb(index), *joined) if verb in table), ())


def _light_met(scene: Scene, index: int, rule: VerbTrigger) -> bool:
    """Tells whether a verb has the objects, subjects and words beside it that its rule asks for."""
    tree = scene.tree
    objects = [at for o in tree.dependents(index, "obj", "nsubj:pass") for at in tree.conjuncts(o)]
    if tree.rel(index) == "acl:relcl" and any(tree.tokens[at].upos == "PRON" for at in objects):
        objects.append(tree.tokens[index].head)  # "het rapport dat de raad publiceerde"
    if rule.bare and objects:
        return False
    if rule.light_object and not any(_is_one_of(scene, at, rule.light_object) for at in objects):
        return False
    if rule.light_subject and not any(
        _is_one_of(scene, at, rule.light_subject) for at in (*_all_subjects(scene, index), *objects)
    ):
        return False
    beside = _beside(scene, index)
    if any(_is_one_of(scene, at, rule.unless) for at in beside):
        return False
    return not rule.beside or any(_is_one_of(scene, at, rule.beside) for at in beside)


def _is_one_of(scene: Scene, token: int, words: tuple[str, ...]) -> bool:
    """Tells whether a word, or the last part of a compound, is among those of a rule."""
    lemma = scene.tree.lemma(token)
    written = scene.tree.tokens[token].text.lower()
    ends = any(lemma.endswith(word) and len(lemma) - len(word) > TWO for word in words if len(word) >= SHORT)
    return lemma in words or written in words or lemma.split("_")[-1] in words or ends


def _all_subjects(scene: Scene, index: int) -> list[int]:
    """Lists the nouns that are a verb's subject, of an active or a passive, its own, shared, or the antecedent's."""
    tree = scene.tree
    own = tree.dependents(index, "nsubj") or _shared_subject(scene, index)
    if tree.rel(index) == "acl:relcl":
        own = [*own, tree.tokens[index].head]
    return [at for subject in own for at in tree.conjuncts(subject)]


def _beside(scene: Scene, index: int) -> list[int]:
    """Lists the words that hang on a verb, and the small words of their phrases."""
    tree = scene.tree
    own = [c for c in tree.children[index] if not tree.opens_clause(c) or tree.tokens[c].upos not in ("VERB", "AUX")]
    return [*own, *(at for child in own for at in tree.dependents(child, "case", "mark", "fixed", "amod", "nmod"))]


def _needs_met(scene: Scene, index: int, rule: VerbTrigger) -> bool:
    some = not rule.needs or any(has_slot(scene, index, slot) for slot in rule.needs)
    return some and all(has_slot(scene, index, slot) for slot in rule.requires)


def has_slot(scene: Scene, verb: int, slot: str) -> bool:
    """Tells whether a verb has an actor (or place, or each-other) in a slot."""
    tree, grammar = scene.tree, scene.grammar
    if slot == "reciprocal":
        return any(tree.lemma(child) in grammar.reciprocal for child in tree.children[verb])
    if slot == "several":
        return sum(len(scene.people_or_delegates(at)) for at in slot_tokens(scene, verb, "subject")) >= TWO
    if slot in ("place", "towards"):
        wanted = grammar.towards if slot == "towards" else (*grammar.inside, *grammar.towards)
        return any(
            tree.case(at) in wanted and (scene.places.get(at) or _place_below(scene, at))
            for at in tree.clause_tokens(verb)
        )
    return bool(slot_tokens(scene, verb, slot))


def _place_below(scene: Scene, token: int) -> bool:
    return any(scene.places.get(child) for child in scene.tree.dependents(token, "appos", "flat", "nmod"))


def slot_tokens(scene: Scene, verb: int, slot: str) -> list[int]:
    """Lists the tokens in a slot of a verb that are actors: ``subject``, ``object``, ``with``, ``towards``, ``by``."""
    tree, grammar = scene.tree, scene.grammar
    if slot == "subject":
        found = [c for c in tree.dependents(verb, "nsubj") if not tree.rel(c).endswith("pass")] or _shared_subject(
            scene, verb
        )
        found = found or []
    elif slot == "object":
        found = tree.dependents(verb, "obj", "iobj", "nsubj:pass")
    else:
        cases = {"with": grammar.with_, "towards": grammar.towards, "by": grammar.by, "at": grammar.inside}[slot]
        found = [child for child in tree.dependents(verb, "obl", "nmod") if tree.case(child) in cases]
    return [token for token in found if scene.people_or_delegates(token)]


def _shared_subject(scene: Scene, verb: int) -> list[int]:
    """Finds the subject that a coordinated verb or an infinitive shares with its governor."""
    tree = scene.tree
    at = verb
    for governor in tree.ancestors(verb):
        infinitive = tree.rel(at) == "acl" and tree.feature(at, "VerbForm") == "Inf"
        light = tree.rel(at) == "obj" and not tree.is_verbal(at)  # "gingen akkoord om elkaar te ontmoeten"
        if tree.rel(at).split(":")[0] not in ("conj", "xcomp", "advcl", "ccomp") and not infinitive and not light:
            return []
        if tree.feature(at, "VerbForm") == "Fin" and tree.rel(at) != "conj":
            return []
        subjects = [c for c in tree.dependents(governor, "nsubj") if not tree.rel(c).endswith("pass")]
        if subjects:
            return subjects
        at = governor
    return []
