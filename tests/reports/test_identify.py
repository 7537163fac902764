"""Which language a text is in; the sentences are our own."""

import pytest

from dragoman.packs.load import languages
from dragoman.reports.identify import identify_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "De top tussen de twee landen gaat niet door, zegt de minister, maar er wordt nog gepraat."),
        ("nl", "Kim Jong-un en Moon Jae-in ontmoetten elkaar zaterdag in Panmunjom."),
        ("en", "The summit will not go ahead, the minister said, but the talks have not been broken off."),
        ("de", "Das Treffen findet nicht statt, sagte der Minister, aber die Gespräche werden fortgesetzt."),
        ("fr", "Le sommet n'aura pas lieu, a dit le ministre, mais les discussions se poursuivent dans la capitale."),
        ("es", "La cumbre no se celebrará, dijo el ministro, pero las conversaciones siguen en la capital."),
        ("it", "Il vertice non si terrà, ha detto il ministro, ma i colloqui continuano nella capitale."),
        ("pt", "A cúpula não será realizada, disse o ministro, mas as conversas continuam na capital do país."),
        ("af", "Die beraad sal nie plaasvind nie, het die minister gesê, maar hulle praat nog met die ander kant."),
        ("da", "Topmødet bliver ikke til noget, siger ministeren, men det er der også andre som har sagt før."),
        ("sv", "Toppmötet blir inte av, säger ministern, men det är också andra som har sagt det före honom."),
        ("pl", "Szczyt nie odbędzie się w tym roku, powiedział minister, ale rozmowy są dla nas ważne."),
        ("tr", "Zirve bu sene olmayacak, ancak görüşmeler için daha çok zaman var, dedi bakan ve gitti."),
        ("ru", "Саммит не состоится, сказал министр."),
        ("ko", "정상회담은 열리지 않을 것이라고 장관이 말했다."),
        ("zh", "部长说峰会不会举行。"),
        ("ar", "قال الوزير إن القمة لن تعقد."),
    ],
)
def test_a_language_is_told(language: str, text: str) -> None:
    assert identify_language(text) == language


@pytest.mark.parametrize(
    "text", ["", "123 456", "Kim Jong-un, Moon Jae-in, Donald Trump, Vladimir Poetin", "lorem ipsum dolor"]
)
def test_a_text_without_small_words_tells_nothing(text: str) -> None:
    assert identify_language(text) is None


def test_every_language_with_a_pack_can_be_told() -> None:
    from dragoman.packs.load import load_identify

    assert set(languages()) <= set(load_identify().words.languages)
