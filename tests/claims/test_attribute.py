"""Speech read from real parses; actors are given as mentions, as the room of actors would."""

import json
from pathlib import Path

import pytest

from dragoman.claims.attribute import find_speech
from dragoman.claims.speech import Speech
from dragoman.language import parse_text
from dragoman.model.actor import Actor, ActorMention, Link
from dragoman.model.reading import ReadQuote
from dragoman.packs.load import load_language

SEED = Path(__file__).parents[2].parent / "shared" / "seed"

TRUMP = Actor(id="Q22686", name="Donald Trump", type="person", state="US", speaks_for="US")
KIM = Actor(id="Q56226", name="Kim Jong-un", type="person", state="KP", speaks_for="KP")
MOON = Actor(id="Q1", name="Moon Jae-in", type="person", state="KR", speaks_for="KR")
PUTIN = Actor(id="Q7747", name="Vladimir Putin", type="person", state="RU", speaks_for="RU")
ABE = Actor(id="Q132345", name="Shinzo Abe", type="person", state="JP", speaks_for="JP")
SANDERS = Actor(id="Q2", name="Sarah Sanders", type="person", state="US")
WHITE_HOUSE = Actor(id="Q3", name="White House", type="organisation", state="US", speaks_for="US")
KREMLIN = Actor(id="Q4", name="Kremlin", type="organisation", state="RU", speaks_for="RU")
TASS = Actor(id="Q5", name="TASS", type="agency", state="RU")
BELGA = Actor(id="Q6", name="Belga", type="agency", state="BE")
KOREA = Actor(id="Q7", name="South Korea", type="state", state="KR")
RUSSIA = Actor(id="Q8", name="Russia", type="state", state="RU")
JAPAN = Actor(id="Q9", name="Japan", type="state", state="JP")

ACTORS = {
    "Trump": TRUMP,
    "Kim": KIM,
    "Moon": MOON,
    "Poetin": PUTIN,
    "Abe": ABE,
    "Sarah Sanders": SANDERS,
    "het Witte Huis": WHITE_HOUSE,
    "Het Witte Huis": WHITE_HOUSE,
    "het Kremlin": KREMLIN,
    "Het Kremlin": KREMLIN,
    "TASS": TASS,
    "Belga": BELGA,
    "Rusland": RUSSIA,
    "Japan": JAPAN,
}
ADJECTIVES = {"Zuid-Koreaanse": KOREA, "Russische": RUSSIA}
OUTLET = Link(name="De Avondpost", type="outlet", evidentiality="own")


def mentions_in(text: str, extra: dict[str, Actor] | None = None) -> list[ActorMention]:
    """Gives a mention wherever one of the names stands in the text."""
    found = []
    for table, adjective in (({**ACTORS, **(extra or {})}, False), (ADJECTIVES, True)):
        for words, actor in table.items():
            at = text.find(words)
            while at >= 0:
                mention = ActorMention(
                    start=at, end=at + len(words), text=words, actor=actor, how="test", adjective=adjective
                )
                found.append(mention)
                at = text.find(words, at + 1)
    return found


def speech_of(text: str, extra: dict[str, Actor] | None = None, *, outlet: Link | None = OUTLET) -> Speech:
    return find_speech(parse_text(text), text, mentions_in(text, extra), load_language("nl"), outlet=outlet)


