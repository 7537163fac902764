"""Runs the examples of acts.yaml: the sentence tells of an act of that type by the rule."""

from typing import Any

from dragoman.corridor.read import read_report
from dragoman.model.report import Report


def acts(code: str, text: str) -> list[tuple[str, str]]:
    reading = read_report(Report(key="x", id="x", text=text, language=code, published="2018-05-23"))
    return [(act.rule, act.kind) for act in reading.acts]


def run(code: str, rule: Any, example: Any) -> None:
    assert (rule.id, example.act) in acts(code, example.text)


def refuse(code: str, rule: Any, text: str) -> None:
    assert rule.id not in {found for found, _ in acts(code, text)}
