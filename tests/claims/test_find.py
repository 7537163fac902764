from collections.abc import Callable

import pytest

from dragoman.claims.find import Tale

TaleOf = Callable[[str], Tale]


@pytest.mark.parametrize(
    ("text", "status", "holder", "how"),
    [
        ("Trump blies de top met Kim af.", "cancelled", "Donald Trump", "performed"),
        ("De top met Kim werd door Trump afgeblazen.", "cancelled", "Donald Trump", "performed"),
        ("Volgens Macron gaat de top met Merkel door.", "confirmed", "Emmanuel Macron", "reported"),
        ("'De top met Merkel gaat door', zei Macron.", "confirmed", "Emmanuel Macron", "quoted"),
    ],
)
def test_a_claim_goes_back_to_who_did_or_said_it(
    tale_of: TaleOf, text: str, status: str, holder: str, how: str
) -> None:
    claims = [claim for claim in tale_of(text).claims if claim.status == status]
    assert (holder, how) in [(claim.chain[-1].name, claim.chain[-1].evidentiality) for claim in claims if claim.chain]


def test_the_outlet_s_own_voice_has_no_holder(tale_of: TaleOf) -> None:
    assert [claim.chain for claim in tale_of("De top met Kim is afgelast.").claims] == [()]


def test_joint_doers_make_one_claim_each_over_the_same_words(tale_of: TaleOf) -> None:
    claims = tale_of("Macron en Merkel bliezen de top met Poetin af.").claims
    assert [claim.chain[-1].name for claim in claims] == ["Emmanuel Macron", "Angela Merkel"]
    assert len({(claim.start, claim.end) for claim in claims}) == 1


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Macron zei dat de top met Merkel doorgaat, hoewel het regent.", "dat de top met Merkel doorgaat"),
        ("De top met Merkel gaat door.", "De top met Merkel gaat door"),
    ],
)
def test_a_claim_spans_the_smallest_clause_with_event_and_status(tale_of: TaleOf, text: str, quote: str) -> None:
    assert quote in [text[claim.start : claim.end] for claim in tale_of(text).claims]


def test_a_denied_denial_asserts(tale_of: TaleOf) -> None:
    claims = tale_of("Macron ontkent dat de top met Merkel is afgelast.").claims
    assert [(claim.status, claim.stance) for claim in claims] == [("cancelled", "denies")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Trump blies donderdag de top van 12 juni met Kim af.", "donderdag"),
        ("Macron zei dinsdag dat de top van 12 juni met Merkel doorgaat.", "dinsdag"),
        ("De top van 12 juni met Merkel gaat door.", None),
    ],
)
def test_the_day_of_saying_is_not_the_day_of_the_event(
    tale_of: TaleOf, text: str, said: str | None, read_found: Callable[[str], tuple[object, object]]
) -> None:
    found, _ = read_found(text)
    claim = tale_of(text).claims[0]
    words = [date.text for date in found.dates]  # type: ignore[attr-defined]
    assert claim.date is not None
    assert words[claim.date] == "12 juni"
    assert (None if claim.said is None else words[claim.said]) == said


def test_two_years_of_what_is_past_are_two_meetings(tale_of: TaleOf) -> None:
    tale = tale_of("Chirac ontmoette Schröder in 2000 en 2003.")
    assert [len(told.dates) for told in tale.told] == [1, 1]
    assert [claim.event for claim in tale.claims] == [0, 1]


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("De vierde ontmoeting tussen Merkel en Macron was kort.", 4),
        ("Merkel en Macron spraken elkaar dinsdag voor het eerst.", 1),
        ("De ontmoeting tussen Merkel en Macron was kort.", None),
    ],
)
def test_the_number_of_an_event_is_read(tale_of: TaleOf, text: str, ordinal: int | None) -> None:
    assert tale_of(text).told[0].ordinal == ordinal


@pytest.mark.parametrize(
    ("text", "definite", "generic"),
    [
        ("De top met Merkel begint.", True, False),
        ("Een top met Merkel begint.", False, False),
        ("Elke top met Merkel begint laat.", False, True),
    ],
)
def test_determiners_tell_known_new_and_any(tale_of: TaleOf, text: str, definite: bool, generic: bool) -> None:
    told = tale_of(text).told[0]
    assert (told.definite, told.generic) == (definite, generic)


def test_a_series_is_told_from_one_occasion(tale_of: TaleOf) -> None:
    assert tale_of("Macron en Merkel spraken af om elkaar geregeld te ontmoeten.").told[0].nature == "series"


def test_a_journey_made_for_an_event_prepares_it(tale_of: TaleOf) -> None:
    told = tale_of("Macron stuurt een delegatie naar Singapore om de top met Kim voor te bereiden.").told
    assert [(link.type, told[link.to].kind) for link in told[0].links] == [("prepares", "summit")]


def test_hearsay_is_nobody_s_knowledge(tale_of: TaleOf) -> None:
    claims = tale_of("Naar verluidt heeft Macron de top met Merkel afgeblazen.").claims
    assert {claim.certainty for claim in claims} == {"unknown"}


@pytest.mark.parametrize(
    "text",
    [
        "Trump blies de top met Kim af. Macron zei dat de top met Merkel doorgaat.",
        "De top tussen Erdoğan en Vučić is uitgesteld; volgens Juncker komt er geen nieuwe datum.",
    ],
)
def test_spans_lie_in_the_text_and_claims_in_the_tale(tale_of: TaleOf, text: str) -> None:
    tale = tale_of(text)
    assert tale.claims
    assert all(0 <= claim.start < claim.end <= len(text) and claim.event < len(tale.told) for claim in tale.claims)
    assert all(text[told.mention.start : told.mention.end] == told.mention.text for told in tale.told)
