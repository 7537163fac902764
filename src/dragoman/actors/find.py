"""Finds the actors and places of a report, from its first sentence to its last."""

from collections.abc import Sequence

import msgspec

from dragoman.actors.describe import Office, find_offices, resolve_group, resolve_office, resolve_offices, whose
from dragoman.actors.fill import fill_states
from dragoman.actors.home import home_of
from dragoman.actors.index import index_for
from dragoman.actors.institutions import Held, Noun, find_institutions, is_definite, owners_of, resolve_institution
from dragoman.actors.names import Found, find_names
from dragoman.actors.resolve import Resolved, resolve_name
from dragoman.actors.sight import Sight, with_state
from dragoman.model.actor import Actor, ActorMention
from dragoman.model.mention import DateMention, Place, PlaceMention
from dragoman.model.parse import Parse, Sentence
from dragoman.packs.shapes.language import LanguagePack
from dragoman.rules.tree import Tree


class Cast(msgspec.Struct, frozen=True, kw_only=True):
    """All actors and places that a report mentions, in order of place, and the country that it is about, if any."""

    actors: tuple[ActorMention, ...]
    places: tuple[PlaceMention, ...]
    home: str | None = None


def find_actors(
    parse: Parse,
    text: str,
    *,
    pack: LanguagePack,
    day: str | None,
    dates: Sequence[DateMention] = (),
    outlet: str | None = None,
) -> Cast:
    """Finds and resolves every actor and place of a report.

    ``day`` is an EDTF day, month or year: who is president depends on it. A sentence of another year (by ``dates``)
    is read with the offices of that year. ``outlet`` is the country of who published it, for a report that names
    none. For example, in a report of May 2018, "de Zuid-Koreaanse president" is Moon Jae-in although nobody says so.
    """
    sight = Sight(index=index_for(pack.code), day=day)
    trees = [Tree(sentence) for sentence in parse.sentences]
    names = [_names_in(tree, parse, sight=sight, pack=pack) for tree in trees]
    home = home_of((name for each in names for name in each), outlet=outlet)
    found: list[ActorMention] = []
    places: list[PlaceMention] = []
    for tree, here in zip(trees, names, strict=True):
        sight.day = _year_of(tree.sentence, dates) or day
        reader = _SentenceReader(tree, text, pack=pack, sight=sight, home=home)
        reader.read(here)
        found += reader.actors
        places += reader.places
    return Cast(
        actors=tuple(sorted(fill_states(found, home=home), key=lambda m: (m.start, m.end))),
        places=tuple(sorted(places, key=lambda m: (m.start, m.end))),
        home=home,
    )


def _names_in(tree: Tree, parse: Parse, *, sight: Sight, pack: LanguagePack) -> list[Found]:
    names = tuple(n for n in parse.names if tree.sentence.start <= n.start < tree.sentence.end)
    return find_names(tree, index=sight.index, names=names, particles=pack.institutions.particles)


def _year_of(sentence: Sentence, dates: Sequence[DateMention]) -> str | None:
    """Gives the only year that a sentence names, or the first of several."""
    years = [d.form.year for d in dates if sentence.start <= d.start < sentence.end and d.form.year is not None]
    return f"{years[0]:04d}" if years else None


