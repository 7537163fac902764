"""Finds what a report tells of events: every mention with what it says, and the claims made of it."""

from collections.abc import Iterator, Sequence

import msgspec

from dragoman.claims.grade import Grade
from dragoman.claims.outcome import find_outcome
from dragoman.claims.parties import SPOKEN, complete_parties, speakers_at
from dragoman.claims.scene import Found, Scene
from dragoman.claims.speech import Speech
from dragoman.claims.tell import Telling, tell
from dragoman.claims.triggers import Trigger, event_pronouns, find_triggers
from dragoman.model.actor import Actor, Link
from dragoman.model.reading import EventMention, Party, ReadClaim
from dragoman.model.told import Told, ToldLink
from dragoman.model.vocabulary import Certainty, LinkType, SourceType
from dragoman.packs.shapes.language import LanguagePack
from dragoman.rules.mood import grade_mood
from dragoman.rules.tree import Tree

TWO = 2


class Tale(msgspec.Struct, frozen=True, kw_only=True):
    """All that a report tells: mentions of events, and claims whose ``event`` and ``condition`` index ``told``."""

    told: tuple[Told, ...]
    claims: tuple[ReadClaim, ...]


def find_claims(found: Found, *, speech: Speech, pack: LanguagePack) -> Tale:
    """Finds every telling of an event in a report and the claims it carries.

    For example "Trump blies de top van 12 juni donderdag af" tells of one summit with a date, and claims, as Trump's
    deed of Thursday, that it is cancelled.
    """
    told: list[Told] = []
    claims: list[ReadClaim] = []
    for number in range(len(found.parse.sentences)):
        scene = Scene(found, number, pack=pack)
        writer = _Writer(scene, found, speech, first=len(told))
        writer.write(earlier=told)
        told += writer.told
        claims += writer.claims
    return Tale(told=tuple(told), claims=tuple(claims))


