"""Measures words a second from raw text to parse, beside Frog, spaCy and the bare encoder, on the same text in one run.

    python benchmarks/speed.py FILE.txt [--rounds 5] [--frog frog] [--spacy PYTHON --spacy-model FOLDER] [--json]

FILE holds one sentence or paragraph a line; lines are put together to reports of some 400 words, which Dragoman reads
one by one as it always does. The contestants take turns, round after round. Given are the median and the best round by
the clock, and the median by the processors' time, words for one second of one processor: where other programs run, only
this compares well. Opening a model is not counted: Frog's is measured on one word and taken off. The bare encoder is
the forward pass of the encoder alone over the batches that Dragoman makes, cut from the shipped graph; it needs the
package `onnx` and is left out without it.
"""

import argparse
import importlib.util
import json
import os
import resource
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import onnxruntime

from dragoman.language import load_engine, parse_text
from dragoman.language.sentences import find_sentences

WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "language" / "weights"
SPACY = Path(__file__).resolve().parent / "spacy" / "read.py"
REPORT_WORDS = 400
LAST_OF_ENCODER = "output_norm/LayerNormalization_output_0"


class Cost(NamedTuple):
    """What one reading of the text took: seconds by the clock, and seconds of processors."""

    wall: float
    cpu: float


class Contestant(NamedTuple):
    """A name, and what reads the whole text once."""

    name: str
    read: Callable[[], Cost]


def main() -> None:
    """Prints one line for each contestant: words a second by clock and by processor, and its ratio to Dragoman."""
    options = read_options()
    reports = make_reports(options.file.read_text(encoding="utf-8").splitlines())
    words = sum(len(s.tokens) for report in reports for s in parse_text(report, threads=options.threads).sentences)
    contestants = line_up(reports, options)
    costs: dict[str, list[Cost]] = {one.name: [] for one in contestants}
    for _ in range(options.rounds):
        for one in contestants:
            costs[one.name].append(one.read())
    rates = {name: rate(words, found) for name, found in costs.items()}
    if options.json:
        about = {"words": words, "rounds": options.rounds, "threads": options.threads, "load": os.getloadavg()}
        print(json.dumps({**about, "words_per_second": rates}, indent=2))
        return
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"{words} words, {options.rounds} rounds, {options.threads} threads, load {load}")
    first = rates["dragoman"]
    for name, found in rates.items():
        shown = "   ".join(f"{key} {found[key]:8.0f} ({first[key] / found[key]:6.2f} x)" for key in found)
        print(f"{name:16}{shown}")


def read_options() -> argparse.Namespace:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Measures words a second from raw text to parse.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--frog", help="the program Frog")
    parser.add_argument("--spacy", help="a Python that has spaCy")
    parser.add_argument("--spacy-model", type=Path, help="what spaCy trained")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def make_reports(lines: list[str], *, words: int = REPORT_WORDS) -> list[str]:
    """Puts lines together to reports of at least so many words; the last may be shorter.

    >>> make_reports(["Een twee.", "Drie.", "", "Vier."], words=3)
    ['Een twee. Drie.', 'Vier.']
    """
    reports, here = [], list[str]()
    for line in filter(None, map(str.strip, lines)):
        here.append(line)
        if sum(len(one.split()) for one in here) >= words:
            reports.append(" ".join(here))
            here = []
    return [*reports, " ".join(here)] if here else reports


def line_up(reports: list[str], options: argparse.Namespace) -> list[Contestant]:
    """Gives those that can run here, Dragoman first."""
    contestants = [Contestant("dragoman", lambda: timed(lambda: read_all(reports, options.threads)))]
    if importlib.util.find_spec("onnx") is not None:
        encoder, batches = cut_encoder(options.threads), record_batches(reports, options.threads)
        contestants.append(Contestant("bare encoder", lambda: timed(lambda: encode(encoder, batches))))
    if options.frog is not None:
        opening = run_frog(options.frog, ["Ja."], options.threads)
        contestants.append(Contestant("frog", lambda: less(run_frog(options.frog, reports, options.threads), opening)))
    if options.spacy is not None:
        for processes in range(1, options.threads + 1):
            name = f"spacy, {processes} proc."
            contestants.append(Contestant(name, partial(run_spacy, options, reports, processes)))
    return contestants


