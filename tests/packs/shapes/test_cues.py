"""The shapes of cues: every status that a claim may carry, examples as arrays, faults with their field."""

from typing import Any, get_args, get_type_hints

import msgspec
import pytest

from dragoman.model.vocabulary import DERIVED_ONLY, STATUSES
from dragoman.packs.load import languages, load_language
from dragoman.packs.shapes.common import Rule
from dragoman.packs.shapes.cues import (
    ActCue,
    CueExample,
    Embedding,
    GrammarFile,
    Group,
    Hedge,
    NounTrigger,
    StatusCue,
    Title,
    VerbTrigger,
)

LEAST: dict[type[Rule[Any]], dict[str, Any]] = {
    NounTrigger: {"kind": "summit", "lemmas": ["top"], "examples": [["De top gaat door.", "top"]]},
    VerbTrigger: {"kind": "meeting", "verbs": ["ontmoeten"], "examples": [["Zij ontmoeten elkaar.", "ontmoeten"]]},
    StatusCue: {"status": "cancelled", "verbs": ["afblazen"], "examples": [["Zij blies de top af.", "cancelled"]]},
    Hedge: {"certainty": "possible", "words": ["mogelijk"], "examples": [["Mogelijk komt er een top.", "possible"]]},
    Embedding: {"status": "mooted", "verbs": ["hopen"], "examples": [["Zij hoopt dat de top doorgaat.", "mooted"]]},
    ActCue: {"act": "appeal", "verbs": ["oproepen"], "examples": [["Zij riep hem op te komen.", "appeal"]]},
    Title: {"words": ["premier"], "roles": ["head-of-government"], "examples": [["de premier", "head-of-government"]]},
    Group: {"phrases": [["beide", "leiders"]], "member": "person", "examples": [["beide leiders", 2]]},
}
"""The least that each rule must say beside its id."""


def made(kind: type[Rule[Any]], changed: dict[str, Any]) -> Any:
    given = {"id": "nl.hand.1"} | LEAST[kind] | changed
    return msgspec.convert({name: value for name, value in given.items() if value is not ...}, kind)


@pytest.mark.parametrize("kind", LEAST, ids=lambda kind: kind.__name__)
def test_the_least_that_a_rule_says_is_enough_and_survives_json(kind: type[Rule[Any]]) -> None:
    rule = made(kind, {})
    assert msgspec.json.decode(msgspec.json.encode(rule), type=kind) == rule


@pytest.mark.parametrize(
    ("kind", "changed", "told"),
    [
        (NounTrigger, {"kind": "top"}, r"\$\.kind"),
        (NounTrigger, {"lemmas": []}, r"length >= 1 - at `\$\.lemmas"),
        (NounTrigger, {"needs": "date"}, r"\$\.needs"),
        (NounTrigger, {"examples": [["De top gaat door."]]}, r"length 2, got 1 - at `\$\.examples\[0\]"),
        (NounTrigger, {"examples": ["De top gaat door."]}, r"\$\.examples\[0\]"),
        (VerbTrigger, {"verbs": []}, r"length >= 1 - at `\$\.verbs"),
        (VerbTrigger, {"parties": ["from"]}, r"\$\.parties\[0\]"),
        (VerbTrigger, {"needs": ["of"]}, r"\$\.needs\[0\]"),
        (StatusCue, {"status": "not-held"}, r"\$\.status"),
        (StatusCue, {"status": ...}, "missing required field `status`"),
        (StatusCue, {"slots": ["about"]}, r"\$\.slots\[0\]"),
        (StatusCue, {"negated": "occurs"}, r"\$\.negated"),
        (StatusCue, {"date": "today"}, r"\$\.date"),
        (StatusCue, {"examples": [["De top gaat door.", "on"]]}, r"\$\.examples\[0\]\[1\]"),
        (StatusCue, {"examples": [["De top gaat door.", "planned", "affirms"]]}, r"\$\.examples\[0\]\[2\]"),
        (StatusCue, {"verb": ["afblazen"]}, "unknown field `verb`"),
        (Hedge, {"certainty": "perhaps"}, r"\$\.certainty"),
        (Embedding, {"status": "held"}, r"\$\.status"),
        (Embedding, {"negated": "confirmed"}, r"\$\.negated"),
        (ActCue, {"recipient": ["subject"]}, r"\$\.recipient\[0\]"),
        (Title, {"roles": []}, r"length >= 1 - at `\$\.roles"),
        (Title, {"of": "house"}, r"\$\.of"),
        (Group, {"member": "organisation"}, r"\$\.member"),
        (Group, {"phrases": []}, r"length >= 1 - at `\$\.phrases"),
        (Group, {"examples": [["beide leiders", "2"]]}, r"\$\.examples\[0\]\[1\]"),
    ],
)
def test_a_faulty_rule_is_refused_with_its_field(kind: type[Rule[Any]], changed: dict[str, Any], told: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=told):
        made(kind, changed)


def test_cues_tell_every_status_that_a_claim_may_carry_and_two_that_tense_decides() -> None:
    assert set(get_args(get_type_hints(StatusCue)["status"])) == {*STATUSES, "occurs", "begins"} - DERIVED_ONLY


@pytest.mark.parametrize("code", languages())
def test_a_language_tells_every_status_that_a_claim_may_carry(code: str) -> None:
    pack = load_language(code)
    told = {cue.status for cue in pack.status.cues} | {each.status for each in pack.implicatives.embeddings}
    told |= {"conditional"} if pack.grammar.conditional else set()
    told |= {"held", "planned"} if "occurs" in told else set()
    assert set(STATUSES) - DERIVED_ONLY - told == set()


@pytest.mark.parametrize("code", languages())
def test_a_cue_has_words_and_a_phrase_its_carriers(code: str) -> None:
    cues = load_language(code).status.cues
    assert [cue.id for cue in cues if not (cue.verbs or cue.nouns or cue.adjectives or cue.phrase or cue.forms)] == []
    assert [cue.id for cue in cues if cue.carriers and not cue.phrase] == []


@pytest.mark.parametrize("code", languages())
def test_a_cue_with_a_preposition_has_a_slot_for_it(code: str) -> None:
    cues = load_language(code).status.cues
    assert [cue.id for cue in cues if cue.preposition and not {"prepositional", "of"} & set(cue.slots)] == []


@pytest.mark.parametrize(
    ("example", "stance", "certainty"),
    [
        (["De top gaat door.", "planned"], "asserts", "certain"),
        (["Van uitstel is geen sprake.", "postponed", "denies"], "denies", "certain"),
        (["De top is mogelijk uitgesteld.", "postponed", "asserts", "possible"], "asserts", "possible"),
    ],
)
def test_an_example_says_stance_and_certainty_where_they_are_not_plain(
    example: list[str], stance: str, certainty: str
) -> None:
    told = msgspec.convert(example, CueExample)
    assert (told.text, told.status, told.stance, told.certainty) == (example[0], example[1], stance, certainty)


def test_a_word_of_python_has_its_own_name_in_the_file() -> None:
    assert msgspec.convert({"with": ["met"]}, GrammarFile).with_ == ("met",)
    with pytest.raises(msgspec.ValidationError, match="unknown field `with_`"):
        msgspec.convert({"with_": ["met"]}, GrammarFile)
