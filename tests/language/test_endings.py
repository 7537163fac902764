import pytest

from dragoman.language.endings import Endings

VERBS = Endings([("luisterde", "luisteren"), ("tuimelde", "tuimelen"), ("werkte", "werken"), ("ging", "gaan")])


@pytest.mark.parametrize(
    ("form", "first"), [("koesterde", "koesteren"), ("merkte", "merken"), ("omhelsde", "omhelsen"), ("ving", "vaan")]
)
def test_what_ends_alike_becomes_its_lemma_alike(form: str, first: str) -> None:
    assert VERBS.offer(form)[0] == first


def test_a_longer_ending_in_common_counts_more() -> None:
    assert VERBS.share("koesterde", "koesteren") > VERBS.share("koesterde", "koesterden")
    assert VERBS.share("fluisterde", "fluisteren") > VERBS.share("wandelde", "wandeleren")


@pytest.mark.parametrize(("form", "lemma"), [("was", "zijn"), ("ontploften", "treploften")])
def test_what_shares_no_beginning_follows_no_ending(form: str, lemma: str) -> None:
    assert VERBS.share(form, lemma) < 0.001


def test_nothing_known_offers_nothing() -> None:
    assert Endings([]).offer("loopt") == []
