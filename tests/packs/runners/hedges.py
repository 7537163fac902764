"""Runs the examples of hedges.yaml: the hedge lowers a claim to that certainty, and its absence leaves it certain."""

from typing import Any

from dragoman.corridor.read import read_report
from dragoman.model.report import Report


def certainties(code: str, text: str) -> list[str]:
    reading = read_report(Report(key="x", id="x", text=text, language=code, published="2018-05-23"))
    return [claim.certainty for claim in reading.claims]


def run(code: str, rule: Any, example: Any) -> None:
    assert rule.certainty == example.certainty
    assert example.certainty in certainties(code, example.text)


def refuse(code: str, rule: Any, text: str) -> None:
    found = certainties(code, text)
    assert found, "a counterexample of a hedge claims something"
    assert rule.certainty not in found
