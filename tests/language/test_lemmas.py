import pytest

from dragoman.language.lemmas import apply_script, join_particle


@pytest.mark.parametrize(
    ("text", "script", "lemma"),
    [
        ("afgelopen", "2|2||0||l", "af_lopen"),
        ("Steden", "0|0||4|ad|l", "stad"),
        ("Kims", "0|0||1||k", "Kim"),
        ("GENUA", "0|0||0||t", "Genua"),
        ("is", "0|2|zijn|0||l", "zijn"),
        ("a", "0|3|x|2|y|l", "a"),
        ("de", "0|2||0||l", "de"),
    ],
)
def test_a_script_turns_a_word_into_its_lemma(text: str, script: str, lemma: str) -> None:
    assert apply_script(text, script) == lemma


@pytest.mark.parametrize(
    ("particle", "lemma", "joined"), [("Af", "gelasten", "af_gelasten"), ("op", "af_lopen", "af_lopen")]
)
def test_a_particle_is_set_before_its_verb(particle: str, lemma: str, joined: str) -> None:
    assert join_particle(particle, lemma) == joined
