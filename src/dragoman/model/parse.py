"""What the language engine hands to the rooms: sentences, tokens with offsets, a dependency tree, names."""

import msgspec


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """One syntactic word of a report.

    ``start`` and ``end`` count characters of the report's text. ``head`` is the index in
    the sentence of the governing token, -1 for the root. ``feats`` are Universal
    Dependencies features. ``arc_score`` is the parser's probability of ``head`` (0 to 1). For example in "De top gaat
    door" the token "top" has ``head`` 2 and ``deprel`` ``nsubj``, and "gaat" has ``head`` -1. ``parts`` is the lemma of
    a compound with its parts set apart ("staatshoofden": ``staat_hoofd``), empty for any other word.
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
    parts: str = ""


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """What a small head says of one token: a label, and how probable it is (0 to 1)."""

    label: str
    score: float


class Speech(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of reported speech: tokens ``first`` to ``last`` (both included) of a sentence."""

    first: int
    last: int
    score: float = 1.0


class Cues(msgspec.Struct, frozen=True, kw_only=True):
    """What the small heads say of a sentence's tokens, by index; of most tokens they say nothing.

    ``trigger`` gives the kind of event that a token names, with the probability that it names one at all; ``status``
    and ``stance`` what the sentence says of that event (``-`` where it claims no status); ``modal`` the reading of a
    modal verb that can be hearsay. For example in "De top gaat niet door" ``trigger[1]`` is ``summit`` and
    ``status[1]`` is ``cancelled``. They are hints beside the rules, and each has a score to weigh it by.
    """

    trigger: dict[int, Cue] = {}
    status: dict[int, Cue] = {}
    stance: dict[int, Cue] = {}
    modal: dict[int, Cue] = {}
    speech: tuple[Speech, ...] = ()


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence: its span in the report's text and its tokens in order.

    ``paragraph`` counts from 0; a heading is a paragraph of its own. ``cues`` is None where the weights have no
    heads for them.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    paragraph: int = 0
    cues: Cues | None = None


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
