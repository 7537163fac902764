"""Anchors: the span that names an event of a report, whatever becomes of the event, and the keys made of it."""

from collections.abc import Iterator

from dragoman.model.claim import claim_id
from dragoman.model.event import Anchor
from dragoman.model.reading import ReadClaim, ReadEvent, Reading


def anchor_key(anchor: Anchor) -> str:
    """Returns the short form that the tables hold; it hangs on content, never on arrival.

    >>> anchor_key(Anchor(report="sha256:0123456789abcdef0123", start=4, end=7))
    '0123456789abcdef:4-7'
    """
    return f"{report_of(anchor.report)}:{anchor.start}-{anchor.end}"


def report_of(name: str) -> str:
    """Returns the sixteen digits that stand for a report, of its key or of an anchor of its in short form.

    >>> report_of("sha256:0123456789abcdef0123"), report_of("0123456789abcdef:4-7")
    ('0123456789abcdef', '0123456789abcdef')
    """
    return name.removeprefix("sha256:").partition(":")[0][:16]


def anchors_of(reading: Reading) -> tuple[Anchor, ...]:
    """Returns the anchor of each of a reading's events: its first mention that no event before it took.

    Where one verb tells of two events ("met in 2000 and 2007") the second hangs on its date.
    """
    taken: set[Anchor] = set()
    found: list[Anchor] = []
    for place, event in enumerate(reading.events):
        anchor = next(each for each in _candidates(reading, event, place) if each not in taken)
        taken.add(anchor)
        found.append(anchor)
    return tuple(found)


def _candidates(reading: Reading, event: ReadEvent, place: int) -> Iterator[Anchor]:
    """Gives spans in order of preference; the last, counted away from the first, never run out."""
    mentions = sorted((mention.start, mention.end) for mention in event.mentions)
    dates = [(reading.dates[index].start, reading.dates[index].end) for index in event.dates]
    claims = sorted((claim.start, claim.end) for claim in reading.claims if claim.event == place)
    spans = [*mentions, *dates, *claims] or [(0, 0)]
    for start, end in spans:
        yield Anchor(report=reading.report, start=start, end=end)
    for extra in range(1, len(reading.events) + 1):
        yield Anchor(report=reading.report, start=spans[0][0], end=spans[0][1] + extra)


def claim_key(claim: ReadClaim, *, anchor: Anchor) -> str:
    """Returns the content key of a claim about the event with this anchor."""
    return claim_id(
        report=anchor.report,
        start=claim.start,
        end=claim.end,
        status=claim.status,
        stance=claim.stance,
        certainty=claim.certainty,
        chain=claim.chain,
        anchor=f"{anchor.start}-{anchor.end}",
    )
