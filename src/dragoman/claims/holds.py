"""Where an event word stands: which word holds it, in which slot."""

from collections.abc import Iterator

import msgspec

from dragoman.claims.scene import Scene
from dragoman.packs.shapes.cues import Slot

RAISED = ("nsubj", "nsubj:pass")


class Hold(msgspec.Struct, frozen=True, kw_only=True):
    """A word that governs an event word, and the slot that the event stands in; ``case`` is its preposition."""

    slot: Slot
    governor: int
    case: str | None = None


def find_holds(scene: Scene, token: int) -> list[Hold]:
    """Lists what holds an event word, modifiers first: "de afgelaste top", then "top" as the object of a verb.

    A relative clause behind the parties ("gesprekken tussen Kim en Moon, die twee uur duurden") may be the event's
    too: the cue's verb decides, since a person cannot last two hours. A relative clause holds its antecedent in the
    slot of its pronoun: in "de top die werd uitgesteld" the verb holds the noun as its object.
    """
    head = _first_conjunct(scene, token)
    found = [*_modifiers(scene, token), *_relatives(scene, token), *_governor(scene, head)]
    return list(dict.fromkeys(found))


def _first_conjunct(scene: Scene, token: int) -> int:
    tree = scene.tree
    while tree.rel(token) == "conj" and not tree.is_verbal(token):
        token = tree.tokens[token].head
    return token


def _modifiers(scene: Scene, token: int) -> Iterator[Hold]:
    for child in scene.tree.dependents(token, "amod", "acl"):
        if scene.tree.rel(child) != "acl:relcl":
            yield Hold(slot="modified", governor=child)


def _relatives(scene: Scene, token: int) -> Iterator[Hold]:
    tree = scene.tree
    names = [c for c in tree.subtree(token) if c != token and c in scene.actors]
    for verb in [v for at in (token, *names) for v in tree.dependents(at, "acl:relcl")]:
        pronouns = [c for c in tree.children[verb] if tree.tokens[c].upos == "PRON" and tree.rel(c) != "det"]
        relation = tree.rel(pronouns[0]) if pronouns else "nsubj"
        yield Hold(slot=_slot(scene, verb, relation), governor=verb)
    yield from _put_behind(scene, token)


def _put_behind(scene: Scene, token: int) -> Iterator[Hold]:
    """Finds a relative clause behind the main verb: "heeft het overleg afgezegd dat woensdag had moeten plaatsvinden".

    The parser takes it for the verb's own clause; that it begins with a pronoun and not a conjunction tells it apart.
    """
    tree, governor = scene.tree, scene.tree.tokens[token].head
    if governor < 0 or not tree.rel(token).startswith(("obj", "nsubj")):
        return
    for clause in tree.dependents(governor, "ccomp", "advcl"):
        pronouns = [c for c in tree.dependents(clause, "nsubj", "obj") if tree.tokens[c].upos == "PRON"]
        pronouns = [c for c in pronouns if tree.tokens[c].text.lower() in scene.grammar.demonstrative]
        if pronouns and clause > token and not tree.dependents(clause, "mark"):
            yield Hold(slot=_slot(scene, clause, tree.rel(pronouns[0])), governor=clause)


def _slot(scene: Scene, verb: int, relation: str) -> Slot:
    tree = scene.tree
    if relation.endswith(":pass") or (relation == "nsubj" and tree.dependents(verb, "aux:pass")):
        return "object"
    if relation.startswith("nsubj"):
        return (
            "predicate-subject"
            if tree.dependents(verb, "cop") or tree.tokens[verb].upos not in ("VERB", "AUX")
            else "subject"
        )
    if relation.startswith("iobj") and tree.dependents(verb, "cop"):
        return "predicate-subject"  # nothing is given to what only is so
    return "object" if relation.startswith(("obj", "iobj")) else "prepositional"


def _governor(scene: Scene, token: int) -> Iterator[Hold]:
    tree = scene.tree
    governor = tree.tokens[token].head
    relation = tree.rel(token)
    if governor < 0:
        return
    if relation.startswith(("nsubj", "obj", "iobj")):
        slot = _slot(scene, governor, relation)
        yield Hold(slot=slot, governor=governor)
        yield from _raised(scene, governor, slot)
    elif relation.split(":")[0] in ("obl", "advmod") and tree.is_verbal(governor):
        yield Hold(slot="prepositional", governor=governor, case=_case(scene, token))
    elif relation.split(":")[0] in ("nmod", "obl", "appos"):
        yield Hold(slot="of", governor=governor, case=tree.case(token))
        yield from _through_noun(scene, governor, tree.case(token))


def _case(scene: Scene, token: int) -> str | None:
    """Gives an event word's preposition; in "nog voor de top" it is the one of time, not that of an aim."""
    tree, grammar = scene.tree, scene.grammar
    case = tree.case(token)
    at = next((child for child in tree.dependents(token, "case") if tree.tokens[child].text.lower() == case), None)
    if at is None or at == 0 or case not in grammar.before:
        return case
    of_time = tree.tokens[at - 1].text.lower() in (*grammar.not_yet, *grammar.already)
    return grammar.before_alone[0] if of_time and grammar.before_alone else case


def _through_noun(scene: Scene, noun: int, case: str | None) -> Iterator[Hold]:
    """Looks through "een streep door de top" to the verb whose object the noun is."""
    tree = scene.tree
    if tree.rel(noun).startswith("obj") and tree.tokens[noun].head >= 0:
        yield Hold(slot="prepositional", governor=tree.tokens[noun].head, case=case)


def _raised(scene: Scene, verb: int, slot: Slot) -> Iterator[Hold]:
    """Passes a subject on to the infinitive or coordinated verb that shares it: "de top dreigt niet door te gaan".

    To the participle of "blijft gepland" it is the object, as in a passive.
    """
    tree = scene.tree
    if slot not in ("subject", "object", "predicate-subject"):
        return
    for child in tree.dependents(verb, "xcomp", "conj"):
        own = any(tree.rel(c) in RAISED for c in tree.children[child])
        if tree.is_verbal(child) and not own:
            shared = tree.rel(child) == "conj" or slot == "subject"
            if shared:
                bare = tree.lemma(verb) in scene.grammar.copulas and tree.feature(child, "VerbForm") == "Part"
                passive = bare or bool(tree.dependents(child, "aux:pass"))
                passive = passive or (tree.rel(child) == "conj" and slot == "object")
                yield Hold(slot="object" if passive else slot, governor=child)
