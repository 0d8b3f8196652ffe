"""Common nouns for those who speak, with what a newspaper uses as a name for the same thing."""

from __future__ import annotations

import re
from functools import lru_cache

# Singular nouns for one person whose plural is made with -s; what somebody holds, does, believes or is to another.
_PERSONS = """
academic accountant activist actor actress adherent administrator admiral adviser advisor advocate agent aide ally ambassador analyst anchor
announcer applicant appointee archbishop architect artist aspirant assistant associate astronaut athlete attendee attorney aunt author backer banker
baron barrister billionaire biographer bishop blogger boss boxer boy broadcaster broker brother builder businessman businesswoman buyer campaigner candidate captain
caller cardinal cardiologist celebrity ceo centrist chair chairman chairwoman challenger champion chancellor chaplain chef chief child citizen civilian clerk client
climatologist coach colleague colonel columnist comedian commander commentator commissioner companion competitor composer confidant congressman congresswoman conservative
constituent consultant consumer contender contestant contractor contributor controller coordinator coroner correspondent councillor councilman councilwoman counsel counselor
counterpart cousin creator critic customer cyclist dad dancer daughter deckhand dealer defendant defender delegate democrat demonstrator
dentist deputy designer detective detractor developer diplomat director dissident doctor donor driver ecologist economist editor educator
elector elder employee employer engineer entrepreneur envoy evangelical ex-wife ex-husband executive expert farmer father fellow fiancé fiancée fighter
filmmaker financier firefighter fisherman follower founder friend front-runner frontrunner fundraiser geologist girl girlfriend boyfriend governor graduate grandfather
grandmother guard guest guide guitarist hacker hairdresser headteacher heckler helper heiress hero historian holder homeowner host hostage hunter husband
illustrator immigrant incumbent industrialist influencer informant insider inspector instructor interpreter interviewer investigator investor islander
jeweler journalist judge juror justice keeper kid king labourer landlord lawmaker lawyer leader lecturer legislator liberal lieutenant linguist lobbyist lord loyalist magistrate
magnate mailman man manager marcher mariner marshal mathematician mayor mechanic mediator medic member merchant messenger meteorologist midfielder midwife
migrant millennial millionaire miner minister moderator mogul mom monarch monk mother mp mum musician narrator negotiator neighbor neighbour
nephew neurologist neurosurgeon newcomer niece nominee novelist nun nurse observer offender officeholder officer official oligarch onlooker operative operator opponent organiser organizer
owner painter parent parishioner participant partner passenger pastor patient patron pedestrian performer philanthropist photographer physician physicist pilot
planner player playwright poet policeman policewoman policymaker politician pollster pope premier president priest prince princess principal prisoner producer professional
professor programmer progressive promoter prosecutor protester protestor protege psychiatrist psychologist publicist publisher pundit pupil queen
quarterback rabbi racer reader realtor recruit recruiter referee refugee regulator relative reporter representative republican rescuer researcher resident respondent retiree
reviewer rider rival runner sailor salesman saleswoman scholar schoolteacher scientist screenwriter secretary senator sergeant settler sheriff shareholder shopkeeper shopper sibling
singer sister skeptic skipper socialist soldier solicitor son songwriter speaker specialist spectator speechwriter spokesman spokesperson spokeswoman sponsor staffer star statesman
statistician stepfather stepmother strategist striker student subscriber successor superdelegate superintendent supervisor supporter surgeon surrogate survivor suspect
sympathizer taxpayer teacher teammate technician teenager tenant theorist therapist tourist trader trainer translator traveler traveller treasurer trustee tsar
tutor twin tycoon umpire uncle undersecretary user vendor veteran vicar victim viewer villager visitor volunteer voter warden watchdog whistleblower wife winner
witness woman worker workman writer youngster youth zealot
master mate owner-operator mec mp mep ceo vp mla msp roofer sexton janitor plumber source expatriate exile electrician carpenter baker butcher cook gardener grocer champion paramedic crewman crewwoman
novice anchorman cameraman gunman strongman newsman weatherman frontman radioman documentarian librarian veterinarian parliamentarian steward barista
bartender waiter waitress cleaner podcaster streamer provocateur surfer skater wrestler golfer sculptor choreographer cellist violinist drummer rapper
lyricist satirist cartoonist essayist astronomer botanist chemist biochemist virologist actuary auditor bookkeeper cashier landlady landowner
homesteader rancher grower vintner brewer distiller pharmacist optometrist paediatrician pediatrician obstetrician radiologist anesthesiologist
hygienist caregiver nanny babysitter headmaster headmistress provost rector vice-rector lector imam mullah cleric friar deacon evangelist missionary
preacher defector deserter fugitive inmate convict felon trafficker smuggler kidnapper attacker assailant perpetrator shooter bomber hijacker
insurgent militant rebel jihadist extremist separatist secessionist nationalist populist feminist environmentalist abolitionist suffragette unionist
ringleader whistle-blower leaker hacktivist spy deputy-minister mouthpiece figurehead kingmaker powerbroker heavyweight stalwart firebrand maverick
hardliner dockworker docker bystander ratepayer
"""
_PLURALS = {
    "people", "men", "women", "children", "crew", "families", "celebrities", "allies", "deputies", "businessmen", "businesswomen",
    "spokesmen", "policemen", "congressmen", "lawmakers", "millennials", "whites", "blacks", "latinos", "hispanics", "muslims",
    "christians", "jews", "evangelicals", "conservatives", "liberals", "progressives", "moderates", "independents", "insiders", "others",
    "fans", "folks", "troops", "wives", "midwives", "authorities", "communities", "attorneys", "beneficiaries", "parties", "sides",
    "public", "population", "crowd", "audience", "media", "electorate", "staff", "leadership", "youths", "locals", "natives", "professionals", "heads", "generals", "sources", "respondents",
}  # fmt: skip
PERSONS: frozenset[str] = frozenset(_PERSONS.split())


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "ch", "sh")) and not noun.endswith("monarch"):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2] not in "aeiou" else f"{noun}s"


