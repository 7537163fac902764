"""Which language a text is in, by its script and its small words."""

import re
import unicodedata
from collections import Counter

from dragoman.packs.load import languages, load_identify

MOST_WORDS = 1500
"""So many words tell it as well as all of them do."""

LEAST_SHARE = 0.12
"""Of the words of a text in a known language a quarter to a half are small ones; a list of names has none."""

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def identify_language(text: str) -> str | None:
    """Gives the code of a text's language, None where nothing tells it.

    It knows more languages than a pack reads, so that the others can be named. Of two that have as many small
    words in common with the text, it tells neither.

    >>> identify_language("The talks will not go ahead, he said, but they have not been called off.")
    'en'
    """
    words = [word.lower() for word in WORD.findall(text, 0, 20 * MOST_WORDS)][:MOST_WORDS]
    if not words:
        return None
    return _by_script(words) or _by_words(words)


def _by_script(words: list[str]) -> str | None:
    """Gives the language of the script that most words are written in, where a script tells it."""
    names = Counter(_script(word[0]) for word in words)
    script, count = names.most_common(1)[0]
    return load_identify().words.scripts.get(script) if count * 2 > len(words) else None


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0].partition("-")[0]


def _by_words(words: list[str]) -> str | None:
    counts = Counter(words)
    found = {
        language: sum(counts[word] for word in small) for language, small in load_identify().words.languages.items()
    }
    (best, most), (_, second) = sorted(found.items(), key=lambda pair: (-pair[1], pair[0] not in languages()))[:2]
    decided = most > second or best in languages()
    return best if decided and most >= LEAST_SHARE * len(words) else None
