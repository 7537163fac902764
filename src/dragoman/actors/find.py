"""Finds the actors and places of a report, from its first sentence to its last."""

from collections.abc import Sequence

import msgspec

from dragoman.actors.describe import Office, find_offices, resolve_group, resolve_office, whose
from dragoman.actors.index import index_for
from dragoman.actors.names import Found, find_names
from dragoman.actors.resolve import Resolved, resolve_name
from dragoman.actors.sight import Sight, with_state
from dragoman.model.actor import Actor, ActorMention
from dragoman.model.mention import DateMention, PlaceMention
from dragoman.model.parse import Parse, Sentence
from dragoman.packs.shapes.language import LanguagePack
from dragoman.rules.tree import Tree


class Cast(msgspec.Struct, frozen=True, kw_only=True):
    """All actors and places that a report mentions, in order of place."""

    actors: tuple[ActorMention, ...]
    places: tuple[PlaceMention, ...]


def find_actors(
    parse: Parse, text: str, *, pack: LanguagePack, day: str | None, dates: Sequence[DateMention] = ()
) -> Cast:
    """Finds and resolves every actor and place of a report.

    ``day`` is an EDTF day, month or year: who is president depends on it. A sentence of another year (by ``dates``)
    is read with the offices of that year. For example, in a report of May 2018, "de Zuid-Koreaanse president" is Moon
    Jae-in although nobody says so.
    """
    sight = Sight(index=index_for(pack.code), day=day)
    found: list[ActorMention] = []
    places: list[PlaceMention] = []
    for sentence in parse.sentences:
        sight.day = _year_of(sentence, dates) or day
        names = tuple(n for n in parse.names if sentence.start <= n.start < sentence.end)
        reader = _SentenceReader(Tree(sentence), text, pack=pack, sight=sight)
        reader.read(find_names(reader.tree, index=sight.index, names=names))
        found += reader.actors
        places += reader.places
    return Cast(
        actors=tuple(sorted(found, key=lambda m: (m.start, m.end))),
        places=tuple(sorted(places, key=lambda m: (m.start, m.end))),
    )


def _year_of(sentence: Sentence, dates: Sequence[DateMention]) -> str | None:
    """Gives the only year that a sentence names, or the first of several."""
    years = [d.form.year for d in dates if sentence.start <= d.start < sentence.end and d.form.year is not None]
    return f"{years[0]:04d}" if years else None


