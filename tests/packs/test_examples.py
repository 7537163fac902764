"""Every example and counterexample of every rule in the packs, as a case of its own.

A room supplies the function that runs the cases of one file: ``runners/<file>.py`` with::

    def run(code: str, rule: …, example: …) -> None:       # asserts that the rule gets the example right
    def refuse(code: str, rule: …, text: str) -> None:     # asserts that the rule leaves the text alone

``code`` is the language. A file without a runner is run by its rules' ``pattern``: it must be found in
the example's words and not in a counterexample.
"""

import importlib.util
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dragoman.errors import BadPack
from dragoman.packs.check import check_file, pack_paths
from dragoman.packs.shape import walk
from dragoman.packs.shapes.common import Rule

RUNNERS = Path(__file__).parent / "runners"


def cases(field: str) -> list[Any]:
    return [
        pytest.param(path, rule, case, id=f"{rule.id}-{place}")
        for path, rule in rules()
        for place, case in enumerate(getattr(rule, field))
    ]


def rules() -> Iterator[tuple[str, Any]]:
    for path in pack_paths():
        try:
            content = check_file(path)
        except BadPack:
            continue  # test_check.py tells of it
        yield from ((path, each) for each in walk(content) if isinstance(each, Rule))


@cache
def runner_of(name: str) -> ModuleType | None:
    path = RUNNERS / f"{name}.py"
    if not path.exists():
        return None
    spec = importlib.util.spec_from_file_location(f"pack_runner_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run_with(path: str, verb: str) -> tuple[str, Callable[..., None] | None]:
    module = runner_of(Path(path).stem)
    return Path(path).parent.name, None if module is None else getattr(module, verb)


def words(case: Any) -> str:
    return case if isinstance(case, str) else getattr(case, case.__struct_fields__[0])


@pytest.mark.parametrize(("path", "rule", "example"), cases("examples"))
def test_rule_gets_its_example_right(path: str, rule: Any, example: Any) -> None:
    code, run = run_with(path, "run")
    if run is not None:
        run(code, rule, example)
        return
    assert hasattr(rule, "pattern"), f"{path}: rules without a pattern need tests/packs/runners/{Path(path).stem}.py"
    assert re.search(rule.pattern, words(example)) is not None


@pytest.mark.parametrize(("path", "rule", "text"), cases("counterexamples"))
def test_rule_leaves_its_counterexample_alone(path: str, rule: Any, text: str) -> None:
    code, refuse = run_with(path, "refuse")
    if refuse is not None:
        refuse(code, rule, text)
        return
    assert hasattr(rule, "pattern"), f"{path}: rules without a pattern need tests/packs/runners/{Path(path).stem}.py"
    assert re.search(rule.pattern, text) is None
