"""The named bodies of an article, with the nouns that it uses for them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping

from sayso.text.countries import countries_in, country_of
from sayso.understanding.speakers.descriptions import NAME
from sayso.understanding.speakers.firms import likeliest_firm
from sayso.understanding.speakers.first_names import is_first_name
from sayso.understanding.speakers.ground import Ground
from sayso.understanding.speakers.members import Member
from sayso.understanding.speakers.names import NOT_NAMES
from sayso.understanding.speakers.nouns import NEWSPAPERS, SAME_BODY
from sayso.understanding.speakers.pronouns import Mention
from sayso.understanding.speakers.vocabulary import BODY, DETERMINER, is_title

# Words that stand before a body's name without being part of it.
_BEFORE = {"but", "and", "in", "at", "for", "while", "when", "as", "by", "if", "after", "before", "since", "on", "from", "to", "both", "even", "like",
           "meanwhile", "although", "though", "former", "mr", "mrs", "ms", "dr", "this", "that", "its", "his", "her", "their", "what", "why", "how"}  # fmt: skip
# "NASA on Monday": the day is no part of the name.
_AFTER_NAME = re.compile(
    r"(?: (?:on|for|of|and|the))+ (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|(?: (?:on|of|for|and|the))* "
    r"(?:January|February|April|June|July|August|September|October|November|December)$"
)
# "Freedonia’s Defence Ministry": what only tells the kind of a body is named with whose it is.
_STATE = re.compile(r"^(?:[A-Z]\w+ )?(?:Ministry|Parliament|Government|Army|Navy|Senate|Supreme Court|Central Bank)$")
_OWNED_BY = re.compile(r"(?P<country>(?:[A-Z]\w+ )?[A-Z]\w+)(?:[’']s|(?<=s)[’']) $")
_SUFFIX = re.compile(
    r"(?:Workers|Steelworkers|Teamsters|Brotherhood|Inc|Corp|Ltd|PLC|Plc|LLC|GmbH|Co|Energy|Holdings|Motors|Industries|Systems|Technologies|Labs|Shipping|Airlines|Partners|International|Network|Watch|Institute|Fund|Project|Initiative|Trust|Coalition|Federation|Partnership|Records|Studios|Pharmaceuticals|"
    r"Therapeutics|Foods|Stores|Brothers|Entertainment|Media|Software|Electronics|Wireless|Capital|Management|Financial|Insurance|Resources|"
    r"Solutions|Robotics|Biosciences|Aerospace|Aviation)\b"
)
_ENDS = re.compile(rf"(?:{_SUFFIX.pattern.removesuffix(chr(92) + 'b')}|{BODY.pattern})\.?", re.IGNORECASE)
_NOUN = rf"(?:{'|'.join(sorted(SAME_BODY))}|maker|retailer|publisher|start-?up|think tank|broadcaster|giant|chain|super PAC|PAC|nonprofit|website|outlet|advocacy)"
# "Future9, a super PAC that …", "Ostrel, the shipping company".
# A name, or two with a plural's possessive between them: "Dockers’ Federation".
_RUN = re.compile(rf"{NAME.pattern}(?:(?<=s)[’'] {NAME.pattern})?")
_APPOSITION = re.compile(
    rf", (?:which is )?(?:an?|the|another|one of the) (?P<told>[^,.;:“”\"\n]{{0,70}}?\b{_NOUN}s?\b)"
    r"(?=[,;.)]| (?:that|which|whose|based|in|of|for|with|founded|run|owned|backing|known)\b)",
    re.IGNORECASE,
)
_CAMPAIGN = re.compile(r"(?<=[\w’'] )(?:campaign|administration)\b")
# So many characters before the noun hold the name.
NAME_BEFORE = 60
# "The Prell campaign", "Ana Prell's presidential campaign".
_NAMED_AFTER = re.compile(
    r"(?:[A-Z][\w-]* |[A-Z]\. ){0,3}[A-Z][\w-]+(?:[’']s)?(?P<plain>(?: (?:presidential|election|re-?election|senate))? (?P<noun>campaign|administration))$"
)
# "The newspaper Orby Post", "law firm Tolland & Wray".
_KIND_BEFORE = re.compile(rf"\b(?P<told>(?:[a-z]+ )?{_NOUN}) (?:called |named )?$")
# A name of so many words is whoever has a longer name that ends so.
FEWEST_WORDS = 3
# Bodies that news knows by their letters, with what it goes on to call them.
ACRONYMS = {
    "FBI": "bureau agency", "CIA": "agency", "NSA": "agency", "NASA": "agency", "Nasa": "agency", "EPA": "agency", "FDA": "agency regulator",
    "DEA": "agency", "FEMA": "agency", "IRS": "agency", "ICE": "agency", "NATO": "alliance", "Nato": "alliance", "EU": "bloc", "ASEAN": "bloc",
    "BRICS": "bloc", "OPEC": "cartel group", "IMF": "fund", "UNICEF": "agency", "Unicef": "agency", "UNHCR": "agency", "IAEA": "agency watchdog",
    "BBC": "broadcaster corporation", "CNN": "network broadcaster", "NBC": "network", "CBS": "network", "PBS": "broadcaster network",
    "ITV": "broadcaster", "NPR": "broadcaster network", "CBC": "broadcaster", "AP": "agency", "AFP": "agency", "Reuters": "agency",
    "SEC": "regulator agency", "NRA": "group lobby", "ACLU": "group organization", "NAACP": "group organization", "AFL-CIO": "federation union",
    "ISIS": "group", "ISIL": "group", "RNC": "committee", "DNC": "committee", "WHO": "agency", "WTO": "body", "FIFA": "body", "UEFA": "body",
}  # fmt: skip
_ACRONYM = re.compile(r" \((?:the )?(?P<short>[A-Z][A-Za-z]{1,6})\)")


class Bodies:
    """The bodies that an article names, each with where it is named."""

    def __init__(self, ground: Ground, people: set[str]) -> None:
        self.members: list[Member] = []
        self.at: list[tuple[int, Member]] = []
        self._by_name: dict[str, Member] = {}
        self.countries: list[tuple[int, str]] = []
        self._inside: set[str] = set()
        self._loose: list[tuple[int, str]] = []
        self._counts: Counter[str] = Counter()
        self._ground = ground
        self._people = people
        no_names = {word for name in people for word in name.split()} | NOT_NAMES
        text = ground.text
        for found in _RUN.finditer(text):
            start, name = _trimmed_words(found.start(), found[0])
            if not name or name.lower() in people or " ".join(name.lower().split()[-2:]) in people:
                continue
            apposition = _APPOSITION.match(text, found.end()) if text.startswith(",", found.end()) else None
            country = country_of(name)
            if country == name:
                self.countries.append((start, name))
            known = self._by_name.get(name.lower())
            kind = _KIND_BEFORE.search(text, max(0, start - 30), start) if text[max(0, start - 2)].islower() else None
            if known is None and not apposition and not kind and not _is_body(name):
                if (
                    len(name.split()) <= 3
                    and not is_first_name(name.split()[0])
                    and not country
                    and not countries_in(name)
                    and no_names.isdisjoint(name.lower().split())
                    and not is_title(name + ".")
                ):
                    self._loose.append((start, name))
                    if start != ground.sentence_start(start):
                        self._inside.add(name)
                    self._counts[name] += 1
                continue
            if known is None:
                known = Member(re.sub(r"\s+", " ", name), "organisation")
                self.members.append(known)
                self._by_name[name.lower()] = known
                initials = _initials(name)
                short = _ACRONYM.match(text, found.end())
                for other in {short["short"] if short else "", initials} - {""}:
                    self._by_name.setdefault(other.lower(), known)
            whose = _OWNED_BY.search(text, max(0, start - 30), start) if _STATE.search(known.name) else None
            if whose and country_of(whose["country"]) and "’" not in known.name and "'" not in known.name:
                known.name = f"{whose[0]}{known.name}"
            if name in ACRONYMS and not known.told_as:
                known.told_as.append(ACRONYMS[name])
            if apposition or kind:
                known.told_as.append(apposition["told"] if apposition else kind["told"] if kind else "")
            self.at.append((start, known))
        self._take_campaigns(text)
        self._join_shorter()
        self.at.sort(key=lambda row: row[0])
        self._starts = [at for at, _ in self.at]
        self._text = text

    def _join_shorter(self) -> None:
        """Take the "Evening Post" for the "Orby Evening Post", the "OPA" for the "Orby Port Authority" before or after it.

        A newspaper, or a name of three words, is the end of a longer one; two letters are initials of a name that tells
        what it is ("Orby Press").
        """
        for short in self.members:
            words = short.name.split()
            ends = words[-1].lower() in NEWSPAPERS or len(words) >= FEWEST_WORDS
            longer = [
                one
                for one in self.members
                if (ends and one.name.lower().endswith((f" {short.name.lower()}", f"-{short.name.lower()}")))
                or (len(words) == 1 and short.name.isupper() and _initials(one.name) == short.name)
            ]
            if longer:
                whole = max(longer, key=lambda one: len(one.name))
                self._by_name[short.name.lower()] = whole
                self.at = [(start, whole if one is short else one) for start, one in self.at]

    def _take_campaigns(self, text: str) -> None:
        """Take up what is named after a person: "the Prell campaign", with the fullest name that the text gives."""
        known: dict[tuple[str, str], Member] = {}
        for noun in _CAMPAIGN.finditer(text):
            found = _NAMED_AFTER.search(text, max(0, noun.start() - NAME_BEFORE), noun.end())
            if found is None:
                continue
            start, name = _trimmed_words(found.start(), re.sub(r"\s+", " ", found[0]))
            if not name[0].isupper():
                continue
            surname = re.sub(r"[’']s?$", "", name.split(found["plain"])[0].split()[-1])
            key = (surname.lower(), found["noun"])
            member = known.setdefault(key, Member(name, "organisation"))
            if len(name.split()) > len(member.name.split()):
                member.name = name
            self._by_name.setdefault(name.lower(), member)
            self.at.append((start, member))

    def by_name(self, name: str) -> Member | None:
        """The body named `name`, or whose initials it is."""
        bare = DETERMINER.sub("", name).lower()
        found = self._by_name.get(bare)
        if found or not bare:
            return found
        if " " in bare or country_of(DETERMINER.sub("", name)):
            return None
        return self._spelled_out(DETERMINER.sub("", name)) or self._fuller(bare)

    def country(self, name: str) -> Member | None:
        """The country whose letters `name` are, by the whole name that the article gives: "the U.S."."""
        whole = country_of(name) if name.isupper() else None
        return self._loosely(whole) if whole and any(whole == one for _, one in self.countries) else None

    def last_countries(self, at: int, reach: int, count: int) -> list[Member]:
        """The `count` countries named last within `reach` before `at`, in the order of the text; none when there are fewer."""
        named = [name for start, name in self.countries if at - reach <= start < at]
        last = list(dict.fromkeys(reversed(named)))[:count]
        return [self._loosely(name) for name in reversed(last)] if len(last) == count else []

    def _fuller(self, bare: str) -> Member | None:
        """The one body whose name begins or ends in the word `bare`: "Ostrel" for "Ostrel Lines", "the Herald"."""
        longer = [
            one
            for one in self.members
            if (one.name.lower().startswith(f"{bare} ") and all(_ENDS.fullmatch(word) for word in one.name.split()[1:]))
            or (BODY.fullmatch(bare) and one.name.lower().endswith(f" {bare}"))
        ]
        return longer[0] if len(longer) == 1 else None

    def _spelled_out(self, short: str) -> Member | None:
        """The body whose initials are `short`, in the words that the article gives: "Orby Port Authority" for "OPA"."""
        letters = re.sub(r"[.&]", "", short)
        if not re.fullmatch(r"[A-Z]{2,6}", letters):
            return None
        words = r",?[ -](?:(?:of|for|and|the|on|in|&) )*".join(rf"(?-i:{letter})[\w’'-]+" for letter in letters)
        small = r"[ -]".join(
            rf"(?:(?-i:{letter})[\w’'-]+|{letter.lower()}[fnr]d?)" if at else rf"{letter}[\w’'-]+"
            for at, letter in enumerate(letters)
        )
        for pattern in (words, small):
            found = re.search(
                rf"(?P<the>\b(?:[Tt]he|[Aa]n?) )?\b(?P<name>{pattern}\b(?: (?:Co|Corp|Inc|Ltd)\b\.?)?)(?P<short> \((?:the )?{re.escape(short)}\))?",
                self._text,
            )
            # Two letters are anybody's: "AP" is "the Associated Press", and not Ana Prell.
            if (
                found
                and (len(letters) > 2 or found["the"] or found["short"])
                and found["name"].lower() not in self._people
            ):
                name = " ".join(found["name"].split())
                known = self._by_name.get(name.lower())
                if known is None:
                    known = Member(name, "organisation")
                    self.members.append(known)
                    self._by_name[name.lower()] = known
                self._by_name[short.lower()] = known
                return known
        return None

    def by_noun(self, head: str, before: int) -> Member | None:
        """The body that a plain noun ("the union") means: the last named before, else the first after."""
        nouns = SAME_BODY.get(head, frozenset()) | {head}
        place = bisect_left(self._starts, before)
        for _, one in [*reversed(self.at[:place]), *self.at[place:]]:
            words = set(re.findall(r"[\w-]+", f"{one.name} {' '.join(one.told_as)}".lower()))
            if any(head in told.lower().split() for told in one.told_as) or words & nouns:
                return one
        return self.ending_in(head, before)

    def ending_in(self, head: str, before: int) -> Member | None:
        """The name that ends in the noun `head`, last before `before`, else first after: "Orby Zoo" for "the zoo"."""
        named = list(re.finditer(rf"(?:[A-Z][\w’'.&-]* )+{re.escape(head.title())}\b", self._text))
        earlier = [found for found in named if found.start() < before]
        for found in [*reversed(earlier), *named[len(earlier) :]]:
            _, name = _trimmed_words(found.start(), found[0])
            if " " in name:
                return self._by_name.setdefault(name.lower(), Member(name, "organisation"))
        return None

    def firm(self, at: int, reach: int, spoken: Mapping[Member, int]) -> Member | None:
        """The firm that "the company" at `at` means, of the names within `reach` before it and of who has `spoken`."""
        named = [(start, start + len(one.name), one, self._text.count(one.name)) for start, one in self.at]
        named += [
            (start, start + len(name), self._loosely(name), self._counts[name])
            for start, name in self._loose
            if at - reach <= start < at and name in self._inside and name.lower() not in self._ground.small_words
        ]
        named = [row for row in named if row[2].name not in ACRONYMS]
        found = likeliest_firm(named, spoken, at, reach, self._ground)
        return (self._spelled_out(found.name) or self._fuller(found.name.lower()) or found) if found else None

    def _loosely(self, name: str) -> Member:
        return self._by_name.setdefault(name.lower(), Member(name, "organisation"))

    def told_to_be(self, head: str, before: int) -> Member | None:
        """The body which an apposition tells to be a `head`, named last before `before`."""
        place = bisect_left(self._starts, before)
        fitting = (
            one
            for _, one in reversed(self.at[:place])
            if any(f" {head} " in f" {told.lower()} " for told in one.told_as)
        )
        return next(fitting, None)

    def mentions_before(self, at: int, reach: int) -> list[Mention]:
        """The bodies and countries named within `reach` before `at`."""
        text, ground = self._text, self._ground
        named: list[tuple[int, int, Member | None]] = [(start, len(one.name), one) for start, one in self.at]
        named += [(start, len(name), self._loosely(name)) for start, name in self.countries]
        named += [
            (start, len(name), self._by_name.get(name.lower()) or self._spelled_out(name))
            for start, name in self._loose
            if at - reach <= start < at and name.isupper() and len(name) > 1
        ]
        return [
            Mention(
                start,
                one,
                ground.is_subject(start),
                text[start + length : start + length + 1] in "’'" and text[start + length : start + length + 1] != "",
            )
            for start, length, one in named
            if one is not None and at - reach <= start < at
        ]


def _trimmed_words(start: int, name: str) -> tuple[int, str]:
    """`name` at `start` without the words that only stand before or after it; empty when nothing is left."""
    name = _AFTER_NAME.sub("", name)
    while True:
        word, _, rest = name.partition(" ")
        if not rest or not (
            word.lower() in _BEFORE
            or DETERMINER.match(f"{word} x")
            or word.endswith(("-based", "-owned", "-backed", "-led"))
        ):
            return start, "" if DETERMINER.match(f"{name} x") else name
        start += len(word) + 1
        name = rest


def _initials(name: str) -> str:
    """The letters that `name` may be called by; two of them only when its last word tells that it is a body."""
    words = name.split()
    found = "".join(word[0] for word in words if word[0].isupper())
    told = len(found) == 2 and BODY.fullmatch(words[-1]) and not any(word.isupper() for word in words)
    return found if len(found) > 2 or told else ""


def _is_body(name: str) -> bool:
    if name in ACRONYMS:
        return True
    if country_of(name) or len(name) < 3 or name.lower() == "super pac":
        return False
    if " " in name and name.split()[-1].lower() in NEWSPAPERS and name.split()[-1][0].isupper():
        return True
    return (
        any(word[0].isupper() and (BODY.fullmatch(word) or _SUFFIX.match(word)) for word in name.split())
        and " " in name
    )
