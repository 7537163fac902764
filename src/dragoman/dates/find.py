"""Finds the dates of a report: spans, what they say, and which way they point."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from dragoman.dates.form import counted_from, form_of, is_time, join_forms, with_time
from dragoman.dates.tense import direction_of, may_hang_elsewhere
from dragoman.dates.words import DATE, Grammar, Match, Word, grammar_of
from dragoman.model.mention import DateForm, DateMention
from dragoman.model.parse import Parse
from dragoman.model.vocabulary import Direction
from dragoman.packs.shapes.dates import DateFile

_AHEAD = ("next", "coming", "after-next")
_BEHIND = ("previous", "last", "before-previous")
_COUNTING = ("nummod", "amod")
_NAMES = ("PER", "ORG", "LOC")


class _Atom(NamedTuple):
    """A date inside one sentence, by the places of its words."""

    first: int
    end: int
    form: DateForm
    rule: str
    direction: Direction | None


def find_dates(parse: Parse, pack: DateFile, *, text: str | None = None) -> tuple[DateMention, ...]:
    """Gives the dates of a report in the order of its text, none inside another.

    ``text`` is the report's text; without it the words of the parse are read, at their places. A date that is part of
    a longer name of a person, organisation or place is left alone.

    For example "De top staat gepland voor 12 juni." holds one, "12 juni", that points ahead.
    """
    grammar = grammar_of(pack)
    whole = text_of(parse) if text is None else text
    found = [
        mention
        for before, sentence in zip((None, *parse.sentences), parse.sentences, strict=False)
        for mention in _in_sentence(
            whole[sentence.start : sentence.end],
            grammar=grammar,
            pack=pack,
            at=sentence.start,
            opens=before is None or before.paragraph != sentence.paragraph,
        )
    ]
    names = [(name.start, name.end) for name in parse.names if name.label in _NAMES]
    alone = {rule.id for rule in pack.rules if rule.alone}
    kept = [
        each
        for each in found
        if not any(_strictly_inside(each, span) for span in names)
        and not (each.rule in alone and _counts(each, parse=parse))
    ]
    return tuple(_directed(each, parse=parse, pack=pack) for each in kept)


def text_of(parse: Parse) -> str:
    """Gives the text that a parse was made of, all white space as spaces."""
    tokens = [token for sentence in parse.sentences for token in sentence.tokens]
    letters = [" "] * max((token.end for token in tokens), default=0)
    for token in tokens:
        letters[token.start : token.end] = token.text[: token.end - token.start].ljust(token.end - token.start)
    return "".join(letters)


def _in_sentence(text: str, *, grammar: Grammar, pack: DateFile, at: int, opens: bool) -> Iterator[DateMention]:
    words = grammar.vocabulary.words(text)
    atoms = _joined(list(_atoms(words, grammar=grammar, pack=pack, opens=opens)), words, grammar=grammar, pack=pack)
    for atom in _timed(atoms):
        start, end = words[atom.first].start, words[atom.end - 1].end
        yield DateMention(
            start=at + start,
            end=at + end,
            text=text[start:end],
            form=atom.form,
            direction=atom.direction,
            rule=atom.rule,
        )


def _atoms(words: list[Word], *, grammar: Grammar, pack: DateFile, opens: bool = True) -> Iterator[_Atom]:
    chars = "".join(grammar.vocabulary.char(word.plain) for word in words)
    ends: set[int] = set()
    for match in grammar.rules.matches(chars, words):
        rule = pack.rules[match.rule]
        if rule.ignore or (rule.after_date and match.first not in ends) or (rule.opens and (match.first or not opens)):
            continue
        form = form_of(match.groups, rule.fields, vocabulary=grammar.vocabulary)
        ends.add(match.end)
        yield _Atom(match.first + rule.skip, match.end, form, rule.id, rule.direction or _pointed(form))


def _joined(atoms: list[_Atom], words: list[Word], *, grammar: Grammar, pack: DateFile) -> list[_Atom]:
    """Joins dates that belong together, once over what the rules found and once over what that made."""
    for _ in range(2):
        places = _collapsed(atoms, len(words))
        plain = [words[place] if atom is None else Word(0, 0, _stand_in(atom)) for place, atom in places]
        chars = "".join(grammar.vocabulary.char(word.plain) for word in plain)
        matches = grammar.joins.matches(chars, plain)
        if not matches:
            break
        used = {place for match in matches for place in range(match.first, match.end)}
        made = [_join(match, places, grammar=grammar, pack=pack) for match in matches]
        left = [atom for place, (_, atom) in enumerate(places) if atom is not None and place not in used]
        atoms = sorted([*made, *left], key=lambda each: each.first)
    return atoms


def _collapsed(atoms: list[_Atom], count: int) -> list[tuple[int, _Atom | None]]:
    """Gives the words in order, each date as one."""
    starts = {atom.first: atom for atom in atoms}
    places: list[tuple[int, _Atom | None]] = []
    place = 0
    while place < count:
        atom = starts.get(place)
        places.append((place, atom))
        place = place + 1 if atom is None else atom.end
    return places


def _stand_in(atom: _Atom) -> str:
    return "<time>" if is_time(atom.form) else f"<{DATE}>"


def _join(match: Match, places: list[tuple[int, _Atom | None]], *, grammar: Grammar, pack: DateFile) -> _Atom:
    join = pack.joins[match.rule]
    parts = {group.role: atom for group in match.groups if (atom := places[group.first][1]) is not None}
    base, others = parts.pop(""), {role: atom.form for role, atom in parts.items()}
    form = base.form
    if "time" in others:
        form = with_time(form, others.pop("time"))
    words = [group for group in match.groups if places[group.first][1] is None]
    if words:
        form = counted_from(form, form_of(words, join.fields, vocabulary=grammar.vocabulary))
    else:
        form = join_forms(form, others, fields=join.fields)
    first, last = places[match.first + join.skip], places[match.end - 1]
    direction = (
        join.direction
        or base.direction
        or next((atom.direction for atom in parts.values() if atom.direction is not None), None)
    )
    return _Atom(first[0], last[0] + 1 if last[1] is None else last[1].end, form, join.id, direction)


def _timed(atoms: Iterable[_Atom]) -> list[_Atom]:
    """Gives the dates; an hour that stands alone belongs to the one date of its sentence that has none.

    Else a part of the day, or an hour in a sentence without a date, is of the day told of.
    """
    atoms = list(atoms)
    times = [atom for atom in atoms if is_time(atom.form)]
    dates = [atom for atom in atoms if not is_time(atom.form)]
    if len(times) == 1 and len(dates) == 1:
        return [dates[0]._replace(form=with_time(dates[0].form, times[0].form))]
    alone = [atom for atom in times if atom.form.part_of_day is not None or not dates]
    told = [atom._replace(form=msgspec.structs.replace(atom.form, offset_days=0, anchor="day")) for atom in alone]
    return sorted((*dates, *told), key=lambda each: each.first)


def _pointed(form: DateForm) -> Direction | None:
    """Tells the direction that the words themselves give."""
    offsets = (form.offset_days, form.offset_weeks, form.offset_months, form.offset_years)
    total = sum(number or 0 for number in offsets)
    if form.which in _AHEAD or form.part in ("rest", "later") or (total > 0 and form.anchor == "published"):
        return "future"
    if form.which in _BEHIND or form.part in ("so-far", "earlier") or (total < 0 and form.anchor == "published"):
        return "past"
    return None


def _directed(mention: DateMention, *, parse: Parse, pack: DateFile) -> DateMention:
    if mention.direction is not None:
        return mention
    found = direction_of(parse, start=mention.start, end=mention.end, tense=pack.tense)
    if (
        found is not None
        and mention.form.day is not None
        and may_hang_elsewhere(parse, start=mention.start, end=mention.end)
    ):
        return mention
    return msgspec.structs.replace(mention, direction=found)


def _strictly_inside(mention: DateMention, span: tuple[int, int]) -> bool:
    return span[0] <= mention.start and mention.end <= span[1] and span[1] - span[0] > mention.end - mention.start


def _counts(mention: DateMention, *, parse: Parse) -> bool:
    """Gives whether the last word belongs to a noun that follows ("2000 betogers", "de 27ste verjaardag")."""
    for sentence in parse.sentences:
        for token in sentence.tokens:
            if token.start < mention.end <= token.end and token.head >= 0:
                head = sentence.tokens[token.head]
                return token.deprel.split(":")[0] in _COUNTING and head.start >= mention.end
    return False
