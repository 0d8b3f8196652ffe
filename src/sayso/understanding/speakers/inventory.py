"""The named people of an article, with every place that names one."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict

from sayso.text.countries import countries_in, country_of
from sayso.understanding.speakers.affiliations import body_of, fuller_affiliation, office_alone
from sayso.understanding.speakers.beside import TOLD_NEXT, around, role_before, title_before
from sayso.understanding.speakers.descriptions import PERSON_NAME, Gender
from sayso.understanding.speakers.first_names import is_first_name, pronoun_of
from sayso.understanding.speakers.generations import Generations
from sayso.understanding.speakers.ground import Ground
from sayso.understanding.speakers.members import Member
from sayso.understanding.speakers.name_edges import NameEdges
from sayso.understanding.speakers.names import (
    NOT_NAMES,
    PLACE_STARTS,
    RELATED,
    SUFFIXES,
    is_part,
    is_related,
    is_same,
    name_words,
    plain_words,
)
from sayso.understanding.speakers.namings import Naming, guess_genders
from sayso.understanding.speakers.nouns import NEWSPAPERS, SAME_BODY, THINGS, is_person_noun, is_plural_person_noun
from sayso.understanding.speakers.saying import is_saying
from sayso.understanding.speakers.vocabulary import BODY, HE, HONORIFICS, SHE, is_title

# A noun after a name that makes the name a mere modifier: "the Lind campaign".
MODIFIED = re.compile(
    r"[ -](?:campaign|campaigns|supporters?|aides?|allies|ally|administration|officials?|team|voters?|spokes\w+|rall(?:y|ies)|adviser|advisers|backers?|"
    r"family|presidency|era|years|surrogates?|delegates?|organization|foundation|donors?|staff|staffers|fans?|tweets?|ads?|aide|estate|"
    r"movement|brand|voters|phenomenon|candidacy|nomination|camp|White House|government|cabinet|effect|critics?|speech)\b"
)
# What people do more than bodies and places do; a name before one of these is likely a person's.
DOES_NEXT = re.compile(
    r",? (?:leads|led|heads|headed|runs|ran|teaches|taught|studies|studied|works|worked|lives|lived|owns|owned|chairs|chaired|directs|directed|"
    r"joined|served|grew|thinks|believes|who|founded|co-founded|edits|edited|plays|played|coaches|coached|recalls|laughs|laughed|smiled|nodded|sat|walked|"
    r"whose|, whose)\b"
)
BODY_NOUN = r"(?:newspaper|paper|firm|company|group|agency|magazine|website|broadcaster|channel|carrier|maker|bank|party|network|site|startup|daily)"
VERB_NEXT = re.compile(
    r" (?:[a-z]+ly |also |still |never )?(?:has|had|is|was|will|would|can|could|did|does|doesn|didn|won|[a-z]{2,}ed|says|tells|wants|opens|thinks)\b"
)
_DESCRIBES = re.compile(r"(?:[’']s?)? (?:[a-z-]+ ){0,2}(?P<noun>[a-z-]+) (?=[A-Z])")
# Who took a picture is nobody that the article tells of: "(Photo: Ana Prell/Orby Post)".
PICTURED_BY = re.compile(
    r"\b(?:photo|picture|image|photograph|illustration|credit|graphic)s?(?: (?:by|credit:?|courtesy of)|:) $",
    re.IGNORECASE,
)
PICTURE_DESK = re.compile(r" ?/ ?[A-Z][\w ]*(?:\)|\n|$)| ?/ ?(?:AP|AFP|EPA|Getty|Reuters|REUTERS|PA|Shutterstock)\b")


class Inventory:
    """The people whom an article names, found in two passes: names of two words and more, then their parts."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._text = ground.text
        self.people: list[Member] = []
        self.namings: list[Naming] = []
        self._words: dict[Member, list[list[str]]] = {}
        self._by_word: dict[str, list[Member]] = defaultdict(list)
        self._full_at: dict[Member, list[int]] = defaultdict(list)
        self._surname_at: dict[Member, list[int]] = defaultdict(list)
        self._part_at: dict[Member, list[int]] = defaultdict(list)
        self._small = ground.small_words
        self._edges = NameEdges(ground)
        self._generations = Generations(ground.text)
        headings = ground.headings()
        heads = [span.start for span in headings]
        left: list[tuple[int, int]] = []
        headed: list[tuple[int, int]] = []
        for found in PERSON_NAME.finditer(self._text):
            if self._is_credit(found.start(), found.end()):
                continue
            place = bisect_right(heads, found.start()) - 1
            in_heading = place >= 0 and found.start() < headings[place].end
            rest = self._take(found.start(), found.end(), in_heading)
            left.extend(rest)
            headed.extend(rest if in_heading else [])
        for start, end in left:
            self._take_part(start, end)
        for start, end in headed:
            self._take_headed(start, end)
        self.namings.sort(key=lambda one: one.start)
        self._starts = [one.start for one in self.namings]
        doubtful = {one for one in self.people if not (one.sure or self._part_at[one])}
        guess_genders(self.namings, doubtful, ground)
        self.people = [one for one in self.people if self._is_somebody(one)]

    def named_in(self, start: int, end: int) -> list[Naming]:
        """The places in `[start, end)` that name somebody."""
        return self.namings[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def full_places(self, member: Member) -> list[int]:
        """Where `member` is named in full."""
        return self._full_at[member]

    def by_name(self, name: str, at: int, gender: Gender | None = None) -> Member | None:
        """The one whom `name`, whole or in part, means at `at`; None when nobody bears it, or two with equal right.

        Of several who bear a surname it is the one named in full more often up to there, or last.
        """
        words = name_words(name)
        if not words:
            return None
        fitting = [one for one in self._by_word.get(words[-1], []) if one.kind == "person" and self._bears(one, words)]
        if len(words) == 1:
            surnamed = [one for one in fitting if any(form[-1] == words[0] for form in self._words[one])]
            fitting = surnamed or fitting
        else:
            exact = [one for one in fitting if words in self._words[one]]
            fitting = exact or fitting
        if not fitting and len(words) == 1:
            # "Solis" of "Luis Guillermo Solis Rivera".
            inside = [one for one in self._by_word.get(words[0], []) if one.kind == "person"]
            fitting = inside if len(inside) == 1 else []
        fitting = [one for one in fitting if not self._generations.are_two(name, one.name)]
        if gender:
            # "Mr. Prell" is not Ana Prell.
            fitting = [one for one in fitting if one.gender in (None, gender)]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        return self._likelier(fitting, at)

    def add(self, member: Member, name: str, at: int) -> None:
        """Take up `member`, named `name` at `at`."""
        self.people.append(member)
        self._learn_name(member, name, at)

    def _is_somebody(self, member: Member) -> bool:
        """Whether a name is a person's; one that nothing tells to be is taken for a body ("Judicial Watch")."""
        if not (member.sure or member.gender or self._surname_at[member]):
            member.kind = "organisation"
            return False
        return True

    def _likelier(self, fitting: list[Member], at: int) -> Member | None:
        def weight(member: Member) -> tuple[bool, float, int]:
            places, parts = self._full_at[member], self._part_at[member]
            before = bisect_left(places, at)
            last = places[before - 1] if before else -1
            close = last >= 0 and here - self._ground.sentence_at(last) <= 2
            often = math.log2(1 + before + bisect_left(parts, at)) if before else math.log2(1 + len(places))
            return last >= 0, often + close, last

        here = self._ground.sentence_at(at)
        ranked = sorted(fitting, key=weight, reverse=True)
        first, second = weight(ranked[0]), weight(ranked[1])
        if first[:2] == second[:2] and self._ground.sentence_at(first[2]) == self._ground.sentence_at(second[2]):
            return None
        return ranked[0]

    def _bears(self, member: Member, words: list[str]) -> bool:
        return any(is_part(words, form) for form in self._words[member])

    def _take(self, start: int, end: int, in_heading: bool) -> list[tuple[int, int]]:
        """Take up the person named at `[start, end)`; give back what is left as a possible part of a name."""
        start, end = self._edges.trimmed(start, end)
        words = self._text[start:end].split()
        if len(words) < 2:
            return [(start, end)] if words else []
        if in_heading or not self._is_personal(words, start, end):
            return [] if not in_heading else [(start, end)]
        evidence = self._evidence(words, start, end)
        if evidence < 0:
            return []
        name = self._text[start:end]
        member = self._same(words)
        if member is None:
            member = Member(re.sub(r"\s+", " ", name), "person", sure=False)
            self.people.append(member)
        self._learn_name(member, name, start)
        member.sure = member.sure or evidence > 0
        self._learn_around(member, start, end)
        self._note(start, end, member, full=True)
        return []

    def _take_part(self, start: int, end: int) -> None:
        name = self._text[start:end]
        if is_title(name):
            # "Mr. President" names nobody.
            return
        title = title_before(self._text, start)
        gender: Gender | None = "he" if title in HE else "she" if title in SHE else None
        member = self.by_name(name, start, gender)
        if (
            member
            and title in ("president", "king", "queen", "prince", "princess")
            and self._is_relative(member, title)
        ):
            # "President Prell" beside Ana Prell, the first lady.
            member = None
        if (
            member is None
            and title
            and self._is_capital_title(start)
            and len(name.split()) == 1
            and not self._owns_place(title, name)
            and name.lower() not in SUFFIXES
        ):
            if MODIFIED.match(self._text, end) or name.lower() in THINGS or name.isupper() or BODY.fullmatch(name):
                return
            if any(
                name.lower() == form[-1] and not self._is_relative(one, title)
                for one in self.people
                for form in self._words[one]
            ):
                return
            member = Member(name, "person")
            self.people.append(member)
            self._learn_name(member, name, start)
        if member is None:
            return
        self._part_at[member].append(start)
        if title and len(name_words(member.name)) == 1:
            # Who is never named in full is named by a title and surname as fully as can be.
            self._full_at[member].append(start)
        if any(form[-1] == plain_words(name.split())[-1] for form in self._words[member]):
            self._surname_at[member].append(start)
        if gender:
            member.gender, member.gender_sure = member.gender or gender, True
        if title:
            member.sure = True
        if title or (member.role is None and TOLD_NEXT.match(self._text, end)):
            self._learn_around(member, start, end)
        if not MODIFIED.match(self._text, end):
            self._note(start, end, member, full=False)

    def _is_relative(self, member: Member, title: str) -> bool:
        """Whether `member` is told to be somebody's relative, and never to hold the office `title`."""
        told = " ".join([*member.told_as, member.role or ""]).lower()
        return bool(RELATED.search(told)) and title not in told

    def _is_credit(self, start: int, end: int) -> bool:
        """Whether the name at `[start, end)` is that of who took a picture."""
        text = self._text
        before = text[max(0, start - 2) : start]
        named = before in (": ", "y ", "f ", "Y ") and PICTURED_BY.search(text, max(0, start - 24), start)
        return bool(named or ("/" in text[end : end + 2] and PICTURE_DESK.match(text, end)))

    def _take_headed(self, start: int, end: int) -> None:
        """Note the names that stand among other capitals in a heading, where nothing else tells where they end."""
        words = list(re.finditer(r"[^\W\d_][\w-]+(?=\W|$)", self._text[start:end]))
        if len(words) < 2 or self.by_name(self._text[start:end], start):
            return
        for word in words:
            small = word[0].lower()
            member = self.by_name(word[0], start) if small not in NOT_NAMES and small not in self._small else None
            if member and member.sure and word[0].istitle():
                self._part_at[member].append(start + word.start())
                self._note(start + word.start(), start + word.end(), member, full=False)

    def _is_capital_title(self, start: int) -> bool:
        return bool(re.search(r"[A-Z][\w’'-]*\.? $", self._text[max(0, start - 24) : start]))

    def _owns_place(self, title: str, name: str) -> bool:
        return title not in HONORIFICS and bool(country_of(name))

    def _note(self, start: int, end: int, member: Member, *, full: bool) -> None:
        owning = bool(re.match(r"[’']s?\b", self._text[end : end + 3])) and self._text[end : end + 1] in "’'"
        described = _DESCRIBES.match(self._text, end)
        if described and (is_title(described["noun"]) or is_person_noun(described["noun"])):
            # "Prell speechwriter Ana Lind" is a place of Lind's.
            self.namings.append(Naming(start, end, member, full, owning=True, subject=False))
            return
        role = role_before(self._ground, start)
        opens = max(self._ground.sentence_start(start), start - len(role) - 1) if role else start
        subject = self._ground.is_subject(opens) or bool(VERB_NEXT.match(self._text, end))
        self.namings.append(Naming(start, end, member, full, owning, subject))

    def _is_personal(self, words: list[str], start: int, end: int) -> bool:
        lower = [word.lower().strip("“”\"'‘’().") for word in words]
        name = " ".join(words)
        called = is_first_name(words[0])
        if (
            len(words) > 6
            or lower[-1] in THINGS
            or is_plural_person_noun(lower[-1])
            or (lower[-1] in NEWSPAPERS and not called)
            or (words[-1].isupper() and len(words[-1]) > 3)
        ):
            return False
        if not called and ((lower[0] in PLACE_STARTS and lower[0] != "abu") or countries_in(name) or country_of(name)):
            return False
        if BODY.search(name) and not (called and len(words) == 2 and not BODY.search(words[0])):
            return False
        if not called and all(word.isupper() and "." not in word for word in words):
            return False
        if any(re.search(r"[’'](?:re|m|ve|ll|d)$", word) for word in lower):
            return False
        if any(word in SAME_BODY["company"] for word in lower[-1:]):
            return False
        return not any(
            len(word) > 1 and word in NOT_NAMES and word not in ("may", "old", "young", "new", "late", "fox", "early")
            for word in lower[1:]
        )

    def _evidence(self, words: list[str], start: int, end: int) -> int:
        """Above zero when something beside its capitals tells that a name is a person's, below when it cannot be."""
        before = self._text[max(0, start - 24) : start]
        following = re.match(r" (?P<word>[a-z-]+)", self._text[end : end + 24])
        called = is_first_name(words[0])
        if following and not called and (is_person_noun(following["word"]) or is_title(following["word"])):
            return -1
        if not called and re.search(rf"\b{BODY_NOUN} $", before):
            return -1
        evidence = 2 if is_first_name(words[0].strip("“”\"'")) else 0
        if re.search(r"\b(?:[Tt]he|[Aa]n?) $", before):
            evidence -= 3
        elif re.search(
            r"\b(?:[Ii]n|[Aa]t|near|off|into|through|across|around|atop|outside|inside|above|beneath|along|onto) $",
            before,
        ):
            evidence -= 1 if evidence else 2
        if title_before(self._text, start):
            evidence += 3
        if any(re.fullmatch(r"[A-Z]\.", word) for word in words[1:-1]):
            evidence += 1
        beside = around(self._ground, start, end)
        if beside.aged or beside.seat or beside.apposed:
            evidence += 1
        if is_saying(self._text, start, end):
            evidence += 1
        if DOES_NEXT.match(self._text, end) and self._ground.is_subject(start):
            evidence += 1
        if not is_first_name(words[0]) and any(word.lower() in self._small for word in words):
            evidence -= 2
        return evidence

    def _same(self, words: list[str]) -> Member | None:
        """The person taken up before who bears this name in another form."""
        plain = plain_words(words)
        for one in self._by_word.get(plain[-1], []):
            if any(is_same(plain, form) for form in self._words[one]):
                if self._generations.are_two(" ".join(words), one.name):
                    continue
                return one
        return None

    def _learn_name(self, member: Member, name: str, at: int) -> None:
        words = name.split()
        plain = plain_words(words)
        forms = self._words.setdefault(member, [])
        if plain not in forms:
            forms.append(plain)
            for word in plain:
                if member not in self._by_word[word]:
                    self._by_word[word].append(member)
            nick = re.search(r"[“\"'‘(](\w[\w.-]*)[”\"'’)]", name)
            if nick:
                forms.append([nick[1].lower(), plain[-1]])
        if (len(plain), len(name)) > (len(plain_words(member.name.split())), len(member.name)):
            member.name = re.sub(r"\s+", " ", name)
        if len(words) > 1:
            self._full_at[member].append(at)
        member.gender = member.gender or (pronoun_of(words[0]) if len(words) > 1 else None)

    def _learn_around(self, member: Member, start: int, end: int) -> None:
        """Learn role, affiliation and gender from what stands beside a name."""
        beside = around(self._ground, start, end)
        last = beside.before.split()[-1].lower().rstrip(".") if beside.before else ""
        if last in HE or last in SHE:
            member.gender, member.gender_sure = "he" if last in HE else "she", True
        # "First lady" is told although "lady" is no office.
        first_lady = (beside.before or "").lower().endswith("first lady")
        told = beside.before if first_lady or last not in HONORIFICS else None
        for role in (told, beside.apposed):
            if role:
                member.told_as.append(role)
                office = None if is_related(role) else office_alone(role)
                # "Rep." tells less than "the head of the caucus".
                told_more = office and role is beside.apposed and not is_title(office)
                member.role = office if told_more and is_title(member.role or "") else member.role or office
                member.affiliation = fuller_affiliation(member.affiliation, body_of(role) if office else None)
        member.sure = member.sure or bool(beside.apposed)
        for told in (beside.seat, beside.body):
            member.affiliation = fuller_affiliation(member.affiliation, told)
