"""Tells what one mention says of its event: who, where, when, and how it stands."""

from collections.abc import Sequence

import msgspec

from dragoman.claims.cues import match_cue
from dragoman.claims.days import carriers_of, days_of_noun, days_of_verb
from dragoman.claims.embed import grade_condition, grade_embedding, grade_hedges
from dragoman.claims.grade import Grade, grade_match, grade_occurrence, subjects_of
from dragoman.claims.holds import Hold, find_holds
from dragoman.claims.parties import Around, around_next, around_noun, around_verb, distinct, places_under
from dragoman.claims.scene import Scene
from dragoman.claims.triggers import Trigger, slot_tokens
from dragoman.model.actor import Actor
from dragoman.model.mention import Place
from dragoman.model.reading import Party
from dragoman.model.vocabulary import Kind, Role
from dragoman.rules.mood import grade_mood

TWO = 2


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of one trigger in its sentence: its grades (none: only mentioned), parties, places, dates.

    ``held_by`` is the hold that carries it, ``dates`` index the report's dates.
    """

    trigger: Trigger
    grades: tuple[Grade, ...] = ()
    parties: tuple[Party, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[int, ...] = ()
    moved_to: tuple[int, ...] = ()
    moved_from: tuple[int, ...] = ()
    phrase: tuple[int, ...] = ()


def tell(scene: Scene, trigger: Trigger, *, others: Sequence[Trigger]) -> Telling:
    """Tells a trigger's event; ``others`` are the sentence's other triggers, whose phrases keep their own dates."""
    return (
        _tell_noun(scene, trigger, others=others)
        if trigger.noun is not None
        else _tell_verb(scene, trigger, others=others)
    )


# ------------------------------------------------------------------ nouns


def _tell_noun(scene: Scene, trigger: Trigger, *, others: Sequence[Trigger]) -> Telling:
    tree, token = scene.tree, trigger.token
    holds = find_holds(scene, token)
    grades = [grade for hold in holds if (grade := _grade_hold(scene, hold)) is not None]
    if not grades:
        grades = [grade for grade in [_grade_beside(scene, token, holds, kind=trigger.rule.kind)] if grade is not None]
    around = around_noun(scene, token, kind=trigger.rule.kind, events=[o.token for o in others if o.token != token])
    follows = around_next(scene, token, kind=trigger.rule.kind, company=_has_company(scene, holds))
    parties, places = [*around.parties, *follows.parties], [*around.places, *follows.places]
    carrier = next(iter(carriers_of(scene, holds)), None)
    after = [other.token for other in others if other.noun is not None and other.token > token]
    if carrier is not None:
        more = _around_carrier(scene, trigger, carrier, before=min(after, default=len(tree)))
        parties += more.parties if len(parties) < TWO else ()
        places += more.places
    parties += [Party(actor=actor) for actor in _owners(scene, token, holds)]
    if len(distinct(parties)) < TWO:  # who calls it off, and has a state to speak for, is a side of it
        doers = [at for grade in grades if _is_side(grade) for at in grade.performers]
        actors = [actor for at in doers for actor in scene.people_or_delegates(at)]
        parties += [Party(actor=a) for a in actors if not parties or a.type in ("person", "state")]
    places += [place for hold in holds if hold.slot == "modified" for place in places_under(scene, hold.governor)]
    days = days_of_noun(scene, token, holds=holds, grades=grades, others=others)
    inner = [c for c in tree.subtree(token) if c != token and tree.opens_clause(c)]
    return Telling(
        trigger=trigger,
        grades=tuple(_lasting(scene, grade, days.dates) for grade in grades),
        parties=distinct(parties),
        places=tuple(dict.fromkeys(places)),
        dates=days.dates,
        moved_to=days.moved_to,
        moved_from=days.moved_from,
        phrase=tuple(tree.subtree(token, without=inner)),
    )


def _has_company(scene: Scene, holds: list[Hold]) -> bool:
    """Tells whether "with A" behind an event is the event's: not where it is the setting or what is talked about."""
    if any(hold.slot == "prepositional" and match_cue(scene, hold) is None for hold in holds):
        return False
    matches = [match for hold in holds if (match := match_cue(scene, hold)) is not None]
    return bool(matches) and all(match.cue.status != "mooted" for match in matches)


def _is_side(grade: Grade) -> bool:
    """Tells whether who does a deed is a side of the event: not who only confirms it."""
    return grade.deed and grade.status != "confirmed"


