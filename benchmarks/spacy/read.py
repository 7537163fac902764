"""Times spaCy over reports given as a JSON list on standard input; runs in an environment that has spaCy.

    python benchmarks/spacy/read.py MODEL PROCESSES < reports.json

Prints one JSON object: seconds by the clock and of processors, once the model is open and has read one word.
"""

import json
import resource
import sys
import time
from pathlib import Path

import spacy


def main() -> None:
    """Reads all reports once; worker processes are opened within the measured time, and counted."""
    nlp = spacy.load(Path(sys.argv[1]))
    reports = json.load(sys.stdin)
    nlp("Ja.")
    began, before = time.perf_counter(), spent()
    for _ in nlp.pipe(reports, n_process=int(sys.argv[2]), batch_size=4):
        pass
    print(json.dumps({"wall": time.perf_counter() - began, "cpu": spent() - before}))


def spent() -> float:
    """Gives the seconds of processors that this process and those it waited for have taken."""
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    main()
