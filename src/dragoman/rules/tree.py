"""A sentence's tree with the questions that rules ask of it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import msgspec

from dragoman.model.parse import Sentence, Token

CLAUSES = frozenset({"root", "ccomp", "csubj", "advcl", "acl", "acl:relcl", "parataxis", "csubj:pass"})
"""Relations whose dependent opens a clause of its own."""
CLAUSE_PARTS = frozenset({"xcomp", "conj"})
"""Relations that open one only if the dependent is a verb with arguments."""


HELPERS = frozenset({"aux", "aux:pass", "cop", "mark", "case", "cc", "punct", "compound:prt"})
"""Relations of words that help another and govern no phrase of their own."""
NOMINAL = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "appos"})
"""Relations of nouns, subtypes left out."""
PHRASES = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "csubj", "ccomp", "xcomp", "advcl", "parataxis"})
"""Relations, subtypes left out, of phrases and clauses."""


def lift(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yields the tokens with a parser's slips mended, so that rules find what they look for in one shape.

    What hangs on a word that only helps is its governor's: the subject of "is" in "is van de baan" becomes that of
    "baan". A noun behind its adjective heads the phrase. A word with a determiner is a noun, whatever its tag. An idiom
    taken for a verb's pdeterminer ("staat op losse schroeven") is a phrase beside the verb.
    """
    mended = _apart(_nouns(_headed(tokens)))
    for token in mended:
        head, steps = token.head, len(mended)
        if token.deprel.split(":")[0] in PHRASES:
            while head >= 0 and mended[head].deprel in HELPERS and mended[head].head >= 0 and steps:
                head, steps = mended[head].head, steps - 1
        yield token if head == token.head else msgspec.structs.replace(token, head=head)


def _headed(tokens: Sequence[Token]) -> list[Token]:
    """Makes the noun the head of "de Franse Senaat" where the adjective was taken for it."""
    mended = list(tokens)
    for at, noun in enumerate(tokens[1:], start=1):
        adjective = tokens[at - 1]
        taken = noun.head == at - 1 and noun.deprel == "flat" and noun.upos in ("NOUN", "PROPN")
        if not taken or adjective.upos != "ADJ" or adjective.deprel.split(":")[0] not in NOMINAL:
            continue
        mended = [msgspec.structs.replace(other, head=at) if other.head == at - 1 else other for other in mended]
        mended[at] = msgspec.structs.replace(noun, head=adjective.head, deprel=adjective.deprel)
        mended[at - 1] = msgspec.structs.replace(adjective, head=at, deprel="amod")
    return mended


def _nouns(tokens: Sequence[Token]) -> list[Token]:
    """Tags what has a determiner and stands in a noun's place as a noun."""
    determined = {token.head for token in tokens if token.deprel == "det"}
    return [
        msgspec.structs.replace(token, upos="NOUN", lemma=token.text.lower())
        if token.upos == "VERB" and index in determined and token.deprel.split(":")[0] in NOMINAL
        else token
        for index, token in enumerate(tokens)
    ]


def _apart(tokens: Sequence[Token]) -> list[Token]:
    """Takes an idiom of several words from a verb's pdeterminer and makes it the phrase that it looks like."""
    mended = list(tokens)
    for at, token in enumerate(tokens):
        rest = [index for index, other in enumerate(tokens) if other.head == at and other.deprel == "fixed"]
        nouns = [index for index in rest if tokens[index].upos in ("NOUN", "PROPN")]
        if token.deprel != "compound:prt" or not nouns or token.head < 0:
            continue
        noun, verb = nouns[-1], mended[token.head]
        with_preposition = token.upos == "ADP"
        mended[noun] = msgspec.structs.replace(
            tokens[noun], head=token.head, deprel="obl" if with_preposition else "obj"
        )
        mended[at] = msgspec.structs.replace(token, head=noun, deprel="case" if with_preposition else "det")
        for other in rest:
            if other != noun:
                mended[other] = msgspec.structs.replace(tokens[other], head=noun, deprel="amod")
        own = verb.lemma.removeprefix(f"{token.text.lower()}_")
        mended[token.head] = msgspec.structs.replace(verb, lemma=own)
    return mended


