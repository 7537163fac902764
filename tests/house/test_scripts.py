"""The scripts: each says what it does, can be run from anywhere, and is told of in a page."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = [path for path in sorted((ROOT / "scripts").iterdir()) if path.suffix == "" and path.is_file()]
RUNNABLE = [path for path in [*SCRIPTS, ROOT / ".ci/run"] if path.name != "_env"]
BASH = [
    path for path in [*SCRIPTS, ROOT / ".ci/run"] if "python" not in path.read_text(encoding="utf-8").split("\n")[0]
]
PAGES = [ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("path", RUNNABLE, ids=lambda path: path.name)
def test_a_script_says_what_it_does(path: Path) -> None:
    first, second = path.read_text(encoding="utf-8").split("\n")[:2]
    assert (first, second[:2]) in {("#!/usr/bin/env bash", "# "), ("#!/usr/bin/env python", '""')}
    assert os.access(path, os.X_OK)


@pytest.mark.parametrize("path", [path for path in BASH if path.name != "_env"], ids=lambda path: path.name)
def test_a_script_stops_at_the_first_failure(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "\nset -euo pipefail\n" in text or 'source "$(dirname "${BASH_SOURCE[0]}")/_env"\n' in text


@pytest.mark.parametrize("path", BASH, ids=lambda path: path.name)
def test_a_script_is_bash_and_short(path: Path) -> None:
    assert subprocess.run(["bash", "-n", path], capture_output=True, check=False).returncode == 0
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 80


@pytest.mark.parametrize("path", RUNNABLE, ids=lambda path: path.name)
def test_a_script_is_told_of_in_a_page(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    assert [page.name for page in PAGES if name in page.read_text(encoding="utf-8")]
