"""What all pack files share: where they come from, and rules that carry their examples."""

from typing import Annotated, Generic, TypeVar

import msgspec

ExampleT = TypeVar("ExampleT")
"""What one example of a rule looks like: a sentence, or an array such as ``[text, published, expected]``."""

Text = Annotated[str, msgspec.Meta(min_length=1)]
"""Words that may not be empty."""

RuleId = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9]*(\.[a-z0-9-]+)+$")]
"""A rule's name with its pack first, for example ``nl.date.day-after-tomorrow``."""


class PackFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One YAML file of a pack; each file's shape derives from this.

    ``origin`` says where the knowledge comes from and ``licence`` under which terms it stands. All
    fields of a deriving shape have defaults, so that a language may leave a file out; a file that is
    there without an origin is refused.
    """

    origin: str = ""
    licence: str = "Apache-2.0"


class Rule(
    msgspec.Struct, Generic[ExampleT], frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """A rule of a pack; it is refused when it has no examples.

    ``examples`` are cases the rule must get right, ``counterexamples`` sentences it must leave alone. Each
    is collected by pytest as a case of its own. A field named ``pattern`` or ``…_pattern``, in a rule or
    below it, holds a regular expression and must compile; ``patterns`` holds several.

    For example a rule whose examples are plain sentences, with one field of its own::

        class SpeechRule(Rule[str], frozen=True, kw_only=True, forbid_unknown_fields=True):
            lemma: str
    """

    id: RuleId
    examples: Annotated[tuple[ExampleT, ...], msgspec.Meta(min_length=1)]
    counterexamples: tuple[Text, ...] = ()
    note: str = ""
    origin: str = ""
