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


def find_acts(found: Found, *, speech: Speech, pack: LanguagePack) -> tuple[ReadAct, ...]:
    """Finds the acts of a report: a verb of the pack with an actor as its subject, not denied and not only asked for.

    For example "Kim bedankte Moon" is an act of thanks from one to the other.
    """
    acts: list[ReadAct] = []
    for number in range(len(found.parse.sentences)):
        acts += _in_sentence(Scene(found, number, pack=pack), speech)
    return tuple(acts)


def _in_sentence(scene: Scene, speech: Speech) -> Iterator[ReadAct]:
    table = _by_verb(scene.pack.code)
    for index, token in enumerate(scene.tree.tokens):
        cue = table.get(scene.tree.verb(index)) if token.upos == "VERB" else None
        if cue is None or grade_mood(scene.tree, index, grammar=scene.grammar).negated:
            continue
        actors = [actor for at in slot_tokens(scene, index, "subject") for actor in scene.people_or_delegates(at)]
        if not actors:
            continue
        start, end = scene.tree.span(scene.tree.clause_tokens(index))
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
