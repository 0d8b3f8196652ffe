"""What a person's name is made of, with what is none."""

from __future__ import annotations

import re

from sayso.understanding.speakers.vocabulary import HONORIFICS

# Capitalised words that open a run without being part of a name.
NOT_NAMES = {
    "the", "but", "and", "in", "on", "at", "for", "with", "from", "after", "before", "when", "while", "if", "as", "by", "like", "under",
    "however", "although", "since", "during", "this", "that", "these", "those", "it", "he", "she", "they", "we", "his", "her", "until",
    "their", "our", "its", "a", "an", "so", "yet", "or", "no", "not", "there", "here", "what", "who", "why", "how", "to", "even", "both",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "also", "only",
    "may", "june", "july", "august", "september", "october", "november", "december", "of", "western", "eastern", "northern", "southern",
    "i", "you", "my", "your", "where", "which", "then", "now", "still", "despite", "according", "because", "about", "over", "into", "than",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "former", "republican", "democratic", "democrat",
    "rival", "conservative", "liberal", "billionaire", "meanwhile", "though", "yes", "was", "is", "are", "did", "does", "has", "had", "can",
    "should", "would", "could", "let", "unlike", "without", "through", "between", "among", "following", "given", "all", "some", "many",
    "photo", "image", "video", "read", "watch", "more", "related", "updated", "published", "mr", "mrs", "ms", "dr", "independent", "gop", "cbs", "nbc", "abc",
    "cnn", "fox", "tory", "labour", "longtime", "fellow", "top", "senior", "once", "earlier", "later", "today", "perhaps", "just", "never",
    "early", "half", "breaking", "asked", "speaking", "says", "said", "added", "dear", "hey", "thank", "thanks", "congratulations", "ex", "late", "young", "old", "new",
    "outgoing", "incoming", "afterward", "afterwards", "share", "caption", "getty", "epa", "afp", "ap", "reuters",
}  # fmt: skip
PLACE_STARTS = {"new", "north", "south", "east", "west", "san", "santa", "los", "las", "saint", "st", "st.", "united", "supreme", "super", "great",
                "wall", "white", "capitol", "hong", "sri", "puerto", "costa", "saudi", "el", "rio", "buenos", "abu", "cape", "fort", "mount", "lake",
                "black", "green", "big", "grand", "royal", "national", "international", "federal", "american", "world", "european", "social", "general"}  # fmt: skip
# Lower-case words that may stand in a role before a name, beside nouns for people.
ROLE_WORDS = {"former", "deputy", "vice", "senior", "chief", "campaign", "press", "foreign", "prime", "national", "security", "policy",
              "general", "executive", "assistant", "associate", "political", "presidential", "vice-presidential", "state", "federal", "district",
              "police", "real", "estate", "interim", "acting", "retired", "outgoing", "managing", "finance", "transport", "interior", "defense",
              "defence", "health", "communications", "party", "opposition", "majority", "minority", "house", "senate", "city", "county",
              "economics", "science", "history", "law", "research", "coast", "guard", "harbour", "fire", "army", "navy", "company", "union"}  # fmt: skip
# Capitalised words that are no part of a name but may be of a role.
ROLE_CAPITALS = {"new", "former", "republican", "democratic", "democrat", "conservative", "liberal", "labour", "tory", "fox", "cbs", "nbc", "abc", "cnn",
                 "gop", "senior", "top", "northern", "southern", "eastern", "western"}  # fmt: skip
# Nouns for people that stand before a noun as adjectives too.
ADJECTIVES = {"radical", "moderate", "liberal", "conservative", "progressive", "independent", "native", "fellow", "local", "evangelical",
              "millennial", "professional", "republican", "democrat", "militant", "black", "major", "principal", "head", "chief"}  # fmt: skip
