"""What `dragoman diary` imports: a first result in seconds means that most things stay unimported."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXAMPLE = min((ROOT / "src/dragoman/examples").glob("*.txt"))

ALLOWED = frozenset(
    """
    click msgspec numpy onnxruntime rapidfuzz sqlalchemy tokenizers typing_extensions wcwidth
    cython_runtime
    """.split()
)
"""Distributions that the diary needs; the last line comes with RapidFuzz."""

NEVER = frozenset(
    """
    alembic mako lxml yaml jsonschema huggingface_hub httpx2 httpcore2 tqdm fsspec torch
    http.server socketserver wsgiref xmlrpc ftplib smtplib unittest doctest pydoc tkinter
    dragoman.bulk dragoman.views.web dragoman.views.feeds dragoman.views.exports
    """.split()
)
"""Servers, migrations and exports are imported inside their commands; YAML only by those who write packs."""

PROGRAM = """
import json, sys
before = set(sys.modules)
from dragoman.views.cli import main
try:
    main(sys.argv[1:], standalone_mode=False)
finally:
    json.dump(sorted(set(sys.modules) - before), sys.stderr)
"""


@cache
def imported_by(*arguments: str) -> frozenset[str]:
    """Runs the program in a new Python and gives the modules that it imported."""
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return frozenset(json.loads(told.stderr.splitlines()[-1]))


def installed(modules: frozenset[str]) -> set[str]:
    """Gives the distributions among modules: neither Python's own, nor ours."""
    roots = {name.partition(".")[0] for name in modules}
    return {root for root in roots - sys.stdlib_module_names - {"dragoman"} if not root.startswith(("_", "__"))}


def test_the_diary_imports_what_it_needs_and_no_more() -> None:
    modules = imported_by("diary", str(EXAMPLE))
    assert sorted(modules & NEVER) == []
    assert sorted(installed(modules) - ALLOWED) == []


def test_help_needs_neither_the_model_nor_the_ledger() -> None:
    modules = imported_by("--help")
    assert (
        sorted(installed(modules) & {"numpy", "onnxruntime", "tokenizers", "sqlalchemy", "alembic", "rapidfuzz"}) == []
    )


def test_the_package_itself_imports_nothing_until_asked() -> None:
    program = "import sys; before = set(sys.modules); import dragoman; print(*(set(sys.modules) - before))"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert installed(frozenset(told.stdout.split())) == set()
