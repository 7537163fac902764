"""Photographs the web pages with the example reports, for the pages of docs: ``scripts/screenshots`` runs it.

Given a ledger it photographs that one, else it reads the examples anew. They are written to ``docs/how-to/pictures``.
"""

import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Literal

import msgspec
import uvicorn
from playwright.sync_api import Browser, sync_playwright

import dragoman
from dragoman.views.web.app import make_app

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs/how-to/pictures"
EXAMPLES = Path(dragoman.__file__).parent / "examples"
OPTIONS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--hide-scrollbars"]


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """A page to photograph: its address, in which colours, on a window of which size."""

    name: str
    path: str
    scheme: Literal["light", "dark"] = "light"
    width: int = 1440
    height: int = 900


SUMMIT = "/events/top Trump Kim Singapore"
WANTED = (
    Picture(name="diary", path="/?as-of=2018-05-24"),
    Picture(name="diary-narrow", path="/?as-of=2018-05-24&show=on&show=open", scheme="dark", width=390, height=844),
    Picture(name="week", path="/?view=week&day=2018-06-12&as-of=2018-06-02&all=1"),
    Picture(name="event", path=f"{SUMMIT}?as-of=2018-06-02", height=1300),
    Picture(name="event-dark", path=f"{SUMMIT}?as-of=2018-05-27", scheme="dark"),
    Picture(name="report", path="/reports/2018-05-24-brief-van-trump"),
    Picture(name="contradictions", path="/contradictions?as-of=2018-05-25"),
    Picture(name="docs", path="/docs?language=en"),
)


@contextmanager
def served(place: str) -> Iterator[str]:
    """Serves a ledger, and gives the address."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(make_app(place, language="nl"), port=port, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://localhost:{port}"
    server.should_exit = True
    thread.join()


def photograph(browser: Browser, base: str, picture: Picture) -> None:
    """Opens a page in a new window and writes its picture."""
    size = {"width": picture.width, "height": picture.height}
    context = browser.new_context(viewport=size, color_scheme=picture.scheme, locale="nl-NL")  # type: ignore[arg-type] # a size
    page = context.new_page()
    page.goto(base + picture.path)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / f"{picture.name}.png")
    context.close()


def read_examples(place: str) -> None:
    """Reads the example reports into a new ledger."""
    with closing(dragoman.open_ledger(place)) as ledger:
        dragoman.add(ledger, [EXAMPLES])


def main() -> None:
    """Photographs all pages."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("no Chromium here (on Debian: apt-get install chromium)")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        place = sys.argv[1] if len(sys.argv) > 1 else str(Path(folder) / "ledger")
        if len(sys.argv) == 1:
            read_examples(place)
        with served(place) as base, sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=chromium, args=OPTIONS)
            for picture in WANTED:
                photograph(browser, base, picture)
                print(f"docs/how-to/pictures/{picture.name}.png")
            browser.close()


if __name__ == "__main__":
    main()
