"""Names: gathers sentences with labelled names from three sources.

    python -m training.names --data FOLDER --out names.txt

* the treebank, where its tags and a gazetteer of our own leave no doubt; other names in it stay unlabelled;
* MEANTIME's Dutch documents, whose opening sentences are annotated; every sixth document is kept apart to measure on;
* templates of our own, filled from the gazetteer.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from training.corpus import Sentence, Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HERE = Path(__file__).parent / "names"
_SLOT = re.compile(r"\{(PER|LOC|ORG|MISC|ADJ)\}")
_LISTS = {
    "PER": ("people",),
    "LOC": ("countries", "places"),
    "ORG": ("organisations",),
    "MISC": ("events",),
    "ADJ": ("adjectives",),
}
_MEANTIME = {"ORG": "ORG", "PER": "PER", "LOC": "LOC", "PRO": "MISC"}
_DOTTED = re.compile(r"(?:[A-Z][a-z]?\.-?)+")


@dataclass(frozen=True)
class Gazetteer:
    """Names by label, each a tuple of words; given names; titles that stand before a name."""

    known: dict[tuple[str, ...], str]
    given: frozenset[str]
    titles: frozenset[str]
    lists: dict[str, list[str]]


def read_gazetteer(path: Path = _HERE / "gazetteer.toml") -> Gazetteer:
    """Read the gazetteer; a name that stands under two labels is left out of ``known``."""
    told = {key: _listed(text) for key, text in tomllib.loads(path.read_text(encoding="utf-8")).items()}
    lists = {label: [name for key in keys for name in told[key]] for label, keys in _LISTS.items()}
    labels: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for label in ("PER", "LOC", "ORG", "MISC"):
        for name in lists[label]:
            labels[tuple(name.split())].add(label)
    known = {name: next(iter(found)) for name, found in labels.items() if len(found) == 1}
    return Gazetteer(known, frozenset(told["first_names"]), frozenset(told["titles"]), lists)


def _listed(text: str) -> list[str]:
    return [name.strip() for name in text.replace("\n", " ").split(",") if name.strip()]


def label_treebank(sentences: Iterable[Sentence], gazetteer: Gazetteer) -> Iterator[Sentence]:
    """Label what leaves no doubt; words of other names get no label."""
    for words in sentences:
        labels: list[str | None] = [None if w.form[:1].isupper() and i > 0 else "O" for i, w in enumerate(words)]
        for i, w in enumerate(words):
            if w.upos == "ADJ" and (w.lemma or "")[:1].isupper() and w.form[:1].isupper():
                labels[i] = "B-ADJ"
            elif w.upos not in {"PROPN", "X", "SYM"} and not (w.form[:1].isupper() and i > 0):
                labels[i] = "O"
        for first, last in _chains(words):
            found = _kind(words, first, last, gazetteer)
            for i in range(first, last + 1):
                labels[i] = None if found is None else f"{'B' if i == first else 'I'}-{found}"
        yield [w.but(name=label) for w, label in zip(words, labels, strict=True)]


def _chains(words: Sentence) -> Iterator[tuple[int, int]]:
    """Find runs of words that are one name: a proper noun with the words that hang flat below it."""
    at = 0
    while at < len(words):
        w = words[at]
        if w.upos != "PROPN" or not (w.form[:1].isupper() or w.form[:1] == "'" or w.form[:2].lower() == "al"):
            at += 1
            continue
        last = at
        while last + 1 < len(words) and words[last + 1].head == at + 1 and words[last + 1].deprel == "flat":
            last += 1
        yield at, last
        at = last + 1


def _kind(words: Sentence, first: int, last: int, gazetteer: Gazetteer) -> str | None:
    forms = tuple(w.form for w in words[first : last + 1])
    if forms in gazetteer.known:
        return gazetteer.known[forms]
    before = words[first - 1].form if first else ""
    named = len(forms) > 1 and (forms[0] in gazetteer.given or _DOTTED.fullmatch(forms[0]) is not None)
    if named or (before.lower() in gazetteer.titles and len(forms) <= 3):
        return "PER"
    return None


def read_meantime(folder: Path) -> Iterator[tuple[str, Sentence]]:
    """Yield each annotated sentence of MEANTIME's Dutch part, with its document."""
    mentions = defaultdict(list)
    for mention in json.loads((folder / "entities_mentions.json").read_text(encoding="utf-8")):
        mentions[mention["doc_id"], mention["sent_id"]].append(mention)
    for path in sorted((folder / "factuality").glob("*.conll")):
        document = path.stem.split("__")[1]
        blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
        for number, block in enumerate(blocks):
            forms = [line.split("\t")[1] for line in block.split("\n") if "\t" in line]
            if mentions[document, number]:
                yield document, _mark(forms, mentions[document, number])


