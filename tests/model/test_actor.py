"""Actors and links: who takes part, who speaks, and what is no such thing."""

from typing import Any

import msgspec
import pytest

from dragoman.model.actor import Actor, ActorMention, Link, Office

MADE: dict[str, Any] = {"id": "x-rudolf", "name": "Rudolf", "type": "person"}
LINK: dict[str, Any] = {"name": "Het Avondblad", "type": "outlet", "evidentiality": "own"}


def test_an_actor_of_whom_only_the_name_is_known_says_nothing_more() -> None:
    actor = Actor(**MADE)
    assert (actor.state, actor.names, actor.offices, actor.speaks_for) == (None, {}, (), None)


def test_no_two_actors_share_their_spellings() -> None:
    one, other = Actor(**MADE), Actor(**MADE)
    one.names["nl"] = ("Rudolf",)
    assert other.names == {}


@pytest.mark.parametrize(
    ("noun", "given", "told"),
    [
        (Actor, MADE | {"type": "outlet"}, r"\$\.type"),
        (Actor, MADE | {"type": "sovereign"}, r"\$\.type"),
        (Actor, {"id": "Q1", "name": "Ruritania"}, "missing required field `type`"),
        (Actor, MADE | {"names": {"nl": "Rudolf"}}, r"\$\.names\[\.\.\.\]"),
        (Actor, MADE | {"offices": [{"role": "leader"}]}, r"missing required field `of` - at `\$\.offices\[0\]"),
        (Link, LINK | {"type": "speaker"}, r"\$\.type"),
        (Link, LINK | {"evidentiality": "direct"}, r"\$\.evidentiality"),
        (Link, LINK | {"start": "3"}, r"\$\.start"),
        (ActorMention, {"start": 0, "end": 6, "text": "Rudolf", "how": "hand"}, "missing required field `actor`"),
    ],
)
def test_what_is_no_actor_or_link_is_refused_with_its_field(
    noun: type[msgspec.Struct], given: dict[str, Any], told: str
) -> None:
    with pytest.raises(msgspec.ValidationError, match=told):
        msgspec.convert(given, noun)


def test_an_outlet_stands_nowhere_in_the_text() -> None:
    assert (Link(**LINK).start, Link(**LINK).end, Link(**LINK).cue) == (None, None, None)


def test_an_office_still_held_has_no_end() -> None:
    held = msgspec.json.decode(b'{"role":"leader","of":"KP","start":"2011-12-17"}', type=Office)
    assert (held.start, held.end) == ("2011-12-17", None)


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "TASS"},
        {"type": "agency"},
        {"evidentiality": "reported"},
        {"speaks_for": "BE"},
        {"start": 0, "end": 4},
        {"cue": "meldt"},
    ],
)
def test_links_are_equal_when_all_that_they_say_is(changed: dict[str, Any]) -> None:
    assert Link(**LINK) == Link(**LINK)
    assert hash(Link(**LINK)) == hash(Link(**LINK))
    assert Link(**LINK | changed) != Link(**LINK)
