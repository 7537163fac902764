"""The screen of ``dragoman evaluate``: the figures as a table, what was confused, and each miss in its sentence."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.views.cli.page import Page

if TYPE_CHECKING:
    from dragoman.corridor.evaluate.report import Miss
    from dragoman.corridor.evaluate.score import Score

IN_SETS = ("event f1", "status", "holder", "chain", "when exact", "parties f1", "timeline status")
"""What is shown of each set where there are several; JSON has all of it."""
HASH = 12
NAME = 26


def show_score(score: "Score", page: Page) -> list[str]:
    """Gives the figures with their intervals, each set by itself where there are several, and the statuses confused."""
    lines = [page.say("evaluated", reports=page.count("reports", score.reports), gold=score.gold[:HASH]), ""]
    for name, figure in score.figures.items():
        shown = f"{figure.right}/{figure.of}"
        lines.append(f"{name:32} {figure.value:6.3f}   [{figure.low:.3f}, {figure.high:.3f}]   {shown:>11}")
    return [*lines, *_sets(score, page), *_confusion(score, page)]


def _sets(score: "Score", page: Page) -> Iterator[str]:
    if not score.sets:
        return
    yield from ("", page.heading(page.say("evaluated_sets")))
    yield " " * NAME + "".join(f"{name:>17}" for name in IN_SETS)
    for name, values in score.sets.items():
        cells = (f"{values[each]:17.3f}" if each in values else f"{page.signs.dash:>17}" for each in IN_SETS)
        yield f"{name:{NAME}}" + "".join(cells)


def _confusion(score: "Score", page: Page) -> Iterator[str]:
    yield from ("", page.heading(page.say("evaluated_confusion")))
    pairs = [(count, *pair.split(">")) for pair, count in score.confusion.items()]
    for count, gold, read in sorted(pairs, reverse=True):
        if gold != read:
            yield f"{count:4} {gold} > {read}"


def show_misses(misses: Sequence["Miss"], page: Page) -> list[str]:
    """Gives every miss in its sentence, by what went wrong, the commonest first."""
    count = Counter(miss.what for miss in misses)
    lines = [f"{times:4} {what}" for what, times in count.most_common()]
    for what, times in count.most_common():
        lines += ["", page.heading(f"{what} ({times})")]
        for miss in (miss for miss in misses if miss.what == what):
            lines += ["", miss.report, *(f"  {line}" for line in _told(miss, page))]
    return lines


def _told(miss: "Miss", page: Page) -> Iterator[str]:
    yield page.say("evaluated_gold", gold=miss.gold)
    yield page.say("evaluated_read", read=miss.read)
    yield f"» {miss.sentence}"
