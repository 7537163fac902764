"""Parses: what a token says when nothing more is known of it."""

from typing import Any

import msgspec
import pytest

from dragoman.model.parse import Name, Parse, Sentence, Token

TOP: dict[str, Any] = {
    "start": 3,
    "end": 6,
    "text": "top",
    "lemma": "top",
    "upos": "NOUN",
    "head": -1,
    "deprel": "root",
}


def test_no_two_tokens_share_their_features() -> None:
    one, other = Token(**TOP), Token(**TOP)
    one.feats["Number"] = "Sing"
    assert other.feats == {}


def test_a_token_without_a_score_is_taken_as_certain() -> None:
    assert (Token(**TOP).arc_score, Name(start=3, end=6, label="MISC").score) == (1.0, 1.0)


def test_a_parse_made_by_hand_names_no_model() -> None:
    assert (Parse(sentences=()).model, Parse(sentences=()).names) == ("", ())


@pytest.mark.parametrize("feats", [{}, {"Number": "Sing", "Gender": "Com"}])
def test_a_parse_is_the_same_after_json_in_the_order_of_the_text(feats: dict[str, str]) -> None:
    gaat = Token(start=7, end=11, text="gaat", lemma="gaan", upos="VERB", head=0, deprel="acl", arc_score=0.25)
    sentences = (
        Sentence(start=0, end=11, tokens=(Token(**TOP, feats=feats), gaat)),
        Sentence(start=12, end=12, tokens=(), paragraph=1),
    )
    parse = Parse(sentences=sentences, names=(Name(start=0, end=2, label="LOC", score=0.5),), model="nl-1")
    assert msgspec.json.decode(msgspec.json.encode(parse), type=Parse) == parse


@pytest.mark.parametrize(
    ("changed", "told"),
    [({"head": "root"}, r"\$\.head"), ({"feats": "Number=Sing"}, r"\$\.feats"), ({"start": 3.5}, r"\$\.start")],
)
def test_what_is_no_token_is_refused_with_its_field(changed: dict[str, Any], told: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=told):
        msgspec.convert(TOP | changed, Token)
