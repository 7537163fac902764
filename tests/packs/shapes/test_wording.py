"""The shape of wording, and what every screen may count on: who decided is always told."""

from typing import Any

import msgspec
import pytest

from dragoman.packs.load import load_wording, wordings
from dragoman.packs.shapes.wording import LinkWords, RuleWords, StatusWords, Wording

DECIDED = ("confirmed", "cancelled", "refused", "denied")
"""Statuses that are never shown without by whom."""


@pytest.fixture(params=wordings())
def wording(request: pytest.FixtureRequest) -> Wording:
    return load_wording(request.param)


@pytest.mark.parametrize("status", DECIDED)
def test_a_status_that_somebody_decides_can_be_told_with_whom(wording: Wording, status: Any) -> None:
    assert "{who}" in (wording.statuses[status].by or "")


def test_blanks_stand_where_they_are_filled_in(wording: Wording) -> None:
    for status in wording.statuses.values():
        assert "{" not in status.plain
        assert all("{who}" in words for words in (status.by, status.again) if words is not None)
        assert status.because_of is None or "{event}" in status.because_of
    assert all("{event}" in words for link in wording.links.values() for words in (link.here, link.there or "{event}"))
    assert [stance for stance, words in wording.stances.items() if "{status}" not in words] == []
    assert {"{who}", "{whose}"} <= set(wording.source_of.split())


def test_no_two_statuses_have_one_name(wording: Wording) -> None:
    names = [words.plain for words in wording.statuses.values()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("field", ["weekdays", "months", "months_short", "ordinals"])
def test_no_two_days_months_or_numbers_have_one_name(wording: Wording, field: str) -> None:
    names = getattr(wording, field)
    assert len(set(names)) == len(names)


def test_a_link_without_words_for_the_other_side_is_not_told_there() -> None:
    assert LinkWords(here="part of {event}", short="part of").there is None


@pytest.mark.parametrize(
    ("kind", "given", "told"),
    [
        (StatusWords, {}, "missing required field `plain`"),
        (StatusWords, {"plain": ""}, r"length >= 1 - at `\$\.plain"),
        (LinkWords, {"here": "part of {event}"}, "missing required field `short`"),
        (RuleWords, {"name": "reopened"}, "missing required field `why`"),
        (Wording, {"statuses": {"off": {"plain": "off"}}}, r"`key` in `\$\.statuses"),
        (Wording, {"stances": {"affirms": "{status}"}}, r"`key` in `\$\.stances"),
        (Wording, {"counts": {"reports": ["{count} report"]}}, r"length 2, got 1 - at `\$\.counts"),
        (Wording, {"labels": {"title": ""}}, r"length >= 1 - at `\$\.labels"),
        (Wording, {"messages": {}}, "unknown field `messages`"),
    ],
)
def test_faulty_wording_is_refused_with_its_field(kind: type[msgspec.Struct], given: dict[str, Any], told: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=told):
        msgspec.convert(given, kind)
