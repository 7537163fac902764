"""The closed vocabularies of the nouns, as literal types and the tuples that list them."""

from typing import Literal, get_args

Status = Literal[
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
    "not-held",
    "denied",
    "unknown-after-date",
]
Stance = Literal["asserts", "denies", "unconfirmed", "retracts"]
Certainty = Literal["certain", "probable", "possible", "unknown"]
Evidentiality = Literal["performed", "quoted", "reported", "hearsay", "own"]
SourceType = Literal["outlet", "agency", "media", "person", "office", "organisation", "state", "document", "unnamed"]
ActorType = Literal["state", "organisation", "office", "person", "media", "agency", "unnamed"]
Kind = Literal[
    "summit",
    "talks",
    "meeting",
    "visit",
    "call",
    "conference",
    "press-conference",
    "speech",
    "debate",
    "vote",
    "election",
    "appointment",
    "resignation",
    "formation",
    "signing",
    "entry-into-force",
    "ceremony",
    "hearing",
    "verdict",
    "deadline",
    "publication",
    "exercise",
    "launch",
    "test",
    "strike",
    "protest",
    "ceasefire",
    "release",
    "closure",
    "match",
    "other",
]
Nature = Literal["single", "series", "process"]
LinkType = Literal["part_of", "prepares", "condition", "follows", "replaces", "precedent"]
Role = Literal["principal", "host", "guest", "mediator", "attendee", "other"]
Attendance = Literal["expected", "present", "absent", "replaced", "left", "barred"]
Direction = Literal["past", "future"]

STATUSES: tuple[Status, ...] = get_args(Status)
KINDS: tuple[Kind, ...] = get_args(Kind)
DERIVED_ONLY: frozenset[Status] = frozenset({"not-held", "denied", "unknown-after-date"})
"""Statuses that no claim carries: only a verdict gives them."""
CERTAINTIES: tuple[Certainty, ...] = ("certain", "probable", "possible", "unknown")
"""From surest to least sure, so that the index orders them."""
