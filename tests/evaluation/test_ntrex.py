"""The gold over NTREX: reports written from its folder, words turned into offsets and back, and no word committed."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.corridor.evaluate.gold import read_gold
from evaluation import ntrex
from evaluation.build_offsets import PLACE, GoldError, ReportSource, kept_text, read_yaml

SOURCES = sorted((ntrex.SET / "source").glob("[!_]*.yaml"))
GOLDS = sorted(ntrex.SET.glob("[!_]*.json"))
LINES = ["Top gaat door", "Kim zei: ‘Het gaat door.", "Zondag zie ik hem.’", "Wie komt", "Moon komt\u200b zondag."]
TEXT = "Kim zei: ‘Het gaat door. Zondag zie ik hem.’\n\nWie komt\n\nMoon komt zondag."
WORDS: dict[str, Any] = {
    "published": "2018-05-25",
    "borrowed": "true",
    "dates": [["Zondag", "2018-05-27"], ["zondag", "2018-05-27"]],
    "events": [
        {
            "key": "top",
            "when": {"edtf": "2018-05-27", "text": "Zondag"},
            "history": [
                {"status": "confirmed", "quote": "Het gaat door"},
                {"status": "planned", "quote": "komt", "nth": "1"},
            ],
        }
    ],
}


def data_folder(tmp_path: Path, lines: list[str]) -> Path:
    data = tmp_path / "data"
    data.mkdir()
    (data / ntrex.IDS).write_text("".join("paper.1\n" for _ in lines), encoding="utf-8")
    (data / ntrex.SENTENCES).write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return data


def strings(node: object, names: tuple[str, ...]) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from strings(item, names)
    elif isinstance(node, dict):
        for name, item in node.items():
            if name in names and isinstance(item, str):
                yield item
            else:
                yield from strings(item, names)


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Top gaat door", True),
        ("Top gaat 'door'", True),
        ("De top gaat door.", False),
        ("‘De top gaat door.’", False),
        ("Kim zei:", False),
        ("‘Het gaat door,’", False),
        ("Gaat het door?", False),
    ],
)
def test_a_heading_ends_like_no_sentence(line: str, heading: bool) -> None:
    assert ntrex.is_heading(line) is heading


def test_sentences_run_on_and_headings_stand_by_themselves() -> None:
    assert ntrex.compose(LINES) == ("Top gaat door", TEXT)


def test_a_first_line_that_is_a_sentence_is_no_headline() -> None:
    assert ntrex.compose(["De top gaat door.", "Zondag."]) == (None, "De top gaat door. Zondag.")


def test_a_report_has_front_matter_and_its_text() -> None:
    kept = kept_text(ntrex.make_report(LINES, "2018-05"))
    assert kept.fields == {"title": "Top gaat door", "published": "2018-05", "language": "nl"}
    assert kept.text == TEXT + "\n"


def test_reports_are_written_for_the_documents_that_have_gold(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "paper.1.yaml").write_text("published: 2018-05-25\n", encoding="utf-8")
    (source / "_actors.yaml").write_text("{}\n", encoding="utf-8")
    written = ntrex.write_reports(data_folder(tmp_path, LINES), source=source, reports=tmp_path / "reports")
    assert written == [tmp_path / "reports" / "paper.1.txt"]
    assert kept_text(written[0].read_text(encoding="utf-8")).fields["published"] == "2018-05-25"


def test_words_turn_into_places_and_back() -> None:
    places = ntrex.turn(WORDS, ntrex.to_offsets(TEXT, where="test"))
    assert places["dates"] == [["@25-31", "2018-05-27"], ["@66-72", "2018-05-27"]]
    event = places["events"][0]
    assert event["when"] == {"edtf": "2018-05-27", "text": "@25-31"}
    assert event["history"] == [
        {"status": "confirmed", "quote": "@10-23"},
        {"status": "planned", "quote": "@61-65"},
    ]
    assert ntrex.turn(places, ntrex.to_words(TEXT, where="test")) == WORDS


def test_words_that_are_not_there_are_named() -> None:
    with pytest.raises(GoldError, match=r"paper\.1: not in the text: 'nooit'"):
        ntrex.turn({"quotes": [{"quote": "nooit"}]}, ntrex.to_offsets(TEXT, where="paper.1"))


def test_a_whole_source_is_rewritten_and_what_is_shared_kept(tmp_path: Path) -> None:
    source, reports = tmp_path / "source", tmp_path / "reports"
    source.mkdir()
    reports.mkdir()
    (source / "paper.1.yaml").write_text(yaml.dump(WORDS, allow_unicode=True), encoding="utf-8")
    (source / "_actors.yaml").write_text("# who\n{}\n", encoding="utf-8")
    (reports / "paper.1.txt").write_text(ntrex.make_report(LINES, "2018-05-25"), encoding="utf-8")
    ntrex.rewrite(source, tmp_path / "places", ntrex.to_offsets, reports=reports)
    ntrex.rewrite(tmp_path / "places", tmp_path / "words", ntrex.to_words, reports=reports)
    assert "Zondag" not in (tmp_path / "places" / "paper.1.yaml").read_text(encoding="utf-8")
    assert yaml.safe_load((tmp_path / "words" / "paper.1.yaml").read_text(encoding="utf-8")) == WORDS
    assert (tmp_path / "words" / "_actors.yaml").read_text(encoding="utf-8") == "# who\n{}\n"


def test_a_folder_without_ntrex_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ntrex.main(["--data", str(tmp_path / "nowhere")]) == 1
    assert "nowhere" in capsys.readouterr().err


def test_there_are_at_least_thirty_documents_with_gold() -> None:
    assert len(SOURCES) >= 30
    assert [path.stem for path in GOLDS] == [path.stem for path in SOURCES]
    gold = read_gold(ntrex.SET)
    assert all(report.events for report in gold.reports.values())
    told = {event.key for report in gold.reports.values() for event in report.events}
    assert told == set(yaml.safe_load((ntrex.SET / "source" / "_events.yaml").read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_the_source_that_is_committed_holds_places_only(path: Path) -> None:
    source = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - builds only text
    assert read_yaml(path, ReportSource).borrowed
    held = [*strings(source, ntrex.WORDS), *(date[0] for date in source.get("dates", ()))]
    assert held
    assert all(PLACE.fullmatch(words) is not None for words in held)


@pytest.mark.parametrize("path", GOLDS, ids=lambda path: path.stem)
def test_the_gold_that_is_committed_holds_no_words(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    assert gold["title"] is None
    assert set(strings(gold, ntrex.WORDS)) == {""}


@pytest.mark.skipif(not ntrex.DATA.is_dir(), reason="NTREX is not here")
def test_the_documents_of_ntrex_are_those_that_the_gold_was_made_for(tmp_path: Path) -> None:
    written = ntrex.write_reports(ntrex.DATA, reports=tmp_path)
    gold = read_gold(ntrex.SET).reports
    for path in written:
        kept = kept_text(path.read_text(encoding="utf-8"))
        assert hashlib.sha256(kept.text.encode()).hexdigest() == gold[path.stem].text_sha256
