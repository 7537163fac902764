"""Gathers the tellings of one report into events, each once, by kind, parties, date, place and recency together."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from dragoman.model.mention import Place
from dragoman.model.reading import Party, ReadAct, ReadClaim, ReadEvent, ReadLink
from dragoman.model.told import Told
from dragoman.model.vocabulary import Kind, Nature
from dragoman.model.when import When
from dragoman.packs.shapes.kinds import KindPack

ENOUGH = 3
"""Points from which a telling joins an event: kind and equal parties, or kind, definiteness and nearness."""

NEAR = 3
"""Sentences within which "the meeting" may take up one told before."""

APART: frozenset[Kind] = frozenset({"visit"})
"""Kinds that are no other word for another kind in one report: a visit and the meeting during it are two events."""

STANDING = frozenset({"cancelled", "postponed", "confirmed", "suspended", "doubtful"})
"""Statuses that only an occasion can have: "the state visit is off" needs no date to be of one event."""

SAME_SIDES = 2
"""Points for the same parties on both sides."""

BEHIND = frozenset({"held", "not-held"})


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """The events of a report, and for each telling the index of its event (``None``: no event after all)."""

    events: tuple[ReadEvent, ...]
    place: tuple[int | None, ...]
    claims: tuple[ReadClaim, ...]


class _Cluster:
    """Tellings that are one event so far."""

    def __init__(self) -> None:
        self.members: list[int] = []
        self.told: list[Told] = []
        self.statuses: set[str] = set()
        self.whens: list[When] = []
        self.parties: dict[str, Party] = {}

    def add(self, index: int, told: Told, *, statuses: set[str], whens: Sequence[When]) -> None:
        self.members.append(index)
        self.told.append(told)
        self.statuses |= statuses
        self.whens += [whens[d] for d in (*told.dates, *told.moved_from) if whens[d].earliest is not None]
        for party in told.parties:
            self.parties.setdefault(party.actor.id, party)

    @property
    def last(self) -> Told:
        return self.told[-1]


def gather_told(
    told: Sequence[Told],
    claims: Sequence[ReadClaim],
    *,
    whens: Sequence[When],
    kinds: KindPack,
    acts: Sequence[ReadAct] = (),
) -> Gathered:
    """Gathers tellings into events and points the claims at them; what is no event is left out with its claims.

    ``whens`` are the report's dates as far as it resolves them by itself. ``acts`` date what their parties did
    together: after "Kim bedankte Moon zaterdag", "de gesprekken tussen Kim en Moon" without a day were that day's.
    """
    told = [_with_parties(one, told) for one in told]
    clusters: list[_Cluster] = []
    for index, one in enumerate(told):
        statuses: set[str] = {claim.status for claim in claims if claim.event == index and claim.stance == "asserts"}
        linked = {link.to for link in one.links} | {
            n for n, other in enumerate(told) if any(link.to == index for link in other.links)
        }
        scored = [
            (_score(cluster, one, statuses, whens, kinds), n)
            for n, cluster in enumerate(clusters)
            if not linked & set(cluster.members)
        ]
        best = max(scored, default=(0, -1), key=lambda pair: (pair[0], pair[1]))
        if one.takes_up is not None:
            best = (ENOUGH, next(n for n, cluster in enumerate(clusters) if one.takes_up in cluster.members))
        if best[0] < ENOUGH:
            clusters.append(_Cluster())
            best = (0, len(clusters) - 1)
        clusters[best[1]].add(index, one, statuses=statuses, whens=whens)
    clusters = _taken_up(clusters, claims, kinds)
    kept = [cluster for cluster in clusters if _is_event(cluster, claims)]
    place = {member: n for n, cluster in enumerate(kept) for member in cluster.members}
    moved = [msgspec.structs.replace(c, event=place[c.event]) for c in claims if c.event in place]
    events = tuple(_event(cluster, n, place, whens, moved) for n, cluster in enumerate(kept))
    events = tuple(_dated_by_act(event, cluster, acts) for event, cluster in zip(events, kept, strict=True))
    return Gathered(events=events, place=tuple(place.get(i) for i in range(len(told))), claims=tuple(moved))


def _with_parties(one: Told, told: Sequence[Told]) -> Told:
    """Gives talks about an event without parties of their own those of the event: who prepares a summit meets there."""
    if one.parties or one.verbal:
        return one
    about = next((told[link.to] for link in one.links if link.type == "prepares"), None)
    return one if about is None else msgspec.structs.replace(one, parties=about.parties)


def _dated_by_act(event: ReadEvent, cluster: _Cluster, acts: Sequence[ReadAct]) -> ReadEvent:
    """Dates a held event without a day by the nearest act before it between just the same persons."""
    if (
        event.dates
        or event.undated_text is not None
        or cluster.statuses != BEHIND & {"held"}
        or event.nature == "series"
    ):
        return event
    people = {party.actor.id for party in event.parties if party.actor.type == "person"}
    first = min(mention.start for mention in event.mentions)
    near = [
        act
        for act in acts
        if act.said is not None
        and act.end <= first
        and people
        and {a.id for a in (*act.actors, *act.recipients)} == people
    ]
    return event if not near else msgspec.structs.replace(event, dates=(near[-1].said,))


def _taken_up(clusters: Sequence[_Cluster], claims: Sequence[ReadClaim], kinds: KindPack) -> list[_Cluster]:
    """Joins what says nothing of its own occasion to the event it takes up: a bare "the meeting" is one told nearby."""
    bares = [cluster for cluster in clusters if _is_bare(cluster)]
    kept = [cluster for cluster in clusters if cluster not in bares]
    for bare in bares:
        stands = _is_event(bare, claims)
        fits = [
            (worth, -n)
            for n, other in enumerate(kept)
            if (worth := _takes_up(bare, other, claims, kinds)) is not None and (not stands or _retells(bare, other))
        ]
        if not fits:
            kept.append(bare)
            continue
        other = kept[-max(fits)[1]]
        for index, one in zip(bare.members, bare.told, strict=True):
            other.add(index, one, statuses=bare.statuses, whens=())
    return sorted(kept, key=lambda cluster: min(cluster.members))


def _is_bare(cluster: _Cluster) -> bool:
    """Tells whether a noun with its article is all there is of an event: no party, day, place or number."""
    return all(one.definite and not one.verbal and not one.anchors and not one.moved_from for one in cluster.told)


def _retells(bare: _Cluster, other: _Cluster) -> bool:
    """Tells whether a bare noun that could be an event by itself is the word for one told before it."""
    one = bare.told[0]
    before = [member for member in other.told if member.sentence <= one.sentence]
    return not one.specified and any(member.kind == one.kind for member in before)


def _takes_up(
    bare: _Cluster, other: _Cluster, claims: Sequence[ReadClaim], kinds: KindPack
) -> tuple[int, int, int] | None:
    """Gives how well a bare noun takes up an event, None for not at all: one told before, by its word, nearby.

    What lies ahead does not take up what is only told as over, nor the other way round.
    """
    one = bare.told[0]
    if not any(claim.event in other.members for claim in claims) or _status(other, bare.statuses, one) is None:
        return None
    if bare.statuses and other.statuses and (bare.statuses <= BEHIND) != (other.statuses <= BEHIND):
        return None
    same_word = any(_same_word(one, member) for member in other.told)
    if not same_word and _kind(other, one, kinds) is None:
        return None
    gaps = [one.sentence - member.sentence for member in other.told]
    before = int(any(gap >= 0 for gap in gaps))
    return before, 2 * same_word + bool(_kind(other, one, kinds)), -min(abs(gap) for gap in gaps)


# ------------------------------------------------------------------ matching


def _score(cluster: _Cluster, told: Told, statuses: set[str], whens: Sequence[When], kinds: KindPack) -> int:
    """Scores a telling against an event; below zero is a veto."""
    parts = (
        _kind(cluster, told, kinds),
        _nature(cluster, told),
        _dates(cluster, told, whens),
        _sides(cluster, told),
        _status(cluster, statuses, told),
        _place(cluster, told),
        _ordinal(cluster, told),
    )
    if any(part is None for part in parts):
        return -1
    same_word = any(_same_word(told, member) for member in cluster.told)
    evidence = sum(part for part in parts[2:] if part is not None)
    if evidence <= 0 and not same_word:
        return 0  # two words of one kind near to each other are not yet one event
    total = sum(part for part in parts if part is not None)
    near = told.sentence - cluster.last.sentence <= NEAR
    return total + (1 if near else 0) + (1 if told.definite and same_word else 0) + (1 if same_word else 0)


def _same_word(told: Told, member: Told) -> bool:
    """Tells whether one word may take up the other: the same, a compound and its head, or "those talks".

    For example "staatsbezoek" and "bezoek"; with a demonstrative any word of the kind.
    """
    if told.demonstrative and told.kind == member.kind and told.sentence - member.sentence <= NEAR:
        return True
    a, b = told.mention.text.lower(), member.mention.text.lower()
    if a != b and a.endswith(b) and told.parties and not member.parties:
        return False  # "the G7 summit" behind "the summit" of others tells of its own
    return not (told.verbal or member.verbal) and (a.endswith(b) or b.endswith(a))


def _kind(cluster: _Cluster, told: Told, kinds: KindPack) -> int | None:
    here = {member.kind for member in cluster.told}
    if told.kind in here:
        return 2
    alike = any(told.kind in kinds.entry(kind).like or kind in kinds.entry(told.kind).like for kind in here - APART)
    return 0 if alike and told.kind not in APART else None


def _nature(cluster: _Cluster, told: Told) -> int | None:
    return 0 if (told.nature == "series") == any(member.nature == "series" for member in cluster.told) else None


def _dates(cluster: _Cluster, told: Told, whens: Sequence[When]) -> int | None:
    own = [whens[d] for d in (*told.dates, *told.moved_from) if whens[d].earliest is not None]
    if own and not cluster.whens and told.verbal and cluster.statuses & BEHIND:
        return -1  # a dated telling by a verb is news of its own, not a word for one told before
    if not own or not cluster.whens:
        return 0
    fits = any(a.compatible(b) for a in own for b in cluster.whens)
    return 2 if fits else None


def _sides(cluster: _Cluster, told: Told) -> int | None:
    """Scores parties by person where both name persons, else by state; no party in common is a veto."""
    if not told.parties or not cluster.parties:
        return 0
    ours = {_state(party) for party in cluster.parties.values()}
    theirs = {_state(party) for party in told.parties}
    if ours == theirs:
        return SAME_SIDES if _persons_agree(cluster, told) else None
    if theirs < ours or ours < theirs:
        return 1
    return 0 if ours & theirs and len(ours | theirs) > len(ours) and not (len(ours) > 1 and len(theirs) > 1) else None


def _persons_agree(cluster: _Cluster, told: Told) -> bool:
    """Tells whether persons of one state are the same: a meeting of Kim Jong-il is none of Kim Jong-un."""
    ours = _people(tuple(cluster.parties.values()))
    theirs = _people(told.parties)
    return all(
        not (ours[state] and theirs[state]) or bool(ours[state] & theirs[state])
        for state in ours.keys() & theirs.keys()
    )


def _people(parties: tuple[Party, ...]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for party in parties:
        found.setdefault(_state(party), set()).update({party.actor.id} if party.actor.type == "person" else set())
    return found


def _state(party: Party) -> str:
    return party.actor.state or party.actor.id


def _status(cluster: _Cluster, statuses: set[str], told: Told) -> int | None:
    """Keeps what lies behind apart from what lies ahead, unless words presuppose the one told ("it lasted")."""
    if told.definite and not told.dates and not told.parties and told.kind in {member.kind for member in cluster.told}:
        return 0
    ahead = cluster.statuses - BEHIND - {"ongoing"}
    own_news = cluster.whens or _sides(cluster, told) != SAME_SIDES
    if statuses == {"ongoing"} and not told.definite and ahead and "ongoing" not in cluster.statuses and own_news:
        return None  # "there are talks under way" is news of its own beside others' talks, or talks of a day to come
    if statuses & BEHIND and ahead and not cluster.statuses & BEHIND:
        return 0 if _is_headline(cluster) and _sides(cluster, told) == SAME_SIDES else None
    if statuses - BEHIND - {"ongoing"} and cluster.statuses & BEHIND and not ahead:
        return None
    return 0


def _is_headline(cluster: _Cluster) -> bool:
    """Tells whether an event is told by an opening line in the present, as headlines tell what has just been."""
    only = cluster.told[0]
    return len(cluster.told) == 1 and only.verbal and only.sentence == 0 and not only.dates


def _place(cluster: _Cluster, told: Told) -> int | None:
    places = [member.place for member in cluster.told if member.place is not None]
    if told.place is None or not places:
        return 0
    if any(_same_place(told.place, place) for place in places):
        return 1
    return -1


def _same_place(a: Place, b: Place) -> bool:
    return a.name == b.name or (a.country is not None and a.country == b.country and a.name != b.name)


def _ordinal(cluster: _Cluster, told: Told) -> int | None:
    numbers = {member.ordinal for member in cluster.told if member.ordinal is not None}
    if told.ordinal is None or not numbers:
        return 0
    return 1 if told.ordinal in numbers else None


# ------------------------------------------------------------------ merging


def _is_event(cluster: _Cluster, claims: Sequence[ReadClaim]) -> bool:
    """Tells whether tellings amount to an event: something is claimed of it, and it is tied to one occasion."""
    claimed = any(claim.event in cluster.members for claim in claims)
    if not claimed or all(member.generic for member in cluster.told):
        return False
    if STANDING & cluster.statuses and any(member.definite and member.compound for member in cluster.told):
        return True
    if any(member.definite and member.specified for member in cluster.told):
        return True
    anchors = sum(member.anchors + len(member.moved_from) for member in cluster.told)
    needs = {member.needs for member in cluster.told}
    if "nothing" in needs or any(member.verbal for member in cluster.told):
        return anchors > 0 or any(member.definite for member in cluster.told)
    return anchors > 0 if needs == {"anchor"} else bool(cluster.parties)


def _event(
    cluster: _Cluster, index: int, place: dict[int, int], whens: Sequence[When], claims: Sequence[ReadClaim]
) -> ReadEvent:
    dates = tuple(dict.fromkeys(date for member in cluster.told for date in member.dates))
    places = Counter(member.place for member in cluster.told if member.place is not None)
    vague = next((whens[date] for date in dates if whens[date].earliest is None), None)
    moved_from = tuple(dict.fromkeys(date for member in cluster.told for date in member.moved_from))
    undated = vague if vague is not None and all(whens[date].earliest is None for date in dates) else None
    return ReadEvent(
        kind=_main_kind(cluster),
        mentions=tuple(member.mention for member in cluster.told),
        nature=_nature_of(cluster),
        parties=tuple(cluster.parties.values()),
        place=places.most_common(1)[0][0] if places else None,
        alternatives=next((member.alternatives for member in cluster.told if member.alternatives), ()),
        dates=tuple(date for date in dates if whens[date].earliest is not None),
        moved_from=moved_from,
        undated_text=undated.text if undated is not None else None,
        undated_reason=undated.reason if undated is not None else "postponed" if moved_from and not dates else None,
        ordinal=next((member.ordinal for member in cluster.told if member.ordinal is not None), None),
        outcome=next((member.outcome for member in cluster.told if member.outcome is not None), None),
        words=max((member.words for member in cluster.told), key=len),
        links=_links(cluster, index, place, claims),
    )


def _nature_of(cluster: _Cluster) -> Nature:
    return next((member.nature for member in cluster.told if member.nature != "single"), "single")


def _main_kind(cluster: _Cluster) -> Kind:
    """Gives the kind told most; of a draw the one told first, but a summit is always a summit."""
    kinds = Counter(member.kind for member in cluster.told)
    if "summit" in kinds:
        return "summit"
    return kinds.most_common(1)[0][0]


def _links(cluster: _Cluster, index: int, place: dict[int, int], claims: Sequence[ReadClaim]) -> tuple[ReadLink, ...]:
    found: dict[tuple[str, int], ReadLink] = {}
    for member in cluster.told:
        for link in member.links:
            to = place.get(link.to)
            if to is not None and to != index:
                claim = next(
                    (
                        n
                        for n, c in enumerate(claims)
                        if c.event == index and (link.type == "condition") == (c.status == "conditional")
                    ),
                    None,
                )
                found.setdefault((link.type, to), ReadLink(type=link.type, to=to, claim=claim))
    return tuple(found.values())
