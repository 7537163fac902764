"""Derived rows of a small story made by hand, for tests of what writes and reads them."""

from dragoman.ledger.derived import (
    Block,
    Derived,
    EffectiveDay,
    EventRows,
    Member,
    Merge,
    Narrowing,
    ReportRows,
    Shape,
    Span,
    Voice,
    Waiting,
)

A, B = "sha256:" + "a" * 64, "sha256:" + "b" * 64


def span(start: str, end: str | None, status: str) -> Span:
    return Span(
        event="a:0-3",
        from_=start,
        to=end,
        earliest="2018-06-12",
        latest="2018-06-12",
        when="2018-06-12",
        status=status,
        background=False,
        why=b'{"status":"held"}',
    )


def member(report: str, day: str, event: str = "a:0-3") -> Member:
    return Member(anchor=f"{report[7]}:0-3", event=event, report=report, place=0, day=day, score=0.8, why="same states")


def shape(event: str, day: str) -> Shape:
    return Shape(event=event, day=day, held=False, body=f"{event} {day}".encode())


REPORTS = (
    ReportRows(
        effective=EffectiveDay(report=A, version="1", own="2018-05-10", day="2018-05-10"),
        narrowings=(Narrowing(report=A, day="0001-01-01", days="2018-05-10", why="stated"),),
    ),
    ReportRows(
        effective=EffectiveDay(report=B, version="1", own="2018-05-31", day="2018-05-26"),
        narrowings=(
            Narrowing(report=B, day="0001-01-01", days="2018-05-19,2018-05-26", why="Saturdays"),
            Narrowing(report=B, day="2018-05-26", days="2018-05-26", why="another report"),
        ),
        waiting=(Waiting(key="meeting|KP+US", report=B, first="2018-05-19", last="2018-05-26"),),
    ),
)
ELDER = EventRows(
    event="a:0-3",
    since="2018-05-10",
    members=(member(A, "2018-05-10"),),
    blocks=(
        Block(key="meeting|KP+US", day="2018-05-10", event="a:0-3"),
        Block(key="meeting|KP+US", day="2018-05-26", event="a:0-3"),
    ),
    shapes=(shape("a:0-3", "2018-05-10"), shape("a:0-3", "2018-05-26")),
    voices=(
        Voice(actor="Q22686", event="a:0-3", claim="cl_1", day="2018-05-10"),
        Voice(actor="De Proef", event="a:0-3", claim="cl_2", day="2018-05-26"),
    ),
    spans=(span("2018-05-10", "2018-05-26", "planned"), span("2018-05-26", None, "cancelled")),
)
YOUNGER = EventRows(
    event="b:0-3",
    since="2018-05-20",
    members=(member(B, "2018-05-20", "b:0-3"),),
    merge=Merge(child="b:0-3", parent="a:0-3", day="2018-05-26", why="same day"),
    blocks=(Block(key="meeting|KP", day="2018-05-20", event="b:0-3"),),
    shapes=(shape("b:0-3", "2018-05-20"),),
    spans=(),
)
ALL = Derived(reports=REPORTS, events=(ELDER, YOUNGER))
