from pathlib import Path

from dragoman.model.parse import Parse, Sentence, Token
from training.corpus import read_conllu
from training.score import found_analysis, gold_analysis, score, score_beside

GOLD = """1\tDe\tde\tDET\t_\t_\t2\tdet\t_\t_
2\tstaatshoofden\tstaat_hoofd\tNOUN\t_\t_\t3\tnsubj:pass\t_\t_
3\tkomen\tkomen\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_

"""


def token(start: int, text: str, upos: str, lemma: str, arc: tuple[int, str]) -> Token:
    return Token(start=start, end=start + len(text), text=text, lemma=lemma, upos=upos, head=arc[0], deprel=arc[1])


def test_scores_follow_the_shared_task(tmp_path: Path) -> None:
    path = tmp_path / "gold.conllu"
    path.write_text(GOLD, encoding="utf-8")
    text, gold, _ = gold_analysis(list(read_conllu(path)))
    assert text == "De staatshoofden komen. "
    tokens = (
        token(0, "De", "DET", "de", (1, "det")),
        token(3, "staatshoofden", "NOUN", "staatshoofd", (2, "nsubj")),
        token(17, "komen.", "VERB", "komen", (-1, "root")),
    )
    found = found_analysis(Parse(sentences=(Sentence(start=0, end=23, tokens=tokens),)))
    assert score(gold, found) == {
        "upos": 57.14,
        "uas": 28.57,
        "las": 28.57,
        "lemma": 28.57,
        "sentences": 100.0,
    }
    assert score_beside(gold, found) == {
        "lemma_as_written": 57.14,
        "uas_without_punctuation": 33.33,
        "las_without_punctuation": 33.33,
        "las_with_subtypes_without_punctuation": 33.33,
    }


def test_a_perfect_parse_scores_a_hundred(tmp_path: Path) -> None:
    path = tmp_path / "gold.conllu"
    path.write_text(GOLD, encoding="utf-8")
    _, gold, _ = gold_analysis(list(read_conllu(path)))
    assert set(score(gold, gold).values()) == {100.0}