def _owners(scene: Scene, token: int, holds: list[Hold]) -> list[Actor]:
    """Lists whose event it is by a possessive: who puts off "his visit" is the visitor."""
    tree = scene.tree
    if not any(tree.feature(child, "Poss") == "Yes" for child in tree.children[token]):
        return []
    verbs = [hold.governor for hold in holds if hold.slot in ("object", "prepositional")]
    return [actor for verb in verbs for at in subjects_of(scene, verb) for actor in scene.people_or_delegates(at)]


def _grade_hold(scene: Scene, hold: Hold) -> Grade | None:
    match = match_cue(scene, hold)
    grade = None if match is None else grade_match(scene, match)
    return None if grade is None else _finish(scene, grade)


def _finish(scene: Scene, grade: Grade) -> Grade | None:
    if grade.verb is not None:
        grade = grade_hedges(scene, grade, scene.tree.clause_tokens(grade.verb))
        grade = grade_condition(scene, _under_way(scene, grade))
    return grade_embedding(scene, grade)


def _under_way(scene: Scene, grade: Grade) -> Grade:
    """Lets "already" or "still" beside a present tense tell that something is under way, not ahead.

    What is still planned is planned.
    """
    plans = {cue.id for cue in scene.pack.status.cues if cue.status == "planned"}
    if grade.status != "planned" or grade.rule in plans or grade.verb is None or grade.stance != "asserts":
        return grade
    mood = grade_mood(scene.tree, grade.verb, grammar=scene.grammar)
    if mood.tense != "present" or mood.obliged or scene.dates_beside(grade.verb):
        return grade  # what still must begin has not
    words = {scene.tree.tokens[i].text.lower() for i in scene.tree.clause_tokens(grade.verb)}
    return msgspec.structs.replace(grade, status="ongoing") if words & set(scene.grammar.already) else grade


def _grade_beside(scene: Scene, token: int, holds: list[Hold], *, kind: Kind) -> Grade | None:
    """Grades an event that is only a setting: "zei hij tijdens een ontmoeting" tells that it was held."""
    tree, grammar = scene.tree, scene.grammar
    if tree.dependents(token, "cop") and not tree.rel(token).startswith(("nsubj", "obj")):
        grade = grade_occurrence(scene, token, rule="claims.predicate")
        if grade.status == "planned" and tree.case(token) in grammar.inside:  # "is op bezoek", "is in gesprek"
            grade = msgspec.structs.replace(grade, status="ongoing")
        return _finish(scene, grade)
    for hold in holds:
        if hold.slot != "prepositional" or hold.case is None:
            continue
        mood = grade_mood(tree, hold.governor, grammar=grammar)
        setting = hold.case in grammar.during or hold.case in grammar.after
        if setting and mood.over:
            return _finish(scene, Grade(status="held", rule="claims.setting", verb=hold.governor))
        ahead = mood.tense in ("future", "present") and not (mood.perfect or mood.question)
        if setting and ahead and hold.case in grammar.inside and _has_anchor(scene, token, kind=kind):
            return _finish(scene, Grade(status="planned", rule="claims.setting", verb=None))
        if hold.case in grammar.before and (scene.dates_under(token) or around_noun(scene, token, kind=kind).parties):
            return _finish(scene, Grade(status="planned", rule="claims.ahead", verb=None))
    return _grade_by_day(scene, token)


def _has_anchor(scene: Scene, token: int, *, kind: Kind) -> bool:
    """Tells whether a noun's own phrase says which event it is: by a day, a place or who takes part."""
    around = around_noun(scene, token, kind=kind)
    return bool(scene.dates_under(token) or around.parties or around.places)


def _grade_by_day(scene: Scene, token: int) -> Grade | None:
    """Grades an event told with its day and nothing else: "the debate of Tuesday" was held, or is to be."""
    if not scene.dates_under(token):
        return None
    pointing = {scene.found.dates[index].direction for index in scene.dates_under(token)}
    clause = scene.tree.clause(token)
    told = scene.tree.is_verbal(clause) and grade_mood(scene.tree, clause, grammar=scene.grammar).over
    if pointing == {"past"} or (pointing == {None} and told):
        return _finish(scene, Grade(status="held", rule="claims.dated", verb=None))
    if pointing == {"future"}:
        return _finish(scene, Grade(status="planned", rule="claims.dated", verb=None))
    return None


def _indefinite(scene: Scene, token: int) -> bool:
    return any(scene.tree.lemma(c) in scene.grammar.indefinite for c in scene.tree.dependents(token, "det"))


