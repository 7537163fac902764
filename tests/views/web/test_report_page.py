from datetime import date
from types import SimpleNamespace

from dragoman.corridor.browse import tell_text
from dragoman.packs.load import load_wording
from dragoman.views.cli.page import Page
from dragoman.views.web.report_page import cut_text, make_report_page

NL = Page(wording=load_wording("nl"), language="nl", day=date(2018, 5, 26))


def test_the_pieces_are_the_text(hand: SimpleNamespace) -> None:
    ledger = hand.in_memory(*hand.summit_story())
    for label in ("a", "b", "c"):
        text = tell_text(ledger, label)
        pieces = cut_text(text.text, text.line, NL)
        assert "".join(piece.text for piece in pieces) == text.text
        assert {piece.anchor for piece in pieces if piece.anchor is not None} == {
            claim.start for claim in text.line.claims
        }
        inside = "".join(piece.text for piece in pieces if piece.inside)
        assert all(claim.quote in inside for claim in text.line.claims)


def test_an_event_leads_to_its_page_and_an_address_only_to_the_web(hand: SimpleNamespace) -> None:
    ledger = hand.in_memory(*hand.summit_story())
    shown = make_report_page(tell_text(ledger, "b"), NL)
    assert [event.id for event in shown.events] == [tell_text(ledger, "b").events[0]]
    assert (shown.outlet, shown.published, shown.url) == ("Het Blad", "vr 25 mei 2018", None)


def test_paragraphs_end_at_empty_lines(hand: SimpleNamespace) -> None:
    report = hand.write(
        "De top gaat door.\n\nDe top is op 12 juni.", hand.Telling(words="top", when="12 juni"), published="2018-05-10"
    )
    shown = make_report_page(tell_text(hand.in_memory(report), "proef"), NL)
    assert ["".join(piece.text for piece in part) for part in shown.paragraphs] == [
        "De top gaat door.",
        "De top is op 12 juni.",
    ]
