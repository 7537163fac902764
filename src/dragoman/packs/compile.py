"""Compiles the YAML of the packs to JSON: ``python -m dragoman.packs.compile``.

YAML is pleasant to write and slow to read (0.7 MB takes seconds); the JSON beside it loads in
milliseconds. Each YAML file has one JSON file, which keeps the hash of the YAML it was made from.
"""

import hashlib
import sys
from pathlib import Path

import msgspec

from dragoman.errors import BadPack
from dragoman.packs.check import PACKS, check_file, pack_paths
from dragoman.packs.load import Compiled


def compiled_path(path: str, *, root: Path = PACKS) -> Path:
    """Gives the place of the JSON of a pack file.

    >>> compiled_path("languages/nl/dates.yaml", root=Path("packs")).as_posix()
    'packs/compiled/languages/nl/dates.json'
    """
    return root / "compiled" / Path(path).with_suffix(".json")


def yaml_hash(path: str, *, root: Path = PACKS) -> str:
    """Gives the SHA-256 of a pack file's bytes, line ends of Windows taken as those of Unix."""
    return hashlib.sha256((root / path).read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def compile_file(path: str, *, root: Path = PACKS) -> Path:
    """Checks one pack file, writes its JSON and gives the place; raises `BadPack` for a faulty one."""
    content = check_file(path, root=root)
    target = compiled_path(path, root=root)
    target.parent.mkdir(parents=True, exist_ok=True)
    raw = msgspec.json.encode(Compiled(yaml=yaml_hash(path, root=root), content=content))
    target.write_bytes(raw + b"\n")
    return target


def stale_paths(root: Path = PACKS) -> list[str]:
    """Gives the pack files whose JSON is missing or older than they are, and JSON whose YAML is gone."""
    paths = pack_paths(root)
    wanted = {compiled_path(path, root=root) for path in paths}
    orphans = [file.relative_to(root).as_posix() for file in (root / "compiled").rglob("*.json") if file not in wanted]
    return [path for path in paths if not _fresh(path, root=root)] + sorted(orphans)


def main() -> int:
    """Compiles every pack file that is stale; gives 1 when one is faulty, after trying them all."""
    faulty = 0
    for path in stale_paths():
        try:
            _renew(path)
        except BadPack as fault:
            faulty = 1
            sys.stderr.write(f"{fault}\n")
    return faulty


def _renew(path: str) -> None:
    if path.endswith(".json"):
        (PACKS / path).unlink()
    else:
        compile_file(path)


def _fresh(path: str, *, root: Path) -> bool:
    target = compiled_path(path, root=root)
    return target.exists() and msgspec.json.decode(target.read_bytes())["yaml"] == yaml_hash(path, root=root)


if __name__ == "__main__":
    sys.exit(main())
