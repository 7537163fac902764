import re
from pathlib import Path

import pytest

from dragoman.errors import BadPack
from dragoman.packs import check, shape
from dragoman.packs.shapes.common import PackFile, Rule
from dragoman.packs.shapes.kinds import KindFile


class Sample(Rule[str], frozen=True, kw_only=True, forbid_unknown_fields=True):
    pattern: str


class SampleFile(PackFile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    rules: tuple[Sample, ...] = ()


GOOD = """\
origin: ours
rules:
  - id: nl.sample.one
    pattern: '\\bovermorgen\\b'
    examples: [Rutte reist overmorgen naar Ankara.]
"""


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(check, "shape_of", lambda _path: SampleFile)
    return tmp_path


def fault(root: Path, text: str) -> BadPack:
    (root / "sample.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BadPack) as caught:
        check.check_file("sample.yaml", root=root)
    return caught.value


def test_every_pack_file_is_without_fault() -> None:
    assert [str(each) for each in check.check_packs()] == []


def test_file_without_fault_is_read(pack: Path) -> None:
    (pack / "sample.yaml").write_text(GOOD, encoding="utf-8")
    content = check.check_file("sample.yaml", root=pack)
    assert isinstance(content, SampleFile)
    assert content.rules[0].id == "nl.sample.one"


@pytest.mark.parametrize(
    ("found", "put", "rule", "told"),
    [
        ("    examples: [Rutte reist overmorgen naar Ankara.]\n", "", "nl.sample.one", "field examples"),
        ("[Rutte reist overmorgen naar Ankara.]", "[]", "nl.sample.one", "field examples"),
        ("examples", "exemples", "nl.sample.one", "field exemples"),
        ("pattern: ", "paterns: ", "nl.sample.one", "field paterns"),
        ("overmorgen\\b", "overmorgen(", "nl.sample.one", "field pattern"),
        ("nl.sample.one", "Sample", "Sample", "field id"),
        ("origin: ours\n", "", None, "field origin"),
        ("rules:", "rules: ]", None, "not YAML"),
        ("origin: ours\n", "origin: ours\norigin: theirs\n", None, "'origin' stands twice"),
        ("origin: ours\n", "origin: [ours]\n", None, "field origin"),
    ],
)
def test_fault_is_told_with_file_rule_and_field(pack: Path, found: str, put: str, rule: str | None, told: str) -> None:
    error = fault(pack, GOOD.replace(found, put))
    assert (error.file, error.rule) == ("sample.yaml", rule)
    assert told in error.message


def test_two_rules_with_one_id_are_refused(pack: Path) -> None:
    error = fault(pack, GOOD + GOOD.split("rules:\n")[1])
    assert error.rule == "nl.sample.one"
    assert "stands twice" in error.message


def test_words_of_yaml_stay_words(pack: Path) -> None:
    (pack / "sample.yaml").write_text(GOOD.replace("ours", "NO"), encoding="utf-8")
    assert check.check_file("sample.yaml", root=pack).origin == "NO"


@pytest.mark.parametrize("path", ["languages/nl/nothing.yaml", "nothing/states.yaml", "states.yaml"])
def test_file_that_no_pack_gathers_is_refused(path: str) -> None:
    with pytest.raises(BadPack, match=re.escape(path)):
        shape.shape_of(path)


def test_shape_is_that_of_the_file() -> None:
    assert shape.shape_of("kinds/kinds.yaml") is KindFile


def test_each_faulty_file_gives_one_fault(tmp_path: Path) -> None:
    folder = tmp_path / "kinds"
    folder.mkdir()
    (folder / "kinds.yaml").write_text("kinds: []\n", encoding="utf-8")
    (folder / "other.yaml").write_text("origin: ours\n", encoding="utf-8")
    assert [each.file for each in check.check_packs(tmp_path)] == ["kinds/kinds.yaml", "kinds/other.yaml"]
