"""Cues: reads sentences that are annotated inline with names, events, *zou* and reported speech.

    python -m training.cues training/cues/*.txt

checks the files and counts what is in them. ``training/cues/FORMAT.md`` tells what the marks mean.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NoReturn, get_args

import msgspec

from dragoman.errors import InvalidInput
from dragoman.model.vocabulary import KINDS, STATUSES, Kind, Stance, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

NameLabel = Literal["PER", "ORG", "LOC", "ADJ", "MISC"]
ZouReading = Literal["hearsay", "future", "conditional"]

NAME_LABELS: tuple[NameLabel, ...] = get_args(NameLabel)
ZOU_READINGS: tuple[ZouReading, ...] = get_args(ZouReading)
CUE_STATUSES: tuple[Status, ...] = tuple(status for status in STATUSES if status != "unknown-after-date")
"""The statuses that a sentence can say."""

_MARKED_STANCES: tuple[Stance, ...] = tuple(stance for stance in get_args(Stance) if stance != "asserts")
_ESCAPED = frozenset("\\[]{}<>|#")
_TOKEN = re.compile(r"\\(?P<escaped>.?)|(?P<mark><<|>>|[\[\]{}])|(?P<plain>.)", re.DOTALL)
_CLOSES = {"]": "[", "}": "{", ">>": "<<"}
_ZOU = re.compile(r"\b(?:zou|zouden)\b", re.IGNORECASE)


class BadCue(InvalidInput):
    """Says that an annotated line is not what the format allows; it names file and line."""


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """Is a name: its label, and where it stands in the sentence's text."""

    start: int
    end: int
    label: NameLabel


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """Is the head word of an event mention; ``status`` is ``None`` where the sentence claims none."""

    start: int
    end: int
    kind: Kind
    status: Status | None
    stance: Stance = "asserts"


class Zou(msgspec.Struct, frozen=True, kw_only=True):
    """Is a form of *zou* with its reading."""

    start: int
    end: int
    reading: ZouReading


class Speech(msgspec.Struct, frozen=True, kw_only=True):
    """Is a stretch of reported speech, which may lie within another."""

    start: int
    end: int


