"""The words that name a time, each kind with what resolves it."""

from __future__ import annotations

import re
from collections.abc import Callable

from sayso.understanding.figures.numbers import NUMBER
from sayso.understanding.times.resolving import (
    Setting,
    leave_out,
    resolve_ago,
    resolve_ahead,
    resolve_day_range,
    resolve_decade,
    resolve_full_day,
    resolve_length,
    resolve_month,
    resolve_near_day,
    resolve_near_span,
    resolve_quarter,
    resolve_quarter_near,
    resolve_season,
    resolve_weekday,
    resolve_weekend,
    resolve_years,
)

Resolver = Callable[[re.Match[str], Setting], str | None]

_MONTH = (
    r"(?:Jan(?:uary\b|\.|\b)|Feb(?:ruary\b|\.|\b)|Mar(?:ch\b|\.|\b)|Apr(?:il\b|\.|\b)|May\b|June?\b\.?|July?\b\.?|Aug(?:ust\b|\.|\b)|"
    r"Sept?(?:ember\b|\.|\b)|Oct(?:ober\b|\.|\b)|Nov(?:ember\b|\.|\b)|Dec(?:ember\b|\.|\b))"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_YEAR = r"(?:1[6-9]|20)\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%:]|,\d{3}(?!\d)|\.\d)"
_THEN_YEAR = rf"(?:,?\s(?:of\s)?(?P<year>{_YEAR})(?!\d)|,?\s(?:of\s)?(?P<which>last|this|next)\syear\b)?"
# "Oct. 9, 11, 1981": the year of the last day is that of the first.
_MORE_DAYS = r"(?:(?:,\s\d{1,2})*,?\s(?:and\s)?\d{1,2}(?=,\s(?:1[6-9]|20)\d\d\b))?"
_TO = r"(?:\s?[-–—]\s?|\s(?:to|through|until)\s(?:on\s)?)"
_PART = r"(?:[\s-](?:morning|afternoon|evening|night|lunchtime)\b)?"
_WHICH = r"(?P<which>last|next|this past|this coming|this|past|coming)"
_COUNT = rf"(?P<count>{NUMBER}|an?\b|half an?\b)"
_UNIT = r"(?P<unit>hour|day|week|month|year|decade|century|centurie)(?P<many>s)?"
_VAGUE = r"(?:few|several|couple(?:\sof)?|many|some)"
_SEASON = r"(?P<season>winter|spring|summer|autumn|fall)"
_EDGE = r"(?:(?:early|late|mid|earlier|later)[\s-])?"
_BEFORE_MONTH = r"(?P<before>last|next|this past|this coming|this)\s"
_PLACED = (
    r"(?=[JFMASOND])(?:(?<=\bin )|(?<=\bIn )|(?<=\bsince )|(?<=\bSince )|(?<=\buntil )|(?<=\bby )|(?<=\bBy )|(?<=\bfrom )|(?<=\bof )|(?<=\bduring )|"
    r"(?<=\bbefore )|(?<=\bafter )|(?<=\bthrough )|(?<=\bthe )|(?<=early )|(?<=late )|(?<=mid-)|(?<=Early )|(?<=Late )|(?<=end of )|(?<=and ))"
)
_NOT_COUNTED = (
    r"(?!\d|[.,]\d|%|[-–]\d|\s(?:people|men|women|troops|soldiers|dollars|euros|pounds|rand|miles|kilomet|met(?:er|re)s|feet|votes|jobs|homes|calories|"
    r"words|workers|employees|tons|tonnes|acres|hectares|hours|percent|per cent|GMT|residents|students|cases|words|units)\b)"
)
# Tried in this order: words that an earlier kind takes are not read again, also when they resolve to nothing.
KINDS: tuple[tuple[re.Pattern[str], Resolver], ...] = (
    (re.compile(r"(?<![\d-])(?P<iso>(?:1[6-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)"), lambda found, _: found["iso"]),
    (re.compile(r"(?<![\d/])9/11(?![\d/])"), lambda *_: "2001-09-11"),
    (
        re.compile(
            rf"\b(?P<month>{_MONTH})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_TO}(?:(?P<until>{_MONTH})\s)?(?P<last>{_DAY}){_THEN_YEAR}"
        ),
        resolve_day_range,
    ),
    (
        re.compile(
            rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_TO}(?P<last>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<month>{_MONTH}){_THEN_YEAR}"
        ),
        resolve_day_range,
    ),
    (re.compile(rf"\b(?:{_WEEKDAY},?\s)?(?P<month>{_MONTH})\s(?P<day>{_DAY}){_MORE_DAYS}{_THEN_YEAR}"), resolve_full_day),
    (
        re.compile(rf"\b(?:{_WEEKDAY},?\s)?(?:the\s)?(?<![\d.,/])(?P<day>{_DAY})\s(?:of\s)?(?P<month>{_MONTH})(?![a-z]){_THEN_YEAR}"),
        resolve_full_day,
    ),
    (
        re.compile(
            rf"\b{_EDGE}(?P<month>{_MONTH})(?:,?\s(?:of\s)?(?P<year>{_YEAR})(?!\d)|,?\s(?:of\s)?(?P<which>last|this|next)\syear\b)"
        ),
        resolve_month,
    ),
    (re.compile(rf"\b(?:{_BEFORE_MONTH}){_EDGE}(?P<month>{_MONTH})(?! [A-Z])"), resolve_month),
    (re.compile(rf"{_PLACED}(?P<month>{_MONTH})(?!\s\d|\s[A-Z])"), resolve_month),
    (
        re.compile(rf"(?i:\b{_SEASON}(?:\sof|\sin)?,?\s(?P<year>{_YEAR})(?:[-–/]\d\d(?:\d\d)?)?)(?!\d)"),
        resolve_season,
    ),
    (re.compile(rf"(?i:\b(?:earlier |later )?{_WHICH}\s{_SEASON}\b)"), resolve_season),
    (
        re.compile(
            rf"(?i:\b(?P<order>first|second|third|fourth)[\s-](?P<size>quarter|half)\s(?:of\s)?(?:(?P<year>{_YEAR})\b|(?P<which>last|this|next)\syear\b))"
        ),
        resolve_quarter,
    ),
    (re.compile(rf"\bQ(?P<q>[1-4])\s(?:of\s)?(?P<year>{_YEAR})(?!\d)"), resolve_quarter),
    (re.compile(r"(?i:\b(?P<which>last|this|next) quarter\b)(?!s)"), resolve_quarter_near),
    (re.compile(r"(?<![\w$£€.,])(?:(?:early|mid|late)-?)?(?P<decade>(?:1[6-9]|20)\d0)[’']?s\b"), resolve_decade),
    (re.compile(r"[’'‘](?P<decade>[1-9]0)s\b"), resolve_decade),
    (re.compile(r"(?<![\d$£€.,/–-])(?P<first>(?:19|20)\d\d)[-–/](?P<last>(?:19|20)\d\d|\d\d)(?![\d/–-]|,\d)"), resolve_years),
    (
        re.compile(
            rf"(?i:\b(?:(?:a\s|the\s)?(?P<vague>{_VAGUE}\s)|{_COUNT}[\s-])(?P<half>and\sa\shalf\s)?(?:short\s|long\s|full\s)?{_UNIT}(?:\sand\sa\shalf)?\sago\b)"
        ),
        resolve_ago,
    ),
    (re.compile(rf"(?i:\b(?:in\s)?{_COUNT}[\s-]{_UNIT}(?:[’']\stime|\sfrom\snow)\b)"), resolve_ahead),
    (
        re.compile(
            rf"(?i:\b(?:(?P<over>over|in|during|for|within|throughout|across)\s)?(?:the|these|this)\s(?P<side>last|past|next|coming)\s"
            rf"(?:(?P<vague>{_VAGUE}\s(?:of\s|more\s)?)|{_COUNT}[\s-](?:or\sso\s)?)?{_UNIT}\b(?P<half>\sand\sa\shalf\b)?)(?![’'])"
        ),
        resolve_length,
    ),
    (re.compile(rf"\b(?:Black|Super|Good|Ash|Cyber|Bloody|Giving|Palm|Easter|Maundy)\s{_WEEKDAY}\b"), leave_out),
    # The name of a programme, "a Tuesday or a Sunday" as any such day.
    (re.compile(rf"(?<=[\"“'‘])(?:[A-Z][\w.&]*\s){{1,3}}{_WEEKDAY}(?=[,.]?[\"”'’])"), leave_out),
    (re.compile(rf"\ban?\s{_WEEKDAY}(?:,\s{_WEEKDAY})*,?\s(?:or|and)\s(?:an?\s)?{_WEEKDAY}\b"), leave_out),
    (
        re.compile(
            rf"\b{_WEEKDAY}\s(?:Times|Mail|Night\s(?:Football|Live)|Telegraph|Mirror|Express|Herald|Post|Star|Tribune|Independent|World)\b"
        ),
        leave_out,
    ),
    (
        re.compile(
            rf"\b(?i:(?:early|late|later|earlier)\s(?:on\s)?)?(?i:{_WHICH}\s)?(?P<weekday>{_WEEKDAY})(?P<many>s\b|\s(?:mornings|afternoons|evenings|nights)\b)?{_PART}"
            r"(?:,?\s(?:of\s)?(?P<week>last|this|next)\sweek\b)?(?![a-z])"
        ),
        resolve_weekday,
    ),
    (re.compile(rf"(?i:\b(?:(?:earlier|later|early|late)\s)?(?:{_WHICH}|over\sthe|at\sthe|the(?!\sweekend[’']s))\sweekend)\b(?!s|\sof\b)"), resolve_weekend),
    (
        re.compile(
            r"(?i:\b(?:(?:early|late|later|earlier)\s)?(?P<near>the\sday\s(?:before\syesterday|after\stomorrow)|today|tonight|yesterday|tomorrow|"
            r"last[\s-](?:night|evening)|this\s(?:morning|afternoon|evening)|later\sthis\sday))\b(?! Show\b)"
        ),
        resolve_near_day,
    ),
    (
        re.compile(
            r"(?i:\b(?:(?:earlier|later|early|late)\s)?(?P<which>last|this|next)[\s-](?P<size>week|month|year|decade|century))\b(?!\sof\b)"
        ),
        resolve_near_span,
    ),
    (
        re.compile(
            rf"(?<![\w$£€.,/#’'–-])(?:(?:early|mid|late)-)?(?P<year>(?:19|20)\d\d){_NOT_COUNTED}(?!\w|[/:]\d)"
            rf"|\b(?:(?:in|In|since|Since|until|by|from|of|before|after|circa)\s)(?P<old>1[6-8]\d\d){_NOT_COUNTED}(?!\w|[/:]\d)"
        ),
        lambda found, _: found["year"] or found["old"],
    ),
)  # fmt: skip
# Words without which a slow pattern need not be tried.
NEEDED: dict[Resolver, re.Pattern[str]] = {
    resolve_ago: re.compile(r"(?i:\sago\b)"),
    resolve_ahead: re.compile(r"(?i:from\snow\b|[’']\stime\b)"),
}
