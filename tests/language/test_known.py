import pytest

from dragoman.language.known import KnownLemmas

KNOWN = KnownLemmas(
    {
        "NOUN": {
            "steden": ("stad",),
            "toppen": ("top",),
            "reden": ("reden", "rede"),
            "raketten": ("raket",),
            "plannen": ("plan",),
            "krant": ("krant",),
            "wensen": ("wens",),
        },
        "VERB": {
            "verliet": ("verlaten",),
            "geblazen": ("blazen",),
            "blies": ("blazen",),
            "afgaan": ("af_gaan",),
            "afgesproken": ("af_spreken",),
            "luisterde": ("luisteren",),
            "tuimelde": ("tuimelen",),
            "gespeeld": ("spelen",),
            "speelt": ("spelen",),
            "gewerkt": ("werken",),
            "gepleegd": ("plegen",),
        },
        "PROPN": {"Kims": ("Kim",)},
        "ADP": {"in": ("in",)},
    }
)


@pytest.mark.parametrize(
    ("form", "upos", "guesses", "lemma"),
    [
        ("Steden", "NOUN", [("sted", 0.9)], "stad"),
        ("reden", "NOUN", [("rede", 0.6), ("reden", 0.3)], "rede"),
        ("reden", "NOUN", [("rijden", 0.9)], "reden"),
        ("vredestoppen", "NOUN", [("vredestopp", 0.9)], "vredestop"),
        ("EU-toppen", "NOUN", [("eu-topp", 0.9)], "EU-top"),
        ("Vredestoppen", "NOUN", [("vredestopp", 0.9)], "vredestop"),
        ("kannen", "NOUN", [("kann", 0.5), ("kan", 0.4)], "kan"),
        ("verliet", "VERB", [("verlieten", 0.9)], "verlaten"),
        ("Afgeblazen", "VERB", [("afg_lazen", 0.9)], "af_blazen"),
        ("afblies", "VERB", [("afblisen", 0.5), ("af_bliesen", 0.4)], "af_blazen"),
        ("koesterde", "VERB", [("koestren", 0.5), ("koesteren", 0.3)], "koesteren"),
        ("gejuicht", "VERB", [("juichen", 0.4), ("gejuichten", 0.3)], "juichen"),
        ("overtoppen", "VERB", [("overtoppen", 0.9)], "overtoppen"),
        ("Kims", "PROPN", [("Kims", 0.9)], "Kim"),
        ("NAVO", "PROPN", [("Navo", 0.9)], "NAVO"),
        ("Poetins", "PROPN", [("Poetin", 0.9)], "Poetin"),
        ("Noord-Koreaanse", "ADJ", [("Noord-koreaans", 0.9)], "Noord-Koreaans"),
        ("GROOTSTE", "ADJ", [("Groot", 0.9)], "Groot"),
        ("onder", "ADP", [("onder", 0.9)], "onder"),
    ],
)
def test_a_form_once_seen_keeps_its_lemma_and_others_follow_it(
    form: str, upos: str, guesses: list[tuple[str, float]], lemma: str
) -> None:
    assert KNOWN.choose(form, upos, guesses) == lemma


@pytest.mark.parametrize(("form", "lemma"), [("Steden", "stad"), ("reden", None), ("gesteente", None)])
def test_only_a_form_with_one_lemma_is_settled(form: str, lemma: str | None) -> None:
    assert KNOWN.settled(form, "NOUN") == lemma


@pytest.mark.parametrize(("form", "parts"), [("af", True), ("Af", True), ("zien", False), ("geblazen", False)])
def test_a_particle_is_what_a_known_verb_parts_with(form: str, parts: bool) -> None:
    assert KNOWN.is_particle(form) is parts


def test_a_trema_goes_with_the_letters_that_asked_for_it() -> None:
    known = KnownLemmas({"VERB": {"geëist": ("eisen",), "gewist": ("wissen",), "gelist": ("listen",)}})
    assert known.choose("geëffend", "VERB", [("ëffenen", 0.9)]) == "effenen"
