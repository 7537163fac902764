"""The pages in a real Chromium: no violation of axe-core, nothing that the policy had to stop, and keys alone suffice.

The machine's own browser is driven (Debian's package `chromium`). Without one these tests are skipped, and in CI fail.
"""

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from dragoman.views.web.app import make_app

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN = (
    "axe.run().then(found => found.violations.map(each => each.id + ': ' + each.nodes.map(one => one.html).join(' ')))"
)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        CHROMIUM is None and not os.environ.get("CI"), reason="no Chromium here: apt-get install chromium"
    ),
]


@pytest.fixture(scope="module")
def base(summit_place: str) -> Iterator[str]:
    """Serves the summit's ledger as `dragoman serve` does."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(make_app(summit_place, language="nl"), port=port, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://localhost:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM is not None, "CI needs a Chromium"
    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new window that notes all that the browser complains of."""
    context = browser.new_context(locale="nl-NL")
    found = context.new_page()
    complaints: list[str] = []
    found.on("console", lambda told: complaints.append(told.text) if told.type in {"error", "warning"} else None)
    found.on("pageerror", lambda error: complaints.append(str(error)))
    yield found
    context.close()
    # A form that is changed again before its answer came drops that answer, and htmx notes so.
    assert [each for each in complaints if not each.startswith(("htmx:afterRequest", "htmx:sendAbort"))] == []


PATHS = {
    "diary": "/",
    "everything": "/?all=1&view=month&day=2018-06-12",
    "changed": "/?as-of=2018-05-25&kind=summit",
    "event": "/events/Top Trump Kim",
    "report": "/reports/c",
    "actor": "/actors/Q22686",
    "contradictions": "/contradictions?as-of=2018-05-31",
    "add": "/add",
    "docs": "/docs",
}


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 390)])
def test_anybody_can_use_the_pages(browser: Browser, base: str, scheme: str, width: int) -> None:
    """Opens each page without its policy, which would keep axe-core out too, and lets that look."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)  # type: ignore[arg-type] # two of its words
    page = context.new_page()
    found = {}
    for name, path in PATHS.items():
        page.goto(base + path)
        page.evaluate(AXE)
        found[name] = page.evaluate(RUN)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (name, "wider than the window")
    context.close()
    assert {name: each for name, each in found.items() if each} == {}


def test_the_keys_alone_lead_from_the_diary_to_a_report(page: Page, base: str) -> None:
    page.goto(base)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/**")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("(document.activeElement.getAttribute('href') || '').startsWith('/reports/')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/**")
    assert "top" in page.inner_text("section.text")


def test_a_filter_redraws_the_list_and_the_address_follows(page: Page, base: str) -> None:
    page.goto(base)
    page.keyboard.press("/")
    page.keyboard.type("nergens")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=nergens")
    page.wait_for_selector(".nothing")
    assert page.evaluate("document.activeElement.id") == "search"
    page.fill("#search", "")
    page.check("input[name=show][value=over]")
    page.wait_for_url("**show=over**")
    page.get_by_text("Ontmoeting Kim Jong-un – Moon Jae-in").first.wait_for()


def test_the_slider_moves_the_day(page: Page, base: str) -> None:
    page.goto(base)
    page.focus("#as-of-slider")
    page.keyboard.press("Home")
    page.wait_for_url("**as-of=2018-05-10**")
    page.get_by_text("gepland").first.wait_for()
    assert page.input_value("#as-of") == "2018-05-10"


def test_the_pages_turn_by_the_keys(page: Page, base: str) -> None:
    page.goto(f"{base}/?view=week&day=2018-06-12")
    page.keyboard.press("]")
    page.wait_for_url("**day=2018-06-19**")
    page.keyboard.press("[")
    page.wait_for_url("**day=2018-06-12**")


def test_on_paper_the_controls_are_gone(page: Page, base: str) -> None:
    page.goto(f"{base}/?view=week&day=2018-06-12")
    page.emulate_media(media="print")
    assert not page.is_visible("form.ask")
    assert page.is_visible(".row .label")


def test_everything_works_without_scripts(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="nl-NL")
    page = context.new_page()
    page.goto(base)
    page.fill("[name='according-to']", "Trump")
    page.click("form.ask button[type=submit]")
    assert "according-to=Trump" in page.url
    assert "geopperd" in page.inner_text("main")
    context.close()