class _Writer:
    """Writes down the tellings and claims of one sentence."""

    def __init__(self, scene: Scene, found: Found, speech: Speech, *, first: int) -> None:
        self.scene, self.found, self.speech, self.first = scene, found, speech, first
        self.told: list[Told] = []
        self.claims: list[ReadClaim] = []
        self.place_of: dict[int, int] = {}
        self.takes_up: dict[int, int] = {}
        self.antecedent: dict[int, int] = {}

    def write(self, *, earlier: Sequence[Told]) -> None:
        """Writes all; links and conditions come last, when each telling has its place.

        ``earlier`` are the tellings before this sentence: a pronoun takes up the noun told last, here or there.
        """
        triggers = find_triggers(self.scene)
        triggers += self._pronouns(triggers, earlier)
        tellings = [tell(self.scene, trigger, others=triggers) for trigger in triggers]
        for telling in tellings:
            self._place(telling)
        for telling in tellings:
            self._claim(telling)
        self._link(tellings)

    def _pronouns(self, triggers: list[Trigger], earlier: Sequence[Told]) -> list[Trigger]:
        """Finds pronouns of events, and notes whose place each takes up: the noun told last before it."""
        scene = self.scene
        rules = {rule.id: rule for rule in scene.pack.kinds.nouns}
        near = [n for n, one in enumerate(earlier) if not one.verbal and scene.sentence.paragraph - one.paragraph <= 1]
        found: list[Trigger] = []
        for token in event_pronouns(scene):
            here = [trigger for trigger in triggers if trigger.noun is not None and trigger.token < token]
            if here and here[-1].noun is not None:
                found.append(Trigger(token=token, noun=here[-1].noun, pronoun=True))
                self.antecedent[token] = here[-1].token
            elif near and earlier[near[-1]].mention.rule in rules:
                found.append(Trigger(token=token, noun=rules[earlier[near[-1]].mention.rule], pronoun=True))
                self.takes_up[token] = near[-1]
        return found

    def _place(self, telling: Telling) -> None:
        before = self.antecedent.get(telling.trigger.token)
        if before is not None:
            self.takes_up[telling.trigger.token] = self.place_of[before]
        self.place_of[telling.trigger.token] = self.first + len(self.told)
        base = self._told(telling)
        dates = _separate(telling, self.found)
        self.told += [msgspec.structs.replace(base, dates=some) for some in dates]

    def _told(self, telling: Telling) -> Told:
        scene, tree, trigger = self.scene, self.scene.tree, telling.trigger
        token = tree.tokens[trigger.token]
        start, end = tree.span(telling.phrase) if trigger.noun is not None else (token.start, token.end)
        lemmas = [tree.lemma(c) for c in tree.dependents(trigger.token, "det", "nmod:poss")]
        series = any(tree.tokens[i].text.lower() in scene.pack.kinds.series for i in tree.subtree(trigger.token))
        places = telling.places
        return Told(
            mention=EventMention(start=token.start, end=token.end, text=token.text, rule=trigger.rule.id),
            kind=trigger.rule.kind,
            nature="series" if series else trigger.rule.nature,
            sentence=scene.number,
            paragraph=scene.sentence.paragraph,
            parties=self._parties(telling, start, end),
            place=places[0] if places else None,
            alternatives=places if len(places) > 1 else (),
            dates=telling.dates,
            moved_from=telling.moved_from,
            ordinal=_ordinal(scene, trigger),
            definite=bool(lemmas) and any(word in scene.grammar.definite for word in lemmas),
            words=self.found.text[start:end] if trigger.noun is not None else self._who_or_what(trigger.token),
            verbal=trigger.verb is not None,
            generic=_generic(scene, trigger, lemmas),
            outcome=find_outcome(scene, telling.grades),
            compound=_is_compound(trigger, token.text),
            demonstrative=any(word in scene.grammar.demonstrative for word in lemmas),
            takes_up=self.takes_up.get(trigger.token),
            needs=trigger.noun.needs if trigger.noun is not None else "nothing",
            specified=trigger.noun is not None and _is_specified(tree, trigger.token),
        )

    def _who_or_what(self, verb: int) -> str:
        """Gives the words of a verb's object, or else its subject, to call an event by of which nobody is known."""
        tree = self.scene.tree
        for at in (*tree.dependents(verb, "obj", "nsubj:pass"), *tree.dependents(verb, "nsubj")):
            if tree.tokens[at].upos in ("NOUN", "PROPN"):
                phrase = tree.subtree(at, without=[i for i in tree.subtree(at) if i != at and tree.opens_clause(i)])
                start, end = tree.span(phrase)
                return self.found.text[start:end]
        return ""

    def _parties(self, telling: Telling, start: int, end: int) -> tuple[Party, ...]:
        kind, parties = telling.trigger.rule.kind, self._with_speaker(telling, start, end)
        if kind in SPOKEN and not parties:
            parties = speakers_at(self.scene, telling.trigger.token)
        return complete_parties(parties, kind=kind, places=telling.places, home=self.found.home)

    def _with_speaker(self, telling: Telling, start: int, end: int) -> tuple[Party, ...]:
        """Completes "talks with Seoul" in somebody's own words by the speaker: who says so is the other side."""
        tree, token = self.scene.tree, telling.trigger.token
        carrier = [tree.tokens[token].head] if tree.rel(token).startswith(("nsubj", "obj")) else []
        below = [c for at in (token, *carrier) for c in tree.dependents(at, "nmod", "obl")]
        company = [c for c in below if tree.case(c) in self.scene.grammar.with_]
        if len(telling.parties) != 1 or not company or telling.trigger.noun is None:
            return telling.parties
        chain = self.speech.chain_at(start, end)
        actors = {mention.actor.id: mention.actor for mention in self.found.actors}
        speaker = actors.get(chain[-1].id or "") if chain else None
        if speaker is None or speaker.type not in ("person", "state"):
            return telling.parties
        same = speaker.state == telling.parties[0].actor.state
        return telling.parties if same else (Party(actor=speaker), *telling.parties)

    def _claim(self, telling: Telling) -> None:
        base = self.place_of[telling.trigger.token]
        copies = len(_separate(telling, self.found))
        for grade in telling.grades:
            for offset in range(copies):
                told = self.told[base - self.first + offset]
                self.claims += list(self._claims(telling, grade, event=base + offset, told=told))

    def _claims(self, telling: Telling, grade: Grade, *, event: int, told: Told) -> Iterator[ReadClaim]:
        start, end = self._span(telling, grade)
        moved = grade.moves and bool(telling.moved_to)
        stance = grade.stance
        speech_stance = self.speech.stance_at(start, end)
        if stance == "asserts" and speech_stance is not None and not grade.presupposed:
            stance = speech_stance
        elif stance == "denies" and speech_stance == "denies":
            stance = "asserts"
        for chain in self._chains(grade, start, end):
            yield ReadClaim(
                event=event,
                status="planned" if moved else grade.status,
                stance=stance,
                certainty=self._certainty(grade, start, end),
                start=start,
                end=end,
                chain=chain,
                rule=grade.rule,
                said=self._said(telling, grade, start, end),
                date=told.dates[0] if told.dates else None,
                moved_from=telling.moved_from[0] if telling.moved_from else None,
                cue=self.scene.tree.span(grade.cue) if grade.cue else None,
                retold=self._retold(grade, start, end),
                score=self._score(grade),
            )

    def _certainty(self, grade: Grade, start: int, end: int) -> Certainty:
        if grade.certainty == "certain" and self.speech.is_hearsay(start, end):
            return "unknown"
        return grade.certainty

    def _retold(self, grade: Grade, start: int, end: int) -> bool:
        """Tells whether a claim goes back behind the news: a pluperfect, or a clause behind "after" or "when"."""
        tree, grammar = self.scene.tree, self.scene.grammar
        if grade.verb is None:
            return False
        marks = {tree.lemma(c) for c in tree.dependents(grade.verb, "mark", "advmod")}
        mood = grade_mood(tree, grade.verb, grammar=grammar)
        # "would take place" is a plan seen from the past; in somebody's reported speech it is only backshifted
        seen_from_past = mood.tense == "would" or (mood.over and mood.obliged)
        was_to = seen_from_past and grade.status == "planned" and not self.speech.sayings_at(start, end)
        return mood.before or was_to or bool(marks & set(grammar.anterior))

    def _score(self, grade: Grade) -> float:
        tokens = self.scene.tree.tokens
        return round(min((tokens[i].arc_score for i in grade.cue), default=1.0), 4)

    def _span(self, telling: Telling, grade: Grade) -> tuple[int, int]:
        """Gives the smallest clause that carries both the event and its status."""
        tree, token = self.scene.tree, telling.trigger.token
        if grade.verb is None or grade.presupposed:
            outer = {i for c in tree.dependents(token, "case") for i in tree.subtree(c)}
            return tree.span({*telling.phrase, *grade.cue} - outer)
        clause = tree.clause_tokens(grade.verb)
        if token not in clause:
            clause = sorted({*clause, *telling.phrase})
        return tree.span(clause)

    # -------------------------------------------------------------- sources

    def _chains(self, grade: Grade, start: int, end: int) -> list[tuple[Link, ...]]:
        chains = list(self.speech.chains_at(start, end))
        if grade.presupposed and not self.speech.is_quoted(start, end):
            chains = [tuple(link for link in (self.speech.outlet, self.speech.credit) if link is not None)]
        if grade.hearsay:
            chains = [_stepped_back(chain) for chain in chains]
        doers = [(actor, token) for token in grade.performers for actor in self.scene.people_or_delegates(token)]
        if not doers:
            return chains
        links = [self._performed(actor, token) for actor, token in doers]
        if any(chain and chain[-1].id in {link.id for link in links} for chain in chains):
            return chains
        made: dict[tuple[Link, ...], None] = {}
        for chain in chains:
            for link in links:
                made[(*chain, link)] = None
        return list(made)

    def _performed(self, actor: Actor, token: int) -> Link:
        start, end = self.scene.tree.span(self.scene.tree.subtree(token, without=self._inner(token)))
        kinds: dict[str, SourceType] = {
            "media": "media",
            "agency": "agency",
            "state": "state",
            "person": "person",
            "organisation": "organisation",
        }
        return Link(
            name=actor.name,
            type=kinds.get(actor.type, "unnamed"),
            evidentiality="performed",
            id=actor.id,
            state=actor.state,
            speaks_for=actor.speaks_for,
            start=start,
            end=end,
        )

    def _inner(self, token: int) -> list[int]:
        tree = self.scene.tree
        return [i for i in tree.subtree(token) if i != token and (tree.opens_clause(i) or tree.rel(i) == "conj")]

    # -------------------------------------------------------------- days and links

    def _said(self, telling: Telling, grade: Grade, start: int, end: int) -> int | None:
        """Gives the day of saying or of the deed: beside the cue, the governing verb, or in the words of saying."""
        scene = self.scene
        if grade.deed and grade.verb is not None:
            own = set(telling.dates) | set(telling.moved_to) | set(telling.moved_from)
            beside = [d for d in scene.dates_beside(grade.verb, without=telling.trigger.token) if d not in own]
            if beside:
                return beside[0]
        for frame in grade.frames:
            beside = [d for d in scene.dates_beside(frame) if d not in telling.dates]
            if beside:
                return beside[0]
        for low, high in self.speech.said_at(start, end):
            for index, date in enumerate(self.found.dates):
                if low <= date.start < high and index not in telling.dates:
                    return index
        return None

    def _link(self, tellings: Sequence[Telling]) -> None:
        for telling in tellings:
            for other in tellings:
                kind = self._link_type(telling, other)
                if kind is not None:
                    place = self.place_of[telling.trigger.token] - self.first
                    to = self.place_of[other.trigger.token]
                    links = (*self.told[place].links, ToldLink(type=kind, to=to))
                    self.told[place] = msgspec.structs.replace(self.told[place], links=links)

    def _link_type(self, telling: Telling, other: Telling) -> LinkType | None:
        if telling is other:
            return None
        tree, a, b = self.scene.tree, telling.trigger.token, other.trigger.token
        condition = [g.condition for g in telling.grades if g.condition is not None]
        if condition and b in tree.subtree(condition[0]) and b not in tree.subtree(a) and a not in tree.subtree(b):
            return "condition"
        if b in tree.subtree(a) and telling.trigger.verb is not None and self._in_purpose(a, b):
            return "prepares"
        if (
            telling.trigger.noun is not None
            and other.trigger.noun is not None
            and tree.case(b) in self.scene.grammar.about
        ):
            beside = tree.tokens[a].head == tree.tokens[b].head and tree.rel(a).startswith(("nsubj", "obj"))
            return "prepares" if b in tree.subtree(a) or beside else None
        return None

    def _in_purpose(self, verb: int, token: int) -> bool:
        tree = self.scene.tree
        for at in (token, *tree.ancestors(token)):
            if at == verb:
                return False
            marks = [tree.lemma(c) for c in tree.dependents(at, "mark")]
            if any(mark in self.scene.grammar.purpose for mark in marks):
                return True
        return False


