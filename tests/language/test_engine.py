import pytest

from dragoman.language.engine import Engine, load_engine

DAILY = ["De", "leiders", "spreken", "morgen", "in", "Genève", "."]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine("nl", threads=1)


def test_a_sentence_gets_one_label_of_each_kind_for_each_word(engine: Engine) -> None:
    (reading,) = engine.read([DAILY])
    assert {len(column) for name, column in reading._asdict().items() if name not in {"names", "cues"}} == {len(DAILY)}
    assert reading.heads.count(0) == 1
    assert [d == "root" for d in reading.deprels] == [head == 0 for head in reading.heads]
    assert all(0 <= score <= 1 for score in reading.arc_scores)


def test_the_same_report_reads_the_same_whatever_was_read_before(engine: Engine) -> None:
    report = [DAILY, ["Ja", "!"], DAILY * 3]
    alone = engine.read(report)
    engine.read([["Heel", "iets", "anders", "met", "rare", "tekens", "%&$"] * 9] * 40)
    assert engine.read(report) == alone


def test_the_model_opened_anew_reads_the_same(engine: Engine) -> None:
    assert Engine("nl", threads=1).read([DAILY, DAILY[:3]]) == engine.read([DAILY, DAILY[:3]])


@pytest.mark.parametrize("repeats", [60, 130])
def test_a_sentence_of_any_length_is_one_tree(engine: Engine, repeats: int) -> None:
    words = [*([*DAILY[:-1], ","]) * repeats, "."]
    (reading,) = engine.read([words])
    assert len(reading.heads) == len(words)
    assert reading.heads.count(0) == 1
    assert all(0 <= head <= len(words) for head in reading.heads)
    reached = {reading.heads.index(0) + 1}
    while more := {i for i, head in enumerate(reading.heads, 1) if head in reached} - reached:
        reached |= more
    assert len(reached) == len(words)


@pytest.mark.parametrize("word", ["x" * 5000, "\U0001f600", "\u200b", "漢字"])
def test_no_word_is_too_odd(engine: Engine, word: str) -> None:
    (reading,) = engine.read([["Dat", "is", word, "."]])
    assert len(reading.heads) == 4


def test_nothing_gives_nothing(engine: Engine) -> None:
    assert engine.read([]) == []
