"""Links between the pages: each leads somewhere, and each page can be reached."""

import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "changes").glob("README.md")])
FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")


@cache
def prose(page: Path) -> str:
    """Reads a page without its code blocks, where brackets are no links."""
    return FENCE.sub("", page.read_text(encoding="utf-8"))


@cache
def anchors(page: Path) -> frozenset[str]:
    """Gives the anchors of a page's headings, made as the usual Markdown sites make them."""
    headings = re.findall(r"^#+ +(.*?) *$", prose(page), re.MULTILINE)
    return frozenset(re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings)


def links(page: Path) -> list[tuple[Path, str]]:
    """Gives the links of a page that stay inside the project, as file and anchor."""
    found = [first or second for first, second in LINK.findall(prose(page))]
    inside = [link.partition("#") for link in found if not re.match(r"[a-z]+:", link)]
    return [((page.parent / path).resolve() if path else page, anchor) for path, _, anchor in inside]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    dead = [str(target) for target, _ in links(page) if not target.exists()]
    lost = [f"{target}#{anchor}" for target, anchor in links(page) if anchor and anchor not in anchors(target)]
    assert dead + lost == []


def test_every_page_can_be_reached_from_the_index() -> None:
    reached, waiting = set(), [DOCS / "index.md"]
    while waiting:
        page = waiting.pop()
        if page not in reached:
            reached.add(page)
            waiting += [target for target, _ in links(page) if target.suffix == ".md" and target.exists()]
    assert [page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md") if page not in reached] == []


def test_every_kind_of_page_is_there() -> None:
    assert {path.name for path in DOCS.iterdir() if path.is_dir()} == {"tutorial", "how-to", "reference", "explanation"}
    assert [path.name for path in DOCS.iterdir() if path.is_dir() and not any(path.glob("*.md"))] == []
