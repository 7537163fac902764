"""Whose words a quote is: binds what stands in quote marks to the frame of saying that it belongs to."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from dragoman.claims.drafts import Draft, runs
from dragoman.claims.quotes import QuotedSpan
from dragoman.claims.sayings import Frame, Grammar
from dragoman.claims.sources import Sources
from dragoman.claims.speech import Span
from dragoman.model.parse import Parse
from dragoman.rules.tree import Tree

_NOTHING = re.compile(r"[\s,.;:!?…'\"’”“‘»«)(–—-]*")
_TITLE_WORDS = 5
_LEAST_WORDS = 4


class Quoted(msgspec.Struct, kw_only=True):
    """A quote, perhaps in several stretches, with the first and last sentence it touches."""

    spans: tuple[QuotedSpan, ...]
    first: int
    last: int
    draft: Draft | None = None

    @property
    def start(self) -> int:
        """Is where the first stretch starts."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Is where the last stretch ends."""
        return self.spans[-1].end


class Report:
    """One parsed report, as binding sees it: trees, drafts by sentence, and what resolves a speaker."""

    def __init__(
        self, *, text: str, parse: Parse, trees: Sequence[Tree], drafts: list[Draft], sources: Sources, grammar: Grammar
    ) -> None:
        self.text = text
        self.parse = parse
        self.trees = trees
        self.drafts = drafts
        self.sources = sources
        self.grammar = grammar
        self.constructions: dict[str, str] = {each.how: each.id for each in grammar.speech.constructions}

    def sentence_at(self, offset: int) -> int:
        """Gives the number of the sentence at an offset, or of the last one before it."""
        at = 0
        for number, sentence in enumerate(self.parse.sentences):
            if sentence.start <= offset:
                at = number
        return at

    def of_sentence(self, number: int) -> list[Draft]:
        """Lists the drafts of one sentence that may hold a quote."""
        return [draft for draft in self.drafts if draft.sentence == number and not draft.vague]

    def paragraph(self, number: int) -> int:
        """Gives the paragraph of a sentence."""
        return self.parse.sentences[number].paragraph


def bind_quotes(report: Report, quoted: Sequence[QuotedSpan]) -> list[Quoted]:
    """Binds each quote to a draft, or to none, and lets the draft govern it; gives the quotes that are speech."""
    quotes = [quote for quote in _gathered(report, quoted) if not _is_title(report, quote)]
    before: Quoted | None = None
    for quote in quotes:
        beside = _behind(report, quote) or _ahead(report, quote)
        if beside is not None and beside.frame.how == "object":
            beside.content = []  # the quote is what is said, not the clause of "zei X"
        quote.draft = (
            beside
            or _inside(report, quote)
            or _tag(report, quote)
            or _colon(report, quote)
            or _told_after(report, quote)
            or _beside(report, quote)
            or _alone(report, quote, before)
        )
        if quote.draft is not None:
            quote.draft.quoted += [(span.start, span.end) for span in quote.spans]
        before = quote
    return quotes


def _gathered(report: Report, quoted: Sequence[QuotedSpan]) -> Iterator[Quoted]:
    """Takes stretches that go on from paragraph to paragraph as one quote."""
    held: list[QuotedSpan] = []
    for span in quoted:
        if span.depth:
            continue
        held.append(span)
        if not span.continues:
            first, last = report.sentence_at(held[0].start), report.sentence_at(held[-1].end - 1)
            yield Quoted(spans=tuple(held), first=first, last=last)
            held = []
    if held:
        first, last = report.sentence_at(held[0].start), report.sentence_at(held[-1].end - 1)
        yield Quoted(spans=tuple(held), first=first, last=last)


def _is_title(report: Report, quote: Quoted) -> bool:
    """Tells whether a quote is only a name or title: a few words, each with a capital, and no verb."""
    words = _words(report, quote)
    few = 0 < len(words) <= _TITLE_WORDS
    return (
        few
        and all(text[:1].isupper() or upos in ("DET", "ADP", "NUM") for text, upos in words)
        and all(upos not in ("VERB", "AUX", "PRON") for _, upos in words)
    )


