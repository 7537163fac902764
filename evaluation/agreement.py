"""Measures how far two annotators agree: `python -m evaluation.agreement [--errors] [--json]`.

`second/<set>/source` holds what a second pair of eyes found in some reports of a gold set without sight of the first
annotation, and `second/<set>/first` the first annotation as it then stood. Each is scored against the other as if it
were a reading, by the scorer that readings meet, and the two are taken together: what comes out is what a careful
reader would score, and the ceiling for a program. `source/_names.yaml` names actors that the two call differently.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from dragoman.corridor.evaluate.gold import GoldActor, GoldClaim, GoldEvent, GoldLink, GoldReport
from dragoman.corridor.evaluate.match import likeness, pair
from dragoman.corridor.evaluate.report import Miss, Outcome, Told, is_named, score_report
from dragoman.corridor.evaluate.score import Figure, figures_of
from dragoman.corridor.files import read_reports
from dragoman.corridor.resolve import Resolved
from dragoman.errors import SkipReport
from dragoman.model.actor import Actor, Link
from dragoman.model.claim import Claim
from dragoman.model.event import Anchor, Event
from dragoman.model.mention import DateForm, DateMention, Place
from dragoman.model.reading import EventMention, Party, ReadEvent, Reading, ReadQuote
from dragoman.model.report import Report
from dragoman.model.when import When
from evaluation.build_offsets import GOLD, ROOT, ReportSource, build_report, read_registry, read_yaml

SECOND = ROOT / "evaluation" / "second"
RULE = "annotation"
"""Stands where a reading names its rule."""
BORROWED = "ntrex"
"""The set over real texts, which are not part of this project; the others are ours."""
SCORED_ONCE = frozenset({"event precision", "event recall", "claim precision", "status of all", "when compatible"})
"""Measures that say nothing of their own once both directions are taken together."""


class Twice(msgspec.Struct, frozen=True, kw_only=True):
    """One report and its two annotations."""

    report: Report
    first: GoldReport
    second: GoldReport


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """How far two annotators agree on a group of reports, measure by measure, and where they do not.

    ``kappa`` is Cohen's, over the one status that each gives to events that both found.
    """

    reports: int
    figures: dict[str, Figure]
    kappa: float
    misses: tuple[Miss, ...]


def read_twice(folder: Path, *, texts: Path) -> list[Twice]:
    """Return the reports of a set that have two annotations; those whose text is not here are left out.

    `texts` is the folder of the reports. Raises `GoldError` where an annotation does not fit its text.
    """
    if not texts.is_dir():
        return []
    reports = {each.id: each for each in read_reports([texts]) if not isinstance(each, SkipReport)}
    second = read_second(folder / "source", texts=texts)
    twice = []
    for path in sorted((folder / "first").glob("*.json")):
        first = msgspec.json.decode(path.read_bytes(), type=GoldReport)
        if path.stem in second and path.stem in reports:
            twice.append(Twice(report=reports[path.stem], first=first, second=second[path.stem]))
    return twice


def read_second(source: Path, *, texts: Path) -> dict[str, GoldReport]:
    """Return what the YAML of a second annotation stands for, with actors by the names that the first gives them."""
    registry, known = read_registry(source), source / "_names.yaml"
    names: dict[str, str] = read_yaml(known, dict[str, str]) if known.exists() else {}
    found = {}
    for path in sorted(source.glob("[!_]*.yaml")):
        raw = (texts / f"{path.stem}.txt").read_text(encoding="utf-8")
        built = build_report(path.stem, read_yaml(path, ReportSource), raw, registry)
        found[path.stem] = msgspec.convert(rename(built, names), GoldReport)
    return found


def rename(node: object, names: Mapping[str, str]) -> object:
    """Return gold with actors and speakers under other names.

    >>> rename([{"name": "Filip", "speaker": None}], {"Filip": "Philippe"})
    [{'name': 'Philippe', 'speaker': None}]
    """
    if isinstance(node, list):
        return [rename(each, names) for each in node]
    if not isinstance(node, dict):
        return node
    return {
        field: names.get(item, item) if field in ("name", "speaker") and isinstance(item, str) else rename(item, names)
        for field, item in node.items()
    }


def compare(twice: Twice) -> Outcome:
    """Return how one report comes out when each annotation is scored against the other; optional events never count."""
    one, other = (_scored(twice.first, twice.second, twice.report), _scored(twice.second, twice.first, twice.report))
    counts: dict[str, tuple[int, int]] = {}
    for name in dict.fromkeys((*one.counts, *other.counts)):
        pairs = [outcome.counts.get(name, (0, 0)) for outcome in (one, other)]
        counts[name] = (pairs[0][0] + pairs[1][0], pairs[0][1] + pairs[1][1])
    return Outcome(
        report=one.report,
        counts={name: count for name, count in counts.items() if name not in SCORED_ONCE} | _strictly(twice),
        statuses=(*one.statuses, *other.statuses),
        misses=(*one.misses, *other.misses),
    )


def agree(group: Sequence[Twice]) -> Agreement:
    """Return how far the annotators of some reports agree; there must be one at least."""
    outcomes = [compare(twice) for twice in group]
    return Agreement(
        reports=len(group),
        figures=figures_of(outcomes),
        kappa=kappa([labels for twice in group for labels in _statuses(twice)]),
        misses=tuple(miss for outcome in outcomes for miss in outcome.misses),
    )


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Return Cohen's kappa of two annotators' labels: how far they agree beyond what chance would give.

    >>> kappa([("held", "held"), ("planned", "planned"), ("held", "planned"), ("planned", "held")])
    0.0
    """
    size = len(pairs)
    both = sum(one == other for one, other in pairs) / size if size else 1.0
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(ones[label] * others[label] for label in ones) / (size * size) if size else 0.0
    return (both - chance) / (1 - chance) if chance < 1 else 1.0


