from training.cue_words import CUE_LABELS, is_apart, lay_out
from training.cues import read_line

LINE = (
    "<<Van een {top|summit/cancelled/denies} is geen sprake>>, zei [PER Mark Rutte]; "
    "{zou|zou/hearsay} de [ADJ Turkse] gast {komen|visit/-}?"
)


def test_marks_become_labels_of_words() -> None:
    (words,) = lay_out([read_line(LINE)])
    told = {w.form: (w.trigger, w.status, w.stance, w.zou) for w in words if w.trigger != "O" or w.zou}
    assert told == {
        "top": ("summit", "cancelled", "denies", None),
        "zou": ("O", None, None, "hearsay"),
        "komen": ("visit", "-", None, None),
    }
    assert {w.form: w.name for w in words if w.name != "O"} == {"Mark": "B-PER", "Rutte": "I-PER", "Turkse": "B-ADJ"}
    assert [w.speech for w in words] == ["B", *["I"] * 5, *["O"] * (len(words) - 6)]


def test_every_label_has_a_number() -> None:
    (words,) = lay_out([read_line(LINE)])
    for head, labels in CUE_LABELS.items():
        assert {getattr(w, head) for w in words} - {None} <= set(labels)


def test_speech_in_speech_goes_on_without_a_new_start() -> None:
    (words,) = lay_out([read_line("<<Hij zei <<dat {zij|visit/-} komt>> morgen>>")])
    assert [w.speech for w in words] == ["B", *["I"] * 5]


def test_a_known_share_is_kept_apart_and_always_the_same() -> None:
    sentences = [read_line(f"Zin nummer {n} .") for n in range(600)]
    apart = [s for s in sentences if is_apart(s)]
    assert 60 <= len(apart) <= 120
    assert [s for s in sentences if is_apart(s)] == apart
    assert not any(map(is_apart, [s for s in sentences if s not in apart]))