def _words(report: Report, quote: Quoted) -> list[tuple[str, str]]:
    found = []
    for number in range(quote.first, quote.last + 1):
        tree = report.trees[number]
        found += [
            (token.text, token.upos)
            for token in tree.tokens
            if token.upos != "PUNCT" and quote.start <= token.start and token.end <= quote.end
        ]
    return found


def is_speech(report: Report, quote: Quoted) -> bool:
    """Tells whether a quote that nobody is named for is still speech: some words with a verb."""
    words = _words(report, quote)
    return len(words) >= _LEAST_WORDS and any(upos in ("VERB", "AUX") for _, upos in words)


def _behind(report: Report, quote: Quoted) -> Draft | None:
    """Finds "'…', zei X" and "'…', aldus X": words of saying right behind the closing mark."""
    outer = quote.spans[-1].outer_end
    manner = report.grammar.speech.manner
    for draft in sorted(report.of_sentence(report.sentence_at(outer)), key=lambda each: each.cue):
        if draft.cue[0] < outer or draft.frame.how in ("noun", "anaphor", "infinitive"):
            continue
        between = report.text[outer : draft.cue[0]].lower()
        for word in manner:
            between = re.sub(rf"\b{re.escape(word)}\b", "", between)
        if _NOTHING.fullmatch(between) and (draft.frame.inverted or draft.frame.how != "clause"):
            return draft
    return None


def _ahead(report: Report, quote: Quoted) -> Draft | None:
    """Finds "X zei: '…'": words of saying right before the opening mark, and the halves of an interrupted quote."""
    outer = quote.spans[0].outer_start
    sentence = report.sentence_at(quote.start)
    found = [*report.of_sentence(sentence), *(report.of_sentence(sentence - 1) if sentence else [])]
    best: tuple[int, Draft] | None = None
    for draft in found:
        ends = [end for _, end in draft.words if end <= outer] + ([draft.cue[1]] if draft.cue[1] <= outer else [])
        if not ends or draft.frame.how in ("object", "noun", "anaphor"):
            continue
        end = max(ends)
        between = report.text[end:outer]
        joins = draft.sentence == sentence or between.strip().endswith(":")
        if joins and _NOTHING.fullmatch(between) and _leads(draft, between) and (best is None or end > best[0]):
            best = (end, draft)
    return None if best is None else best[1]


def _leads(draft: Draft, between: str) -> bool:
    """Tells whether words before a quote lead to it: a colon, or the verb's parenthesis within the quote."""
    return ":" in between or bool(draft.quoted) or draft.frame.how == "bare"


def _inside(report: Report, quote: Quoted) -> Draft | None:
    """Finds the nearest words of saying that govern a quote, by the tree."""
    holding = [
        draft
        for draft in report.drafts
        if not draft.vague and draft.holds(quote.start, quote.end) and not _within(quote, draft.cue)
    ]
    climbed = _climbed(report, quote)
    best = min(holding, key=lambda draft: draft.size) if holding else None
    if climbed is not None and (best is None or best.holds(*climbed.cue)):
        return climbed
    return best


def _within(quote: Quoted, span: Span) -> bool:
    return quote.start <= span[0] and span[1] <= quote.end


def _climbed(report: Report, quote: Quoted) -> Draft | None:
    """Finds the verb of saying that a quoted part of a sentence hangs on: "bedankte hem 'voor zijn moed'"."""
    if quote.first != quote.last:
        return None
    tree = report.trees[quote.first]
    tokens = [i for i in tree.at(quote.start, quote.end) if tree.tokens[i].upos != "PUNCT"]
    if not tokens:
        return None
    bearers = {
        draft.frame.index: draft for draft in report.of_sentence(quote.first) if draft.frame.how in ("bare", "object")
    }
    return next((bearers[at] for at in tree.ancestors(tree.top(tokens)) if at in bearers), None)


