"""Number the words of a page, once for all that is measured of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

# Words of four letters or more, for shorter ones are mostly grammar; of scripts without spaces, pairs of letters. The
# line break is a token too, so that one pass over the page tells all lines apart.
_WORD = re.compile(
    r"[^\W\d_\u0e00-\u0e7f\u3040-\u318f\u3400-\u9fff\uac00-\ud7af]{4,}|[\u0e00-\u0e7f\u3400-\u9fff\uac00-\ud7af]{2}|\n"
)
# Words that share so many letters at their start count as one, whatever their endings.
STEM: Final = 6
# Words that the furniture of many sites shares, cut to their stems, in the languages of the Fundus pages.
_STEMS: Final = """
    abbona abone abonn abonne abonni abonné about accedi accoun advert alerts anmeld annonc annons anzeig articl
    assine aussi aviso baca bagika berita busca buscar cerca commen compar condiv confid connex contac cookie copyri
    czytaj datens dela downlo drucke email entrar facebo follow galler giriş haber haberl impres inicia instag
    juga kontak latest leer legal leggi leia linked lire logga login logout légale mehr member mentio menu merken
    mobile more newsle newsro notici notizi notíci nutzun nyhede nyhete også partag paylaş podcas popula prenum print
    privac promot pubbli public read recher recomm regist regula reklam relate reserv rights search sesión share
    shares signup sponso subscr suche suscri szukaj tags teilen telegr terms topics trendi twitte udostę verlag video
    videos watch werbun whatsa youtub zalogu войти новост подели подпис поділи поиск пошук підпис редакц реклам також
    читайт اشترك تسجيل شارك 会員 分享 広告 登录 登録 訂閱 订阅 공유 광고 구독 기사 뉴스 댓글 로그
"""
_FURNITURE: Final = frozenset(_STEMS.split())


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a page in order: the line and number of each, and whether a capital opens it.

    `furniture` says of each line how many of its words are among those of furniture.
    """

    count: int
    lines: NDArray[np.int64]
    numbers: NDArray[np.int64]
    capitals: NDArray[np.bool_]
    furniture: NDArray[np.int64]


def read_words(texts: Sequence[str]) -> Words:
    """The words of a page's lines, none of which holds a line break; linear in the characters."""
    tokens = _WORD.findall("\n".join(texts))
    forms = _Numbered({"\n": 0})
    said = np.fromiter(map(forms.__getitem__, tokens), np.int64, len(tokens))
    stems = _Numbered({"\n": 0})
    stem_of = np.array([stems[form[:STEM].lower()] for form in forms], np.int64)
    capital = np.array([form[0].isupper() for form in forms], np.bool_)
    of_furniture = np.zeros(len(stems), np.bool_)
    of_furniture[[stems[stem] for stem in _FURNITURE.intersection(stems)]] = True
    breaks = said == 0
    lines, numbers, told = np.cumsum(breaks), stem_of[said], ~breaks
    furniture = np.bincount(lines[of_furniture[numbers]], minlength=len(texts))
    return Words(len(texts), lines[told], numbers[told] - 1, capital[said[told]], furniture)


class _Numbered(dict[str, int]):
    """Gives every key that it is asked for a number, in order."""

    def __missing__(self, key: str) -> int:
        number = self[key] = len(self)
        return number
