"""Which way a date points: the tense of what governs it."""

from dragoman.model.parse import Parse, Sentence, Token
from dragoman.model.vocabulary import Direction
from dragoman.packs.shapes.dates import TenseWords

_AUXILIARY = ("aux", "aux:pass", "cop")
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "SYM")
_PARTICIPLE = "Part"
_LINKED = ("conj", "appos", "flat", "fixed", "parataxis")
_ARGUMENTS = ("nsubj", "obj", "iobj")
_ATTRIBUTE = ("amod", "acl")
_MODIFIER = "nmod"


def direction_of(parse: Parse, *, start: int, end: int, tense: TenseWords) -> Direction | None:
    """Gives whether the words at ``start`` to ``end`` tell of what lies behind or ahead, None where that stays open.

    A day that hangs on a noun ("de top op 12 juni werd afgelast") takes nothing from the verb.
    """
    for sentence in parse.sentences:
        if sentence.start <= start < sentence.end:
            return _direction(sentence, start=start, end=end, tense=tense)
    return None


def may_hang_elsewhere(parse: Parse, *, start: int, end: int) -> bool:
    """Gives whether a date may say nothing of when its verb holds, whatever the tree says.

    So it is right behind a common noun ("that the summit on 12 June …") and as what is talked of ("found 12 June too
    early"). Then the nearest day is the surer reading.
    """
    for sentence in parse.sentences:
        if not sentence.start <= start < sentence.end:
            continue
        before = [token for token in sentence.tokens if token.end <= start]
        if len(before) > 1 and before[-1].upos == "ADP" and before[-2].upos == "NOUN":
            return True
        inside = [token for token in sentence.tokens if token.start < end and token.end > start]
        return any(token.deprel.split(":")[0] in _ARGUMENTS for token in inside)
    return False


def _direction(sentence: Sentence, *, start: int, end: int, tense: TenseWords) -> Direction | None:
    inside = [place for place, token in enumerate(sentence.tokens) if token.start < end and token.end > start]
    heads = [place for place in inside if sentence.tokens[place].head not in inside]
    # Adverbs and prepositions at the edge may hang elsewhere; the words with the most of the span decide.
    for place in sorted(heads, key=lambda each: _is_nominal(sentence.tokens[each]), reverse=True):
        found = _governed(sentence, place, tense=tense)
        if found is not None:
            return found
    return None


def _governed(sentence: Sentence, place: int, *, tense: TenseWords) -> Direction | None:
    """Climbs from a date to the verb or participle that it hangs on."""
    token = sentence.tokens[place]
    for _ in range(len(sentence.tokens)):
        if token.head < 0:
            told = _is_verbal(token) or _has_copula(sentence, place)
            return _of_clause(sentence, place, tense=tense) if told else None
        governor = sentence.tokens[token.head]
        if _is_attribute(sentence, token.head):
            return _of_participle(governor, tense=tense)
        if governor.upos in ("VERB", "AUX", "ADJ") or (
            _has_copula(sentence, token.head) and token.deprel.split(":")[0] != _MODIFIER
        ):
            verb = _matrix(sentence, place) if _is_infinitive(governor) else token.head
            found = _of_clause(sentence, verb, tense=tense)
            return _of_target(sentence, verb, found) if _aims(sentence, place, tense=tense) else found
        if token.deprel.split(":")[0] not in _LINKED:
            return None
        place, token = token.head, governor
    return None


def _matrix(sentence: Sentence, place: int) -> int:
    """Gives the verb over an infinitive whose date stands before all that is the infinitive's own, else the infinitive.

    In "he threatened Saturday the summit to cancel" (the Dutch order) the threat is of Saturday; in "he promised
    Saturday to come" it may be the coming. What stands before the finite verb is its own: "Thursday seemed it to fail".
    """
    own, tokens = sentence.tokens[place].head, sentence.tokens
    if place < tokens[own].head < own and _is_verbal(tokens[tokens[own].head]):
        return tokens[own].head
    others = [
        at
        for at, each in enumerate(tokens)
        if each.head == own and at != place and each.deprel not in ("mark", "punct")
    ]
    bare = not any(each.head == place and each.upos == "ADP" for each in tokens)
    if bare and tokens[own].head in range(place) and any(place < at < own for at in others) and min(others) > place:
        return tokens[own].head
    return own