def _beside(report: Report, quote: Quoted) -> Draft | None:
    """Finds the verb of saying above a quoted part that the tree hangs beside what is said, not in it."""
    if quote.first != quote.last:
        return None
    tree = report.trees[quote.first]
    tokens = [i for i in tree.at(quote.start, quote.end) if tree.tokens[i].upos != "PUNCT"]
    bearers = {
        draft.frame.index: draft
        for draft in report.of_sentence(quote.first)
        if draft.links and draft.frame.how in ("clause", "infinitive") and draft.cue[1] <= quote.start
    }
    return next((bearers[at] for at in tree.ancestors(tree.top(tokens)) if at in bearers), None) if tokens else None


def _tag(report: Report, quote: Quoted) -> Draft | None:
    """Finds any verb right behind a quote with its subject after it: "'…', lachte de premier"."""
    if "tag" not in report.constructions or not is_speech(report, quote):
        return None
    outer = quote.spans[-1].outer_end
    number = report.sentence_at(outer)
    tree = report.trees[number]
    for index, token in enumerate(tree.tokens):
        if token.start < outer or token.upos == "PUNCT":
            continue
        subjects = [i for i in tree.dependents(index, "nsubj") if index < i <= index + 6]
        if token.upos != "VERB" or not subjects or not _NOTHING.fullmatch(report.text[outer : token.start]):
            return None
        words = [i for i in tree.subtree(index) if tree.tokens[i].start >= outer]
        return _made(report, "tag", number, index, subjects[:1], words)
    return None


def _colon(report: Report, quote: Quoted) -> Draft | None:
    """Finds "Trump na afloop: '…'": a name before a colon, and no verb beside it."""
    outer = quote.spans[0].outer_start
    number = report.sentence_at(quote.start)
    if number and report.parse.sentences[number].start >= outer:
        number -= 1
    if not report.text[:outer].rstrip().endswith(":"):
        return None
    tree = report.trees[number]
    before = [i for i, token in enumerate(tree.tokens) if token.end <= outer]
    return before_colon(report, number, before, sure=True) or _doer(report, number, before)


def _doer(report: Report, number: int, before: Sequence[int]) -> Draft | None:
    """Gives a draft to the subject of a deed that a quote after a colon spells out: "X hield de boot af: '…'"."""
    tree = report.trees[number]
    verbs = [i for i in before if tree.tokens[i].upos == "VERB" and tree.dependents(i, "nsubj")]
    if "colon" not in report.constructions or not verbs:
        return None
    verb = tree.top(verbs)
    subject = tree.dependents(verb, "nsubj")[0]
    if subject not in before or not report.sources.is_somebody(tree, subject):
        return None
    return _made(report, "colon", number, verb, [subject], [i for i in before if tree.tokens[i].upos != "PUNCT"])


def before_colon(report: Report, number: int, before: Sequence[int], *, sure: bool) -> Draft | None:
    """Gives a draft to whom the words before a colon name, if they hold no verb.

    Unless it is ``sure`` that speech follows, they must hold a name ("Weer: morgen regen", "Bron: ANP").
    """
    tree = report.trees[number]
    words = [i for i in before if tree.tokens[i].upos != "PUNCT"]
    nominal = [i for i in words if tree.tokens[i].upos in ("PROPN", "NOUN", "PRON")]
    if "colon" not in report.constructions or not nominal:
        return None
    if any(tree.tokens[i].upos in ("VERB", "AUX") for i in words):
        return None
    if not sure and any(tree.tokens[i].upos == "PUNCT" for i in before):
        return None  # a dateline, a list: more than a name stands there
    head = tree.top(words)
    head = head if head in nominal else nominal[0]
    if not sure and not report.sources.is_named(tree, head):
        return None
    return _made(report, "colon", number, head, [head], words)


