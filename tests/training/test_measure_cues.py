from dragoman.language import Reading
from dragoman.language.names import NameSpan
from dragoman.model.parse import Cue, Cues, Speech
from training.cue_words import lay_out
from training.cues import read_line
from training.measure_cues import Count, score_cues

LINE = "De {top|summit/cancelled} gaat niet door, zei hij, <<dat {bezoek|visit/planned/denies}>> {zou|zou/future} komen"


def reading(cues: Cues | None) -> Reading:
    return Reading([], [], [], [], [], [], [], [], [NameSpan(0, 0, "PER", 1.0)], cues)


def cue(label: str, score: float = 0.9) -> Cue:
    return Cue(label=label, score=score)


def test_a_status_counts_only_on_a_trigger_that_was_found() -> None:
    (words,) = lay_out([read_line(LINE)])
    forms = [word.form for word in words]
    top, visit, modal = forms.index("top"), forms.index("bezoek"), forms.index("zou")
    found = Cues(
        trigger={top: cue("talks"), visit: cue("visit", 0.3), 0: cue("visit")},
        status={top: cue("cancelled"), visit: cue("planned"), 0: cue("-")},
        stance={top: cue("asserts"), visit: cue("denies"), 0: cue("asserts")},
        modal={modal: cue("hearsay")},
        speech=(Speech(first=visit - 1, last=visit),),
    )
    scored = score_cues([(words, reading(found)), (words, reading(None))])
    assert scored["sentences"] == 1
    assert scored["trigger"] == {"told": 2, "precision": 50.0, "recall": 50.0, "f1": 50.0}
    assert scored["kind"] == {"told": 2, "precision": 0.0, "recall": 0.0, "f1": 0.0}
    assert scored["status"] == {"told": 2, "precision": 50.0, "recall": 50.0, "f1": 50.0}
    assert scored["stance"] == {"told": 2, "precision": 50.0, "recall": 50.0, "f1": 50.0}
    assert scored["zou"] == {"told": 1, "precision": 0.0, "recall": 0.0, "f1": 0.0}
    assert scored["speech"] == {"told": 1, "precision": 100.0, "recall": 100.0, "f1": 100.0}


def test_counts_are_kept_by_label() -> None:
    count = Count()
    for told, found in (("a", "a"), ("a", "b"), (None, "b"), ("b", None)):
        count.add(told, found)
    assert count.table() == {
        "a": {"told": 2, "precision": 100.0, "recall": 50.0, "f1": 66.7},
        "all": {"told": 3, "precision": 33.3, "recall": 33.3, "f1": 33.3},
        "b": {"told": 1, "precision": 0.0, "recall": 0.0, "f1": 0.0},
    }
