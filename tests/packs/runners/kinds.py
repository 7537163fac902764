"""Runs the examples of kinds.yaml: the rule names the event by these words, and makes no event of the others."""

from typing import Any

from dragoman.actors.find import find_actors
from dragoman.claims.scene import Found, Scene
from dragoman.claims.triggers import find_triggers
from dragoman.corridor.read import read_report
from dragoman.dates.find import find_dates
from dragoman.language import parse_text
from dragoman.model.report import Report
from dragoman.packs.load import load_language

DAY = "2018-05-23"


def run(code: str, rule: Any, example: Any) -> None:
    named = triggers(code, example.text)
    assert (rule.id, example.mention) in named, named


def refuse(code: str, rule: Any, text: str) -> None:
    reading = read_report(Report(key="x", id="x", text=text, language=code, published=DAY))
    assert rule.id not in {mention.rule for event in reading.events for mention in event.mentions}


def triggers(code: str, text: str) -> list[tuple[str, str]]:
    pack, parse = load_language(code), parse_text(text, language=code)
    dates = find_dates(parse, pack.dates, text=text)
    cast = find_actors(parse, text, pack=pack, day=DAY, dates=dates)
    found = Found(parse=parse, text=text, actors=cast.actors, places=cast.places, dates=dates)
    scenes = [Scene(found, number, pack=pack) for number in range(len(parse.sentences))]
    return [(each.rule.id, scene.tree.tokens[each.token].text) for scene in scenes for each in find_triggers(scene)]
