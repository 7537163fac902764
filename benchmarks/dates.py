"""Measures Dutch dates on the suite of Recognizers-Text, beside other libraries that read Dutch where installed.

    python benchmarks/dates.py SUITE [--parse] [--errors]

SUITE is the folder with DateTimeModel.json, DateParser.json and DatePeriodParser.json. Counted are the results of type
date and daterange; a value is right when it is one of those listed. "literal" takes our days as they are; "right" also
translates what the suite writes another way for the same notion:

- a distance ("two weeks ago") is a day there, the days about it here: the middle counts;
- "Monday or Tuesday" is two dates there, one of two alternatives here: the alternative asked for counts;
- begin and end of a month or year are its halves there and its thirds here, the middle of a month begins on its 10th
  there and on its 11th here, "later this year" is its second half there, or what is left from the day itself, and what
  is left after the day here;
- a stretch to a week, quarter, month or year ends there where that begins; "from the middle of March to the end of
  September" goes there from the one point to the other;
- where its words leave out the preposition ("vanaf"), its value does too.

Its stretches end on the day after the last, in both figures. With ``--parse`` the language model gives the tense;
without it dates point nowhere.

The others get the words of the date themselves, so that they need to find nothing; of a stretch its first day counts.
"""

import argparse
import json
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from dragoman.dates.find import find_dates
from dragoman.dates.resolve import resolve_date, resolve_dates
from dragoman.model.mention import DateForm, DateMention
from dragoman.model.parse import Parse, Sentence
from dragoman.model.when import When
from dragoman.packs.load import load_language

SUITES = ("DateTimeModel", "DateParser", "DatePeriodParser")
KINDS = ("date", "daterange")
NO_SUCH_DAY = "0001-01-01"
DAY = timedelta(days=1)
HALVES = {
    "early": "first-half",
    "so-far": "first-half",
    "earlier": "first-half",
    "late": "second-half",
    "rest": "second-half",
    "later": "second-half",
}
FIRST_OF_MID = 11


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
    """Scores one file: cases, right, right by the letter, and right by each other library."""
    cases = list(read_cases(options.suite / f"{name}.json"))
    right = literal = 0
    for case in cases:
        mention, when = answer(case, with_parse=options.parse)
        is_literal, is_right = judged(mention, when, case)
        right, literal = right + is_right, literal + is_literal
        if options.errors and not is_right:
            got = "nothing" if when is None else when.edtf or when.reason
            print(f"  {case.said} {case.text!r} [{case.words}] {case.values} got {got}")
    row = (len(cases), right, literal, *(sum(reads(case) for case in cases) for reads in OTHERS.values()))
    print_row(name, row)
    return row


def print_row(name: str, row: tuple[int, ...]) -> None:
    """Prints one line of the table."""
    count, right, literal, *others = row
    shares = "   ".join(f"{other} {number / count:6.1%}" for other, number in zip(OTHERS, others, strict=True))
    print(f"{name:18} {count:5} dates   right {right / count:6.1%}   literal {literal / count:6.1%}   {shares}")


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


def answer(case: Case, *, with_parse: bool) -> tuple[DateMention | None, When | None]:
    """Gives the date we find at the place, and its days; where the words are not in the text, its only date."""
    parse = parsed(case.text) if with_parse else Parse(sentences=(Sentence(start=0, end=len(case.text), tokens=()),))
    mentions = find_dates(parse, load_language("nl").dates, text=case.text)
    found = list(zip(mentions, resolve_dates(mentions, published=[case.said]), strict=True))
    if not case.words or case.words.lower() not in case.text.lower():
        return found[0] if len(found) == 1 else (None, None)
    end = case.start + len(case.words)
    best = max(found, key=lambda pair: overlap(pair[0], case.start, end), default=None)
    return best if best is not None and overlap(best[0], case.start, end) > 0 else (None, None)


def parsed(text: str) -> Parse:
    """Parses a sentence of the suite with the language model."""
    from dragoman.language import parse_text  # noqa: PLC0415 - only where asked for

    return parse_text(text)


def overlap(mention: DateMention, start: int, end: int) -> int:
    """Counts the characters that a mention and a span have in common."""
    return min(mention.end, end) - max(mention.start, start)


