from typing import Any

import msgspec

from dragoman.model.diary import ActEntry, ChainEntry, PartyEntry, PlaceEntry, QuoteEntry, WhenEntry
from dragoman.model.line import ActorEntry, DateEntry, Line, ToldClaimEntry
from dragoman.packs.load import load_wording
from dragoman.views.cli.page import Page
from dragoman.views.cli.read_screen import render_line

NL = Page(wording=load_wording("nl"), language="nl")
TEXT = "Trump zegde de top van 12 juni donderdag af."
DAY = WhenEntry(edtf="2018-05-25", earliest="2018-05-25", latest="2018-05-25")
TRUMP = PartyEntry(id="Q22686", name="Donald Trump", type="person", state="US", role="principal", attendance="expected")
LINK = ChainEntry(
    name="Donald Trump", type="person", state="US", evidentiality="performed", start=0, end=5, id="Q22686"
)
CLAIM = ToldClaimEntry(
    id="cl_1",
    said=WhenEntry(edtf="2018-05-24"),
    published=DAY,
    status="cancelled",
    stance="asserts",
    certainty="certain",
    chain=(LINK,),
    when=WhenEntry(edtf="2018-06-12"),
    reason=None,
    report="proef",
    start=0,
    end=len(TEXT) - 1,
    quote=TEXT[:-1],
    rule="nl.status.cancelled.1",
    sentence=TEXT,
    event=0,
    kind="summit",
    label="Summit",
    labels={"nl": "Top"},
    parties=(TRUMP,),
    place=PlaceEntry(name="Singapore"),
)
LINE = Line(
    id="proef",
    key="sha256:0",
    outlet="De Proef",
    language="nl",
    published=DAY,
    dates=(
        DateEntry(start=23, end=30, text="12 juni", edtf="2018-06-12"),
        DateEntry(start=31, end=40, text="ooit", edtf=None),
    ),
    actors=(
        ActorEntry(start=0, end=5, text="Trump", name="Donald Trump", id="Q22686", type="person", state="US"),
        ActorEntry(start=0, end=5, text="hij", name="Donald Trump", id="Q22686", type="person", state="US"),
    ),
    claims=(CLAIM,),
    acts=(
        ActEntry(
            kind="reject",
            actor=(TRUMP,),
            recipient=(),
            chain=(),
            certainty="certain",
            report="proef",
            start=0,
            end=12,
            quote="Trump zegde af",
        ),
    ),
    quotes=(
        QuoteEntry(speaker="Vladimir Putin", via=("TASS",), direct=True, report="proef", start=0, end=2, quote="Ja"),
        QuoteEntry(speaker=None, via=(), direct=True, report="proef", start=0, end=3, quote="Nee"),
    ),
    title="Geen top",
)


def line(**changed: Any) -> Line:
    return msgspec.structs.replace(LINE, **changed)


def test_a_report_is_told_whole() -> None:
    assert render_line(LINE, NL) == [
        "proef · De Proef · vr 25 mei 2018 · machinaal gelezen, niet nagetrokken",
        "Geen top",
        "",
        "MELDINGEN",
        "Top · di 12 juni 2018 · Singapore",
        "do 24 mei     Donald Trump · zelf gedaan · ✕ afgelast · noemt di 12 juni 2018",
        "              «Trump zegde de top van 12 juni donderdag af».",
        "              bericht proef · regel nl.status.cancelled.1",
        "",
        "DATA",
        '  "12 juni" = di 12 juni 2018',
        '  "ooit" = geen dag genoemd',
        "",
        "WIE",
        '  Donald Trump: "Trump", "hij"',
        "",
        "HANDELINGEN",
        '  Donald Trump (reject): "Trump zegde af"',
        "",
        "CITATEN",
        '  Vladimir Poetin, via TASS: "Ja"',
        '  niet gezegd wie: "Nee"',
    ]


def test_a_report_that_tells_nothing_says_so() -> None:
    bare = line(claims=(), dates=(), actors=(), acts=(), quotes=(), title=None, outlet=None, published=None)
    assert render_line(bare, NL) == [
        "proef · bron onbekend · dag onbekend · machinaal gelezen, niet nagetrokken",
        "",
        "In dit bericht is geen melding over een gebeurtenis gelezen.",
    ]


def test_an_event_without_place_says_so() -> None:
    assert "Top · di 12 juni 2018 · plaats niet genoemd" in render_line(
        line(claims=(msgspec.structs.replace(CLAIM, place=None),)), NL
    )
