from pathlib import Path

from training.corpus import Word, read_conllu, read_marked

SAMPLE = """# sent_id = 1
# text = Zo'n top.
1-2\tZo'n\t_\t_\t_\t_\t_\t_\t_\t_
1\tZo\tzo\tADV\tBW\t_\t2\tadvmod\t_\t_
2\ttop\ttop\tNOUN\tN\tNumber=Sing\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\tLET\t_\t2\tpunct\t_\t_

"""


def test_words_are_read_and_ranges_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(SAMPLE, encoding="utf-8")
    ((text, words),) = read_conllu(path)
    assert text == "Zo'n top."
    assert [w.form for w in words] == ["Zo", "top", "."]
    assert words[1] == Word("top", "top", "NOUN", "Number=Sing", 0, "root", None, glued=True, start="O")


def test_marked_names_are_read(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("# note\nIn [Den Haag|LOC] zag ?Mercurius [Jan|PER] ?\n", encoding="utf-8")
    ((*words,),) = read_marked(path)
    assert [(w.form, w.name) for w in words] == [
        ("In", "O"),
        ("Den", "B-LOC"),
        ("Haag", "I-LOC"),
        ("zag", "O"),
        ("Mercurius", None),
        ("Jan", "B-PER"),
        ("?", "O"),
    ]
