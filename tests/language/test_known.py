import pytest

from dragoman.language.known import KnownLemmas

KNOWN = KnownLemmas(
    {
        "NOUN": {"steden": ("stad",), "toppen": ("top",), "reden": ("reden", "rede")},
        "VERB": {"verliet": ("verlaten",), "geblazen": ("blazen",), "afgaan": ("af_gaan",)},
        "PROPN": {"Kims": ("Kim",)},
    }
)


@pytest.mark.parametrize(
    ("form", "upos", "guess", "lemma"),
    [
        ("Steden", "NOUN", "sted", "stad"),
        ("reden", "NOUN", "rede", "rede"),
        ("reden", "NOUN", "rijden", "reden"),
        ("vredestoppen", "NOUN", "vredestopp", "vredestop"),
        ("EU-toppen", "NOUN", "EU-topp", "EU-top"),
        ("Vredestoppen", "NOUN", "vredestopp", "vredestop"),
        ("raketten", "NOUN", "raket", "raket"),
        ("verliet", "VERB", "verlieten", "verlaten"),
        ("Afgeblazen", "VERB", "afg_lazen", "af_blazen"),
        ("opgeblazen", "VERB", "opblazen", "opblazen"),
        ("overtoppen", "VERB", "overtoppen", "overtoppen"),
        ("Kims", "PROPN", "Kims", "Kim"),
        ("NAVO", "PROPN", "Navo", "NAVO"),
        ("Poetins", "PROPN", "Poetin", "Poetin"),
        ("Noord-Koreaanse", "ADJ", "Noord-koreaans", "Noord-Koreaans"),
        ("GROOTSTE", "ADJ", "Groot", "Groot"),
    ],
)
def test_a_form_once_seen_keeps_its_lemma(form: str, upos: str, guess: str, lemma: str) -> None:
    assert KNOWN.correct(form, upos, guess) == lemma
