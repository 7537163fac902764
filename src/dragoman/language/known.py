"""Known lemmas: those that the treebank gives to forms, and what they tell of words that were never seen.

A word once seen keeps its lemma. For any other the guesses of the model stand beside what like endings lead to and
what the known parts of the word lead to, and the lemma that most speaks for is taken. So a guess that no word of the
language looks like is passed over, however sure the model was.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import takewhile
from math import log

from dragoman.language.endings import Endings

Lemmas = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Lemmas by part of speech and form, the most frequent first."""
Guesses = Sequence[tuple[str, float]]
"""Lemmas that the model holds possible, with their probabilities, the likeliest first."""

_NAME, _NOUN, _ADJECTIVE, _VERB = "PROPN", "NOUN", "ADJ", "VERB"
_OPEN = frozenset({_NAME, _NOUN, _ADJECTIVE, _VERB, "ADV", "NUM"})
_JOINT = "_"
_SHORTEST_TAIL = 3
_SHORTEST_FRONT = 2
_LONGEST_SIGN = 5
_LONGEST_PREFIX = 5
_USUAL_PREFIX = 5
_SPARE = 1.02  # more than any share, so that nothing is held impossible
_LEAST = float("-inf")
_TREMA = "\u0308"

_FLOOR = 1e-2  # what a lemma is worth that the model does not guess
_TRUST = 0.7
_KNOWN = 4.0
_KNOWN_PART = 1.0
_KNOWN_TAIL = 3.0
_ODD_PARTICLE = -6.0


def form_key(form: str, upos: str) -> str:
    """Give the form that a word is looked up by: names as they are written, others in lower case."""
    return form if upos == _NAME else form.lower()


class KnownLemmas:
    """Lemmas by part of speech and form, and what can be told from them of other forms."""

    def __init__(self, lemmas: Lemmas) -> None:
        """Keep lemmas by part of speech and form, the most frequent of a form first."""
        self._kinds = {upos: _Kind(upos, forms) for upos, forms in lemmas.items()}

    def settled(self, form: str, upos: str) -> str | None:
        """Give the lemma of a form that has only one, None for any other."""
        kind = self._kinds.get(upos)
        lemmas = () if kind is None else kind.forms.get(form_key(form, upos), ())
        return lemmas[0] if len(lemmas) == 1 else None

    @property
    def lemmas(self) -> frozenset[str]:
        """All known lemmas."""
        return frozenset().union(*(kind.lemmas for kind in self._kinds.values()))

    def is_particle(self, form: str) -> bool:
        """Say whether some known verb parts with a word, as ``af_zeggen`` does with ``af``."""
        verbs = self._kinds.get(_VERB)
        return verbs is not None and form.lower() in verbs.particles

    def choose(self, form: str, upos: str, guesses: Guesses) -> str:
        """Choose a word's lemma from the model's guesses and from what is known.

        Capitals inside a word stay as they are.

        >>> KnownLemmas({"NOUN": {"steden": ("stad",)}}).choose("Wereldsteden", "NOUN", [("wereldsted", 0.9)])
        'wereldstad'
        """
        kind = self._kinds.get(upos)
        lemmas = () if kind is None else kind.forms.get(form_key(form, upos), ())
        if lemmas:
            return next((lemma for lemma, _ in guesses if lemma in lemmas), lemmas[0])
        if upos == _NAME and guesses[0][0].lower() == form.lower():
            return form
        if kind is None or upos not in _OPEN:
            return _with_capitals(form, guesses[0][0])
        return kind.choose(form, guesses)


