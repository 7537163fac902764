"""What the rooms before found, laid over one sentence's tree: which actor, place and date stands at which token."""

import msgspec

from dragoman.model.actor import Actor, ActorMention
from dragoman.model.mention import DateMention, Place, PlaceMention
from dragoman.model.parse import Parse, Sentence
from dragoman.packs.shapes.language import LanguagePack
from dragoman.rules.tree import Tree

ENTRY = "entry"
"""The anchor of a date that opens an entry of a live report."""
FULL = ("nsubj", "obj", "iobj")
"""Relations that a name in the genitive never has: who owns the subject is not the subject."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """All that was found in a report before its claims; ``home`` is the country that it is about, if it is one."""

    parse: Parse
    text: str
    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    home: str | None = None


class Scene:
    """One sentence with its actors, places and dates by token; inhabitants ("drie Amerikanen") are nobody's side.

    ``actors`` and ``places`` map the top token of a mention to what it names; ``dates`` maps the top token of a date to
    its indexes in the report's dates. ``entry`` is the index of the day and hour that a live report's entry opens with.
    """

    def __init__(self, found: Found, number: int, *, pack: LanguagePack) -> None:
        self.sentence: Sentence = found.parse.sentences[number]
        self.number = number
        self.found = found
        self.text = found.text
        self.tree = Tree(self.sentence)
        self.pack = pack
        self.grammar = pack.grammar
        self.actors: dict[int, list[ActorMention]] = {}
        self.places: dict[int, list[Place]] = {}
        self.dates: dict[int, list[int]] = {}
        low, high = self.sentence.start, self.sentence.end
        for mention in found.actors:
            if low <= mention.start < high and mention.how != "inhabitant":
                top = self._top(mention.start, mention.end)
                if not (mention.genitive and self.tree.rel(top).startswith(FULL)):
                    self.actors.setdefault(top, []).append(mention)
        for where in found.places:
            if low <= where.start < high:
                self.places.setdefault(self._top(where.start, where.end), []).append(where.place)
        self.entry = self._entry()
        for index, date in enumerate(found.dates):
            if low <= date.start < high and index != self.entry:
                self.dates.setdefault(self._top(date.start, date.end), []).append(index)

    def _entry(self) -> int | None:
        """Finds the date that opens the paragraph of the sentence as an entry of a live report."""
        paragraph = self.sentence.paragraph
        same = [each for each in self.found.parse.sentences if each.paragraph == paragraph]
        low, high = same[0].start, same[-1].end
        entries = [n for n, day in enumerate(self.found.dates) if low <= day.start < high and day.form.anchor == ENTRY]
        return entries[0] if entries else None

    def _top(self, start: int, end: int) -> int:
        return self.tree.top(self.tree.at(start, end) or [0])

    def delegated(self, token: int) -> list[Actor]:
        """Lists the states or organisations that modify a noun: "the American delegation", the United States."""
        found: list[Actor] = []
        for child in self.tree.children[token]:
            relation = self.tree.rel(child).split(":")[0]
            owned = relation == "nmod" and self.tree.case(child) in self.grammar.of
            if relation in ("amod", "det") or owned:
                found += [m.actor for at in self.tree.conjuncts(child) for m in self.actors.get(at, ())]
        return found

    def people_or_delegates(self, token: int) -> list[Actor]:
        """Lists the actors of a phrase, or those its head stands for."""
        found: list[Actor] = []
        for at in self.tree.conjuncts(token):
            here = [mention.actor for mention in self.actors.get(at, ())]
            if not here:
                for child in self.tree.dependents(at, "appos", "flat"):
                    here += [mention.actor for mention in self.actors.get(child, ()) if not mention.adjective]
            found += here or self.delegated(at)
        return found

    def dates_under(self, token: int, *, clause_only: bool = True) -> list[int]:
        """Lists the dates in a phrase, embedded clauses left out."""
        inner = [i for i in self.tree.subtree(token) if i != token and self.tree.opens_clause(i)] if clause_only else []
        return [date for i in self.tree.subtree(token, without=inner) for date in self.dates.get(i, ())]

    def dates_beside(self, verb: int, *, without: int | None = None) -> list[int]:
        """Lists the dates that hang on a verb itself, not those inside its event phrase (``without``)."""
        tokens = set(self.tree.clause_tokens(verb))
        if without is not None:
            tokens -= set(self.tree.subtree(without))
        return [date for i in sorted(tokens) for date in self.dates.get(i, ())]
