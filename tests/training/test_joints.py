import pytest

from training.joints import find_joints, joint_labels


@pytest.mark.parametrize(
    ("form", "lemma", "joints"),
    [
        ("staatshoofden", "staat_hoofd", [6]),
        ("vredestop", "vrede_top", [6]),
        ("EU-burgers", "EU_burger", [3]),
        ("namaakpetroleumlamp", "namaak_petroleum_lamp", [6, 15]),
        ("kinderboek", "kind_boek", [6]),
        ("tafel", "tafel", []),
        ("o.m.", "onder_veel", []),
    ],
)
def test_joints_are_where_the_parts_begin(form: str, lemma: str, joints: list[int]) -> None:
    assert find_joints(form, lemma) == joints


@pytest.mark.parametrize(
    ("joints", "starts", "length", "labels"),
    [
        ([6], [0, 5, 6, 10], 13, ["0", "0", "1", "0"]),
        ([3], [0, 5], 9, ["4", "0"]),
        ([], [0], 4, ["0"]),
        ([6, 15], [0, 6, 10], 19, ["0", "1", "6"]),
        ([14], [0], 20, ["0"]),
    ],
)
def test_a_joint_labels_the_piece_that_it_is_in(
    joints: list[int], starts: list[int], length: int, labels: list[str]
) -> None:
    assert joint_labels(joints, starts, length) == labels
