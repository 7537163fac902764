"""Weights: finds the files of a language's model, and opens them only if they are as they were made."""

import hashlib
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import msgspec
import onnxruntime
from tokenizers import Tokenizer

from dragoman.errors import ModelDamaged, ModelMissing
from dragoman.language.compounds import Compounds, Parts
from dragoman.language.cue_heads import CueLabels
from dragoman.language.known import KnownLemmas

_CARD = "model.json"
_COMPOUNDS = "compounds.json"


class ModelCard(msgspec.Struct, frozen=True, kw_only=True):
    """What ``model.json`` tells: the model's name, its language, and the SHA-256 of each file."""

    name: str
    language: str
    files: dict[str, str]


class Labels(msgspec.Struct, frozen=True, kw_only=True):
    """The labels of each head, in the order of their numbers."""

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    lemma: tuple[str, ...]
    deprel: tuple[str, ...]
    name: tuple[str, ...]
    cues: CueLabels | None = None


def read_card(language: str = "nl") -> ModelCard:
    """Read which model serves a language; raises `ModelMissing` if none does."""
    try:
        card = msgspec.json.decode((weights_folder() / _CARD).read_bytes(), type=ModelCard)
    except OSError as error:
        raise ModelMissing("the weights of the language model are not there", file=_CARD) from error
    except msgspec.MsgspecError as error:
        raise ModelDamaged(str(error), file=_CARD) from error
    if card.language != language:
        raise ModelMissing(f"no weights read the language {language!r}", file=_CARD)
    return card


def weights_folder() -> Traversable:
    """Give the folder of the weights in the package."""
    return files("dragoman.language") / "weights"


def read_file(card: ModelCard, name: str) -> bytes:
    """Read one file of a model; raises `ModelDamaged` if it is not the one that the card names."""
    try:
        raw = (weights_folder() / name).read_bytes()
    except OSError as error:
        raise ModelMissing("a file of the language model is not there", file=name) from error
    if hashlib.sha256(raw).hexdigest() != card.files.get(name):
        raise ModelDamaged("not the file that the model was made with", file=name)
    return raw


def open_graph(card: ModelCard, name: str, *, threads: int) -> Any:  # noqa: ANN401 - onnxruntime ships no types
    """Open a graph for `threads` threads; 0 leaves the number to the machine."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Threads that wait in a loop take the cores from whatever else runs.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    raw = read_file(card, name)
    return onnxruntime.InferenceSession(raw, options, providers=["CPUExecutionProvider"])


def open_tokenizer(card: ModelCard) -> Any:  # noqa: ANN401 - tokenizers ships no types
    """Open the tokenizer that cuts words into pieces."""
    return Tokenizer.from_str(read_file(card, "tokenizer.json").decode())


def open_labels(card: ModelCard) -> Labels:
    """Read the labels."""
    return msgspec.json.decode(read_file(card, "labels.json"), type=Labels)


def open_lemmas(card: ModelCard) -> KnownLemmas:
    """Read the lemmas that the treebank gives."""
    return KnownLemmas(msgspec.json.decode(read_file(card, "lemmas.json"), type=dict[str, dict[str, tuple[str, ...]]]))


def open_compounds(card: ModelCard, known: KnownLemmas) -> Compounds | None:
    """Read what the treebank tells of compounds; None where the weights have nothing of it."""
    if _COMPOUNDS not in card.files:
        return None
    return Compounds(msgspec.json.decode(read_file(card, _COMPOUNDS), type=Parts), whole=known.lemmas)
