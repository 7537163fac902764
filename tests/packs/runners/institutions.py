"""Runs the examples of institutions.yaml: the rule finds an actor of that name, and none in what it leaves alone."""

from typing import Any

from dragoman.actors.find import find_actors
from dragoman.language import parse_text
from dragoman.packs.load import load_language


def found(code: str, text: str) -> set[tuple[str, str]]:
    cast = find_actors(parse_text(text, language=code), text, pack=load_language(code), day="2018-05-23")
    return {(mention.how.partition("+")[0], mention.actor.name) for mention in cast.actors}


def run(code: str, rule: Any, example: Any) -> None:
    assert (rule.id, example.name) in found(code, example.text), found(code, example.text)


def refuse(code: str, rule: Any, text: str) -> None:
    assert rule.id not in {how for how, _ in found(code, text)}
