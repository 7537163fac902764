"""Attribution: which source chain tells each stretch of a report, read from the parse and the quote marks."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from dragoman.claims.binding import Quoted, Report, before_colon, bind_quotes, is_speech
from dragoman.claims.drafts import Draft, merged, runs
from dragoman.claims.frames import find_frames
from dragoman.claims.quotes import find_quoted
from dragoman.claims.sayings import Frame, Grammar
from dragoman.claims.sources import Sources
from dragoman.claims.speech import Saying, Span, Speech
from dragoman.model.actor import ActorMention, Link
from dragoman.model.parse import Parse
from dragoman.model.reading import ReadQuote
from dragoman.packs.shapes.language import LanguagePack
from dragoman.rules.tree import Tree

_RETOLD = ("clause", "colon", "parenthesis", "according", "anaphor", "noun")
_CARRIERS = ("agency", "media")


def find_speech(
    parse: Parse,
    text: str,
    mentions: Sequence[ActorMention],
    pack: LanguagePack,
    *,
    outlet: Link | None = None,
) -> Speech:
    """Finds all that is said in a report: who says it through whom, in which stretches, and the quotes.

    ``mentions`` are the spans already resolved to actors, pronouns and definite descriptions among them.
    What governs what comes from the dependency tree; only for quotes, and for ", zei X" behind a sentence that
    the tree does not join, from what stands next to it within the sentence.
    """
    grammar = Grammar(pack)
    sources = Sources(text=text, mentions=mentions, names=parse.names, pack=pack.sources, by=pack.grammar.by)
    trees = [Tree(sentence) for sentence in parse.sentences]
    report = Report(text=text, parse=parse, trees=trees, drafts=[], sources=sources, grammar=grammar)
    for number, tree in enumerate(trees):
        report.drafts += _drafts(report, number, tree)
    _before_colon(report)
    quotes = bind_quotes(report, find_quoted(text, marks=pack.speech.marks))
    _carry_on(report)
    drafts = [
        draft for draft in report.drafts if (draft.content or draft.quoted) and not _steps_back_inside(draft, quotes)
    ]
    sayings = tuple(sorted((draft.saying() for draft in drafts), key=lambda saying: saying.cue))
    speech = Speech(outlet=outlet, credit=_credit(text, mentions, pack), sayings=sayings)
    return msgspec.structs.replace(speech, quotes=_read_quotes(report, speech, quotes, drafts))


def _steps_back_inside(draft: Draft, quotes: Sequence[Quoted]) -> bool:
    """Tells whether a construction of hearsay stands in somebody's own words, where the outlet has no part in it."""
    return draft.vague and any(quote.start <= draft.cue[0] < quote.end for quote in quotes)


# ---------------------------------------------------------------- sayings


def _drafts(report: Report, number: int, tree: Tree) -> Iterator[Draft]:
    report.sources.note_subjects(tree)
    made: dict[int, Draft] = {}
    for frame in find_frames(tree, grammar=report.grammar):
        draft = _draft(report, number, tree, frame)
        if draft is None:
            continue
        if frame.through is not None and frame.through in made:
            draft.content = list(made[frame.through].content)
        made[frame.index] = draft
        yield draft


def _before_colon(report: Report) -> None:
    """Finds headlines such as "Trump: top gaat door": what stands behind the colon is what the name says."""
    for number, tree in enumerate(report.trees):
        colons = [i for i, token in enumerate(tree.tokens) if token.text == ":"]
        if not colons or colons[0] + 1 >= len(tree) or report.of_sentence(number) or _is_credit(report, tree):
            continue
        draft = before_colon(report, number, range(colons[0]), sure=False)
        if draft is not None:
            draft.content = list(runs(tree, range(colons[0] + 1, len(tree))))


def _is_credit(report: Report, tree: Tree) -> bool:
    line = report.text[tree.sentence.start : tree.sentence.end]
    return any(re.search(rule.pattern, line) is not None for rule in report.grammar.speech.credits)


