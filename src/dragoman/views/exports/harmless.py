"""Text of reports for other systems: nothing in it ends a line, breaks a document or turns what follows around."""

import re
from urllib.parse import urlsplit

_ENDS = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_EMBEDDINGS = frozenset("\u202a\u202b\u202d\u202e")
_ISOLATES = frozenset("\u2066\u2067\u2068")
_POP_EMBEDDING = "\u202c"
_POP_ISOLATE = "\u2069"
LONGEST_URL = 2000


def clean_text(text: str) -> str:
    r"""Gives a text of several lines, their ends all ``\n``, without control characters and lone surrogates.

    What turns the direction of writing around is closed, so that it turns nothing that follows.
    """
    lines = _ENDS.sub("\n", _SURROGATES.sub("\ufffd", text))
    return "\n".join(_close(line) for line in _CONTROLS.sub("", lines).split("\n"))


def clean_line(text: str) -> str:
    r"""Gives a text on one line, its white space single.

    >>> clean_line("Summit\r\nEND:VEVENT")
    'Summit END:VEVENT'
    """
    return " ".join(clean_text(text).split())


def clean_url(url: str | None) -> str | None:
    """Gives an address of the web as it is; None for one that is not, or holds a character that no address has."""
    if url is None or len(url) > LONGEST_URL or re.fullmatch(r"[!#-;=?-\[\]_a-z~]+", url) is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def _close(line: str) -> str:
    """Closes what was opened, the last first; what closes nothing is left out."""
    opened: list[str] = []
    kept: list[str] = []
    for sign in line:
        if sign in _EMBEDDINGS:
            opened.append(_POP_EMBEDDING)
        elif sign in _ISOLATES:
            opened.append(_POP_ISOLATE)
        elif sign in {_POP_EMBEDDING, _POP_ISOLATE}:
            if not opened or opened[-1] != sign:
                continue
            opened.pop()
        kept.append(sign)
    return "".join([*kept, *reversed(opened)])
