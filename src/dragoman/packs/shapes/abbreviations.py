"""The shape of ``abbreviations.yaml``: words whose full stop does not end a sentence."""

from dragoman.packs.shapes.common import PackFile, Text


class AbbreviationFile(PackFile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Abbreviations of a language, with their full stops, as they are written inside a sentence.

    ``never_last`` are those after which a sentence does not end (``dr.``), ``may_end`` those after which
    it may, when a capital follows (``etc.``). ``openers`` are words that begin a sentence when they stand
    with a capital after one of the latter. ``clitics`` are short forms written after an apostrophe and never
    apart from it (``s`` in ``'s avonds``).
    """

    never_last: tuple[Text, ...] = ()
    may_end: tuple[Text, ...] = ()
    openers: tuple[Text, ...] = ()
    clitics: tuple[Text, ...] = ()
