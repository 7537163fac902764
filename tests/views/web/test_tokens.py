import os
import stat
from pathlib import Path

import pytest

from dragoman.errors import BadOption
from dragoman.views.web.tokens import PREFIX, Tokens


@pytest.fixture
def tokens(tmp_path: Path) -> Tokens:
    return Tokens(str(tmp_path / "ledger"))


def test_a_token_is_told_once_and_only_its_hash_is_kept(tmp_path: Path, tokens: Tokens) -> None:
    token = tokens.make("desk")
    file = tmp_path / "ledger.tokens.json"
    assert token.startswith(PREFIX)
    assert len(token) > 40
    assert token not in file.read_text()
    assert token.removeprefix(PREFIX) not in file.read_text()
    assert os.name == "nt" or stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_token_is_known_until_it_is_revoked_elsewhere_too(tmp_path: Path, tokens: Tokens) -> None:
    token, other = tokens.make("desk"), tokens.make("agency")
    elsewhere = Tokens(str(tmp_path / "ledger"))
    found = tokens.whose(token)
    assert found is not None
    assert found.name == "desk"
    elsewhere.revoke("desk")
    assert tokens.whose(token) is None
    assert tokens.whose(other) is not None


@pytest.mark.parametrize("token", ["", "dgm_", "nope", "dgm_" + "x" * 43])
def test_what_is_no_token_lets_nobody_in(tokens: Tokens, token: str) -> None:
    assert tokens.whose(token) is None
    tokens.make("desk")
    assert tokens.whose(token) is None


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "a\nb", "desk"])
def test_a_name_is_one_and_its_own(tokens: Tokens, name: str) -> None:
    tokens.make("desk")
    with pytest.raises(BadOption):
        tokens.make(name)


def test_a_ledger_on_a_server_has_its_tokens_here_whatever_its_password(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    token = Tokens("postgresql://desk:old@server/ledger").make("desk")
    assert Tokens("postgresql://desk:new@server/ledger").whose(token) is not None
    assert Tokens("postgresql://desk:new@server/other").whose(token) is None
    assert [path.parent.name for path in tmp_path.rglob("*.json")] == ["dragoman"]


def test_a_token_that_there_is_not_cannot_be_revoked(tokens: Tokens) -> None:
    with pytest.raises(BadOption, match="agency"):
        tokens.revoke("agency")
