"""How a statement's content is put forward."""

from __future__ import annotations

import re

from sayso.records import Genre, Stance
from sayso.text.denials import is_denial

# First honest version: word lists, in the order of the design; the first that fits wins.
NO_COMMENT_CUE = re.compile(
    r"\b(?:declin\w+|refus\w+|did not|didn['’]t|would not|wouldn['’]t|could not|not immediately|ha[sd] not|have not|has yet|"
    r"no)\b.{0,40}\b(?:comment|respond|response|reply|repl(?:y|ied)|answer\w*|reaction|react\w*|speak|discuss|confirm)\b"
    r"|\bno comment\b",
    re.IGNORECASE,
)
NO_REACTION = re.compile(
    r"\b(?:no|not|without|yet to)\b.{0,40}\b(?:official )?(?:reaction|response|comment|react|respond|statement)\b",
    re.IGNORECASE,
)
QUESTION_CUE = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|wonder\w*|question(?:s|ed|ing)?|inquir\w+|enquir\w+)\b", re.IGNORECASE
)
DEMAND_CUE = re.compile(
    r"\b(?:demand\w*|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:on|for|upon)|order(?:s|ed|ing)?|insist(?:s|ed) that|"
    r"appeal(?:s|ed)?|request(?:s|ed|ing)?|asked? .{1,40} to|plead(?:s|ed)?|implor\w+|instruct\w*|warn(?:s|ed)? .{1,40} to)\b",
    re.IGNORECASE,
)
DEMAND_CONTENT = re.compile(
    r"\b(?:must|should|ought to|ha(?:s|ve) to|needs? to|let us|let['’]s|call(?:s|ed)? on|demand(?:s|ed)?|"
    r"urge[sd]?)\b",
    re.IGNORECASE,
)
PREDICTED_CUE = re.compile(
    r"\b(?:predict\w*|forecast\w*|expect(?:s|ed|ing)?|promis\w+|pledg\w+|vow\w*|anticipat\w+|project(?:s|ed)|plan(?:s|ned)? to|"
    r"foresee\w*|bet(?:s|ting)?)\b",
    re.IGNORECASE,
)
PREDICTED_CONTENT = re.compile(
    r"\b(?:will|won['’]t|shall|['’]ll|(?:is|are|was|were) (?:going|expected|set|due|likely|to be|bound|about) to|plans? to|"
    r"would (?:be|have|take|come|go|reopen|continue|remain|become|make|lead|not)|by (?:next|the end of)|"
    r"next (?:week|month|year)|unlikely to|likely to|expects? to)\b",
    re.IGNORECASE,
)
HEDGED = re.compile(
    r"\b(?:may|might|could|perhaps|possibl[ey]|probabl[ey]|allegedly|reportedly|apparently|appear(?:s|ed)?|seem(?:s|ed)?|"
    r"suggest(?:s|ed)?|suspect(?:s|ed)?|unclear|unconfirmed|presumably|potential(?:ly)?|believe[sd]?|understood to|"
    r"thought to|as if)\b",
    re.IGNORECASE,
)
OPINION = re.compile(
    r"\b(?:best|worst|great|terrible|awful|disgrace\w*|disgusting|beautiful|wonderful|shame\w*|pathetic|ridiculous|absurd|"
    r"outrageous|unacceptable|proud|tragic|horrible|amazing|brilliant|stupid|unfair|wrong|right thing|dangerous|"
    r"deserve[sd]?|I think|I feel|in my view|in (?:his|her|their) (?:view|opinion)|fortunately|unfortunately|sadly|"
    r"obviously|interestingly|of course)\b",
    re.IGNORECASE,
)
OPINION_CUE = re.compile(
    r"\b(?:critici[sz]\w*|prais\w+|condemn\w*|blam\w+|argu\w+|slam\w*|blast\w*|laud\w*|applaud\w*|lament\w*|mock\w*|"
    r"accus\w+|complain\w*|denounc\w+|hail\w*)\b",
    re.IGNORECASE,
)


def judge_stance(content: str, cue: str, genre: Genre, own: bool) -> Stance:
    """The first stance of the design's order that fits the words of a statement.

    `content` is what is said, `cue` the words that attribute it ("" for the article's own voice).
    """
    if NO_COMMENT_CUE.search(f"{cue} {content}" if not own else "") or (own and NO_REACTION.search(content)):
        return "no_comment"
    if is_denial(cue, content):
        return "denied"
    if content.rstrip("\"”’' ").endswith("?") or (QUESTION_CUE.search(cue) and not DEMAND_CUE.search(cue)):
        return "question"
    if DEMAND_CUE.search(cue) or DEMAND_CONTENT.search(content):
        return "demand"
    if PREDICTED_CUE.search(cue) or PREDICTED_CONTENT.search(content):
        return "predicted"
    if HEDGED.search(content) or HEDGED.search(cue):
        return "hedged"
    if OPINION_CUE.search(cue) or OPINION.search(content):
        return "opinion"
    return "asserted"