# Two capitals before a name that tell an office; other pairs are initials ("TJ Prell").
OFFICE_CAPITALS = {"MK", "MP", "PM", "AG", "DA", "VP", "DI", "DS", "PC", "FM", "TD"}
# Nouns that tell how somebody stands to another, and no office.
RELATIONS = {
    "rival",
    "opponent",
    "friend",
    "colleague",
    "fellow",
    "critic",
    "mate",
    "teammate",
    "child",
    "son",
    "daughter",
}
# Short forms of given names, with the whole.
SHORT = {
    "bob": "robert", "bobby": "robert", "rob": "robert", "bill": "william", "will": "william", "billy": "william", "jim": "james", "jimmy": "james",
    "mike": "michael", "tom": "thomas", "tommy": "thomas", "dick": "richard", "rick": "richard", "rich": "richard", "joe": "joseph", "dan": "daniel",
    "danny": "daniel", "dave": "david", "steve": "steven", "ted": "edward", "ed": "edward", "tony": "anthony", "chris": "christopher", "matt": "matthew",
    "nick": "nicholas", "ben": "benjamin", "sam": "samuel", "ken": "kenneth", "ron": "ronald", "don": "donald", "tim": "timothy", "jeff": "jeffrey",
    "greg": "gregory", "andy": "andrew", "liz": "elizabeth", "beth": "elizabeth", "betsy": "elizabeth", "kate": "katherine", "kathy": "katherine",
    "sue": "susan", "debbie": "deborah", "barb": "barbara", "pat": "patricia", "jen": "jennifer", "maggie": "margaret", "peggy": "margaret",
    "chuck": "charles", "charlie": "charles", "larry": "lawrence", "jerry": "gerald", "fred": "frederick", "phil": "philip", "vince": "vincent",
    "alex": "alexander", "abby": "abigail", "becky": "rebecca", "cindy": "cynthia", "sandy": "sandra", "stephen": "steven", "bernie": "bernard",
}  # fmt: skip
# Words that tell whose relative somebody is.
RELATED = re.compile(
    r"\b(?:wife|husband|daughter|son|widow|widower|first lady|mother|father|brother|sister|niece|nephew|cousin)\b",
    re.IGNORECASE,
)
# What somebody is without holding any office.
NO_OFFICES = {
    "resident",
    "native",
    "witness",
    "survivor",
    "victim",
    "voter",
    "supporter",
    "backer",
    "fan",
    "neighbour",
    "neighbor",
    "suspect",
    "conservative",
    "liberal",
    "moderate",
}
_OWNING = re.compile(r"[’']s$")
SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}


def is_related(role: str) -> bool:
    """Whether `role` tells how somebody stands to another, and no office."""
    noun = re.split(r" (?:of|in|at|for|from|who|whose|on|near) ", role)[0].split()[-1]
    if role.split()[-1].lower() in RELATIONS or noun in NO_OFFICES:
        return True
    return RELATED.fullmatch(noun) is not None


def plain_words(words: list[str]) -> list[str]:
    """The words of a name in lower case, without nicknames in quotation marks and suffixes."""
    plain = [_OWNING.sub("", word.lower().strip(",")) for word in words if word[0] not in "“\"'‘("]
    kept = [word for word in plain if word.rstrip(".") not in SUFFIXES]
    return kept or plain


def name_words(name: str) -> list[str]:
    """The words of `name` in lower case, without what stands for "Mr" and the like."""
    return [word for word in plain_words(name.split()) if word.rstrip(".") not in HONORIFICS] if name.split() else []


def is_part(words: list[str], form: list[str]) -> bool:
    """Whether `words` are the surname, the given name, several of the last words, or first and last."""
    if len(words) == 1:
        return len(words[0]) > 1 and words[0] in (form[-1], form[0])
    return is_same(words, form)


def is_same(first: list[str], second: list[str]) -> bool:
    """Whether two names of two words or more are forms of one name."""
    short, long = sorted((first, second), key=len)
    if short == long:
        return True
    if len(short) == 1:
        return False
    if long[-len(short) :] == short or long[: len(short)] == short:
        return True
    if short[-1] != long[-1]:
        return False
    one, two = short[0], long[0]
    nickname = (one in SHORT and two.startswith(one)) or (two in SHORT and one.startswith(two))
    return one == two or nickname or SHORT.get(one, one) == SHORT.get(two, two)
