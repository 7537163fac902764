"""Scores the diary: where events stand as of a day, all reports of a set in one ledger."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date

import msgspec

from dragoman.corridor.add import add_reports
from dragoman.corridor.ask import diary
from dragoman.corridor.evaluate.gold import GoldClaim, GoldEvent, GoldSet, GoldStanding
from dragoman.corridor.evaluate.match import pair, same_place, same_span
from dragoman.corridor.evaluate.report import Miss, Outcome, Told, same_day
from dragoman.ledger.store import open_ledger
from dragoman.model.diary import ClaimEntry, EventEntry
from dragoman.model.mention import Place
from dragoman.model.when import When
from dragoman.packs.load import load_kinds

WHOLE = "timeline whole"
"""Everything that is asked of a standing is right."""


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """All that the gold's reports tell of one event by a day: each claim with its report."""

    key: str
    event: GoldEvent
    claims: tuple[tuple[str, GoldClaim], ...]


def score_timeline(gold: GoldSet, told: Sequence[Told]) -> list[Outcome]:
    """Adds all reports to a ledger, asks for the diary of each day, and scores each standing asked for."""
    readings = {each.resolved.report.key: each.resolved.reading for each in told}
    days = sorted({standing.as_of for standing in gold.timeline.standings})
    outcomes = []
    with closing(open_ledger(":memory:")) as ledger:
        reports = [each.resolved.report for each in told]
        add_reports(ledger, reports, read=lambda report: readings[report.key], strict=True)
        for day in days:
            events = diary(ledger, as_of=date.fromisoformat(day), everything=True).events
            outcomes.append(_score_day(gold, day, events))
    return outcomes


def _score_day(gold: GoldSet, day: str, events: Sequence[EventEntry]) -> Outcome:
    known = list(_evidence(gold, day))
    pairs = pair(known, events, _likeness)
    found = {known[index].key: events[read] for index, read in pairs.items()}
    counts: dict[str, tuple[int, int]] = {}
    misses = []
    for standing in gold.timeline.standings:
        if standing.as_of != day:
            continue
        answers = dict(_answers(standing, found.get(standing.key)))
        answers[WHOLE] = all(answers.values())
        for name, right in answers.items():
            before = counts.get(name, (0, 0))
            counts[name] = (before[0] + int(right), before[1] + 1)
        if not answers[WHOLE]:
            misses.append(_miss(standing, found.get(standing.key), answers))
    return Outcome(report=day, counts=counts, statuses=(), misses=tuple(misses))


def _evidence(gold: GoldSet, day: str) -> Iterator[Evidence]:
    claims: dict[str, list[tuple[str, GoldClaim]]] = {}
    events: dict[str, GoldEvent] = {}
    for report in gold.reports.values():
        if report.published_true <= day:
            for event in report.events:
                events[event.key] = event
                claims.setdefault(event.key, []).extend((report.id, claim) for claim in event.history)
    return (Evidence(key=key, event=event, claims=tuple(claims[key])) for key, event in events.items())


def _likeness(gold: Evidence, read: EventEntry) -> float:
    """Gives how many of the gold's claims the event holds: it is the diary's event that most of them are under."""
    kinds = {gold.event.kind, *gold.event.also_kinds}
    like = {other for kind in (*kinds, read.kind) for other in load_kinds().entry(kind).like}
    if read.kind not in kinds | like and not kinds & like:
        return 0.0
    return float(sum(any(_is_at(report, claim, entry) for entry in read.history) for report, claim in gold.claims))


def _is_at(report: str, claim: GoldClaim, entry: ClaimEntry) -> bool:
    return entry.report == report and same_span(claim, entry)


def _answers(gold: GoldStanding, read: EventEntry | None) -> Iterator[tuple[str, bool]]:
    """Gives whether each thing that is asked of a standing is right; what is not there is wrong throughout."""
    yield "timeline status", read is not None and read.status in {gold.status, *gold.also}
    if gold.when is not None:
        when = When() if read is None else When(edtf=read.when.edtf)
        yield "timeline when", same_day(When(edtf=gold.when), when)
    if gold.place is not None:
        entry = None if read is None else read.place
        place = None if entry is None else Place(name=entry.name, country=entry.country, id=entry.id)
        yield "timeline place", same_place(gold.place, place)
    if gold.by is not None:
        yield "timeline by", read is not None and gold.by in read.by
    if gold.rule is not None:
        yield "timeline rule", read is not None and read.rule == f"verdict.{gold.rule}"
    yield "timeline certainty", read is not None and read.certainty == gold.certainty


def _miss(gold: GoldStanding, read: EventEntry | None, answers: dict[str, bool]) -> Miss:
    wrong = ", ".join(name.removeprefix("timeline ") for name, right in answers.items() if not right and name != WHOLE)
    if read is None:
        return Miss(
            report=gold.as_of, what="timeline", gold=f"{gold.key} {gold.status}", read="no such event", sentence=wrong
        )
    place = "–" if read.place is None else read.place.name
    shown = (
        f"{read.label}: {read.status} {read.when.edtf} {place} {read.certainty} by {', '.join(read.by)} [{read.rule}]"
    )
    asked = f"{gold.key}: {gold.status} {gold.when} {gold.place} {gold.certainty} by {gold.by} [{gold.rule}]"
    because = " / ".join(claim.quote for claim in read.history if claim.id in read.because)
    return Miss(
        report=gold.as_of, what="timeline", gold=asked, read=shown, sentence=f"wrong: {wrong}; because {because}"
    )
