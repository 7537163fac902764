from pathlib import Path

import msgspec

from dragoman.model.parse import Parse, Sentence, Token
from training.corpus import read_conllu, read_paragraphs
from training.score import found_analysis, gold_analysis, score, score_beside, score_relations

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


def test_a_compound_is_compared_with_its_parts_set_apart(tmp_path: Path) -> None:
    path = tmp_path / "gold.conllu"
    path.write_text(GOLD, encoding="utf-8")
    _, gold, _ = gold_analysis(list(read_conllu(path)))
    word = token(3, "staatshoofden", "NOUN", "staatshoofd", (-1, "root"))
    bare, parted = (
        found_analysis(Parse(sentences=(Sentence(start=3, end=16, tokens=(found,)),)))
        for found in (word, msgspec.structs.replace(word, parts="staat_hoofd"))
    )
    assert (score(gold, bare)["lemma"], score(gold, parted)["lemma"]) == (0.0, 40.0)
    assert {score_beside(gold, found)["lemma_as_written"] for found in (bare, parted)} == {40.0}


def test_relations_are_right_with_their_heads(tmp_path: Path) -> None:
    path = tmp_path / "gold.conllu"
    path.write_text(GOLD, encoding="utf-8")
    _, gold, _ = gold_analysis(list(read_conllu(path)))
    tokens = (
        token(0, "De", "DET", "de", (1, "det")),
        token(3, "staatshoofden", "NOUN", "staatshoofd", (2, "nsubj:pass")),
        token(17, "komen", "VERB", "komen", (-1, "root")),
        token(22, ".", "PUNCT", ".", (1, "obj")),
    )
    found = found_analysis(Parse(sentences=(Sentence(start=0, end=23, tokens=tokens),)))
    assert score_relations(gold, found) == {"nsubj:pass": 100.0, "obj": 0.0}


def test_a_blank_line_stands_between_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "gold.conllu"
    ids = ("a.p.1.s.1", "a.p.1.s.2", "a.p.2.s.1")
    path.write_text("".join(f"# sent_id = {name}\n{GOLD}" for name in ids), encoding="utf-8")
    assert read_paragraphs(path) == ["a.p.1", "a.p.1", "a.p.2"]
    text, gold, _ = gold_analysis(list(read_conllu(path)), read_paragraphs(path))
    assert [len(part.split(". ")) for part in text.strip().split("\n\n")] == [3, 1]
    assert all(text[start:end].endswith("komen.") for start, end in gold.sentences)


def test_a_perfect_parse_scores_a_hundred(tmp_path: Path) -> None:
    path = tmp_path / "gold.conllu"
    path.write_text(GOLD, encoding="utf-8")
    _, gold, _ = gold_analysis(list(read_conllu(path)))
    assert set(score(gold, gold).values()) == {100.0}