def read_all(reports: list[str], threads: int) -> None:
    """Reads each report by itself."""
    for report in reports:
        parse_text(report, threads=threads)


def timed(read: Callable[[], None]) -> Cost:
    """Times something in this process, all of its threads together."""
    wall, cpu = time.perf_counter(), time.process_time()
    read()
    return Cost(time.perf_counter() - wall, time.process_time() - cpu)


def rate(words: int, costs: list[Cost]) -> dict[str, float]:
    """Gives words a second: the median and the best round by the clock, the median by one second of one processor."""
    wall, cpu = (statistics.median(one[at] for one in costs) for at in (0, 1))
    return {"median": words / wall, "best": words / min(one.wall for one in costs), "processor": words / cpu}


def less(cost: Cost, opening: Cost) -> Cost:
    """Takes off what opening takes."""
    return Cost(cost.wall - opening.wall, cost.cpu - opening.cpu)


def run_frog(program: str, reports: list[str], threads: int) -> Cost:
    """Reads the reports with Frog, without its chunks and morphemes: tokens, tags, lemmas, names and dependencies."""
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "text.txt"
        text.write_text("\n\n".join(reports) + "\n", encoding="utf-8")
        command = [program, "--skip=ac", f"--threads={threads}", "-t", str(text), "-o", str(Path(folder) / "out")]
        before, wall = spent_by_children(), time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, capture_output=True)  # noqa: S603 - as asked for
        return Cost(time.perf_counter() - wall, spent_by_children() - before)


def spent_by_children() -> float:
    """Gives the seconds of processors that programs started here have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run_spacy(options: argparse.Namespace, reports: list[str], processes: int) -> Cost:
    """Reads the reports with spaCy in its own environment, which times itself once its model is open."""
    command = [options.spacy, str(SPACY), str(options.spacy_model), str(processes)]
    given = json.dumps(reports)
    told = subprocess.run(command, input=given, capture_output=True, check=True, text=True)  # noqa: S603 - as above
    return Cost(**json.loads(told.stdout))


class Recorder:
    """Stands before a graph and keeps what it is given."""

    def __init__(self, graph: Any) -> None:  # noqa: ANN401 - onnxruntime ships no types
        """Keeps nothing yet."""
        self.graph = graph
        self.seen: list[Any] = []

    def run(self, names: list[str] | None, given: dict[str, Any]) -> Any:  # noqa: ANN401 - as above
        """Runs the graph, and keeps the pieces."""
        self.seen.append(given["ids"])
        return self.graph.run(names, given)


def record_batches(reports: list[str], threads: int) -> list[Any]:
    """Gives the batches of pieces that Dragoman makes of the reports when it reads each sentence once."""
    engine: Any = load_engine("nl", threads=threads)
    graph = engine._parser  # noqa: SLF001 - nobody else asks what the graph is given
    recorder = Recorder(graph)
    engine._parser = recorder  # noqa: SLF001
    for report in reports:
        engine.read([[token.of(report) for token in stretch.tokens] for stretch in find_sentences(report, "nl")])
    engine._parser = graph  # noqa: SLF001
    return recorder.seen


def cut_encoder(threads: int) -> Any:  # noqa: ANN401 - onnxruntime ships no types
    """Opens the encoder alone: the graph up to the last layer's output."""
    onnx = importlib.import_module("onnx")
    graph = onnx.load(str(WEIGHTS / "parser.onnx")).graph
    last = [name for node in graph.node for name in node.output if name.endswith(LAST_OF_ENCODER)][-1]
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = threads
    settings.add_session_config_entry("session.intra_op.allow_spinning", "0")  # as the package opens its graphs
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "encoder.onnx"
        onnx.utils.extract_model(str(WEIGHTS / "parser.onnx"), str(path), ["ids"], [last])
        return onnxruntime.InferenceSession(str(path), settings)


def encode(encoder: Any, batches: list[Any]) -> None:  # noqa: ANN401 - as above
    """Runs the encoder alone over all batches."""
    for ids in batches:
        encoder.run(None, {"ids": ids})


if __name__ == "__main__":
    main()
