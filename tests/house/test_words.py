"""Words in their place: language in packs, machines nowhere, one word for one thing."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from dragoman.packs.load import load_actors

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src/dragoman"
MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if "packs" not in path.relative_to(PACKAGE).parts]
WORD = re.compile(r"[^\W\d_]+")

DUTCH = frozenset(
    """
    januari februari maart mei juni juli augustus oktober
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    vandaag gisteren morgen eergisteren overmorgen volgende vorige komende afgelopen
    volgens aldus zou zouden zal zullen wordt worden werd heeft hebben niet geen maar omdat
    zegt zei meldt meldde afgelast uitgesteld gepland bevestigd bevestigt geweigerd ontmoeting gesprekken bezoek
    verkiezingen koning woordvoerder voorzitter staatssecretaris
    """.split()
)
"""Dutch words that a rule would look for and that are no English words."""

MACHINE = re.compile(r"(?<![\w.])/(?:work|root|opt/[p]ypi)/|py[p]i\.org|python[h]osted|npm[j]s\.(?:org|com)")
"""Paths of one machine and addresses of package registries, written so that this line does not match itself."""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        return []
    return [path for path in (ROOT / name for name in listed.stdout.split("\0") if name) if path.is_file()]


def literals(tree: ast.Module) -> Iterator[str]:
    """Yields the strings of a module that are no docstrings: an example in prose is not a rule."""
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose
    )


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_language_is_written_in_code(path: Path) -> None:
    words = {word.lower() for text in literals(ast.parse(path.read_bytes())) for word in WORD.findall(text)}
    assert sorted(words & DUTCH) == []


@cache
def actor_names() -> re.Pattern[str]:
    """Gives every name of a state, person or place in the packs as one pattern."""
    pack = load_actors()
    spelled: list[tuple[str, dict[str, tuple[str, ...]]]] = [
        *((state.name, state.names) for state in pack.states.states),
        *((person.name, person.names) for person in pack.people.people),
        *((place.name, place.names) for place in pack.places.places),
    ]
    names = {
        spelling for name, names in spelled for spelling in (name, *(each for some in names.values() for each in some))
    }
    return re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in sorted(names) if len(name) > 3)})\b")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_state_person_or_place_is_written_in_code(path: Path) -> None:
    assert [found for text in literals(ast.parse(path.read_bytes())) for found in actor_names().findall(text)] == []


OTHER_WORDS = {
    "article": "report",
    "articles": "reports",
    "fact": "claim",
    "facts": "claims",
    "assertion": "claim",
    "entity": "actor",
    "entities": "actors",
    "player": "actor",
    "happening": "event",
    "incident": "event",
    "phase": "status",
    "lexicon": "pack",
    "resource": "pack",
}
"""Words for a noun that has another name here, and that name."""

OTHER_SENSE = {"src/dragoman/events/label.py": {"article", "articles"}}  # the part of speech
"""Where such a word means something else."""


def names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_one_word_for_one_thing(path: Path) -> None:
    parts = {part.lower() for name in names(ast.parse(path.read_bytes())) for part in re.findall("[A-Z]?[a-z]+", name)}
    wrong = (parts & OTHER_WORDS.keys()) - OTHER_SENSE.get(name_of(path), set())
    assert {part: OTHER_WORDS[part] for part in sorted(wrong)} == {}


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:  # weights and other bytes
            continue
        found += [f"{name_of(path)}: {match.group()}" for match in MACHINE.finditer(text)]
    assert found == []


def test_what_is_not_ours_is_read_by_tests_and_makers_only() -> None:
    outside = re.compile(r"\.\./shar[e]d")
    ours = [path for path in tracked() if path.suffix in {".py", ".md", ".yaml", ".toml", ""}]
    readers = {name_of(path) for path in ours if outside.search(path.read_text(encoding="utf-8"))}
    assert [path for path in sorted(readers) if path.split("/")[0] not in {"tests", "training", "evaluation"}] == []
