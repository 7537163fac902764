import pytest

from dragoman.corridor.standing import Standing
from dragoman.corridor.turn import kinds_between
from dragoman.corridor.view import Gathered
from dragoman.model.event import Anchor, Event
from dragoman.model.verdict import Verdict
from dragoman.model.vocabulary import Status
from dragoman.model.when import When

JUNE_12, JUNE_15, JUNE = "2018-06-12", "2018-06-15", "2018-06"


def standing(status: Status, when: str | None = None, *moved_from: str, contested: bool = False) -> Standing:
    event = Event(
        anchor=Anchor(report="sha256:1", start=0, end=3),
        kind="summit",
        when=None if when is None else When(edtf=when),
        moved_from=tuple(When(edtf=each) for each in moved_from),
    )
    gathered = Gathered(key="1:0-3", event=event, claims=(), reports=frozenset())
    return Standing(gathered=gathered, claims=(), verdict=Verdict(status=status, rule="verdict.x", contested=contested))


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        ("planned", "planned", ()),
        ("planned", "confirmed", ("confirmed",)),
        ("planned", "doubtful", ("doubted",)),
        ("planned", "mooted", ("doubted",)),
        ("mooted", "planned", ("planned",)),
        ("mooted", "conditional", ("changed",)),
        ("mooted", "doubtful", ("doubted",)),
        ("confirmed", "cancelled", ("called-off",)),
        ("planned", "refused", ("called-off",)),
        ("cancelled", "doubtful", ("reopened",)),
        ("postponed", "planned", ("reopened",)),
        ("cancelled", "confirmed", ("reopened", "confirmed")),
        ("suspended", "ongoing", ("reopened", "begun")),
        ("cancelled", "held", ("held",)),
        ("planned", "postponed", ("moved",)),
        ("ongoing", "suspended", ("suspended",)),
        ("planned", "unknown-after-date", ("lapsed",)),
        ("unknown-after-date", "held", ("held",)),
    ],
)
def test_a_change_of_status_has_a_kind(before: Status, after: Status, kinds: tuple[str, ...]) -> None:
    assert kinds_between(standing(before), standing(after)) == kinds


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        (standing("planned", JUNE_12), standing("planned", JUNE_15, JUNE_12), ("moved",)),
        (standing("planned", JUNE_12), standing("planned", JUNE_15), ("moved",)),
        (standing("planned", JUNE), standing("planned", JUNE_12), ()),
        (standing("planned"), standing("planned", JUNE_12), ()),
        (standing("planned", JUNE_15, JUNE), standing("planned", JUNE_15, JUNE_12), ()),
        (standing("planned", JUNE_12), standing("confirmed", JUNE_15, JUNE_12), ("confirmed", "moved")),
        (standing("planned", JUNE_12), standing("postponed", None, JUNE_12), ("moved",)),
    ],
)
def test_another_day_is_a_move_and_a_day_known_better_is_not(
    before: Standing, after: Standing, kinds: tuple[str, ...]
) -> None:
    assert kinds_between(before, after) == kinds


def test_contradiction_is_told_once_and_beside_the_rest() -> None:
    quiet, loud = standing("planned"), standing("cancelled", contested=True)
    assert kinds_between(quiet, loud) == ("called-off", "contradicted")
    assert kinds_between(loud, loud) == ()
    assert kinds_between(None, loud) == ("new", "contradicted")
    assert kinds_between(None, quiet) == ("new",)
