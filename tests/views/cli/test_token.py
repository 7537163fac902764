from collections.abc import Callable

from click.testing import Result


def test_a_token_is_made_listed_and_revoked(call: Callable[..., Result]) -> None:
    made = call("token", "make", "desk")
    assert made.exit_code == 0
    assert made.output.startswith("dgm_")
    listed = call("token", "list").output
    assert listed.startswith("desk · 20")
    assert made.output.strip() not in listed
    assert call("token", "revoke", "desk").exit_code == 0
    assert call("token", "list").output.strip() == ""


def test_what_cannot_be_is_told(call: Callable[..., Result]) -> None:
    call("token", "make", "desk")
    again = call("token", "make", "desk", "--language", "nl")
    assert again.exit_code != 0
    assert "deze optie neemt die waarde niet aan" in again.output
    assert call("token", "revoke", "agency").exit_code != 0


def test_nobody_is_let_in_from_elsewhere_before_there_is_a_token(call: Callable[..., Result]) -> None:
    result = call("serve", "--host", "0.0.0.0", "--language", "en")  # noqa: S104 - it must refuse
    assert result.exit_code != 0
    assert "dragoman token make" in result.output