def _mark(forms: list[str], mentions: list[dict[str, object]]) -> Sentence:
    labels: list[str | None] = ["O"] * len(forms)
    for i, form in enumerate(forms):
        if form[:1].isupper() and (i == 0 or form[1:2].islower()):
            labels[i] = None  # a name that nobody marked, as far as can be told
    for mention in sorted(mentions, key=lambda m: -len(m["tokens_number"])):  # type: ignore[arg-type]
        label = _MEANTIME.get(str(mention["mention_type"]))
        places = [i for i in mention["tokens_number"] if i < len(forms)]  # type: ignore[attr-defined]
        while places and not forms[places[0]][:1].isupper():
            places.pop(0)
        if not places or not all(forms[i][:1].isupper() or forms[i][:1].isdigit() for i in places):
            continue
        if label is None or (mention["mention_head_pos"] not in {"PROPN", "ADJ"}):
            continue
        if mention["mention_head_pos"] == "ADJ":
            label = "ADJ" if forms[places[-1]].endswith(("e", "s")) else label
        for i in places:
            labels[i] = f"{'B' if i == places[0] else 'I'}-{label}"
    return [Word(form, name=label) for form, label in zip(forms, labels, strict=True)]


def fill_templates(
    gazetteer: Gazetteer, count: int, chance: random.Random, path: Path = _HERE / "templates.txt"
) -> Iterator[str]:
    """Fill each template `count` times with names drawn by chance, as marked lines."""
    templates = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]

    def draw(label: str) -> str:
        if label == "PER" and chance.random() < 0.35:
            given = chance.choice(sorted(gazetteer.given))
            family = chance.choice([n for n in gazetteer.lists["PER"] if " " not in n or n.startswith(("De ", "Van "))])
            return f"{given} {family}"
        return chance.choice(gazetteer.lists[label])

    for template in templates:
        for _ in range(count):
            yield _SLOT.sub(lambda found: f"[{draw(found[1])}|{found[1]}]", template)


def to_line(words: Sentence) -> str:
    """Write a sentence as a marked line, the form that `training.corpus.read_marked` reads."""
    out: list[str] = []
    for w in words:
        form = w.form.replace("|", "/").replace("[", "(").replace("]", ")")
        if w.name is None:
            out.append("?" + form)
        elif w.name.startswith("I-") and out and out[-1].endswith("]"):
            text, label = out[-1][1:-1].rsplit("|", 1)
            out[-1] = f"[{text} {form}|{label}]"
        elif w.name == "O":
            out.append(form)
        else:
            out.append(f"[{form}|{w.name[2:]}]")
    return " ".join(out)


def main() -> None:
    """Run the program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--kept-apart", type=Path, required=True, help="where the sentences to measure on go")
    args = parser.parse_args()
    documents = sorted({document for document, _ in read_meantime(args.data / "meantime_nl")})
    apart = set(documents[::6])
    lines = list(fill_templates(read_gazetteer(), 10, random.Random(3)))
    lines += [to_line(words) for document, words in read_meantime(args.data / "meantime_nl") if document not in apart]
    args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    kept = [to_line(words) for document, words in read_meantime(args.data / "meantime_nl") if document in apart]
    args.kept_apart.write_text("\n".join(kept) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
