from typing import Any

from dragoman.claims.attribute import find_speech
from dragoman.claims.speech import Speech
from dragoman.language import parse_text
from dragoman.packs.load import load_language
from dragoman.packs.shapes.speech import Credit


def told(code: str, text: str) -> Speech:
    return find_speech(parse_text(text), text, (), load_language(code))


def seen(code: str, rule: Any, text: str) -> bool:
    speech = told(code, text)
    if isinstance(rule, Credit):
        return speech.credit is not None
    return rule.id in {saying.rule for saying in speech.sayings}


def run(code: str, rule: Any, example: str) -> None:
    speech = told(code, example)
    assert seen(code, rule, example), sorted({saying.rule for saying in speech.sayings})


def refuse(code: str, rule: Any, text: str) -> None:
    assert not seen(code, rule, text)
