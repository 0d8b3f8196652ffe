"""Say what a line is from its own words alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate

from sayso.reading import dates, names
from sayso.records import PartKind

_I = re.IGNORECASE

# A line with one of these cues is furniture only when it is no longer than this: a paragraph may hold the same words.
# Chosen on the seeds and the examples, where no such line has half of it.
LONGEST_FURNITURE = 320

# The longest of the section labels below, "opinion & analysis", has 18 characters.
LONGEST_SECTION = 20

_TEMPLATE_KEY = re.compile(
    r"\{\{.*\}\}|\$\{.*\}|\[\[.*\]\]|%[A-Za-z_]+%|\{[\w.]+\}|[A-Za-z][\w-]*(?:[./:][\w-]+)+|\w+_\w+"
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?:[\w-]+\.)+(?:com|org|net|gov|edu|info|news|tv|example|eu|us|uk|au|ca|de|fr|ua|ru)(?:/\S*)?",
    _I,
)
_SOURCE_HEADER = re.compile(r"(?:used articles|used sources|sources?|references|works cited|quellen?)\s*:?", _I)
_SOURCES_INLINE = re.compile(r"(?:used articles|used sources|sources|references|quellen)\s*:\s*\S", _I)
_TAGS = re.compile(
    r"(?:tags?|topics?|keywords|filed under|related topics|more topics|schlagwörter|themen|stichwörter)\s*:", _I
)
_RELATED = re.compile(
    r"(?:read (?:also|more|next|on)|also read|see also|(?:you )?(?:may|might) (?:also )?like|related(?: \w+)?|"
    r"more (?:on|in|from|about) [^.]{2,60}|most (?:read|popular|viewed|shared)|recommended(?: for you)?|trending(?: now)?|"
    r"don[’']t miss|top stories|latest (?:stories|articles)|in this issue|what to read next|"
    r"das könnte sie auch interessieren|lesen sie (?:auch|mehr)|mehr zum thema|auch interessant|à lire aussi|"
    r"lire aussi|lea también|leggi anche)\s*:?",
    _I,
)
_RELATED_INLINE = re.compile(
    r"(?:read (?:also|more|next)|also read|see also|related(?: \w+)?|recommended|lesen sie auch|lire aussi)\s*:\s*\S",
    _I,
)
_DISCLAIMER = re.compile(
    r"^(?=.*\b(?:editor\w*|opinions?|views?|authors?|blogs?|columns?|publish\w*)\b).*\b(?:do(?:es)? not|may not|not)\s+"
    r"(?:always |necessarily )*(?:share|reflect|represent|endorse|coincide)\b.*\b(?:editor\w*|opinions?|views?|authors?|policy)|"
    r"\b(?:views|opinions) expressed\b|\ball rights reserved\b|^\s*(?:©|\(c\)|copyright\b)|"
    r"^(?:columns?|articles?|letters|comments|blogs?|texts|contributions)\b.{0,60}\b(?:opinions?|views?) of\b|"
    r"\bis (?:a title|part|a brand|published by) (?:of )?.{0,60}©|\bterms of (?:use|service)\b.*\bprivacy\b|"
    r"^responsibility for\b.*\b(?:lies|rests)\b|\b(?:imprint|impressum)\b",
    _I,
)
_AUTHOR_NOTE = re.compile(
    r"about the authors?\b|(?:the|our) (?:author|columnist|writer)\s*(?::|is\b)|über (?:den autor|die autorin)|"
    r"[^.]{3,60}\bis (?:a|an|the|our)\b[^.]{0,60}\b(?:columnist|journalist|reporter|correspondent|writer|editor|"
    r"essayist|fellow|professor)\b[^.]{0,60}\b(?:at|for|with|of|based|in)\b",
    _I,
)
_STRONG_AUTHOR_NOTE = re.compile(r"about the authors?\b|the author\s*:|über (?:den autor|die autorin)", _I)
# A note on the author opens with one of these, or says what somebody is.
_NOTE_OPENINGS = ("about the author", "the ", "our ", "über d")
_NOTE_LETTERS = frozenset("aAtToOüÜ")
_CAPTION = re.compile(
    r"(?:^|[\s(\[.])(?:photo(?:graph)?s?|pictures?|images?|foto|bild|illustration|graphic|pic|credit|photo credit|"
    r"image credit|picture credit)\s*(?::|\]|/| by )\s*\S|^\[(?:photo|image|video)\]|"
    r"\((?:getty images|epa|ap photo/[^)]*|[^()]{2,40}/(?:ap|afp|reuters|getty images|epa))\)$",
    _I,
)
_CREDIT = re.compile(
    r"(?:with )?(?:additional |further |extra )?(?:reporting|files?|material|input|inputs) (?:from|by)\b|"
    r".{2,120}\bcontributed (?:to|reporting)\b|(?:this \w+ )?(?:was )?(?:first|originally) (?:published|appeared)\b|"
    r"source\s*:\s*\S.{1,60}$|\((?:ap|afp|reuters|dpa|pa|upi|tass|xinhua|ansa|efe|kyodo)\)|"
    r"(?:reuters|afp|ap|dpa|associated press|agence france-presse)\W*$|(?:compiled|adapted) from\b",
    _I,
)
_SIGNED = re.compile(r"[—–-]{1,2}\s*[^\W\d_][\w .&'’-]{1,40}")
_PROMOTION = re.compile(
    r"(?:^|[.!?:] )sign up (?:for|to|here|now)\b|\b(?:free|our|daily|weekly) newsletters?\b|(?:^|[.!?:] )subscribe\b|"
    r"(?:^|, )(?:tell|send|e-?mail) (?:a friend|the editors?|us (?:your|at))\b|"
    r"\bwe use cookies\b|\bdownload (?:our|the) app\b|(?:^|[.!?:] )join (?:us|our|for \d)",
    _I,
)
_OPENS_PROMOTION = re.compile(
    r"follow (?:us|me)\b|advertise?ments?\b|(?:sponsored|advertorial|anzeige|werbung)\b|(?:story|article) continues\b|"
    r"(?:did|do|have) you (?:see|have|know|spot|got?)\b.*\?\s*(?:call|write|tell|contact|get|e-?mail|send)\b|"
    r"write to us\b|fehler gefunden\b|(?:support|donate to) (?:us|our)\b|listen to (?:this|the)\b|(?:click|tap) here\b|"
    r"get (?:our|the)\b.{0,60}\b(?:inbox|breakfast|alerts?)\b|this video\b|your browser\b|please enable\b|loading\b|"
    r"enable javascript\b",
    _I,
)
# A line in which these patterns find anything holds one of these words: to look for the words costs a tenth of that.
_PROMOTION_WORDS = ("sign up", "newsletter", "subscribe", "tell ", "send ", "mail ", "cookies", "download ", "join ")
_DISCLAIMER_WORDS = (
    "not", "expressed", "reserved", "©", "(c)", "copyright", "opinion", "view", "privacy", "responsibility for", "imprint",
    "impressum",
)  # fmt: skip
_CAPTION_SIGNS = (":", "/", "]", " by ", "images)", "(epa)")
_MAIL_LINE = re.compile(r".{0,120}\b[\w.+-]+@[\w-]+\.\w{2,}")
_NAVIGATION = re.compile(
    r"(?:more|all|latest|other|older|newer) (?:news|headlines|stories|articles)|home|menu|search|subscribe|log ?in|sign in|"
    r"register|next|previous|back|back to top|(?:load|show|see|view) (?:more|all)|skip to (?:main )?content|contact(?: us)?|"
    r"about(?: us)?|share(?: this)?(?: article)?|share on \w+|print|comments?|facebook|twitter|whatsapp|telegram|e-?mail|"
    r"copy link|save|startseite|mehr|teilen|weiter|zurück|close|advertise|privacy(?: policy)?|cookies?|e-paper|link copied!?",
    _I,
)
# What may stand around a link.
_BULLETS = "•*<>«»→←- \u00a0"
_BETWEEN_LINKS = re.compile(r"\s*[|•·]\s*|\s{2,}|\t+")
_HOLDS_LINKS = re.compile(r"[|•·\t]|\s\s")
_FIRST_LINK = re.compile(r"(?:home|share|subscribe|log ?in|sign in|menu|startseite|news|front page|print)\b", _I)
_OPINION_LABEL = (
    "opinion|opinions|column|comment|commentary|editorial|op-ed|opinion & analysis|meinung|kommentar|views|blogs?"
)
_SECTIONS = frozenset({
    "opinion", "opinions", "column", "comment", "commentary", "editorial", "op-ed", "opinion & analysis", "meinung",
    "kommentar", "views", "blog", "blogs", "news", "world", "politics", "business", "economy", "sport", "sports", "culture",
    "science", "technology", "tech", "health", "local", "national", "international", "europe", "analysis", "explainer",
    "investigation", "investigations", "feature", "features", "live", "breaking", "breaking news", "exclusive", "updated",
    "press release", "press releases", "society", "lifestyle", "travel", "arts", "education", "environment", "climate",
    "war", "ukraine", "asia", "africa", "americas", "middle east", "us", "uk", "shipping", "harbour", "interview", "video",
    "photo", "photos", "gallery",
})  # fmt: skip
_LABELS = re.compile(
    rf"(?:exclusive|updated?|live|breaking|analysis|video|photos?|gallery|interview|watch|urgent|just in|alert|eilmeldung|"
    rf"{_OPINION_LABEL})",
    _I,
)
# A line with a digit may be a date, one with a slash initials; the rest of its line is passed over.
_MAY_BE_DATE = re.compile(r"[\d/].*")
# What opens the key of a template that has a space.
_KEY_SIGNS = frozenset("{$[%")
_LABEL_SIGNS = "#• "
_BREADCRUMB = re.compile(r"[^\W_][\w &'’-]{0,30}(?:\s*[>»›]\s*[\w &'’-]{1,30}){1,4}")


@lru_cache(maxsize=4096)
def furniture_of(text: str) -> PartKind | None:
    """What a line is when its own words say so wherever it stands; None for prose and for what needs its place."""
    lowered = text.lower()
    may = _opened(lowered)
    for word, kinds in _MAY_HOLD.items():
        if word in lowered:
            may |= kinds
    return _furniture(text, may)


def kinds_of(texts: Sequence[str]) -> list[PartKind | None]:
    """What `furniture_of` says of every line of a page, none of which holds a line feed.

    The words that a line may hold are looked for on the page at once, and most lines are told by their letters alone.
    """
    lowered = [text.lower() if len(text) <= LONGEST_FURNITURE else "" for text in texts]
    page = "\n".join(lowered)
    ends = list(accumulate(map(len, lowered), lambda end, length: end + 1 + length))
    may = list(map(_opened, lowered))
    for word, kinds in _MAY_HOLD.items():
        at = page.find(word)
        while at >= 0:
            line = bisect_left(ends, at)
            may[line] |= kinds
            at = page.find(word, ends[line])
    for found in _MAY_BE_DATE.finditer(page):
        may[bisect_left(ends, found.start())] |= _NEEDS_LOOK
    return [
        _furniture(text, kinds) if kinds or not (" " in text or text.isalnum()) or text[0] in _KEY_SIGNS else None
        for text, kinds in zip(texts, may, strict=True)
    ]


@lru_cache(maxsize=4096)
def _furniture(text: str, may: int) -> PartKind | None:
    """What a line is by its words, given the bits of the kinds whose words it opens with or holds."""
    if (" " not in text or text[0] in _KEY_SIGNS) and is_template_key(text):
        return "template_key"
    if len(text) > LONGEST_FURNITURE:
        return None
    if dates.read_date_line(text) is not None:
        return "date"
    for kind, says in _WHOLE.items():
        if may & _BIT[kind] and says(text):
            return kind
    return "byline" if names.is_initials(text) else None


def _opened(lowered: str) -> int:
    """The bits of the kinds of which one of `_OPENINGS` opens a line in lower case, behind its bullets."""
    bare = lowered.lstrip(_BULLETS) if lowered[:1] in _BULLETS else lowered
    kinds = 0
    for opening, of_opening in _MAY_OPEN.get(bare[:2], ()):
        if bare.startswith(opening):
            kinds |= of_opening
    return kinds


def _holds(lowered: str, words: Sequence[str]) -> bool:
    for word in words:  # noqa: SIM110 (three times as fast as any() with a generator)
        if word in lowered:
            return True
    return False


def is_template_key(text: str) -> bool:
    """Whether a line is a key that a template should have filled: no space, joined by dots, slashes or underscores."""
    if text.isalnum() or (" " in text and text[0] not in "{$[%"):
        return False
    if not _TEMPLATE_KEY.fullmatch(text) or names.is_initials(text):
        return False
    if text[0] in "{$[%":
        return True
    joints = sum(text.count(joint) for joint in "./:")
    return not is_address(text) and ("_" in text or (joints >= 2 and text.islower()))


def is_address(text: str) -> bool:
    """Whether a line is nothing but a web address or the name of a site, such as `www.harbour.example`."""
    return _ADDRESS.fullmatch(text) is not None


def is_source_header(text: str) -> bool:
    """Whether a line opens a list of used sources."""
    return _SOURCE_HEADER.fullmatch(text) is not None


def is_related_header(text: str) -> bool:
    """Whether a line opens a list of other articles."""
    return _RELATED.fullmatch(text) is not None and len(text.split()) <= 9


def is_tags_header(text: str) -> bool:
    """Whether a line opens a list of tags that stands below it."""
    return _TAGS.fullmatch(text) is not None


def is_author_note(text: str, at_end: bool) -> bool:
    """Whether a line tells who the author is; most wordings count only at the end of an article."""
    # Most furniture is one word, or opens with another letter.
    if " " not in text or not (at_end or text[0] in _NOTE_LETTERS):
        return False
    lowered = text.lower()
    if not lowered.startswith(_NOTE_OPENINGS) and not (at_end and ("is a" in lowered or "is the" in lowered or "is our" in lowered)):  # fmt: skip
        return False
    return bool((_AUTHOR_NOTE if at_end else _STRONG_AUTHOR_NOTE).match(text))


def is_section(text: str) -> bool:
    """Whether a short line is a known section label or a breadcrumb."""
    bare = text.strip(_LABEL_SIGNS) if text[:1] in _LABEL_SIGNS or text[-1:] in _LABEL_SIGNS else text
    if len(bare) <= LONGEST_SECTION and bare.lower() in _SECTIONS:
        return True
    return (">" in text or "»" in text or "›" in text) and _BREADCRUMB.fullmatch(text) is not None


def is_label(text: str) -> bool:
    """Whether a short line is a label of a ticker item, such as "Exclusive"."""
    return _LABELS.fullmatch(text.strip("•# ")) is not None


def is_signature(text: str) -> bool:
    """Whether a line is a dash with a name: "— Harbour Agency"."""
    return text[0] in "—–-" and _SIGNED.fullmatch(text) is not None and text.lstrip("—–- ")[:1].isupper()


def is_navigation(text: str) -> bool:
    """Whether a line is a link of a menu, or several in a row."""
    bare = text.strip(_BULLETS)
    if _NAVIGATION.fullmatch(bare):
        return True
    if _HOLDS_LINKS.search(bare) is None:
        return False
    pieces = [piece for piece in _BETWEEN_LINKS.split(bare) if piece]
    short = all(len(piece.split()) <= 4 for piece in pieces)
    return short and (len(pieces) >= 3 or (len(pieces) == 2 and _FIRST_LINK.match(bare) is not None))


def _is_byline(text: str) -> bool:
    return names.says_by(text) and len(text) <= 120 and (bool(names.read_names(text)) or len(text.split()) <= 4)


def _is_promotion(text: str) -> bool:
    return _OPENS_PROMOTION.match(text) is not None or _finds(_PROMOTION, _PROMOTION_WORDS, text)


def _finds(pattern: re.Pattern[str], words: Sequence[str], text: str) -> bool:
    """Whether `pattern` finds anything in `text`, which can only be where one of `words` stands."""
    return _holds(text.casefold(), words) and pattern.search(text) is not None


_WHOLE: dict[PartKind, Callable[[str], bool]] = {
    "byline": _is_byline,
    "source_list": lambda text: is_source_header(text) or bool(_SOURCES_INLINE.match(text)),
    "navigation": is_navigation,
    "tags": lambda text: bool(_TAGS.match(text)) and len(text) <= 250,
    "related": lambda text: is_related_header(text) or (bool(_RELATED_INLINE.match(text)) and len(text) <= 200),
    "credit": lambda text: bool(_CREDIT.match(text)) and len(text) <= 200,
    "caption": lambda text: _finds(_CAPTION, _CAPTION_SIGNS, text),
    "disclaimer": lambda text: _finds(_DISCLAIMER, _DISCLAIMER_WORDS, text),
    "other": lambda text: _is_promotion(text) or ("@" in text and len(text) <= 150 and bool(_MAIL_LINE.match(text))),
}
# A line of a kind opens, behind its bullets, with one of these in lower case, or holds one of the words below: most lines
# do neither for any kind, and to look for that costs a tenth of the patterns.
_OPENINGS: dict[PartKind, tuple[str, ...]] = {
    "byline": ("words ", "story ", "text", "by", "von", "par", "por", "di", "door", "av", "af", "przez", "écrit par", "ein ",
               "eine ", "escrito por", "a cura di", "autor", "auteur", "testo", "tekst", "skribent", "journalist", "автор",
               "редактор"),
    "source_list": ("used ", "source", "references", "works cited", "quelle"),
    "navigation": ("more ", "all ", "latest ", "older ", "other ", "newer ", "home", "menu", "search", "subscribe", "log",
                   "sign", "register", "next", "previous", "back", "load ", "show ", "see ", "view ", "skip ", "contact",
                   "about", "share", "print", "comment", "facebook", "twitter", "whatsapp", "telegram", "e-mail", "email",
                   "copy ", "save", "startseite", "mehr", "teilen", "weiter", "zurück", "close", "advert", "privacy",
                   "cookie", "e-paper", "link "),
    "tags": ("tag", "topic", "keywords", "filed under", "related topics", "more topics", "schlagwörter", "themen",
             "stichwörter"),
    "related": ("read ", "also ", "see ", "you ", "may ", "might ", "related", "more ", "most ", "recommended", "trending",
                "don’t", "don't", "top stories", "latest ", "in this issue", "what to ", "das könnte", "lesen ", "mehr ",
                "auch ", "à lire", "lire ", "lea ", "leggi "),
    "credit": ("with ", "additional ", "further ", "extra ", "report", "file", "material", "input", "this ", "was ", "first",
               "originally", "source", "(ap)", "(afp)", "(reuters)", "(dpa)", "(pa)", "(upi)", "(tass)", "(xinhua)",
               "(ansa)", "(efe)", "(kyodo)", "reuters", "afp", "ap", "dpa", "associated press", "agence france-presse",
               "compiled", "adapted"),
    "other": ("follow ", "advert", "sponsored", "anzeige", "werbung", "story ", "article ", "did ", "do ", "have ",
              "write to us", "fehler gefunden", "support ", "donate ", "listen to ", "click ", "tap ", "get ", "this video",
              "your browser", "please enable", "loading", "enable javascript"),
}  # fmt: skip
_HELD: dict[PartKind, tuple[str, ...]] = {
    # What parts links in a row.
    "navigation": ("|", "•", "·", "\t", "  ", "\u00a0", "\u2002", "\u2003", "\u2009", "\u202f", "\u3000"),
    "credit": ("contributed",),
    "caption": ("photo", "pic", "image", "foto", "bild", "illustration", "graphic", "credit", "video]", "epa)", "/ap",
                "/afp)", "/reuters)"),
    "disclaimer": ("opinion", "view", "author", "editor", "policy", "reserved", "©", "(c)", "copyright", "terms of",
                   "responsibility", "imprint", "impressum"),
    "other": ("sign up", "newsletter", "subscribe", "tell ", "send ", "mail", "cookies", "download ", "join ", "@"),
}  # fmt: skip
# A bit for each kind, and one for lines with a digit or slash.
_BIT = {kind: 1 << at for at, kind in enumerate(_WHOLE)}
_NEEDS_LOOK = 1 << len(_WHOLE)


def _told_by(words_of: dict[PartKind, tuple[str, ...]]) -> dict[str, int]:
    """For each word the bits of the kinds that it may tell."""
    told: dict[str, int] = {}
    for kind, words in words_of.items():
        for word in words:
            told[word] = told.get(word, 0) | _BIT[kind]
    return told


_MAY_HOLD = _told_by(_HELD)
# By their first two letters, which tell most lines from all openings.
_MAY_OPEN: dict[str, list[tuple[str, int]]] = {}
for _opening, _bits in _told_by(_OPENINGS).items():
    _MAY_OPEN.setdefault(_opening[:2], []).append((_opening, _bits))
