"""Whether a voucher is shown to know what it vouches for."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.records import Speaker, Statement
from sayso.text.words import content_terms, without_article

# Offices and the records that they keep. Source: origins.md, "or their office keeps that record".
RECORDS: tuple[tuple[str, str], ...] = (
    (r"police|sheriff|constabulary|detective", r"arrest|detain|charg|suspect|custody|crime|robber|stabb|shot|shooting|investigat|crash|collision|dead|died|killed|injur|toll|evacuat|burglar|traffic|search"),
    (r"hospital|clinic|doctor|medical|health|ambulance|paramedic", r"patient|injur|treat|admitt|wound|died|dead|death|fell ill|ill\b|sick|case|poison|sympt"),
    (r"coast ?guard|lifeboat|maritime rescue", r"search|rescu|lost|missing|overboard|container|boxes|crew|vessel|ship|boat|strait|distress"),
    (r"court|judge|prosecut|tribunal|attorney", r"charg|sentenc|convict|ruling|ruled|trial|indict|plea|hearing|verdict"),
    (r"fire (?:brigade|department|service|chief)|firefighter", r"fire|blaze|burn|evacuat|rescu|smoke"),
    (r"election|electoral", r"vote|ballot|turnout|result|elect"),
    (r"statistic|bureau of|census|central bank", r"inflation|growth|unemploy|rate|gdp|economy|population|per ?cent"),
    (r"harbour|harbor|port authority|port master", r"port|harbour|harbor|strait|clos|reopen|ship|vessel|berth|container|channel"),
    (r"airline|airport|aviation", r"flight|passenger|plane|aircraft|crash|land|runway|crew"),
    (r"meteorolog|weather (?:office|service)|seismolog|geological survey", r"wind|storm|quake|magnitude|rain|temperature|gust|flood"),
    (r"ministry|minister|president|government|army|military|brigade|general staff|defen[cs]e", r"captur|forces|troops|soldier|army|military|fighter|policy|sanction|plan|budget|fund|aid"),
    (r"school|council|mayor|town hall", r"school|council|roof|budget|clos|repair|pupil|road|town"),
    (r"company|owner|shipping|line|operator|firm|manufactur", r"our|its|container|ship|vessel|cargo|lost|crew|staff|product|count|lash|fleet"),
)  # fmt: skip
WITNESS = re.compile(
    r"\b(?:who (?:was|were) (?:on|in|at|there|aboard|inside|near|standing|working|driving|walking)|saw|seen|witness\w*|watched|counted|"
    r"measured|examined|inspected|obtained|photograph\w*|filmed|reviewed|surveyed|sonar|recounted|calculated|"
    r"eyewitness\w*|who lives?|who helped|was there|were there|(?<!been )heard(?! (?:of|from)\b))\b",
    re.IGNORECASE,
)
# "Agnete Rusk, who keeps the register": of whoever stands before it.
KEEPS = re.compile(
    r",? who (?:keeps?|maintains?) (?:the|a) (?:\w+ )?(?:registers?|records?|logs?|books|rolls?|files?)\b"
)
KEPT = re.compile(r"\b(?:log|logbook|register|records?|rolls?|manifest)\b", re.IGNORECASE)
OWN_EYES = re.compile(
    r"\b(?:our (?:reporter|correspondent|photographer|own count|journalist)s?|(?:this|the) (?:newspaper|paper|reporter|website|"
    r"correspondent|journalist)(?:['’]s)? (?:saw|counted|watched|has seen|obtained|reviewed|visited|calculat\w+|analysis)|"
    r"a reporter for|seen by|obtained by|reviewed by|we (?:saw|counted|watched|visited|obtained|asked)|in front of (?:our|this)|"
    r"(?:told|shown to) (?:our|this) (?:reporter|newspaper)|a reporter (?:saw|watched|counted)|reporter (?:watched|saw|counted))\b",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|me)\b")
ACCEPTS = re.compile(
    r"\b(?:accept(?:s|ed)?|acknowledge[sd]?|does not dispute|do not dispute|did not dispute|aware of|takes? note|"
    r"has no reason to doubt|not in a position|agree[sd]?)\b",
    re.IGNORECASE,
)
OWN_STANCES = ("opinion", "predicted", "demand", "denied")


def speaker_standing(speaker: Speaker, statement: Statement, content: str, sentence: str, cue: str) -> str | None:
    """Why `speaker` is shown to know what `content` says, or None when the text does not show it.

    `sentence` is the sentence around the statement, `cue` its attributing words.

    Source: origins.md, "Standing".
    """
    if ACCEPTS.search(cue) or ACCEPTS.search(content):
        return None
    if statement.stance in OWN_STANCES:
        return f"it is their own {'view' if statement.stance == 'opinion' else 'word'}"
    if speaker.kind in ("person", "organisation") and statement.kind == "direct" and FIRST_PERSON.search(sentence):
        return "they speak of what they did"
    around = sentence.replace(content, " ")
    if speaker.kind == "document" and KEPT.search(speaker.name):
        return "it is the record that is kept"
    if any(KEEPS.match(sentence, one.end()) for one in re.finditer(re.escape(speaker.name), sentence)):
        return "the text says that they keep the record"
    witness = WITNESS.search(around) or WITNESS.search(cue)
    if witness:
        return f"the text says that they knew it at first hand (“{witness[0]}”)"
    who = f"{speaker.name} {speaker.role or ''} {speaker.affiliation or ''}"
    own = set(content_terms(who)) & set(content_terms(content))
    if own and speaker.kind in ("person", "organisation", "document"):
        return "it is about themselves or their body"
    for office, record in RECORDS:
        if re.search(rf"\b(?:{office})", who, re.IGNORECASE) and re.search(rf"\b(?:{record})", content, re.IGNORECASE):
            return "their office keeps that record"
    return None


# What an outlet named by its own name does to know a thing ("when the Echo visited", "the Lamp has seen the letter").
OUTLET_SAW = (
    r"(?:['’]s own)?(?:,? (?:which|who))? (?:(?:has|have|had|also|itself) ){0,2}(?:saw|seen|visited|counted|watched|obtained|reviewed|"
    r"measured|calculated|inspected|was there|were there|was shown|found out)\b"
)


def outlet_standing(sentence: str, outlet: str | None) -> str | None:
    """The words by which an article of `outlet` says that its own people saw or found it, or None."""
    found = OWN_EYES.search(sentence) or (_own_name(outlet).search(sentence) if outlet else None)
    return f"its own people saw or found it (“{found[0]}”)" if found else None


@lru_cache(maxsize=10_000)
def _own_name(outlet: str) -> re.Pattern[str]:
    """The outlet under its name or the last word of it, with what it does to know."""
    names = {without_article(outlet), outlet.split()[-1]} if not re.search(r"\w\.\w", outlet) else {outlet}
    told = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{told}){OUTLET_SAW}")
