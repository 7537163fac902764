"""Scores one report: what was read in it against what the gold says of it."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from dragoman.corridor.evaluate.gold import GoldClaim, GoldEvent, GoldLink, GoldQuote, GoldReport
from dragoman.corridor.evaluate.match import (
    Spanned,
    claim_likeness,
    fold,
    inner_chain,
    likeness,
    overlap,
    pair,
    same_chain,
    same_holder,
    same_kind,
    same_name,
    same_place,
    same_span,
    side,
    sides_read,
)
from dragoman.corridor.evaluate.names import name_as_gold
from dragoman.corridor.read import read_report
from dragoman.corridor.resolve import Resolved, own_days, resolve_held
from dragoman.corridor.sentence import sentence_around
from dragoman.errors import BadGold
from dragoman.events.verdict import give_verdict
from dragoman.ledger.fetch import Held
from dragoman.model.actor import Link
from dragoman.model.claim import Claim
from dragoman.model.edtf import join_spans
from dragoman.model.event import Event
from dragoman.model.reading import Reading, ReadQuote
from dragoman.model.report import Report
from dragoman.model.vocabulary import Status
from dragoman.model.when import When
from dragoman.packs.load import load_actors

NOT_READ = "none"
"""Stands for the status of an event about which no claim counts."""


class Miss(msgspec.Struct, frozen=True, kw_only=True):
    """Something read wrong: what the gold has, what was read, and the sentence."""

    report: str
    what: str
    gold: str
    read: str
    sentence: str


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """How one report came out: for each measure how many were right of how many, statuses in pairs, and all misses."""

    report: str
    counts: dict[str, tuple[int, int]]
    statuses: tuple[tuple[str, str], ...]
    misses: tuple[Miss, ...]


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A report as read, each event with where it stands by this report alone."""

    resolved: Resolved
    statuses: tuple[Status | None, ...]

    @property
    def text(self) -> str:
        """Is the report's text."""
        return self.resolved.report.text


def tell(report: Report, reading: Reading | None = None) -> Told:
    """Reads and resolves a report by its own words alone; each event has its verdict as of the report's last day."""
    held = Held(report=report, reading=read_report(report) if reading is None else reading)
    resolved = resolve_held(held, days=own_days(held).days)
    day = max(resolved.days, default=date.max)
    statuses = tuple(_status(event, resolved.claims_of(place), day) for place, event in enumerate(resolved.events))
    return Told(resolved=resolved, statuses=statuses)


def _status(event: Event, claims: Sequence[Claim], day: date) -> Status | None:
    verdict = give_verdict(claims, parties=event.parties, as_of=day, when=event.when, kind=event.kind)
    return None if verdict is None else verdict.status


def score_report(gold: GoldReport, told: Told) -> Outcome:
    """Scores a report as read; raises `BadGold` where the gold was made for another text."""
    if gold.text_sha256 not in {_sha256(told.text), _sha256(told.text + "\n")}:  # a reader takes off the last newline
        raise BadGold("the gold is of another text", report=gold.id)
    sheet = Sheet(gold, msgspec.structs.replace(told, resolved=name_as_gold(told.resolved, gold.names)))
    sheet.score_events()
    sheet.score_quotes()
    sheet.score_dates()
    return sheet.outcome()


