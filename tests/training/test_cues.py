from pathlib import Path

import pytest

from training.cues import CUE_STATUSES, ZOU_READINGS, BadCue, count_cues, read_cues, read_line

FOLDER = Path(__file__).parents[2] / "training" / "cues"


def test_every_mark_is_read_with_its_place() -> None:
    marked = (
        "[PER Mark Rutte] zei <<dat de [MISC {G7-top|summit/cancelled/denies}] in [LOC Biarritz] "
        "{zou|zou/future} doorgaan>>, na het {debat|debate/-}."
    )
    read = read_line(marked)
    assert read.text == "Mark Rutte zei dat de G7-top in Biarritz zou doorgaan, na het debat."
    assert [(read.text[n.start : n.end], n.label) for n in read.names] == [
        ("Mark Rutte", "PER"),
        ("G7-top", "MISC"),
        ("Biarritz", "LOC"),
    ]
    assert [(read.text[t.start : t.end], t.kind, t.status, t.stance) for t in read.triggers] == [
        ("G7-top", "summit", "cancelled", "denies"),
        ("debat", "debate", None, "asserts"),
    ]
    assert [(read.text[z.start : z.end], z.reading) for z in read.zou] == [("zou", "future")]
    assert [read.text[s.start : s.end] for s in read.speech] == ["dat de G7-top in Biarritz zou doorgaan"]


def test_speech_in_speech_is_read_outermost_first() -> None:
    read = read_line("Hij schrijft: << zij zei <<dat het kan>> >>.")
    assert read.text == "Hij schrijft: zij zei dat het kan."
    assert [read.text[s.start : s.end] for s in read.speech] == ["zij zei dat het kan", "dat het kan"]


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        (r"Een \[sic\] en een \{ of \}", "Een [sic] en een { of }"),
        (r"\#top, 3 < 4 > 2 | ja", "#top, 3 < 4 > 2 | ja"),
        (r"Van \<\< tot \>\> en \\", "Van << tot >> en \\"),
        (r"De {a\|b|test/held}", "De a|b"),
    ],
)
def test_an_escaped_sign_is_the_sign_itself(marked: str, text: str) -> None:
    assert read_line(marked).text == text


def test_a_zou_in_a_name_needs_no_reading() -> None:
    assert read_line("[PER Zou Shiming] wint.").zou == ()


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        ("De {top|summit/cancelled", "not closed"),
        ("De top} is af", "closes nothing"),
        ("<<De [LOC Bern>>]", "closes nothing"),
        ("De {top|summit}", "no status"),
        ("De {top|summit/of}", "no status"),
        ("De {top|summit/unknown-after-date}", "no status"),
        ("De {top|summit/-/denies}", "no status"),
        ("De {top|summit/held/asserts}", "no stance"),
        ("De {top|summit/held/denies/denies}", "no stance"),
        ("De {top|berg/held}", "no kind"),
        ("De {top}", "no kind"),
        ("De {grote top|summit/held}", "more than one word"),
        ("De {[LOC Bern]|summit/held}", "without marks"),
        ("De {|summit/held} is af", "nothing between"),
        ("De [TOP Bern]", "no label"),
        ("De [Bern]", "nothing between"),
        ("De [LOC Bern ] ligt", "blank at the edge"),
        ("[LOC Bern [LOC Thun]]", "name in a name"),
        ("[LOC Bern <<ja>>]", "speech in a name"),
        ("De << >> is af", "nothing between"),
        ("Hij zou komen", "no reading"),
        ("Hij {kon|zou/hearsay} komen", "no form of zou"),
        ("Hij {zou|zou/maybe} komen", "no reading of zou"),
        ("De {top|summit/held}pen", "part of a word"),
        ("De G7-{top|summit/held}", "part of a word"),
        (r"Een \a", "no escape"),
        ("Twee  blanks", "two in a row"),
    ],
)
def test_a_malformed_line_is_refused_with_its_place(marked: str, message: str) -> None:
    with pytest.raises(BadCue, match=message) as caught:
        read_line(marked, file="a.txt", line=7)
    assert (caught.value.file, caught.value.line) == ("a.txt", 7)


def test_comments_are_left_out_and_doubles_refused(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("# note\n\n[LOC Bern] wacht.\n", encoding="utf-8")
    bad.write_text("# note\nBern wacht.\n", encoding="utf-8")
    (read,) = read_cues([good])
    assert (read.file, read.line) == (str(good), 3)
    with pytest.raises(BadCue, match="line 3") as caught:
        read_cues([good, bad])
    assert (caught.value.file, caught.value.line) == (str(bad), 2)


def test_what_is_marked_is_counted() -> None:
    counts = count_cues(
        [
            read_line("De {top|summit/held} na het {debat|debate/-} in [LOC Bern]."),
            read_line("Van {uitstel|summit/postponed/denies} weet hij niets, <<{zou|zou/hearsay} hij zeggen>>."),
        ]
    )
    assert counts["all"] == {"sentences": 2, "with speech": 1, "with zou": 1}
    assert counts["status"] == {"held": 1, "-": 1, "postponed/denies": 1}
    assert counts["stance"] == {"asserts": 1, "denies": 1}
    assert (counts["name"], counts["zou"]) == ({"LOC": 1}, {"hearsay": 1})


def test_the_shipped_sentences_show_every_status_stance_and_reading() -> None:
    sentences = read_cues(sorted(FOLDER.glob("*.txt")))
    triggers = [trigger for sentence in sentences for trigger in sentence.triggers]
    assert {trigger.status for trigger in triggers} == {*CUE_STATUSES, None}
    assert {trigger.stance for trigger in triggers} == {"asserts", "denies", "unconfirmed", "retracts"}
    assert {zou.reading for sentence in sentences for zou in sentence.zou} == set(ZOU_READINGS)
