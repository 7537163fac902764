"""Verdicts: a status and the rule that gives it are never without each other."""

from typing import Any

import msgspec
import pytest

from dragoman.model.verdict import Verdict
from dragoman.model.vocabulary import STATUSES, Status
from dragoman.model.when import When


@pytest.mark.parametrize("status", STATUSES)
def test_a_verdict_gives_any_status_those_that_no_claim_carries_too(status: Status) -> None:
    raw = msgspec.json.encode(Verdict(status=status, rule="verdict.passed"))
    assert msgspec.json.decode(raw, type=Verdict).status == status


def test_a_verdict_on_nothing_rests_on_nothing_and_is_not_contested() -> None:
    verdict = Verdict(status="planned", rule="verdict.latest-of-holder")
    assert (verdict.because, verdict.dissents, verdict.by, verdict.previous, verdict.since) == ((), (), (), None, None)
    assert not verdict.contested


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"status": "planned"}, "missing required field `rule`"),
        ({"rule": "verdict.passed"}, "missing required field `status`"),
        ({"status": "moved", "rule": "verdict.passed"}, r"\$\.status"),
        ({"status": "held", "rule": "verdict.passed", "previous": "none"}, r"\$\.previous"),
        ({"status": "held", "rule": "verdict.passed", "certainty": "sure"}, r"\$\.certainty"),
        ({"status": "held", "rule": "verdict.passed", "because": "cl_1"}, r"\$\.because"),
    ],
)
def test_what_is_no_verdict_is_refused_with_its_field(given: dict[str, Any], told: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=told):
        msgspec.convert(given, Verdict)


@pytest.mark.parametrize(
    "changed",
    [
        {"rule": "verdict.reopened"},
        {"since": When(edtf="2018-05-25")},
        {"because": ("cl_2", "cl_1")},
        {"dissents": ("cl_3",)},
        {"contested": True},
        {"by": ("the minister",)},
    ],
    ids=str,
)
def test_verdicts_are_equal_when_their_reasons_are_too(changed: dict[str, Any]) -> None:
    given = {"status": "planned", "rule": "verdict.latest-of-holder", "because": ("cl_1", "cl_2")}
    assert msgspec.convert(given, Verdict) == msgspec.convert(given, Verdict)
    assert msgspec.convert(given | changed, Verdict) != msgspec.convert(given, Verdict)
