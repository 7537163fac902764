"""The example reports: every one has a header, a length that people read, and a line in the table."""

import re
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "src" / "dragoman" / "examples"
REPORTS = sorted(EXAMPLES.glob("*.txt"))
HEADER = re.compile(
    r"date \d{4}-\d\d(-\d\d)?\s|---\noutlet: .+\ntitle: .+\npublished: \d{4}-\d\d-\d\d\nlanguage: nl\n---\n"
)


def test_the_story_is_told_by_enough_reports() -> None:
    assert len(REPORTS) >= 20


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_report_has_a_header_that_agrees_with_its_name(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    header = HEADER.match(text)
    assert header is not None
    dated = re.search(r"\d{4}-\d\d(-\d\d)?", header.group())
    assert dated is not None
    assert path.stem.startswith(dated.group())
    assert 90 <= len(text[header.end() :].split()) <= 300


def test_the_table_names_every_report_once_and_no_other() -> None:
    table = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| `(.+?)` \|", table, re.MULTILINE)) == [path.stem for path in REPORTS]