def at(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def chain(text: str, words: str, extra: dict[str, Actor] | None = None) -> list[str]:
    """Gives the chain of some words of a text as names, the outlet left out."""
    return [link.name for link in speech_of(text, extra).chain_at(*at(text, words))[1:]]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # complement clauses, separable verbs, expressions
        ("Trump zei zaterdag dat de top doorgaat.", "de top doorgaat", ["Donald Trump"]),
        (
            "Moon deelde vrijdag mee dat de gesprekken zijn uitgesteld.",
            "de gesprekken zijn uitgesteld",
            ["Moon Jae-in"],
        ),
        ("Het Kremlin liet weten dat het bezoek niet doorgaat.", "het bezoek niet doorgaat", ["Kremlin"]),
        ("Kim gaf te kennen dat hij de top wil uitstellen.", "hij de top wil uitstellen", ["Kim Jong-un"]),
        ("Moon kondigde aan dat er in mei een top komt.", "er in mei een top komt", ["Moon Jae-in"]),
        (
            "Trump zei dat de top doorgaat en dat hij naar Singapore reist.",
            "hij naar Singapore reist",
            ["Donald Trump"],
        ),
        # behind and within what is said
        ("De top gaat gewoon door, zei Trump zaterdag in Washington.", "De top gaat gewoon door", ["Donald Trump"]),
        ("De top gaat gewoon door, zo verklaarde Trump.", "De top gaat gewoon door", ["Donald Trump"]),
        ("De top gaat gewoon door, aldus Trump.", "De top gaat gewoon door", ["Donald Trump"]),
        # according to
        ("Volgens Moon gaat de top in juni door.", "gaat de top in juni door", ["Moon Jae-in"]),
        ("De top gaat volgens Moon in juni door.", "De top gaat volgens Moon in juni door", ["Moon Jae-in"]),
        ("De stemming verliep volgens de regels.", "De stemming verliep volgens de regels", []),
        # one through another
        (
            "De vrede moet bewaard blijven, verklaarde Poetin volgens TASS.",
            "De vrede moet bewaard blijven",
            ["TASS", "Vladimir Putin"],
        ),
        ("Volgens TASS zei Poetin dat de top doorgaat.", "de top doorgaat", ["TASS", "Vladimir Putin"]),
        ("TASS meldt dat Poetin de top wil bijwonen.", "Poetin de top wil bijwonen", ["TASS"]),
        ("De top gaat door, zei Trump. Dat meldt Belga.", "De top gaat door", ["Belga", "Donald Trump"]),
        # "Dat meldt X" governs what precedes it, never what follows
        (
            "De top is verplaatst naar juli. Dat meldt Belga. De leiders zwijgen nog.",
            "De top is verplaatst naar juli",
            ["Belga"],
        ),
        ("De top is verplaatst naar juli. Dat meldt Belga. De leiders zwijgen nog.", "De leiders zwijgen nog", []),
        (
            "Zondag werd bekend dat het bezoek vervalt. Dat heeft Moon meegedeeld.",
            "het bezoek vervalt",
            ["Moon Jae-in"],
        ),
        # spokespersons and classes
        (
            "Een woordvoerder van Moon zei dat het gesprek goed verliep.",
            "het gesprek goed verliep",
            ["spokesperson of Moon Jae-in"],
        ),
        ("Zuid-Koreaanse functionarissen zeggen dat de top doorgaat.", "de top doorgaat", ["officials"]),
        ("Volgens bronnen in Seoel is de top uitgesteld.", "is de top uitgesteld", ["sources"]),
        ("Verwacht wordt dat de delegatie zondag vertrekt.", "de delegatie zondag vertrekt", ["unnamed"]),
        # the outlet's own voice, beside speech
        ("Trump zei dat hij komt. De top begint op dinsdag.", "De top begint op dinsdag", []),
        ("De leiders zien elkaar op dinsdag.", "De leiders zien elkaar op dinsdag", []),
        # objects that are told
        ("Het Witte Huis bevestigde zaterdag het bezoek aan Singapore.", "het bezoek aan Singapore", ["White House"]),
        (
            "Het bezoek werd zaterdag bevestigd door het Witte Huis.",
            "Het bezoek werd zaterdag bevestigd",
            ["White House"],
        ),
        # headlines
        ("Trump: top gaat door", "top gaat door", ["Donald Trump"]),
    ],
)
def test_chain_of_some_words(text: str, words: str, expected: list[str]) -> None:
    assert chain(text, words) == expected


def test_joint_speakers_give_a_chain_each() -> None:
    text = "Kim en Moon zeiden dat zij elkaar in de herfst weer zien."
    chains = speech_of(text).chains_at(*at(text, "zij elkaar in de herfst weer zien"))
    assert [[link.name for link in each] for each in chains] == [
        ["De Avondpost", "Kim Jong-un"],
        ["De Avondpost", "Moon Jae-in"],
    ]


@pytest.mark.parametrize(
    ("text", "words", "evidentiality"),
    [
        ("Trump zei dat de top doorgaat.", "de top doorgaat", "reported"),
        ("'De top gaat door', zei Trump.", "De top gaat door", "quoted"),
        ("Daarnaast zou Kim hebben bevestigd dat hij wil praten.", "hij wil praten", "hearsay"),
        ("Volgens bronnen in Seoel is de top uitgesteld.", "de top uitgesteld", "reported"),
        ("Volgens bronnen in Seoel zou de top uitgesteld worden.", "de top uitgesteld", "hearsay"),
        ("De top zou dinsdag beginnen, zeggen diplomaten.", "De top zou dinsdag beginnen", "hearsay"),
        ("De top zou dinsdag beginnen, zei Poetin.", "De top zou dinsdag beginnen", "reported"),
        ("De leider is naar verluidt al vertrokken.", "De leider is naar verluidt al vertrokken", "hearsay"),
    ],
)
def test_evidentiality_of_the_innermost_link(text: str, words: str, evidentiality: str) -> None:
    assert speech_of(text).chain_at(*at(text, words))[-1].evidentiality == evidentiality


