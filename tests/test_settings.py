"""Settings: what each variable sets, and that nothing else reads the environment."""

import ast
import re
from pathlib import Path

import msgspec
import pytest

from dragoman import settings
from dragoman.settings import VARIABLES, Settings, read_settings

ROOT = Path(__file__).parents[1]
HOME = {"HOME": "/home/ada"}


@pytest.mark.parametrize(
    ("environ", "ledger"),
    [
        ({}, "/home/ada/.local/share/dragoman/ledger.sqlite"),
        ({"DRAGOMAN_LEDGER": ""}, "/home/ada/.local/share/dragoman/ledger.sqlite"),
        ({"XDG_DATA_HOME": "/data"}, "/data/dragoman/ledger.sqlite"),
        ({"DRAGOMAN_LEDGER": "desk.sqlite", "XDG_DATA_HOME": "/data"}, "desk.sqlite"),
        ({"DRAGOMAN_LEDGER": "postgresql://desk/diary"}, "postgresql://desk/diary"),
    ],
)
def test_the_ledger(environ: dict[str, str], ledger: str) -> None:
    assert read_settings(HOME | environ).ledger == ledger


@pytest.mark.parametrize(
    ("environ", "locale"),
    [
        ({}, "en"),
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl"}, "nl"),
        ({"LANG": "nl.UTF-8"}, "nl"),
        ({"LANG": "nl@euro"}, "nl"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "fr_BE", "LC_MESSAGES": "nl_BE"}, "nl"),
        ({"LANG": "fr_BE", "LC_MESSAGES": "nl_BE", "LC_ALL": "C"}, "en"),
        ({"LANG": "nl_BE", "LC_ALL": ""}, "nl"),
    ],
)
def test_the_locale(environ: dict[str, str], locale: str) -> None:
    assert read_settings(HOME | environ).locale == locale


@pytest.mark.parametrize(("said", "language"), [("", None), ("nl", "nl"), ("EN", "en")])
def test_the_language_asked_for(said: str, language: str | None) -> None:
    assert read_settings(HOME | {"DRAGOMAN_LANGUAGE": said, "LANG": "fr_FR"}).language == language


@pytest.mark.parametrize(("said", "threads"), [("1", 1), ("16", 16)])
def test_threads(said: str, threads: int) -> None:
    assert read_settings(HOME | {"DRAGOMAN_THREADS": said}).threads == threads


def test_threads_are_the_cores_when_not_set() -> None:
    assert read_settings(HOME).threads >= 1


@pytest.mark.parametrize("name", ["DRAGOMAN_THREADS", "COLUMNS"])
@pytest.mark.parametrize("said", ["0", "-1", "two", "1.5", "²"])
def test_a_count_that_is_none_is_refused_by_name(name: str, said: str) -> None:
    with pytest.raises(ValueError, match=name):
        read_settings(HOME | {name: said})


@pytest.mark.parametrize(
    ("environ", "no_color"),
    [({}, False), ({"NO_COLOR": ""}, False), ({"NO_COLOR": "1"}, True), ({"NO_COLOR": "0"}, True)],
)
def test_no_color(environ: dict[str, str], no_color: bool) -> None:
    assert read_settings(HOME | environ).no_color is no_color


@pytest.mark.parametrize(("environ", "columns"), [({}, None), ({"COLUMNS": "100"}, 100)])
def test_columns(environ: dict[str, str], columns: int | None) -> None:
    assert read_settings(HOME | environ).columns == columns


def test_the_environment_of_the_process_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_LEDGER", "here.sqlite")
    assert read_settings().ledger == "here.sqlite"


def test_without_a_home_pathlib_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert read_settings({}).ledger == str(tmp_path / ".local/share/dragoman/ledger.sqlite")


def test_without_affinity_the_machine_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("os.sched_getaffinity", raising=False)
    monkeypatch.setattr("os.cpu_count", lambda: None)
    assert read_settings(HOME).threads == 1


def test_settings_are_frozen() -> None:
    with pytest.raises(AttributeError):
        read_settings(HOME).ledger = "other"  # type: ignore[misc]


def test_every_variable_is_documented_and_used() -> None:
    page = (ROOT / "docs/reference/settings.md").read_text(encoding="utf-8")
    source = Path(settings.__file__).read_text(encoding="utf-8").partition("class Settings")[2]
    assert set(re.findall(r"^\| `([A-Z_]+)` ", page, re.MULTILINE)) == set(VARIABLES)
    assert {name for name in VARIABLES if f'"{name}"' not in source} == set()


def test_every_setting_is_documented() -> None:
    page = (ROOT / "docs/reference/settings.md").read_text(encoding="utf-8")
    assert [field.name for field in msgspec.structs.fields(Settings) if f"`{field.name}`" not in page] == []


@pytest.mark.parametrize(
    "path",
    [path for path in sorted((ROOT / "src").rglob("*.py")) if path.name != "settings.py"],
    ids=lambda path: str(path.relative_to(ROOT / "src/dragoman")),
)
def test_nothing_else_reads_the_environment(path: Path) -> None:
    names = {node.attr for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.Attribute)}
    assert names.isdisjoint({"environ", "environb", "getenv", "getenvb"})
