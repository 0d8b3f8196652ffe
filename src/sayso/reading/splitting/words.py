"""Number the words of a page, once for all that is measured of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sayso.reading.splitting.shapes import BASIC_PLANE, Letters

# Words of so many letters or more, for shorter ones are mostly grammar; of scripts without spaces, pairs of letters.
SHORTEST: Final = 4
_LETTER, _PAIRED = 1, 2
_PAIRED_RANGES: Final = ((0x0E00, 0x0E7F), (0x3400, 0x9FFF), (0xAC00, 0xD7AF))
_KANA: Final = (0x3040, 0x318F)
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
# Odd, so that no power of it is lost: two stems of a page share a number once in some 10^13 pages.
_FACTOR: Final = np.uint64(0x9E3779B97F4A7C15)
_WITHIN: Final = np.arange(STEM)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a page, by number, then by line: both of each, and whether a capital opens it.

    `furniture` says of each line how many of its words are among those of furniture.
    """

    count: int
    lines: NDArray[np.int64]
    numbers: NDArray[np.int64]
    capitals: NDArray[np.bool_]
    furniture: NDArray[np.int64]


def read_words(page: Letters) -> Words:
    """The words of a page; linear in the characters."""
    kinds, lowered, capital = _tables()
    kind = kinds[page.places]
    opens = np.empty(len(kind), np.bool_)
    opens[:1] = True
    np.not_equal(kind[1:], kind[:-1], out=opens[1:])
    opens[page.starts] = True
    runs = np.flatnonzero(opens)
    lengths = np.append(runs[1:], len(kind)) - runs
    of_run = kind[runs]
    long = (of_run == _LETTER) & (lengths >= SHORTEST)
    firsts, sizes = runs[long], np.minimum(lengths[long], STEM)
    if (of_run == _PAIRED).any():
        paired = (of_run == _PAIRED) & (lengths > 1)
        pairs = lengths[paired] // 2
        within = np.arange(pairs.sum()) - np.repeat(np.cumsum(pairs) - pairs, pairs)
        firsts = np.concatenate([firsts, np.repeat(runs[paired], pairs) + 2 * within])
        sizes = np.concatenate([sizes, np.full(len(within), 2)])
        order = np.argsort(firsts)
        firsts, sizes = firsts[order], sizes[order]
    stems = _join(
        lowered[page.places[np.minimum(firsts[:, None] + _WITHIN, len(kind) - 1)]] * (sizes[:, None] > _WITHIN)
    )
    # By number, then by line: the place of each word takes the lowest bits, and a sort of numbers alone is the fastest.
    low = np.uint64((1 << len(stems).bit_length()) - 1)
    order = (np.sort((stems * _FACTOR & ~low) | np.arange(len(stems), dtype=np.uint64)) & low).astype(np.int64)
    stems, firsts = stems[order], firsts[order]
    numbers = np.zeros(len(stems), np.int64)
    np.cumsum(stems[1:] != stems[:-1], out=numbers[1:])
    of_furniture = _furniture()[np.searchsorted(_furniture()[:-1], stems)] == stems
    lines = page.lines[firsts]
    furniture = np.bincount(lines[of_furniture], minlength=page.count)
    return Words(page.count, lines, numbers, capital[page.places[firsts]], furniture)


@lru_cache(maxsize=1)
def _tables() -> tuple[NDArray[np.uint8], NDArray[np.uint64], NDArray[np.bool_]]:
    """Of every code point of the basic plane: whether words hold it, its lower case, whether it is a capital."""
    letters = [chr(point) for point in range(BASIC_PLANE)]
    kinds = np.zeros(BASIC_PLANE + 1, np.uint8)
    kinds[:-1] = [letter.isalnum() and not letter.isdecimal() for letter in letters]
    kinds[_KANA[0] : _KANA[1] + 1] = 0
    for first, last in _PAIRED_RANGES:
        kinds[first : last + 1] = _PAIRED
    lowered = np.zeros(BASIC_PLANE + 1, np.uint64)
    # The one letter whose lower case is two stays as it is.
    lowered[:-1] = [ord(lower if len(lower := letter.lower()) == 1 else letter) for letter in letters]
    capital = np.zeros(BASIC_PLANE + 1, np.bool_)
    capital[:-1] = [letter.isupper() for letter in letters]
    return kinds, lowered, capital


@lru_cache(maxsize=1)
def _furniture() -> NDArray[np.uint64]:
    """The numbers of the stems of furniture, as `read_words` gives them to its own, in order."""
    stems = [stem.ljust(STEM, "\0") for stem in _STEMS.split()]
    return np.sort(_join(np.array([[ord(letter) for letter in stem] for stem in stems], np.uint64)))


def _join(letters: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """One number for the letters of each word, given in a row of `STEM`."""
    numbers = letters[:, 0]
    for at in range(1, STEM):
        numbers = numbers * _FACTOR + letters[:, at]
    return numbers
