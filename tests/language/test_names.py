import numpy as np
import pytest

from dragoman.language.names import agree, find_names
from dragoman.model.parse import Name

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")


@pytest.mark.parametrize(
    ("best", "expected"),
    [
        ("O O O", []),
        ("B-PER I-PER O", [(0, 1, "PER")]),
        ("O B-LOC B-LOC", [(1, 1, "LOC"), (2, 2, "LOC")]),
        ("B-PER I-LOC O", [(0, 0, "PER"), (1, 1, "LOC")]),
        ("I-PER I-PER O", [(0, 1, "PER")]),
        ("O O B-LOC", [(2, 2, "LOC")]),
    ],
)
def test_labels_make_spans(best: str, expected: list[tuple[int, int, str]]) -> None:
    shares = np.full((3, len(LABELS)), 0.05, dtype=np.float32)
    for i, label in enumerate(best.split()):
        shares[i, LABELS.index(label)] = 0.8
    found = find_names(shares, LABELS)
    assert [(name.first, name.last, name.label) for name in found] == expected
    assert all(name.score == pytest.approx(0.8) for name in found)


def test_names_written_alike_agree() -> None:
    text = "Jan Smit belt. Smit lacht, Smit zwijgt. Smitse wind in Gent."
    names = [
        Name(start=0, end=8, label="PER", score=0.9),
        Name(start=15, end=19, label="LOC", score=0.6),
        Name(start=27, end=31, label="LOC", score=0.2),
        Name(start=40, end=46, label="ADJ", score=0.9),
        Name(start=55, end=59, label="LOC", score=0.9),
    ]
    assert [name.label for name in agree(names, text)] == ["PER", "PER", "PER", "ADJ", "LOC"]
