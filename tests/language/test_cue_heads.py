import numpy as np

from dragoman.language.cue_heads import CueLabels, Heads, find_cues, join_cues
from dragoman.model.parse import Cue, Cues, Speech

LABELS = CueLabels(
    trigger=("O", "summit", "visit"),
    status=("-", "planned", "cancelled"),
    stance=("asserts", "denies"),
    modal=("hearsay", "future"),
    speech=("O", "B", "I"),
    modals=frozenset({"zou"}),
)
WORDS = ["De", "top", "Zou", "niet", "doorgaan"]


def rows(*labels: int, size: int, sure: float = 0.75) -> np.ndarray:
    shares = np.full((len(labels), size), (1 - sure) / (size - 1), dtype=np.float32)
    shares[np.arange(len(labels)), labels] = sure
    return shares


def heads(**changed: np.ndarray) -> Heads:
    plain = {
        "trigger": rows(0, 1, 0, 0, 0, size=3, sure=0.9),
        "status": rows(0, 2, 0, 0, 0, size=3),
        "stance": rows(1, 1, 0, 0, 0, size=2),
        "modal": rows(1, 1, 0, 1, 1, size=2),
        "speech": rows(0, 0, 0, 0, 0, size=3),
    }
    return Heads(**{**plain, **changed})


def test_status_and_stance_are_told_of_triggers_and_readings_of_modals() -> None:
    cues = find_cues(WORDS, heads(), LABELS)
    assert {i: cue.label for i, cue in cues.trigger.items()} == {1: "summit"}
    assert {i: cue.label for i, cue in cues.status.items()} == {1: "cancelled"}
    assert {i: cue.label for i, cue in cues.stance.items()} == {1: "denies"}
    assert cues.modal == {2: Cue(label="hearsay", score=0.75)}
    assert cues.speech == ()


def test_a_trigger_scores_as_one_of_any_kind() -> None:
    torn = rows(0, 1, 0, 0, 0, size=3, sure=0.9)
    torn[1] = (0.1, 0.5, 0.4)
    (cue,) = find_cues(WORDS, heads(trigger=torn), LABELS).trigger.values()
    assert (cue.label, round(cue.score, 4)) == ("summit", 0.9)


def test_speech_that_begins_anew_is_another_stretch() -> None:
    cues = find_cues(WORDS, heads(speech=rows(1, 2, 1, 2, 0, size=3)), LABELS)
    assert [(found.first, found.last) for found in cues.speech] == [(0, 1), (2, 3)]
    assert all(0.5 < found.score < 1 for found in cues.speech)


def test_speech_may_begin_without_its_mark_and_end_with_the_sentence() -> None:
    cues = find_cues(WORDS, heads(speech=rows(0, 0, 0, 2, 2, size=3)), LABELS)
    assert [(found.first, found.last) for found in cues.speech] == [(3, 4)]


def test_cues_of_parts_count_from_the_start_of_the_sentence() -> None:
    summit = Cue(label="summit", score=0.9)
    part = Cues(trigger={1: summit}, modal={2: summit}, speech=(Speech(first=0, last=1),))
    joined = join_cues([part, part], [0, 5])
    assert (joined.trigger, joined.modal) == ({1: summit, 6: summit}, {2: summit, 7: summit})
    assert [(found.first, found.last) for found in joined.speech] == [(0, 1), (5, 6)]
