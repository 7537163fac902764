import pytest

from dragoman.ledger.anchors import anchor_key, anchors_of, claim_key
from dragoman.model.event import Anchor
from dragoman.model.mention import DateForm, DateMention
from dragoman.model.reading import EventMention, ReadClaim, ReadEvent, Reading

KEY = "sha256:" + "ab" * 32


def mention(start: int, end: int) -> EventMention:
    return EventMention(start=start, end=end, text="x" * (end - start), rule="hand")


def date(start: int, end: int) -> DateMention:
    return DateMention(start=start, end=end, text="x" * (end - start), form=DateForm(year=2000))


def spans(
    *events: ReadEvent, dates: tuple[DateMention, ...] = (), claims: tuple[ReadClaim, ...] = ()
) -> list[tuple[int, int]]:
    reading = Reading(report=KEY, version="1", events=events, dates=dates, claims=claims)
    return [(anchor.start, anchor.end) for anchor in anchors_of(reading)]


def claim(event: int, start: int, end: int, **more: object) -> ReadClaim:
    fields = {"event": event, "status": "held", "start": start, "end": end, "chain": (), "rule": "hand", **more}
    return ReadClaim(**fields)  # type: ignore[arg-type]


def test_an_event_is_anchored_to_its_first_mention() -> None:
    assert spans(ReadEvent(kind="summit", mentions=(mention(20, 24), mention(3, 6)))) == [(3, 6)]


def test_two_events_of_one_word_are_told_apart_by_their_dates() -> None:
    met = ReadEvent(kind="meeting", mentions=(mention(5, 9),), dates=(0,))
    also = ReadEvent(kind="meeting", mentions=(mention(5, 9),), dates=(1,))
    assert spans(met, also, dates=(date(12, 16), date(20, 24))) == [(5, 9), (20, 24)]


def test_two_events_of_one_word_without_dates_are_told_apart_by_their_claims() -> None:
    both = ReadEvent(kind="meeting", mentions=(mention(5, 9),))
    assert spans(both, both, claims=(claim(1, 2, 30),)) == [(5, 9), (2, 30)]


@pytest.mark.parametrize("count", [2, 3, 7])
def test_no_two_events_of_a_reading_share_an_anchor(count: int) -> None:
    found = spans(*[ReadEvent(kind="meeting", mentions=(mention(5, 9),))] * count)
    assert len(set(found)) == count


def test_events_without_mentions_have_anchors_too() -> None:
    assert spans(ReadEvent(kind="other", mentions=()), ReadEvent(kind="other", mentions=())) == [(0, 0), (0, 1)]


def test_an_anchor_is_written_without_the_name_of_the_hash() -> None:
    assert anchor_key(Anchor(report=KEY, start=4, end=7)) == "abababababababab:4-7"


@pytest.mark.parametrize(
    "changed", [{"start": 1}, {"end": 31}, {"status": "planned"}, {"stance": "denies"}, {"certainty": "possible"}]
)
def test_a_claim_is_another_when_what_it_claims_or_where_is_another(changed: dict[str, object]) -> None:
    anchor = Anchor(report=KEY, start=5, end=9)
    first, second = claim(0, 2, 30), claim(0, **{"start": 2, "end": 30, **changed})  # type: ignore[arg-type]
    assert claim_key(first, anchor=anchor) != claim_key(second, anchor=anchor)


def test_a_claim_is_the_same_however_sure_the_reader_was() -> None:
    anchor = Anchor(report=KEY, start=5, end=9)
    assert claim_key(claim(0, 2, 30), anchor=anchor) == claim_key(
        claim(0, 2, 30, score=0.4, rule="other"), anchor=anchor
    )
