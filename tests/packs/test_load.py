import subprocess
import sys
from typing import get_args

import pytest

from dragoman.errors import NoPack, PackDamaged
from dragoman.model.vocabulary import KINDS
from dragoman.packs import load
from dragoman.packs.shapes.actors import RoleCode
from dragoman.packs.shapes.kinds import KindFile
from dragoman.packs.shapes.language import LanguagePack


def test_language_is_loaded_once() -> None:
    assert isinstance(load.load_language("nl"), LanguagePack)
    assert load.load_language("nl") is load.load_language("nl")


def test_language_without_a_pack_is_told() -> None:
    with pytest.raises(NoPack, match="'xx'"):
        load.load_language("xx")


def test_interface_language_without_a_pack_is_told() -> None:
    with pytest.raises(NoPack, match="'xx'"):
        load.load_wording("xx")


def test_every_kind_has_an_entry() -> None:
    kinds = load.load_kinds()
    assert {kinds.entry(kind).kind for kind in KINDS} == set(KINDS)


def test_missing_file_is_damage() -> None:
    with pytest.raises(PackDamaged, match=r"kinds/nothing\.json"):
        load._load_file(KindFile, "kinds/nothing.json")


def test_missing_folder_is_damage() -> None:
    with pytest.raises(PackDamaged, match="nothing"):
        load._names("nothing")


def test_roles_of_titles_are_roles_of_offices() -> None:
    titles = [title for code in load.languages() for title in load.load_language(code).titles.titles]
    assert [(title.id, role) for title in titles for role in title.roles if role not in get_args(RoleCode)] == []


def test_loading_needs_no_yaml() -> None:
    code = "import sys; from dragoman.packs import load; load.load_actors(); sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
