from typing import Any

from dragoman.claims.attribute import find_speech
from dragoman.language import parse_text
from dragoman.model.actor import Link
from dragoman.packs.load import load_language


def sources(code: str, text: str) -> list[Link]:
    speech = find_speech(parse_text(text), text, (), load_language(code))
    return [link for saying in speech.sayings for link in saying.links]


def is_of(rule: Any, link: Link) -> bool:
    """Tells whether a link is of the rule's class: called by its name, or given its type by a carrier noun."""
    carried = getattr(rule, "carrier", False) and link.type == rule.type
    return carried or link.name == rule.name or link.name.startswith(f"{rule.name} of ")


def run(code: str, rule: Any, example: str) -> None:
    links = sources(code, example)
    assert any(is_of(rule, link) for link in links), links


def refuse(code: str, rule: Any, text: str) -> None:
    assert not any(is_of(rule, link) for link in sources(code, text))
