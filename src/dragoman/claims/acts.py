"""Acts between actors that are no occasion of their own: appeals, thanks, threats, pledges, in PLOVER's types."""

from collections.abc import Iterator
from functools import cache

from dragoman.claims.scene import Found, Scene
from dragoman.claims.speech import Speech
from dragoman.claims.triggers import slot_tokens
from dragoman.model.actor import Actor
from dragoman.model.reading import ReadAct
from dragoman.packs.load import load_language
from dragoman.packs.shapes.cues import ActCue
from dragoman.packs.shapes.language import LanguagePack
from dragoman.rules.mood import grade_mood


@cache
def _by_verb(code: str) -> dict[str, ActCue]:
    return {verb: cue for cue in load_language(code).acts.acts for verb in cue.verbs}


@cache
def _by_adjective(code: str) -> dict[str, ActCue]:
    return {word: cue for cue in load_language(code).acts.acts for word in cue.adjectives}


def _cue_at(scene: Scene, index: int) -> ActCue | None:
    """Gives the cue of a verb, or of a predicate adjective with a clause of what somebody will do."""
    tree = scene.tree
    if tree.tokens[index].upos == "VERB":
        bare = (
            tree.feature(index, "VerbForm") == "Part"
            and not tree.dependents(index, "aux")
            and tree.rel(index) != "conj"
        )
        if bare:  # "voelt zich bedreigd" is no threat by its subject
            return None
        return _by_verb(scene.pack.code).get(tree.verb(index))
    if tree.dependents(index, "cop") and any(tree.opens_clause(child) for child in tree.children[index]):
        return _by_adjective(scene.pack.code).get(tree.lemma(index))
    return None


def find_acts(found: Found, *, speech: Speech, pack: LanguagePack) -> tuple[ReadAct, ...]:
    """Finds the acts of a report: words of the pack with an actor as their subject, not denied and not only asked for.

    For example "Kim bedankte Moon" is an act of thanks from one to the other.
    """
    acts: list[ReadAct] = []
    for number in range(len(found.parse.sentences)):
        acts += _in_sentence(Scene(found, number, pack=pack), speech)
    return tuple(acts)


def _in_sentence(scene: Scene, speech: Speech) -> Iterator[ReadAct]:
    for index in range(len(scene.tree)):
        cue = _cue_at(scene, index)
        if cue is None or grade_mood(scene.tree, index, grammar=scene.grammar).negated:
            continue
        actors = [actor for at in slot_tokens(scene, index, "subject") for actor in scene.people_or_delegates(at)]
        if not actors:
            continue
        verbal = scene.tree.tokens[index].upos == "VERB"
        start, end = scene.tree.span(scene.tree.clause_tokens(index) if verbal else scene.tree.subtree(index))
        yield ReadAct(
            kind=cue.act,
            actors=tuple(actors),
            recipients=tuple(_recipients(scene, index, cue, actors)),
            chain=speech.chain_at(start, end),
            start=start,
            end=end,
            rule=cue.id,
            certainty="unknown" if speech.is_hearsay(start, end) else "certain",
            said=next(iter(scene.dates_beside(index)), None),
        )


def _recipients(scene: Scene, verb: int, cue: ActCue, actors: list[Actor]) -> list[Actor]:
    slots = {"object": "object", "indirect": "object", "with": "with", "towards": "towards", "inside": "at"}
    tokens = [at for name in cue.recipient for at in slot_tokens(scene, verb, slots[name])]
    found = {actor.id: actor for at in tokens for actor in scene.people_or_delegates(at)}
    return [actor for key, actor in found.items() if all(key != other.id for other in actors)]