class Tree:
    """A view of one sentence: children, verbs with their pdeterminers, clauses, spans.

    Tokens are named by index in the sentence. For example, in "blies de top af" the verb is the
    lemma ``afblazen`` although its pdeterminer stands at the end.
    """

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = tuple(lift(sentence.tokens))
        self.children: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head >= 0:
                self.children[token.head].append(index)

    def __len__(self) -> int:
        return len(self.tokens)

    def rel(self, index: int) -> str:
        """Gives the relation of a token to its head, subtype and all."""
        return self.tokens[index].deprel

    def dependents(self, index: int, *relations: str) -> list[int]:
        """Lists the children with one of the relations; ``nsubj`` takes in ``nsubj:pass``."""
        wanted = [(relation, relation + ":") for relation in relations]
        return [
            child
            for child in self.children[index]
            if any(self.rel(child) == plain or self.rel(child).startswith(sub) for plain, sub in wanted)
        ]

    def lemma(self, index: int) -> str:
        """Gives the plain lemma, lower case, without the treebank's compound marks."""
        return self.tokens[index].lemma.replace("_", "").lower()

    @cached_property
    def _verbs(self) -> list[str]:
        return [self._verb(index) for index in range(len(self.tokens))]

    def _verb(self, index: int) -> str:
        lemma = self.lemma(index)
        for child in self.dependents(index, "compound:prt"):
            pdeterminer = self.tokens[child].text.lower()
            if not lemma.startswith(pdeterminer):
                lemma = pdeterminer + lemma
        return lemma

    def verb(self, index: int) -> str:
        """Gives the lemma with its separated pdeterminer joined: ``afblazen`` for "blies … af"."""
        return self._verbs[index]

    def ancestors(self, index: int) -> Iterator[int]:
        """Walks from the head of a token to the root."""
        seen = {index}
        at = self.tokens[index].head
        while at >= 0 and at not in seen:
            yield at
            seen.add(at)
            at = self.tokens[at].head

    def subtree(self, index: int, *, without: Iterable[int] = ()) -> list[int]:
        """Lists a token and all that hangs on it, in order, leaving out the named branches."""
        skip = set(without)
        found, todo = [], [index]
        while todo:
            at = todo.pop()
            found.append(at)
            todo += [child for child in self.children[at] if child not in skip]
        return sorted(found)

    def opens_clause(self, index: int) -> bool:
        """Tells whether a token is the head of a clause of its own."""
        relation = self.rel(index)
        if relation in CLAUSES or relation.split(":")[0] in ("advcl", "acl", "ccomp", "csubj", "parataxis"):
            return True
        return relation in CLAUSE_PARTS and self.is_verbal(index)

    def is_verbal(self, index: int) -> bool:
        """Tells whether a token is a verb, or a predicate with a copula."""
        return self.tokens[index].upos in ("VERB", "AUX") or bool(self.dependents(index, "cop"))

    def clause(self, index: int) -> int:
        """Gives the head of the smallest clause around a token (the token itself if it opens one)."""
        if self.opens_clause(index):
            return index
        for at in self.ancestors(index):
            if self.opens_clause(at):
                return at
        return index

    def clause_tokens(self, index: int) -> list[int]:
        """Lists the tokens of a clause, its embedded clauses left out."""
        inner = [i for i in self.subtree(index) if i != index and self.opens_clause(i)]
        return self.subtree(index, without=inner)

    def span(self, indexes: Iterable[int]) -> tuple[int, int]:
        """Gives the character span from the first to the last of the tokens, outer punctuation left out."""
        kept = sorted(indexes)
        while len(kept) > 1 and self.tokens[kept[-1]].upos == "PUNCT":
            kept.pop()
        while len(kept) > 1 and self.tokens[kept[0]].upos == "PUNCT":
            kept.pop(0)
        return self.tokens[kept[0]].start, self.tokens[kept[-1]].end

    def at(self, start: int, end: int) -> list[int]:
        """Lists the tokens that overlap a character span."""
        return [i for i, token in enumerate(self.tokens) if token.start < end and token.end > start]

    def top(self, indexes: Iterable[int]) -> int:
        """Gives the token of a set that governs the others: the one nearest to the root."""
        return min(indexes, key=lambda i: (sum(1 for _ in self.ancestors(i)), i))

    def feature(self, index: int, name: str) -> str | None:
        """Gives a feature's value, for example ``Past`` for ``Tense``."""
        return self.tokens[index].feats.get(name)

    def case(self, index: int) -> str | None:
        """Gives the preposition before a noun, or ``None``; one of several words whole ("met betrekking tot")."""
        found = self.dependents(index, "case")
        if not found:
            return None
        fixed = sorted([found[0], *self.dependents(found[0], "fixed")])
        return " ".join(self.tokens[i].text.lower() for i in fixed) if len(fixed) > 1 else self.lemma(found[0])

    def conjuncts(self, index: int) -> list[int]:
        """Lists a token and those coordinated with it."""
        return [index, *self.dependents(index, "conj")]
