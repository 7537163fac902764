import pytest

from dragoman.language.compounds import Compounds, Parts

COMPOUNDS = Compounds(
    Parts(
        fronts={"staats": "staat", "vredes": "vrede", "handels": "handel", "sport": "sport", "kamer": "kamer"},
        joined={"staatshoofd": "staat_hoofd", "kamerlid": "kamer_lid"},
    ),
    whole=frozenset({"staatshoofd", "partij", "kamerlid"}),
)


@pytest.mark.parametrize(
    ("lemma", "joints", "parts"),
    [
        ("staatshoofd", [], "staat_hoofd"),
        ("vredestop", [6], "vrede_top"),
        ("partij", [3], "partij"),
        ("bestuurstop", [], "bestuurstop"),
        ("handelsoverleg", [7], "handel_overleg"),
        ("oorlogsleider", [7], "oorlog_leider"),
        ("EU-top", [3], "EU_top"),
        ("EU-kamerlid", [3], "EU_kamer_lid"),
        ("sportstaatsprijs", [5, 11], "sport_staat_prijs"),
        ("top", [2, 9], "top"),
    ],
)
def test_parts_are_set_apart_where_they_are_known_to_meet(lemma: str, joints: list[int], parts: str) -> None:
    assert COMPOUNDS.part(lemma, joints) == parts
