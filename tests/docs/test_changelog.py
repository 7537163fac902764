"""Changelog fragments: named as they should be, short, whole sentences."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FRAGMENTS = [path for path in sorted((ROOT / "changes").iterdir()) if path.name != "README.md"]
KINDS = {"added", "changed", "fixed"}


@pytest.mark.parametrize("path", FRAGMENTS, ids=lambda path: path.name)
def test_a_fragment_is_a_line_or_two_of_a_kind(path: Path) -> None:
    slug, _, kind = path.name.removesuffix(".md").rpartition(".")
    text = path.read_text(encoding="utf-8").strip()
    assert (path.suffix, kind in KINDS, slug == slug.lower(), " " in slug) == (".md", True, True, False)
    assert 1 <= len(text.splitlines()) <= 5
    assert text.endswith((".", "?", "!", ")", "`"))
    assert not text.startswith(("-", "#"))


def test_the_changelog_has_the_place_where_fragments_go() -> None:
    assert (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").count("<!-- fragments are inserted below -->\n") == 1
