"""Words that deny."""

from __future__ import annotations

import re

# "Did not deny" and "can hardly dispute" leave a thing standing.
_UNDENIED = (
    r"(?<!not )(?<!n['’]t )(?<!never )(?<!cannot )(?<!hardly )(?<!nor )(?<!neither )(?<!refused to )(?<!declined to )"
)
_CUE = re.compile(
    rf"\b{_UNDENIED}(?:den(?:y|ies|ied|ying)|denials?|refut(?:e|es|ed|ing)|disput(?:e|es|ed|ing)|rebut(?:s|ted|ting)?|"
    r"disavow(?:s|ed|ing)?|debunk(?:s|ed|ing)?|rubbish(?:es|ed|ing)|contradict(?:s|ed|ing)?|t(?:ook|akes?|aking) issue with|"
    r"brush(?:es|ed|ing)? (?:off|aside)|shrug(?:s|ged|ging)? off|push(?:es|ed|ing)? back (?:on|against)|"
    r"(?:is|are|was|were)(?: not|n['’]t) buying|refus(?:es|ed|ing) to (?:admit|accept|concede|acknowledge))\b",
    re.IGNORECASE,
)
# One may also reject a plan or dismiss an aide: these deny only where an account follows.
_REJECTION = re.compile(
    rf"\b{_UNDENIED}(?:reject(?:s|ed|ing)?|rejection of|dismiss(?:es|ed|ing)?|dismissive of|scoff(?:s|ed|ing)? at)\b"
    r"|\b(?:is|was|were|been|being|be) (?:\w+ly |since |also )?(?:denied|rejected|dismissed|disputed|refuted)\b",
    re.IGNORECASE,
)
_ACCOUNT_WORDS = (
    r"(?:claim|accus|alleg|suggest|notion|idea|critici|charge|assert|argument|remark|comment|report|characteri|compar|"
    r"narrative|theor|rumou?r|speculat|concern|complaint|insinuat|question|talk|assessment|statement|fear|worr|finding|"
    r"perception|contention|premise|label|stor(?:y|ies)|attack|warning|poll|prediction|analys)"
)
_ACCOUNT = re.compile(rf"^\W*that\b|\b{_ACCOUNT_WORDS}", re.IGNORECASE)
# What is refused and not said to be untrue: "denied the request".
_REFUSED = re.compile(
    r"^\W*(?:(?:an?|the|any|his|her|their|its|this|that|these|those|my|our) )?(?:[\w'’]+ ){0,3}?"
    r"(?:requests?|motions?|bids?|bail|entry|access|visas?|petitions?|parole|permits?|permission|applications?|appeals?|"
    r"offers?|proposals?|nominations?|inquir(?:y|ies)|deals?|plans?|bills?|asylum|coverage|services?|funding|citizenship|"
    r"rights?|benefits)\b",
    re.IGNORECASE,
)
_ADVERBS = (
    r"(?: (?:simply|completely|totally|just|wholly|entirely|quite|plainly|absolutely|categorically|patently|blatantly|"
    r"utterly|demonstrably|clearly|all|both))?"
)
_CONTENT = re.compile(
    rf"\b(?:is|are|was|were|(?:it|that|he|she)['’]s|they['’]re){_ADVERBS} [\"“'‘]?"
    r"(?:not true|untrue|false|inaccurate|incorrect|not (?:correct|accurate|the case)|nonsense|a lie|lies|baseless|"
    r"unfounded|groundless|without (?:merit|foundation|basis)|fake|fabricated|"
    r"an? (?:complete |total |outright )?(?:fabrication|hoax|myth|falsehood|false \w+))\b"
    # "He is wrong" and "it is wrong to" judge.
    rf"|(?<!\bhe )(?<!\bshe )(?<!\bthey )(?<!\byou )(?<!\bwe )(?<!\bI )\b(?:is|are|was|were|it['’]s|that['’]s){_ADVERBS} "
    r"wrong\b(?! (?:to|for|with|that)\b)"
    r"|\b(?:there is|there['’]s|there was|has|have) (?:absolutely )?no (?:truth|basis|merit|foundation)\b"
    r"|\bnever happened\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    rf"\b{_UNDENIED}(?:(?:den(?:y|ies|ied)|disput(?:e|es|ed)|refut(?:e|es|ed)|reject(?:s|ed)?|dismiss(?:es|ed)?) "
    rf"(?:[\w'’]+ ){{0,3}}?{_ACCOUNT_WORDS}|(?:den(?:y|ies|ied)|disput(?:e|es|ed)) (?:that|having|being|any \w+ing)\b|"
    r"t(?:ook|akes?) issue with\b)",
    re.IGNORECASE,
)


def is_denial(cue: str, content: str) -> bool:
    """Whether `content`, attributed by `cue`, is put forward as untrue."""
    if _CONTENT.search(content):
        return True
    if _REJECTION.search(cue):
        return bool(_ACCOUNT.search(content)) and not _REFUSED.search(content)
    return bool(_CUE.search(cue)) and not _REFUSED.search(content)


def tells_of_denial(sentence: str) -> bool:
    """Whether `sentence`, without a cue apart, tells that somebody denies an account."""
    return bool(_REPORTED.search(sentence))


def without_denial(content: str) -> str:
    """`content` without the words that deny, so that what is denied can be compared."""
    return _CONTENT.sub(" ", content)
