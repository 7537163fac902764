import pytest

from dragoman.corridor.whose import find_whose
from dragoman.errors import BadOption
from dragoman.model.actor import Link
from dragoman.model.claim import Claim
from dragoman.model.vocabulary import SourceType


def claim(name: str, kind: SourceType = "person", *, id: str | None = None, state: str | None = None) -> Claim:  # noqa: A002
    link = Link(name=name, type=kind, evidentiality="performed", id=id, state=state)
    return Claim(
        id="cl_1",
        report="sha256:1",
        status="planned",
        stance="asserts",
        certainty="certain",
        chain=(link,),
        start=0,
        end=1,
        quote="x",
        rule="hand",
    )


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Noord-Korea", "North Korea"),
        ("north korea", "North Korea"),
        ("KP", "North Korea"),
        ("Q423", "North Korea"),
        ("Donald Trump", "Donald Trump"),
        ("Poetin", "Vladimir Putin"),
        ("Merkel", "Angela Merkel"),
    ],
)
def test_an_actor_is_found_by_name_id_or_code_in_any_language(asked: str, name: str) -> None:
    assert find_whose(asked, sources=()).name == name


def test_of_two_with_one_name_the_one_who_spoke_is_meant() -> None:
    assert find_whose("Kim", sources=["Q56226"]).name == "Kim Jong-un"


@pytest.mark.parametrize(
    ("given", "taken", "exactly"),
    [
        (claim("Kim Jong-un", id="Q56226", state="KP"), True, False),
        (claim("North Korea", id="Q423", kind="state", state="KP"), True, True),
        (claim("Donald Trump", id="Q22686", state="US"), False, False),
    ],
)
def test_a_state_takes_in_who_speaks_for_it_unless_exactly(given: Claim, taken: bool, exactly: bool) -> None:
    assert find_whose("KP", sources=()).takes(given) is taken
    assert find_whose("KP", sources=(), exactly=True).takes(given) is exactly


def test_a_source_that_no_pack_knows_is_found_by_its_name() -> None:
    whose = find_whose("de ochtendkoerier", sources=["De Ochtendkoerier"])
    assert whose.name == "De Ochtendkoerier"
    assert whose.takes(claim("De Ochtendkoerier", kind="outlet"))
    assert not whose.takes(claim("Het Avondblad", kind="outlet"))


@pytest.mark.parametrize(("asked", "hint"), [("Noord-Koreaa", "North Korea"), ("qqqqzzzz", None)])
def test_who_is_not_known_is_answered_with_the_nearest(asked: str, hint: str | None) -> None:
    with pytest.raises(BadOption) as caught:
        find_whose(asked, sources=())
    assert caught.value.hint is None if hint is None else hint in str(caught.value.hint)
