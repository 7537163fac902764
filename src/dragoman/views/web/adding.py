"""The addresses that add: pasted text and files from a browser, reports from a program, and how far they are."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

import dragoman
from dragoman.views.cli.complain import write_error
from dragoman.views.web.pages import Visit
from dragoman.views.web.sessions import FIELD, check_page, check_writer
from dragoman.views.web.worker import State, Worker

if TYPE_CHECKING:
    from collections.abc import Sequence

ROUTER = APIRouter(include_in_schema=False)
API = APIRouter(prefix="/api", tags=["adding"])
MOST_FILES = 200
LONGEST_TEXT = 2_000_000
"""How many characters of text may be pasted."""
MOST_REPORTS = 1_000
EXAMPLES = Path(dragoman.__file__).parent / "examples"
MOST_TOLD = 100


class Given(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A report as a program or a form gives it; ``id`` is a label, ``published`` a day, month or year."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_TEXT)]
    id: Annotated[str, msgspec.Meta(max_length=200)] | None = None
    title: Annotated[str, msgspec.Meta(max_length=1_000)] | None = None
    outlet: Annotated[str, msgspec.Meta(max_length=200)] | None = None
    published: Annotated[str, msgspec.Meta(max_length=100)] | None = None
    language: Annotated[str, msgspec.Meta(max_length=20)] | None = None
    url: Annotated[str, msgspec.Meta(max_length=2_000)] | None = None


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far a job is: ``skipped`` tells of each report that was left out."""

    id: str
    state: State
    added: int
    known: int
    skipped: tuple[str, ...]
    error: str | None = None


_GIVEN = msgspec.json.Decoder(Given | list[Given])


@ROUTER.get("/add")
def add(request: Request) -> Response:
    """Shows where reports are brought to."""
    visit = Visit(request)
    sessions = request.app.state.sessions
    found = sessions.read(request.headers.get("cookie", ""))
    session = found or sessions.open()
    empty = visit.shelf.contents().reports == 0
    answer = visit.answer_now("add.html", csrf=sessions.csrf(session), empty=empty, most=MOST_FILES)
    if found is None:
        sessions.set(answer, session, secure=request.url.scheme == "https")
    return answer


@ROUTER.post("/add")
async def add_reports(request: Request) -> Response:
    """Takes pasted text and files, and shows how far they are."""
    session = check_writer(request)
    async with request.form(max_files=MOST_FILES, max_fields=20, max_part_size=LONGEST_TEXT * 4) as form:
        check_page(request, session, str(form.get(FIELD, "")))
        uploads = [each for each in form.getlist("files") if isinstance(each, UploadFile) and each.filename]
        files = [(each.filename or "", await each.read()) for each in uploads]
        fields = {name: str(form.get(name, "")).strip() or None for name in ("text", "title", "outlet", "published")}
    given = [] if fields["text"] is None else [_checked(fields)]
    if not files and not given:
        return RedirectResponse("/add", status_code=303)
    return _follow(request, await run_in_threadpool(keep, files, given))


@ROUTER.post("/add/examples")
async def add_examples(request: Request) -> Response:
    """Adds the reports that come with the program."""
    session = check_writer(request)
    async with request.form(max_files=0, max_fields=5) as form:
        check_page(request, session, str(form.get(FIELD, "")))
    return _follow(request, EXAMPLES, temporary=False)


@ROUTER.get("/add/{job_id}")
def show_progress(request: Request, job_id: str) -> Response:
    """Shows how far a job is; the page asks again until it is over."""
    visit = Visit(request)
    job = _worker(request).job(job_id)
    if job is None:
        raise HTTPException(404, job_id)
    told = [write_error(error, visit.page) for error in job.skipped[-MOST_TOLD:]]
    error = None if job.error is None else write_error(job.error, visit.page)
    return visit.answer_now(
        "progress.html", title=visit.page.say(f"web_job_{job.state}"), job=job, skipped=told, error=error
    )


