"""Words of a text as classes of the date pack, and patterns over them.

Each word becomes one character that stands for everything it can be, so that a pattern of the pack is a
small regular expression over words: ``{day} {month} {year}?`` reads as it is written, and compiles in
microseconds where an expression with all its words spelled out takes milliseconds.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

import msgspec

from dragoman.packs.shapes.dates import DateFile, DatePattern, Fields, Value, WordClass

_PATTERN_WORD = re.compile(r"\{(?P<cls>[a-z_]+)(?::(?P<role>[a-z]+))?\}|(?P<meta>[()|?*+])|(?P<word>[^\s(){}|?*+]+)")
_FIRST_CHAR = 0xE000
_LARGEST = 3000
DATE = "date"
"""The class in joins that stands for a date the rules found."""
STAND_INS = (f"<{DATE}>", "<time>")
"""What takes the place of the words of a date, and of an hour that stands alone."""


class Word(NamedTuple):
    """A word of a text with its place; ``plain`` is it in lower case with straight apostrophes."""

    start: int
    end: int
    plain: str


class Group(NamedTuple):
    """A class matched in a text: the role it fills (empty for the date itself) and its words, lower case."""

    role: str
    cls: str
    plain: str
    first: int


class Match(NamedTuple):
    """A pattern matched in a text: its first word, the word after its last, and its groups in order."""

    rule: int
    first: int
    end: int
    groups: tuple[Group, ...]


class Vocabulary:
    """The word classes of one pack: which classes a word belongs to, and what it says in each."""

    def __init__(self, pack: DateFile) -> None:
        self.suffixes = sorted({suffix for cls in pack.classes.values() for suffix in cls.suffixes}, key=len)
        suffix = "|".join(map(re.escape, reversed(self.suffixes))) or "(?!)"
        self._word = re.compile(rf"['’‘]s(?!\w)|\d{{1,3}}(?:\.\d{{3}})+(?!\d)|\d+(?:{suffix})(?!\w)|\d+|[^\W\d_]+|\S")
        self.classes = {name: self._ready(cls, pack.classes) for name, cls in pack.classes.items()}
        rules: tuple[DatePattern, ...] = (*pack.rules, *pack.joins)
        patterns = [
            pattern for rule in rules for pattern in (rule.pattern, rule.preceded, rule.followed, rule.not_followed)
        ]
        self.literals = frozenset(
            word["word"].lower() for pattern in patterns for word in _PATTERN_WORD.finditer(pattern) if word["word"]
        ) | {part for cls in self.classes.values() for key in cls.words for part in self._parts(key)}
        self._sequences = {
            name: sorted({self._parts(key) for key in cls.words}, key=len, reverse=True)
            for name, cls in self.classes.items()
        }
        self._chars: dict[frozenset[str], str] = {}
        self._known: dict[str, str] = {}
        self._numbers = {name: cls for name, cls in self.classes.items() if cls.low is not None}
        self._of_word: dict[str, set[str]] = {}
        for name, cls in self.classes.items():
            for key in cls.words:
                self._of_word.setdefault(key, set()).add(name)
        for plain in self._all_words():
            self.char(plain)
        self._chars_of: dict[str, str] = {}
        for names, char in self._chars.items():
            for name in names:
                self._chars_of[name] = self._chars_of.get(name, "") + char

    def words(self, text: str) -> list[Word]:
        """Gives the words and signs of a text in order."""
        return [Word(found.start(), found.end(), _plain(found.group())) for found in self._word.finditer(text)]

    def char(self, plain: str) -> str:
        """Gives the character that stands for a word."""
        known = self._known.get(plain)
        if known is None:
            names = self._names(plain)
            known = self._chars.setdefault(names, chr(_FIRST_CHAR + len(self._chars)))
            self._known[plain] = known
        return known

    def value(self, cls: str, plain: str) -> Fields:
        """Gives the fields that a word of a class fills."""
        found = self.classes[cls]
        said: Value | Fields | None = found.words.get(plain)
        if said is None:
            said = int("".join(figure for figure in plain if figure.isdigit()))
        return said if isinstance(said, dict) else {found.field or cls: said}

    def compile(
        self, pattern: str, *, followed: str = "", other: str = ""
    ) -> tuple[re.Pattern[str], tuple[tuple[str, str], ...]]:
        """Compiles a pattern of the pack, and gives role and class of each of its groups in order.

        It matches only where the words of ``followed`` stand behind it and those of ``other`` do not; their groups are
        not among them.
        """
        written, roles = self._written(pattern)
        behind = f"(?={self._written(followed)[0]})" if followed else ""
        behind += f"(?!{self._written(other)[0]})" if other else ""
        return re.compile(written + behind), roles

    def ending(self, pattern: str) -> re.Pattern[str] | None:
        """Compiles a pattern to be found at the end of words, None where it is empty."""
        return re.compile(f"(?:{self._written(pattern)[0]})\\Z") if pattern else None

    def _written(self, pattern: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        """Writes a pattern as a regular expression over the characters of words."""
        roles: list[tuple[str, str]] = []
        written: list[str] = []
        for word in _PATTERN_WORD.finditer(pattern):
            if word["cls"]:
                roles.append((word["role"] or "", word["cls"]))
                written.append(f"({self._class(word['cls'])})")
            elif word["meta"]:
                written.append("(?:" if word["meta"] == "(" else word["meta"])
            else:
                written.append(self._any(f"={word['word'].lower()}"))
        return "".join(written), tuple(roles)

    def _ready(self, cls: WordClass, classes: Mapping[str, WordClass]) -> WordClass:
        """Gives a class with its compounds, its words spaced as a text's words are."""
        words = _expanded(cls, classes).words
        return msgspec.structs.replace(cls, words={" ".join(self._parts(key)): said for key, said in words.items()})

    def _class(self, cls: str) -> str:
        longer = [
            "".join(self._any(f"={part}") for part in parts) for parts in self._sequences.get(cls, ()) if len(parts) > 1
        ]
        return "|".join((*longer, self._any(cls)))

    def _any(self, name: str) -> str:
        chars = self._chars_of.get(name, "")
        return f"[{chars}]" if chars else "(?!)"

    def _names(self, plain: str) -> frozenset[str]:
        if plain in STAND_INS:
            return frozenset((plain.strip("<>"),))
        names = self._of_word.get(plain, set())
        if plain[0].isdigit():
            names = names | {name for name, cls in self._numbers.items() if self._is_number(cls, plain)}
        return frozenset(names | {f"={plain}"} if plain in self.literals else names)

    def _is_number(self, cls: WordClass, plain: str) -> bool:
        if cls.low is None or cls.high is None:
            return False
        figures = plain.rstrip("".join(self.suffixes)) if not plain.isdigit() else plain
        if (
            not figures.isdigit()
            or not figures.isascii()
            or (plain[len(figures) :] in cls.suffixes) != bool(cls.suffixes)
        ):
            return False
        return len(figures) in cls.digits and cls.low <= int(figures) <= cls.high

    def _all_words(self) -> Iterator[str]:
        yield from STAND_INS
        yield from self.literals
        yield from (key for cls in self.classes.values() for key in cls.words)
        numbers = [*map(str, range(_LARGEST)), *(f"0{number}" for number in range(10))]
        yield from numbers
        yield from (f"{number}{suffix}" for number in range(1, 100) for suffix in self.suffixes)

    def _parts(self, key: str) -> tuple[str, ...]:
        return tuple(_plain(part.group()) for part in self._word.finditer(key))


