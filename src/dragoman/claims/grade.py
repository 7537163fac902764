"""Grades a claim: which status, with which stance, how surely, from a cue and the mood of its clause."""

import msgspec

from dragoman.claims.cues import Match
from dragoman.claims.scene import Scene
from dragoman.model.vocabulary import CERTAINTIES, Certainty, Stance, Status
from dragoman.packs.shapes.cues import StatusCue
from dragoman.rules.mood import Mood, grade_mood

OFF: frozenset[str] = frozenset({"cancelled", "postponed", "refused", "suspended"})
"""Statuses that say that an event is not on."""


class Grade(msgspec.Struct, frozen=True, kw_only=True):
    """What a clause claims of an event, before who says it.

    ``verb`` is the predicate whose clause it stands in; ``performers`` tokens whose deed it is; ``hearsay`` tells
    that the outlet does not stand behind it; ``presupposed`` that the words take it for granted ("the cancelled
    summit"), so that it is the teller's even inside somebody's reported speech; ``condition`` the token of the clause
    that it hangs on.
    """

    status: Status
    rule: str
    verb: int | None
    cue: tuple[int, ...] = ()
    stance: Stance = "asserts"
    certainty: Certainty = "certain"
    hearsay: bool = False
    deed: bool = False
    performers: tuple[int, ...] = ()
    moves: bool = False
    presupposed: bool = False
    frames: tuple[int, ...] = ()
    condition: int | None = None


def least_sure(a: Certainty, b: Certainty) -> Certainty:
    """Gives the less sure of two certainties.

    >>> least_sure("certain", "possible")
    'possible'
    """
    return max(a, b, key=CERTAINTIES.index)


def grade_match(scene: Scene, match: Match) -> Grade | None:
    """Grades a cue that fired by the mood of its clause; ``None`` when it needs a negation that is not there."""
    cue = match.cue
    mood = Mood(tense="none") if match.verb is None else grade_mood(scene.tree, match.verb, grammar=scene.grammar)
    if match.verb is None and _denied_noun(scene, match):
        mood = Mood(tense="none", negated=True)
    if cue.negation == "required" and not mood.negated:
        return None
    if cue.status == "planned" and mood.negated and mood.tense == "past":
        return None  # "was not announced beforehand" says nothing against the event
    grade = _by_status(match, mood)
    performers = _performers(scene, match, mood) if cue.performed else ()
    return msgspec.structs.replace(
        grade,
        certainty=least_sure(grade.certainty, cue.certainty),
        performers=performers,
        moves=cue.moves,
        presupposed=match.hold.slot == "modified",
    )


def grade_occurrence(scene: Scene, verb: int, *, rule: str) -> Grade:
    """Grades an event that a verb tells by its tense: past is held, future planned, "may" mooted.

    "Would have met" is hearsay of a past event; "would meet on 12 June" a plan seen from the past.
    """
    mood = grade_mood(scene.tree, verb, grammar=scene.grammar)
    return occurrence(mood, rule=rule, verb=verb)


def occurrence(mood: Mood, *, rule: str, verb: int | None, negated: Status | None = None) -> Grade:
    """Grades an occurrence by mood alone; ``negated`` is the status that a negated future has, else it is denied."""
    grade = Grade(status="planned", rule=rule, verb=verb)
    if mood.tense == "would" and mood.perfect:
        grade = msgspec.structs.replace(grade, status="held", certainty="possible", hearsay=True)
    elif mood.over and not mood.obliged:  # "had moeten plaatsvinden" was planned, and came to nothing
        grade = msgspec.structs.replace(grade, status="held")
    elif mood.possible:
        grade = msgspec.structs.replace(grade, status="mooted", certainty="possible")
    if not mood.negated:
        return grade
    if negated is not None and grade.status == "planned":
        return msgspec.structs.replace(grade, status=negated)
    return msgspec.structs.replace(grade, stance="unconfirmed" if mood.not_yet else "denies")