PLURAL_PERSONS: frozenset[str] = frozenset({_plural(word) for word in PERSONS} | _PLURALS)
# Bodies told of together, which "they" may mean.
PLURAL_BODIES = {
    "networks", "companies", "firms", "groups", "organizations", "organisations", "agencies", "unions", "banks", "parties", "governments",
    "countries", "nations", "states", "cities", "newspapers", "papers", "outlets", "airlines", "campaigns", "charities", "universities", "schools", "teams",
    "committees", "councils", "courts", "retailers", "startups", "platforms", "forces", "clubs",
}  # fmt: skip

# Words that make a run of capitals a place, a thing or an event when they end it.
THINGS = {
    "street", "road", "avenue", "lane", "drive", "boulevard", "square", "plaza", "river", "lake", "mountain", "mountains", "county", "city",
    "island", "islands", "bay", "beach", "park", "hall", "building", "tower", "towers", "bridge", "airport", "stadium", "act", "law", "treaty",
    "convention", "accord", "agreement", "deal", "day", "week", "month", "year", "war", "wars", "prize", "award", "awards", "cup", "games", "olympics",
    "festival", "show", "book", "plan", "project", "program", "programme", "index", "report", "review", "amendment", "rights", "states",
    "kingdom", "republic", "sea", "ocean", "coast", "valley", "strait", "straits", "province", "district", "region", "hills", "heights", "springs", "house",
    "room", "office", "tonight", "today", "live", "cathedral", "castle", "palace", "museum", "library", "theatre", "theater", "hotel", "resort",
    "casino", "jail", "prison", "highway", "canal", "gulf", "falls", "forest", "desert", "creek", "crisis", "act.", "tv", "online", "usa",
    "rapids", "city.", "doctrine", "memorial", "inquiry", "station", "port", "harbour", "harbor", "york", "jersey", "mexico", "hampshire", "carolina",
    "dakota", "virginia", "zealand", "angeles", "francisco", "diego", "vegas", "orleans", "kong", "korea", "africa", "america", "europe", "asia",
    "east", "west", "north", "south", "administration", "campaign", "era", "effect", "village", "township", "parish", "borough", "mall", "center",
    "security", "care", "health", "affairs", "justice", "defense", "defence", "intelligence", "treasury", "education", "republicans", "democrats",
    "constitution", "code", "rule", "rules", "way", "dream", "story", "times", "press", "media", "debate", "election", "primary", "caucus", "caucuses",
    "rally", "speech", "qaeda", "assembly", "initiative", "forum", "summit", "conference", "fund", "scheme", "strategy", "system", "process", "syndrome", "disease", "virus", "hook", "economics", "research", "associates", "partners", "analytics", "studies", "relations", "fair", "gov", "sen", "lives", "matter", "nation", "nations", "union", "council", "court", "bowl", "series", "league", "united", "rovers", "pac",
}  # fmt: skip
# Bodies that a newspaper goes on to call by a plainer noun: "the union" after "the Dockers' Federation".
SAME_BODY: dict[str, frozenset[str]] = {
    "union": frozenset({"association", "brotherhood", "federation", "teamsters", "workers", "union"}),
    "company": frozenset({"inc", "corp", "ltd", "plc", "llc", "gmbh", "co", "company", "corporation", "group", "holdings", "lines",
                          "airlines", "airways", "motors", "energy", "industries", "systems", "technologies", "labs", "bank", "shipping"}),
    "firm": frozenset({"inc", "corp", "ltd", "plc", "llc", "gmbh", "co", "company", "group", "partners", "associates", "capital", "firm", "llp"}),
    "group": frozenset({"group", "association", "alliance", "coalition", "council", "institute", "foundation", "network", "pac", "union",
                        "society", "federation", "fund", "action", "watch", "international", "center", "centre", "project", "trust"}),
    "organization": frozenset({"association", "alliance", "council", "institute", "foundation", "organization", "organisation", "society",
                               "federation", "league", "center", "centre", "international"}),
    "agency": frozenset({"agency", "administration", "bureau", "service", "department", "ministry", "authority", "office", "reuters"}),
    "department": frozenset({"department", "ministry"}),
    "newspaper": frozenset({"times", "post", "news", "journal", "herald", "tribune", "courier", "gazette", "guardian", "telegraph",
                            "star", "chronicle", "mail", "globe", "register", "observer", "newspaper", "today", "bulletin", "inquirer"}),
    "network": frozenset({"cnn", "nbc", "abc", "cbs", "fox", "msnbc", "bbc", "pbs", "network", "television", "univision", "c-span"}),
    "magazine": frozenset({"magazine", "time", "weekly", "review"}),
    "party": frozenset({"party", "democrats", "republicans", "union", "front", "labour", "conservatives"}),
    "court": frozenset({"court", "tribunal"}),
    "committee": frozenset({"committee", "commission", "panel"}),
    "panel": frozenset({"committee", "commission", "panel", "board"}),
    "commission": frozenset({"commission"}),
    "bank": frozenset({"bank", "reserve"}),
    "university": frozenset({"university", "college", "institute"}),
    "school": frozenset({"school", "academy", "university", "college"}),
    "center": frozenset({"center", "centre"}),
    "think-tank": frozenset({"institute", "institution", "center", "centre", "foundation", "council", "house"}),
    "charity": frozenset({"foundation", "trust", "fund", "charity", "international"}),
}  # fmt: skip
# Words in which newspapers' names end.
NEWSPAPERS = SAME_BODY["newspaper"] | {
    "examiner",
    "enquirer",
    "sentinel",
    "dispatch",
    "mirror",
    "express",
    "sun",
    "advertiser",
    "monitor",
    "independent",
    "review",
}
SAME_BODY["organisation"] = SAME_BODY["organization"]
SAME_BODY["newspaper"] = SAME_BODY["paper"] = NEWSPAPERS
SAME_BODY["centre"] = SAME_BODY["center"]
SAME_BODY["ministry"] = SAME_BODY["department"]
SAME_BODY["airline"] = frozenset({"airlines", "airways", "air", "airline"})

