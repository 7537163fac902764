"""Lemma scripts: learns from a word and its lemma the edit that leads from one to the other."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache

from dragoman.language.lemmas import KEEP, LOWER, TITLE, apply_script

_LONGEST_ENDING = 4


def plain_lemma(form: str, lemma: str, upos: str) -> str:
    """Give the lemma that a word's own text can tell.

    The treebank marks the joints of compounds with an underscore and leaves out the letters that link their
    parts (``staatshoofden``: ``staat_hoofd``); the plain lemma is the word as it is written, its last part
    uninflected (``staatshoofd``). Only a separable verb keeps its underscore, and only when the word starts
    with the particle (``afgelopen``: ``af_lopen``); a particle that stands apart is left out here and set back
    from the tree (`dragoman.language.lemmas.join_particle`).
    """
    if "_" not in lemma.strip("_"):
        return lemma
    if upos != "VERB":
        return _written(form, lemma)
    particle, _, rest = lemma.partition("_")
    rest = rest.replace("_", "")
    return f"{particle}_{rest}" if form.lower().startswith(particle.lower()) else rest


def _written(form: str, lemma: str) -> str:
    """Join the front of a compound, as it is written, to its last part, as the lemma has it."""
    if "." in form or "/" in form:
        return form  # an abbreviation, which the lemma spells out
    front, _, last = lemma.rpartition("_")
    lower = form.lower()
    for size in range(len(last), 0, -1):
        at = lower.rfind(last[:size].lower(), max(1, len(form) - len(last) - _LONGEST_ENDING))
        if at > 0:
            kept = form[:at]
            return (kept if front[:1].isupper() else kept[:1].lower() + kept[1:]) + last
    return lemma.replace("_", "")


@cache
def learn_script(form: str, lemma: str) -> str | None:
    """Give the script that `apply_script` needs to turn `form` into `lemma`, or None if no script does.

    >>> learn_script("afgelopen", "af_lopen")
    '2|2||0||l'
    """
    particle, mark, rest = lemma.partition("_")
    at = len(particle) if mark and rest else 0
    goal = rest if at else lemma
    for casing in (LOWER, KEEP, TITLE):
        script = _edit(form if casing == KEEP else form.lower(), goal if casing != TITLE else goal.lower(), at, casing)
        if script is not None and apply_script(form, script) == lemma:
            return script
    return None


def _edit(form: str, goal: str, at: int, casing: str) -> str | None:
    matcher = SequenceMatcher(None, form[at:], goal, autojunk=False)
    same = matcher.find_longest_match()
    if "|" in goal:
        return None
    back = len(form) - at - same.a - same.size
    return f"{at}|{same.a}|{goal[: same.b]}|{back}|{goal[same.b + same.size :]}|{casing}"
