"""Who the sources of one article are, each mention joined to the one it means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.records import SpeakerKind
from sayso.spans import Span
from sayso.text.countries import countries_in
from sayso.understanding.descriptions import (
    BODY,
    DETERMINER,
    HONORIFICS,
    NAME,
    PRONOUNS,
    TITLES,
    Description,
    Gender,
    describe,
)

# How far back, in characters, a pronoun may reach for somebody; three paragraphs of news hold about this much.
# Chosen by hand on invented pages; the speaker gold set will replace it.
PRONOUN_REACH = 1200

# A role, then a name of two words or more; or a name, then a comma and its role.
_CAP = r"[A-ZÀ-ÖØ-ÞŠŽĆČĐŁŚŹŻİĞŞ][\w’'\-]+"
NAMED = re.compile(
    rf"(?:(?P<role>(?:{_CAP} |[a-z][\w-]+ ){{0,3}}?(?:{TITLES})) )?"
    rf"(?P<name>{_CAP}(?: (?:[A-Z]\.|de|la|van|von|bin|al|el|der|den|du|di|da)){{0,3}} {_CAP}(?: {_CAP}){{0,3}})"
    r"(?:, (?P<after>(?:the |a |an )?[^,.;:“”\"\n]{4,90}?)(?=[,.;]))?",
)
TITLED = re.compile(
    rf"\b(?P<role>(?:{_CAP} )?(?:President|Prime Minister|Minister|Senator|Sen\.|Gov\.|Governor|Mayor|Judge|General|Gen\.|"
    rf"Captain|Capt\.|Secretary|Chancellor|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)) (?P<name>{_CAP})"
)
# Words before a name that make it a place or a thing: people take neither "the" nor "in".
PLACE_BEFORE = re.compile(r"\b(?:the|in|at|near|on|off|into|through|across|around) $")
NOT_NAMES = {
    "the", "but", "and", "in", "on", "at", "for", "with", "from", "after", "before", "when", "while", "if", "as", "by",
    "however", "although", "since", "during", "this", "that", "these", "those", "it", "he", "she", "they", "we", "his", "her",
    "their", "our", "its", "a", "an", "so", "yet", "or", "no", "not", "there", "here", "what", "who", "why", "how", "to",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
    "may", "june", "july", "august", "september", "october", "november", "december", "of", "western", "eastern",
}  # fmt: skip


@dataclass(slots=True)
class Member:
    """Somebody in the cast while an article is read: what is known so far, and where they were mentioned.

    `number` is their place in the cast, which stays when more is learned of them.
    """

    name: str
    kind: SpeakerKind
    role: str | None = None
    affiliation: str | None = None
    gender: Gender | None = None
    plural: bool = False
    number: int = 0
    aliases: list[str] = field(default_factory=list)
    places: list[Span] = field(default_factory=list)
    spoke_at: list[int] = field(default_factory=list)

    def learn(self, description: Description, words: str, place: Span | None) -> None:
        """Add what one more mention tells."""
        self.role = self.role or description.role
        self.affiliation = self.affiliation or description.affiliation
        self.gender = self.gender or description.gender
        if description.name and len(description.name) > len(self.name) and self.kind == "person":
            self.name = description.name
        alias = words.strip(" ,.")
        if alias and alias != self.name and alias not in self.aliases and alias.lower() not in PRONOUNS:
            self.aliases.append(alias)
        if place and place not in self.places:
            self.places.append(place)


class Cast:
    """The people, bodies and documents of one article.

    `text` is the article's text; `told` are the stretches that quote or report somebody, in which a name is no
    antecedent for the pronoun that tells who speaks. `body` is the cast of the article's body when `text` is its
    headline: a headline names people in too few words to tell who is who, and its places are not kept.
    """

    def __init__(self, text: str, told: Sequence[Span], body: Cast | None = None) -> None:
        self.text = text
        self.members: list[Member] = body.members if body else []
        self._keeps_places = body is None
        self._told = sorted(told)
        self._seen: list[tuple[int, Member]] = []
        for found in NAMED.finditer(text):
            self._notice(found)
        for found in TITLED.finditer(text):
            self._notice_titled(found)
        self._seen.sort(key=lambda row: row[0])

    def _notice(self, found: re.Match[str]) -> None:
        words = found["name"].split()
        start = found.start("name")
        while words and words[0].lower() in NOT_NAMES:
            start += len(words[0]) + 1
            words = words[1:]
        if PLACE_BEFORE.search(self.text[max(0, start - 14) : start]):
            return
        described = describe(" ".join([*(found["role"] or "").split(), *words]))
        name = re.sub(r"[’']s?$", "", described.name or "")
        parts = name.split()
        if described.kind != "person" or len(parts) < 2 or countries_in(name) or BODY.search(name):
            return
        if any(word.lower() in NOT_NAMES for word in parts):
            return
        start = max(start, self.text.find(name, start))
        role = described.role
        if not role and found["after"] and re.search(rf"\b(?:{TITLES})\b", found["after"], re.IGNORECASE):
            role = DETERMINER.sub("", found["after"])
        member = self._by_name(name) or self._add(Member(name, "person"))
        member.role = member.role or role
        member.affiliation = member.affiliation or described.affiliation
        member.gender = member.gender or described.gender
        self._seen.append((start, member))

    def _notice_titled(self, found: re.Match[str]) -> None:
        name = re.sub(r"[’']s?$", "", found["name"])
        if found["role"].lower().rstrip(".") not in HONORIFICS and countries_in(name):
            return
        member = self._by_name(name)
        if member is None:
            return
        described = describe(f"{found['role']} {name}")
        member.gender = member.gender or described.gender
        member.role = member.role or described.role
        self._seen.append((found.start("name"), member))

    def _add(self, member: Member) -> Member:
        member.number = len(self.members)
        self.members.append(member)
        return member

    def _by_name(self, name: str) -> Member | None:
        """The one named member that `name`, whole or in part, means; None when there is none or more than one."""
        words = name.lower().split()
        whole = [one for one in self.members if one.name.lower() == name.lower()]
        if whole:
            return whole[0]
        fitting = [one for one in self.members if one.kind == "person" and _is_part(words, one.name.lower().split())]
        return fitting[0] if len(fitting) == 1 else None

    def resolve(self, source: Span, said_at: int) -> Member | None:
        """Whoever the words at `source` mean; `said_at` is where the attribution stands. None when it is not known."""
        words = source.cut(self.text)
        bare = re.sub(r"[^\w’' ]", "", words).strip().lower()
        pronoun = PRONOUNS.get(bare)
        if pronoun == "who":
            return self._relative(source)
        if pronoun:
            member = self._pronoun(pronoun, source.start)
            if member and self._keeps_places:
                member.places.append(source)
        elif re.fullmatch(r"(?:the|a|an|this|that|some|one)?", bare):
            return None
        else:
            member = self._in_apposition(source) or self._described(describe(words), words, source)
        if member:
            member.spoke_at.append(said_at)
            self._seen.append((source.start, member))
            self._seen.sort(key=lambda row: row[0])
        return member

    def resolve_words(self, words: str, source: Span) -> Member:
        """Whoever `words`, standing at `source`, mean."""
        return self._described(describe(words), words, source)

    def _in_apposition(self, source: Span) -> Member | None:
        """The one whose name stands before `source`, when that is an apposition ("Ada Lind, the mayor, said")."""
        words = source.cut(self.text)
        if not re.match(r"(?:the|a|an) ", words):
            return None
        before = self.text[max(0, source.start - 80) : source.start]
        # The name must open its clause: in "lost in the Tarrow Strait, the coast guard said" it is no apposition.
        named = re.search(rf"(?:^|\n|[.!?”\"’] |\bsaid |\band |\bbut )(?P<name>{_CAP}(?: {_CAP}){{0,3}}), $", before)
        if named is None or describe(words).kind != "person":
            return None
        member = self._by_name(named["name"])
        if member is None and describe(f"{named['name']}, {words}").kind == "person":
            member = self._add(Member(named["name"], "person"))
        if member:
            member.learn(describe(f"{member.name}, {words}"), words, source if self._keeps_places else None)
        return member

    def _described(self, description: Description, words: str, source: Span) -> Member:
        member = None
        if description.name:
            member = self._by_name(description.name)
            if member is None or (member.kind != description.kind and len(description.name.split()) > 1):
                member = self._add(Member(description.name, description.kind))
        elif description.kind in ("person", "organisation", "document") and description.head:
            member = self._by_head(description, source.start)
        elif description.kind == "group" or (description.kind == "unnamed" and not description.indefinite):
            member = self._by_words(description)
        if member is None:
            name = DETERMINER.sub("", description.words) if not description.indefinite else description.words
            kind = description.kind
            member = self._add(Member(description.name or name, kind, plural=description.plural))
        member.learn(description, words, source if self._keeps_places else None)
        return member

    def _by_words(self, description: Description) -> Member | None:
        wanted = _core(description.words)
        for one in reversed(self.members):
            if one.kind == description.kind and wanted in {_core(words) for words in (one.name, *one.aliases)}:
                return one
        if description.words.lower().startswith("the ") and description.head:
            # "the source", after "a source close to the talks".
            for one in reversed(self.members):
                if one.kind in ("unnamed", "group") and re.search(rf"\b{re.escape(description.head)}\b", one.name):
                    return one
        return None

    def _by_head(self, description: Description, before: int) -> Member | None:
        """The member whose role or name the noun fits, nearest before first, then after; countries must agree."""
        head = description.head or ""
        wanted = countries_in(description.words)
        core = _core(description.words)
        same = [one for one in self.members if core in {_core(words) for words in (one.name, *one.aliases)}]
        if same and not same[-1].role:
            return same[-1]
        fitting: list[tuple[bool, bool, int, Member]] = []
        for at, member in [*self._seen, *((place.start, one) for one in self.members for place in one.places)]:
            if description.kind == "document":
                continue
            told = f"{member.role or ''} {member.affiliation or ''}" if member.kind == "person" else member.name
            if member.kind == "person" and description.kind == "organisation":
                continue
            if not re.search(rf"\b{re.escape(head)}\b", told, re.IGNORECASE):
                continue
            theirs = countries_in(told)
            if wanted and theirs and not wanted & theirs:
                continue
            if len(core.split()) > 1 and not wanted and not set(core.split()) & set(_core(told).split()) - {head}:
                continue
            fitting.append((bool(wanted & theirs), at <= before, -abs(at - before), member))
        best = max(fitting, key=lambda row: row[:3], default=None)
        return best[3] if best else same[-1] if same else None

    def _pronoun(self, pronoun: str, at: int) -> Member | None:
        def fits(member: Member) -> bool:
            if pronoun == "they":
                return member.plural or member.kind in ("group", "organisation")
            if pronoun == "it":
                return member.kind in ("organisation", "document")
            if pronoun == "i":
                return False
            return member.kind in ("person", "unnamed") and not member.plural and member.gender in (None, pronoun)

        def reach(place: int, member: Member) -> bool:
            return place < at and at - place <= PRONOUN_REACH and fits(member)

        spoken = [(max(one.spoke_at, default=-1), one) for one in self.members if one.spoke_at]
        spoken = [row for row in spoken if reach(row[0], row[1])]
        seen = [row for row in self._seen if reach(*row) and not self._is_told(row[0])]
        last_spoken = max(spoken, key=lambda row: row[0], default=None)
        last_seen = max(seen, key=lambda row: row[0], default=None)
        chosen = last_spoken or last_seen
        if last_spoken and last_seen and last_seen[0] > last_spoken[0] and self._opens_sentence(last_seen[0]):
            chosen = last_seen
        if chosen is None:
            return None
        if pronoun in ("he", "she"):
            chosen[1].gender = chosen[1].gender or ("he" if pronoun == "he" else "she")
        return chosen[1]

    def _opens_sentence(self, at: int) -> bool:
        """Whether little stands between the last sentence end and `at`, so that the name there is its subject."""
        before = self.text[max(0, at - 60) : at]
        return bool(re.search(r"(?:^|[.!?”\"]\s|\n)[^.!?\n]{0,45}$", before))

    def _is_told(self, at: int) -> bool:
        return any(span.start <= at < span.end for span in self._told)

    def _relative(self, source: Span) -> Member | None:
        """The one before a relative "who": the noun phrase that ends there."""
        line_start = self.text.rfind("\n", 0, source.start) + 1
        before = self.text[line_start : source.start].rstrip(" ,")
        named = list(NAME.finditer(before))
        if named and named[-1].end() == len(before):
            member = self._by_name(named[-1][0])
            if member:
                member.spoke_at.append(source.start)
            return member
        phrase = re.search(
            r"(?:^|[,;] |\b(?=(?:the|a|an|one|another|some) ))((?:(?:the|a|an|one|another|some) )?[\w’'-]+(?: [\w’'-]+){0,3})$",
            before,
        )
        if not phrase:
            return None
        place = Span(line_start + phrase.start(1), line_start + phrase.end(1))
        member = self._described(describe(phrase[1]), phrase[1], place)
        member.spoke_at.append(source.start)
        return member


def joint_parties(text: str, source: Span) -> list[Span]:
    """The spans of those who speak together in one source ("the mayor and Ada Lind"), or the source alone.

    Only parties that are each a name, a body or an office are taken apart: "Tolland and Wray" is one firm, and "two
    residents and a shopkeeper" are told as one group.
    """
    words = source.cut(text)
    joint = re.fullmatch(r"(?P<first>.+?),? and (?P<second>.+)", words, re.DOTALL)
    if not joint or "," in joint["first"]:
        return [source]
    if not all(_is_party(describe(joint[name])) for name in ("first", "second")):
        return [source]
    middle = source.start + joint.end("first")
    return [Span(source.start, middle), Span(source.start + joint.start("second"), source.end)]


def _is_party(party: Description) -> bool:
    if party.kind == "organisation":
        return bool(BODY.search(party.words) or countries_in(party.words))
    return party.kind == "person" and bool(party.role or " " in (party.name or ""))


def _is_part(words: list[str], name: list[str]) -> bool:
    """Whether `words` are the surname, the given name, or both without the middle."""
    plain = [word for word in words if word.rstrip(".") not in HONORIFICS]
    if not plain:
        return False
    if len(plain) == 1:
        return plain[0] in (name[-1], name[0]) and len(plain[0]) > 1
    return plain[0] == name[0] and plain[-1] == name[-1]


def _core(words: str) -> str:
    return DETERMINER.sub("", words.strip(" ,.")).lower()
