"""The screen of ``dragoman evaluate``."""

from dragoman.corridor.evaluate.report import Miss
from dragoman.corridor.evaluate.score import Figure, Score
from dragoman.packs.load import load_wording
from dragoman.views.cli.evaluate_screen import show_misses, show_score
from dragoman.views.cli.page import Page

PAGE = Page(wording=load_wording("en"), language="en")
FIGURE = Figure(value=0.5, low=0.25, high=0.75, right=1, of=2)


def made(**sets: dict[str, float]) -> Score:
    confusion = {"held>held": 7, "held>planned": 1, "planned>mooted": 2}
    return Score(gold="ab" * 32, reports=2, figures={"status": FIGURE}, sets=sets, confusion=confusion, misses=())


def test_each_figure_has_its_interval_and_its_count() -> None:
    lines = show_score(made(), PAGE)
    assert lines[0] == "2 reports, gold abababababab"
    (row,) = [line.split() for line in lines if line.startswith("status ")]
    assert row == ["status", "0.500", "[0.250,", "0.750]", "1/2"]


def test_what_was_confused_comes_commonest_first_without_what_was_right() -> None:
    lines = show_score(made(), PAGE)
    assert lines[-2:] == ["   2 planned > mooted", "   1 held > planned"]


def test_several_sets_stand_in_a_row_each() -> None:
    lines = show_score(made(one={"status": 1.0}, two={"event f1": 0.25}), PAGE)
    (one,), (two,) = ([line.split() for line in lines if line.startswith(name)] for name in ("one", "two"))
    assert one == ["one", "–", "1.000", "–", "–", "–", "–", "–"]
    assert two[1] == "0.250"


def test_misses_are_gathered_by_what_went_wrong() -> None:
    misses = [
        Miss(report="a", what="status", gold="held", read="planned", sentence="S."),
        Miss(report="b", what="place", gold="Oslo", read="–", sentence="P."),
        Miss(report="c", what="status", gold="held", read="mooted", sentence="Q."),
    ]
    lines = show_misses(misses, PAGE)
    assert lines[:2] == ["   2 status", "   1 place"]
    assert lines[3:9] == ["status (2)", "", "a", "  gold: held", "  read: planned", "  » S."]
