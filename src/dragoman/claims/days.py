"""Which days of a sentence are an event's: those in its phrase, else those of the verb that carries it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.claims.cues import match_cue
from dragoman.claims.grade import Grade
from dragoman.claims.holds import Hold
from dragoman.claims.scene import Scene
from dragoman.claims.triggers import Trigger
from dragoman.rules.mood import grade_mood

_HAPPENS = ("occurs", "begins", "planned", "held", "ongoing", "confirmed")
_CARRIES = (*_HAPPENS, "postponed", "doubtful", "cancelled")
_NOW = ("held", "ongoing", "planned", "confirmed")
_SLOTS = ("subject", "object", "prepositional", "predicate-subject")


class Days(NamedTuple):
    """The days of one telling, as indexes of the report's dates; where it is moved, to where and from where."""

    dates: tuple[int, ...] = ()
    moved_to: tuple[int, ...] = ()
    moved_from: tuple[int, ...] = ()


def carriers_of(scene: Scene, holds: Sequence[Hold]) -> list[Hold]:
    """Lists the verbs whose other complements belong to the event: that let it take place, or that it is set in."""
    found: list[Hold] = []
    for hold in holds:
        if hold.slot not in _SLOTS or not scene.tree.is_verbal(hold.governor):
            continue
        match = match_cue(scene, hold)
        if (match is not None and match.cue.status in _CARRIES) or _is_setting(scene, hold):
            found.append(hold)
    return found


def days_of_noun(
    scene: Scene, token: int, *, holds: Sequence[Hold], grades: Sequence[Grade], others: Sequence[Trigger]
) -> Days:
    """Gives the days of an event told by a noun; ``others`` are the sentence's other triggers, which keep their own.

    For example in "Trump called off on Thursday the summit of 12 June" 12 June is the summit's, Thursday the deed's.
    """
    taken = _in_other_phrases(scene, token, others)
    own = [day for day in scene.dates_under(token) if not _is_topic(scene, token, day)]
    carriers = carriers_of(scene, holds)
    moves = next((grade for grade in grades if grade.moves), None)
    if moves is not None and moves.verb is not None:
        beside = _beside(scene, token, carriers[0], grades, others) if carriers else []
        return _moved(scene, [day for day in beside if day not in taken], own)
    former = [day for hold in carriers if _fell_through(scene, hold) for day in scene.dates_beside(hold.governor)]
    own = [day for day in own if day not in taken or _is_innermost(scene, token, others, day)]
    if own:
        return Days(dates=tuple(dict.fromkeys(own)), moved_from=tuple(former))
    kept = [hold for hold in carriers if not _fell_through(scene, hold)]
    for days in _from_outside(scene, token, holds=holds, carriers=kept, grades=grades, others=others):
        free = [day for day in days if day not in taken and day not in former]
        if free:
            return Days(dates=tuple(dict.fromkeys(free)), moved_from=tuple(former))
    if kept:
        return Days(dates=_entry_day(scene, grades), moved_from=tuple(former))
    return Days(dates=tuple(former) or _entry_day(scene, grades))


def days_of_verb(scene: Scene, verb: int, *, others: Sequence[Trigger]) -> tuple[int, ...]:
    """Gives the days of an event told by a verb: those beside it that no event noun keeps."""
    taken = {day for other in others if other.noun is not None for day in scene.dates_under(other.token)}
    for at in (verb, *_at_the_time(scene, verb)):
        days = tuple(dict.fromkeys(day for day in scene.dates_beside(at) if day not in taken))
        if days:
            return days
    return _of_entry(scene, verb)


def _at_the_time(scene: Scene, verb: int) -> Iterator[int]:
    """Gives the verb that a clause of time hangs on: who spoke Thursday "when he was received" was so on Thursday."""
    tree = scene.tree
    marks = [tree.lemma(child) for child in tree.dependents(verb, "mark", "advmod")]
    if tree.rel(verb).startswith("advcl") and any(mark in scene.grammar.meanwhile for mark in marks):
        yield tree.tokens[verb].head


def _entry_day(scene: Scene, grades: Sequence[Grade]) -> tuple[int, ...]:
    """Gives the day of a live report's entry to what it tells as happening: planned things wait for another day."""
    verbs = [grade.verb for grade in grades if grade.stance == "asserts" and grade.status in _NOW]
    return next((days for verb in verbs if verb is not None and (days := _of_entry(scene, verb))), ())


def _of_entry(scene: Scene, verb: int) -> tuple[int, ...]:
    """Gives the day of the entry where the verb's clause is of its present: now, or just done."""
    mood = grade_mood(scene.tree, verb, grammar=scene.grammar)
    embedded = scene.tree.rel(verb).startswith(("ccomp", "xcomp", "advcl"))
    told_now = mood.tense == "present" and not (mood.possible or mood.obliged or mood.negated or embedded)
    return () if scene.entry is None or not told_now else (scene.entry,)