class _SentenceReader:
    """Reads the actors of one sentence: names first, then the offices that hold or lack them, groups and pronouns."""

    def __init__(self, tree: Tree, text: str, *, pack: LanguagePack, sight: Sight) -> None:
        self.tree, self.text, self.pack, self.sight = tree, text, pack, sight
        self.actors: list[ActorMention] = []
        self.places: list[PlaceMention] = []
        self.by_token: dict[int, list[Actor]] = {}
        self.earlier = list(sight.seen)

    def read(self, names: list[Found]) -> None:
        """Reads the sentence with the names found in it."""
        offices = find_offices(self.tree, code=self.pack.code)
        resolved = [(name, self._resolve(name)) for name in names]
        for name, outcome in resolved:
            self._note(name, outcome, offices)
        for office in offices:
            self._read_office(office)
        self.actors += resolve_group(self.tree, titles=self.pack.titles, sight=self.sight)
        self._read_pronouns()
        self.sight.subjects += [m.actor for m in self.actors if m.actor.type == "person" and self._is_subject(m)]

    def _resolve(self, name: Found) -> Resolved:
        located = self.tree.case(self._head(name)) in {*self.pack.grammar.inside, *self.pack.grammar.towards}
        return resolve_name(name, self.text, sight=self.sight, located=located and not name.part)

    def _head(self, name: Found) -> int:
        return self.tree.top(range(name.first, name.last + 1))

    def _note(self, name: Found, outcome: Resolved, offices: list[Office]) -> None:
        head = self._head(name)
        words = self.text[name.start : name.end]
        if outcome.place is not None:
            self.places.append(PlaceMention(start=name.start, end=name.end, text=words, place=outcome.place))
        if outcome.actor is None:
            return
        actor = outcome.actor
        title = self._title_of(head, offices)
        if title is not None and actor.type == "person":
            actor = self._learn(actor, title)
        for each in (actor, *outcome.also):
            self.sight.note(each)
            self.by_token.setdefault(head, []).append(each)
            self.actors.append(
                ActorMention(
                    start=name.start,
                    end=name.end,
                    text=words,
                    actor=each,
                    how=outcome.how,
                    adjective=outcome.adjective,
                    genitive=name.genitive,
                )
            )

    def _title_of(self, head: int, offices: list[Office]) -> Office | None:
        """Finds the office noun that a name stands in apposition to, or after as one phrase."""
        governor = self.tree.tokens[head].head
        for office in offices:
            beside = self.tree.rel(head).split(":")[0] in ("appos", "flat", "nmod") and governor == office.token
            under = office.token in self.tree.children[head] and self.tree.rel(office.token).split(":")[0] in (
                "appos",
                "nmod",
                "amod",
                "compound",
            )
            if beside or under:
                return office
        return None

    def _learn(self, actor: Actor, office: Office) -> Actor:
        owners = whose(self.tree, office, self.by_token, grammar=self.pack.grammar)
        for owner in owners:
            key = owner.state if owner.type == "state" and owner.state is not None else owner.id
            actor = with_state(actor, owner.state)
            self.sight.learn(actor, role=office.title.roles[0], of=key)
        if not owners:
            self.sight.learn(actor, role=office.title.roles[0], of=actor.state or actor.id)
        return actor

    def _read_office(self, office: Office) -> None:
        if any(
            self._title_of(head, [office]) is not None
            for head, held in self.by_token.items()
            if any(a.type == "person" for a in held)
        ):
            return
        tree = self.tree
        if tree.feature(office.token, "Number") == "Plur" or not self._is_definite(office):
            return
        owners = whose(tree, office, self.by_token, grammar=self.pack.grammar)
        actor = resolve_office(office, owners, sight=self.sight)
        if actor is None:
            return
        first = min(
            [
                office.token,
                *(
                    c
                    for c in tree.children[office.token]
                    if tree.rel(c).split(":")[0] in ("det", "amod") and c < office.token
                ),
            ]
        )
        start, end = tree.tokens[first].start, tree.tokens[office.last].end
        self.sight.note(actor)
        self.by_token.setdefault(office.token, []).append(actor)
        self.actors.append(
            ActorMention(start=start, end=end, text=self.text[start:end], actor=actor, how=office.title.id)
        )

    def _is_definite(self, office: Office) -> bool:
        determiners = [self.tree.lemma(child) for child in self.tree.dependents(office.token, "det")]
        return not determiners or any(word in self.pack.grammar.definite for word in determiners)

    def _read_pronouns(self) -> None:
        """Resolves pronouns for one person, possessive ones too, to the subject or person told last that they fit."""
        grammar = self.pack.grammar
        for index, token in enumerate(self.tree.tokens):
            lemma, form = self.tree.lemma(index), token.text.lower()
            gender = "m" if {lemma, form} & set(grammar.male) else "f" if {lemma, form} & set(grammar.female) else None
            if (
                token.upos != "PRON"
                or gender is None
                or token.feats.get("Number") == "Plur"
                or self._governs_plural(index)
            ):
                continue
            actor = self._antecedent(token.start, gender)
            if actor is not None:
                self.actors.append(
                    ActorMention(start=token.start, end=token.end, text=token.text, actor=actor, how="pronoun")
                )

    def _governs_plural(self, index: int) -> bool:
        """Tells whether a subject pronoun agrees with a plural verb: "ze spraken" is no single person."""
        if not self.tree.rel(index).startswith("nsubj"):
            return False
        verb = self.tree.tokens[index].head
        finite = [
            v for v in (verb, *self.tree.dependents(verb, "aux", "cop")) if self.tree.feature(v, "VerbForm") == "Fin"
        ]
        return any(self.tree.feature(v, "Number") == "Plur" for v in finite)

    def _antecedent(self, start: int, gender: str) -> Actor | None:
        """Gives whom a pronoun takes up: a subject before it, else whoever was told last, else a subject still to come.

        The last is for openings such as "Nog voor hij landde, belde Macron …".
        """
        subjects = [m for m in self.actors if m.actor.type == "person" and self._is_subject(m)]
        here = [m.actor for m in subjects if m.end <= start]
        to_come = [m.actor for m in subjects if m.start > start]
        told = [*reversed(here), *reversed(self.sight.subjects), *reversed(self.earlier), *to_come]
        fitting = (a for a in told if a.type == "person" and self.sight.gender(a) in {gender, None})
        return next(fitting, None)

    def _is_subject(self, mention: ActorMention) -> bool:
        tokens = self.tree.at(mention.start, mention.end)
        return bool(tokens) and self.tree.rel(self.tree.top(tokens)).startswith("nsubj")
