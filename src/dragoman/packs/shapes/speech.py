"""The shapes of ``speech.yaml`` and ``sources.yaml``: words of saying, quote marks, and who is a source."""

from typing import Annotated, Literal

import msgspec

from dragoman.model.vocabulary import SourceType, Stance
from dragoman.packs.shapes.common import PackFile, Rule, Text

Words = tuple[Text, ...]

SpeechType = Literal[
    "say",
    "announce",
    "confirm",
    "deny",
    "doubt",
    "hope",
    "expect",
    "think",
    "promise",
    "propose",
    "agree",
    "refuse",
    "decline",
    "threaten",
    "warn",
    "ask",
    "urge",
    "accuse",
    "thank",
    "criticise",
    "emerge",
]
"""What kind of saying a word tells. ``decline`` is to say nothing on it; ``emerge`` is that it became known."""

Takes = Literal["clause", "infinitive", "object", "quote"]
"""What a verb of saying takes as what is said: a clause (that …), an infinitive, a noun phrase, quoted words."""


class SpeechVerb(Rule[Text], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A verb or expression of saying.

    ``lemma`` is the infinitive of the verb that bears the tense. ``particle`` is what may split off it,
    ``words`` are other fixed words of the expression (``te kennen`` of *te kennen geven*), in any order; one of
    them may be told as ``a|b``. ``takes`` says what may be its content; ``prepositions`` introduce content as a
    phrase (to call *for* restraint). ``source`` prepositions introduce the speaker instead of the subject.
    ``stance`` is what the speaker does with the content when it is not to assert it, ``negated`` the same under
    a negation. ``judges`` verbs take as what is said what somebody calls something (to call it *a mistake*, to speak
    *of a good start*). ``speaker`` is false where the words name none (*it is said*).
    ``passive_only`` verbs are words of saying in the passive alone. ``forms`` are inflected forms for a parser that
    misses the lemma.
    """

    lemma: Text
    type: SpeechType
    particle: Text | None = None
    words: Words = ()
    takes: Annotated[tuple[Takes, ...], msgspec.Meta(min_length=1)] = ("clause", "infinitive", "quote")
    prepositions: Words = ()
    source: Words = ()
    stance: Stance | None = None
    negated: Stance | None = None
    speaker: bool = True
    judges: bool = False
    forms: Words = ()


class SpeechNoun(Rule[Text], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A noun of saying with what is said as a clause behind it (the promise *that* …)."""

    lemmas: Annotated[Words, msgspec.Meta(min_length=1)]
    type: SpeechType
    stance: Stance | None = None


class According(Rule[Text], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A preposition or word whose complement is the source of its clause (*according to*).

    ``lead`` are words that stand before it (*naar* zeggen *van*). ``certain`` ones make any complement a source;
    after the others, nouns of ``sources.yaml``'s ``never`` are not. ``inner`` ones name whom the speaker beside
    them has it from (*on the authority of*), so that they stand further in. ``own`` ones have no complement: the
    subject of their clause is the source (*by its own account*).
    """

    lemma: Text
    lead: Words = ()
    certain: bool = False
    inner: bool = False
    own: bool = False


class Hearsay(Rule[Text], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A construction by which the outlet steps back: a phrase, or an auxiliary with a perfect infinitive.

    ``phrase`` are consecutive words. ``auxiliary`` are inflected forms, ``perfect`` the infinitives that must
    hang on the same verb; ``unless`` are words in the clause that make it something else, such as a condition.
    """

    phrase: Words = ()
    auxiliary: Words = ()
    perfect: Words = ()
    unless: Words = ()


class Construction(Rule[Text], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A way of telling speech without a word of saying from the lists; ``how`` names it.

    ``tag`` is any verb right behind a quote with its subject after it; ``colon`` a name before a colon and a quote;
    ``alone`` a quote beside which nobody is named, said by whoever spoke before it; ``carried`` a sentence that
    carries reported speech on; ``words`` a sentence behind a quote that takes it up as somebody's words.
    """

    how: Literal["tag", "colon", "alone", "carried", "words"]


class Credit(Rule[Text], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line's head or foot that credits an agency; ``pattern`` has a group ``name``, ``place`` says where."""

    pattern: Text
    place: Literal["head", "foot"]


class QuoteMarks(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The quote marks of a language, and the apostrophes that are none.

    ``pairs`` are ``[open, close]``; a straight mark opens and closes. ``elisions`` are what follows an apostrophe
    in words written with one (*'s* avonds), without the apostrophe.
    """

    pairs: tuple[tuple[Text, Text], ...] = ()
    elisions: Words = ()


class SpeechFile(PackFile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``speech.yaml``: how a language says that somebody says something.

    ``anaphors`` stand for what was said before (*Dat* meldt X), ``manner`` words open a parenthesis (*zo*
    verklaarde X), ``as`` conjunctions likewise (*zoals* X zei). ``that`` conjunctions open what is said.
    ``refusing`` verbs turn the saying in their infinitive round. ``contrast`` conjunctions end the reach of a
    source. ``retaken`` nouns behind a demonstrative take up a quote before them (*with those words*).
    ``carried`` are forms that carry reported speech on into the next sentence. Negators and the
    preposition of a passive's doer stand in ``grammar.yaml``.
    """

    verbs: tuple[SpeechVerb, ...] = ()
    nouns: tuple[SpeechNoun, ...] = ()
    according: tuple[According, ...] = ()
    hearsay: tuple[Hearsay, ...] = ()
    constructions: tuple[Construction, ...] = ()
    credits: tuple[Credit, ...] = ()
    marks: QuoteMarks = QuoteMarks()
    anaphors: Words = ()
    manner: Words = ()
    as_: Words = msgspec.field(name="as", default=())
    that: Words = ()
    refusing: Words = ()
    contrast: Words = ()
    carried: Words = ()
    retaken: Words = ()


class SourceClass(Rule[Text], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns for a source without a name.

    ``name`` is the class in English, for data. ``compounds`` says that a longer word ending in a lemma is one
    too. ``hearsay`` classes are so vague that the outlet does not stand behind what they say. A ``carrier`` is a
    noun that a name follows (*persbureau* TASS) and that gives the name its type. An ``owned`` class is named by
    whose it is (the *statement* of the ministry); a ``voice`` is only what somebody says aloud, so that its owner is
    the source (in his *speech*). ``forms`` are inflected forms, as in `SpeechVerb`; of people, those of the plural.
    """

    lemmas: Annotated[Words, msgspec.Meta(min_length=1)]
    forms: Words = ()
    name: Text
    type: SourceType = "unnamed"
    compounds: bool = True
    hearsay: bool = False
    carrier: bool = False
    owned: bool = False
    voice: bool = False


class Spokesperson(Rule[Text], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns for somebody who speaks for another; ``name`` is the English word for data.

    ``prepositions`` introduce for whom; ``forms`` and ``compounds`` as in `SourceClass`.
    """

    lemmas: Annotated[Words, msgspec.Meta(min_length=1)]
    forms: Words = ()
    name: Text
    prepositions: Words = ()
    compounds: bool = True


class SourceFile(PackFile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``sources.yaml``: who is a source when no name is given, and what is none.

    ``never`` are nouns that are no source after a preposition that also means *in line with* (the rules, the
    plan). ``first_person`` pronouns inside a quote are its speaker, ``third_person`` ones somebody told before.
    ``owners`` are prepositions between a noun and whose it is or where it comes from. ``determiners`` are left
    out of a name made from words. ``unnamed`` names a source that is not named at all, in English.
    """

    classes: tuple[SourceClass, ...] = ()
    spokespersons: tuple[Spokesperson, ...] = ()
    never: Words = ()
    first_person: Words = ()
    third_person: Words = ()
    owners: Words = ()
    determiners: Words = ()
    unnamed: Text = "unnamed"