def _from_outside(
    scene: Scene,
    token: int,
    *,
    holds: Sequence[Hold],
    carriers: Sequence[Hold],
    grades: Sequence[Grade],
    others: Sequence[Trigger],
) -> Iterator[list[int]]:
    """Gives the days that what holds an event says of it, the surest first."""
    for hold in sorted(carriers, key=lambda each: not _lets_happen(scene, each)):
        yield _aimed(scene, _beside(scene, token, hold, grades, others))
    for hold in _relatives(scene, token):
        yield _beside(scene, token, hold, grades, others)
    for hold in holds:
        if hold.slot == "modified":
            yield scene.dates_under(hold.governor)


def _aimed(scene: Scene, days: list[int]) -> list[int]:
    """Keeps the days something is set for, where others say when it was set: "calls today a vote for 20 December"."""
    heads = _heads(scene)
    aimed = [day for day in days if scene.tree.case(heads[day]) in scene.grammar.before]
    return aimed or days


def _relatives(scene: Scene, token: int) -> Iterator[Hold]:
    """Gives relative clauses behind the names of an event's phrase that let it happen: "which is to be on Friday"."""
    tree = scene.tree
    for verb in tree.subtree(token):
        hold = Hold(slot="subject", governor=verb)
        if tree.rel(verb) == "acl:relcl" and tree.tokens[verb].head != token and _lets_happen(scene, hold):
            yield hold


def _fell_through(scene: Scene, hold: Hold) -> bool:
    """Tells whether a verb says when the event should have been: "had moeten plaatsvinden"."""
    mood = grade_mood(scene.tree, hold.governor, grammar=scene.grammar)
    return mood.over and mood.obliged and _lets_happen(scene, hold)


def _lets_happen(scene: Scene, hold: Hold) -> bool:
    match = match_cue(scene, hold)
    return match is not None and match.cue.status in _HAPPENS


def _is_setting(scene: Scene, hold: Hold) -> bool:
    """Tells whether a verb only happens during or right after the event: "zei hij vrijdag na de ministerraad"."""
    grammar = scene.grammar
    return hold.slot == "prepositional" and (hold.case in grammar.during or hold.case in grammar.after)


def _is_topic(scene: Scene, token: int, day: int) -> bool:
    """Tells whether a day belongs to what is talked about: "talks on an agreement for 2019" are not of 2019."""
    tree, at = scene.tree, _heads(scene)[day]
    for above in tree.ancestors(at):
        if above == token:
            return False
        if tree.case(above) in scene.grammar.about and tree.tokens[above].upos == "NOUN":
            return True
    return False


def _in_other_phrases(scene: Scene, token: int, others: Sequence[Trigger]) -> set[int]:
    return {
        day
        for other in others
        if other.token != token and other.noun is not None
        for day in scene.dates_under(other.token)
    }


def _is_innermost(scene: Scene, token: int, others: Sequence[Trigger], day: int) -> bool:
    """Tells whether a day inside two event phrases, one in the other, belongs to this one: the inner has it."""
    inner = [
        o.token for o in others if o.token != token and o.noun is not None and o.token in scene.tree.subtree(token)
    ]
    return not any(day in scene.dates_under(other) for other in inner)


def _beside(scene: Scene, token: int, hold: Hold, grades: Sequence[Grade], others: Sequence[Trigger]) -> list[int]:
    """Gives the days beside a verb that are this event's: before the next event noun, and of a deed only "of Sunday".

    A bare day beside a deed is when it was done.
    """
    tree, verb = scene.tree, hold.governor
    days = scene.dates_beside(verb, without=None if verb in tree.subtree(token) else token)
    heads = _heads(scene)
    if any(grade.deed for grade in grades if grade.verb == verb):
        days = [day for day in days if tree.case(heads[day]) in scene.grammar.of]
    return [day for day in days if not any(o.noun is not None and token < o.token < heads[day] for o in others)]


def _moved(scene: Scene, beside: Sequence[int], own: Sequence[int]) -> Days:
    """Splits dates beside a verb of moving into where to and where from, by preposition."""
    to, away = [], list(own)
    heads = _heads(scene)
    for day in beside:
        case = scene.tree.case(heads[day])
        if case in scene.grammar.towards or case in scene.grammar.before:
            to.append(day)
        elif case in scene.grammar.of or (case is None and scene.found.dates[day].direction == "future"):
            away.append(day)
    return Days(dates=tuple(to), moved_to=tuple(to), moved_from=tuple(away))


def _heads(scene: Scene) -> dict[int, int]:
    return {day: head for head, days in scene.dates.items() for day in days}
