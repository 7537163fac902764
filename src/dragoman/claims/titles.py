"""Which kind of event a title names, which is no sentence: by the first of its words that names or tells one."""

from dragoman.claims.triggers import SHORT, noun_lemmas, verb_lemmas
from dragoman.model.parse import Parse, Token
from dragoman.packs.shapes.cues import NounTrigger, VerbTrigger


def find_title_trigger(parse: Parse, *, end: int, language: str) -> tuple[Token, NounTrigger | VerbTrigger] | None:
    """Finds the word before ``end`` that names or tells an event, and the pack rule that knows it; nouns go first.

    For example "topoverleg" in "Topoverleg Trump – Kim".
    """
    tokens = [token for sentence in parse.sentences for token in sentence.tokens if token.start < end]
    for token in tokens:
        rule = next((rule for word in _words(token) if (rule := _noun(word, language)) is not None), None)
        if rule is not None:
            return token, rule
    for token in tokens:
        rules = [rule for word in _words(token) for rule in verb_lemmas(language).get(word, ())]
        if rules:
            return token, rules[0]
    return None


def _words(token: Token) -> tuple[str, ...]:
    return token.lemma.lower(), token.text.lower()


def _noun(word: str, language: str) -> NounTrigger | None:
    for lemma, rule in noun_lemmas(language):
        is_compound = len(lemma) >= SHORT and word.endswith(lemma)
        if word == lemma or ((is_compound or word.endswith(f"-{lemma}")) and word not in rule.never):
            return rule
    return None