@pytest.mark.parametrize(
    ("text", "words", "stance"),
    [
        ("Moon ontkende dat de top is afgelast.", "de top is afgelast", "denies"),
        ("Moon sprak tegen dat de top is afgelast.", "de top is afgelast", "denies"),
        ("Het Witte Huis kon niet bevestigen dat de top doorgaat.", "de top doorgaat", "unconfirmed"),
        ("Moon bevestigde dat de top is afgelast.", "de top is afgelast", None),
    ],
)
def test_stance_of_the_speaker(text: str, words: str, stance: str | None) -> None:
    assert speech_of(text).stance_at(*at(text, words)) == stance


def test_day_of_saying_stands_in_the_words_of_saying() -> None:
    text = "Trump zei zaterdag dat de top op dinsdag doorgaat."
    spans = speech_of(text).said_at(*at(text, "de top op dinsdag doorgaat"))
    told = " ".join(text[start:end] for start, end in spans)
    assert "zaterdag" in told
    assert "dinsdag" not in told


def test_spokespersons_speak_for_somebody() -> None:
    text = (
        "De top gaat door, zei Sarah Sanders, de woordvoerster van het Witte Huis. "
        "De delegatie vertrekt zondag, zei de woordvoerster."
    )
    speech = speech_of(text)
    for words in ("De top gaat door", "De delegatie vertrekt zondag"):
        link = speech.chain_at(*at(text, words))[-1]
        assert (link.name, link.speaks_for) == ("Sarah Sanders", WHITE_HOUSE.id)


def test_unnamed_class_has_its_state() -> None:
    text = "Zuid-Koreaanse functionarissen zeggen dat de top doorgaat."
    link = speech_of(text).chain_at(*at(text, "de top doorgaat"))[-1]
    assert (link.name, link.type, link.state) == ("officials", "unnamed", "KR")


def test_pronoun_is_whoever_spoke_last() -> None:
    text = "Trump zei dat de top doorgaat. Hij voegde eraan toe dat de datum vaststaat."
    assert chain(text, "de datum vaststaat") == ["Donald Trump"]


def test_reported_speech_runs_on_with_would() -> None:
    text = "Moon zei dat de top in Seoel wordt gehouden. De leiders zouden twee dagen blijven. Het regent in Seoel."
    assert chain(text, "De leiders zouden twee dagen blijven") == ["Moon Jae-in"]
    assert chain(text, "Het regent in Seoel") == []


@pytest.mark.parametrize(
    "text",
    [
        "De top is uitgesteld.\n\n(Belga)",
        "De top is uitgesteld.\n\nBron: Belga",
        "BRUSSEL (Belga) – De top is uitgesteld.",
    ],
)
def test_agency_credit_stands_behind_the_outlets_own_words(text: str) -> None:
    assert chain(text, "De top is uitgesteld") == ["Belga"]


# ---------------------------------------------------------------- quotes


