import socket
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from urllib.request import urlopen

import pytest
from click.testing import Result

PROGRAM = "from dragoman.views.cli import main; main()"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def test_without_the_extra_it_says_what_to_install(
    call: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("dragoman.views.cli.serve"), "NEEDED", ("no_such_package",))
    result = call("serve", "--language", "en")
    assert result.exit_code != 0
    assert "dragoman[web]" in result.output


@pytest.mark.slow
def test_it_serves_on_this_machine_and_nowhere_else(summit_place: str) -> None:
    port = free_port()
    command = [
        sys.executable,
        "-c",
        PROGRAM,
        "serve",
        "--port",
        str(port),
        "--ledger",
        summit_place,
        "--language",
        "nl",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        try:
            assert process.stdout is not None
            assert f"http://localhost:{port}/" in process.stdout.readline()
            assert "Agenda" in fetched(f"http://127.0.0.1:{port}/")
            others = {str(each[4][0]) for each in socket.getaddrinfo(socket.gethostname(), port, socket.AF_INET)}
            for address in others - {"127.0.0.1"}:
                with pytest.raises(OSError), socket.create_connection((address, port), timeout=1):
                    pass
        finally:
            process.terminate()
            process.wait(timeout=10)


def fetched(address: str) -> str:
    for _ in range(100):
        try:
            with urlopen(address, timeout=10) as answer:  # noqa: S310 - our own server
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.1)
    raise AssertionError(address)
