import pytest

from dragoman.claims.speech import Saying, Speech
from dragoman.model.actor import Link
from dragoman.model.vocabulary import Evidentiality, SourceType


def link(name: str, kind: SourceType = "person", how: Evidentiality = "reported", start: int | None = 0) -> Link:
    return Link(name=name, type=kind, evidentiality=how, start=start)


OUTLET = link("De Avondpost", "outlet", "own", None)
# "In de regio moet vrede heersen, verklaarde Poetin volgens TASS." with its sayings by hand
PUTIN = Saying(
    rule="t.say",
    type="say",
    cue=(31, 41),
    links=(link("Vladimir Putin"),),
    content=((0, 29),),
    frame=((31, 48),),
)
TASS = Saying(
    rule="t.according", type="say", cue=(49, 56), links=(link("TASS", "agency"),), content=((0, 48),), frame=((49, 61),)
)
SPEECH = Speech(outlet=OUTLET, sayings=(PUTIN, TASS))


def names(speech: Speech, start: int, end: int) -> list[list[str]]:
    return [[each.name for each in chain] for chain in speech.chains_at(start, end)]


def test_chain_runs_from_the_outlet_inwards() -> None:
    assert names(SPEECH, 3, 29) == [["De Avondpost", "TASS", "Vladimir Putin"]]


def test_words_of_saying_are_told_by_whoever_tells_them() -> None:
    assert names(SPEECH, 31, 48) == [["De Avondpost", "TASS"]]


def test_own_voice_is_the_outlet_and_the_agency_it_credits() -> None:
    assert names(SPEECH, 100, 120) == [["De Avondpost"]]
    assert names(Speech(outlet=OUTLET, credit=link("Belga", "agency")), 0, 9) == [["De Avondpost", "Belga"]]
    assert names(Speech(), 0, 9) == [[]]


def test_joint_speakers_give_a_chain_each() -> None:
    both = Saying(rule="t", type="agree", cue=(4, 9), links=(link("Kim"), link("Moon")), content=((10, 40),))
    speech = Speech(outlet=OUTLET, sayings=(both,))
    assert names(speech, 12, 40) == [["De Avondpost", "Kim"], ["De Avondpost", "Moon"]]
    assert speech.chain_at(12, 40)[-1].name == "Kim"


def test_one_who_quotes_himself_is_one_link() -> None:
    inner = Saying(rule="t", type="think", cue=(2, 8), links=(link("Trump"),), content=((10, 40),))
    outer = Saying(rule="t", type="say", cue=(50, 53), links=(link("Trump"),), content=((0, 45),))
    assert names(Speech(sayings=(inner, outer)), 10, 40) == [["Trump"]]


@pytest.mark.parametrize(
    ("quoted", "hearsay", "expected"),
    [((), False, "reported"), (((10, 40),), False, "quoted"), (((10, 40),), True, "hearsay"), ((), True, "hearsay")],
)
def test_evidentiality_is_that_of_the_span(quoted: tuple[tuple[int, int], ...], hearsay: bool, expected: str) -> None:
    saying = Saying(
        rule="t", type="say", cue=(0, 3), links=(link("Kim"),), content=((10, 60),), quoted=quoted, hearsay=hearsay
    )
    assert Speech(sayings=(saying,)).chain_at(12, 38)[-1].evidentiality == expected


def test_beside_a_quote_the_same_speaker_is_reported() -> None:
    saying = Saying(rule="t", type="say", cue=(0, 3), links=(link("Kim"),), content=((10, 60),), quoted=((40, 60),))
    assert Speech(sayings=(saying,)).chain_at(12, 38)[-1].evidentiality == "reported"


def test_nobody_is_left_out_where_somebody_is_named() -> None:
    nobody = Saying(
        rule="t", type="expect", cue=(20, 28), links=(link("unnamed", "unnamed", start=None),), content=((30, 60),)
    )
    moon = Saying(rule="t", type="say", cue=(0, 7), links=(link("Moon"),), content=((20, 60),))
    assert names(Speech(sayings=(nobody, moon)), 32, 60) == [["Moon"]]
    assert names(Speech(sayings=(nobody,)), 32, 60) == [["unnamed"]]


def test_hearsay_without_a_source_tells_only_what_nobody_else_does() -> None:
    vague = Saying(
        rule="t",
        type="say",
        cue=(5, 9),
        links=(link("unnamed", "unnamed"),),
        content=((5, 60),),
        hearsay=True,
        vague=True,
    )
    kim = Saying(rule="t", type="say", cue=(0, 3), links=(link("Kim"),), content=((4, 60),))
    assert names(Speech(sayings=(vague,)), 10, 50) == [["unnamed"]]
    assert names(Speech(sayings=(vague, kim)), 10, 50) == [["Kim"]]
    assert Speech(sayings=(vague, kim)).is_hearsay(10, 50)


def test_stance_type_and_day_of_saying_are_those_of_the_innermost() -> None:
    denial = Saying(
        rule="t",
        type="deny",
        cue=(10, 17),
        links=(link("Kim"),),
        content=((20, 60),),
        frame=((0, 17),),
        stance="denies",
    )
    agency = Saying(
        rule="t", type="say", cue=(70, 75), links=(link("TASS", "agency"),), content=((0, 60),), frame=((62, 80),)
    )
    speech = Speech(sayings=(denial, agency))
    assert speech.stance_at(25, 60) == "denies"
    assert speech.stance_at(0, 17) is None
    assert speech.said_at(25, 60) == ((0, 17), (62, 80))
