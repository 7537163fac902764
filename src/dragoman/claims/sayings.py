"""Words of saying: the frame that a rule's words make in a sentence, and where the verbs of the pack stand in it."""

import msgspec

from dragoman.model.vocabulary import Stance
from dragoman.packs.shapes.language import LanguagePack
from dragoman.packs.shapes.speech import SpeechType, SpeechVerb
from dragoman.rules.tree import Tree

_QUOTES = frozenset("'\"’‘“”„\u201a«»`")


class Frame(msgspec.Struct, kw_only=True):
    """Words of saying at one place of a sentence.

    ``index`` is the token that bears it, ``heads`` the phrases that name who says it (none: nobody is named),
    ``content`` the tokens of what is said as far as the tree tells, ``words`` the tokens of the saying itself.
    ``how`` tells the construction: ``clause``, ``infinitive``, ``object``, ``parenthesis``, ``anaphor``,
    ``according``, ``noun``, ``hearsay``, or ``bare`` where only a quote can be what is said.
    """

    rule: str
    type: SpeechType
    index: int
    how: str
    heads: tuple[int, ...] = ()
    content: tuple[int, ...] = ()
    words: tuple[int, ...] = ()
    stance: Stance | None = None
    unnamed: bool = False
    silent: bool = False
    hearsay: bool = False
    inverted: bool = False
    takes_phrase: bool = False
    judges: bool = False
    through: int | None = None
    """The frame, by its index, whose speaker has it from this one: "schreef de krant op gezag van …"."""


class Grammar:
    """The words of a language pack that frames are found by, indexed once."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack = pack
        self.speech = pack.speech
        self.verbs: dict[str, list[SpeechVerb]] = {}
        for rule in pack.speech.verbs:
            self.verbs.setdefault(rule.lemma, []).append(rule)
        for rule in pack.speech.verbs:
            for form in rule.forms:
                self.verbs.setdefault(form, []).append(rule)
        self.nouns = {lemma: rule for rule in pack.speech.nouns for lemma in rule.lemmas}
        self.negators = {*pack.grammar.negators, *pack.grammar.negative_determiners}

    def rule_at(self, tree: Tree, index: int) -> SpeechVerb | None:
        """Gives the rule of the verb of saying at a token, the one with most fixed words first."""
        if tree.tokens[index].upos not in ("VERB", "AUX", "ADJ"):
            return None
        keys = {tree.verb(index), tree.lemma(index), tree.tokens[index].text.lower()}
        fitting = [rule for key in keys for rule in self.verbs.get(key, ()) if _fits(tree, index, rule)]
        return max(fitting, key=specific, default=None)


def specific(rule: SpeechVerb) -> tuple[int, bool, str]:
    """Ranks a rule among those that fit the same words: the more words it asks for, the higher."""
    return len(rule.words), rule.particle is not None, rule.id


def _fits(tree: Tree, index: int, rule: SpeechVerb) -> bool:
    """Tells whether particle and fixed words stand by the verb, and no particle that makes it another one."""
    around = {tree.tokens[i].text.lower() for i in (*tree.subtree(index), tree.tokens[index].head) if i >= 0}
    if not all(any(option in around for option in word.split("|")) for word in rule.words):
        return False
    split = [i for i in tree.dependents(index, "compound:prt") if not _across_marks(tree, index, i)]
    particles = {tree.tokens[i].text.lower() for i in split} - options(rule)
    if rule.particle in {tree.tokens[i].text.lower() for i in tree.children[index] if tree.rel(i) != "case"}:
        return True
    if rule.particle is None:
        return not particles and (tree.lemma(index) == rule.lemma or tree.tokens[index].text.lower() in rule.forms)
    word = tree.tokens[index].text.lower()
    whole = word.startswith(rule.particle) and word not in rule.forms[:1]
    return rule.particle in particles or (not particles and (whole or loose_particle(tree, index, rule) is not None))


def _across_marks(tree: Tree, index: int, particle: int) -> bool:
    """Tells whether a quote mark parts a verb from a word that the tree takes for its particle."""
    return any(tree.tokens[i].text in _QUOTES for i in range(index, particle))


def loose_particle(tree: Tree, index: int, rule: SpeechVerb) -> int | None:
    """Gives a particle that ends the verb's clause but hangs on what is said: "deelde mee dat …"."""
    for at in tree.subtree(index):
        following = tree.tokens[at + 1].upos if at + 1 < len(tree) else "PUNCT"
        ends = following in ("PUNCT", "SCONJ")
        if at > index and ends and tree.tokens[at].text.lower() == rule.particle:
            return at
    return None


def options(rule: SpeechVerb) -> set[str]:
    """Gives the fixed words of a rule, its alternatives apart."""
    return {option for word in rule.words for option in word.split("|")}


def bearers(tree: Tree, index: int, rule: SpeechVerb) -> list[int]:
    """Lists a verb and the fixed words that hang on it: what is said may hang on either (*liet* weten dat …)."""
    fixed = options(rule)
    found = [index]
    for at in found:
        found += [child for child in tree.children[at] if tree.tokens[child].text.lower() in fixed]
    return found


def inverted(tree: Tree, index: int) -> bool:
    """Tells whether the subject stands behind the verb that bears the tense: "zei X", "zou X hebben gezegd"."""
    subjects = tree.dependents(index, "nsubj")
    return bool(subjects) and subjects[0] > finite(tree, index)


def finite(tree: Tree, index: int) -> int:
    """Gives the first verb of a verb's group: where its clause has its tense."""
    return min([index, *tree.dependents(index, "aux", "aux:pass")])
