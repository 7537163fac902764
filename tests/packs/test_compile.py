from pathlib import Path

import pytest

from dragoman.errors import BadPack
from dragoman.packs import compile as compiling

KINDS = "origin: ours\nkinds:\n  - {kind: summit, labels: {nl: top}}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "kinds").mkdir()
    (tmp_path / "kinds" / "kinds.yaml").write_text(KINDS, encoding="utf-8")
    return tmp_path


def test_compiled_packs_are_fresh() -> None:
    assert compiling.stale_paths() == [], "python -m dragoman.packs.compile"


def test_compiling_makes_a_file_fresh(root: Path) -> None:
    assert compiling.stale_paths(root) == ["kinds/kinds.yaml"]
    compiling.compile_file("kinds/kinds.yaml", root=root)
    assert compiling.stale_paths(root) == []


def test_changed_yaml_is_stale(root: Path) -> None:
    compiling.compile_file("kinds/kinds.yaml", root=root)
    (root / "kinds" / "kinds.yaml").write_text(KINDS.replace("top", "topontmoeting"), encoding="utf-8")
    assert compiling.stale_paths(root) == ["kinds/kinds.yaml"]


def test_line_ends_of_windows_are_not_stale(root: Path) -> None:
    compiling.compile_file("kinds/kinds.yaml", root=root)
    (root / "kinds" / "kinds.yaml").write_bytes(KINDS.replace("\n", "\r\n").encode())
    assert compiling.stale_paths(root) == []


def test_json_whose_yaml_is_gone_is_stale(root: Path) -> None:
    compiling.compile_file("kinds/kinds.yaml", root=root)
    (root / "kinds" / "kinds.yaml").unlink()
    assert compiling.stale_paths(root) == ["compiled/kinds/kinds.json"]


def test_faulty_file_is_not_compiled(root: Path) -> None:
    (root / "kinds" / "kinds.yaml").write_text(KINDS.replace("origin: ours\n", ""), encoding="utf-8")
    with pytest.raises(BadPack):
        compiling.compile_file("kinds/kinds.yaml", root=root)
    assert not compiling.compiled_path("kinds/kinds.yaml", root=root).exists()