class CueSentence(msgspec.Struct, frozen=True, kw_only=True):
    """Is one annotated sentence: its text without marks, and what was marked, in order of place.

    Offsets count characters of ``text``. ``file`` and ``line`` (from 1) tell where it stands.
    """

    text: str
    names: tuple[Name, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    zou: tuple[Zou, ...] = ()
    speech: tuple[Speech, ...] = ()
    file: str = ""
    line: int = 0


class _Open(msgspec.Struct, kw_only=True):
    """Is a mark that is not closed yet: its sign, where its words begin, and what was read of its label."""

    sign: str
    start: int
    told: str = ""
    telling: bool = False


class _Reader:
    """Reads one line sign by sign."""

    def __init__(self, *, file: str, line: int) -> None:
        self.file = file
        self.line = line
        self.text = ""
        self.open: list[_Open] = []
        self.names: list[Name] = []
        self.triggers: list[Trigger] = []
        self.zou: list[Zou] = []
        self.speech: list[Speech] = []

    def read(self, marked: str) -> CueSentence:
        """Reads the whole line."""
        for found in _TOKEN.finditer(marked):
            if found["mark"] is None:
                self._sign(found)
            elif found["mark"] in _CLOSES:
                self._close(found["mark"])
            else:
                self._begin(found["mark"])
        if self.open:
            self.fail(f"a {self.open[-1].sign} is not closed")
        self._check()
        return CueSentence(
            text=self.text,
            names=tuple(sorted(self.names, key=_place)),
            triggers=tuple(sorted(self.triggers, key=_place)),
            zou=tuple(sorted(self.zou, key=_place)),
            speech=tuple(sorted(self.speech, key=_place)),
            file=self.file,
            line=self.line,
        )

    def fail(self, message: str) -> NoReturn:
        """Raises the error with its place."""
        raise BadCue(message, file=self.file, line=self.line)

    def _sign(self, found: re.Match[str]) -> None:
        sign = found["plain"]
        if sign is None:
            sign = found["escaped"]
            if sign not in _ESCAPED or not sign:
                self.fail(f"\\{sign} is no escape")
        last = self.open[-1] if self.open else None
        if last is not None and last.telling:
            last.told += sign
            if last.sign == "[" and sign == " ":
                last.telling = False
        elif last is not None and last.sign == "{" and found["plain"] == "|":
            last.telling = True
        elif not (last is not None and last.sign == "<<" and sign == " " and len(self.text) == last.start):
            self.text += sign

    def _begin(self, sign: str) -> None:
        last = self.open[-1].sign if self.open else None
        if last == "{":
            self.fail("a trigger is one word, without marks in it")
        if self.open and self.open[-1].telling:
            self.fail("a mark within a label")
        if sign == "[" and any(mark.sign == "[" for mark in self.open):
            self.fail("a name in a name")
        if sign == "<<" and last == "[":
            self.fail("speech in a name")
        self.open.append(_Open(sign=sign, start=len(self.text), telling=sign == "["))

    def _close(self, sign: str) -> None:
        if not self.open or self.open[-1].sign != _CLOSES[sign]:
            self.fail(f"a {sign} that closes nothing")
        mark = self.open.pop()
        words = self.text[mark.start :]
        if sign == ">>":
            self.text = self.text.rstrip() if words.strip() else self.text
            words = words.rstrip()
        if not words:
            self.fail(f"nothing between {mark.sign}{mark.told} and {sign}")
        if words != words.strip():
            self.fail(f"a blank at the edge of {mark.sign}{words}{sign}")
        end = mark.start + len(words)
        if sign == ">>":
            self.speech.append(Speech(start=mark.start, end=end))
        elif sign == "]":
            self._name(mark, end)
        else:
            self._trigger(mark, end)

    def _name(self, mark: _Open, end: int) -> None:
        label = mark.told.removesuffix(" ")
        if label not in NAME_LABELS:
            self.fail(f"{label!r} is no label of a name")
        self.names.append(Name(start=mark.start, end=end, label=label))

    def _trigger(self, mark: _Open, end: int) -> None:
        word = self.text[mark.start : end]
        if not mark.telling:
            self.fail(f"{word!r} has no kind")
        if any(sign.isspace() for sign in word):
            self.fail(f"{word!r} is more than one word")
        kind, *told = mark.told.split("/")
        if kind == "zou":
            self._zou(mark.start, end, told)
            return
        if kind not in KINDS:
            self.fail(f"{kind!r} is no kind of event")
        status, stance = self._claim(told)
        self.triggers.append(Trigger(start=mark.start, end=end, kind=kind, status=status, stance=stance))

    def _zou(self, start: int, end: int, told: list[str]) -> None:
        if _ZOU.fullmatch(self.text[start:end]) is None:
            self.fail(f"{self.text[start:end]!r} is no form of zou")
        if len(told) != 1 or told[0] not in ZOU_READINGS:
            self.fail(f"{'/'.join(told)!r} is no reading of zou")
        self.zou.append(Zou(start=start, end=end, reading=told[0]))

    def _claim(self, told: list[str]) -> tuple[Status | None, Stance]:
        if told == ["-"]:
            return None, "asserts"
        if not told or told[0] not in CUE_STATUSES:
            self.fail(f"{'/'.join(told)!r} is no status")
        if len(told) == 1:
            return told[0], "asserts"
        if len(told) > 2 or told[1] not in _MARKED_STANCES:
            self.fail(f"{'/'.join(told[1:])!r} is no stance to be written")
        return told[0], told[1]

    def _check(self) -> None:
        if self.text != self.text.strip() or "  " in self.text:
            self.fail("blanks at an edge, or two in a row")
        marked = {found.start for found in self.zou}
        for found in _ZOU.finditer(self.text):
            named = any(name.start <= found.start() < name.end for name in self.names)
            if found.start() not in marked and not named:
                self.fail(f"{found[0]!r} at character {found.start()} has no reading")
        marks: tuple[Trigger | Zou, ...] = (*self.triggers, *self.zou)
        for mark in marks:
            if not self._whole(mark.start, mark.end):
                self.fail(f"{self.text[mark.start : mark.end]!r} is only part of a word")

    def _whole(self, start: int, end: int) -> bool:
        before, after = self.text[start - 1 : start] if start else "", self.text[end : end + 1]
        return not any(sign.isalnum() or sign == "-" for sign in (before, after))


def _place(found: Name | Trigger | Zou | Speech) -> tuple[int, int]:
    return found.start, -found.end


def read_line(marked: str, *, file: str = "", line: int = 0) -> CueSentence:
    """Reads one annotated sentence; raises `BadCue` with file and line where the format does not allow it.

    >>> read_line("De {top|summit/cancelled} in [LOC Bern] gaat niet door.").text
    'De top in Bern gaat niet door.'
    """
    return _Reader(file=file, line=line).read(marked.strip())


def read_cues(paths: Iterable[Path]) -> list[CueSentence]:
    """Reads all sentences of the files; raises `BadCue` for a malformed line or a sentence that stands there twice."""
    sentences: list[CueSentence] = []
    seen: dict[str, CueSentence] = {}
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if not line.strip() or line.startswith("#"):
                continue
            sentence = read_line(line, file=str(path), line=number)
            before = seen.setdefault(sentence.text, sentence)
            if before is not sentence:
                raise BadCue(f"the sentence of {before.file}, line {before.line}", file=str(path), line=number)
            sentences.append(sentence)
    return sentences


def count_cues(sentences: Iterable[CueSentence]) -> dict[str, Counter[str]]:
    """Returns how often each label, kind, status, stance and reading of *zou* occurs.

    A status is counted where it is asserted, and as ``status/stance`` where it is not.
    """
    counts: dict[str, Counter[str]] = {key: Counter() for key in ("all", "name", "kind", "status", "stance", "zou")}
    for sentence in sentences:
        counts["all"].update({"sentences": 1, "with speech": bool(sentence.speech), "with zou": bool(sentence.zou)})
        counts["name"].update(name.label for name in sentence.names)
        counts["zou"].update(found.reading for found in sentence.zou)
        for trigger in sentence.triggers:
            counts["kind"][trigger.kind] += 1
            asserted = trigger.status or "-"
            counts["status"][asserted if trigger.stance == "asserts" else f"{asserted}/{trigger.stance}"] += 1
            if trigger.status is not None:
                counts["stance"][trigger.stance] += 1
    return counts


def main() -> None:
    """Runs the program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    args = parser.parse_args()
    for key, counter in count_cues(read_cues(args.files)).items():
        print(f"{key}: " + ", ".join(f"{label} {number}" for label, number in counter.most_common()))


if __name__ == "__main__":
    main()