def _aims(sentence: Sentence, place: int, *, tense: TenseWords) -> bool:
    """Tells whether a date is what something is set for or put off to: it says nothing of when that was done."""
    return any(each.head == place and each.deprel == "case" and each.lemma in tense.aiming for each in sentence.tokens)


def _of_target(sentence: Sentence, verb: int, found: Direction | None) -> Direction | None:
    """Points ahead to what a deed just done aims at; seen from a past that is told, it may lie on either side."""
    if found != "past" or not _is_participle(sentence.tokens[verb]):
        return found
    helpers = [token for token in sentence.tokens if token.head == verb and token.deprel in _AUXILIARY]
    past = any(_is_past(token) for token in helpers)
    return None if past or not helpers else "future"


def _of_participle(token: Token, *, tense: TenseWords) -> Direction:
    return "future" if token.lemma in tense.planned or token.text.lower().rstrip("e") in tense.planned else "past"


def _of_clause(sentence: Sentence, place: int, *, tense: TenseWords, depth: int = 0) -> Direction | None:
    verb = sentence.tokens[place]
    helpers = [token for token in sentence.tokens if token.head == place and token.deprel in _AUXILIARY]
    finite = next((token for token in (*helpers, verb) if token.feats.get("VerbForm") == "Fin"), None)
    lemmas = {token.lemma for token in helpers}
    stands_in = _is_infinitive(verb) and finite is not None and finite is not verb
    perfect = bool(lemmas & set(tense.perfect)) and (_is_participle(verb) or stands_in)
    if finite is None:
        return _of_infinite(sentence, place, perfect=perfect, tense=tense, depth=depth)
    past = _is_past(finite)
    if finite.lemma in tense.future or finite.lemma in tense.modal:
        return None if past else "past" if perfect and finite.lemma not in tense.future else "future"
    if finite is verb and verb.lemma in tense.saying:
        return "past"
    if perfect and not lemmas & set(tense.passive):
        return "past"
    if past:
        return "past"
    return "past" if _is_participle(verb) and finite.lemma in tense.perfect else "future"


def _of_infinite(sentence: Sentence, place: int, *, perfect: bool, tense: TenseWords, depth: int) -> Direction | None:
    """Tells of an infinitive: not yet done, unless it says "to have done"; a headline's participle is past."""
    verb = sentence.tokens[place]
    if perfect:
        return "past"
    if _is_infinitive(verb):
        over = verb.head
        if over >= 0 and depth < 3 and verb.deprel == "xcomp" and sentence.tokens[over].lemma not in tense.saying:  # noqa: PLR2004 - three verbs in a row are the most that occur
            found = _of_clause(sentence, over, tense=tense, depth=depth + 1)
            return found if sentence.tokens[over].lemma in (*tense.future, *tense.modal) else "future"
        return "future"
    if _is_participle(verb):
        if verb.deprel in ("conj", "xcomp") and verb.head >= 0 and depth < 3:  # noqa: PLR2004 - as above
            return _of_clause(sentence, verb.head, tense=tense, depth=depth + 1)
        return _of_participle(verb, tense=tense)
    return None


def _is_attribute(sentence: Sentence, place: int) -> bool:
    """Tells whether a token is a participle beside a noun ("the talks cancelled Sunday"), not the verb of a clause."""
    token = sentence.tokens[place]
    helped = any(each.head == place and each.deprel in _AUXILIARY for each in sentence.tokens)
    return _is_participle(token) and token.deprel.split(":")[0] in _ATTRIBUTE and token.head >= 0 and not helped


def _is_past(token: Token) -> bool:
    """Tells whether a finite verb is in the past: the plural of the present is the infinitive, "spraken" is not."""
    if token.feats.get("Tense") == "Past":
        return True
    plural = token.feats.get("Number") == "Plur" and token.feats.get("VerbForm") == "Fin"
    return plural and token.lemma.split("_")[-1] != token.text.lower()


def _has_copula(sentence: Sentence, place: int) -> bool:
    return any(token.head == place and token.deprel == "cop" for token in sentence.tokens)


def _is_participle(token: Token) -> bool:
    return token.feats.get("VerbForm") == _PARTICIPLE


def _is_infinitive(token: Token) -> bool:
    return token.feats.get("VerbForm") == "Inf"


def _is_verbal(token: Token) -> bool:
    return token.upos in ("VERB", "AUX")


def _is_nominal(token: Token) -> bool:
    return token.upos in _NOMINAL
