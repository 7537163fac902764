"""Measures the memory that the parse of one report takes, up to the longest report that is read.

    python benchmarks/memory.py FILE.txt [--characters 3000 100000 1000000]

FILE's lines are repeated until the report has so many characters. Each report is read in a process of its own, and the
most memory that the process ever held is given in MB; one that reads a single word stands beside them.
"""

import argparse
import resource
import subprocess
import sys
from itertools import cycle
from pathlib import Path

from dragoman.language import parse_text
from dragoman.readers.limits import MOST_CHARACTERS

ALONE = "--alone"


def main() -> None:
    """Prints one line for each length."""
    parser = argparse.ArgumentParser(description="Measures the memory that the parse of one report takes.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--characters", type=int, nargs="+", default=[3_000, 100_000, MOST_CHARACTERS])
    options = parser.parse_args()
    lines = options.file.read_text(encoding="utf-8").split("\n")
    for length in (0, *options.characters):
        text = lengthen(lines, length) if length else "Ja."
        command = [sys.executable, __file__, ALONE]
        told = subprocess.run(command, input=text, capture_output=True, check=True, text=True)  # noqa: S603 - ourselves
        words, most = told.stdout.split()
        print(f"{len(text):9} characters {words:>8} words {int(most) / 1000:8.0f} MB", flush=True)


def lengthen(lines: list[str], length: int) -> str:
    r"""Repeats lines, each a paragraph, until there are so many characters.

    >>> lengthen(["Een.", "", "Twee."], 10)
    'Een.\n\nTwee'
    """
    text, size, more = [], 0, cycle(filter(None, lines))
    while size < length:
        text.append(next(more) + "\n\n")
        size += len(text[-1])
    return "".join(text)[:length]


def read_alone() -> None:
    """Reads the report on standard input; prints its words and the most memory held, in thousands of bytes."""
    parse = parse_text(sys.stdin.read(), threads=2)
    words = sum(len(sentence.tokens) for sentence in parse.sentences)
    print(words, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 // 1000)


if __name__ == "__main__":
    if ALONE in sys.argv:
        read_alone()
    else:
        main()
