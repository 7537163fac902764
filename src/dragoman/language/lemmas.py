"""Lemmas: applies the small edit scripts that the model chooses for each token.

A script says how to turn a token's text into its lemma. Its text form, kept in the model's label list, is
``particle|drop_front|add_front|drop_back|add_back|casing``; ``particle`` is the length of the separable
particle that the token starts with (``af`` in ``afgelopen``), which the lemma sets off with an underscore
(``af_lopen``).
"""

from __future__ import annotations

KEEP, LOWER, TITLE = "k", "l", "t"


def apply_script(text: str, script: str) -> str:
    """Turn a token's text into its lemma.

    `script` is a label of the model; a script that asks for more characters than the text has gives the text
    itself back, in the casing asked for.

    >>> apply_script("afgelopen", "2|2||0||l")
    'af_lopen'
    >>> apply_script("Steden", "0|0||4|ad|l")
    'stad'
    """
    particle, drop_front, add_front, drop_back, add_back, casing = script.split("|")
    base = text if casing == KEEP else text.lower()
    at, back = int(particle), int(drop_back)
    front = at + int(drop_front)
    if front + back > len(base):
        lemma = base
    else:
        stem = base[front : len(base) - back]
        lemma = (base[:at] + "_" if at else "") + add_front + stem + add_back
    return lemma[:1].upper() + lemma[1:] if casing == TITLE else lemma or base


def join_particle(particle: str, lemma: str) -> str:
    """Set the particle that stands apart in the sentence before its verb's lemma.

    For example ``join_particle("aan", "sporen")`` gives ``aan_sporen``; a lemma that names a particle keeps it.

    >>> join_particle("af", "gelasten")
    'af_gelasten'
    """
    return lemma if "_" in lemma else f"{particle.lower()}_{lemma}"
