"""Packaging: what is installed is pinned and explained, and the wheel holds what the program needs."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINNED = ["runtime.txt", "web.txt", "build.txt", "dev.txt"]
MEGABYTE = 1_000_000


def bare_name(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def pins(file: str) -> dict[str, set[str]]:
    """Reads name → versions off a requirements file; a name has two where Pythons differ."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / "requirements" / file).read_text(), re.MULTILINE):
        found.setdefault(bare_name(name), set()).add(version)
    return found


def asked(group: str) -> set[str]:
    wanted = PROJECT["dependency-groups"][group]
    return {bare_name(each) for each in wanted if isinstance(each, str)}


RUNTIME = {bare_name(each) for each in PROJECT["project"]["dependencies"]}
WEB = {bare_name(each) for each in PROJECT["project"]["optional-dependencies"]["web"]}


@pytest.mark.parametrize("file", [*PINNED, "training.txt"])
def test_requirements_name_no_address_and_no_build_of_one_machine(file: str) -> None:
    text = (ROOT / "requirements" / file).read_text(encoding="utf-8")
    assert re.findall(r"://|^--(?!hash)|\+cpu| @ |file:", text, re.MULTILINE) == []


@pytest.mark.parametrize("file", PINNED)
def test_every_pin_has_hashes(file: str) -> None:
    logical = (ROOT / "requirements" / file).read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    assert [line[:40] for line in logical if line and "--hash=sha256:" not in line] == []


@pytest.mark.parametrize(
    ("file", "wanted"),
    [
        ("runtime.txt", RUNTIME),
        ("web.txt", RUNTIME | WEB),
        ("build.txt", asked("build")),
        ("dev.txt", RUNTIME | WEB | asked("dev") | asked("build")),
        ("training.txt", asked("training")),
    ],
)
def test_what_is_asked_for_is_pinned(file: str, wanted: set[str]) -> None:
    assert wanted - pins(file).keys() == set()


@pytest.mark.parametrize("file", ["runtime.txt", "web.txt"])
def test_development_tests_the_versions_that_are_shipped(file: str) -> None:
    dev = pins("dev.txt")
    assert {name: dev[name] for name, versions in pins(file).items() if dev[name] != versions} == {}


def test_every_dependency_has_its_reason() -> None:
    page = (ROOT / "docs/explanation/dependencies.md").read_text(encoding="utf-8")
    listed = {name.lower() for name in re.findall(r"^\| `([\w.-]+)` \|", page, re.MULTILINE)}
    groups = (asked(group) for group in PROJECT["dependency-groups"])
    assert listed == RUNTIME.union(WEB, *groups)


def test_every_lint_that_is_ignored_has_its_reason() -> None:
    section = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("[tool.ruff.lint]\n")[2]
    section = section.partition("\n[tool.ruff.lint.flake8")[0]
    codes = [line for line in section.splitlines() if re.search(r'"[A-Z]+\d*"', line) and "select" not in line]
    assert [line for line in codes if "# " not in line] == []


def shipped() -> dict[str, Path]:
    found = WheelBuilder(str(ROOT)).recurse_included_files()
    return {str(each.distribution_path).replace("\\", "/"): Path(each.path) for each in found}


def test_the_wheel_holds_the_package_with_its_packs_model_and_examples() -> None:
    names = shipped().keys()
    for pattern in (
        r"dragoman/py\.typed",
        r"dragoman/packs/compiled/languages/nl/\w+\.json",
        r"dragoman/packs/languages/nl/\w+\.yaml",
        r"dragoman/language/weights/.+\.onnx",
        r"dragoman/.*schema.*\.json",
        r"dragoman/examples/.+\.txt",
        r"dragoman/views/web/templates/.+\.html",
        r"dragoman/views/web/static/vendor/htmx\.min\.js",
    ):
        assert any(re.fullmatch(pattern, name) for name in names), pattern
    assert [name for name in names if not name.startswith("dragoman/") or "__pycache__" in name] == []


def test_the_weights_are_at_most_45_megabytes() -> None:
    weights = [path for name, path in shipped().items() if "/weights/" in name]
    assert sum(path.stat().st_size for path in weights) <= 45 * MEGABYTE
