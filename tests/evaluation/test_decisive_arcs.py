"""The measure of decisive arcs counts what is right, and nothing that is not."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def decisive() -> ModuleType:
    """The benchmark, which is a program and no package."""
    spec = importlib.util.spec_from_file_location("decisive", ROOT / "benchmarks" / "decisive.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["decisive"] = module
    spec.loader.exec_module(module)
    return module


def test_the_hand_parse_agrees_with_itself(decisive: ModuleType) -> None:
    """All 600 arcs, read back, are right by each of the three counts."""
    gold = decisive.read_gold(decisive.FILE)
    found = {arc.word: (arc.head, arc.deprel) for arc in gold.arcs}
    assert len(gold.arcs) == len(found) == 600
    assert set(decisive.tell(gold.arcs, found).values()) == {100.0}


def test_a_place_names_its_word(decisive: ModuleType) -> None:
    """Places count characters of the running text, which is what the parse counts too."""
    gold = decisive.read_gold(decisive.FILE)
    first = gold.arcs[0]
    assert (decisive.show(gold, first.word), decisive.show(gold, first.head)) == ("minister", "zegde")
    assert decisive.show(gold, None) == "ROOT"


@pytest.mark.parametrize(
    ("found", "judged"),
    [
        (((0, 2), "obl:arg"), (True, True, True)),
        (((0, 2), "obl"), (True, True, False)),
        (((0, 2), "nmod"), (True, False, False)),
        (((9, 12), "obl:arg"), (False, False, False)),
        ((None, "root"), (False, False, False)),
    ],
)
def test_an_arc_is_judged_by_head_then_relation(
    decisive: ModuleType, found: tuple[tuple[int, int] | None, str], judged: tuple[bool, bool, bool]
) -> None:
    """A relation counts only below the right head, and its subtype only in the strictest count."""
    arc = decisive.Arc("s", "speech", (3, 8), (0, 2), "obl:arg")
    assert decisive.judge(arc, {(3, 8): found}) == judged


def test_a_word_cut_otherwise_is_wrong(decisive: ModuleType) -> None:
    """An arc whose word the tokenizer did not find cannot be right."""
    arc = decisive.Arc("s", "speech", (3, 8), None, "root")
    assert decisive.judge(arc, {(3, 7): (None, "root")}) == (False, False, False)
    assert decisive.judge(arc, {(3, 8): (None, "root")}) == (True, True, True)
