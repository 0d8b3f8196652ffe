"""The words that tell titles, bodies and documents apart."""

from __future__ import annotations

import re
from functools import lru_cache

TITLES = (
    "(?:vice[- ])?(?:president|governor|mayor|senator|chancellor|premier|prime minister)[- ](?:elect|designate)|president|vice president|prime minister|deputy prime minister|minister|chancellor|senator|sen\\.|representative|rep\\.|"
    "congressman|congresswoman|governor|gov\\.|mayor|secretary|secretary of state|secretary general|attorney general|"
    "speaker|king|queen|prince|princess|pope|cardinal|bishop|archbishop|judge|justice|general|gen\\.|colonel|col\\.|"
    "lieutenant|lt\\.|captain|capt\\.|sergeant|sgt\\.|major|admiral|commander|director|chief|chairman|chairwoman|chair|"
    "commissioner|ambassador|professor|prof\\.|doctor|dr\\.?|mr\\.?|mrs\\.?|ms\\.?|miss|sir|lord|lady|dame|rabbi|imam|sheikh|"
    "spokesman|spokeswoman|spokesperson|foreign minister|officer|inspector|detective|sheriff|analyst|expert|lawyer|attorney|"
    "leader|nominee|candidate|coach|manager|editor|author|journalist|reporter|columnist|engineer|harbour master|"
    "councillor|warden|skipper|pilot|nurse|teacher|head|founder|owner|executive|ceo|strategist|adviser|advisor|pollster|"
    "(?:maj|major|brig|brigadier|lt|lieutenant)-gen(?:eral)?\\.?|brigadier|corporal|constable|cmdr\\.|adm\\.|supt\\.?|insp\\.|cllr\\.?|rev\\.?|reverend|baroness|"
    "duke|duchess|emir|sultan|ayatollah|activist|historian|scientist|researcher|economist|resident|witness|farmer|fisherman|envoy|premier|deputy|superintendent"
)
TITLE = re.compile(rf"(?:{TITLES})", re.IGNORECASE)
TITLE_WORD = re.compile(rf"(?<!\w)(?:{TITLES})(?!\w)", re.IGNORECASE)
HONORIFICS = {"mr", "mrs", "ms", "miss", "dr", "sir", "lady", "lord", "dame", "madam", "mr.", "mrs.", "ms.", "dr."}
HE = {"mr", "mr.", "sir", "lord", "king", "prince", "spokesman", "chairman", "congressman", "pope", "father", "brother", "husband",
      "fisherman", "policeman", "businessman"}  # fmt: skip
SHE = {"mrs", "mrs.", "ms", "ms.", "miss", "lady", "dame", "queen", "princess", "spokeswoman", "chairwoman", "congresswoman",
       "mother", "sister", "wife", "policewoman", "businesswoman"}  # fmt: skip