class _Kind:
    """What is known of one part of speech."""

    def __init__(self, upos: str, forms: Mapping[str, tuple[str, ...]]) -> None:
        self.upos = upos
        self.forms = forms
        self.lemmas = frozenset(lemma for found in forms.values() for lemma in found)

    @cached_property
    def particles(self) -> dict[str, float]:
        """What verbs part with, and of the forms that begin with each the share that do part with it."""
        parted = Counter(lemma.partition(_JOINT)[0].lower() for lemma in self.lemmas if _JOINT in lemma[1:])
        begun = {p: sum(lemma.startswith(p) for lemma in self.lemmas) for p in parted}
        return {p: count / begun[p] for p, count in parted.items() if begun[p]}

    @cached_property
    def prefixes(self) -> list[str]:
        """What stands before many a lemma that is also one by itself, never set apart."""
        sizes = range(_SHORTEST_FRONT, _LONGEST_PREFIX + 1)
        seen = Counter(lemma[:n] for lemma in self.lemmas for n in sizes if lemma[n:] in self.lemmas)
        return [prefix for prefix, count in seen.items() if count >= _USUAL_PREFIX and _JOINT not in prefix]

    @cached_property
    def lost(self) -> tuple[str, float]:
        """The front that forms lose on the way to their lemmas, and the share of forms with it that do."""
        fronts = Counter(
            form[: len(form) - len(tail)]
            for form, (lemma, *_) in self.forms.items()
            for tail in (form[2:], form[3:])
            if _JOINT not in lemma and tail[:2] == lemma[:2] and form[:2] != lemma[:2]
        )
        front, count = fronts.most_common(1)[0] if self.upos == _VERB and fronts else ("", 0)
        return front, count / max(1, sum(form.startswith(front) for form in self.forms))

    @cached_property
    def endings(self) -> Endings:
        """The endings of the known forms, without the fronts that they lose."""
        return Endings(self._bare(form, lemma) for form, (lemma, *_) in self.forms.items())

    def _bare(self, form: str, lemma: str) -> tuple[str, str]:
        particle, joint, rest = lemma.partition(_JOINT)
        if joint and particle and form.startswith(particle.lower()):
            form, lemma = form[len(particle) :], rest
        front, _ = self.lost
        if front and form.startswith(front) and not lemma.startswith(front):
            form = form[len(front) :]
        return form, lemma

    def choose(self, form: str, guesses: Guesses) -> str:
        options: dict[str, float] = {}
        for lemma, share in guesses:
            repaired = _with_capitals(form, _without_trema(lemma))
            options[repaired] = options.get(repaired, 0.0) + share
        written = form if self.upos == _NAME else form.lower()
        worth = {lemma: _TRUST * log(share + _FLOOR) for lemma, share in options.items()}
        shapes = self._shapes(written)
        best, most = guesses[0][0], _LEAST
        for lemma in {**options, **{_with_capitals(form, lemma): 0.0 for lemma in shapes}}:
            shape = shapes[lemma] if lemma in shapes else self._shape(written, lemma)
            found = worth.get(lemma, _TRUST * log(_FLOOR)) + shape
            found += self._familiar(written, lemma)
            if found > most:
                best, most = lemma, found
        return best

    def _shapes(self, written: str) -> dict[str, float]:
        """Give the lemmas that endings and parts lead to, with the logarithm of how usual each way is."""
        found: dict[str, float] = {}
        for front, rest, usual in self._readings(written):
            ways = [(lemma, self.endings.share(rest, lemma)) for lemma in self.endings.offer(rest)]
            if front and rest in self.forms:
                ways.append((self.forms[rest][0], 1.0))
            for lemma, share in ways:
                whole = front + lemma if front else _without_trema(lemma)
                found[whole] = max(found.get(whole, _LEAST), usual + log(share))
        tail = self._tail(written)
        if tail is not None:
            found[tail] = 0.0
        return found

    def _readings(self, written: str) -> Iterator[tuple[str, str, float]]:
        """Give the ways to take a form apart: what stands before the lemma, what its ending is judged by, how usual."""
        parted = self._parted(written)
        fronts = [("", written, log(_SPARE - max(parted.values(), default=0.0)))]
        fronts += [(front + _JOINT, written[len(front) :], log(share)) for front, share in parted.items()]
        lost, share = self.lost
        for front, rest, usual in fronts:
            shorter = lost != "" and rest.startswith(lost) and len(rest) > len(lost) + 1
            if shorter:
                yield front, rest[len(lost) :], usual + log(share)
            yield front, rest, usual + (log(_SPARE - share) if shorter else 0.0)

    def _parted(self, written: str) -> dict[str, float]:
        """Give the particles that a verb's form may begin with, with the share of lemmas that part with each."""
        if self.upos != _VERB:
            return {}
        fronts = (written[:size] for size in range(_SHORTEST_FRONT, len(written) - _SHORTEST_TAIL + 1))
        return {front: self.particles[front] for front in fronts if front in self.particles}

    def _shape(self, written: str, lemma: str) -> float:
        """Give the logarithm of how usual a guess's way from the form is."""
        front, rest = written, lemma.lower() if self.upos != _NAME else lemma
        usual = log(_SPARE - max(self._parted(written).values(), default=0.0))
        particle, joint, tail = rest.partition(_JOINT)
        if joint and particle:
            usual = log(self.particles[particle]) if particle in self.particles else _ODD_PARTICLE
            front, rest = written[len(particle) :], tail
        lost, share = self.lost
        if lost and front.startswith(lost) and not rest.startswith(lost):
            front = front[len(lost) :]
            usual += log(share)
        return usual + log(self.endings.share(front, rest))

    def _tail(self, written: str) -> str | None:
        """Give the lemma of a word whose last part is a known form, the longest such."""
        if self.upos not in {_NOUN, _ADJECTIVE}:
            return None
        for at in range(_SHORTEST_FRONT, len(written) - _SHORTEST_TAIL + 1):
            lemmas = self.forms.get(written[at:])
            if lemmas is not None:
                return written[:at] + lemmas[0]
        return None

    def _familiar(self, written: str, lemma: str) -> float:
        """Say how much it speaks for a lemma that it, or what is left of it without its front, is known."""
        plain = lemma if self.upos == _NAME else lemma[:1].lower() + lemma[1:]
        if lemma in self.lemmas or plain in self.lemmas:
            return _KNOWN
        particle, joint, rest = lemma.partition(_JOINT)
        if joint and particle:
            return _KNOWN_PART if rest in self.lemmas else 0.0
        if self.upos == _VERB:
            known = any(lemma.startswith(p) and lemma[len(p) :] in self.lemmas for p in self.prefixes)
            return _KNOWN_PART if known else 0.0
        return _KNOWN_TAIL if lemma.lower() == self._tail(written) else 0.0


def _without_trema(lemma: str) -> str:
    """Take the trema off a first letter, which only the letters before it asked for."""
    first = unicodedata.normalize("NFD", lemma[:1])
    return first.removesuffix(_TREMA) + lemma[1:] if first.endswith(_TREMA) else lemma


def _with_capitals(form: str, guess: str) -> str:
    """Give a guess the capitals inside its form, and its first one where the guess has it or others follow.

    A long form all in capitals tells nothing of them.
    """
    if form.isupper() and len(form) > _LONGEST_SIGN:
        return guess
    pairs = zip(form, guess, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0].lower() == pair[1].lower(), pairs))
    if not any(letter.isupper() for letter in form[1:shared]):
        return guess
    return form[:shared] + guess[shared:]
