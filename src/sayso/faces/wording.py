"""The words in which the faces of sayso tell numbers, times, kinds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.records import CannotMeasure, Claim, ConflictKind, OriginCount, OriginKind, Stance, StepReason

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip

STANCES: dict[Stance, str] = {
    "no_comment": "no comment",
    "denied": "denied",
    "question": "asked",
    "demand": "demanded",
    "predicted": "predicted",
    "hedged": "hedged",
    "opinion": "opinion",
    "asserted": "asserted",
}
CONFLICTS: dict[ConflictKind, str] = {
    "number": "Another number",
    "date": "Another date",
    "place": "Another place",
    "status": "Another state of affairs",
    "denial": "Denied",
    "superseded": "Updated later",
}
# Read between the two ends of a step: the voucher's side stands first.
STEPS: dict[StepReason, str] = {
    "says": "says it in",
    "via": "is passed on by",
    "credits": "is credited by",
    "copies": "is copied by",
    "covered_by": "is the credit that covers",
    "same": "is counted as one with",
    "relies": "is relied on by",
}
ORIGIN_KINDS: dict[OriginKind, str] = {
    "speaker": "speaker",
    "document": "document",
    "outlet": "outlet in its own voice",
}
# Where somebody says it in what another voice tells.
TOLD_STEP = "says it, as told by"
# In place of both ends, when a step leads from an outlet to itself.
OWN_STEP = "puts it in its own words"
STANDINGS: dict[str, str] = {"shown": "standing shown", "not_shown": "standing not shown"}

# The languages that turn up most in news archives; any other is told by its code.
LANGUAGES = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "en": "English", "es": "Spanish",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "sv": "Swedish",
    "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip

_TIME = re.compile(
    r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])"
    r"(?:-(?P<day>\d{2})(?:[T ](?P<clock>\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?P<offset>Z|[+-]\d{2}:?\d{2})?)?)?"
)


@dataclass(frozen=True, slots=True)
class Numbers:
    """The three numbers of a claim, which are only ever shown together.

    `origins` is the figure, or None when it cannot be measured; `origins_label` says what the figure counts.
    """

    articles: int
    outlets: int
    origins: str | None
    origins_label: str

    @property
    def articles_label(self) -> str:
        """The noun of `articles`."""
        return "article" if self.articles == 1 else "articles"

    @property
    def outlets_label(self) -> str:
        """The noun of `outlets`."""
        return "outlet" if self.outlets == 1 else "outlets"

    @property
    def line(self) -> str:
        """All three in one line."""
        origins = self.origins_label if self.origins is None else f"{self.origins} {self.origins_label}"
        return f"{counted(self.articles, 'article')} · {counted(self.outlets, 'outlet')} · {origins}"


def numbers_of(claim: Claim, count: OriginCount | CannotMeasure | None = None) -> Numbers:
    """The three numbers of `claim`, with `count` in place of its own count of origins if given."""
    figure, label = origins_in_words(count or claim.independent_origins)
    return Numbers(claim.counts.articles, claim.counts.outlets, figure, label)


def origins_in_words(count: OriginCount | CannotMeasure) -> tuple[str | None, str]:
    """The figure with what it counts: `("1–3", "origins")`, `("1", "credited, 33 give no source")`.

    Source: `origins.md`, "The two numbers": uncredited vouchers are always shown apart.
    """
    if isinstance(count, CannotMeasure):
        return None, f"cannot measure: {count.cannot_measure}"
    if not count.uncredited:
        return between(count.low, count.high), "origin" if count.high == 1 and count.low == 1 else "origins"
    credited = count.high - count.uncredited
    verb = "gives" if count.uncredited == 1 else "give"
    figure = between(min(count.low, credited), credited) if credited else "none"
    return figure, f"credited, {count.uncredited} {verb} no source"


def between(low: int, high: int) -> str:
    """`3`, or `1–3` when the ends differ."""
    return str(high) if low == high else f"{low}–{high}"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """`1 article`, `4 articles`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(names: tuple[str, ...] | list[str], most: int = 4) -> str:
    """The first `most` names in a row, with how many follow."""
    shown = list(names[:most])
    rest = len(names) - len(shown)
    if rest:
        return f"{', '.join(shown)} and {rest} more"
    return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]])) if shown else ""


def when(time: str | None) -> str:
    """An ISO 8601 time in words, `11 November 2024, 09:42 +01:00`; other text as found; `no date` for None."""
    if not time:
        return "no date"
    found = _TIME.fullmatch(time.strip())
    if not found:
        return time
    day = f"{int(found['day'])} " if found["day"] else ""
    told = f"{day}{MONTHS[int(found['month']) - 1]} {found['year']}"
    if found["clock"]:
        offset = {None: "", "Z": " UTC"}.get(found["offset"], f" {found['offset']}")
        told += f", {found['clock']}{offset}"
    return told


def day_in_words(time: str | None) -> str:
    """The day of an ISO 8601 time in words, without the clock."""
    return when(time).split(",")[0]


def days(first: str | None, last: str | None) -> str:
    """The days from `first` to `last`: `11–16 November 2024`."""
    begin, end = day_in_words(first), day_in_words(last)
    if begin == end or not last:
        return begin
    if not first:
        return end
    begin_words, end_words = begin.split(), end.split()
    while len(begin_words) > 1 and begin_words[-1] == end_words[-1]:
        begin_words.pop()
        end_words.pop()
    dash = "–" if len(begin_words) == 1 else " – "
    return f"{' '.join(begin_words)}{dash}{end}"


def language(code: str) -> str:
    """The English name of a language, or its code."""
    return LANGUAGES.get(code.split("-")[0].lower(), code)


def share(part: float) -> str:
    """A share of one as a whole percentage."""
    return f"{round(part * 100)}%"


def unquoted(words: str) -> str:
    """`words` without the quotation marks at their ends, to be set in quotation marks of ours."""
    return words.strip(' ,"“”„«»').removeprefix("‘")
