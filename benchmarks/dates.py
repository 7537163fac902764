"""Measures Dutch dates on the suite of Recognizers-Text, beside dateparser where it is installed.

    python benchmarks/dates.py SUITE [--parse] [--errors]

SUITE is the folder with DateTimeModel.json, DateParser.json and DatePeriodParser.json. Counted are the results of type
date and daterange; a value is right when it is one of those listed. Two conventions of the suite are
translated: its stretches end before their last day, and a distance ("two weeks ago") is a day where ours is the days
about it, so that the middle counts ("exact" leaves those out). With ``--parse`` the language model gives the tense;
without it dates point nowhere.

dateparser gets the words of the date themselves, so that it needs to find nothing; of a stretch its first day counts.
"""

import argparse
import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.dates.find import find_dates
from dragoman.dates.resolve import resolve_dates
from dragoman.model.mention import DateMention
from dragoman.model.parse import Parse, Sentence
from dragoman.model.when import When
from dragoman.packs.load import load_language

SUITES = ("DateTimeModel", "DateParser", "DatePeriodParser")
KINDS = ("date", "daterange")
NO_SUCH_DAY = "0001-01-01"
DAY = timedelta(days=1)


class Case(NamedTuple):
    """A date of the suite: the sentence, when it was said, the span, and the values that are right."""

    text: str
    said: date
    words: str
    start: int
    kind: str
    values: tuple[tuple[str, str], ...]


def main() -> None:
    """Prints the share of values right, for each file of the suite and in all."""
    parser = argparse.ArgumentParser(description="Measures Dutch dates on the suite of Recognizers-Text.")
    parser.add_argument("suite", type=Path)
    parser.add_argument("--parse", action="store_true", help="take the tense from the language model")
    parser.add_argument("--errors", action="store_true", help="print each date that is wrong")
    options = parser.parse_args()
    rows = [score(name, options) for name in SUITES]
    print_row("all", tuple(sum(column) for column in zip(*rows, strict=True)))


def score(name: str, options: argparse.Namespace) -> tuple[int, ...]:
    """Scores one file: cases, right, exactly right, right by dateparser."""
    cases = list(read_cases(options.suite / f"{name}.json"))
    right = exact = 0
    for case in cases:
        when = answer(case, with_parse=options.parse)
        is_exact, is_right = judged(when, case)
        right, exact = right + is_right, exact + is_exact
        if options.errors and not is_right:
            got = "nothing" if when is None else when.edtf or when.reason
            print(f"  {case.said} {case.text!r} [{case.words}] {case.values} got {got}")
    row = (len(cases), right, exact, sum(by_dateparser(case) for case in cases))
    print_row(name, row)
    return row


def print_row(name: str, row: tuple[int, ...]) -> None:
    """Prints one line of the table."""
    count, right, exact, other = row
    print(
        f"{name:18} {count:5} dates   right {right / count:6.1%}   exact {exact / count:6.1%}   "
        f"dateparser {other / count:6.1%}"
    )


def read_cases(path: Path) -> Iterator[Case]:
    """Gives the dates and stretches of one file that have a value."""
    for each in json.loads(path.read_text(encoding="utf-8-sig")):
        reference = each.get("Context", {}).get("ReferenceDateTime")
        if reference is None:
            continue
        for result in each["Results"]:
            kind = (result.get("TypeName") or result.get("Type", "")).split(".")[-1]
            values = tuple(dict.fromkeys(values_of(result)))
            if kind in KINDS and values:
                said = datetime.fromisoformat(reference).date()
                start = each["Input"].find(result["Text"])
                yield Case(
                    each["Input"],
                    said,
                    result["Text"],
                    max(start, result.get("Start", 0) if start < 0 else start),
                    kind,
                    values,
                )


