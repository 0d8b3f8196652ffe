"""Gather what is known of every line of a page into the rows that the model reads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sayso.reading import datelines, names
from sayso.reading.splitting import echoes, shapes
from sayso.reading.splitting.shapes import Numbers
from sayso.records import PartKind

# What the words of a line alone say, as `cues.furniture_of` and the finders of tickers tell it.
_SAID: Final[tuple[PartKind, ...]] = (
    "date", "byline", "navigation", "tags", "related", "credit", "caption", "disclaimer", "other", "source_list",
    "template_key", "ticker_item", "live_entry", "section", "author_note",
)  # fmt: skip
_COLUMN: Final = {kind: at for at, kind in enumerate(_SAID)} | {"ticker_header": _SAID.index("ticker_item")}
# Words that furniture of many sites shares, in the languages of the Fundus pages that use spaces, and a few that do not.
_FURNITURE: Final = re.compile(
    r"\b(?:share|subscri\w+|newsletters?|sign (?:in|up)|log ?in|menu|search|advert\w*|cookies?|privacy|terms|contact|about us|"
    r"copyright|rights reserved|follow|comments?|read (?:more|also|next)|more (?:from|on)|related|most (?:read|popular)|trending|"
    r"recommended|download|app|podcast|video|watch|gallery|facebook|twitter|whatsapp|telegram|linkedin|instagram|youtube|print|"
    r"teilen|abonn\w+|anmelden|registrier\w+|suche|anzeige|werbung|datenschutz\w*|impressum|kontakt|kommentare?|mehr|merken|"
    r"drucken|partager|s.abonner|connexion|recherche|publicité|confidentialité|mentions légales|lire aussi|commentaires?|"
    r"compartir|suscr\w+|iniciar sesión|buscar|publicidad|privacidad|aviso legal|contacto|comentarios?|más|leer|"
    r"condividi|abbonati|accedi|cerca|pubblicità|leggi|commenti|udostępnij|zaloguj|szukaj|reklama|regulamin|czytaj|"
    r"del|læs også|log ind|annonce|les også|logg inn|annonse|dela|logga in|läs mer|annons|prenumerera|"
    r"compartilh\w+|assine|entrar|busca|publicidade|leia|paylaş|giriş|abone|reklam|haber\w*|bagikan|baca juga|"
    r"поделиться|подпис\w+|войти|поиск|реклама|читайте|підпис\w+|пошук|читайте також|поділитися)\b|"
    r"広告|登録|会員|分享|订阅|訂閱|登录|로그인|구독|공유|댓글|광고|شارك|اشترك|تسجيل",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"https?://|www\.|\S@\S")
_CLOCK: Final = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b(?:19|20)\d\d\b")
# Longer lines are not searched for words of furniture.
LONGEST_FURNITURE: Final = 200

_PLAIN: Final = (
    "spaced", "spaced_after", "furniture_words", "address", "year", "name", "twin_before", "twin_after",
    *(f"says_{kind}" for kind in _SAID),
)  # fmt: skip
# These columns are also told of the lines around.
_NEIGHBOURLY: Final = (
    "length", "words", "capital_words", "ends_sentence", "ends_letter", "paragraph", "prose", "spaced", "furniture_words",
    "name", "says_date", "says_byline", "says_navigation", "says_related", "says_caption", "echo_near", "starts_bar",
)  # fmt: skip
_AROUND: Final = (-3, -2, -1, 1, 2, 3)
_WINDOWS: Final = (2, 4, 8, 16, 32)
_BASE: Final = (*shapes.NAMES, *echoes.NAMES, *_PLAIN)
NAMES: Final = (
    *_BASE,
    *(f"{name}{step:+d}" for step in _AROUND for name in _NEIGHBOURLY),
    *(f"{what}_{side}_{window}" for window in _WINDOWS for what in ("prose", "short") for side in ("before", "after")),
    "from_start", "from_end", "page_lines", "prose_before", "prose_after", "since_prose", "until_prose", "spacing", "first_prose", "dateline", "dateline_follows",
)  # fmt: skip


def gather(texts: Sequence[str], spaced: Sequence[bool], said: Sequence[PartKind | None]) -> Numbers:
    """One row for each line with the columns `NAMES`.

    `texts` are the lines, none of them blank; `spaced` tells before which a blank line stands; `said` is what the words
    of a line alone say of its kind.
    """
    own = shapes.measure(texts)
    prose = own[:, shapes.NAMES.index("prose")] > 0
    base = np.concatenate([own, echoes.listen(texts, prose), _plain(texts, spaced, said)], axis=1)
    wanted = [_BASE.index(name) for name in _NEIGHBOURLY]
    around = [_shifted(base[:, wanted], step) for step in _AROUND]
    columns = [base, *around, _stretches(own, prose, spaced), find_datelines(texts, prose)]
    return np.concatenate(columns, axis=1, dtype=np.float32)


def find_datelines(texts: Sequence[str], prose: NDArray[np.bool_]) -> Numbers:
    """Whether a dateline opens each line, and the next one."""
    told = np.zeros((len(texts), 2), np.float32)
    for at in np.flatnonzero(prose).tolist():
        told[at, 0] = datelines.read_dateline(texts[at][:LONGEST_FURNITURE]) is not None
    told[:-1, 1] = told[1:, 0]
    return told


def _plain(texts: Sequence[str], spaced: Sequence[bool], said: Sequence[PartKind | None]) -> Numbers:
    seen = Counter(texts)
    met: Counter[str] = Counter()
    rows = np.zeros((len(texts), len(_PLAIN)), np.float32)
    for at, text in enumerate(texts):
        row = rows[at]
        row[0] = spaced[at]
        row[1] = at + 1 >= len(texts) or spaced[at + 1]
        if len(text) <= LONGEST_FURNITURE:
            row[2] = len(_FURNITURE.findall(text)) / (1 + len(text) / 20)
        row[3] = _ADDRESS.search(text) is not None
        row[4] = len(text) <= LONGEST_FURNITURE and _CLOCK.search(text) is not None
        row[5] = names.is_name(text)
        row[6] = met[text] > 0
        row[7] = seen[text] - met[text] > 1
        met[text] += 1
        kind = said[at]
        if kind is not None and kind in _COLUMN:
            row[8 + _COLUMN[kind]] = 1
    return rows


def _shifted(columns: Numbers, step: int) -> Numbers:
    """The rows of the lines `step` further on; nothing beyond the page."""
    moved = np.zeros_like(columns)
    if step > 0:
        moved[:-step] = columns[step:]
    else:
        moved[-step:] = columns[:step]
    return moved


def _stretches(own: Numbers, prose: NDArray[np.bool_], spaced: Sequence[bool]) -> Numbers:
    """How much prose stands before and behind each line, near and on the whole page."""
    count = len(own)
    weight = np.where(prose, np.minimum(np.expm1(3 * own[:, 0]), 400) / 100, 0.0)
    short = (own[:, shapes.NAMES.index("long")] == 0).astype(np.float64)
    columns: list[NDArray[np.float64]] = []
    for window in _WINDOWS:
        for values in (weight, short):
            total = np.concatenate([[0.0], np.cumsum(values)])
            at = np.arange(count)
            columns.append(np.log1p(total[at] - total[np.maximum(at - window, 0)]))
            columns.append(np.log1p(total[np.minimum(at + 1 + window, count)] - total[at + 1]))
    total = np.cumsum(weight)
    whole = max(float(total[-1]), 1e-6)
    at = np.arange(count)
    told = np.flatnonzero(prose)
    before = np.searchsorted(told, at)
    since = np.where(before > 0, at - told[np.maximum(before - 1, 0)] if len(told) else 99, 99)
    behind = np.searchsorted(told, at, side="right")
    until = np.where(behind < len(told), told[np.minimum(behind, len(told) - 1)] - at if len(told) else 99, 99)
    columns += [
        np.log1p(at) / 3, np.log1p(count - 1 - at) / 3, np.full(count, np.log1p(count) / 3), (total - weight) / whole,
        1 - total / whole, np.log1p(np.minimum(since, 99)) / 2, np.log1p(np.minimum(until, 99)) / 2,
        np.full(count, float(np.mean(spaced))), (before == 0).astype(np.float64),
    ]  # fmt: skip
    return np.stack(columns, axis=1).astype(np.float32)
