import msgspec

from dragoman.ledger.bodies import pack_body, unpack_body
from dragoman.model.report import Report

REPORT = Report(key="sha256:1", id="één", text="De top in København gaat door. " * 40)


def test_a_noun_comes_back_as_it_was() -> None:
    assert unpack_body(pack_body(REPORT), msgspec.json.Decoder(Report)) == REPORT


def test_a_body_takes_less_room_than_its_json() -> None:
    assert len(pack_body(REPORT)) < len(msgspec.json.encode(REPORT)) / 4
