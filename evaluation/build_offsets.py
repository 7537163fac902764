"""Builds gold JSON from the YAML that people write: finds each quoted string in its report and notes where it stands.

`python evaluation/build_offsets.py [FOLDER…]` rebuilds every set in the folders, or under `evaluation/gold`; with
`--check` it only says what is stale. A set that is wrong is named and left as it was, and the others are built.
Nobody counts characters by hand: the YAML holds strings, this program holds the arithmetic, and a string that
is not in the text, or stands there twice without `nth`, stops it. FORMAT.md beside the sets describes both files.
Of a borrowed text no word goes into either file: its YAML holds `@start-end` in place of strings.
"""

import argparse
import hashlib
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec
import yaml

from dragoman.model.vocabulary import (
    ActorType,
    Attendance,
    Certainty,
    Evidentiality,
    Kind,
    LinkType,
    Nature,
    Role,
    SourceType,
    Stance,
    Status,
)

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "evaluation" / "gold"
REPORTS = ROOT / "src" / "dragoman" / "examples"
FORMAT = "dragoman-gold/1"
PLACE = re.compile(r"@(\d+)-(\d+)")
"""What stands in place of a string where the text is borrowed: from the first character to the one after the last."""

ActKind = Literal["accuse", "agree", "appeal", "concede", "pledge", "reject", "request", "support", "thank", "threaten"]
Shape = TypeVar("Shape")


class GoldError(ValueError):
    """A gold file is wrong: the message names the file and the string."""


