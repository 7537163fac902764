"""What the benchmarks of speed and memory work out for themselves."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
TEXT = ["De top gaat niet door.", "", "Dat meldt het ministerie.", "Niemand weet waarom."]


def load(name: str) -> ModuleType:
    """A benchmark, which is a program and no package."""
    spec = importlib.util.spec_from_file_location(name, BENCHMARKS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("words", "reports"), [(1, 3), (6, 2), (400, 1)])
def test_reports_hold_every_line_once(words: int, reports: int) -> None:
    """However long reports are to be, no line is lost and none is cut."""
    made = load("speed").make_reports(TEXT, words=words)
    assert len(made) == reports
    assert " ".join(made) == " ".join(filter(None, TEXT))


def test_rates_are_words_by_seconds_of_the_middle_round() -> None:
    """One slow round does not tell, and opening is taken off."""
    speed = load("speed")
    costs = [speed.Cost(2.0, 4.0), speed.Cost(1.0, 2.0), speed.less(speed.Cost(12.0, 5.0), speed.Cost(2.0, 1.0))]
    assert speed.rate(100, costs) == {"median": 50.0, "best": 100.0, "processor": 25.0}


def test_the_encoder_sees_each_sentence_once() -> None:
    """The batches of the bare encoder hold the pieces of all sentences, and the engine is left as it was."""
    speed = load("speed")
    from dragoman.language import load_engine

    graph = load_engine("nl", threads=1)._parser
    batches = speed.record_batches(speed.make_reports(TEXT), 1)
    assert sum(len(ids) for ids in batches) == 3
    assert load_engine("nl", threads=1)._parser is graph


@pytest.mark.parametrize("length", [1, 30, 1000])
def test_a_report_is_lengthened_to_the_character(length: int) -> None:
    """A memory figure names a length, so the text has it."""
    text = load("memory").lengthen(TEXT, length)
    assert len(text) == length
    assert text.startswith(TEXT[0][:length])
