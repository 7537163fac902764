"""Links of source phrases, over trees drawn by hand (form|lemma|tag|head|relation)."""

import pytest

from dragoman.claims.sources import Sources, joined
from dragoman.model.actor import Actor, ActorMention, Link
from dragoman.model.parse import Name, Sentence, Token
from dragoman.model.vocabulary import SourceType
from dragoman.packs.load import load_language
from dragoman.rules.tree import Tree

PACK = load_language("nl")
MOON = Actor(id="Q1", name="Moon Jae-in", type="person", state="KR", speaks_for="KR")
KOREA = Actor(id="Q2", name="South Korea", type="state", state="KR")
TASS = Actor(id="Q3", name="TASS", type="organisation", state="RU")


def tree_of(drawn: str) -> tuple[str, Tree]:
    tokens, at = [], 0
    for each in drawn.split():
        form, lemma, upos, head, deprel = each.split("|")
        token = Token(
            start=at, end=at + len(form), text=form, lemma=lemma, upos=upos, head=int(head) - 1, deprel=deprel
        )
        tokens.append(token)
        at += len(form) + 1
    return " ".join(token.text for token in tokens), Tree(Sentence(start=0, end=at, tokens=tuple(tokens)))


def sources_of(text: str, named: dict[str, Actor] | None = None, names: tuple[Name, ...] = ()) -> Sources:
    mentions = [
        ActorMention(
            start=text.index(words),
            end=text.index(words) + len(words),
            text=words,
            actor=actor,
            how="test",
            adjective=words.endswith("se"),
        )
        for words, actor in (named or {}).items()
    ]
    return Sources(text=text, mentions=mentions, names=names, pack=PACK.sources, by=("door",))


def links(drawn: str, named: dict[str, Actor] | None = None) -> list[tuple[str, str, str | None]]:
    text, tree = tree_of(drawn)
    head = next(i for i, token in enumerate(tree.tokens) if token.head < 0)
    found = sources_of(text, named).resolve_links(tree, head)
    return [(link.name, link.type, link.speaks_for or link.state) for link in found]


@pytest.mark.parametrize(
    ("drawn", "named", "expected"),
    [
        ("Moon|Moon|PROPN|0|root", {"Moon": MOON}, [("Moon Jae-in", "person", "KR")]),
        (
            "president|president|NOUN|0|root Moon|Moon|PROPN|1|appos",
            {"Moon": MOON},
            [("Moon Jae-in", "person", "KR")],
        ),
        (
            "een|een|DET|2|det woordvoerder|woordvoerder|NOUN|0|root van|van|ADP|4|case Moon|Moon|PROPN|2|nmod",
            {"Moon": MOON},
            [("spokesperson of Moon Jae-in", "office", "Q1")],
        ),
        (
            "woordvoerder|woordvoerder|NOUN|0|root Jan|Jan|PROPN|1|appos Smit|Smit|PROPN|2|flat",
            {},
            [("Jan Smit", "person", None)],
        ),
        (
            "Zuid-Koreaanse|Zuid-Koreaans|ADJ|2|amod functionarissen|functionaris|NOUN|0|root",
            {"Zuid-Koreaanse": KOREA},
            [("officials", "unnamed", "KR")],
        ),
        (
            "het|het|DET|2|det persbureau|pers_bureau|NOUN|0|root TASS|TASS|PROPN|2|appos",
            {"TASS": TASS},
            [("TASS", "agency", "RU")],
        ),
        (
            "de|de|DET|2|det krant|krant|NOUN|0|root Avondpost|Avondpost|PROPN|2|appos",
            {},
            [("Avondpost", "media", None)],
        ),
        (
            "een|een|DET|2|det verklaring|verklaring|NOUN|0|root van|van|ADP|4|case Moon|Moon|PROPN|2|nmod",
            {"Moon": MOON},
            [("statement of Moon Jae-in", "document", "Q1")],
        ),
        ("de|de|DET|2|det bakker|bakker|NOUN|0|root", {}, [("bakker", "unnamed", None)]),
        ("Jansen|Jansen|PROPN|0|root", {}, [("Jansen", "person", None)]),
        ("UNHCR|UNHCR|PROPN|0|root", {}, [("UNHCR", "organisation", None)]),
        ("ik|ik|PRON|0|root", {}, []),
        ("hij|hij|PRON|0|root", {}, [("unnamed", "unnamed", None)]),
        (
            "Moon|Moon|PROPN|0|root en|en|CCONJ|3|cc Jansen|Jansen|PROPN|1|conj",
            {"Moon": MOON},
            [("Moon Jae-in", "person", "KR"), ("Jansen", "person", None)],
        ),
    ],
)
def test_phrase_is_read_as_links(
    drawn: str, named: dict[str, Actor], expected: list[tuple[str, str, str | None]]
) -> None:
    assert links(drawn, named) == expected


def test_group_over_one_span_gives_a_link_for_each_member() -> None:
    text, tree = tree_of("beide|beide|DET|2|det leiders|leider|NOUN|0|root")
    members = [ActorMention(start=0, end=len(text), text=text, actor=actor, how="group") for actor in (MOON, KOREA)]
    sources = Sources(text=text, mentions=members, names=(), pack=PACK.sources, by=("door",))
    assert [link.name for link in sources.resolve_links(tree, 1)] == ["Moon Jae-in", "South Korea"]


def test_label_of_a_name_gives_its_type() -> None:
    text, tree = tree_of("Nielsen|Nielsen|PROPN|0|root")
    sources = sources_of(text, names=(Name(start=0, end=7, label="ORG"),))
    assert [link.type for link in sources.resolve_links(tree, 0)] == ["organisation"]


@pytest.mark.parametrize(("noun", "expected"), [("regels", False), ("plan", False), ("minister", True)])
def test_rules_and_plans_are_no_sources(noun: str, expected: bool) -> None:
    text, tree = tree_of(f"{noun}|{noun}|NOUN|0|root")
    assert sources_of(text).is_source(tree, 0) is expected


def test_repeated_link_is_one() -> None:
    one = Link(name="Kim", type="person", evidentiality="reported")
    two = Link(name="Moon", type="person", evidentiality="reported")
    assert [link.name for link in joined([one, one, two, one])] == ["Kim", "Moon", "Kim"]


@pytest.mark.parametrize(
    ("kind", "told"), [("person", "Els"), ("document", None), ("state", None), ("organisation", None)]
)
def test_a_pronoun_for_one_is_somebody_who_spoke_not_a_text_or_a_body(kind: SourceType, told: str | None) -> None:
    text, tree = tree_of("Daarna|daarna|ADV|3|advmod hij|hij|PRON|3|nsubj zei|zeggen|VERB|0|root")
    sources = sources_of(text)
    sources.people.append(Link(name="Els", type=kind, evidentiality="reported", start=0, end=1))
    assert [link.name for link in sources.resolve_links(tree, 1)] == [told or PACK.sources.unnamed]


def test_a_town_before_a_dash_is_nobody_who_may_speak() -> None:
    text, tree = tree_of("UTRECHT|UTRECHT|PROPN|0|root -|-|PUNCT|1|punct Niets|niets|PRON|1|parataxis")
    sources = sources_of(text)
    sources.note_subjects(tree)
    assert sources.people == []
