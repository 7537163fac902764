"""Runs the examples of implicatives.yaml: what the governing word makes of the claim in its clause.

A claim keeps the rule of the words that call it off, so the rule of the example is the embedding's or a cue's.
"""

from typing import Any

from dragoman.corridor.read import read_report
from dragoman.model.report import Report


def claims(code: str, text: str) -> list[tuple[str, str, str, str]]:
    reading = read_report(Report(key="x", id="x", text=text, language=code, published="2018-05-23"))
    return [(claim.rule, claim.status, claim.stance, claim.certainty) for claim in reading.claims]


def run(code: str, rule: Any, example: Any) -> None:
    made = claims(code, example.text)
    wanted = (example.status, example.stance, example.certainty)
    assert any(claim[1:] == wanted and (claim[0] == rule.id or ".status." in claim[0]) for claim in made), made


def refuse(code: str, rule: Any, text: str) -> None:
    made = claims(code, text)
    assert made, "a counterexample of an embedding claims something, by another rule"
    assert rule.id not in {claim[0] for claim in made}, made
