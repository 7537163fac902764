import pytest

from dragoman.dates.find import find_dates
from dragoman.model.parse import Parse, Sentence, Token
from dragoman.packs.load import load_language

PACK = load_language("nl").dates
SUNDAY = "zondag/zondag/NOUN/4/obl"
FEATS = {
    "fin-past": {"VerbForm": "Fin", "Tense": "Past"},
    "fin-pres": {"VerbForm": "Fin", "Tense": "Pres"},
    "part": {"VerbForm": "Part"},
    "inf": {"VerbForm": "Inf"},
}


def parse_of(rows: str) -> Parse:
    """Builds a sentence from ``word/lemma/upos/head/deprel/feats`` for each word; the root has head 0."""
    tokens: list[Token] = []
    at = 0
    for row in rows.split():
        word, lemma, upos, head, deprel, *feats = row.split("/")
        tokens.append(
            Token(
                start=at,
                end=at + len(word),
                text=word,
                lemma=lemma,
                upos=upos,
                head=int(head) - 1,
                deprel=deprel,
                feats=FEATS[feats[0]] if feats else {},
            )
        )
        at += len(word) + 1
    return Parse(sentences=(Sentence(start=0, end=at - 1, tokens=tuple(tokens)),))


@pytest.mark.parametrize(
    ("rows", "direction"),
    [
        ("Hij/hij/PRON/2/nsubj belde/bellen/VERB/0/root/fin-past zaterdag/zaterdag/NOUN/2/obl", "past"),
        ("Zij/zij/PRON/2/nsubj vertrekt/vertrekken/VERB/0/root/fin-pres zondag/zondag/NOUN/2/obl", "future"),
        ("Dat/dat/PRON/2/obj meldt/melden/VERB/0/root/fin-pres hij/hij/PRON/2/nsubj zondag/zondag/NOUN/2/obl", "past"),
        (f"Zij/zij/PRON/4/nsubj heeft/hebben/AUX/4/aux/fin-pres {SUNDAY} gebeld/bellen/VERB/0/root/part",
         "past"),
        (f"Zij/zij/PRON/4/nsubj zal/zullen/AUX/4/aux/fin-pres {SUNDAY} bellen/bellen/VERB/0/root/inf",
         "future"),
        (f"Hij/hij/PRON/4/nsubj wordt/worden/AUX/4/aux:pass/fin-pres {SUNDAY} gekozen/kiezen/VERB/0/root/part",
         "future"),
        (f"Hij/hij/PRON/4/nsubj werd/worden/AUX/4/aux:pass/fin-past {SUNDAY} gekozen/kiezen/VERB/0/root/part",
         "past"),
        (f"Hij/hij/PRON/4/nsubj zou/zullen/AUX/4/aux/fin-past {SUNDAY} komen/komen/VERB/0/root/inf", None),
        (f"de/de/DET/5/det {SUNDAY} de/de/DET/4/det geplande/plannen/VERB/5/amod/part top/top/NOUN/0/root",
         "future"),
        ("de/de/DET/4/det zondag/zondag/NOUN/3/obl gehouden/houden/VERB/4/amod/part top/top/NOUN/0/root", "past"),
        ("dreigde/dreigen/VERB/0/root/fin-past zondag/zondag/NOUN/5/obl top/top/NOUN/5/obj te/te/ADP/5/mark schrappen/schrappen/VERB/1/xcomp/inf", "past"),  # noqa: E501 - a row of the table
        ("belooft/beloven/VERB/0/root/fin-pres zondag/zondag/NOUN/4/obl te/te/ADP/4/mark komen/komen/VERB/1/xcomp/inf", "future"),  # noqa: E501 - a row of the table
        ("top/top/NOUN/0/root van/van/ADP/3/case zondag/zondag/NOUN/1/nmod", None),
        ("zondag/zondag/NOUN/4/obl leek/lijken/VERB/0/root/fin-past te/te/ADP/4/mark lopen/lopen/VERB/2/xcomp/inf",
         "past"),
        ("heeft/hebben/AUX/3/aux/fin-pres zondag/zondag/NOUN/3/obl laten/laten/VERB/0/root/inf", "past"),
        ("top/top/NOUN/5/nsubj die/die/PRON/5/nsubj:pass zondag/zondag/NOUN/5/obl wordt/worden/AUX/5/aux:pass/fin-pres hervat/hervatten/VERB/1/acl:relcl/part", "future"),  # noqa: E501 - a row of the table
        ("heeft/hebben/AUX/4/aux/fin-pres voor/voor/ADP/3/case zondag/zondag/NOUN/4/obl uitgenodigd/uit_nodigen/VERB/0/root/part", "future"),  # noqa: E501 - a row of the table
        ("had/hebben/AUX/4/aux/fin-past voor/voor/ADP/3/case zondag/zondag/NOUN/4/obl uitgenodigd/uit_nodigen/VERB/0/root/part", None),  # noqa: E501 - a row of the table
        ("blijft/blijven/VERB/0/root/fin-pres zondag/zondag/NOUN/3/obl gesloten/sluiten/VERB/1/xcomp/part", "future"),
        ("dit/dit/PRON/5/nsubj is/zijn/AUX/5/cop/fin-pres de/de/DET/5/det grote/groot/ADJ/5/amod top/top/NOUN/0/root van/van/ADP/7/case zondag/zondag/NOUN/5/nmod", None),  # noqa: E501 - a row of the table
        ("zondag/zondag/NOUN/0/root", None),
    ],
)  # fmt: skip
def test_direction_comes_from_what_governs_the_date(rows: str, direction: str | None) -> None:
    (mention,) = find_dates(parse_of(rows), PACK)
    assert mention.direction == direction


@pytest.mark.parametrize(
    ("rows", "direction"),
    [
        ("Komende/komend/ADJ/2/amod zondag/zondag/NOUN/3/obl belde/bellen/VERB/0/root/fin-past hij/hij/PRON/3/nsubj",
         "future"),
        ("Gisteren/gisteren/ADV/2/advmod belt/bellen/VERB/0/root/fin-pres hij/hij/PRON/2/nsubj", "past"),
    ],
)  # fmt: skip
def test_the_words_themselves_outweigh_tense(rows: str, direction: str) -> None:
    (mention,) = find_dates(parse_of(rows), PACK)
    assert mention.direction == direction


def test_day_behind_a_noun_takes_nothing_from_the_verb() -> None:
    rows = (
        "top/top/NOUN/5/nsubj op/op/ADP/4/case 12/12/NUM/4/nummod juni/juni/NOUN/5/obl "
        "verviel/vervallen/VERB/0/root/fin-past"
    )
    (mention,) = find_dates(parse_of(rows), PACK)
    assert mention.direction is None
