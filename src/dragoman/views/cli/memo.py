"""An event's story as a memo in Markdown, with its quotes."""

from collections.abc import Iterator

from dragoman.model.diary import ClaimEntry
from dragoman.views.cli.days import write_day, write_near, write_when
from dragoman.views.cli.event_screen import Story
from dragoman.views.cli.label import call_event, write_label
from dragoman.views.cli.names import call_place
from dragoman.views.cli.page import Page
from dragoman.views.cli.quotes import clean_quote
from dragoman.views.cli.standing import condition_of, said_on, write_claimed, write_dissents, write_path, write_standing
from dragoman.views.cli.told import write_chain, write_holder


def render_memo(story: Story, page: Page) -> list[str]:
    """Gives the lines of a memo: where the event stands, why, and each claim with its words."""
    event = story.event
    day = "" if page.day is None else write_day(page.day, page)
    rule = page.wording.rules.get(event.rule)
    why = [] if rule is None else [f"{rule.why} {page.say('rule', rule=rule.name)}"]
    why += [told for told in (write_path(event, page), write_dissents(event, page)) if told]
    others = {other.id: other for other in story.others}
    links = [
        f"- {call_event(others[link.event], page)} ({page.wording.links[link.type].short})"
        for link in event.links
        if link.event in others
    ]
    return [
        f"# {write_label(event, page)}",
        "",
        page.say("memo_status", status=write_standing(event, page), day=day),
        "",
        page.join(write_when(event.when, page), call_place(event, page), page.say("unverified")),
        *_section(page.say("why_heading"), [line for told in why for line in (told, "")]),
        *_section(page.say("claims_heading"), [line for claim in event.history for line in _claim(claim, story, page)]),
        *_section(page.say("links_heading"), links),
    ]


def _section(heading: str, lines: list[str]) -> list[str]:
    while lines and not lines[-1]:
        lines = lines[:-1]
    return ["", f"## {heading.capitalize()}", "", *lines] if lines else []


def _claim(claim: ClaimEntry, story: Story, page: Page) -> Iterator[str]:
    """Gives a claim as an item of a list with its words as a quotation, and the report they stand in."""
    told = write_claimed(claim, page, event=condition_of(claim, story.event), sign=False)
    yield f"- {page.join(write_near(said_on(claim), page, dated=True), write_holder(claim, page), told)}"
    yield f"  > {clean_quote(claim.quote)}"
    yield ""
    yield f"  {page.join(write_chain(claim, page), page.say('report', report=claim.report), claim.rule)}"