class Sheet:
    """Keeps count while a report is scored."""

    def __init__(self, gold: GoldReport, told: Told) -> None:
        self.gold = gold
        self.told = told
        self._counts: dict[str, tuple[int, int]] = {}
        self._statuses: list[tuple[str, str]] = []
        self._misses: list[Miss] = []

    def outcome(self) -> Outcome:
        """Gives all that was counted."""
        return Outcome(
            report=self.gold.id,
            counts=self._counts,
            statuses=tuple(self._statuses),
            misses=tuple(self._misses),
        )

    def score_events(self) -> None:
        """Pairs events, counts those found and those too many, and looks into each pair."""
        resolved = self.told.resolved
        pairs = pair(self.gold.events, range(len(resolved.events)), self._likeness)
        asked = [index for index, event in enumerate(self.gold.events) if not event.optional]
        free = {read for index, read in pairs.items() if self.gold.events[index].optional}
        found = [index for index in asked if index in pairs]
        extra = [read for read in range(len(resolved.events)) if read not in pairs.values()]
        counted = len(resolved.events) - len(free)
        self._add("event precision", len(found), counted)
        self._add("event recall", len(found), len(asked))
        self._add("event f1", 2 * len(found), counted + len(asked))
        self._add("extra events per report", len(extra), 1)
        for index in asked:
            if index in pairs:
                self._score_pair(self.gold.events[index], pairs[index])
            else:
                event = self.gold.events[index]
                self._add("status of all", 0, 1)
                self._add("claim recall", 0, len(event.history))
                shown = f"{event.key} {event.kind} {event.status}"
                self._miss("event missed", shown, self._nearby(event, pairs), at=event.history[0])
        for read in extra:
            self._miss("event too many", "–", self._shown(read), at=resolved.reading.events[read].mentions[0])

    def _nearby(self, gold: GoldEvent, pairs: dict[int, int]) -> str:
        """Says what was read where an event was missed: another event of the gold, a wrong kind or side, or nothing."""
        owners = {read: self.gold.events[index].key for index, read in pairs.items()}
        found = []
        for place, event in enumerate(self.told.resolved.events):
            spans: list[Spanned] = [
                *self.told.resolved.claims_of(place),
                *self.told.resolved.reading.events[place].mentions,
            ]
            if any(same_span(claim, span) for claim in gold.history for span in spans):
                why = "another kind" if not same_kind(gold, event) else "other parties"
                found.append(f"{self._shown(place)} ({'taken as ' + owners[place] if place in owners else why})")
        return "; ".join(found) or "nothing there"

    def _likeness(self, gold: GoldEvent, read: int) -> float:
        resolved = self.told.resolved
        return likeness(
            gold,
            resolved.events[read],
            claims=resolved.claims_of(read),
            mentions=resolved.reading.events[read].mentions,
            when=self._when(gold)[0] if self._when(gold) else None,
        )

    def _score_pair(self, gold: GoldEvent, read: int) -> None:
        event = self.told.resolved.events[read]
        mention = self.told.resolved.reading.events[read].mentions[0]
        self._score_status(gold, read)
        self._check("kind", event.kind in {gold.kind, *gold.also_kinds}, gold.kind, event.kind, at=mention, of=gold)
        self._score_when(gold, event, mention)
        self._score_parties(gold, event, mention)
        if gold.place is not None:
            place = "–" if event.place is None else event.place.name
            self._check("place", same_place(gold.place, event.place), gold.place, place, at=mention, of=gold)
        self._score_claims(gold, self.told.resolved.claims_of(read))

    def _score_status(self, gold: GoldEvent, read: int) -> None:
        status = self.told.statuses[read] or NOT_READ
        right = status == gold.status or status in gold.also
        self._statuses.append((gold.status, gold.status if right else status))
        claims = self.told.resolved.claims_of(read)
        said = "; ".join(self._said(claim) for claim in claims)
        expected = "|".join((gold.status, *gold.also))
        at = min(gold.history, key=lambda claim: (claim.status != gold.status, -claim.start))
        self._add("status of all", right, 1)
        self._check("status", right, expected, f"{status} from {said}", at=at, of=gold)

    def _score_when(self, gold: GoldEvent, event: Event, mention: Spanned) -> None:
        allowed = self._when(gold)
        if not allowed:
            if gold.when is None:
                self._add("undated left undated", event.when is None or not event.when.spans, 1)
            return
        shown = "–" if event.when is None or event.when.edtf is None else event.when.edtf
        exact = event.when is not None and any(same_day(when, event.when) for when in allowed)
        fits = (
            event.when is not None and bool(event.when.spans) and any(when.compatible(event.when) for when in allowed)
        )
        wanted = " or ".join(when.edtf or "" for when in allowed)
        at: Spanned = gold.when if gold.when is not None and gold.when.start is not None else mention
        self._check("when exact", exact, wanted, shown, at=at, of=gold)
        self._add("when compatible", fits, 1)

    def _when(self, gold: GoldEvent) -> list[When]:
        """Gives the dates that are right for an event: the true one, and what this report alone can know."""
        if gold.when is None or gold.when.edtf is None:
            return []
        alone = [
            each.edtf_alone for each in self.gold.dates if gold.when.start is not None and same_span(each, gold.when)
        ]
        return [When(edtf=edtf) for edtf in (gold.when.edtf, *alone) if edtf is not None]

    def _score_parties(self, gold: GoldEvent, event: Event, mention: Spanned) -> None:
        sides, read = {side(each) for each in gold.parties}, sides_read(event, gold)
        self._overlapping("parties f1", sides, read, at=mention, of=gold)
        people = {fold(party.actor.name) for party in event.parties if party.actor.type == "person"}
        known = {each.name for each in gold.parties if each.type == "person"}
        persons = {fold(name) for name in known if fold(name) in people or is_named(name, self.told.text)}
        self._overlapping("persons f1", persons, people, at=mention, of=gold)

    def _score_claims(self, gold: GoldEvent, claims: Sequence[Claim]) -> None:
        pairs = pair(gold.history, claims, lambda mine, theirs: claim_likeness(mine, theirs, self.told.text))
        self._add("claim recall", len(pairs), len(gold.history))
        self._add("claim precision", len(pairs), len(claims))
        for index, expected in enumerate(gold.history):
            if index in pairs:
                self._score_claim(gold, expected, claims[pairs[index]])
            else:
                self._miss("claim missed", f"{gold.key}: {_shown(expected)}", "–", at=expected)
        for index, claim in enumerate(claims):
            if index not in pairs.values():
                self._miss("claim too many", gold.key, f"{self._said(claim)} [{claim.rule}]", at=claim)

    def _score_claim(self, event: GoldEvent, gold: GoldClaim, read: Claim) -> None:
        chain = inner_chain(read, self.told.text)
        holder, whole = same_holder(gold.chain, chain), same_chain(gold.chain, chain)
        self._check("holder", holder, _chain(gold.chain), _chain(chain), at=gold, of=event)
        self._add("chain", whole, 1)
        if holder and not whole:
            self._miss("chain", f"{event.key}: {_chain(gold.chain)}", _chain(chain), at=gold)
        stated, status = f"{gold.status}/{gold.stance}", f"{read.status}/{read.stance}"
        self._check("claim status", stated == status, stated, f"{status} [{read.rule}]", at=gold, of=event)
        self._check("certainty", gold.certainty == read.certainty, gold.certainty, read.certainty, at=gold, of=event)
        if holder and gold.chain:
            mine, theirs = gold.chain[-1].evidentiality, chain[-1].evidentiality
            self._check("evidentiality", mine == theirs, mine, theirs, at=gold, of=event)

    def score_quotes(self) -> None:
        """Counts the quotes found, those too many (of direct ones, all of which the gold has), and right speakers."""
        read = self.told.resolved.reading.quotes
        for gold in self.gold.quotes:
            near = [quote for quote in read if same_span(gold, quote) and quote.direct >= gold.direct]
            shown = f"{gold.speaker} {'direct' if gold.direct else 'indirect'} “{gold.quote}”"
            self._check("quotes found", bool(near), shown, "–", at=gold)
            if near:
                self._score_speaker(
                    gold, max(near, key=lambda quote: (overlap(gold, quote), quote.direct == gold.direct))
                )
        direct = [gold for gold in self.gold.quotes if gold.direct]
        for quote in read:
            if quote.direct:
                right = any(same_span(gold, quote) for gold in direct)
                shown = self.told.text[quote.start : quote.end]
                self._check("direct quotes right", right, "–", f"{_speakers(quote)} “{shown}”", at=quote)

    def _score_speaker(self, gold: GoldQuote, read: ReadQuote) -> None:
        wanted = gold.speaker
        right = not read.speakers if wanted is None else any(same_name(wanted, link) for link in read.speakers)
        self._check("speakers", right, gold.speaker or "nobody named", _speakers(read), at=gold)

    def score_dates(self) -> None:
        """Counts the date expressions found and, of those, the ones resolved to the right days."""
        read = list(zip(self.told.resolved.reading.dates, self.told.resolved.whens, strict=True))
        for gold in self.gold.dates:
            near = [(overlap(gold, date), when) for date, when in read if same_span(gold, date)]
            self._check("dates found", bool(near), gold.text, "–", at=gold)
            allowed = [When(edtf=edtf) for edtf in (gold.edtf, gold.edtf_alone) if edtf is not None]
            if near and allowed:
                when = max(near, key=lambda each: each[0])[1]
                right = any(same_day(each, when) for each in allowed)
                self._check("dates right", right, f"{gold.text}: {gold.edtf}", when.edtf or "–", at=gold)

    def _overlapping(self, what: str, gold: set[str], read: set[str], *, at: Spanned, of: GoldEvent) -> None:
        self._add(what, 2 * len(gold & read), len(gold) + len(read))
        if gold != read:
            missed, extra = sorted(gold - read), sorted(read - gold)
            self._miss(
                what, f"{of.key}: missed {', '.join(missed) or 'none'}", f"extra {', '.join(extra) or 'none'}", at=at
            )

    def _check(
        self,
        what: str,
        right: bool,  # noqa: FBT001 - the answer itself, like a number
        gold: str,
        read: str,
        *,
        at: Spanned,
        of: GoldEvent | None = None,
    ) -> None:
        self._add(what, right, 1)
        if not right:
            self._miss(what, gold if of is None else f"{of.key}: {gold}", read, at=at)

    def _add(self, what: str, right: int, of: int) -> None:
        before = self._counts.get(what, (0, 0))
        self._counts[what] = (before[0] + int(right), before[1] + of)

    def _miss(self, what: str, gold: str, read: str, *, at: Spanned) -> None:
        start, end = at.start or 0, at.end or 0
        sentence = sentence_around(self.told.text, start, end).text
        self._misses.append(Miss(report=self.gold.id, what=what, gold=gold, read=read, sentence=sentence))

    def _said(self, claim: Claim) -> str:
        chain = _chain(inner_chain(claim, self.told.text))
        return f"{claim.status}/{claim.stance} {chain} “{claim.quote}”"

    def _shown(self, read: int) -> str:
        event, mentions = self.told.resolved.events[read], self.told.resolved.reading.events[read].mentions
        who = ", ".join(party.actor.name for party in event.parties)
        when = "–" if event.when is None else event.when.edtf
        status = self.told.statuses[read] or NOT_READ
        return f"{event.kind} {status} ({who}) {when}: “{mentions[0].text}” [{mentions[0].rule}]"