def _by_status(match: Match, mood: Mood) -> Grade:
    cue = match.cue
    if cue.status in ("occurs", "begins"):
        grade = occurrence(mood, rule=cue.id, verb=match.verb, negated=cue.negated)
        if cue.status == "begins" and grade.status == "held":
            grade = msgspec.structs.replace(grade, status="ongoing")
        return msgspec.structs.replace(grade, cue=match.tokens, deed=False)
    status, stance = _negation(cue, mood)
    certainty: Certainty = "certain"
    if stance == "asserts":
        status, certainty = _tensed(status, match, mood)
    return Grade(
        status=status,
        stance=stance,
        certainty=certainty,
        rule=cue.id,
        verb=match.verb,
        cue=match.tokens,
        deed=cue.date == "deed",
        hearsay=mood.tense == "would" and mood.perfect,
    )


def _negation(cue: StatusCue, mood: Mood) -> tuple[Status, Stance]:
    status: Status = "planned" if cue.status == "occurs" or cue.status == "begins" else cue.status  # noqa: PLR1714 - mypy narrows by `==` alone
    if not mood.negated:
        return status, "asserts"
    if cue.negated is not None:
        return cue.negated, "asserts"
    return status, "unconfirmed" if mood.not_yet or status == "confirmed" else "denies"


def _tensed(status: Status, match: Match, mood: Mood) -> tuple[Status, Certainty]:
    """Lets tense and modals weigh: what lasts is under way, what may go ahead is only floated."""
    hearsay = mood.tense == "would" and mood.perfect
    open_ = mood.possible and not mood.negated  # what "cannot go ahead" is off for sure
    certainty: Certainty = "possible" if open_ or hearsay else "certain"
    if mood.possible and status in ("planned", "confirmed"):
        return "mooted", certainty
    by_verb = match.verb is not None and not match.cue.phrase  # "zit erop" is over, whatever its tense
    if status == "held" and by_verb and not mood.over and not hearsay:
        return ("ongoing" if mood.tense == "present" else "planned"), certainty
    if status == "ongoing" and match.verb is not None and mood.passive and not mood.over:
        return "planned", certainty
    if status == "confirmed" and mood.over and match.hold.slot == "subject":
        return "held", certainty
    return status, certainty


def _denied_noun(scene: Scene, match: Match) -> bool:
    """Tells whether a noun or modifier cue is denied: "van uitstel is geen sprake", "geen uitstel van de top"."""
    tree, grammar = scene.tree, scene.grammar
    at = match.hold.governor
    own = any(tree.lemma(c) in grammar.negative_determiners for c in tree.dependents(at, "det", "advmod"))
    if match.hold.slot != "of" or own:
        return own
    governor = tree.tokens[at].head
    return governor >= 0 and tree.is_verbal(governor) and grade_mood(tree, governor, grammar=grammar).negated


def _performers(scene: Scene, match: Match, mood: Mood) -> tuple[int, ...]:
    """Lists whose deed the cue is: the agent of a passive, else the subject of the active verb or its governor's."""
    tree, at = scene.tree, match.hold.governor
    agents = [c for c in tree.dependents(at, "obl") if tree.case(c) in scene.grammar.by or tree.rel(c) == "obl:agent"]
    if agents or mood.passive or match.hold.slot == "modified":
        return tuple(agents)
    return tuple(subjects_of(scene, at))


def subjects_of(scene: Scene, verb: int) -> list[int]:
    """Lists the subject tokens of a verb, or those that an infinitive or coordinated verb shares with its governor."""
    tree, at = scene.tree, verb
    while True:
        own = [c for c in tree.dependents(at, "nsubj") if not tree.rel(c).endswith("pass")]
        # a noun that a light verb takes ("gingen akkoord", "namen het besluit") has that verb's subject
        shared = ("xcomp", "conj") if tree.is_verbal(at) else ("xcomp", "conj", "obj", "compound")
        if own or tree.rel(at).split(":")[0] not in shared or tree.tokens[at].head < 0:
            return own
        at = tree.tokens[at].head
