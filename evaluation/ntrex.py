"""Writes the reports of the gold over NTREX, whose text is not ours: `python -m evaluation.ntrex [--data FOLDER]`.

NTREX-128 has real news of 29 September to 1 October 2018, one sentence a line, and is not part of this project. From
its folder each document that has gold becomes `reports/<document>.txt`, which git ignores; then
`dragoman evaluate evaluation/gold/ntrex` works. What is committed holds offsets and none of its words. To work on the
gold, `--words FOLDER` writes the YAML with words in place of offsets, and `--take FOLDER` turns it back into offsets
and builds the JSON.
"""

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

from dragoman.reports.clean import clean_text
from evaluation.build_offsets import (
    PLACE,
    ROOT,
    GoldError,
    build_sets,
    find_date,
    find_span,
    kept_text,
)

SET = ROOT / "evaluation" / "gold" / "ntrex"
DATA = ROOT.parent / "shared" / "data" / "ntrex"
IDS = "DOCUMENT_IDS.tsv"
SENTENCES = "newstest2019-ref.nld.txt"
SENTENCE_ENDS = (".", "!", "?", ":", ",", ";", "…")
CLOSING = "'\"’”‘)"
WORDS = ("quote", "text")
"""The fields of the YAML that hold words of a report; the dates do too."""

Turn = Callable[[str, int | None, int], tuple[str, int | None]]
"""Takes a string, its `nth`, and from where a date is looked for (-1: no date); gives its stand-in and that `nth`."""


def read_documents(data: Path) -> dict[str, list[str]]:
    """Return the Dutch sentences of each document, in order."""
    ids = (data / IDS).read_text(encoding="utf-8").split("\n")
    sentences = (data / SENTENCES).read_text(encoding="utf-8").split("\n")
    documents: dict[str, list[str]] = {}
    for document, sentence in zip(ids, sentences, strict=True):
        if document:
            documents.setdefault(document, []).append(sentence.strip())
    return documents


def is_heading(line: str) -> bool:
    """Return whether a line ends in no sign that a sentence, or the words before a quote, would end in."""
    return not line.rstrip(CLOSING).endswith(SENTENCE_ENDS)


def compose(lines: Sequence[str]) -> tuple[str | None, str]:
    r"""Return the headline, if the first line is one, and the text: sentences run on, a heading stands by itself.

    >>> compose(["Top gaat door", "Het gaat door.", "Zeggen zij.", "Wie komt", "Niemand."])
    ('Top gaat door', 'Het gaat door. Zeggen zij.\n\nWie komt\n\nNiemand.')
    """
    title = lines[0] if is_heading(lines[0]) else None
    blocks: list[list[str]] = [[]]
    for line in lines[0 if title is None else 1 :]:
        if is_heading(line):
            blocks += [[line], []]
        else:
            blocks[-1].append(line)
    return title, clean_text("\n\n".join(" ".join(block) for block in blocks if block))


def make_report(lines: Sequence[str], published: str) -> str:
    """Return a document as the text file of a report, with front matter."""
    title, text = compose(lines)
    heading = [] if title is None else [f'title: "{clean_text(title)}"']
    return "\n".join(["---", *heading, f"published: {published}", "language: nl", "---", text]) + "\n"


def write_reports(data: Path, *, source: Path = SET / "source", reports: Path = SET / "reports") -> list[Path]:
    """Write the report of every document that has gold, and return their paths."""
    documents = read_documents(data)
    reports.mkdir(exist_ok=True)
    written = []
    for path in sorted(source.glob("[!_]*.yaml")):
        gold = _read(path)
        report = reports / f"{path.stem}.txt"
        report.write_text(make_report(documents[path.stem], gold["published"]), encoding="utf-8")
        written.append(report)
    return written