def is_named(name: str, text: str) -> bool:
    """Tells whether a report names a person: by any word of any spelling of the name that the packs know."""
    known = [each.names for each in load_actors().people.people if each.name == name]
    spellings = [name, *(spelling for names in known for several in names.values() for spelling in several)]
    words = {word for spelling in spellings for word in re.findall(r"[\w-]{3,}", spelling)}
    return any(re.search(rf"(?<!\w){re.escape(word)}", text) is not None for word in words)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def same_day(gold: When, read: When) -> bool:
    """Tells whether two dates say the same, however they are written: "May or June" is any day of the two months."""
    if not read.spans or gold.lasts != read.lasts:
        return False
    return gold.spans == read.spans or (not gold.lasts and join_spans(gold.spans) == join_spans(read.spans))


def _shown(claim: GoldClaim) -> str:
    return f"{claim.status}/{claim.stance}/{claim.certainty} {_chain(claim.chain)} “{claim.quote}”"


def _chain(chain: Sequence[GoldLink] | Sequence[Link]) -> str:
    return " > ".join(_links(chain)) or "own voice"


def _links(chain: Sequence[GoldLink] | Sequence[Link]) -> Iterator[str]:
    for link in chain:
        state = f"@{link.state}" if link.type == "unnamed" else ""
        yield f"{link.name}{state}:{link.evidentiality}"


def _speakers(quote: ReadQuote) -> str:
    return ", ".join(link.name for link in quote.speakers) or "nobody named"