def _draft(report: Report, number: int, tree: Tree, frame: Frame) -> Draft | None:
    sources = report.sources
    if frame.how == "according" and not frame.takes_phrase and not sources.is_source(tree, frame.heads[0]):
        return None
    if _needs_somebody(frame) and not all(sources.is_somebody(tree, head) for head in frame.heads):
        return None
    spoken = frame.how != "bare"
    links = tuple(link for head in frame.heads for link in sources.resolve_links(tree, head, remember=spoken))
    if not links and frame.silent and frame.type == "say" and frame.how in ("bare", "parenthesis"):
        links = sources.goes_on(tree.tokens[frame.index].start)
    if frame.unnamed and not links:
        links = (sources.unnamed(),) if frame.type != "emerge" else ()
    token = tree.tokens[frame.index]
    cue = report.text[token.start : token.end]
    content = _said_before(report, number, links) if frame.how == "anaphor" else list(runs(tree, frame.content))
    return Draft(
        frame=frame,
        sentence=number,
        cue=(token.start, token.end),
        links=tuple(msgspec.structs.replace(link, cue=cue) for link in links),
        content=content,
        quoted=[],
        words=runs(tree, frame.words),
        vague=frame.how == "hearsay",
        hearsay=frame.hearsay
        or (bool(links) and all(sources.is_vague(link) for link in links))
        or (_is_unsure(report, tree, frame.content) and all(link.type == "unnamed" for link in links) and bool(links)),
    )


def _is_unsure(report: Report, tree: Tree, content: Sequence[int]) -> bool:
    """Tells whether what unnamed people say stands in "zou": the outlet then steps back from it."""
    forms = report.grammar.speech.carried
    told = tree.top(content) if content else -1
    return any(tree.tokens[i].text.lower() in forms for i in tree.dependents(told, "aux")) if told >= 0 else False


def _needs_somebody(frame: Frame) -> bool:
    """Tells whether the words say something only of somebody: a rack is fastened, a debate promises to be long."""
    return frame.how == "object" or (frame.how == "infinitive" and frame.type in ("promise", "threaten"))


def _said_before(report: Report, number: int, links: Sequence[Link]) -> list[Span]:
    """Gives what "Dat meldt X" governs: the sentence before; for an agency or paper, its paragraph up to there."""
    sentences = report.parse.sentences
    if number == 0:
        return []
    paragraph = sentences[number - 1].paragraph
    first = number - 1
    if links and all(link.type in _CARRIERS for link in links):
        while first > 0 and sentences[first - 1].paragraph == paragraph:
            first -= 1
    return [(sentences[first].start, sentences[number - 1].end)]


def _carry_on(report: Report) -> None:
    """Lets reported speech run on into sentences that are told in the same way: "Hij zou ook …"."""
    rule = report.constructions.get("carried")
    forms = set(report.grammar.speech.carried)
    for number in range(1, len(report.trees)):
        if rule is None or report.paragraph(number) != report.paragraph(number - 1):
            continue
        before = [
            draft
            for draft in report.drafts
            if draft.sentence == number - 1
            and draft.links
            and draft.content
            and not draft.vague
            and not draft.hearsay
            and draft.frame.how in ("clause", "parenthesis", "according", "carried")
        ]
        tree = report.trees[number]
        own = [draft for draft in report.drafts if draft.sentence == number and (draft.content or draft.quoted)]
        would = any(token.text.lower() in forms and token.upos == "AUX" for token in tree.tokens)
        if before and would and not own:
            last = before[-1]
            made = msgspec.structs.replace(last.frame, rule=rule, how="carried", stance=None)
            span = tree.span(range(len(tree)))
            report.drafts.append(
                Draft(
                    frame=made,
                    sentence=number,
                    cue=last.cue,
                    links=last.links,
                    content=[span],
                    quoted=[],
                    words=last.words,
                )
            )


# ---------------------------------------------------------------- quotes


def _read_quotes(
    report: Report, speech: Speech, quotes: Sequence[Quoted], drafts: Sequence[Draft]
) -> tuple[ReadQuote, ...]:
    found = [read for quote in quotes for read in _direct(report, speech, quote)]
    taken = merged([(read.start, read.end) for read in found])
    for draft in drafts:
        if _only_passes_on(draft, drafts):
            continue
        for span in _stretches(report, draft):
            if not _covered(taken, span) and all(read.start != span[0] for read in found):
                found.append(_quote(report, speech, draft.saying(), span, direct=False))
    return tuple(sorted(found, key=lambda read: (read.start, read.end)))


def _direct(report: Report, speech: Speech, quote: Quoted) -> Iterator[ReadQuote]:
    for span in quote.spans:
        if quote.draft is not None:
            yield _quote(report, speech, quote.draft.saying(), (span.start, span.end), direct=True)
        elif is_speech(report, quote):
            yield ReadQuote(start=span.start, end=span.end, direct=True, speakers=())