class _SentenceReader:
    """Reads the actors of one sentence: names first, then the offices that hold or lack them, groups and pronouns."""

    def __init__(self, tree: Tree, text: str, *, pack: LanguagePack, sight: Sight, home: str | None) -> None:
        self.tree, self.text, self.pack, self.sight, self.home = tree, text, pack, sight, home
        self.actors: list[ActorMention] = []
        self.places: list[PlaceMention] = []
        self.by_token: dict[int, list[Actor]] = {}
        self.sites: dict[int, list[Place]] = {}
        self.earlier = list(sight.seen)

    def read(self, names: list[Found]) -> None:
        """Reads the sentence with the names found in it."""
        offices = find_offices(self.tree, code=self.pack.code)
        known = frozenset(at for name in names if name.known for at in _tokens(name))
        nouns = find_institutions(self.tree, code=self.pack.code, without=known)
        described = {at for office in offices for at in range(office.token, office.last + 1)}
        described |= {at for noun in nouns for at in range(noun.first, noun.last + 1)}
        names = [name for name in names if name.known or not described.issuperset(_tokens(name))]
        for name, outcome in [(name, self._resolve(name)) for name in names]:
            self._note(name, outcome, offices)
        taken = {at for office in offices if self._read_office(office) for at in range(office.token, office.last + 1)}
        self._read_pronouns()
        self._read_institutions([noun for noun in nouns if not taken.intersection(range(noun.first, noun.last + 1))])
        self.actors += resolve_group(self.tree, titles=self.pack.titles, sight=self.sight, without=self.by_token.keys())
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
            self.sites.setdefault(head, []).append(outcome.place)
        if outcome.actor is None:
            return
        actor = self.sight.at_work(outcome.actor)
        title = self._title_of(head, offices)
        if title is not None and actor.type == "person":
            actor = self._learn(actor, title)
        if outcome.how == "inhabitant":
            actor, how = self._inhabitant(actor, head)
            outcome = msgspec.structs.replace(outcome, how=how)
        if actor.type == "organisation" and outcome.how == "new-name":
            actor = self._beside_itself(actor, head)
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

    def _inhabitant(self, actor: Actor, head: int) -> tuple[Actor, str]:
        """Gives whom a people's name means: as subject "the Greeks" are their state; "the Norwegian" is one told of."""
        words = {self.tree.lemma(child) for child in self.tree.dependents(head, "det")}
        beside = self.tree.dependents(head, "nummod", "amod")
        if beside or not words.intersection(self.pack.grammar.definite):
            return actor, "inhabitant"
        if self.tree.feature(head, "Number") == "Plur":
            return actor, "people" if self.tree.rel(head).startswith("nsubj") else "inhabitant"
        index = self.sight.index
        told = [p for p in self.sight.recent(kind="person") if index.actors.get(p.id, p).state == actor.state]
        return (told[0], "inhabitant-told") if told else (actor, "inhabitant")

    def _beside_itself(self, actor: Actor, head: int) -> Actor:
        """Gives an organisation the state that the noun before it tells: "the Greek bank Piraeus"."""
        governor = self.tree.tokens[head].head
        nouns = [governor] if governor >= 0 and self.tree.rel(head).split(":")[0] in ("appos", "flat", "nmod") else []
        nouns = [at for at in nouns if self.tree.tokens[at].upos == "NOUN" and self.tree.case(head) is None]
        for noun in (*nouns, head):
            owner = self._owner(noun)
            if owner is not None:
                return with_state(actor, owner)
        return actor

    def _owner(self, token: int) -> str | None:
        owners = owners_of(self.tree, token, held=self._held(), sight=self.sight, pack=self.pack.institutions)
        return next((owner.actor.state for owner in owners if owner.actor is not None), None)

    def _held(self) -> Held:
        return Held(actors=self.by_token, places=self.sites)

    def _learn(self, actor: Actor, office: Office) -> Actor:
        owners = whose(self.tree, office, self.by_token, grammar=self.pack.grammar, index=self.sight.index)
        for owner in owners:
            key = owner.state if owner.type == "state" and owner.state is not None else owner.id
            actor = with_state(actor, owner.state)
            self.sight.learn(actor, role=office.title.roles[0], of=key)
        if not owners:
            self.sight.learn(actor, role=office.title.roles[0], of=actor.state or actor.id)
        return actor

    def _read_office(self, office: Office) -> bool:
        """Reads one office noun; tells whether its words are taken by its holder, a name or the office itself."""
        if any(
            self._title_of(head, [office]) is not None
            for head, held in self.by_token.items()
            if any(a.type == "person" for a in held)
        ):
            return True
        if not self._is_definite(office):
            return False
        owners = whose(self.tree, office, self.by_token, grammar=self.pack.grammar, index=self.sight.index)
        plural = self.tree.feature(office.token, "Number") == "Plur"
        if plural:
            made = resolve_offices(self.tree, office, owners, sight=self.sight, numbers=self.pack.institutions.numbers)
        else:
            holder = resolve_office(office, owners or self._owned(office.token), sight=self.sight)
            made = [] if holder is None else [holder]
        if made and office.compound:
            self._replace_parts(office.token)
        for actor in made:
            self._add(office.token, office.last, actor, how=office.title.id)
        return bool(made) or not plural

    def _owned(self, token: int) -> list[Actor]:
        """Lists the state that "his" before a noun tells: "his foreign minister" is one of his country."""
        for child in self.tree.dependents(token, "nmod:poss"):
            gender = self._gender_of(child)
            whose_it_is = None if gender is None else self._antecedent(self.tree.tokens[child].start, gender)
            if whose_it_is is not None and whose_it_is.state in self.sight.index.states:
                return [self.sight.index.states[whose_it_is.state]]
        return []

    def _gender_of(self, index: int) -> str | None:
        """Gives the gender of whom a pronoun for one person stands for, ``None`` for other words."""
        grammar, words = self.pack.grammar, {self.tree.lemma(index), self.tree.tokens[index].text.lower()}
        if self.tree.tokens[index].upos != "PRON":
            return None
        return "m" if words & set(grammar.male) else "f" if words & set(grammar.female) else None

    def _replace_parts(self, token: int) -> None:
        """Takes back the names inside a compound whose office has a holder: in "the UN chief" the UN is nobody."""
        word = self.tree.tokens[token]
        self.actors = [m for m in self.actors if not (word.start <= m.start and m.end <= word.end)]
        self.by_token.pop(token, None)

    def _add(self, token: int, last: int, actor: Actor, *, how: str) -> None:
        """Adds a mention of an actor over a described noun, from its determiner or adjective on."""
        relations = ("det", "amod", "nummod")
        before = [c for c in self.tree.dependents(token, *relations) if c < token]
        before += [self.tree.tokens[token].head] if self.tree.rel(token).startswith("flat") else []
        start, end = self.tree.tokens[min([token, *before])].start, self.tree.tokens[max(last, token)].end
        actor = self.sight.at_work(actor)
        self.sight.note(actor)
        self.by_token.setdefault(token, []).append(actor)
        self.actors.append(ActorMention(start=start, end=end, text=self.text[start:end], actor=actor, how=how))

    def _read_institutions(self, nouns: list[Noun]) -> None:
        pack = self.pack.institutions
        for noun in nouns:
            if self._is_named(noun) or not is_definite(self.tree, noun, grammar=self.pack.grammar, pack=pack):
                continue
            for actor, by in resolve_institution(
                self.tree, noun, held=self._held(), sight=self.sight, home=self.home, pack=pack
            ):
                self._add(noun.token, noun.last, actor, how=f"{noun.rule.id}+{by}")

    def _is_named(self, noun: Noun) -> bool:
        """Tells whether the words beside an institution name it: "the union FNV", "NASA, the space agency"."""
        beside = [
            child
            for child in self.tree.dependents(noun.token, "appos", "flat", "nmod")
            if self.tree.case(child) is None and not self.tree.rel(child).endswith("poss")
        ]
        governor = self.tree.tokens[noun.token].head
        if self.tree.rel(noun.token).startswith("appos") and governor >= 0:
            beside.append(governor)
        return any(actor.type != "state" for at in beside for actor in self.by_token.get(at, ()))

    def _is_definite(self, office: Office) -> bool:
        determiners = [self.tree.lemma(child) for child in self.tree.dependents(office.token, "det")]
        return not determiners or any(word in self.pack.grammar.definite for word in determiners)

    def _read_pronouns(self) -> None:
        """Resolves pronouns for one person, possessive ones too, to the subject or person told last that they fit."""
        for index, token in enumerate(self.tree.tokens):
            gender = self._gender_of(index)
            if gender is None or token.feats.get("Number") == "Plur" or self._governs_plural(index):
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


def _tokens(name: Found) -> range:
    return range(name.first, name.last + 1)
