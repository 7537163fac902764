"""The shape of the kinds pack: what kinds of event there are, in no language's words."""

from functools import cached_property
from typing import Annotated

import msgspec

from dragoman.model.vocabulary import Kind, Nature
from dragoman.packs.shapes.common import PackFile

Days = Annotated[int, msgspec.Meta(ge=0)]


class KindEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind of event.

    ``labels`` names it by interface language, ``plurals`` several of it. ``like`` are kinds that a report may
    call the same event by (a summit is a meeting). ``lasts_days`` is how long one is under way at most before
    ``ongoing`` goes stale; ``bilateral`` kinds need parties on both sides. ``placed`` kinds are held somewhere.
    Of ``rare`` kinds the same parties have no two within two months, so that another day is a date that moved.
    """

    kind: Kind
    labels: dict[str, str]
    nature: Nature = "single"
    like: tuple[Kind, ...] = ()
    lasts_days: Days = 1
    bilateral: bool = False
    placed: bool = True
    note: str = ""
    plurals: dict[str, str] = {}
    rare: bool = False


class KindFile(PackFile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The kinds of event, each once, and how a label is put together.

    ``forms`` are by interface language the ways to put a label together, by name: ``sides`` and ``alone`` with
    ``{kind}`` and ``{who}``, ``delegation`` with ``{state}``, ``between`` what stands between two sides.
    ``articles`` are by language the states whose name takes an article inside a phrase, by that article.
    """

    kinds: tuple[KindEntry, ...] = ()
    forms: dict[str, dict[str, str]] = msgspec.field(default_factory=dict)
    articles: dict[str, dict[str, tuple[str, ...]]] = msgspec.field(default_factory=dict)


class KindPack(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """All kinds of event; each field is the file of that name."""

    kinds: KindFile = KindFile()

    def entry(self, kind: Kind) -> KindEntry:
        """Gives the entry of a kind; KeyError for one that the pack lacks."""
        return self._entries[kind]

    def family(self, kind: Kind) -> Kind:
        """Gives the kind that stands for all kinds a report may call the same event by, directly or in steps."""
        return self._families[kind]

    @cached_property
    def _entries(self) -> dict[Kind, KindEntry]:
        return {entry.kind: entry for entry in self.kinds.kinds}

    @cached_property
    def _families(self) -> dict[Kind, Kind]:
        return {kind: self._family(kind) for kind in self._entries}

    def _family(self, kind: Kind) -> Kind:
        family = {kind}
        while True:
            like = {other for one in family for other in self.entry(one).like}
            like |= {entry.kind for entry in self.kinds.kinds if family & set(entry.like)}
            if like <= family:
                return min(family)
            family |= like