def _only_passes_on(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tells whether all that is said is that another said something: then the words are the other's."""
    for each in drafts:
        inside = each is not draft and each.sentence == draft.sentence and draft.holds(*each.cue)
        if not inside or each.frame.how != "clause" or not each.links:
            continue
        theirs = merged([*each.words, *each.content])
        if _shared(theirs, merged(draft.content)) * 10 >= draft.size * 9:
            return True
    return False


def _shared(spans: Sequence[Span], among: Sequence[Span]) -> int:
    return sum(max(0, min(b, end) - max(a, start)) for a, b in spans for start, end in among)


def _stretches(report: Report, draft: Draft) -> list[Span]:
    """Lists what a saying retells: one stretch, or two where a colon parts what stands before and behind it."""
    span = _retold(report, draft)
    if span is None:
        return []
    parts = [each for each in merged(draft.content) if span[0] <= each[0] and each[1] <= span[1]]
    cut = next((i for i in range(1, len(parts)) if ":" in report.text[parts[i - 1][1] : parts[i][0]]), None)
    if cut is None:
        return [span]
    return [(span[0], parts[cut - 1][1]), (parts[cut][0], span[1])]


def _retold(report: Report, draft: Draft) -> Span | None:
    """Gives the stretch of an indirect quote, or nothing where a saying retells no words."""
    if not draft.links or draft.vague or not draft.content:
        return None
    if draft.frame.how not in _RETOLD and not draft.frame.judges:
        return None
    if report.sources.is_nobody(draft.links):
        return None
    if draft.frame.how == "anaphor":
        return _retold_before(report, draft)
    told = draft.content[0][0], draft.content[-1][1]
    if any(a < told[1] and told[0] < b and not (told[0] <= a and b <= told[1]) for a, b in draft.quoted):
        return None
    return told


def _retold_before(report: Report, draft: Draft) -> Span | None:
    """Gives what "Dat heeft X meegedeeld" retells: the clause of "Zaterdag werd duidelijk dat …", or the sentence."""
    if all(link.type in _CARRIERS for link in draft.links):
        return None
    number = draft.sentence - 1
    inner = [each for each in report.drafts if each.sentence == number and each.frame.how == "clause"]
    if any(each.links for each in inner):
        return None
    if inner and inner[0].content:
        return inner[0].content[0][0], inner[0].content[-1][1]
    tree = report.trees[number]
    return tree.span(range(len(tree)))


def _quote(report: Report, speech: Speech, saying: Saying, span: Span, *, direct: bool) -> ReadQuote:
    """Gives a quote with its speakers and those through whom the report has it."""
    if report.sources.is_nobody(saying.links):
        return ReadQuote(start=span[0], end=span[1], direct=direct, speakers=())
    outer = [
        each
        for each in speech.sayings_at(*span)
        if each.cue != saying.cue and each.links and not each.vague and each.governs(*saying.cue)
    ]
    how = "hearsay" if saying.hearsay else "quoted" if direct else "reported"
    speakers = tuple(msgspec.structs.replace(link, evidentiality=how) for link in saying.links)
    names = {link.id or link.name for link in speakers}
    via = tuple(each.links[0] for each in outer if (each.links[0].id or each.links[0].name) not in names)
    return ReadQuote(start=span[0], end=span[1], direct=direct, speakers=speakers, via=via)


def _covered(spans: Sequence[Span], span: Span) -> bool:
    shared = sum(max(0, min(span[1], b) - max(span[0], a)) for a, b in spans)
    return shared * 2 > span[1] - span[0]


# ---------------------------------------------------------------- agency credits


def _credit(text: str, mentions: Sequence[ActorMention], pack: LanguagePack) -> Link | None:
    """Reads an agency's credit at the head or foot of a report: "(Belga)", "Bron: Reuters", "BRUSSEL (ANP) –"."""
    stripped = text.strip()
    for rule in pack.speech.credits:
        line = stripped.split("\n", 1)[0] if rule.place == "head" else stripped.rsplit("\n", 1)[-1]
        base = text.index(line) if rule.place == "head" else text.rindex(line)
        found = re.search(rule.pattern, line)
        if found is not None:
            start, end = base + found.start("name"), base + found.end("name")
            return _credited(text, start, end, mentions)
    return None


def _credited(text: str, start: int, end: int, mentions: Sequence[ActorMention]) -> Link:
    link = Link(name=text[start:end], type="agency", evidentiality="reported", start=start, end=end)
    for mention in mentions:
        actor = mention.actor
        if mention.start < end and start < mention.end and actor.type in _CARRIERS:
            return msgspec.structs.replace(link, name=actor.name, type=actor.type, id=actor.id, state=actor.state)
    return link
