"""The program that turns gold strings into offsets, and the gold that it has built."""

import hashlib
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest

from dragoman.model.when import When

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "src" / "dragoman" / "examples"
WEEKDAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]


def load_program() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_offsets", ROOT / "evaluation" / "build_offsets.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


build = load_program()
SETS = [source for source in sorted((ROOT / "evaluation" / "gold").rglob("source")) if build.has_texts(source.parent)]
"""The gold whose texts are here: those of a borrowed set may not be."""


def golds() -> list[Any]:
    paths = [path for source in SETS for path in sorted(source.parent.glob("[!_]*.json"))]
    return [pytest.param(path, id=f"{path.parent.name}/{path.stem}") for path in paths]


def read_json(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return document


def spans(node: object) -> list[dict[str, Any]]:
    if isinstance(node, list):
        return [span for item in node for span in spans(item)]
    if isinstance(node, dict):
        own = [node] if node.get("start") is not None else []
        return own + [span for item in node.values() for span in spans(item)]
    return []


@pytest.mark.parametrize(
    ("raw", "text", "published"),
    [
        ("date 2018-05-24\nDe top gaat door.\n", "De top gaat door.\n", "2018-05-24"),
        (" date 2018-05 De top gaat door.", "De top gaat door.", "2018-05"),
        ('---\noutlet: Blad\ntitle: "A: b"\npublished: 2018-05-24\n---\nDe top.\n', "De top.\n", "2018-05-24"),
        ("De top gaat door.", "De top gaat door.", None),
    ],
)
def test_kept_text_is_all_that_follows_the_header(raw: str, text: str, published: str | None) -> None:
    kept = build.kept_text(raw)
    assert kept.text == text
    assert kept.fields.get("published") == published


def test_front_matter_gives_its_fields_without_quote_marks() -> None:
    assert build.kept_text('---\ntitle: "A: b"\n---\nDe top.\n').fields == {"title": "A: b"}


@pytest.mark.parametrize(
    ("quote", "nth", "start"),
    [("Oekraïne", None, 8), ("één", 0, 0), ("één", 1, 18)],
)
def test_find_span_counts_characters_not_bytes(quote: str, nth: int | None, start: int) -> None:
    span = build.find_span("één uur Oekraïne, één", quote, nth=nth, where="test")
    assert span == {"start": start, "end": start + len(quote)}


@pytest.mark.parametrize(
    ("quote", "nth", "message"),
    [("nooit", None, "not in the text"), ("top", None, "stands there 2 times"), ("top", 2, "not in the text")],
)
def test_find_span_refuses_what_it_cannot_place(quote: str, nth: int | None, message: str) -> None:
    with pytest.raises(build.GoldError, match=message):
        build.find_span("de top na de top", quote, nth=nth, where="test")


def test_find_dates_looks_after_the_one_before_and_for_whole_words() -> None:
    dates = (("zondag", "2018-05-27"), ("mei", "2018-05", "2018"), ("zondag", "2018-06-03"))
    found = build.find_dates("Op zondag, niet de zondagse meisjes, maar in mei of zondag.", dates, where="test")
    assert [(date["start"], date["end"]) for date in found] == [(3, 9), (45, 48), (52, 58)]
    assert found[1]["edtf_alone"] == "2018"


def test_find_dates_names_the_one_it_misses() -> None:
    with pytest.raises(build.GoldError, match="maandag"):
        build.find_dates("Op zondag.", (("maandag", "2018-05-28"),), where="test")


def test_a_place_stands_for_the_words_that_are_there() -> None:
    text = "Op zondag komt de top."
    assert build.find_span(text, "@3-9", nth=None, where="test") == {"start": 3, "end": 9}
    found = build.find_dates(text, (("@3-9", "2018-05-27"),), where="test")
    assert (found[0]["start"], found[0]["end"]) == (3, 9)


@pytest.mark.parametrize("place", ["@3-3", "@9-3", "@3-23"])
def test_a_place_outside_the_text_is_refused(place: str) -> None:
    with pytest.raises(build.GoldError, match="outside the text of 22 characters"):
        build.find_span("Op zondag komt de top.", place, nth=None, where="test")


def test_gold_of_a_borrowed_text_holds_none_of_its_words() -> None:
    source = build.ReportSource(
        published="2018-05",
        borrowed=True,
        dates=(("@3-9", "2018-05-27"),),
        events=(
            build.ToldSource(
                key="top",
                status="planned",
                when=build.WhenSource(edtf="2018-05-27", text="@3-9"),
                history=(build.ClaimSource(status="planned", quote="Op zondag komt de top"),),
            ),
        ),
        quotes=(build.QuoteSource(quote="@15-21"),),
    )
    event = build.EventSource(kind="summit", label="Summit", parties=())
    raw = '---\ntitle: "Top komt"\npublished: 2018-05\n---\nOp zondag komt de top.\n'
    gold = build.build_report("top", source, raw, build.Registry(actors={}, events={"top": event}))
    assert gold["title"] is None
    assert {span.get("quote", span.get("text")) for span in spans(gold)} == {""}
    assert {(span["start"], span["end"]) for span in spans(gold)} == {(0, 21), (3, 9), (15, 21)}
    whole = build.build_report(
        "top", msgspec.structs.replace(source, borrowed=False), raw, build.Registry(actors={}, events={"top": event})
    )
    assert whole["title"] == "Top komt"
    assert whole["events"][0]["history"][0]["quote"] == "Op zondag komt de top"


def test_names_are_built_where_a_report_has_them_and_checked() -> None:
    registry = build.Registry(actors={"Walid Muallem": build.ActorSource(type="person")}, events={})
    raw = "date 2018-09 Moualem sprak."
    source = build.ReportSource(published="2018-09", names={"Walid Muallem": ("Moualem",)})
    assert build.build_report("one", source, raw, registry)["names"] == {"Walid Muallem": ["Moualem"]}
    assert "names" not in build.build_report("one", build.ReportSource(published="2018-09"), raw, registry)
    with pytest.raises(build.GoldError, match="no such actor"):
        build.build_report("one", source, raw, build.Registry(actors={}, events={}))


def test_a_set_whose_texts_are_not_here_is_left_alone(tmp_path: Path) -> None:
    source = tmp_path / "borrowed" / "source"
    source.mkdir(parents=True)
    (source / "far-away.yaml").write_text("published: 2018-05\n", encoding="utf-8")
    assert not build.has_texts(source.parent)
    assert build.build_sets([tmp_path]) == ({}, [])
    (source.parent / "reports").mkdir()
    (source.parent / "reports" / "far-away.txt").write_text("date 2018-05 De top.", encoding="utf-8")
    assert build.has_texts(source.parent)


def test_unknown_names_and_misspelt_fields_are_refused(tmp_path: Path) -> None:
    registry = build.Registry(actors={}, events={})
    with pytest.raises(build.GoldError, match="no such actor"):
        build.build_actor("Jan Jansen", registry, where="test")
    assert build.build_actor("officials@US", registry, where="test")["state"] == "US"
    path = tmp_path / "report.yaml"
    path.write_text("published: 2018-05-24\nevnts: []\n", encoding="utf-8")
    with pytest.raises(build.GoldError, match=r"report\.yaml.*evnts"):
        build.read_yaml(path, build.ReportSource)


@pytest.mark.parametrize("source", SETS, ids=lambda source: source.parent.name)
def test_gold_is_what_its_source_stands_for(source: Path) -> None:
    built = build.build_set(source.parent)
    assert build.stale_files(built) == []
    assert set(built) == set(source.parent.glob("*.json"))


@pytest.mark.parametrize("path", golds())
def test_every_offset_gives_its_words(path: Path) -> None:
    gold = read_json(path)
    text = build.kept_text((build.reports_of(path.parent) / f"{path.stem}.txt").read_text(encoding="utf-8")).text
    assert hashlib.sha256(text.encode()).hexdigest() == gold["text_sha256"]
    borrowed = build.read_yaml(path.parent / "source" / f"{path.stem}.yaml", build.ReportSource).borrowed
    found = spans(gold)
    assert found
    for span in found:
        words = text[span["start"] : span["end"]]
        assert words.strip() == words != ""
        assert span.get("quote", span.get("text")) == ("" if borrowed else words)


@pytest.mark.parametrize("path", golds())
def test_weekday_words_fall_on_their_day(path: Path) -> None:
    for found in read_json(path)["dates"]:
        named = [number for number, word in enumerate(WEEKDAYS) if found["text"].lower().startswith(word)]
        if named:
            when = When(edtf=found["edtf"])
            first = (
                when.latest if when.earliest is None else when.earliest
            )  # a stretch starts on the day it names first
            assert first is not None
            assert [first.weekday()] == named


@pytest.mark.parametrize("path", golds())
def test_an_event_comes_once_in_a_report_and_has_a_claim(path: Path) -> None:
    events = read_json(path)["events"]
    keys = [event["key"] for event in events]
    assert len(keys) == len(set(keys))
    assert all(event["history"] for event in events)


@pytest.mark.parametrize("source", SETS, ids=lambda source: source.parent.name)
def test_every_report_of_a_set_has_gold_and_every_event_is_told(source: Path) -> None:
    folder = source.parent
    assert {path.stem for path in folder.glob("[!_]*.json")} == {
        path.stem for path in build.reports_of(folder).glob("*.txt")
    }
    told = {event["key"] for path in folder.glob("[!_]*.json") for event in read_json(path)["events"]}
    assert told == set(build.read_registry(source).events)


def test_a_set_that_is_wrong_is_named_and_the_others_are_built(tmp_path: Path) -> None:
    for name, party in (("good", "Ann"), ("bad", "Nobody")):
        source = tmp_path / name / "source"
        source.mkdir(parents=True)
        (source / "_actors.yaml").write_text("Ann: {type: person}\n", encoding="utf-8")
        (source / "_events.yaml").write_text(f"e: {{kind: talks, label: E, parties: [{party}]}}\n", encoding="utf-8")
        (source / "_timeline.yaml").write_text("{}\n", encoding="utf-8")
    built, wrong = build.build_sets([tmp_path])
    assert [path.parent.name for path in built] == ["good"]
    assert len(wrong) == 1
    assert "bad" in wrong[0]
    assert "Nobody" in wrong[0]
