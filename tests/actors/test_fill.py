from dragoman.actors.fill import fill_states
from dragoman.model.actor import Actor, ActorMention


def mention(actor: Actor, *, how: str = "new-name", start: int = 0) -> ActorMention:
    return ActorMention(start=start, end=start + 1, text="x", actor=actor, how=how)


PLAIN = Actor(id="x-els", name="Els", type="person")
TOLD = Actor(id="x-els", name="Els", type="person", state="BE")
KNOWN = Actor(id="Q1065", name="United Nations", type="organisation")


def test_a_state_told_once_is_that_of_every_mention() -> None:
    filled = fill_states([mention(PLAIN), mention(TOLD, start=5)], home=None)
    assert [each.actor.state for each in filled] == ["BE", "BE"]


def test_who_is_new_is_of_the_country_of_the_report() -> None:
    assert [each.actor.state for each in fill_states([mention(PLAIN)], home="NL")] == ["NL"]


def test_who_is_known_keeps_what_the_packs_say() -> None:
    assert fill_states([mention(KNOWN, how="name")], home="NL") == [mention(KNOWN, how="name")]
