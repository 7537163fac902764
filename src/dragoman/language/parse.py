"""Parsing: from a report's text to sentences of tokens with a tree, and names."""

from functools import cache

from dragoman.language.engine import Engine, Reading, load_engine
from dragoman.language.names import agree
from dragoman.language.sentences import Stretch, find_sentences, part_stretch
from dragoman.model.parse import Name, Parse, Sentence, Token


def parse_text(text: str, *, language: str = "nl", threads: int | None = None) -> Parse:
    """Read a text into sentences, tokens, a tree for each sentence, and names.

    All offsets count characters of `text` as it was given. The same text always gives the same parse. The model
    is opened at the first call. Raises `NoPack`, `ModelMissing` or `ModelDamaged`.

    For example in ``parse_text("De top is afgelast.")`` the third token is ``is``, lemma ``zijn``, relation
    ``aux:pass``.
    """
    engine = load_engine(language, threads=threads)
    stretches = find_sentences(text, language)
    readings = _read(text, stretches, engine)
    parts = [part_stretch(text, stretch, reading.starts) for stretch, reading in zip(stretches, readings, strict=True)]
    anew = iter(_read(text, [part for found in parts if len(found) > 1 for part in found], engine))
    pairs = [
        (part, next(anew) if len(found) > 1 else reading)
        for found, reading in zip(parts, readings, strict=True)
        for part in found
    ]
    return _parse(text, pairs, engine)


def parse_stretches(text: str, stretches: list[Stretch], engine: Engine) -> Parse:
    """Read sentences that are already found, for example those of a treebank."""
    return _parse(text, list(zip(stretches, _read(text, stretches, engine), strict=True)), engine)


def _read(text: str, stretches: list[Stretch], engine: Engine) -> list[Reading]:
    return engine.read([[token.of(text) for token in stretch.tokens] for stretch in stretches])


def _parse(text: str, pairs: list[tuple[Stretch, Reading]], engine: Engine) -> Parse:
    return Parse(
        sentences=tuple(_sentence(text, stretch, reading) for stretch, reading in pairs),
        names=agree([name for pair in pairs for name in _names(*pair)], text),
        model=engine.name,
    )


def _sentence(text: str, stretch: Stretch, reading: Reading) -> Sentence:
    tokens = stretch.tokens
    words = [token.of(text) for token in tokens]
    made = [
        Token(
            start=tokens[i].start,
            end=tokens[i].end,
            text=words[i],
            lemma=reading.lemmas[i],
            upos=reading.upos[i],
            head=reading.heads[i] - 1,
            deprel=reading.deprels[i],
            feats=_features(reading.feats[i]),
            arc_score=reading.arc_scores[i],
            parts=reading.parts[i],
        )
        for i in range(len(tokens))
    ]
    return Sentence(
        start=tokens[0].start,
        end=tokens[-1].end,
        tokens=tuple(made),
        paragraph=stretch.paragraph,
        cues=reading.cues,
    )


def _names(stretch: Stretch, reading: Reading) -> list[Name]:
    tokens = stretch.tokens
    return [
        Name(start=tokens[found.first].start, end=tokens[found.last].end, label=found.label, score=found.score)
        for found in reading.names
    ]


@cache
def _features(label: str) -> dict[str, str]:
    return {} if label == "_" else dict(pair.split("=", 1) for pair in label.split("|"))
