"""The shape of ``dates.yaml``: word classes and the rules that make dates of them."""

from typing import Annotated

import msgspec

from dragoman.model.vocabulary import Direction
from dragoman.packs.shapes.common import PackFile, Rule, Text

Value = int | str
Fields = dict[str, Value]
"""Fields of a date's form; ``until_`` before a name sets it on the end of a stretch, ``or_`` on an alternative."""


class WordClass(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that stand for one another in a pattern, and the ``field`` of a date's form that they fill.

    ``words`` maps a word (or several, with spaces) to the field's value, or to several fields at once.
    ``low`` to ``high`` takes in numbers of ``digits`` figures, with one of ``suffixes`` behind them where
    given (27ste). ``compound`` are classes whose words are written together, for example a weekday and a part of
    the day; equal fields add up.
    """

    field: str = ""
    words: dict[Text, Value | Fields] = {}
    low: int | None = None
    high: int | None = None
    digits: tuple[int, ...] = (1, 2)
    suffixes: tuple[Text, ...] = ()
    compound: tuple[Text, ...] = ()


class DateExample(msgspec.Struct, frozen=True, array_like=True):
    """``[text, published, expected]``: a text of that day, and the EDTF that is read, empty where no day can be given.

    ``published`` is a day, ``expected`` EDTF. ``direction`` is given where the words alone do not tell past from
    future; ``previous`` is the EDTF of the date told before.
    """

    text: Text
    published: Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    expected: str
    direction: Direction | None = None
    previous: str | None = None


class DatePattern(Rule[DateExample], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rule with a pattern over words or dates, and the fields that it sets beside those of its words.

    ``set`` are those fields. The first ``skip`` words must be there and are no part of the date. ``direction`` is
    given by words that always point one way. Where ``preceded`` or ``followed`` are given, what they say must stand
    just before or after, ``not_followed`` must not; it stays free to be a date itself.
    """

    pattern: Text
    fields: Fields = msgspec.field(name="set", default_factory=dict)
    skip: int = 0
    preceded: str = ""
    followed: str = ""
    not_followed: str = ""
    direction: Direction | None = None


class DateRule(DatePattern, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A pattern over words, and the fields that it sets beside those of its words.

    In a ``pattern``, ``{class}`` is a word of that class, ``{class:until}`` and ``{class:or}`` fill the end of a
    stretch and an alternative, ``( | ) ? * +`` are as in regular expressions, anything else is a word or
    sign that must stand there. The longest match wins, of equally long ones the earlier in the text, then the earlier
    rule. With ``after_date`` another date must end just before; with ``alone`` its last word must not belong to a
    noun that follows; with ``opens`` it must open a paragraph. A rule with ``ignore`` keeps its words from being a date
    at all.
    """

    after_date: bool = False
    alone: bool = False
    opens: bool = False
    ignore: bool = False


class DateJoin(DatePattern, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A pattern over dates that the rules found (``{date}``, ``{date:until}``, ``{date:or}``) and words between them.

    ``{time:time}`` is an hour or part of the day that stands alone.
    """


class TenseWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Lemmas by which a clause tells past from future.

    ``future`` are auxiliaries and governing verbs of the future, ``perfect`` and ``passive`` auxiliaries,
    ``modal`` verbs that leave it open in the past tense, ``planned`` participles of what lies ahead
    though it was done in the past, ``saying`` verbs whose present tells what was said; ``aiming`` are prepositions of
    what is set for a day or put off to it.
    """

    future: tuple[Text, ...] = ()
    perfect: tuple[Text, ...] = ()
    passive: tuple[Text, ...] = ()
    modal: tuple[Text, ...] = ()
    planned: tuple[Text, ...] = ()
    saying: tuple[Text, ...] = ()
    aiming: tuple[Text, ...] = ()


class DateFile(PackFile, frozen=True, kw_only=True, forbid_unknown_fields=True, eq=False):
    """``dates.yaml``: all that a language's dates are made of; ``classes`` go by the name that patterns use."""

    classes: dict[Text, WordClass] = {}
    rules: tuple[DateRule, ...] = ()
    joins: tuple[DateJoin, ...] = ()
    tense: TenseWords = TenseWords()