def judged(mention: DateMention | None, when: When | None, case: Case) -> tuple[bool, bool]:
    """Tells whether the answer is one of the values by the letter, and whether it is right."""
    if mention is None or when is None:
        return False, False
    if when.edtf is None:
        none = when.reason == "no-such-day" and any(value[0] == NO_SUCH_DAY for value in case.values)
        return none, none
    literal = any(agrees(when, *value, said=case.said) for value in case.values)
    return literal, literal or any(
        is_middle(each, *value) or is_among(each, *value) or agrees(each, *value, said=case.said)
        for each in (when, *translations(mention, when, case))
        for value in case.values
    )


def translations(mention: DateMention, when: When, case: Case) -> Iterator[When]:
    """Gives the answer in the suite's way of writing, where that differs."""
    form = mention.form
    for choice in form.choices and (msgspec.structs.replace(form, choices=()), *form.choices):
        yield resolved(choice, mention, case.said)
    if in_halves(form) != form:
        yield resolved(in_halves(form), mention, case.said)
    if form.part == "mid" and when.earliest is not None and when.earliest.day == FIRST_OF_MID:
        yield When.from_spans([(when.earliest - DAY, when.latest or date.max)])
    if form.part == "later":
        yield resolved(msgspec.structs.replace(form, part="rest"), mention, case.said)
    if form.until is not None and when.earliest is not None:
        ahead = msgspec.structs.replace(mention, direction="future")
        yield from lasting(when.earliest, resolved(form.until, ahead, when.earliest).earliest)
        first = point(form, mention, case.said)
        yield from lasting(first, None if first is None else point(form.until, ahead, first))
    if form.bound == "after" and form.part is not None and (first := point(form, mention, case.said)) is not None:
        yield When(edtf=f"{first}/..")
    if form.bound is not None and case.text[mention.start : mention.end].lower().endswith(case.words.lower()):
        yield resolved(msgspec.structs.replace(form, bound=None), mention, case.said)


def lasting(first: date | None, last: date | None) -> Iterator[When]:
    """Gives the stretch from one day to another, if both are known and in order."""
    if first is not None and last is not None and first <= last:
        yield When(edtf=f"{first}/{last}")


def resolved(form: DateForm, mention: DateMention, said: date) -> When:
    """Resolves one form of a mention alone."""
    return resolve_date(msgspec.structs.replace(mention, form=form), published=said)


def in_halves(form: DateForm) -> DateForm:
    """Gives a form with begin and end as halves, at both its ends."""
    until = None if form.until is None else in_halves(form.until)
    return msgspec.structs.replace(form, part=HALVES.get(form.part or "", form.part), until=until)


def point(form: DateForm, mention: DateMention, said: date) -> date | None:
    """Gives the point that begin, middle or end of a month or year is."""
    whole = resolved(msgspec.structs.replace(form, part=None, until=None, bound=None), mention, said)
    if whole.earliest is None or whole.latest is None:
        return None
    days = (whole.latest - whole.earliest).days + 1
    return whole.earliest + {"mid": days // 2, "late": days}.get(form.part or "", 0) * DAY


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
    for preference in ("past", "future"):
        found = dateparser.parse(
            case.words,
            languages=["nl"],
            settings={
                "RELATIVE_BASE": midnight(case.said),
                "PREFER_DATES_FROM": preference,
                "PREFER_DAY_OF_MONTH": "first",
                "PREFER_MONTH_OF_YEAR": "first",
            },
        )
        if found is not None and any(str(found.date()) == value[0] for value in case.values):
            return True
    return False


def by_ovos(case: Case) -> bool:
    """Tells whether ovos-date-parser is right on the words of the date; never where it is not installed."""
    try:
        from ovos_date_parser import extract_datetime  # noqa: PLC0415 - optional
    except ImportError:
        return False
    try:
        found = extract_datetime(case.words, lang="nl-nl", anchorDate=midnight(case.said))
    except Exception:  # noqa: BLE001 - it raises errors of many kinds on words that it cannot read
        return False
    return found is not None and any(str(found[0].date()) == value[0] for value in case.values)


def midnight(day: date) -> datetime:
    """Gives the beginning of a day, in no zone."""
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - days have no zone


OTHERS: dict[str, Callable[[Case], bool]] = {"dateparser": by_dateparser, "ovos-date-parser": by_ovos}


if __name__ == "__main__":
    main()
