import pytest

from dragoman.language import parse_text
from dragoman.packs.load import load_language
from dragoman.rules.mood import Mood, grade_mood, verb_group
from dragoman.rules.tree import Tree


def mood_of(text: str, word: str) -> Mood:
    tree = Tree(parse_text(text, language="nl").sentences[0])
    index = next(i for i, token in enumerate(tree.tokens) if token.text == word)
    return grade_mood(tree, index, grammar=load_language("nl").grammar)


@pytest.mark.parametrize(
    ("text", "word", "tense", "over"),
    [
        ("De ministers vergaderen in Brussel.", "vergaderen", "present", False),
        ("De ministers vergaderden in Brussel.", "vergaderden", "past", True),
        ("De ministers hebben in Brussel vergaderd.", "vergaderd", "present", True),
        ("De ministers hadden in Brussel vergaderd.", "vergaderd", "past", True),
        ("De ministers zullen in Brussel vergaderen.", "vergaderen", "future", False),
        ("De ministers zouden in Brussel vergaderen.", "vergaderen", "would", False),
        ("De top werd gisteren afgelast.", "afgelast", "past", True),
        ("De top wordt morgen afgelast.", "afgelast", "present", False),
        ("De top is gisteren afgelast.", "afgelast", "present", True),
    ],
)
def test_tense_comes_from_the_finite_verb(text: str, word: str, tense: str, over: bool) -> None:
    mood = mood_of(text, word)
    assert (mood.tense, mood.over) == (tense, over)


@pytest.mark.parametrize(
    ("text", "word", "negated", "not_yet"),
    [
        ("De top gaat door.", "gaat", False, False),
        ("De top gaat niet door.", "gaat", True, False),
        ("De top is nog niet afgelast.", "afgelast", True, True),
        ("De minister gaf geen toespraak.", "gaf", True, False),
        ("De minister heeft nooit met Teheran onderhandeld.", "onderhandeld", True, False),
    ],
)
def test_negation_is_that_of_the_clause(text: str, word: str, negated: bool, not_yet: bool) -> None:
    mood = mood_of(text, word)
    assert (mood.negated, mood.not_yet) == (negated, not_yet)


@pytest.mark.parametrize(
    ("text", "word", "field"),
    [
        ("De top kan nog worden afgelast.", "afgelast", "possible"),
        ("De ministers moeten dinsdag vergaderen.", "vergaderen", "obliged"),
        ("Gaat de top door?", "Gaat", "question"),
        ("De top werd door de voorzitter afgelast.", "afgelast", "passive"),
        ("De ministers hebben lang vergaderd.", "vergaderd", "perfect"),
        ("De ministers hadden lang vergaderd.", "vergaderd", "before"),
    ],
)
def test_modals_and_voice_are_told(text: str, word: str, field: str) -> None:
    assert getattr(mood_of(text, word), field) is True


def test_plain_statement_has_none_of_them() -> None:
    assert mood_of("De ministers vergaderen in Brussel.", "vergaderen") == Mood(tense="present")


def test_coordinated_participle_shares_the_auxiliary_of_the_first() -> None:
    mood = mood_of("De betoging werd eerst verplaatst en later afgelast.", "afgelast")
    assert (mood.tense, mood.passive) == ("past", True)


def test_negation_of_the_first_verb_is_not_that_of_the_second() -> None:
    assert not mood_of("De betoging werd niet verplaatst maar afgelast.", "afgelast").negated


def test_without_denies_at_the_time_of_its_governor() -> None:
    mood = mood_of("De minister vertrok zonder de pers te ontmoeten.", "ontmoeten")
    assert (mood.tense, mood.negated) == ("past", True)


def test_verb_group_takes_in_auxiliaries() -> None:
    tree = Tree(parse_text("De top zou morgen worden afgelast.", language="nl").sentences[0])
    index = next(i for i, token in enumerate(tree.tokens) if token.text == "afgelast")
    group = verb_group(tree, index, grammar=load_language("nl").grammar)
    assert [tree.tokens[i].text for i in group] == ["zou", "worden", "afgelast"]
