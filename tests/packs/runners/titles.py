"""Runs the examples of titles.yaml: an office noun is found with its role, a group stands for that many actors."""

from typing import Any

from dragoman.actors.describe import find_offices, resolve_group
from dragoman.actors.find import find_actors
from dragoman.actors.index import index_for
from dragoman.actors.sight import Sight
from dragoman.language import parse_text
from dragoman.packs.load import load_language
from dragoman.packs.shapes.cues import Title
from dragoman.rules.tree import Tree

BEFORE = {
    "person": "President Emmanuel Macron sprak met premier Mark Rutte.",
    "state": "Frankrijk sprak met Nederland.",
}


def run(code: str, rule: Any, example: Any) -> None:
    if isinstance(rule, Title):
        assert (rule.id, example.role) in {
            (found, role) for found, roles in offices(code, example.text) for role in roles
        }
    else:
        assert members(code, rule, example.text) == example.count


def refuse(code: str, rule: Any, text: str) -> None:
    if isinstance(rule, Title):
        assert rule.id not in {found for found, _ in offices(code, text)}
    else:
        assert members(code, rule, text) == 0


def offices(code: str, text: str) -> list[tuple[str, tuple[str, ...]]]:
    sentences = parse_text(text, language=code).sentences
    return [(o.title.id, o.title.roles) for each in sentences for o in find_offices(Tree(each), code=code)]


def members(code: str, rule: Any, text: str) -> int:
    """Counts the actors that the rule makes of a group after a sentence with two of its kind."""
    sight, pack = Sight(index=index_for(code), day="2018-05-23"), load_language(code)
    before = BEFORE[rule.member]
    for mention in find_actors(parse_text(before, language=code), before, pack=pack, day=sight.day).actors:
        sight.note(mention.actor)
    trees = [Tree(sentence) for sentence in parse_text(text, language=code).sentences]
    groups = [each for tree in trees for each in resolve_group(tree, titles=pack.titles, sight=sight)]
    return sum(each.how == rule.id for each in groups)
