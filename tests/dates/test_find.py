from datetime import date
from itertools import pairwise

import msgspec
import pytest

from dragoman.dates.find import find_dates, text_of
from dragoman.dates.resolve import resolve_dates
from dragoman.model.parse import Name, Parse, Sentence, Token
from dragoman.packs.load import load_language

PACK = load_language("nl").dates


def plain(text: str, *names: Name) -> Parse:
    return Parse(sentences=(Sentence(start=0, end=len(text), tokens=()),), names=names)


def found(text: str, *names: Name) -> list[str]:
    return [mention.text for mention in find_dates(plain(text, *names), PACK, text=text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2000 en 2007 ontmoetten zij elkaar.", ["2000", "2007"]),
        ("De gesprekken duurden twee uur en kostten drie dagen.", []),
        ("De top duurt van 10 tot en met 12 juni.", ["van 10 tot en met 12 juni"]),
        ("Maandag en dinsdag wordt gestaakt.", ["Maandag", "dinsdag"]),
        ("Theresa May sprak in mei.", ["mei"]),
        ("Het Laatste Nieuws verscheen.", []),
        ("Er kwamen 2000 betogers en 1.500 agenten.", []),
        ("Gent won met 3-2 en staat 4e.", []),
        ("Op 12 juni, om 9 uur lokale tijd, begint de top.", ["12 juni, om 9 uur lokale tijd"]),
        ("Zij zien elkaar zondag in Singapore om 15.30 uur.", ["zondag"]),
        ("De vierde ontmoeting ooit vond plaats.", []),
        ("", []),
    ],
)
def test_dates_of_a_sentence(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_hour_of_a_sentence_belongs_to_its_one_date() -> None:
    text = "Zij zien elkaar zondag in Singapore om 15.30 uur."
    assert find_dates(plain(text), PACK, text=text)[0].form.time == "15:30"


def test_zone_is_kept_only_if_said() -> None:
    text = "De top begint dinsdag om 9 uur Japanse tijd."
    (mention,) = find_dates(plain(text), PACK, text=text)
    assert (mention.form.time, mention.form.zone) == ("09:00", "Asia/Tokyo")


def test_part_of_a_longer_name_is_no_date() -> None:
    text = "Het Plein 1 Mei ligt in Gent."
    assert found(text, Name(start=4, end=15, label="LOC")) == []
    assert found(text) == ["1 Mei"]


def test_offsets_count_characters_of_the_report() -> None:
    text = "Één zin. In Čačak komt men zaterdag bijeen."
    parse = Parse(sentences=(Sentence(start=0, end=8, tokens=()), Sentence(start=9, end=len(text), tokens=())))
    (mention,) = find_dates(parse, PACK, text=text)
    assert text[mention.start : mention.end] == mention.text == "zaterdag"


def test_text_is_put_together_from_the_parse() -> None:
    tokens = tuple(
        Token(start=start, end=start + len(word), text=word, lemma=word, upos="X", head=-1, deprel="root")
        for start, word in ((0, "Op"), (4, "12"), (7, "juni"))
    )
    parse = Parse(sentences=(Sentence(start=0, end=11, tokens=tokens),))
    assert text_of(parse) == "Op  12 juni"
    assert [mention.text for mention in find_dates(parse, PACK)] == ["12 juni"]


def test_dates_do_not_overlap_and_are_in_order() -> None:
    text = "Begin juni of 12 juni 2018, volgende week dinsdag, in de nacht van zaterdag op zondag en in 2000 en 2007."
    mentions = find_dates(plain(text), PACK, text=text)
    assert all(before.end <= after.start for before, after in pairwise(mentions))


def test_day_later_counts_from_the_date_before() -> None:
    text = "De top werd donderdag afgelast. Een dag later kwam hij weer op tafel."
    parse = Parse(sentences=(Sentence(start=0, end=31, tokens=()), Sentence(start=32, end=len(text), tokens=())))
    whens = resolve_dates(find_dates(parse, PACK, text=text), published=[date(2018, 5, 26)])
    assert [when.edtf for when in whens] == ["2018-05-24", "2018-05-25"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hij legde 's avonds de eed af.", ["2018-05-24"]),
        ("Hij legde om drie uur de eed af.", ["2018-05-24"]),
        ("Hij legde diezelfde avond de eed af.", ["2018-05-24"]),
        ("Donderdag 23.20 - De groep speelt vanavond niet.", ["2018-05-24", "2018-05-24"]),
        ("23.20 - De groep speelt vanavond niet.", ["2018-05-26", "2018-05-26"]),
    ],
)
def test_parts_of_the_day_are_of_the_day_told_of(text: str, expected: list[str]) -> None:
    before = find_dates(plain("Op 24 mei was hij er."), PACK, text="Op 24 mei was hij er.") if "Hij" in text else ()
    told = (*before, *find_dates(plain(text), PACK, text=text))
    mentions = [msgspec.structs.replace(each, direction="past") for each in told]
    whens = resolve_dates(mentions, published=[date(2018, 5, 26)])
    assert [when.edtf for when in whens[len(before) :]] == expected