# Bodies whose names tell what they are.
PUBLISHERS = {"newspaper", "paper", "magazine", "network"}
# Nouns for whoever publishes news.
OUTLETS = PUBLISHERS | {
    "outlet",
    "publication",
    "site",
    "website",
    "channel",
    "station",
    "broadcaster",
    "tabloid",
    "daily",
    "weekly",
    "blog",
}
# Nouns that any firm or body may be called by.
PLAIN_BODIES = {
    "company",
    "firm",
    "group",
    "organization",
    "organisation",
    "agency",
    "network",
    "outlet",
    "publication",
    "newspaper",
    "paper",
    "magazine",
    "carrier",
    "maker",
    "publisher",
}
# Nouns by which a newspaper goes on about a firm that it has named.
FIRM_NOUNS = {
    "company", "firm", "automaker", "carmaker", "chipmaker", "drugmaker", "planemaker", "brewer", "retailer", "utility", "lender", "bank", "brokerage",
    "insurer", "startup", "start-up", "chain", "label", "studio", "giant", "conglomerate", "manufacturer", "maker", "carrier", "airline", "broadcaster",
    "publisher", "supermarket", "supplier", "contractor", "brand", "platform", "site", "website", "app", "operator", "business", "corporation", "streamer",
}  # fmt: skip
# What members of a party are called, with a capital: "the Orby Liberal".
PARTISANS = {"democrat", "republican", "conservative", "liberal", "socialist", "tory", "independent", "progressive"}
# Documents that are called by each other's nouns.
_SAME_DOCUMENT = (
    {"book", "memoir", "novel", "biography", "autobiography", "volume", "bestseller"},
    {"study", "paper", "research", "analysis", "review"},
    {"poll", "survey"},
    {"report", "assessment"},
    {"letter", "note"},
    {"lawsuit", "suit", "complaint", "filing"},
    {"statement", "release"},
    {"brochure", "leaflet", "booklet", "pamphlet", "guide", "guidance"},
    {"article", "story", "column", "editorial", "op-ed", "piece", "essay"},
    {"law", "act", "bill", "legislation", "measure", "proposal"},
    {"film", "movie", "documentary"},
    {"ad", "advertisement", "commercial", "spot", "video"},
)


def same_document(head: str) -> frozenset[str]:
    """The nouns for a document that may be meant by the noun `head`, itself included."""
    return frozenset({head}.union(*(nouns for nouns in _SAME_DOCUMENT if head in nouns)))


@lru_cache(maxsize=8192)
def is_person_noun(word: str) -> bool:
    """Whether `word`, a singular noun, means one person."""
    return (
        word in PERSONS
        or bool(re.fullmatch(r"(?:co|vice|ex|sub)-(?P<noun>[a-z]+)", word) and word.partition("-")[2] in PERSONS)
        or bool(
            re.fullmatch(
                r"[\w-]+(?:ologist|ologer|ographer|ician|keeper|worker|taker|writer|woman|sman|person|-year-old)", word
            )
        )
    )


@lru_cache(maxsize=8192)
def is_plural_person_noun(word: str) -> bool:
    """Whether `word` means several persons."""
    return word in PLURAL_PERSONS or bool(re.fullmatch(r"[\w-]+(?:ologists|women|men|-year-olds|crats|icans)", word))
