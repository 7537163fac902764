from datetime import date
from pathlib import Path

import msgspec

from dragoman.model.diary import Diary, WhenEntry
from dragoman.packs.load import load_wording
from dragoman.views.cli.page import Page
from dragoman.views.web.rows import arrange, make_row

HAND = msgspec.json.decode((Path(__file__).parents[1] / "hand/summit.json").read_bytes(), type=Diary)
EVENTS = {event.id: event for event in HAND.events}
NL = Page(wording=load_wording("nl"), language="nl", day=date(2018, 5, 26), columns=1000)


def test_every_event_stands_once_and_in_its_part() -> None:
    parts = {
        part.section: [row.id for group in part.groups for row in group.rows]
        for part in arrange(HAND.events, NL, among=HAND.events)
    }
    assert list(parts) == ["coming", "undated", "past", "background"]
    assert parts["coming"] == ["4c1f", "d0b7", "9e02"]
    assert sorted(each for ids in parts.values() for each in ids) == sorted(EVENTS)


def test_days_follow_each_other_and_the_background_runs_back() -> None:
    parts = {part.section: part for part in arrange(HAND.events, NL, among=HAND.events)}
    assert [group.day for group in parts["coming"].groups] == ["zo 6/13/20/27 mei", "vr 1 juni 2018", "di 12 juni 2018"]
    firsts = [group.first for group in parts["background"].groups]
    assert firsts == sorted(firsts, key=str, reverse=True)


def test_a_line_has_the_words_of_the_terminal() -> None:
    row = make_row(EVENTS["9e02"], NL, among=HAND.events)
    assert (row.sign, row.tone, row.standing, row.place) == ("?", "open", "onzeker", "Singapore")
    assert row.label.startswith("Top Verenigde Staten – Noord-Korea (Donald Trump, Kim Jong-un)")
    assert row.path == "do afgelast door Trump > vr weer geopperd door Trump > za onzeker"
    assert row.against.startswith("daartegen: ")


def test_the_day_that_an_event_was_moved_from_points_to_the_new_one() -> None:
    old = WhenEntry(edtf="2018-05-28", earliest="2018-05-28", latest="2018-05-28")
    moved = msgspec.structs.replace(EVENTS["d0b7"], moved_from=(old,))
    (part,) = arrange([moved], NL, among=[moved])
    assert [(group.day, group.rows[0].standing, group.rows[0].tone) for group in part.groups] == [
        ("ma 28 mei 2018", "verplaatst naar vr 1 juni 2018", "moved"),
        ("vr 1 juni 2018", "verplaatst van ma 28 mei 2018", "moved"),
    ]


def test_of_one_day_the_earlier_hour_goes_first() -> None:
    when = EVENTS["d0b7"].when
    late = msgspec.structs.replace(EVENTS["d0b7"], id="late", when=msgspec.structs.replace(when, time="15:30"))
    early = msgspec.structs.replace(EVENTS["d0b7"], id="early", when=msgspec.structs.replace(when, time="09:00"))
    (part,) = arrange([late, early], NL, among=())
    assert [(row.id, row.hour) for row in part.groups[0].rows] == [("early", "9.00"), ("late", "15.30")]
