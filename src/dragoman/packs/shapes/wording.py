"""The shape of ``wording/<language>.yaml``: what people read, in one language of the interface."""

import msgspec

from dragoman.packs.shapes.common import PackFile


class Wording(PackFile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of the interface in one language.

    ``labels`` are headings and buttons by key, ``statuses`` what each status code is called.
    """

    labels: dict[str, str] = msgspec.field(default_factory=dict)
    statuses: dict[str, str] = msgspec.field(default_factory=dict)
