"""Which packs and model made a reading."""

from functools import cache

from dragoman.packs.load import pack_version


@cache
def reading_version(model: str) -> str:
    """Names the packs and the model that make a reading: a change of either gives another name."""
    return f"{model}+{pack_version()}"
