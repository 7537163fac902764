"""The shapes of the files that tell events and their status: grammar, kinds, status, hedges, acts, titles."""

from typing import Annotated, Literal

import msgspec

from dragoman.model.vocabulary import Certainty, Kind, Nature, Stance, Status
from dragoman.packs.shapes.common import PackFile, Rule, Text

Words = tuple[Text, ...]

Slot = Literal["subject", "object", "of", "prepositional", "predicate-subject", "modified"]
"""Where a cue holds its event: ``of`` is the complement of a noun cue, ``modified`` the noun that a participle or
adjective stands before, ``predicate-subject`` the subject of an idiom with a copula."""


class GrammarFile(PackFile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The closed classes that tense, negation and mood hang on, as lemmas.

    ``future`` are auxiliaries of the future; ``perfect`` and ``passive`` those of the perfect and the passive;
    ``hearsay`` those whose past tense may report hearsay; ``possible`` modal verbs that leave it open; ``obliged``
    those that oblige. ``negators`` deny what they modify, ``negative_determiners`` stand before a noun, ``without``
    words before an infinitive. ``not_yet`` words beside a negator leave it open. ``already`` words tell that a
    present lasts. ``conditional`` conjunctions open a condition, unless an ``even`` word stands before it;
    ``anterior`` ones a time before, ``meanwhile`` ones the same time; ``purpose`` ones an aim. ``where`` words make the
    noun before a relative clause its place. ``about``, ``between``, ``with``, ``of``, ``inside``, ``towards``,
    ``during``, ``after``, ``before``, ``against`` and ``by`` are prepositions by what their complement is to an event.
    ``then`` words open what follows from a condition. Those ``before_alone`` tell a time and never an aim.
    ``reciprocal`` pronouns make the subject parties to each other. ``again`` words presuppose that it was off or
    over. ``demonstrative`` determiners point back. ``male`` and ``female`` are pronouns for one person.
    """

    copulas: Words = ()
    future: Words = ()
    perfect: Words = ()
    passive: Words = ()
    hearsay: Words = ()
    possible: Words = ()
    obliged: Words = ()
    negators: Words = ()
    negative_determiners: Words = ()
    without: Words = ()
    against: Words = ()
    not_yet: Words = ()
    conditional: Words = ()
    even: Words = ()
    already: Words = ()
    anterior: Words = ()
    meanwhile: Words = ()
    purpose: Words = ()
    whether: Words = ()
    then: Words = ()
    about: Words = ()
    where: Words = ()
    between: Words = ()
    with_: Words = msgspec.field(name="with", default=())
    of: Words = ()
    inside: Words = ()
    towards: Words = ()
    during: Words = ()
    after: Words = ()
    before: Words = ()
    before_alone: Words = ()
    by: Words = ()
    reciprocal: Words = ()
    again: Words = ()
    definite: Words = ()
    demonstrative: Words = ()
    male: Words = ()
    female: Words = ()
    indefinite: Words = ()
    generic: Words = ()


class KindExample(msgspec.Struct, frozen=True, array_like=True):
    """``[text, mention]``: a sentence and the words in it that name the event (``["De top gaat door.", "top"]``)."""

    text: Text
    mention: Text


class NounTrigger(Rule[KindExample], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns that name an event of one kind.

    ``compounds`` says that a longer word ending in one of ``lemmas`` names the same kind. ``needs`` restricts
    it: ``party`` to mentions with an actor at their side, ``anchor`` to those with an actor, date or ordinal.
    ``never`` are words that end like one and name none.
    """

    kind: Kind
    lemmas: Annotated[Words, msgspec.Meta(min_length=1)]
    compounds: bool = True
    nature: Nature = "single"
    needs: Literal["nothing", "party", "anchor"] = "nothing"
    never: Words = ()


class VerbTrigger(Rule[KindExample], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verbs that tell an event of one kind.

    ``parties`` are the slots whose actors take part. ``needs`` names slots of which one must hold an actor, or the
    event is not told, ``requires`` slots that all must. ``place`` prepositions come from the grammar;
    ``several`` asks for more than one actor as subject.
    ``object_is_place`` makes a place or state as object the place (to visit Paris). ``light_object`` lists the
    objects of which it must have one, ``light_subject`` the subjects; ``bare`` asks that it has no object (who strikes
    is not who strikes a deal). ``beside`` are words of which one must hang on the verb, or on a phrase that does ("take
    *effect*", "at the *table*"), ``unless`` words of which none may. ``present`` is the status that a bare present
    without a day tells: "the minister resigns" is done.
    """

    kind: Kind
    verbs: Annotated[Words, msgspec.Meta(min_length=1)]
    nature: Nature = "single"
    parties: tuple[Literal["subject", "object", "with", "towards", "by", "at"], ...] = ("subject",)
    needs: tuple[
        Literal["subject", "object", "with", "towards", "by", "at", "reciprocal", "place", "several"], ...
    ] = ()
    requires: tuple[
        Literal["subject", "object", "with", "towards", "by", "at", "reciprocal", "place", "several"], ...
    ] = ()
    object_is_place: bool = False
    light_object: Words = ()
    light_subject: Words = ()
    beside: Words = ()
    unless: Words = ()
    present: Status | None = None
    bare: bool = False


class TriggerFile(PackFile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``kinds.yaml``: the words of a language that name or tell events.

    ``ordinals`` give the number that a word tells of an event (the second summit), ``outcomes`` the words for how
    one ended, by outcome.
    """

    nouns: tuple[NounTrigger, ...] = ()
    verbs: tuple[VerbTrigger, ...] = ()
    ordinals: dict[Text, int] = {}
    outcomes: dict[str, Words] = {}
    series: Words = ()
    first_time: tuple[Words, ...] = ()
    pronouns: Words = ()


class CueExample(msgspec.Struct, frozen=True, array_like=True):
    """A sentence and what its first claim says: ``[text, status]``, with stance and certainty unless they are plain."""

    text: Text
    status: Status
    stance: Stance = "asserts"
    certainty: Certainty = "certain"


class StatusCue(Rule[CueExample], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that tell where an event stands.

    ``status`` ``occurs`` means that tense decides: past is held, present or future planned; ``begins`` likewise, but
    what has begun is under way. ``slots`` say where the event stands. ``negated`` is the status under negation, else
    the claim denies ``status``. ``date`` says whether a date beside the cue is the event's or the day of the deed.
    ``preposition`` restricts a prepositional slot. ``forms`` are irregular forms, particle first, for a parser that
    misses the lemma. ``phrase`` is an idiom as consecutive words; it needs one of ``carriers`` as its verb where
    given. ``negation`` that is ``required`` makes it a cue under a negation alone. ``eventive`` verbs take nothing but
    events, so that a pronoun beside them is one. ``beside`` are words of which one must
    hang on the verb ("*er* komt"). ``performed`` cues are deeds of
    their subject or agent; those that ``moves`` marks put the event on another day when one is told.
    """

    status: Literal[
        "mooted",
        "planned",
        "confirmed",
        "doubtful",
        "conditional",
        "postponed",
        "cancelled",
        "refused",
        "ongoing",
        "suspended",
        "held",
        "occurs",
        "begins",
    ]
    verbs: Words = ()
    nouns: Words = ()
    adjectives: Words = ()
    phrase: tuple[Words, ...] = ()
    carriers: Words = ()
    forms: Words = ()
    slots: tuple[Slot, ...] = ("object",)
    preposition: Words = ()
    negated: Status | None = None
    negation: Literal["optional", "required"] = "optional"
    certainty: Certainty = "certain"
    date: Literal["event", "deed"] = "event"
    performed: bool = False
    moves: bool = False
    eventive: bool = False
    beside: Words = ()


class StatusFile(PackFile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``status.yaml``: the cues of status, first rule first."""

    cues: tuple[StatusCue, ...] = ()


class HedgeExample(msgspec.Struct, frozen=True, array_like=True):
    """A sentence and how sure its claim is."""

    text: Text
    certainty: Certainty


class Hedge(Rule[HedgeExample], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that lower certainty: adverbs, or verbs that govern the clause; ``hearsay`` ones also step back from it."""

    certainty: Certainty
    words: Words = ()
    phrases: tuple[Words, ...] = ()
    verbs: Words = ()
    hearsay: bool = False


class HedgeFile(PackFile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``hedges.yaml``: what makes a claim less than certain."""

    hedges: tuple[Hedge, ...] = ()


class Embedding(Rule[CueExample], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verbs and nouns that govern a clause or infinitive with an event, and what they make of it.

    ``status`` replaces what the clause tells (to hope that … is mooted); ``none`` says that nothing is claimed
    (to ask somebody to cancel); ``keep`` passes it on (to confirm that … is cancelled). ``negated`` is the same
    under a negation. ``predicative`` words count with a copula only ("the question is whether …").
    """

    verbs: Words = ()
    nouns: Words = ()
    adjectives: Words = ()
    status: Literal["mooted", "planned", "confirmed", "doubtful", "conditional", "refused", "cancelled", "none", "keep"]
    certainty: Certainty = "certain"
    negated: Literal["mooted", "planned", "doubtful", "refused", "cancelled", "none", "keep"] | None = None
    predicative: bool = False
    stance: Stance = "asserts"


class EmbeddingFile(PackFile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``implicatives.yaml``: verbs over clauses, and whether what they govern is claimed."""

    embeddings: tuple[Embedding, ...] = ()


class ActExample(msgspec.Struct, frozen=True, array_like=True):
    """``[text, act]``: a sentence and the PLOVER type of the act in it."""

    text: Text
    act: Text


class ActCue(Rule[ActExample], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of acts between actors: ``act`` is PLOVER's type in lower case, ``recipient`` where the other stands.

    ``verbs`` tell it by themselves, ``adjectives`` as a predicate over what somebody will do ("is bereid om …").
    """

    act: str
    verbs: Words = ()
    adjectives: Words = ()
    recipient: tuple[Literal["object", "indirect", "with", "towards", "inside"], ...] = ("object",)


class ActFile(PackFile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``acts.yaml``: verbs of acts."""

    acts: tuple[ActCue, ...] = ()


class TitleExample(msgspec.Struct, frozen=True, array_like=True):
    """A phrase and the role code of the office it names."""

    text: Text
    role: Text


class Title(Rule[TitleExample], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns for an office; ``roles`` are role codes in order of preference.

    ``of`` says whose office it is when the words name a state: the state itself or a person's staff. ``owner`` is
    the key of the organisation that the words by themselves say ("Commissievoorzitter"). Of ``open`` ones a country has
    many ("minister"): the noun alone is only somebody whom the report told of.
    """

    words: Annotated[Words, msgspec.Meta(min_length=1)]
    roles: Annotated[Words, msgspec.Meta(min_length=1)]
    of: Literal["state", "person", "organisation"] = "state"
    owner: str | None = None
    open: bool = False


class GroupExample(msgspec.Struct, frozen=True, array_like=True):
    """``[text, count]``: a phrase and how many actors it stands for (0: all so far)."""

    text: Text
    count: int


class Group(Rule[GroupExample], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Phrases for the actors told before: ``member`` is persons or states, ``count`` how many."""

    phrases: Annotated[tuple[Words, ...], msgspec.Meta(min_length=1)]
    member: Literal["person", "state"]
    count: int = 2


class TitleFile(PackFile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``titles.yaml``: offices and groups in definite descriptions."""

    titles: tuple[Title, ...] = ()
    groups: tuple[Group, ...] = ()
