import hashlib
from pathlib import Path

import pytest

from dragoman.errors import ModelDamaged, ModelMissing
from dragoman.language import weights
from dragoman.language.weights import read_card, read_file

MEGABYTES = 45
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "model-card.md"


def test_the_shipped_weights_are_those_of_the_card() -> None:
    card = read_card("nl")
    page = PAGE.read_text(encoding="utf-8")
    for name, told in card.files.items():
        assert hashlib.sha256((weights.weights_folder() / name).read_bytes()).hexdigest() == told
        assert told in page, f"the model card does not name this {name}"
    assert card.name in page


def test_the_weights_are_small() -> None:
    size = sum(len((weights.weights_folder() / name).read_bytes()) for name in read_card("nl").files)
    assert size <= MEGABYTES * 1_000_000


def test_a_language_without_weights_is_told() -> None:
    with pytest.raises(ModelMissing):
        read_card("xx")


@pytest.mark.parametrize(("name", "error"), [("labels.json", ModelDamaged), ("none.onnx", ModelMissing)])
def test_a_file_that_is_not_the_models_is_not_opened(name: str, error: type[Exception]) -> None:
    other = weights.ModelCard(name="other", language="nl", files={name: "0" * 64})
    with pytest.raises(error):
        read_file(other, name)


def test_without_a_card_there_is_no_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "weights_folder", lambda: tmp_path)
    with pytest.raises(ModelMissing):
        read_card("nl")
    (tmp_path / "model.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ModelDamaged):
        read_card("nl")
