"""The closed vocabularies: words that every part of the program, and every reader of its JSON, may count on."""

from typing import Any, get_args

import msgspec
import pytest

from dragoman.model import vocabulary
from dragoman.model.vocabulary import CERTAINTIES, DERIVED_ONLY, KINDS, STATUSES

WORDS = {
    "Status": """mooted planned confirmed doubtful conditional postponed cancelled refused ongoing suspended held
        not-held denied unknown-after-date""",
    "Stance": "asserts denies unconfirmed retracts",
    "Certainty": "certain probable possible unknown",
    "Evidentiality": "performed quoted reported hearsay own",
    "SourceType": "outlet agency media person office organisation state document unnamed",
    "ActorType": "state organisation office person media agency unnamed",
    "Kind": """summit talks meeting visit call conference press-conference speech debate vote election appointment
        resignation formation signing entry-into-force ceremony hearing verdict deadline publication exercise launch
        test strike protest ceasefire release closure match other""",
    "Nature": "single series process",
    "LinkType": "part_of prepares condition follows replaces precedent",
    "Role": "principal host guest mediator attendee other",
    "Attendance": "expected present absent replaced left barred",
    "Direction": "past future",
}
"""The contract: a word that was once written into somebody's ledger or file keeps its name."""


@pytest.mark.parametrize(("name", "words"), WORDS.items())
def test_a_vocabulary_has_its_words_in_their_order(name: str, words: str) -> None:
    assert get_args(getattr(vocabulary, name)) == tuple(words.split())


def test_no_vocabulary_is_left_out_here() -> None:
    closed = {name for name, thing in vars(vocabulary).items() if name != "Literal" and get_args(thing)}
    assert closed == WORDS.keys()


@pytest.mark.parametrize(
    ("listed", "kind"),
    [(STATUSES, vocabulary.Status), (KINDS, vocabulary.Kind), (CERTAINTIES, vocabulary.Certainty)],
)
def test_a_list_holds_each_word_of_its_type_once(listed: tuple[str, ...], kind: Any) -> None:
    assert sorted(listed) == sorted(get_args(kind))


@pytest.mark.parametrize(
    ("surer", "less_sure"), [("certain", "probable"), ("probable", "possible"), ("possible", "unknown")]
)
def test_the_index_of_a_certainty_grows_as_it_gets_less_sure(
    surer: vocabulary.Certainty, less_sure: vocabulary.Certainty
) -> None:
    assert CERTAINTIES.index(surer) < CERTAINTIES.index(less_sure)


def test_what_only_a_verdict_gives_are_statuses() -> None:
    assert {"not-held", "denied", "unknown-after-date"} == DERIVED_ONLY < set(STATUSES)


def test_every_actor_can_be_a_source() -> None:
    assert set(get_args(vocabulary.SourceType)) - set(get_args(vocabulary.ActorType)) == {"outlet", "document"}


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (vocabulary.Status, "off"),
        (vocabulary.Status, "Cancelled"),
        (vocabulary.Stance, "affirms"),
        (vocabulary.Kind, "press conference"),
        (vocabulary.LinkType, "part-of"),
        (vocabulary.ActorType, "outlet"),
        (vocabulary.Direction, ""),
    ],
)
def test_another_word_is_refused(kind: Any, word: str) -> None:
    with pytest.raises(msgspec.ValidationError, match="Invalid enum value"):
        msgspec.convert(word, kind)