class Source(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whatever is written by hand; an unknown field is a spelling mistake and is refused."""


class ActorSource(Source, frozen=True, kw_only=True):
    """One line of `_actors.yaml`: type, state, Wikidata id, and whom the actor speaks for."""

    type: ActorType
    state: str | None = None
    id: str | None = None
    speaks_for: str | None = None


class LinkSource(Source, frozen=True, kw_only=True):
    """A link from one event to another, by key."""

    type: LinkType
    to: str


class EventSource(Source, frozen=True, kw_only=True):
    """One entry of `_events.yaml`: what does not change from report to report."""

    kind: Kind
    label: str
    parties: tuple[str, ...]
    also_kinds: tuple[Kind, ...] = ()
    nature: Nature = "single"
    place: str | None = None
    when: str | None = None
    links: tuple[LinkSource, ...] = ()


class WhenSource(Source, frozen=True, kw_only=True):
    """When an event is, as a report says it; `text` is left out where the report has no words for it."""

    edtf: str | None = None
    text: str | None = None
    nth: int = 0


class ClaimSource(Source, frozen=True, kw_only=True):
    """One claim of a report; `chain` holds `Name@state:evidentiality`, outermost first, without the outlet."""

    status: Status
    quote: str
    chain: tuple[str, ...] = ()
    stance: Stance = "asserts"
    certainty: Certainty = "certain"
    said: str | None = None
    when: str | None = None
    nth: int | None = None


class AttendanceSource(Source, frozen=True, kw_only=True):
    """A party whose role or attendance in this report is out of the ordinary."""

    name: str
    role: Role = "principal"
    attendance: Attendance = "expected"


class ToldSource(Source, frozen=True, kw_only=True):
    """An event as one report tells it."""

    key: str
    status: Status
    history: tuple[ClaimSource, ...]
    also: tuple[Status, ...] = ()
    when: WhenSource | None = None
    place: str | None = None
    alternatives: tuple[str, ...] = ()
    moved_from: str | None = None
    background: bool = False
    optional: bool = False
    outcome: str | None = None
    parties: tuple[str, ...] | None = None
    attendance: tuple[AttendanceSource, ...] = ()


class ActSource(Source, frozen=True, kw_only=True):
    """An act between actors."""

    kind: ActKind
    actors: tuple[str, ...]
    quote: str
    recipients: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()
    certainty: Certainty = "certain"
    nth: int | None = None


class QuoteSource(Source, frozen=True, kw_only=True):
    """Somebody's words, without their quote marks."""

    quote: str
    speaker: str | None = None
    via: tuple[str, ...] = ()
    direct: bool = True
    nth: int | None = None


class ReportSource(Source, frozen=True, kw_only=True):
    """The gold of one report; `dates` holds `[text, EDTF]` pairs, or triples with the reading from this text alone.

    `names` has forms of a name that are as good where this report does not have the name itself.
    Of a `borrowed` text neither the title nor a word that it is searched for goes into the JSON.
    """

    published: str
    published_true: str | None = None
    note: str | None = None
    borrowed: bool = False
    names: dict[str, tuple[str, ...]] = {}
    dates: tuple[tuple[str, ...], ...] = ()
    events: tuple[ToldSource, ...] = ()
    acts: tuple[ActSource, ...] = ()
    quotes: tuple[QuoteSource, ...] = ()


class StandingSource(Source, frozen=True, kw_only=True):
    """Where an event stands as of a day, all reports of the set read together."""

    as_of: str
    status: Status
    also: tuple[Status, ...] = ()
    when: str | None = None
    place: str | None = None
    certainty: Certainty = "certain"
    by: str | None = None
    rule: str | None = None


class Registry(msgspec.Struct, frozen=True, kw_only=True):
    """What the reports of a set share: actors and events."""

    actors: dict[str, ActorSource]
    events: dict[str, EventSource]


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A report file split into its header fields and the text that offsets count in."""

    fields: dict[str, str]
    text: str


def read_yaml(path: Path, shape: type[Shape]) -> Shape:
    """Return the YAML file in its shape; every scalar is read as text, so that no date turns into something else."""
    try:
        loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # builds only text
        return msgspec.convert(loaded, shape, strict=False)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise GoldError(f"{path.name}: {error}") from error


def kept_text(raw: str) -> Kept:
    r"""Split a report into header fields and the text as kept: all that follows the header, not stripped or folded.

    >>> kept_text("date 2018-05 De top gaat door.\n").text
    'De top gaat door.\n'
    """
    front = re.match(r"---\n(.*?)\n---\n", raw, re.DOTALL)
    if front is not None:
        pairs = (line.split(":", 1) for line in front.group(1).splitlines())
        return Kept(fields={key: value.strip().strip('"') for key, value in pairs}, text=raw[front.end() :])
    line = re.match(r"\s*date (\d{4}(?:-\d\d){0,2})\s+", raw)
    if line is not None:
        return Kept(fields={"published": line.group(1)}, text=raw[line.end() :])
    return Kept(fields={}, text=raw)


def find_span(text: str, quote: str, *, nth: int | None, where: str) -> dict[str, int]:
    """Return where the quote stands; one that stands there several times needs `nth`, which counts from 0."""
    place = PLACE.fullmatch(quote)
    if place is not None:
        return check_place(int(place[1]), int(place[2]), text, where=where)
    starts = [found.start() for found in re.finditer(re.escape(quote), text)]
    if not starts or (nth is not None and nth >= len(starts)):
        raise GoldError(f"{where}: not in the text: {quote!r}")
    if nth is None and len(starts) > 1:
        raise GoldError(f"{where}: stands there {len(starts)} times, say which (nth): {quote!r}")
    start = starts[nth or 0]
    return {"start": start, "end": start + len(quote)}


def check_place(start: int, end: int, text: str, *, where: str) -> dict[str, int]:
    """Return a span given by its offsets, if the text has one there."""
    if not 0 <= start < end <= len(text):
        raise GoldError(f"{where}: outside the text of {len(text)} characters: @{start}-{end}")
    return {"start": start, "end": end}


def find_dates(text: str, dates: tuple[tuple[str, ...], ...], *, where: str) -> list[dict[str, Any]]:
    """Return the date expressions with their offsets; each is looked for after the one before it, as whole words."""
    found: list[dict[str, Any]] = []
    cursor = 0
    for words, edtf, *alone in dates:
        span = find_date(text, words, cursor, where=where)
        cursor = span["end"]
        entry = {**span, "text": words, "edtf": edtf}
        found.append(entry | ({"edtf_alone": alone[0]} if alone else {}))
    return found


def find_date(text: str, words: str, cursor: int, *, where: str) -> dict[str, int]:
    """Return where the words next stand as whole words, from the cursor on."""
    if PLACE.fullmatch(words) is not None:
        return find_span(text, words, nth=None, where=where)
    match = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(text, cursor)
    if match is None:
        raise GoldError(f"{where}: date not found after offset {cursor}: {words!r}")
    return {"start": match.start(), "end": match.end()}


def build_actor(name: str, registry: Registry, *, where: str) -> dict[str, Any]:
    """Return an actor with what the registry knows; `officials@US` is a class of unnamed people and needs no entry."""
    base, _, state = name.partition("@")
    if state:
        return {"id": None, "name": base, "type": "unnamed", "state": None if state == "-" else state}
    known = registry.actors.get(base)
    if known is None:
        raise GoldError(f"{where}: no such actor in _actors.yaml: {base!r}")
    return {"id": known.id, "name": base, "type": known.type, "state": known.state}


def build_chain(chain: tuple[str, ...], registry: Registry, *, where: str) -> list[dict[str, Any]]:
    """Return the links of a source chain from their `Name@state:evidentiality`."""
    links = []
    for written in chain:
        name, _, evidentiality = written.rpartition(":")
        actor = build_actor(name, registry, where=where)
        msgspec.convert(evidentiality, Evidentiality)
        msgspec.convert(actor["type"], SourceType)
        known = registry.actors.get(actor["name"])
        speaks_for = known.speaks_for if known is not None else None
        links.append(actor | {"evidentiality": evidentiality, "speaks_for": speaks_for})
    return links


def build_claim(claim: ClaimSource, text: str, registry: Registry, *, where: str) -> dict[str, Any]:
    """Return one entry of an event's history."""
    return {
        "status": claim.status,
        "stance": claim.stance,
        "certainty": claim.certainty,
        "chain": build_chain(claim.chain, registry, where=where),
        "said": claim.said,
        "when": claim.when,
        **find_span(text, claim.quote, nth=claim.nth, where=where),
        "quote": claim.quote,
    }


def build_when(when: WhenSource | None, text: str, *, where: str) -> dict[str, Any] | None:
    """Return when an event is; without words in the report there is no span."""
    if when is None:
        return None
    span = {"start": None, "end": None} if when.text is None else find_span(text, when.text, nth=when.nth, where=where)
    return {"text": when.text, "edtf": when.edtf, **span}


def build_event(told: ToldSource, text: str, registry: Registry, *, where: str) -> dict[str, Any]:
    """Return an event as its report tells it, with what the registry holds of it."""
    where = f"{where}: {told.key}"
    known = registry.events.get(told.key)
    if known is None:
        raise GoldError(f"{where}: no such event in _events.yaml")
    odd = {party.name: party for party in told.attendance}
    parties = [build_actor(name, registry, where=where) for name in told.parties or known.parties]
    for party in parties:
        said = odd.get(party["name"], AttendanceSource(name=party["name"]))
        party |= {"role": said.role, "attendance": said.attendance}
    return {
        "key": told.key,
        "kind": known.kind,
        "also_kinds": list(known.also_kinds),
        "nature": known.nature,
        "label": known.label,
        "parties": parties,
        "place": told.place,
        "alternatives": list(told.alternatives),
        "when": build_when(told.when, text, where=where),
        "moved_from": told.moved_from,
        "status": told.status,
        "also": list(told.also),
        "outcome": told.outcome,
        "background": told.background,
        "optional": told.optional,
        "links": [{"type": link.type, "to": link.to} for link in known.links],
        "history": [build_claim(claim, text, registry, where=where) for claim in told.history],
    }


def build_act(act: ActSource, text: str, registry: Registry, *, where: str) -> dict[str, Any]:
    """Return an act with its span."""
    return {
        "kind": act.kind,
        "actors": [build_actor(name, registry, where=where) for name in act.actors],
        "recipients": [build_actor(name, registry, where=where) for name in act.recipients],
        "chain": build_chain(act.chain, registry, where=where),
        "certainty": act.certainty,
        **find_span(text, act.quote, nth=act.nth, where=where),
        "quote": act.quote,
    }


def build_quote(quote: QuoteSource, text: str, registry: Registry, *, where: str) -> dict[str, Any]:
    """Return a quote with its span; speaker and via are checked against the registry and given by name."""
    for name in (*([quote.speaker] if quote.speaker is not None else []), *quote.via):
        build_actor(name, registry, where=where)
    return {
        "speaker": quote.speaker,
        "via": list(quote.via),
        "direct": quote.direct,
        **find_span(text, quote.quote, nth=quote.nth, where=where),
        "quote": quote.quote,
    }


def build_report(stem: str, source: ReportSource, raw: str, registry: Registry) -> dict[str, Any]:
    """Return the gold of one report as it goes into JSON."""
    kept = kept_text(raw)
    if kept.fields.get("published") != source.published:
        raise GoldError(f"{stem}: published {source.published}, but the report says {kept.fields.get('published')}")
    text = kept.text
    gold = {
        "format": FORMAT,
        "id": stem,
        "language": "nl",
        "outlet": kept.fields.get("outlet"),
        "title": kept.fields.get("title"),
        "published": source.published,
        "published_true": source.published_true or source.published,
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "note": source.note,
        "events": [build_event(told, text, registry, where=stem) for told in source.events],
        "acts": [build_act(act, text, registry, where=stem) for act in source.acts],
        "quotes": [build_quote(quote, text, registry, where=stem) for quote in source.quotes],
        "dates": find_dates(text, source.dates, where=stem),
    }
    gold |= build_names(source, registry, where=stem)
    return without_words(gold) | {"title": None} if source.borrowed else gold


def build_names(source: ReportSource, registry: Registry, *, where: str) -> dict[str, Any]:
    """Return the forms of names that are as good, checked against the registry, if the report has any."""
    for name in source.names:
        build_actor(name, registry, where=where)
    return {"names": {name: list(forms) for name, forms in source.names.items()}} if source.names else {}


def without_words(gold: dict[str, Any]) -> dict[str, Any]:
    """Return gold with every `quote` and `text` of the report empty; the offsets say what stood there."""
    empty = {name: "" for name in ("quote", "text") if gold.get(name) is not None}
    return {name: _emptied(item) for name, item in gold.items()} | empty


def _emptied(node: object) -> object:
    if isinstance(node, list):
        return [_emptied(item) for item in node]
    return without_words(node) if isinstance(node, dict) else node


def read_registry(folder: Path) -> Registry:
    """Return the actors and events that the reports of a set share."""
    return Registry(
        actors=read_yaml(folder / "_actors.yaml", dict[str, ActorSource]),
        events=read_yaml(folder / "_events.yaml", dict[str, EventSource]),
    )


def check_registry(registry: Registry) -> None:
    """Raise where an event names an actor or an event that is not there."""
    for key, event in registry.events.items():
        for name in event.parties:
            build_actor(name, registry, where=f"_events.yaml: {key}")
        for link in event.links:
            if link.to not in registry.events:
                raise GoldError(f"_events.yaml: {key}: links to no such event: {link.to}")


def build_timeline(folder: Path, registry: Registry) -> list[dict[str, Any]]:
    """Return where the events of a set stand, day by day, in the order of the days."""
    timeline = read_yaml(folder / "_timeline.yaml", dict[str, tuple[StandingSource, ...]])
    standings = []
    for key, days in timeline.items():
        if key not in registry.events:
            raise GoldError(f"_timeline.yaml: no such event in _events.yaml: {key}")
        for day in days:
            by = None if day.by is None else build_actor(day.by, registry, where=f"_timeline.yaml: {key}")["name"]
            standings.append({"key": key, **msgspec.to_builtins(day), "by": by})
    return sorted(standings, key=lambda standing: str(standing["as_of"]))


def to_json(document: object) -> str:
    """Return the document as JSON that reads line by line in a difference."""
    return msgspec.json.format(msgspec.json.encode(document), indent=1).decode() + "\n"


def reports_of(folder: Path) -> Path:
    """Return the folder of the reports that a set is about: its own `reports`, or else the package's examples."""
    own = folder / "reports"
    return own if own.is_dir() else REPORTS


def has_texts(folder: Path) -> bool:
    """Return whether the reports of a set are here: those of borrowed texts are not, until they have been written."""
    stems = [path.stem for path in (folder / "source").glob("[!_]*.yaml")]
    return not stems or any((reports_of(folder) / f"{stem}.txt").exists() for stem in stems)


def build_set(folder: Path) -> dict[Path, str]:
    """Return path and content of every JSON file that the YAML of one gold set stands for."""
    reports = reports_of(folder)
    registry = read_registry(folder / "source")
    check_registry(registry)
    timeline = {"format": FORMAT, "standings": build_timeline(folder / "source", registry)}
    built = {folder / "_timeline.json": to_json(timeline)}
    for path in sorted((folder / "source").glob("[!_]*.yaml")):
        raw = (reports / f"{path.stem}.txt").read_text(encoding="utf-8")
        gold = build_report(path.stem, read_yaml(path, ReportSource), raw, registry)
        built[folder / f"{path.stem}.json"] = to_json(gold)
    return built


def stale_files(built: dict[Path, str]) -> list[Path]:
    """Return the files that differ from what they are built from."""
    return [path for path, content in built.items() if not path.exists() or path.read_text(encoding="utf-8") != content]


def build_sets(folders: Sequence[Path]) -> tuple[dict[Path, str], list[str]]:
    """Return the JSON files of every set in the folders, and what is wrong with those that cannot be built."""
    built: dict[Path, str] = {}
    wrong = []
    for source in sorted({source for folder in folders for source in folder.rglob("source")}):
        if not has_texts(source.parent):
            continue
        try:
            built |= build_set(source.parent)
        except (GoldError, OSError, msgspec.ValidationError) as error:
            wrong.append(f"{source.parent.name}: {error}")
    return built, wrong


def main(arguments: list[str] | None = None) -> int:
    """Rebuild the gold sets, or with `--check` name the stale files; return 1 if any is wrong or stale."""
    parser = argparse.ArgumentParser(description="Build gold JSON with offsets from gold YAML with strings.")
    parser.add_argument("folders", nargs="*", type=Path, default=[GOLD], help="folders that hold sets")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a file is stale")
    asked = parser.parse_args(arguments)
    built, wrong = build_sets([folder.resolve() for folder in asked.folders])
    stale = stale_files(built)
    for path in stale:
        print("stale:" if asked.check else "written:", path.relative_to(ROOT))
        if not asked.check:
            path.write_text(built[path], encoding="utf-8")
    for problem in wrong:
        print("gold:", problem, file=sys.stderr)
    return 1 if wrong or (asked.check and stale) else 0


if __name__ == "__main__":
    sys.exit(main())
