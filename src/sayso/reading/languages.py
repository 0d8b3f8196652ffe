"""Name the language of an article."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

_CODE = re.compile(r"[a-z]{2,3}")
_NAMES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "spanish": "es", "russian": "ru",
    "ukrainian": "uk", "italian": "it", "portuguese": "pt", "dutch": "nl", "polish": "pl", "chinese": "zh",
    "japanese": "ja", "arabic": "ar", "turkish": "tr", "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "spa": "es",
}  # fmt: skip
# No word of a language: the code that ISO 639-2 keeps for "undetermined".
UNKNOWN = "und"
# So much of an article is looked at; py3langid reaches 0.969 on single paragraphs, and names the same language from twice
# as much for all 437 bodies of `pages/` and `article_extraction/`.
LOOKED_AT = 1500
# So much is enough to agree with what the page says of itself. On the 439 pages of Fundus and of the extraction benchmark
# it changes nothing.
GLANCED_AT = 500
# So much is enough where the page says nothing and the language is so sure: of 732 articles on text versions of pages of
# Fundus and of the extraction benchmark 665 are, and all of these are named the same from `LOOKED_AT`.
ENOUGH_ALONE = 300
SURE = 0.99
# A shorter text is too little to contradict what the page says of itself.
ENOUGH = 200
# Pages keep lang="en" from their template; the text overrules them only when it is this clear.
CLEAR = 0.999


def name_language(text: str, declared: str | None) -> str:
    """The ISO 639-1 code of the language of `text`: as the page declares it, unless a long text clearly differs."""
    said = _code(declared)
    if said is not None and len(text) < ENOUGH:
        return said
    if not any(letter.isalpha() for letter in text):
        return said or UNKNOWN
    if said is not None and _identifier()(text[:GLANCED_AT])[0] == said:
        return said
    if said is None and len(text) > ENOUGH_ALONE:
        glanced, sure = _identifier()(text[:ENOUGH_ALONE])
        if sure >= SURE:
            return glanced
    detected, probability = _identifier()(text[:LOOKED_AT])
    if said is None or (said != detected and probability >= CLEAR):
        return detected
    return said


def _code(declared: str | None) -> str | None:
    """The code in `en-GB`, `en_US`, `eng` or `English`; None for what names no language."""
    if not declared:
        return None
    name = declared.strip().lower().replace("_", "-").split("-")[0]
    name = _NAMES.get(name, name)
    return name if _CODE.fullmatch(name) and len(name) == 2 else None


@functools.cache
def _identifier() -> Callable[[str], tuple[str, float]]:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

    def classify(text: str) -> tuple[str, float]:
        language, probability = identifier.classify(text)
        return str(language), float(probability)

    return classify