def _separate(telling: Telling, found: Found) -> list[tuple[int, ...]]:
    """Separates coordinated days of past events: "in 2000 en 2007" tells of two meetings.

    Days that are alternatives, or a stretch, are one date with choices already.
    """
    held = any(grade.status == "held" for grade in telling.grades)
    if not held or len(telling.dates) < TWO:
        return [telling.dates]
    forms = [found.dates[index].form for index in telling.dates]
    shapes = {
        tuple(name for name in ("year", "month", "day", "weekday") if getattr(form, name) is not None) for form in forms
    }
    alike = len(shapes) == 1 and shapes != {("weekday",)}  # "maandag en dinsdag" is one stay
    return [(index,) for index in telling.dates] if alike else [telling.dates]


def _is_compound(trigger: Trigger, word: str) -> bool:
    """Tells whether a noun is longer than another of its rule's that it ends in: "staatsbezoek" is, "bezoek" is not."""
    lemmas = () if trigger.noun is None else trigger.noun.lemmas
    return any(len(word) > len(lemma) and word.lower().endswith(lemma) for lemma in lemmas)


def _ordinal(scene: Scene, trigger: Trigger) -> int | None:
    ordinals, first = scene.pack.kinds.ordinals, scene.pack.kinds.first_time
    clause = [scene.tree.tokens[i].text.lower() for i in scene.tree.subtree(trigger.token)]
    if trigger.verb is not None and any(
        list(phrase) == clause[k : k + len(phrase)] for phrase in first for k in range(len(clause))
    ):
        return 1
    for child in scene.tree.dependents(trigger.token, "amod", "nummod", "advmod"):
        number = ordinals.get(scene.tree.tokens[child].text.lower()) or ordinals.get(scene.tree.lemma(child))
        if number is not None:
            return number
    return None


def _is_specified(tree: Tree, token: int) -> bool:
    """Tells whether a complement with a noun or name in it says which event is meant."""
    complements = tree.dependents(token, "nmod", "obl")
    return any(tree.tokens[at].upos in ("NOUN", "PROPN") and tree.case(at) is not None for at in complements)


def _generic(scene: Scene, trigger: Trigger, determiners: list[str]) -> bool:
    if any(word in scene.grammar.generic for word in determiners):
        return True
    return any(
        scene.tree.lemma(c) in scene.grammar.generic for c in scene.tree.dependents(trigger.token, "amod", "det")
    )


def _stepped_back(chain: tuple[Link, ...]) -> tuple[Link, ...]:
    """Marks a chain's last link as hearsay: the outlet tells it without standing behind it."""
    if not chain:
        return chain
    return (*chain[:-1], msgspec.structs.replace(chain[-1], evidentiality="hearsay"))
