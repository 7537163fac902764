from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from dragoman.corridor.ask import diary, event
from dragoman.corridor.browse import list_reports, list_told, list_voices, look, tell_event, tell_text
from dragoman.errors import AmbiguousId, NoSuchReport
from dragoman.ledger.store import Ledger, open_ledger


@pytest.fixture(scope="module")
def ledger(hand: SimpleNamespace) -> Ledger:
    found: Ledger = hand.in_memory(*hand.summit_story())
    return found


def summit(ledger: Ledger) -> str:
    return next(each.id for each in diary(ledger, everything=True).events if each.kind == "summit")


def test_an_event_is_told_as_it_is_asked_for(ledger: Ledger) -> None:
    told = tell_event(ledger, summit(ledger))
    assert told.event == event(ledger, summit(ledger))
    assert told.day.isoformat() == diary(ledger).as_of


def test_its_faces_are_where_it_stood_each_day(ledger: Ledger) -> None:
    faces = tell_event(ledger, summit(ledger)).faces
    assert [face.status for face in faces][:2] == ["planned", "cancelled"]
    for face in faces:
        assert event(ledger, summit(ledger), as_of=date.fromisoformat(face.day)).status == face.status


def test_no_face_is_later_than_the_day(ledger: Ledger) -> None:
    faces = tell_event(ledger, summit(ledger), as_of=date(2018, 5, 24)).faces
    assert [face.status for face in faces] == ["planned"]


def test_one_actors_side_has_no_faces(ledger: Ledger) -> None:
    assert tell_event(ledger, summit(ledger), according_to="Trump").faces == ()


def test_neighbours_are_those_with_a_link_either_way(hand: SimpleNamespace) -> None:
    text = "Een delegatie bereidt de top van 12 juni voor. Kim en Moon spraken zaterdag."
    tellings = (
        hand.Telling(words="delegatie", kind="visit", claims=(("planned", hand.TRUMP, None),), prepares=1),
        hand.Telling(words="top", when="12 juni", claims=(("planned", hand.TRUMP, None),)),
        hand.Telling(words="spraken", parties=(hand.KIM, hand.MOON), kind="meeting", claims=(("held", None, None),)),
    )
    ledger = hand.in_memory(hand.write(text, *tellings, published="2018-05-26"))
    kinds = {each.kind: each.id for each in diary(ledger, everything=True).events}
    assert [each.kind for each in tell_event(ledger, kinds["visit"]).others] == ["summit"]
    assert [each.kind for each in tell_event(ledger, kinds["summit"]).others] == ["visit"]
    assert tell_event(ledger, kinds["meeting"]).others == ()


def test_a_report_is_found_by_label_or_key(ledger: Ledger) -> None:
    by_label = tell_text(ledger, "b")
    assert by_label == tell_text(ledger, by_label.report.key)
    assert by_label.text == "Trump blies de top van 12 juni op 24 mei af."
    assert by_label.events == (summit(ledger),)


def test_a_report_is_unknown_before_its_day(ledger: Ledger) -> None:
    with pytest.raises(NoSuchReport):
        tell_text(ledger, "b", as_of=date(2018, 5, 24))


def test_a_label_that_two_reports_have_is_ambiguous(hand: SimpleNamespace) -> None:
    pair = [
        hand.write(f"De top gaat {word}.", hand.Telling(words="top"), published="2018-05-10")
        for word in ("door", "niet door")
    ]
    with pytest.raises(AmbiguousId, match="proef"):
        tell_text(hand.in_memory(*pair), "proef")


def test_reports_are_listed_as_the_diary_lists_them(ledger: Ledger) -> None:
    whole = diary(ledger, everything=True).reports
    assert list_reports(ledger) == whole
    assert list_reports(ledger, first=1, count=1) == (whole[1],)
    assert [each.id for each in list_reports(ledger, as_of=date(2018, 5, 12))] == ["a"]


def test_what_reports_tell_is_what_the_diary_has_of_them(ledger: Ledger) -> None:
    whole = diary(ledger, everything=True)
    told = list_told(ledger, [each.key for each in whole.reports])
    assert set(told.reports) == set(whole.reports)
    assert (set(told.acts), set(told.quotes)) == (set(whole.acts), set(whole.quotes))
    assert list_told(ledger, [whole.reports[0].key]).reports == (whole.reports[0],)


def test_those_who_spoke_are_listed(ledger: Ledger) -> None:
    assert {"Q22686", "De Krant"} <= set(list_voices(ledger))


def test_the_contents_change_their_stamp_with_every_report(tmp_path: Path, hand: SimpleNamespace) -> None:
    ledger = open_ledger(str(tmp_path / "ledger"))
    assert (look(ledger).reports, look(ledger).first, look(ledger).last) == (0, None, None)
    hand.fill(ledger, hand.summit_story()[:1])
    before = look(ledger)
    assert before == look(ledger)
    assert (before.reports, before.first, before.last) == (1, "2018-05-10", "2018-05-10")
    hand.fill(ledger, hand.summit_story())
    assert look(ledger).stamp != before.stamp


def test_what_is_told_while_another_writes_is_what_was_settled_last(tmp_path: Path, hand: SimpleNamespace) -> None:
    place = str(tmp_path / "ledger")
    hand.fill(open_ledger(place), hand.summit_story()).close()
    reader, writer = open_ledger(place, wait_seconds=0.1), open_ledger(place)
    with writer.settling():
        assert look(reader).reports == 3
