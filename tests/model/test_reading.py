"""Readings as they are stored: those of earlier and later versions are read too."""

from typing import Any

import msgspec
import pytest

from dragoman.model.reading import Party, ReadClaim, ReadEvent, Reading, ReadQuote

LEAST: dict[tuple[type[msgspec.Struct], str], dict[str, Any]] = {
    (Reading, '{"report":"sha256:aa","version":"1"}'): {
        "dates": (), "actors": (), "places": (), "events": (), "claims": (), "acts": (), "quotes": (),
    },
    (ReadEvent, '{"kind":"summit","mentions":[]}'): {
        "nature": "single", "parties": (), "place": None, "dates": (), "moved_from": (), "undated_reason": None,
        "ordinal": None, "background": False, "outcome": None, "links": (),
    },
    (ReadClaim, '{"event":0,"status":"planned","start":0,"end":6,"chain":[],"rule":"nl.status.planned.1"}'): {
        "stance": "asserts", "certainty": "certain", "said": None, "date": None, "moved_from": None, "reason": None,
        "condition": None, "cue": None, "retold": False, "score": 1.0,
    },
    (Party, '{"actor":{"id":"Q1","name":"Ruritania","type":"state"}}'): {
        "role": "principal", "attendance": "expected",
    },
    (ReadQuote, '{"start":0,"end":6,"direct":true,"speakers":[]}'): {"via": ()},
}  # fmt: skip
"""What was stored by a version that knew no more than it had to, and what the rest then is."""


@pytest.mark.parametrize(("stored", "rest"), LEAST.items(), ids=[noun.__name__ for noun, _ in LEAST])
def test_what_an_earlier_version_did_not_know_is_unsaid(
    stored: tuple[type[msgspec.Struct], str], rest: dict[str, Any]
) -> None:
    noun, raw = stored
    read = msgspec.json.decode(raw, type=noun)
    assert {name: getattr(read, name) for name in rest} == rest


@pytest.mark.parametrize("stored", LEAST, ids=lambda stored: stored[0].__name__)
def test_what_a_later_version_knows_is_passed_over(stored: tuple[type[msgspec.Struct], str]) -> None:
    noun, raw = stored
    assert msgspec.json.decode(raw[:-1] + ',"not_yet_known":[1]}', type=noun) == msgspec.json.decode(raw, type=noun)


def test_the_first_of_a_list_is_not_taken_as_nothing() -> None:
    claim = ReadClaim(event=0, status="planned", start=0, end=6, chain=(), rule="hand", said=0, date=0, cue=(0, 0))
    read = msgspec.json.decode(msgspec.json.encode(claim), type=ReadClaim)
    assert (read.said, read.date, read.cue, read.condition) == (0, 0, (0, 0), None)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"claims": [{"event": 0, "status": "off"}]}, r"\$\.claims\[0\]\.status"),
        ({"events": [{"kind": "top", "mentions": []}]}, r"\$\.events\[0\]\.kind"),
        ({"claims": [{"event": 0, "status": "held", "start": 0, "end": 1, "chain": [], "rule": "", "cue": [3]}]},
         r"\$\.claims\[0\]\.cue"),
        ({"acts": [{"kind": "appeal"}]}, r"\$\.acts\[0\]"),
        ({"quotes": [{"start": 0, "end": 1, "direct": "yes"}]}, r"\$\.quotes\[0\]\.direct"),
    ],
)  # fmt: skip
def test_what_is_no_reading_is_refused_with_its_place(given: dict[str, Any], told: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=told):
        msgspec.convert({"report": "sha256:aa", "version": "1"} | given, Reading)
