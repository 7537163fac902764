"""What the language engine hands to the rooms: sentences, tokens with offsets, a dependency tree, names."""

import msgspec


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """One syntactic word of a report.

    ``start`` and ``end`` count characters of the report's text. ``head`` is the index in
    the sentence of the governing token, -1 for the root. ``feats`` are Universal
    Dependencies features. ``arc_score`` is the parser's probability of ``head`` (0 to 1). For example in "De top gaat
    door" the token "top" has ``head`` 2 and ``deprel`` ``nsubj``, and "gaat" has ``head`` -1.
    """

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    head: int
    deprel: str
    feats: dict[str, str] = {}
    arc_score: float = 1.0


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence: its span in the report's text and its tokens in order.

    ``paragraph`` counts from 0; a heading is a paragraph of its own.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    paragraph: int = 0


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """A name span: ``label`` is PER, ORG, LOC, MISC (an event's or work's name) or ADJ (a state as adjective).

    For example "de Belgische premier" holds one name, "Belgische", which is ADJ.
    """

    start: int
    end: int
    label: str
    score: float = 1.0


class Parse(msgspec.Struct, frozen=True, kw_only=True):
    """All that one pass of the engine finds in one text; ``model`` names the weights that made it."""

    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...] = ()
    model: str = ""