def turn(gold: dict[str, Any], into: Turn) -> dict[str, Any]:
    """Return the gold of a report with every string of its text turned into what stands for it."""
    dates, cursor = [], 0
    for words, *edtf in gold.get("dates", ()):
        dates.append([into(words, None, cursor)[0], *edtf])
        cursor = _end_of(dates[-1][0], words, cursor)
    turned = {name: _turn(item, into) for name, item in gold.items() if name != "dates"}
    return turned | ({"dates": dates} if dates else {})


def to_offsets(text: str, *, where: str) -> Turn:
    """Return what turns a string into its place."""

    def place(words: str, nth: int | None, cursor: int) -> tuple[str, int | None]:
        if cursor < 0:
            span = find_span(text, words, nth=nth, where=where)
        else:
            span = find_date(text, words, cursor, where=where)
        return f"@{span['start']}-{span['end']}", None

    return place


def to_words(text: str, *, where: str) -> Turn:
    """Return what turns a place into the words that stand there."""

    def words(place: str, _nth: int | None, _cursor: int) -> tuple[str, int | None]:
        span = find_span(text, place, nth=None, where=where)
        found = text[span["start"] : span["end"]]
        starts = [each.start() for each in re.finditer(re.escape(found), text)]
        return found, starts.index(span["start"]) if len(starts) > 1 else None

    return words


def rewrite(source: Path, target: Path, into: Callable[..., Turn], *, reports: Path = SET / "reports") -> None:
    """Write every YAML file of a source into another folder, its strings or places turned; shared files as they are."""
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.glob("*.yaml")):
        if path.name.startswith("_"):
            (target / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
            continue
        text = kept_text((reports / f"{path.stem}.txt").read_text(encoding="utf-8")).text
        turned = turn(_read(path), into(text, where=path.stem))
        shown = yaml.dump(turned, allow_unicode=True, sort_keys=False, width=150, default_flow_style=None)
        (target / path.name).write_text(shown, encoding="utf-8")


def _turn(node: object, into: Turn) -> object:
    if isinstance(node, list):
        return [_turn(item, into) for item in node]
    return _turn_fields(node, into) if isinstance(node, dict) else node


def _turn_fields(node: dict[str, Any], into: Turn) -> dict[str, Any]:
    turned: dict[str, Any] = {}
    for name, item in node.items():
        if name in WORDS:
            first = 0 if name == "text" else None  # as the builder reads a date without `nth`
            turned[name], nth = into(item, int(node["nth"]) if "nth" in node else first, -1)
            turned |= {} if nth is None else {"nth": str(nth)}
        elif name != "nth":
            turned[name] = _turn(item, into)
    return turned


def _end_of(place: str, words: str, cursor: int) -> int:
    found = PLACE.fullmatch(place) or PLACE.fullmatch(words)
    return cursor if found is None else int(found[2])


def _read(path: Path) -> dict[str, Any]:
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # builds only text
    if not isinstance(loaded, dict):
        raise GoldError(f"{path.name}: no fields")
    return loaded


def main(arguments: list[str] | None = None) -> int:
    """Write the reports, and turn the gold's offsets into words or back; return 1 where something is wrong."""
    parser = argparse.ArgumentParser(description="Write the reports of the gold over NTREX from its data folder.")
    parser.add_argument("--data", type=Path, default=DATA, help="the folder with NTREX")
    parser.add_argument("--words", type=Path, help="write the YAML with words into this folder, outside git")
    parser.add_argument("--take", type=Path, help="take the YAML with words from this folder and build the gold")
    asked = parser.parse_args(arguments)
    try:
        source = SET / "source" if asked.take is None else asked.take
        print("written:", len(write_reports(asked.data, source=source)), "reports")
        if asked.words is not None:
            rewrite(SET / "source", asked.words, to_words)
        return 0 if asked.take is None else _take(asked.take)
    except (GoldError, OSError, KeyError) as error:
        print("ntrex:", error, file=sys.stderr)
        return 1


def _take(folder: Path) -> int:
    rewrite(folder, SET / "source", to_offsets)
    built, wrong = build_sets([SET])
    for path, content in built.items():
        path.write_text(content, encoding="utf-8")
    for problem in wrong:
        print("ntrex:", problem, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
