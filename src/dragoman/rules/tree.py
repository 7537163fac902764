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
PHRASES = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "csubj", "ccomp", "xcomp", "advcl", "parataxis"})
"""Relations, subtypes left out, of phrases and clauses."""


def lift(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yields the tokens with a parser's slips mended: what hangs on a word that only helps is its governor's.

    For example the subject of "is" in "is van de baan" becomes that of "baan".
    """
    for token in tokens:
        head, steps = token.head, len(tokens)
        if token.deprel.split(":")[0] in PHRASES:
            while head >= 0 and tokens[head].deprel in HELPERS and tokens[head].head >= 0 and steps:
                head, steps = tokens[head].head, steps - 1
        yield token if head == token.head else msgspec.structs.replace(token, head=head)


class Tree:
    """A view of one sentence: children, verbs with their particles, clauses, spans.

    Tokens are named by index in the sentence. For example, in "blies de top af" the verb is the
    lemma ``afblazen`` although its particle stands at the end.
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
            particle = self.tokens[child].text.lower()
            if not lemma.startswith(particle):
                lemma = particle + lemma
        return lemma

    def verb(self, index: int) -> str:
        """Gives the lemma with its separated particle joined: ``afblazen`` for "blies … af"."""
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
