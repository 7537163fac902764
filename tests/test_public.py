"""The public names: few, sorted, each one there."""

import ast
import inspect
from pathlib import Path

import pytest

import dragoman

SOURCE = ast.parse(Path(inspect.getfile(dragoman)).read_bytes())


def test_public_names_are_few_and_sorted() -> None:
    assert len(dragoman.__all__) <= 25
    assert dragoman.__all__ == sorted(dragoman.__all__)


def test_public_names_are_what_a_type_checker_sees() -> None:
    branch = next(node for node in SOURCE.body if isinstance(node, ast.If))
    seen = [alias.asname for line in branch.body if isinstance(line, ast.ImportFrom) for alias in line.names]
    assert sorted(name or "" for name in seen) == dragoman.__all__


@pytest.mark.parametrize("name", dragoman.__all__)
def test_a_public_name_is_there_under_its_own_name(name: str) -> None:
    assert getattr(dragoman, name).__name__ == name
    assert name in dir(dragoman)


def test_other_names_are_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Article'"):
        _ = dragoman.Article  # type: ignore[attr-defined]