def _around_carrier(scene: Scene, trigger: Trigger, hold: Hold, *, before: int) -> Around:
    """Finds what the carrying verb adds; what stands behind the next event (``before`` its token) is that one's."""
    match = match_cue(scene, hold)
    occurs = match is not None and match.cue.status in ("occurs", "begins", "ongoing") and not match.cue.performed
    setting = match is None
    subject = hold.slot in ("object", "prepositional") and (occurs or setting)
    around = around_verb(
        scene, hold.governor, kind=trigger.rule.kind, event=trigger.token, subject=subject, before=before
    )
    if occurs:
        return around
    if _is_shared(scene, trigger):
        doers = [actor for at in _doers(scene, hold) for actor in scene.people_or_delegates(at)]
        return Around(parties=around.parties if setting else distinct(Party(actor=actor) for actor in doers))
    return Around(places=around.places if match is not None and match.cue.status == "planned" else ())


def _doers(scene: Scene, hold: Hold) -> list[int]:
    """Lists an active verb's subject or a passive one's agent: who calls off talks "with Seoul" is their other side."""
    agents = [c for c in scene.tree.dependents(hold.governor, "obl") if scene.tree.case(c) in scene.grammar.by]
    return agents or [
        c for c in scene.tree.dependents(hold.governor, "nsubj") if not scene.tree.rel(c).endswith("pass")
    ]


def _is_shared(scene: Scene, trigger: Trigger) -> bool:
    """Tells whether an event names its other side with "with": its first side is then the clause's subject."""
    return any(scene.tree.case(c) in scene.grammar.with_ for c in scene.tree.dependents(trigger.token, "nmod", "obl"))


# ------------------------------------------------------------------ verbs


def _lasting(scene: Scene, grade: Grade, dates: Sequence[int]) -> Grade:
    """Lets a date decide what the present leaves open: "since Tuesday" is under way, "resume tomorrow" is planned."""
    forms = [scene.found.dates[index] for index in dates]
    if grade.status == "planned" and any(date.form.bound == "since" for date in forms):
        return msgspec.structs.replace(grade, status="ongoing")
    if grade.status == "ongoing" and any(d.direction == "future" and d.form.bound != "until" for d in forms):
        return msgspec.structs.replace(grade, status="planned")
    return grade


def _is_bare_present(scene: Scene, verb: int, grade: Grade) -> bool:
    """Tells whether a clause tells its news in the present, with no day, modal or negation."""
    mood = grade_mood(scene.tree, verb, grammar=scene.grammar)
    plain = mood.tense == "present" and not (mood.perfect or mood.possible or mood.obliged or mood.question)
    return plain and grade.stance == "asserts" and not scene.dates_beside(verb)


def _places_within(scene: Scene, verb: int, *, others: Sequence[Trigger]) -> list[Place]:
    """Lists the places of a clause that the parse hangs deeper: "the leaders of the G7 meet in Charlevoix"."""
    tree = scene.tree
    theirs = {at for other in others if other.noun is not None for at in tree.subtree(other.token)}
    inside = [at for at in tree.clause_tokens(verb) if tree.case(at) in scene.grammar.inside and at not in theirs]
    return [place for at in inside for place in scene.places.get(at, ())]


def _tell_verb(scene: Scene, trigger: Trigger, *, others: Sequence[Trigger]) -> Telling:
    tree, verb, rule = scene.tree, trigger.token, trigger.verb
    if rule is None:
        raise ValueError("a verb trigger has a verb rule")
    first = grade_occurrence(scene, verb, rule=rule.id)
    if rule.present is not None and _is_bare_present(scene, verb, first):
        first = msgspec.structs.replace(first, status=rule.present)
    grade = _finish(scene, first)
    parties: list[Party] = []
    for slot in rule.parties:
        role: Role = "host" if slot == "object" and rule.object_is_place else "principal"
        for token in slot_tokens(scene, verb, slot):
            parties += [Party(actor=actor, role=role) for actor in scene.people_or_delegates(token)]
    around = around_verb(scene, verb, kind=rule.kind, subject=False)
    places = list(around.places)
    if tree.rel(verb) == "acl:relcl" and any(
        tree.tokens[c].text.lower() in scene.grammar.where for c in tree.children[verb]
    ):
        head = tree.tokens[verb].head
        places += [p for i in (head, *tree.dependents(head, "appos", "flat")) for p in scene.places.get(i, ())]
    if rule.object_is_place:
        places += [p for o in tree.dependents(verb, "obj") for p in scene.places.get(o, ())]
    if not places:
        places = _places_within(scene, verb, others=others)
    dates = days_of_verb(scene, verb, others=others)
    if grade is not None:
        grade = _lasting(scene, grade, dates)
    return Telling(
        trigger=trigger,
        grades=() if grade is None else (grade,),
        parties=distinct(parties),
        places=tuple(dict.fromkeys(places)),
        dates=dates,
        phrase=tuple(tree.clause_tokens(verb)),
    )