BODY = re.compile(
    r"\b(?:ministry|ministries|department|agency|agencies|police|council|party|university|committee|commission|court|office|"
    r"government|administration|embassy|union|association|federation|institute|academy|bank|company|corporation|group|"
    r"inc\.?|ltd\.?|corp\.?|plc|llc|gmbh|airlines?|airways|authority|authorities|service|guard|army|navy|force|forces|"
    r"campaign|congress|senate|house|parliament|hospital|school|church|foundation|organi[sz]ation|board|bureau|"
    r"newspaper|paper|magazine|network|channel|radio|television|times|post|news|journal|herald|tribune|courier|gazette|"
    r"guardian|telegraph|standard|ledger|observer|star|echo|chronicle|daily|weekly|mail|press|reuters|bloomberg|center|centre|"
    r"line|lines|shipping|shipowner|carrier|operator|team|brigade|regiment|fleet|kremlin|pentagon|white house|"
    r"wall street|un|nato|eu|state|pac|cooperative|co-operative|syndicate|guild|zoo|museum|airport|retailer|airline|studio|charity|college|institution|watchdog|regulator|laboratory|startup|fbi|cia|camp|politico|gallup|breitbart|buzzfeed|axios|huffpost|hamas|hezbollah|interpol|greenpeace|unicef|nasa|league|coalition|alliance|inc|assembly|bloc|company|chamber|tribunal|faction|militia|town hall|city hall|firm|society|trust|club|outlet|publication|website|blog|division|directorate|secretariat|inspectorate|branch)\b",
    re.IGNORECASE,
)
DOCUMENT = re.compile(
    r"\b(?<!-in-)(?:report|statement|poll|survey|study|letter|e-?mails?|memo|memorandum|documents?|lawsuit|filing|paper|transcript|"
    r"press release|release|analysis|article|book|post|tweet|records?|manifest|law|bill|indictment|complaint|data|figures|"
    r"brochure|leaflet|pamphlet|booklet|guide|guidance|memoir|novel|biography|column|editorial|op-ed|essay|ad|ads|commercial|video|videos|film|documentary|"
    r"audio|footage|message|messages|text|texts|speech|order|decree|legislation|act|treaty|agreement|suit|assessment|review|research|findings|census|"
    r"results|piece|movie|autobiography|advertisement|excerpt|dossier|plan|notice|bulletin|ruling|verdict|resolution|affidavit|story|stories|reports|polls|minutes|log|chart|proposal|measure|amendment|motion|petition)$",
    re.IGNORECASE,
)
UNNAMED = re.compile(
    r"\b(?:sources?|insiders?|anonym\w+|asked not to be (?:named|identified)|not authori[sz]ed|declined to be (?:named|identified)|"
    r"unnamed|unidentified|on condition of|(?:a|one) person (?:who|with|familiar)|people (?:familiar|who|with|close))\b",
    re.IGNORECASE,
)
# Words of rank inside a role, which are no part of the body that it is held at.
RANKS = {
    "vice", "rear", "prime", "deputy", "senior", "chief", "minority", "majority", "presidential", "former", "foreign", "executive", "managing", "assistant",
    "communications", "environmental", "economic", "rival", "town", "parish", "city", "county", "district", "federal", "national", "zoo", "local", "longtime", "top", "early", "associate", "general", "defense", "defence", "finance", "interior", "transport", "republican", "democratic", "attorney", "press", "policy", "the",
}  # fmt: skip
# "BEIJING – Chinese experts": the place of the report, at the head of its first sentence.
DATELINE = re.compile(r"^[A-Z][A-Z .,]{2,40}(?:\([^)]*\) )?[–—-]+ ")
CONJUNCTION = re.compile(
    r"^(?:But|And|Yet|So|Still|While|As|When|If|Even|Meanwhile|Although|Though|Now|only|even|not even)\s+"
)
DETERMINER = re.compile(
    r"^(?:the|a|an|this|that|these|those|its|his|her|their|our|my|one|some|several|many|most|few|both|all|another|other|other)\s+",
    re.IGNORECASE,
)
INDEFINITE = re.compile(r"^(?:a|an|one|another)\s+", re.IGNORECASE)
# Nouns that are written in capitals.
INITIALS = {"PAC", "MP", "MEP", "MEC", "CEO", "TV", "NGO", "VP", "MLA", "MSP"}
# Words that stand for several people without a noun.
ALONE = {
    "nobody",
    "anyone",
    "someone",
    "somebody",
    "none",
    "half",
    "majorities",
    "two-thirds",
    "some",
    "many",
    "others",
    "several",
    "few",
    "most",
    "both",
    "all",
    "those",
    "these",
    "critics",
    "everyone",
    "everybody",
}
SINGULAR_S = {
    "police",
    "news",
    "congress",
    "kremlin",
    "ss",
    "series",
    "reuters",
    "times",
    "headquarters",
    "lines",
    "politics",
}


@lru_cache(maxsize=8192)
def is_title(words: str) -> bool:
    """Whether `words` as a whole are a title."""
    return TITLE.fullmatch(words) is not None
