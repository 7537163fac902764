"""Runs the examples of status.yaml: the cue gives a claim of that status, stance and certainty."""

from typing import Any

from dragoman.corridor.read import read_report
from dragoman.model.report import Report


def claims(code: str, text: str) -> list[tuple[str, str, str, str]]:
    reading = read_report(Report(key="x", id="x", text=text, language=code, published="2018-05-23"))
    return [(claim.rule, claim.status, claim.stance, claim.certainty) for claim in reading.claims]


def run(code: str, rule: Any, example: Any) -> None:
    made = claims(code, example.text)
    assert (rule.id, example.status, example.stance, example.certainty) in made, made


def refuse(code: str, rule: Any, text: str) -> None:
    made = claims(code, text)
    assert rule.id not in {claim[0] for claim in made}, made