@API.post(
    "/reports",
    status_code=202,
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Given"}}},
        },
        "security": [{"token": []}],
    },
    responses={
        202: {
            "description": "They will be read; `Location` tells how far they are.",
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Progress"}}},
        },
        **{
            code: {
                "description": told,
                "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
            }
            for code, told in (
                (400, "The body is no report."),
                (401, "No token, or one that is not known."),
                (403, "Not from a page of this host."),
                (413, "More than a request may bring."),
                (429, "Too many at once."),
            )
        },
    },
)
async def give_reports(request: Request) -> Response:
    """Takes one report, or a list of them, to be read in their turn. Needs a token."""
    if check_writer(request) is not None:
        raise HTTPException(401, "the API takes a token, not a page", headers={"WWW-Authenticate": "Bearer"})
    try:
        given = _GIVEN.decode(await request.body())
    except msgspec.DecodeError as error:
        raise HTTPException(400, str(error)) from error
    reports = given if isinstance(given, list) else [given]
    if not 0 < len(reports) <= MOST_REPORTS:
        raise HTTPException(400, f"from 1 to {MOST_REPORTS} reports at once")
    job = _worker(request).submit(await run_in_threadpool(keep, (), reports))
    body = msgspec.json.encode(_progress(request, job.id))
    headers = {"Location": f"/api/jobs/{job.id}"}
    return Response(body, status_code=202, media_type="application/json", headers=headers)


@API.get(
    "/jobs/{job_id}",
    responses={
        200: {
            "description": "How far it is.",
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Progress"}}},
        },
        404: {
            "description": "There is none.",
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
        },
    },
)
def job(request: Request, job_id: str) -> Response:
    """Gives how far the reading of given reports is."""
    return Response(msgspec.json.encode(_progress(request, job_id)), media_type="application/json")


def safe_name(name: str) -> str:
    """Gives a file name that stays in its folder, and its format's ending.

    >>> safe_name("../../etc/passwd"), safe_name("Top van 12 juni.txt")
    ('passwd', 'Top_van_12_juni.txt')
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(letter if letter.isalnum() or letter in "-_." else "_" for letter in last).lstrip(".")
    stem, dot, end = kept.rpartition(".")
    return f"{stem[:80]}.{end[:8]}" if dot and stem else kept[:80] or "report"


def keep(files: "Sequence[tuple[str, bytes]]", given: "Sequence[Given]") -> Path:
    """Writes files and reports into a folder of their own, for the readers to read."""
    folder = Path(tempfile.mkdtemp(prefix="dragoman-"))
    for number, (name, content) in enumerate(files):
        inside = folder / f"{number:03}"
        inside.mkdir()
        (inside / safe_name(name)).write_bytes(content)
    if given:
        now = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        named = [
            each if each.id is not None else msgspec.structs.replace(each, id=f"{now}-{number}")
            for number, each in enumerate(given, start=1)
        ]
        (folder / "given.jsonl").write_bytes(b"\n".join(msgspec.json.encode(each) for each in named) + b"\n")
    return folder


def _checked(fields: dict[str, Any]) -> Given:
    try:
        return msgspec.convert(fields, Given)
    except msgspec.ValidationError as error:
        raise HTTPException(400, str(error)) from error


def _follow(request: Request, folder: Path, *, temporary: bool = True) -> Response:
    job = _worker(request).submit(folder, temporary=temporary)
    return RedirectResponse(f"/add/{job.id}", status_code=303)


def _progress(request: Request, key: str) -> Progress:
    found = _worker(request).job(key)
    if found is None:
        raise HTTPException(404, f"no job is known as {key[:50]}")
    return Progress(
        id=found.id,
        state=found.state,
        added=found.added,
        known=found.known,
        skipped=tuple(str(error) for error in found.skipped[-MOST_TOLD:]),
        error=None if found.error is None else str(found.error),
    )


def _worker(request: Request) -> Worker:
    found: Worker = request.app.state.worker
    return found
