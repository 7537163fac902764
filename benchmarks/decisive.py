"""Measures the arcs that decide who, what, when and whether: sixty hand-parsed sentences, ten arcs each.

    python benchmarks/decisive.py [FILE.conllu] [--json] [--wrong]

An arc is right when word and head are; with its relation when that is right too, once by its universal part (`obl`) and
once whole (`obl:arg`). `gold tokens` gives the parser the words and sentences, `raw text` only the running text; an arc
whose word or head was cut otherwise is wrong. ``--wrong`` lists each arc that is not wholly right from raw text.
"""

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from dragoman.language import load_engine, parse_stretches, parse_text
from dragoman.language.sentences import Stretch
from dragoman.language.spans import Span
from dragoman.model.parse import Parse

FILE = Path(__file__).resolve().parents[1] / "evaluation" / "parses" / "decisive.conllu"
Place = tuple[int, int]


class Arc(NamedTuple):
    """One decisive arc: its sentence, what the sentence is there for, and word, head and relation."""

    sentence: str
    construction: str
    word: Place
    head: Place | None
    deprel: str


class Gold(NamedTuple):
    """The sentences as one running text, the places of their words, and the arcs."""

    text: str
    places: list[list[Place]]
    arcs: list[Arc]


def main() -> None:
    """Prints the share of arcs that are right, from gold tokens and from raw text, whole and by construction."""
    parser = argparse.ArgumentParser(description="Measures the arcs that decide who, what, when and whether.")
    parser.add_argument("file", type=Path, nargs="?", default=FILE)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--wrong", action="store_true", help="list each arc that is not wholly right")
    options = parser.parse_args()
    gold = read_gold(options.file)
    stretches = [Stretch(tuple(Span(*place) for place in places), 0) for places in gold.places]
    parses = {
        "gold_tokens": parse_stretches(gold.text, stretches, load_engine("nl")),
        "raw_text": parse_text(gold.text, language="nl"),
    }
    found = {name: read_arcs(parse) for name, parse in parses.items()}
    told = {name: tell(gold.arcs, arcs) for name, arcs in found.items()}
    if options.json:
        print(json.dumps({"arcs": len(gold.arcs), "model": parses["raw_text"].model, **told}, indent=2))
    else:
        print_figures(gold.arcs, told)
    if options.wrong:
        print_wrong(gold, found["raw_text"])


def read_gold(path: Path) -> Gold:
    """Reads the sentences of a CoNLL-U file and the arcs marked ``Decisive=Yes``; places count characters."""
    text, places, arcs = "", [], []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        told = dict(line[2:].split(" = ", 1) for line in block.splitlines() if line.startswith("# "))
        rows = [line.split("\t") for line in block.splitlines() if not line.startswith("#")]
        here: list[Place] = []
        for row in rows:
            here.append((len(text), len(text) + len(row[1])))
            text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
        text = text.rstrip() + " "
        places.append(here)
        for row, place in zip(rows, here, strict=True):
            if "Decisive=Yes" in row[9]:
                head = here[int(row[6]) - 1] if row[6] != "0" else None
                arcs.append(Arc(told["sent_id"], told["construction"], place, head, row[7]))
    return Gold(text, places, arcs)


def read_arcs(parse: Parse) -> dict[Place, tuple[Place | None, str]]:
    """Gives each word's head and relation, by the characters they cover."""
    arcs: dict[Place, tuple[Place | None, str]] = {}
    for sentence in parse.sentences:
        places = [(token.start, token.end) for token in sentence.tokens]
        for place, token in zip(places, sentence.tokens, strict=True):
            arcs[place] = (places[token.head] if token.head >= 0 else None, token.deprel)
    return arcs


def tell(arcs: Iterable[Arc], found: dict[Place, tuple[Place | None, str]]) -> dict[str, float]:
    """Gives the shares, in percent, with the right head, head and universal relation, head and whole relation."""
    judged = [judge(arc, found) for arc in arcs]
    names = ("head", "head_and_relation", "head_and_whole_relation")
    return {name: round(100 * sum(one[at] for one in judged) / len(judged), 2) for at, name in enumerate(names)}


def judge(arc: Arc, found: dict[Place, tuple[Place | None, str]]) -> tuple[bool, bool, bool]:
    """Tells of one arc whether head, head and universal relation, and head and whole relation are right."""
    if arc.word not in found:
        return False, False, False
    head, deprel = found[arc.word]
    is_head = head == arc.head
    return is_head, is_head and deprel.split(":")[0] == arc.deprel.split(":")[0], is_head and deprel == arc.deprel


def print_figures(arcs: list[Arc], told: dict[str, dict[str, float]]) -> None:
    """Prints one row for each way of parsing."""
    print(f"{len(arcs)} decisive arcs; percent right")
    for name, figures in told.items():
        print(f"{name:12}" + "".join(f"   {key} {value:6.2f}" for key, value in figures.items()))


def print_wrong(gold: Gold, found: dict[Place, tuple[Place | None, str]]) -> None:
    """Prints the share by construction, then each arc that is not wholly right."""
    for name in dict.fromkeys(arc.construction for arc in gold.arcs):
        figures = tell((arc for arc in gold.arcs if arc.construction == name), found)
        print(f"{name:22}" + "".join(f"   {key} {value:6.2f}" for key, value in figures.items()))
    for arc in gold.arcs:
        if not judge(arc, found)[2]:
            head, deprel = found.get(arc.word, (None, "not a word"))
            at = f"{arc.sentence} {arc.construction}: {show(gold, arc.word)}"
            print(f"{at}   gold {arc.deprel} < {show(gold, arc.head)}   read {deprel} < {show(gold, head)}")


def show(gold: Gold, place: Place | None) -> str:
    """Gives the word at a place."""
    return "ROOT" if place is None else gold.text[slice(*place)]


if __name__ == "__main__":
    main()