class Patterns:
    """The compiled patterns of one layer of a pack, matched longest first."""

    def __init__(self, vocabulary: Vocabulary, rules: Sequence[DatePattern]) -> None:
        self._compiled = [
            vocabulary.compile(rule.pattern, followed=rule.followed, other=rule.not_followed) for rule in rules
        ]
        self._before = [vocabulary.ending(rule.preceded) for rule in rules]
        self._skips = [rule.skip for rule in rules]

    def matches(self, chars: str, words: list[Word]) -> list[Match]:
        """Gives the matches that do not overlap, the longest date first served, then the first in the text."""
        found = [match for place in range(len(self._compiled)) for match in self._found(place, chars, words)]
        taken: list[Match] = []
        used: set[int] = set()
        for match in sorted(found, key=self._rank):
            if used.isdisjoint(range(match.first, match.end)):
                taken.append(match)
                used.update(range(match.first, match.end))
        return sorted(taken, key=lambda each: each.first)

    def _rank(self, match: Match) -> tuple[int, int, int]:
        return match.first + self._skips[match.rule] - match.end, match.first, match.rule

    def _found(self, place: int, chars: str, words: list[Word]) -> Iterator[Match]:
        pattern, roles = self._compiled[place]
        before, start = self._before[place], 0
        while (found := pattern.search(chars, start)) is not None:
            if found.end() > found.start() and (before is None or before.search(chars, 0, found.start()) is not None):
                groups = tuple(
                    Group(
                        role,
                        cls,
                        " ".join(word.plain for word in words[found.start(at) : found.end(at)]),
                        found.start(at),
                    )
                    for at, (role, cls) in enumerate(roles, start=1)
                    if found.start(at) >= 0
                )
                yield Match(place, found.start(), found.end(), groups)
            start = found.start() + 1


class Grammar(msgspec.Struct, frozen=True):
    """A pack made ready for finding: its vocabulary, its rules and the joins over what they find."""

    vocabulary: Vocabulary
    rules: Patterns
    joins: Patterns


@lru_cache(maxsize=8)
def grammar_of(pack: DateFile) -> Grammar:
    """Makes a pack ready for finding, once."""
    vocabulary = Vocabulary(pack)
    return Grammar(vocabulary, Patterns(vocabulary, pack.rules), Patterns(vocabulary, pack.joins))


def _expanded(cls: WordClass, classes: Mapping[str, WordClass]) -> WordClass:
    """Adds to a class of compounds all words that its parts make."""
    if not cls.compound:
        return cls
    parts = [classes[name] for name in cls.compound]
    made: dict[str, Value | Fields] = dict(cls.words)
    for choice in product(*(part.words.items() for part in parts)):
        fields: Fields = {}
        for part, (_, said) in zip(parts, choice, strict=True):
            for name, value in (said if isinstance(said, dict) else {part.field: said}).items():
                before = fields.get(name)
                fields[name] = before + value if isinstance(before, int) and isinstance(value, int) else value
        made.setdefault("".join(word for word, _ in choice), fields)
    return msgspec.structs.replace(cls, words=made)


def _plain(word: str) -> str:
    return word.lower().replace("’", "'").replace("‘", "'")
