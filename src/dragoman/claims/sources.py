"""Who is meant by the words that name a source: links of a chain, from mentions, names and classes of source."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from dragoman.model.actor import Actor, ActorMention, Link
from dragoman.model.parse import Name
from dragoman.model.vocabulary import SourceType
from dragoman.packs.shapes.speech import SourceClass, SourceFile, Spokesperson
from dragoman.rules.tree import Tree

_SPINE = ("appos", "flat", "fixed")
_PERSONAL = ("person", "office")
_TOPICS = ("person", "office", "organisation")
_NEAR = 400
"""What was told more than this many characters before is no longer what is spoken of."""
_BESIDE = ("conj", "cc", "acl", "parataxis", "advcl", "punct", "csubj", "ccomp")
_SOMEBODY = ("person", "office", "unnamed")
"""Who a pronoun for one person may be: no text, town or organisation."""
_LABELS: dict[str, SourceType] = {"PER": "person", "ORG": "organisation", "LOC": "state"}


class Sources:
    """Resolves phrases of one report to links, and remembers who spoke last.

    Sentences are asked about in their order, since "de woordvoerster" or "hij" is somebody told before.
    """

    def __init__(
        self, *, text: str, mentions: Sequence[ActorMention], names: Sequence[Name], pack: SourceFile, by: Iterable[str]
    ) -> None:
        self.text = text
        self.mentions = mentions
        self.names = names
        self.pack = pack
        self.by = frozenset(by)
        self.last: tuple[Link, ...] = ()
        self.groups: list[tuple[Link, ...]] = []
        self.classes: list[Link] = []
        self.topics: list[Link] = []
        self.people: list[Link] = []
        self.spoken: list[Link] = []
        self.last_spokesperson: Link | None = None
        self.speaks_for: dict[str, str] = {}

    def resolve_links(self, tree: Tree, head: int, *, remember: bool = True) -> tuple[Link, ...]:
        """Resolves a noun phrase to the links of its joint speakers, one for each.

        A phrase that names nobody ("ik" inside a quote) gives none. Without ``remember`` a later "hij" is
        somebody else.
        """
        links: list[Link] = []
        for each in (head, *tree.dependents(head, "conj")):
            if each == head or tree.tokens[each].upos in ("NOUN", "PROPN", "PRON"):
                links += [link for link in self._resolve_one(tree, each) if link not in links]
        if remember:
            self._remember(links, plural=len(links) > 1 or self._is_plural(tree, head))
        return tuple(links)

    def unnamed(self) -> Link:
        """Gives the link for a source that the report does not name at all."""
        return Link(name=self.pack.unnamed, type="unnamed", evidentiality="reported")

    def is_nobody(self, links: Sequence[Link]) -> bool:
        """Tells whether links name nobody, not even a class."""
        return all(link.type == "unnamed" and link.name == self.pack.unnamed for link in links)

    def is_named(self, tree: Tree, head: int) -> bool:
        """Tells whether a phrase is an actor or a proper name."""
        return bool(self._best(tree, head)) or self._proper(tree, head) is not None

    def is_somebody(self, tree: Tree, head: int) -> bool:
        """Tells whether a phrase is known to name somebody: an actor, a name, a class of source or a pronoun."""
        word = tree.tokens[head].text.lower()
        known = self._best(tree, head) or self._class_of(tree, head) or self._spokes(tree, head)
        return bool(known) or word in self.pack.third_person or self._proper(tree, head) is not None

    def is_source(self, tree: Tree, head: int) -> bool:
        """Tells whether a phrase after a preposition such as "volgens" may be somebody, not a rule or a plan."""
        if self._best(tree, head) or self._class_of(tree, head) is not None or self._spokes(tree, head) is not None:
            return True
        words = (tree.lemma(head), tree.tokens[head].text.lower())
        return not any(word.endswith(self.pack.never) for word in words)

    def is_vague(self, link: Link) -> bool:
        """Tells whether a link is of a class that the outlet does not stand behind."""
        return any(each.hearsay and each.name == link.name for each in self.pack.classes)

    def _remember(self, links: Sequence[Link], *, plural: bool) -> None:
        people = tuple(link for link in links if link.type not in ("agency", "media", "document"))
        if people and not self.is_nobody(people):
            self.last = people
            self.groups += [people] if plural else []
            self.people += [] if plural else people
            self.spoken += [] if plural else people
        for link in links:
            if link.speaks_for is not None and link.id is not None:
                self.speaks_for[link.id] = link.speaks_for

    def _is_plural(self, tree: Tree, head: int) -> bool:
        kind = self._class_of(tree, head)
        listed = kind is not None and tree.tokens[head].text.lower() in kind.forms
        return listed or tree.feature(head, "Number") == "Plur"

    def _resolve_one(self, tree: Tree, head: int) -> tuple[Link, ...]:
        alone = self._one_of_them(tree, head) or self._speaking_for(tree, head)
        if alone is not None:
            return (alone,)
        found = self._best(tree, head)
        if tree.tokens[head].text.lower() in self.pack.third_person and (self.people or not found):
            return self._of_words(tree, head)
        kind = self._class_of(tree, head)
        carrier = kind is not None and kind.carrier
        owned = None if kind is None else self._of_owner(tree, head, kind, known=bool(found))
        if owned is not None:
            return (owned,)
        if found:
            return tuple(self._carried(self._of_actor(tree, head, each.actor), kind) for each in found)
        if kind is not None and (carrier or self._proper(tree, head) is None):
            return (self._of_class(tree, head, kind),)
        return self._of_words(tree, head)

    def _one_of_them(self, tree: Tree, head: int) -> Link | None:
        """Gives the class told last for "one of them"."""
        at = tree.tokens[head].start
        of_them = any(
            tree.tokens[i].text.lower() in self.pack.third_person and tree.case(i) in self.pack.owners
            for i in tree.dependents(head, "nmod", "obl")
        )
        told = [link for link in self.classes if link.start is not None and at - _NEAR < link.start < at]
        if not of_them or not told:
            return None
        start, end = tree.tokens[head].start, tree.tokens[head].end
        return msgspec.structs.replace(told[-1], start=start, end=end, cue=None)

    def _of_words(self, tree: Tree, head: int) -> tuple[Link, ...]:
        token = tree.tokens[head]
        word = token.text.lower()
        if word in self.pack.first_person:
            return ()
        if word in self.pack.third_person:
            known = tuple(self._of_actor(tree, head, each.actor) for each in self._best(tree, head))
            told = self._told(tree, head) or known or (self.unnamed(),)
            return tuple(msgspec.structs.replace(link, start=token.start, end=token.end, cue=None) for link in told)
        named = self._proper(tree, head)
        if named is not None:
            name, kind = named
            return (self._link(tree, head, name=name, kind=kind),)
        if token.upos == "PRON":
            return (self.unnamed(),)
        if token.upos not in ("NOUN", "PROPN", "ADJ", "NUM", "SYM", "X"):
            return ()
        return (self._link(tree, head, name=self._words(tree, head), kind="unnamed"),)

    def note_subjects(self, tree: Tree) -> None:
        """Remembers who is subject of a sentence, or all there is of it ("En Moon?"), for a "hij" that follows."""
        asked = len(tree) > 0 and tree.tokens[-1].text == "?"
        self._note_classes(tree)
        for at, token in enumerate(tree.tokens):
            main = token.head >= 0 and tree.tokens[token.head].head < 0 and tree.rel(at) == "nsubj" and not asked
            if not main and not (token.head < 0 and token.upos == "PROPN"):
                continue
            proper = self._proper(tree, at) if token.upos == "PROPN" and self._is_person(token.start) else None
            self._note_topic(tree, at)
            if any(each.actor.type == "person" for each in self._best(tree, at)):
                self.people += self._resolve_one(tree, at)
            elif proper is not None and proper[1] == "person" and self._is_labelled(tree, at):
                self.people += self._of_words(tree, at)
            if main and (tree.feature(at, "Number") == "Plur" or tree.dependents(at, "conj")):
                self._note_group(tree, at)

    def _is_labelled(self, tree: Tree, at: int) -> bool:
        """Tells whether a name of one report is labelled a person's; without labels any name may be."""
        token = tree.tokens[at]
        return not self.names or any(
            name.label == "PER" and name.start < token.end and token.start < name.end for name in self.names
        )

    def _note_topic(self, tree: Tree, at: int) -> None:
        """Remembers the body or person that a sentence is about, for "a spokesperson" that follows."""
        found = [each for each in self._best(tree, at) if each.actor.type in _TOPICS]
        if len(found) == 1 and tree.tokens[at].upos in ("NOUN", "PROPN") and self._spokes(tree, at) is None:
            self.topics.append(self._of_actor(tree, at, found[0].actor))

    def _note_classes(self, tree: Tree) -> None:
        """Remembers each class of people told of in the plural, for "one of them"."""
        for at, token in enumerate(tree.tokens):
            kind = self._class_of(tree, at)
            if kind is not None and kind.type == "unnamed" and token.text.lower() in kind.forms:
                self.classes.append(self._of_class(tree, at, kind))

    def goes_on(self, at: int) -> tuple[Link, ...]:
        """Gives who goes on speaking where the words name nobody ("klinkt het"): the last speaker, else the topic."""
        near = [link for link in self.last if link.start is not None and at - _NEAR < link.start < at]
        topic = self.topic(at)
        return tuple(near) or (() if topic is None else (topic,))

    def topic(self, at: int) -> Link | None:
        """Gives the body or person told of last before a place, not too far off."""
        told = [link for link in (*self.topics, *self.last) if link.start is not None and at - _NEAR < link.start < at]
        told = [link for link in told if link.type in _TOPICS]
        return max(told, key=lambda link: link.start or 0, default=None)

    def _note_group(self, tree: Tree, at: int) -> None:
        """Remembers several people, or a class of them, for a "they" that follows."""
        links = [link for each in (at, *tree.dependents(at, "conj")) for link in self._resolve_one(tree, each)]
        people = [link for link in links if link.type in _PERSONAL or self._is_class(link)]
        if people and len(people) == len(links):
            self.groups.append(tuple(people))

    def _is_person(self, start: int) -> bool:
        """Tells whether the engine or the packs take a word for a person: a town before a dash is none."""
        return any(name.start <= start < name.end and name.label == "PER" for name in self.names)

    def _told(self, tree: Tree, head: int) -> tuple[Link, ...]:
        """Gives whom a pronoun stands for: the last who spoke or was a sentence's subject before it."""
        verb, at = tree.tokens[head].head, tree.tokens[head].start
        if verb >= 0 and tree.feature(verb, "Number") == "Plur":
            return self._group(at)
        before = [link for link in self.people if link.start is not None and link.start < at]
        before = [link for link in before if link.type in _SOMEBODY or self._is_class(link)]
        here = [link for link in self.spoken if link.start is not None and tree.sentence.start <= link.start < at]
        if here and tree.dependents(head, "case"):
            return (here[-1],)
        return (max(before, key=lambda link: link.start or 0),) if before else ()

    def _group(self, at: int) -> tuple[Link, ...]:
        """Gives whom "they" stands for: the group told last before it, else whoever spoke last."""
        told = [group for group in self.groups if all(link.start is not None and link.start < at for link in group)]
        return max(told, key=lambda group: group[0].start or 0) if told else self.last

    def _is_class(self, link: Link) -> bool:
        return link.type == "unnamed" and any(each.name == link.name for each in self.pack.classes)

    def _speaking_for(self, tree: Tree, head: int) -> Link | None:
        spokes = self._spokes(tree, head)
        if spokes is None:
            return None
        self.last_spokesperson = self._spokesperson(tree, head, *spokes)
        return self.last_spokesperson

    def _of_owner(self, tree: Tree, head: int, kind: SourceClass, *, known: bool) -> Link | None:
        """Gives the person whose speech it is, or what is a person's own though it is ``known`` as another's too.

        For example "zijn kabinet" is a minister's staff, where "het kabinet" is the government.
        """
        owner = self._owner(tree, head, self.pack.owners) if kind.voice or (kind.owned and known) else None
        if owner is None or owner.type != "person":
            return None
        if not kind.voice:
            return self._of_class(tree, head, kind)
        start, end = self._span(tree, head)
        return msgspec.structs.replace(owner, start=start, end=end, cue=None)

    def _carried(self, link: Link, kind: SourceClass | None) -> Link:
        """Gives a name behind "persbureau" or "de krant" the type that this word says it has."""
        if kind is None or not kind.carrier:
            return link
        return link if link.type in ("agency", "media") else msgspec.structs.replace(link, type=kind.type)

    def _of_actor(self, tree: Tree, head: int, actor: Actor) -> Link:
        speaks_for = self.speaks_for.get(actor.id, actor.speaks_for)
        return self._link(
            tree, head, name=actor.name, kind=actor.type, id_=actor.id, state=actor.state, speaks_for=speaks_for
        )

    def _of_class(self, tree: Tree, head: int, kind: SourceClass) -> Link:
        named = self._proper(tree, head) if kind.carrier else None
        if named is not None:
            return self._link(tree, head, name=named[0], kind=kind.type)
        owner = self._owner(tree, head, self.pack.owners)
        if kind.owned and owner is not None:
            name = f"{kind.name} of {owner.name}"
            return self._link(
                tree, head, name=name, kind=kind.type, state=owner.state, speaks_for=owner.id or owner.name
            )
        return self._link(tree, head, name=kind.name, kind=kind.type, state=self._state(tree, head))

    def _spokesperson(self, tree: Tree, head: int, at: int, rule: Spokesperson) -> Link:
        owner = self._owner(tree, at, rule.prepositions) or (
            self._owner(tree, head, rule.prepositions) if at != head else None
        )
        speaks_for = None if owner is None else owner.id or owner.name
        people = (each for each in self._best(tree, head) if each.actor.type == "person")
        named = [each for each in people if not self._covers(tree, at, each)]
        if named:
            link = self._of_actor(tree, head, named[0].actor)
            return link if speaks_for is None else msgspec.structs.replace(link, speaks_for=speaks_for)
        proper = self._proper(tree, head)
        if proper is not None:
            return self._link(tree, head, name=proper[0], kind="person", speaks_for=speaks_for, state=_state_of(owner))
        if owner is None:
            told = self._told_before(tree, head)
            if told is not None:
                return told
            owner = self.topic(tree.tokens[head].start)
            speaks_for = None if owner is None else owner.id or owner.name
        name = rule.name if owner is None else f"{rule.name} of {owner.name}"
        return self._link(tree, head, name=name, kind="office", speaks_for=speaks_for, state=_state_of(owner))

    def _told_before(self, tree: Tree, head: int) -> Link | None:
        """Gives whom "de woordvoerster" resolves to: the mention's actor, or the spokesperson told last."""
        found = [each for each in self._best(tree, head) if each.actor.type == "person"]
        if found:
            return self._of_actor(tree, head, found[0].actor)
        if self.last_spokesperson is None or not tree.dependents(head, "det"):
            return None
        if any(tree.feature(i, "Definite") == "Ind" for i in tree.dependents(head, "det")):
            return None
        start, end = self._span(tree, head)
        return msgspec.structs.replace(self.last_spokesperson, start=start, end=end, cue=None)

    def _covers(self, tree: Tree, at: int, mention: ActorMention) -> bool:
        """Tells whether a mention is the spokesperson's noun itself and no name beside it."""
        token = tree.tokens[at]
        alone = not any(
            tree.tokens[i].upos == "PROPN" for i in tree.at(mention.start, mention.end) if i in self._spine(tree, at)
        )
        return mention.start <= token.start and token.end <= mention.end and alone

    def _owner(self, tree: Tree, head: int, prepositions: Sequence[str]) -> Link | None:
        """Resolves whose a noun is: "van het Witte Huis", "Moons", "de Amerikaanse"."""
        for child in tree.dependents(head, "nmod", "obl"):
            if tree.rel(child) == "nmod:poss" or tree.case(child) in prepositions:
                links = self._resolve_one(tree, child) if child != head else ()
                if links:
                    return links[0]
        return self._adjective(tree, head)

    def _adjective(self, tree: Tree, head: int) -> Link | None:
        core = self._core(tree, head)
        for mention in self.mentions:
            if mention.adjective and any(i in core for i in tree.at(mention.start, mention.end)):
                return self._link(
                    tree,
                    head,
                    name=mention.actor.name,
                    kind=mention.actor.type,
                    id_=mention.actor.id,
                    state=mention.actor.state,
                )
        return None

    def _state(self, tree: Tree, head: int) -> str | None:
        owner = self._owner(tree, head, self.pack.owners)
        return None if owner is None else owner.state

    def _best(self, tree: Tree, head: int) -> list[ActorMention]:
        """Lists the mentions that name what the phrase is headed by: all of one group, persons first."""
        spine = set(self._spine(tree, head))
        found = []
        for mention in self.mentions:
            covered = tree.at(mention.start, mention.end)
            if covered and not mention.adjective and tree.top(covered) in spine:
                found.append(mention)
        if not found:
            return []
        best = min(found, key=lambda each: (each.actor.type != "person", each.start - each.end, each.start))
        return [each for each in found if (each.start, each.end) == (best.start, best.end)]

    def _class_of(self, tree: Tree, head: int) -> SourceClass | None:
        return next((each for each in self.pack.classes if _names(tree, head, each)), None)

    def _spokes(self, tree: Tree, head: int) -> tuple[int, Spokesperson] | None:
        for at in (*self._spine(tree, head), *self._behind_comma(tree, head)):
            for rule in self.pack.spokespersons:
                if _names(tree, at, rule):
                    return at, rule
        return None

    def _behind_comma(self, tree: Tree, head: int) -> list[int]:
        """Lists the noun in "Sanders, de woordvoerster van …", also where the tree hangs it elsewhere."""
        last = max(self._spine(tree, head))
        if last + 2 >= len(tree) or tree.tokens[last].upos != "PROPN" or tree.tokens[last + 1].text != ",":
            return []
        return [i for i in range(last + 2, min(last + 5, len(tree))) if tree.tokens[i].upos == "NOUN"][:1]

    def _spine(self, tree: Tree, head: int) -> list[int]:
        """Lists a phrase's head and what names the same: apposition, further words of a name."""
        found = [head]
        for at in found:
            found += [
                child
                for child in tree.children[at]
                if child not in found
                and (
                    tree.rel(child).split(":")[0] in _SPINE
                    or (tree.rel(child) == "nmod" and tree.tokens[child].upos == "PROPN" and tree.case(child) is None)
                )
            ]
        return found

    def _proper(self, tree: Tree, head: int) -> tuple[str, SourceType] | None:
        """Gives the proper name in a phrase's spine, and the type that its label says."""
        spine = [i for i in self._spine(tree, head) if tree.tokens[i].upos == "PROPN"]
        if not spine:
            return None
        first = spine[0]
        token = tree.tokens[first]
        inside = set(tree.subtree(head))
        for name in self.names:
            known = name.start <= token.start < name.end and name.label in _LABELS
            if known and inside.issuperset(tree.at(name.start, name.end)):
                return self.text[name.start : name.end], _LABELS[name.label]
        last = first
        while last + 1 in spine:
            last += 1
        titled = tree.tokens[head].upos == "NOUN" and first != head
        initials = last == first and not token.text[1:].islower()
        kind: SourceType = "organisation" if initials and not titled else "person"
        return self.text[token.start : tree.tokens[last].end], kind

    def _core(self, tree: Tree, head: int) -> set[int]:
        without = [i for i in tree.children[head] if tree.rel(i).split(":")[0] in _BESIDE or self.is_beside(tree, i)]
        return set(tree.subtree(head, without=without))

    def is_beside(self, tree: Tree, index: int) -> bool:
        """Tells whether a phrase hangs on another only by a parser's doubt: the doer of a passive, say."""
        return tree.rel(index).startswith("obl") and tree.case(index) in self.by

    def _span(self, tree: Tree, head: int) -> tuple[int, int]:
        case = tree.dependents(head, "case")
        return tree.span(i for i in self._core(tree, head) if i not in case)

    def _words(self, tree: Tree, head: int) -> str:
        """Gives a phrase's own words as a name, its determiner left out."""
        without = [
            child
            for child in tree.children[head]
            if tree.rel(child) in ("case", "punct") or tree.tokens[child].text.lower() in self.pack.determiners
        ]
        kept = [i for i in tree.subtree(head, without=without) if i in self._core(tree, head)]
        start, end = tree.span(kept)
        return " ".join(self.text[start:end].split())

    def _link(
        self,
        tree: Tree,
        head: int,
        *,
        name: str,
        kind: SourceType,
        id_: str | None = None,
        state: str | None = None,
        speaks_for: str | None = None,
    ) -> Link:
        start, end = self._span(tree, head)
        return Link(
            name=name,
            type=kind,
            evidentiality="reported",
            id=id_,
            state=state,
            speaks_for=speaks_for,
            start=start,
            end=end,
        )


def _state_of(link: Link | None) -> str | None:
    return None if link is None else link.state


def _names(tree: Tree, index: int, rule: SourceClass | Spokesperson) -> bool:
    """Tells whether a noun is one of a rule's, by lemma or form, or a compound that ends in one."""
    if tree.tokens[index].upos not in ("NOUN", "PROPN", "ADJ", "VERB", "X"):
        return False
    words = (tree.lemma(index), tree.tokens[index].text.lower())
    known = (*rule.lemmas, *rule.forms)
    return any(word in known or (rule.compounds and word.endswith(known)) for word in words)


def joined(links: Iterable[Link]) -> Iterator[Link]:
    """Gives links without those that repeat the one before.

    For example "Trump zei …, aldus Trump" is one link.
    """
    before: Link | None = None
    for link in links:
        if before is None or (link.id or link.name) != (before.id or before.name):
            yield link
        before = link
