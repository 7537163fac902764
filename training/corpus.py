"""The corpus: reads CoNLL-U files, and files of sentences with marked names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_COLUMNS = 10
_SENTENCE_ID = re.compile(r"^# sent_id = (?P<paragraph>.*?)(?:\.s\.\d+)?$", re.MULTILINE)
_MARK = re.compile(r"\[(?P<text>[^\]|]+)\|(?P<label>[A-Z]+)\]")


@dataclass(frozen=True)
class Word:
    """One word of a sentence; a field that its source does not tell is None."""

    form: str
    lemma: str | None = None
    upos: str | None = None
    feats: str | None = None
    head: int | None = None
    deprel: str | None = None
    name: str | None = None
    glued: bool = False
    start: str | None = None
    trigger: str | None = None
    status: str | None = None
    stance: str | None = None
    zou: str | None = None
    speech: str | None = None

    def but(self, **changes: object) -> Word:
        """Give this word with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


Sentence = list[Word]


def read_conllu(path: Path) -> Iterator[tuple[str, Sentence]]:
    """Yield each sentence's text and words; multiword ranges and empty nodes are passed over."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        text, words = "", []
        for line in block.split("\n"):
            if line.startswith("# text = "):
                text = line[9:]
            cells = line.split("\t")
            if len(cells) == _COLUMNS and cells[0].isdigit():
                words.append(_word(cells))
        if words:
            yield text, tell_start(words)


def read_paragraphs(path: Path) -> list[str]:
    """Read which paragraph each sentence of a CoNLL-U file belongs to: its id without its own number."""
    found = _SENTENCE_ID.finditer(path.read_text(encoding="utf-8"))
    return [match["paragraph"] for match in found]


def tell_start(words: Sentence) -> Sentence:
    """Label the first word of a sentence as its start, and the others as none."""
    return [word.but(start="O" if i else "B") for i, word in enumerate(words)]


def _word(cells: list[str]) -> Word:
    _, form, lemma, upos, _, feats, head, deprel, _, misc = cells
    return Word(form, lemma, upos, feats, int(head), deprel, None, "SpaceAfter=No" in misc)


def read_treebank(paths: Iterable[Path]) -> list[Sentence]:
    """Read all sentences of some CoNLL-U files, in order."""
    return [words for path in paths for _, words in read_conllu(path)]


def read_marked(path: Path) -> list[Sentence]:
    """Read one sentence a line, tokens apart by blanks, names as ``[Den Haag|LOC]``.

    Tokens outside a mark are labelled ``O``; a token ``?`` glued before a word (``?Mercurius``) leaves that
    word unlabelled.
    """
    return [
        _marked(line) for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    ]


def _marked(line: str) -> Sentence:
    words: Sentence = []
    at = 0
    for found in _MARK.finditer(line):
        words += _outside(line[at : found.start()])
        label = found["label"]
        for i, form in enumerate(found["text"].split()):
            words.append(Word(form, name=f"{'I' if i else 'B'}-{label}"))
        at = found.end()
    return words + _outside(line[at:])


def _outside(text: str) -> Sentence:
    return [Word(form[1:]) if form.startswith("?") and len(form) > 1 else Word(form, name="O") for form in text.split()]