def _told_after(report: Report, quote: Quoted) -> Draft | None:
    """Finds "'…' Dat zei X.": the sentence after a quote says whose it was."""
    after = quote.last + 1
    if after >= len(report.trees) or report.paragraph(after) != report.paragraph(quote.last):
        return None
    told = next((draft for draft in report.of_sentence(after) if draft.frame.how == "anaphor"), None)
    return told or (_retaken(report, after) if is_speech(report, quote) and _fills(report, quote) else None)


def _retaken(report: Report, number: int) -> Draft | None:
    """Finds "Met die woorden nam X afscheid": a sentence that takes up the quote before it as its subject's words."""
    tree = report.trees[number]
    nouns = [
        i
        for i in range(len(tree))
        if tree.lemma(i) in report.grammar.speech.retaken
        and any(tree.feature(each, "PronType") == "Dem" for each in tree.dependents(i, "det"))
    ]
    if "words" not in report.constructions or not nouns:
        return None
    verb = tree.clause(tree.tokens[nouns[0]].head) if tree.tokens[nouns[0]].head >= 0 else -1
    subjects = [i for i in tree.dependents(verb, "nsubj") if i not in nouns] if verb >= 0 else []
    if not subjects or not report.sources.is_somebody(tree, subjects[0]):
        return None
    return _made(report, "words", number, nouns[0], subjects[:1], tree.subtree(nouns[0]))


def _alone(report: Report, quote: Quoted, before: Quoted | None) -> Draft | None:
    """Gives a quote beside which nobody is named to whoever spoke last, in its paragraph or before it."""
    if "alone" not in report.constructions or not is_speech(report, quote) or not _fills(report, quote):
        return None
    paragraph = report.paragraph(quote.first)
    earlier = [
        draft
        for draft in report.drafts
        if draft.links
        and not draft.vague
        and draft.cue[1] <= quote.start
        and draft.frame.how != "object"
        and (draft.content or draft.quoted or draft.frame.how == "anaphor")
    ]
    last = max(earlier, key=lambda draft: draft.cue, default=None)
    if last is not None and report.paragraph(last.sentence) == paragraph:
        return _again(report, last, quote)
    joined = before is not None and before.draft is not None and report.paragraph(before.last) == paragraph - 1
    if joined and before is not None and before.draft is last and last is not None:
        return _again(report, last, quote)
    return None


def _fills(report: Report, quote: Quoted) -> bool:
    """Tells whether a quote fills its sentences, with nothing else in them."""
    start, end = report.parse.sentences[quote.first].start, report.parse.sentences[quote.last].end
    outside = report.text[start : quote.spans[0].outer_start] + report.text[quote.spans[-1].outer_end : end]
    return _NOTHING.fullmatch(outside) is not None


def _again(report: Report, draft: Draft, quote: Quoted) -> Draft:
    """Gives a draft of its own to a quote that an earlier speaker goes on with."""
    frame = msgspec.structs.replace(
        draft.frame, rule=report.constructions["alone"], how="alone", stance=None, content=()
    )
    made = Draft(
        frame=frame,
        sentence=quote.first,
        cue=draft.cue,
        links=draft.links,
        words=draft.words,
        hearsay=draft.hearsay,
        content=[],
        quoted=[],
    )
    report.drafts.append(made)
    return made


def _made(
    report: Report, how: str, number: int, index: int, heads: Sequence[int], words: Sequence[int]
) -> Draft | None:
    tree = report.trees[number]
    links = tuple(link for head in heads for link in report.sources.resolve_links(tree, head))
    token = tree.tokens[index]
    if not links:
        return None
    cue = report.text[token.start : token.end]
    made = Draft(
        frame=Frame(rule=report.constructions[how], type="say", index=index, how=how, words=tuple(words)),
        sentence=number,
        cue=(token.start, token.end),
        links=tuple(msgspec.structs.replace(link, cue=cue) for link in links),
        words=runs(tree, words),
        content=[],
        quoted=[],
    )
    report.drafts.append(made)
    return made
