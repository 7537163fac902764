"""Measures how Dutch event words are graded on MEANTIME's factuality: ahead or not, denied or not, certain or not.

    python benchmarks/factuality.py FOLDER [--errors [--sample 30 --seed 1]]

FOLDER holds the corpus's `.conll` files: token, event, certainty, polarity, time. The event words are the corpus's own;
what is measured is what the rules make of each from its clause, its governors and its hedges, with the parse as it is
read from the text. Beside it stands the majority's answer for every word (certain, affirmed, not future).
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from dragoman.claims.cues import match_cue
from dragoman.claims.embed import grade_embedding, grade_hedges
from dragoman.claims.grade import Grade, grade_match, grade_occurrence
from dragoman.claims.holds import find_holds
from dragoman.claims.scene import Found, Scene
from dragoman.language import parse_text
from dragoman.packs.load import load_language
from dragoman.rules.mood import grade_mood

AHEAD = frozenset({"mooted", "planned", "confirmed", "doubtful", "conditional", "postponed", "refused"})
OFF = frozenset({"cancelled", "not-held", "refused", "denied"})
NO_SPACE_BEFORE = frozenset(".,;:!?)%")
PLAIN = "plain"
"""The rule of a grade that comes from tense alone."""
CLASSES = ("FUTURE", "NEG", "not CERTAIN")


class Facts(NamedTuple):
    """What is said of an event word."""

    future: bool
    denied: bool
    uncertain: bool


MAJORITY = Facts(future=False, denied=False, uncertain=False)


class Word(NamedTuple):
    """An event word of the corpus with its sentence."""

    sentence: str
    start: int
    end: int
    facts: Facts


def main() -> None:
    """Prints precision, recall and F1 of each rare class, the macro F1 over both answers, and the majority's."""
    parser = argparse.ArgumentParser(description="Measures the grading of event words on MEANTIME's factuality.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="print each word that is graded otherwise")
    parser.add_argument("--sample", type=int, help="of those only so many, drawn at random")
    parser.add_argument("--seed", type=int, default=1, help="what the sample is drawn by")
    options = parser.parse_args()
    words = [word for path in sorted(options.folder.glob("*.conll")) for word in read_words(path)]
    graded = [grade_word(word) for word in words]
    print(f"{len(words)} event words")
    for place, name in enumerate(CLASSES):
        gold, mine = [word.facts[place] for word in words], [facts[place] for facts in graded]
        print_row(name, gold, mine)
        print_row(f"  majority {name}", gold, [MAJORITY[place]] * len(words))
    if options.errors:
        print_errors(words, graded, sample=options.sample, seed=options.seed)


def print_errors(words: list[Word], graded: list[Facts], *, sample: int | None, seed: int) -> None:
    """Prints each word that is graded otherwise, or a sample of them, which the same seed always draws alike."""
    shown = []
    for word, facts in zip(words, graded, strict=True):
        wrong = [
            f"{name}: gold {gold}, read {mine}"
            for name, gold, mine in zip(CLASSES, word.facts, facts, strict=True)
            if gold != mine
        ]
        if wrong:
            shown.append(f"{word.sentence[word.start : word.end]} | {'; '.join(wrong)} | {word.sentence}")
    if sample is not None:
        shown = random.Random(seed).sample(shown, min(sample, len(shown)))  # noqa: S311 - a sample, not a secret
    print("\n".join(shown))


def print_row(name: str, gold: list[bool], mine: list[bool]) -> None:
    """Prints how well one class is told."""
    both = sum(one and other for one, other in zip(gold, mine, strict=True))
    precision, recall = both / max(sum(mine), 1), both / max(sum(gold), 1)
    rare = f1(gold, mine)
    usual = f1([not one for one in gold], [not one for one in mine])
    shown = f"P {precision:.3f}   R {recall:.3f}   F1 {rare:.3f}   macro {(rare + usual) / 2:.3f}"
    print(f"{name:24} of {sum(gold):4}   {shown}")


def f1(gold: list[bool], mine: list[bool]) -> float:
    """Gives the F1 of a class, 0.0 where it is never told right.

    >>> f1([True, False, True], [True, True, False])
    0.5
    """
    both = sum(one and other for one, other in zip(gold, mine, strict=True))
    return 2 * both / max(sum(gold) + sum(mine), 1)


def read_words(path: Path) -> Iterator[Word]:
    """Gives the event words of one document; an event of several words stands at its first."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line.strip()]
        text, places = join([row[1] for row in rows])
        for row, (start, end) in zip(rows, places, strict=True):
            if row[2].startswith("B-"):
                certainty, polarity, time = (cell[2:].rpartition("-")[0] for cell in row[3:6])
                yield Word(text, start, end, Facts(time == "FUTURE", polarity == "NEG", certainty != "CERTAIN"))


def join(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Writes tokens as running text, and gives where each stands in it."""
    text, places = "", []
    for token in tokens:
        text += "" if not text or token in NO_SPACE_BEFORE or text.endswith("(") else " "
        places.append((len(text), len(text) + len(token)))
        text += token
    return text, places


def grade_word(word: Word) -> Facts:
    """Grades an event word by its clause, what governs it and what hedges it."""
    parse = parse_text(word.sentence, language="nl")
    for number, sentence in enumerate(parse.sentences):
        if sentence.start <= word.start < sentence.end:
            scene = Scene(Found(parse=parse, text=word.sentence), number, pack=load_language("nl"))
            return facts_of(scene, scene.tree.top(scene.tree.at(word.start, word.end) or [0]))
    return MAJORITY


def facts_of(scene: Scene, token: int) -> Facts:
    """Gives what the rules make of the event at a token: a verb by its own mood, a noun by the word that holds it."""
    if scene.tree.is_verbal(token) or scene.tree.dependents(token, "cop"):
        return facts_of_verb(scene, token)
    matches = [match for hold in find_holds(scene, token) if (match := match_cue(scene, hold)) is not None]
    first = [grade for match in matches if (grade := grade_match(scene, match)) is not None]
    if first:
        return facts_from(finish(scene, first[0]), ahead=first[0].status in AHEAD)
    inner = Grade(status="held", rule=PLAIN, verb=None)
    governor = scene.tree.tokens[token].head
    if governor < 0 or not scene.tree.is_verbal(governor):
        return MAJORITY
    around = facts_of_verb(scene, governor)
    changed = apply_governor(scene, token, inner)
    return facts_from(changed, ahead=around.future or (changed is not None and changed.rule != PLAIN))


def facts_of_verb(scene: Scene, verb: int) -> Facts:
    """Gives what tense, mood and the clauses around it make of a verb; a bare present is no future."""
    mood = grade_mood(scene.tree, verb, grammar=scene.grammar)
    first = grade_occurrence(scene, verb, rule=PLAIN)
    last = finish(scene, first)
    purpose = any(scene.tree.lemma(child) in scene.grammar.purpose for child in scene.tree.dependents(verb, "mark"))
    modal = (mood.possible or mood.obliged) and not mood.over
    ahead = mood.tense == "future" or (mood.tense == "would" and not mood.perfect) or purpose or modal
    return facts_from(last, ahead=ahead or (last is not None and last.rule != PLAIN))


def apply_governor(scene: Scene, token: int, grade: Grade) -> Grade | None:
    """Grades a noun by the verb it is the object of: a hoped-for deal is ahead."""
    return grade_embedding(scene, msgspec.structs.replace(grade, verb=token))


def finish(scene: Scene, grade: Grade) -> Grade | None:
    """Grades further by the hedges of the clause and the clauses around it."""
    if grade.verb is not None:
        grade = grade_hedges(scene, grade, scene.tree.clause_tokens(grade.verb))
    return grade_embedding(scene, grade)


def facts_from(grade: Grade | None, *, ahead: bool) -> Facts:
    """Gives the corpus's three answers for a grade; what is only asked, wished or supposed lies ahead and is unsure."""
    if grade is None:
        return Facts(future=True, denied=False, uncertain=True)
    return Facts(
        future=ahead and grade.status in AHEAD,
        denied=grade.status in OFF or grade.stance == "denies",
        uncertain=grade.certainty != "certain" or grade.status in ("mooted", "doubtful", "conditional"),
    )


if __name__ == "__main__":
    main()