def told_of(gold: GoldReport, report: Report, *, events: Sequence[GoldEvent]) -> Told:
    """Return an annotation as if it were a reading of the report, with these of its events."""
    claims = [(place, _claim(claim, report)) for place, event in enumerate(events) for claim in event.history]
    reading = Reading(
        report=report.key,
        version=RULE,
        dates=tuple(
            DateMention(start=each.start, end=each.end, text=each.text, form=DateForm()) for each in gold.dates
        ),
        events=tuple(ReadEvent(kind=event.kind, mentions=_mentions(event)) for event in events),
        quotes=tuple(
            ReadQuote(start=each.start, end=each.end, direct=each.direct, speakers=_speakers(each.speaker))
            for each in gold.quotes
        ),
    )
    resolved = Resolved(
        report=report,
        reading=reading,
        days=frozenset(),
        published=None,
        whens=tuple(When(edtf=each.edtf) for each in gold.dates),
        events=tuple(_event(event, report) for event in events),
        claims=tuple(claims),
    )
    return Told(resolved=resolved, statuses=tuple(event.status for event in events))


def _scored(gold: GoldReport, other: GoldReport, report: Report) -> Outcome:
    """Scores one annotation by the other, without what is optional in the one that is scored and answers nothing."""
    answered = _pairs(gold, other, report).values()
    kept = [event for place, event in enumerate(other.events) if not event.optional or place in answered]
    return score_report(gold, told_of(other, report, events=kept))


def _pairs(gold: GoldReport, other: GoldReport, report: Report) -> dict[int, int]:
    told = told_of(other, report, events=other.events).resolved

    def like(event: GoldEvent, place: int) -> float:
        return likeness(
            event,
            told.events[place],
            claims=told.claims_of(place),
            mentions=told.reading.events[place].mentions,
            when=None if event.when is None or event.when.edtf is None else When(edtf=event.when.edtf),
        )

    return pair(gold.events, range(len(other.events)), like)


def _strictly(twice: Twice) -> dict[str, tuple[int, int]]:
    """Counts events as if none were optional, and statuses as if none but the one were right."""
    statuses = _statuses(twice)
    events = len(twice.first.events) + len(twice.second.events)
    return {
        "event f1, optional ones counted": (2 * len(statuses), events),
        "status, no other as good": (sum(one == other for one, other in statuses), len(statuses)),
    }


