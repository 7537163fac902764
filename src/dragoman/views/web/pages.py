"""The addresses of the pages that are read: diary, event, report, actor, contradictions."""

from datetime import date
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from dragoman.corridor.browse import Contents
from dragoman.views.cli.days import write_day
from dragoman.views.cli.names import call_id
from dragoman.views.cli.page import Page
from dragoman.views.web.actor_page import make_actor_page
from dragoman.views.web.asking import Asked, day_on, read_asked
from dragoman.views.web.contradictions_page import is_contradicted, list_contradictions
from dragoman.views.web.diary_page import DiaryPage, Tab, make_diary_page
from dragoman.views.web.event_page import make_event_page
from dragoman.views.web.render import choose_interface, make_web_page, render
from dragoman.views.web.report_page import make_report_page

if TYPE_CHECKING:
    from dragoman.views.web.shelf import Shelf

ROUTER = APIRouter(include_in_schema=False)
MOST_NAMES = 500
"""How many names are offered to choose from."""
NAV = (("/", "web_diary"), ("/contradictions", "web_contradictions"), ("/add", "web_add"))
"""The pages that every page leads to, with the label of each."""


class Visit:
    """One look at a page: what its address asks, in which language, at which ledger.

    A ``bare`` one leads nowhere and tells nothing of the ledger.
    """

    def __init__(self, request: Request, *, bare: bool = False) -> None:
        self.request = request
        self.bare = bare
        self.shelf: Shelf = request.app.state.shelf
        self.asked: Asked = self._unpinned(read_asked(request.query_params.multi_items()))
        accepted = request.headers.get("accept-language", "")
        self.page: Page = make_web_page(
            choose_interface(self.asked.language, accepted, usual=request.app.state.language)
        )

    def answer(self, template: str, *, page: Page | None = None, **shown: Any) -> Response:  # noqa: ANN401 - what a template shows
        """Renders a page, unless the browser has it as it is."""
        tag = f'"{self.shelf.tag(str(self.request.url), self.page.language, self.request.headers.get("hx-request"))}"'
        headers = {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept-Language, HX-Request, Cookie"}
        if self.request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return HTMLResponse(render(template, page or self.page, **self._frame(), **shown), headers=headers)

    def answer_now(self, template: str, *, status: int = 200, **shown: Any) -> Response:  # noqa: ANN401 - as answer
        """Renders a page of this moment and this browser alone."""
        html = render(template, self.page, **self._frame(), **shown)
        return HTMLResponse(html, status_code=status, headers={"Cache-Control": "no-store"})

    def _unpinned(self, asked: Asked) -> Asked:
        """Leaves the newest day out of what a form sends: its field has that day when nobody chose one."""
        newest = self.shelf.contents().last
        is_newest = asked.as_of is not None and asked.as_of.isoformat() == newest
        return asked.but(as_of=None) if is_newest and "basis" in self.request.query_params else asked

    def known(self, day: date) -> dict[str, Any]:
        """Gives what the fields for the day and for whose word it is need."""
        contents = self.shelf.contents()
        voices = self.shelf.voices(self.asked)[:MOST_NAMES]
        return {
            "contents": contents,
            "as_of": self.asked.as_added or day,
            "day_before": day_on(day, -1),
            "day_after": day_on(day, 1),
            "slider": _slider(contents, day),
            "names": sorted({call_id(voice, self.page) for voice in voices}),
        }

    def told_of(self) -> str:
        """Tells of how many reports, of which days."""
        contents = self.shelf.contents()
        counted = self.page.count("reports", contents.reports)
        if contents.first is None or contents.last is None:
            return counted
        ends = (write_day(date.fromisoformat(day), self.page) for day in (contents.first, contents.last))
        first, last = ends
        return self.page.join(
            self.page.say("web_told_of", reports=counted, first=first, last=last), self.page.say("unverified")
        )

    def _frame(self) -> dict[str, Any]:
        path = self.request.url.path
        carried = self.asked.carried()
        leads = () if self.bare else NAV
        nav = [Tab(name=self._named(href, label), href=href + carried, current=path == href) for href, label in leads]
        languages = [
            Tab(name=code, href=path + self.asked.but(language=code).query(), current=code == self.page.language)
            for code in ("nl", "en")
        ]
        return {"nav": nav, "languages": languages, "carried": carried, "asked": self.asked, "path": path}

    def _named(self, href: str, label: str) -> str:
        name = self.page.say(label)
        if href != "/contradictions":
            return name
        told = self.shelf.coming_if_known(self.asked)
        count = 0 if told is None else sum(is_contradicted(event) for event in told.events)
        return f"{name} {count}" if count else name


@ROUTER.get("/")
def diary(request: Request) -> Response:
    """Shows the diary; an empty ledger shows how it is filled."""
    visit = Visit(request)
    if visit.shelf.contents().reports == 0:
        return RedirectResponse(f"/add{visit.asked.carried()}", status_code=303)
    shown, page = make_diary_page(visit.shelf, visit.asked, visit.page)
    answer = visit.answer(
        "diary.html",
        page=page,
        shown=shown,
        filters=_filters(shown, visit),
        narrowed=any(visit.asked.narrowed),
        told_of=visit.told_of(),
        **visit.known(shown.as_of),
    )
    # A form sends its empty fields too; the address that is shown and sent on has what was chosen, and no more.
    answer.headers["HX-Push-Url"] = "/" + visit.asked.query()
    return answer


@ROUTER.get("/events/{event_id}")
def event(request: Request, event_id: str) -> Response:
    """Shows an event's whole story."""
    visit = Visit(request)
    told = visit.shelf.told(event_id, visit.asked)
    if told.event.id != event_id:
        return RedirectResponse(f"/events/{told.event.id}{visit.asked.carried()}", status_code=307)
    page = visit.page.on_day(told.day)
    answer = visit.answer("event.html", page=page, shown=make_event_page(told, page), **visit.known(told.day))
    answer.headers["HX-Push-Url"] = f"/events/{event_id}{visit.asked.carried()}"
    return answer


@ROUTER.get("/reports/{report_id}")
def report(request: Request, report_id: str) -> Response:
    """Shows a report's text with what was read in it."""
    visit = Visit(request)
    text = visit.shelf.text(report_id, visit.asked)
    shown = make_report_page(text, visit.page)
    lists = (("dates_heading", shown.dates), ("parties_heading", shown.actors), ("quotes_heading", shown.quotes))
    return visit.answer("report.html", shown=shown, lists=lists)


@ROUTER.get("/actors/{actor_id:path}")
def actor(request: Request, actor_id: str) -> Response:
    """Shows what an actor takes part in, and says."""
    visit = Visit(request)
    whole = visit.shelf.stretch(visit.asked, None, None, everything=True)
    page = visit.page.on_day(date.fromisoformat(whole.as_of or ""))
    shown = make_actor_page(actor_id, whole, page)
    if shown is None:
        raise HTTPException(404, actor_id)
    according = visit.asked.but(according_to=shown.name).query()
    return visit.answer("actor.html", page=page, shown=shown, told_of=visit.told_of(), according=according)


@ROUTER.get("/contradictions")
def contradictions(request: Request) -> Response:
    """Shows the events of which somebody says otherwise."""
    visit = Visit(request)
    told = visit.shelf.coming(visit.asked)
    page = visit.page.on_day(date.fromisoformat(told.as_of or ""))
    shown = list_contradictions(told, page)
    return visit.answer("contradictions.html", page=page, shown=shown, told_of=visit.told_of())


def _filters(shown: DiaryPage, visit: Visit) -> list[tuple[str, str, Any, str | None]]:
    asked, found = visit.asked, shown.choices
    columns = (
        ("kind", "web_kind", found.kinds, asked.kind),
        ("state", "web_state", found.states, asked.state),
        ("actor", "web_actor", found.actors, asked.actor),
        ("place", "web_place", found.places, asked.place),
        ("outlet", "web_outlet", found.outlets, asked.outlet),
    )
    return [(name, visit.page.say(label), options, chosen) for name, label, options, chosen in columns]


def _slider(contents: Contents, day: date) -> dict[str, int] | None:
    if contents.first is None or contents.last is None:
        return None
    first = date.fromisoformat(contents.first)
    most = (date.fromisoformat(contents.last) - first).days
    return {"most": most, "at": min(max((day - first).days, 0), most)} if most > 0 else None
