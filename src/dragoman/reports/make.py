"""A raw report becomes a report."""

from dragoman.errors import EmptyReport, NoPack
from dragoman.model.report import RawReport, Report, report_key
from dragoman.packs.load import languages
from dragoman.reports.clean import clean_text
from dragoman.reports.dateline import read_published
from dragoman.reports.identify import identify_language


def make_report(raw: RawReport) -> Report:
    """Gives the report of what a reader found: clean text, its date in EDTF, its language and its key.

    The language is the one that the file says, or else the one that its words tell. Raises `EmptyReport`,
    `MalformedRecord` for a date that is none, and `NoPack` for a language that no pack reads or none that
    can be told; each names the file.

    For example a text that says ``date 2018-05`` and nothing of its outlet has ``published`` ``2018-05`` and
    ``outlet`` None: neither a day nor a paper is made up.
    """
    text = clean_text(raw.text)
    if not text:
        raise EmptyReport("nothing to read in it", file=raw.origin, report=raw.id)
    title, outlet = _clean(raw.title), _clean(raw.outlet)
    published = None if raw.published is None else read_published(raw.published, origin=raw.origin)
    day = None if published is None else published.edtf
    return Report(
        key=report_key(text=text, title=title, outlet=outlet, published=day),
        id=raw.id,
        text=text,
        title=title,
        outlet=outlet,
        language=_language(raw, text=text, title=title),
        published=day,
        published_time=None if published is None else published.time,
        url=raw.url,
        replaces=raw.replaces,
        entry=raw.entry,
    )


def _clean(value: str | None) -> str | None:
    return None if value is None else " ".join(clean_text(value).split()) or None


def _language(raw: RawReport, *, text: str, title: str | None) -> str:
    """Gives a language with a pack; a region behind it (``nl-BE``) makes none of its own."""
    told = raw.language
    if told is None:
        told = identify_language(text if title is None else f"{title}\n{text}")
    code = None if told is None else told.replace("_", "-").partition("-")[0].strip().lower()
    if code in languages():
        return code
    if code is None:
        error = NoPack("its language cannot be told", hint=f"say it before the text, as language: {languages()[0]}")
    else:
        error = NoPack(f"no pack reads the language {code!r}", hint=f"packs: {', '.join(languages())}")
    raise error.at(file=raw.origin, report=raw.id)