def _statuses(twice: Twice) -> list[tuple[str, str]]:
    pairs = _pairs(twice.first, twice.second, twice.report)
    return [(twice.first.events[one].status, twice.second.events[other].status) for one, other in pairs.items()]


def _event(event: GoldEvent, report: Report) -> Event:
    first = event.history[0]
    return Event(
        anchor=Anchor(report=report.key, start=first.start, end=first.end),
        kind=event.kind,
        parties=tuple(Party(actor=_actor(each, report.text)) for each in event.parties),
        place=None if event.place is None else Place(name=event.place),
        when=None if event.when is None or event.when.edtf is None else When(edtf=event.when.edtf),
    )


def _mentions(event: GoldEvent) -> tuple[EventMention, ...]:
    return tuple(EventMention(start=each.start, end=each.end, text=each.quote, rule=RULE) for each in event.history)


def _actor(actor: GoldActor, text: str) -> Actor:
    """Gives a party as a reading has it: a person whom the report does not name stands for his side alone."""
    unnamed = actor.type == "person" and not is_named(actor.name, text)
    fields = {"id": actor.id or f"x-{actor.name}", "name": actor.name, "type": actor.type, "state": actor.state}
    fields |= {"type": "unnamed"} if unnamed else {}
    return msgspec.convert(fields, Actor)


def _claim(claim: GoldClaim, report: Report) -> Claim:
    return Claim(
        id=f"{claim.start}-{claim.end}",
        report=report.key,
        status=claim.status,
        stance=claim.stance,
        certainty=claim.certainty,
        chain=tuple(_link(link) for link in claim.chain),
        start=claim.start,
        end=claim.end,
        quote=claim.quote,
        rule=RULE,
    )


def _link(link: GoldLink) -> Link:
    return msgspec.convert(msgspec.to_builtins(link), Link)


def _speakers(speaker: str | None) -> tuple[Link, ...]:
    if speaker is None:
        return ()
    name, at, state = speaker.partition("@")
    return (
        Link(
            name=name,
            type="unnamed" if at else "person",
            state=state if at and state != "-" else None,
            evidentiality="quoted",
        ),
    )


def read_groups(second: Path = SECOND, gold: Path = GOLD) -> dict[str, list[Twice]]:
    """Return the reports with two annotations, our own and those over borrowed text apart."""
    groups: dict[str, list[Twice]] = {"own": [], BORROWED: []}
    for folder in sorted(path.parent for path in second.glob("*/first")):
        held = gold / BORROWED if folder.name == BORROWED else gold / "test" / folder.name
        groups[BORROWED if folder.name == BORROWED else "own"] += read_twice(folder, texts=held / "reports")
    return {name: group for name, group in groups.items() if group}


def show(agreement: Agreement) -> str:
    """Return the measures as the rows of a Markdown table."""
    rows = [
        f"| `{name}` | {figure.value:.3f} | {figure.low:.3f}–{figure.high:.3f} | {figure.right}/{figure.of} |"
        for name, figure in agreement.figures.items()
    ]
    return "\n".join([*rows, f"| `status kappa` | {agreement.kappa:.3f} | | |"])


def main(arguments: list[str] | None = None) -> int:
    """Print the agreement of each group; return 1 where there is nothing to compare."""
    parser = argparse.ArgumentParser(description="Measure how far two annotations of the same reports agree.")
    parser.add_argument("--errors", action="store_true", help="each disagreement with its sentence")
    parser.add_argument("--json", action="store_true", help="all of it as data")
    asked = parser.parse_args(arguments)
    agreements = {name: agree(group) for name, group in read_groups().items()}
    if asked.json:
        print(msgspec.json.format(msgspec.json.encode(agreements), indent=1).decode())
        return 0 if agreements else 1
    for name, agreement in agreements.items():
        print(f"{name}: {agreement.reports} reports")
        print(show(agreement))
        for miss in agreement.misses if asked.errors else ():
            print(f"{miss.report} {miss.what}: {miss.gold} | {miss.read}\n    {miss.sentence}")
    return 0 if agreements else 1


if __name__ == "__main__":
    sys.exit(main())
