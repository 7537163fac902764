import pytest

from dragoman.language.lemmas import apply_script
from training.lemma_scripts import learn_script, plain_lemma


@pytest.mark.parametrize(
    ("form", "lemma", "upos", "plain"),
    [
        ("top", "top", "NOUN", "top"),
        ("_", "_", "SYM", "_"),
        ("afgelopen", "af_lopen", "VERB", "af_lopen"),
        ("spoorde", "aan_sporen", "VERB", "sporen"),
        ("staatshoofden", "staat_hoofd", "NOUN", "staatshoofd"),
        ("angsthazen", "angst_haas", "NOUN", "angsthaas"),
        ("parlementsleden", "parlement_lid", "NOUN", "parlementslid"),
        ("Amstelbrouwerij", "Amstel_brouwerij", "NOUN", "Amstelbrouwerij"),
        ("Standaardmodel", "standaard_model", "NOUN", "standaardmodel"),
        ("B.B.", "Bescherming_Bevolking", "PROPN", "B.B."),
    ],
)
def test_plain_lemmas_are_words_as_they_are_written(form: str, lemma: str, upos: str, plain: str) -> None:
    assert plain_lemma(form, lemma, upos) == plain


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("afgelopen", "af_lopen"),
        ("Steden", "stad"),
        ("is", "zijn"),
        ("Kims", "Kim"),
        ("GENUA", "Genua"),
        ("NAVO-landen", "NAVO-land"),
        ("''", "''"),
        ("liep", "lopen"),
    ],
)
def test_a_learnt_script_leads_to_the_lemma(form: str, lemma: str) -> None:
    script = learn_script(form, lemma)
    assert script is not None
    assert apply_script(form, script) == lemma


def test_a_lemma_that_holds_the_scripts_own_mark_has_none() -> None:
    assert learn_script("x", "a|b") is None