def values_of(result: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Gives the first and last listed of each value, the last empty for a day; ``..`` is an open end."""
    for value in (result.get("Resolution") or {}).get("values") or ():
        if value.get("value") == "not resolved":
            continue
        if "value" in value:
            yield value["value"], ""
        elif "start" in value or "end" in value:
            yield value.get("start", ".."), value.get("end", "..")
    told = result.get("Value")
    for name in ("FutureResolution", "PastResolution"):
        value = told.get(name) if isinstance(told, dict) else None
        if value:
            first = value.get("date") or value.get("startDate") or ".."
            yield first, "" if "date" in value else value.get("endDate", "..")


def answer(case: Case, *, with_parse: bool) -> When | None:
    """Gives what we make of the date, None where nothing was found at its place."""
    parse = parsed(case.text) if with_parse else Parse(sentences=(Sentence(start=0, end=len(case.text), tokens=()),))
    mentions = find_dates(parse, load_language("nl").dates, text=case.text)
    whens = resolve_dates(mentions, published=[case.said])
    end = case.start + len(case.words)
    found = [(overlap(each, case.start, end), when) for each, when in zip(mentions, whens, strict=True)]
    best, when = max(found, key=lambda pair: pair[0], default=(0, None))
    return when if best > 0 else None


def parsed(text: str) -> Parse:
    """Parses a sentence of the suite with the language model."""
    from dragoman.language import parse_text  # noqa: PLC0415 - only where asked for

    return parse_text(text)


def overlap(mention: DateMention, start: int, end: int) -> int:
    """Counts the characters that a mention and a span have in common."""
    return min(mention.end, end) - max(mention.start, start)


def judged(when: When | None, case: Case) -> tuple[bool, bool]:
    """Tells whether the answer is exactly one of the values, and whether it is right."""
    if when is None:
        return False, False
    if when.edtf is None:
        none = when.reason == "no-such-day" and any(value[0] == NO_SUCH_DAY for value in case.values)
        return none, none
    exact = any(agrees(when, *value, said=case.said) for value in case.values)
    return exact, exact or any(is_middle(when, *value) or is_among(when, *value) for value in case.values)


def agrees(when: When, first: str, last: str, *, said: date) -> bool:
    """Tells whether the answer is the day or stretch listed."""
    if not last:
        return when.is_exact and str(when.earliest) == first
    return fits_start(when, first, said=said, is_open=last == "..") and fits_end(when, last)


def fits_start(when: When, first: str, *, said: date, is_open: bool) -> bool:
    """Tells whether the stretch begins on the day listed, or after it."""
    if first == "..":
        return when.earliest is None or when.earliest == said
    return when.earliest is not None and first in (str(when.earliest), str(when.earliest - DAY) if is_open else "")


def fits_end(when: When, last: str) -> bool:
    """Tells whether the stretch ends on the day listed, before it, or in the month or year that begins with it."""
    if last == ".." or when.latest is None:
        return last == ".." and when.latest is None
    imprecise = (when.edtf or "").replace("..", "/").rpartition("/")[2].rstrip("]")
    ends = {str(when.latest), str(when.latest + DAY)}
    return last in ends or (len(imprecise) in (4, 7) and str(When(edtf=imprecise).earliest) == last)


def is_middle(when: When, first: str, last: str) -> bool:
    """Tells whether the day listed is the middle of the days given for a distance."""
    if last or when.lasts or when.earliest is None or when.latest is None or when.is_exact:
        return False
    span = (when.latest - when.earliest).days
    return span in (6, 30, 364) and str(when.earliest + timedelta(days=span // 2)) == first


def is_among(when: When, first: str, last: str) -> bool:
    """Tells whether the day or stretch listed is one of several alternatives."""
    if when.lasts or (len(when.spans) == 1 and (when.latest or date.max) - (when.earliest or date.min) > 2 * DAY):
        return False
    day = date.fromisoformat(first) if first != ".." else date.min
    if not last:
        return day in (when.days() or ())
    return any(str(a) == first and last in (str(b), str(b + DAY)) for a, b in when.spans if b < date.max)


def by_dateparser(case: Case) -> bool:
    """Tells whether dateparser is right on the words of the date; never where it is not installed."""
    try:
        import dateparser  # noqa: PLC0415 - optional
    except ImportError:
        return False
    base = datetime(case.said.year, case.said.month, case.said.day)  # noqa: DTZ001 - days have no zone
    for preference in ("past", "future"):
        found = dateparser.parse(
            case.words,
            languages=["nl"],
            settings={
                "RELATIVE_BASE": base,
                "PREFER_DATES_FROM": preference,
                "PREFER_DAY_OF_MONTH": "first",
                "PREFER_MONTH_OF_YEAR": "first",
            },
        )
        if found is not None and any(str(found.date()) == value[0] for value in case.values):
            return True
    return False


if __name__ == "__main__":
    main()
