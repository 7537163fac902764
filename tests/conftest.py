"""What all tests share: how many examples properties are tried on, and readings made by hand."""

import os
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import settings

settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("long", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "default"))


@pytest.fixture(scope="session")
def hand() -> SimpleNamespace:
    """Reports with readings made by hand, for tests of what comes after reading (``tests/corridor/hand.py``)."""
    spec = spec_from_file_location("hand", Path(__file__).parent / "corridor/hand.py")
    assert spec is not None
    assert spec.loader is not None
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    return SimpleNamespace(**vars(made))