def quotes(text: str, extra: dict[str, Actor] | None = None) -> list[tuple[str, bool, list[str], list[str]]]:
    def told(quote: ReadQuote) -> tuple[str, bool, list[str], list[str]]:
        words = text[quote.start : quote.end]
        return words, quote.direct, [link.name for link in quote.speakers], [link.name for link in quote.via]

    return [told(quote) for quote in speech_of(text, extra).quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'Wij komen zeker', zei Trump.", [("Wij komen zeker", True, ["Donald Trump"], [])]),
        ('Trump zei: "Wij komen zeker."', [("Wij komen zeker.", True, ["Donald Trump"], [])]),
        (
            "'Het gaat goed. Wij komen zeker. Tot dan', aldus Trump.",
            [("Het gaat goed. Wij komen zeker. Tot dan", True, ["Donald Trump"], [])],
        ),
        (
            "'Het gaat goed', zei Trump, 'en wij komen zeker.'",
            [("Het gaat goed", True, ["Donald Trump"], []), ("en wij komen zeker.", True, ["Donald Trump"], [])],
        ),
        ("Volgens Moon komt er een 'eerlijk gesprek'.", None),
        ("'Wij wachten rustig af', luidt het.", [("Wij wachten rustig af", True, [], [])]),
        (
            "Kim bedankte Moon zaterdag 'voor het geduld van de afgelopen weken'.",
            [("voor het geduld van de afgelopen weken", True, ["Kim Jong-un"], [])],
        ),
        (
            "De vrede moet bewaard blijven, verklaarde Poetin volgens TASS.",
            [("De vrede moet bewaard blijven", False, ["Vladimir Putin"], ["TASS"])],
        ),
        (
            "Trump was tevreden, zei hij. 'Het was een heel mooie dag voor ons.'",
            None,
        ),
        (
            "Abe zei dat hij blij is. 'Het was een heel mooie dag voor ons.'",
            [
                ("dat hij blij is", False, ["Shinzo Abe"], []),
                ("Het was een heel mooie dag voor ons.", True, ["Shinzo Abe"], []),
            ],
        ),
        (
            "Trump na afloop: 'Het was een heel mooie dag voor ons.'",
            [("Het was een heel mooie dag voor ons.", True, ["Donald Trump"], [])],
        ),
        ("Het leger oefent met 'Max Thunder' in het zuiden.", []),
        ("Trump noemde de top een goed begin.", [("een goed begin", False, ["Donald Trump"], [])]),
        ("Moon sprak van een gemiste kans.", [("een gemiste kans", False, ["Moon Jae-in"], [])]),
        (
            "Trump heeft gezegd dat de top doorgaat, liet het Kremlin weten.",
            [("dat de top doorgaat", False, ["Donald Trump"], ["Kremlin"])],
        ),
        (
            "Het was een goed gesprek, liet Trump weten: beide kanten stoppen een week.",
            [
                ("Het was een goed gesprek", False, ["Donald Trump"], []),
                ("beide kanten stoppen een week", False, ["Donald Trump"], []),
            ],
        ),
        ("Moon is naar eigen zeggen 'zeer gelukkig'.", [("zeer gelukkig", True, ["Moon Jae-in"], [])]),
        (
            "'Dit was een heel mooie dag voor ons.' Met die woorden nam Trump afscheid.",
            [("Dit was een heel mooie dag voor ons.", True, ["Donald Trump"], [])],
        ),
        (
            "Journalisten stonden buiten. 'Dit is geen openbare zitting', klaagde een van hen.",
            [("Dit is geen openbare zitting", True, ["journalists"], [])],
        ),
        (
            "Het Kremlin wacht af. 'De deur blijft open voor iedereen', zei een woordvoerder.",
            [("De deur blijft open voor iedereen", True, ["spokesperson of Kremlin"], [])],
        ),
        (
            "'De vrede is heel dichtbij', klonk het in de toespraak van Moon.",
            [("De vrede is heel dichtbij", True, ["Moon Jae-in"], [])],
        ),
    ],
)
def test_quotes_with_their_speakers(text: str, expected: list[tuple[str, bool, list[str], list[str]]] | None) -> None:
    found = quotes(text)
    if expected is None:
        assert all(speakers for _, direct, speakers, _ in found if direct)
    else:
        assert found == expected


def test_they_are_the_several_told_last() -> None:
    found = quotes("Trump en Moon zeggen dat het kan. Kim twijfelt. De top gaat door, verzekeren ze.")
    assert found[-1] == ("De top gaat door", False, ["Donald Trump", "Moon Jae-in"], [])


def test_verb_that_names_nobody_goes_on_with_the_last_speaker() -> None:
    found = quotes("Trump zei dat hij komt. 'Het wordt een heel mooie dag', klonk het.")
    assert found[-1] == ("Het wordt een heel mooie dag", True, ["Donald Trump"], [])


def test_quoted_part_of_what_somebody_says_is_his() -> None:
    found = quotes("Volgens Moon komen er 'praktische en eerlijke gesprekken' over de top.")
    assert ("praktische en eerlijke gesprekken", True, ["Moon Jae-in"], []) in found


def test_quote_over_paragraphs_is_one_speakers() -> None:
    text = (
        "Moon zei: “Wij gaan rustig door met ons werk.\n\n“Wij blijven praten met iedereen.”\n\nDe beurs sloot hoger."
    )
    assert [(words, names) for words, _, names, _ in quotes(text)] == [
        ("Wij gaan rustig door met ons werk.", ["Moon Jae-in"]),
        ("Wij blijven praten met iedereen.", ["Moon Jae-in"]),
    ]


@pytest.mark.skipif(not SEED.exists(), reason="the first report is not here")
def test_first_report_has_nine_of_its_ten_quotes_with_their_speakers() -> None:
    gold = json.loads((SEED / "gold.json").read_text(encoding="utf-8"))
    text = (SEED / gold["file"]).read_text(encoding="utf-8")
    extra = {
        "Kim Jong-un": KIM,
        "Moon Jae-in": MOON,
        "de Zuid-Koreaanse president": MOON,
        "De Noord-Koreaanse leider": KIM,
        "het Amerikaanse staatshoofd": TRUMP,
        "Donald Trump": TRUMP,
        "Vladimir Poetin": PUTIN,
        "Shinzo Abe": ABE,
        "de Japanse premier": ABE,
        "de woordvoerster in Washington": SANDERS,
    }
    found = {words: (names, via) for words, _, names, via in quotes(text, extra)}
    right = [
        quote["text"]
        for quote in gold["quotes"]
        if found.get(quote["text"]) == ([] if quote["speaker"] is None else [quote["speaker"]], quote["via"])
    ]
    assert len(right) >= 9, [quote["text"] for quote in gold["quotes"] if quote["text"] not in right]
