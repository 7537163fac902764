"""Two annotations of a report are scored against each other as readings are against gold."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from dragoman.corridor.evaluate.gold import GoldReport
from dragoman.corridor.evaluate.score import figures_of
from dragoman.model.report import Report
from evaluation.agreement import (
    BORROWED,
    SECOND,
    Twice,
    agree,
    compare,
    kappa,
    main,
    read_groups,
    read_second,
    read_twice,
    rename,
    told_of,
)
from evaluation.build_offsets import ROOT
from tests.corridor.evaluate.scoring import TEXT, gold, gold_event

PAGE = ROOT / "docs" / "explanation" / "evaluation.md"
REPORT = Report(key="sha256:1", id="one", text=TEXT)
OTHER = gold_event(key="talks", kind="talks", also_kinds=[], status="planned", also=[], place=None, when=None)
MEETING = """\
published: 2018-05-24
events:
- key: summit
  status: cancelled
  history:
  - {status: cancelled, quote: "De top gaat niet door", chain: ["Trump:reported"]}
quotes:
- {speaker: Trump, quote: Jammer}
"""


def twice(first: GoldReport, second: GoldReport) -> Twice:
    return Twice(report=REPORT, first=first, second=second)


def changed(**changes: Any) -> GoldReport:
    return gold(gold_event(**changes))


def test_an_annotation_agrees_with_itself_on_everything() -> None:
    found = agree([twice(gold(), gold())])
    assert {name: figure.value for name, figure in found.figures.items()} == {
        name: 0.0 if name == "extra events per report" else 1.0 for name in found.figures
    }
    assert found.kappa == 1.0
    assert found.misses == ()


@pytest.mark.parametrize(
    ("changes", "measure", "right"),
    [
        ({"kind": "talks", "also_kinds": ["summit"]}, "kind", (1, 2)),
        ({"status": "planned", "also": []}, "status", (0, 2)),
        ({"status": "planned", "also": []}, "status, no other as good", (0, 1)),
        ({"status": "doubtful", "also": []}, "status", (1, 2)),
        ({"when": {"edtf": "2018-06-13"}}, "when exact", (0, 2)),
        ({"place": "Hanoi"}, "place", (0, 2)),
        ({"parties": [{"id": None, "name": "Moon Jae-in", "type": "person", "state": "US"}]}, "parties f1", (4, 4)),
        ({"parties": [{"id": None, "name": "Moon Jae-in", "type": "person", "state": "US"}]}, "persons f1", (0, 4)),
    ],
)
def test_a_difference_counts_in_its_measure(changes: dict[str, Any], measure: str, right: tuple[int, int]) -> None:
    assert compare(twice(gold(), changed(**changes))).counts[measure] == right


@pytest.mark.parametrize(
    ("claim", "measure"),
    [
        ({"certainty": "possible"}, "certainty"),
        ({"stance": "denies"}, "claim status"),
        ({"chain": []}, "holder"),
        ({"chain": []}, "chain"),
    ],
)
def test_claims_are_compared_field_by_field(claim: dict[str, Any], measure: str) -> None:
    event = gold_event()
    counts = compare(twice(gold(), gold(event | {"history": [event["history"][0] | claim]}))).counts
    assert counts[measure] == (0, 2)
    assert counts["claim recall"] == (2, 2)


def test_what_only_one_found_lowers_events_whoever_it_was() -> None:
    for pair in (twice(gold(gold_event(), OTHER), gold()), twice(gold(), gold(gold_event(), OTHER))):
        counts = compare(pair).counts
        assert counts["event f1"] == (4, 6)
        assert counts["extra events per report"] == (1, 2)


def test_an_event_that_one_calls_optional_counts_for_neither_but_in_the_strict_measure() -> None:
    for pair in (
        twice(gold(gold_event(), OTHER | {"optional": True}), gold()),
        twice(gold(), gold(gold_event(), OTHER | {"optional": True})),
    ):
        counts = compare(pair).counts
        assert counts["event f1"] == (4, 4)
        assert counts["event f1, optional ones counted"] == (2, 3)


def test_an_optional_event_that_the_other_asks_for_is_found() -> None:
    counts = compare(twice(gold(), changed(optional=True))).counts
    assert counts["event f1"] == (2, 2)


def test_order_of_the_two_does_not_matter() -> None:
    one, other = gold(gold_event(), OTHER), changed(status="planned", place="Hanoi")
    assert compare(twice(one, other)).counts == compare(twice(other, one)).counts


def test_a_speaker_of_a_class_is_the_class_and_its_state() -> None:
    def speaks(speaker: str | None) -> GoldReport:
        return msgspec.structs.replace(gold(), quotes=(msgspec.structs.replace(gold().quotes[0], speaker=speaker),))

    assert compare(twice(speaks("sources@US"), speaks("sources@US"))).counts["speakers"] == (2, 2)
    assert compare(twice(speaks("sources@US"), speaks("sources@-"))).counts["speakers"] == (0, 2)
    assert compare(twice(speaks(None), speaks(None))).counts["speakers"] == (2, 2)
    assert compare(twice(speaks(None), speaks("Moon Jae-in"))).counts["speakers"] == (0, 2)


def test_dates_are_compared_by_their_days() -> None:
    def dated(edtf: str) -> GoldReport:
        date = {"start": 0, "end": 2, "text": "De", "edtf": edtf}
        return msgspec.convert(msgspec.to_builtins(gold()) | {"dates": [date]}, GoldReport)

    assert compare(twice(dated("2018-06-12"), dated("2018-06-12"))).counts["dates right"] == (2, 2)
    assert compare(twice(dated("2018-06-12"), dated("2018-06-13"))).counts["dates right"] == (0, 2)
    assert compare(twice(dated("2018-06-12"), gold())).counts["dates found"] == (0, 1)


@pytest.mark.parametrize(
    ("pairs", "value"),
    [
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], -1.0),
        ([("a", "a"), ("a", "a")], 1.0),
        ([("a", "a"), ("a", "a"), ("b", "b"), ("a", "b")], 0.5),
        ([], 1.0),
    ],
)
def test_kappa_is_what_is_left_beyond_chance(pairs: list[tuple[str, str]], value: float) -> None:
    assert kappa(pairs) == pytest.approx(value)


def test_names_are_made_one_only_where_actors_are_named() -> None:
    built = {"place": "Filip", "parties": [{"name": "Filip"}], "quotes": [{"speaker": "Filip", "quote": "Filip"}]}
    assert rename(built, {"Filip": "Philippe"}) == {
        "place": "Filip",
        "parties": [{"name": "Philippe"}],
        "quotes": [{"speaker": "Philippe", "quote": "Filip"}],
    }


def write_set(folder: Path) -> Path:
    (folder / "source").mkdir(parents=True)
    (folder / "source" / "_actors.yaml").write_text("Trump: {type: person, state: US}\n", encoding="utf-8")
    summit = "summit: {kind: summit, label: Summit, parties: [Trump]}\n"
    (folder / "source" / "_events.yaml").write_text(summit, encoding="utf-8")
    (folder / "source" / "_names.yaml").write_text("Trump: Donald Trump\n", encoding="utf-8")
    (folder / "source" / "one.yaml").write_text(MEETING, encoding="utf-8")
    (folder / "first").mkdir()
    (folder / "first" / "one.json").write_bytes(msgspec.json.encode(gold()))
    texts = folder / "reports"
    texts.mkdir()
    (texts / "one.txt").write_text(f"---\npublished: 2018-05-24\n---\n{TEXT}", encoding="utf-8")
    return texts


def test_a_set_is_read_with_its_names_made_one(tmp_path: Path) -> None:
    texts = write_set(tmp_path)
    assert read_second(tmp_path / "source", texts=texts)["one"].events[0].parties[0].name == "Donald Trump"
    found = agree(read_twice(tmp_path, texts=texts))
    assert found.reports == 1
    assert found.figures["holder"].value == 1.0
    assert found.figures["speakers"].value == 0.0  # the first heard Moon
    assert {miss.what for miss in found.misses} == {"speakers", "place", "when exact"}  # which the first alone has


def test_a_set_whose_texts_are_not_here_is_left_out(tmp_path: Path) -> None:
    write_set(tmp_path)
    assert read_twice(tmp_path, texts=tmp_path / "elsewhere") == []


def test_told_of_gives_only_the_events_asked_for() -> None:
    both = gold(gold_event(), OTHER)
    told = told_of(both, REPORT, events=both.events[1:])
    assert [event.kind for event in told.resolved.events] == ["talks"]
    assert told.statuses == ("planned",)
    assert [place for place, _ in told.resolved.claims] == [0]


@pytest.mark.slow
def test_two_reports_of_each_test_story_were_read_twice_and_the_two_agree() -> None:
    own = read_groups()["own"]
    assert len(own) == 20
    figures = figures_of([compare(each) for each in own])
    assert figures["event f1"].value > 0.9
    assert figures["status"].value > 0.9
    assert figures["direct quotes right"].value == 1.0


@pytest.mark.slow
@pytest.mark.parametrize(("column", "name"), [(0, "own"), (1, BORROWED)])
def test_the_agreement_that_is_published_is_the_one_measured(column: int, name: str) -> None:
    groups = read_groups()
    if name not in groups:
        pytest.skip("the borrowed texts are not here")
    found = agree(groups[name])
    values = {measure: figure.value for measure, figure in found.figures.items()} | {"status kappa": found.kappa}
    section = PAGE.read_text(encoding="utf-8").split("## Two annotators")[1].split("\n## ")[0]
    rows = [[cell.strip(" `") for cell in line.split("|")[1:-1]] for line in section.splitlines() if line[:3] == "| `"]
    assert len(rows) > 20
    assert {row[0]: row[1 + column].split(" ")[0] for row in rows} == {row[0]: f"{values[row[0]]:.3f}" for row in rows}


def test_borrowed_text_is_never_beside_the_second_annotation() -> None:
    for path in (SECOND / BORROWED).rglob("*.yaml"):
        if not path.name.startswith("_"):
            lines = path.read_text(encoding="utf-8").splitlines()
            assert not any("quote: " in line and "@" not in line for line in lines), path


def test_the_program_prints_each_measure(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    shown = capsys.readouterr().out
    assert "own: 20 reports" in shown
    assert "| `event f1` |" in shown
    assert "| `status kappa` |" in shown
    assert main(["--json"]) == 0
    assert '"own"' in capsys.readouterr().out
    assert main(["--errors"]) == 0
    assert len(capsys.readouterr().out) > len(shown)
