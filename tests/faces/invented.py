"""An invented dossier that holds every case that the faces must show."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.identity import make_id
from sayso.records import (
    Article,
    CannotMeasure,
    Citation,
    Claim,
    Conflict,
    Copy,
    Counts,
    Credit,
    Dossier,
    First,
    MadeWith,
    Origin,
    OriginCount,
    Outside,
    Page,
    Part,
    Passage,
    Place,
    Problem,
    Relation,
    Speaker,
    Statement,
    Step,
    Story,
    Support,
    TimeMention,
    Withdrawal,
)  # fmt: skip
from sayso.spans import Span, map_of

HOSTILE = "<script>alert('quill')</script>"

WIRE = """Seven people were hurt when a tram left the rails at Lantern Square on Tuesday evening, police said.
“Seven passengers were taken to hospital, none of them in danger,” said Inspector Odo Marrable of the Quillhaven police. The line would be closed until Friday at the least, the tramway company predicted.
The company, Quill Tramways, said the tram had been travelling at 20 kilometres an hour."""

COURIER = """QUILLHAVEN (Northwire) — Seven people were hurt when a tram left the rails at Lantern Square on Tuesday evening, police said.
“Seven passengers were taken to hospital, none of them in danger,” said Inspector Odo Marrable of the Quillhaven police.
Our reporter counted four broken windows and a bent lamp post. The square was quiet by midnight."""

GAZETTE = """Nine people were treated after Tuesday's derailment, Saint Orla's Hospital said on Wednesday.
“We have nine patients from the tram, and two stay the night,” said Dr. Henrike Vost, who runs the emergency ward.
The driver was looking at his telephone, a conductor who asked not to be named told the Gazette.
The tram was doing nearly twice the limit, the same conductor said."""

LANTERN = """There is a kind of calm that only a timetable can produce.
According to the Gazette, the driver was looking at his telephone. I would not like to be that driver, nor that telephone. Seven hurt, say the police; nine, says the hospital, and the Harbour Telegraph, somebody tells me, has eight.
In my view the bend at Lantern Square was laid by an optimist."""

BELL = """The driver of the derailed tram was not using a telephone, the drivers' union said on Thursday.
“His telephone was in his locker, and we have shown the locker to the police,” said Tamsin Oake, who leads the union. The Courier reported that the mayor had said, citing police, that seven people were hurt.
The line reopens on Friday, the deputy minister of transport, Cass Wendling, announced."""

RADIO = """A tram left the rails at Lantern Square. Seven people were hurt.
The line is to reopen on Friday."""

NORTH = """En sporvogn gik af sporet tirsdag aften. Syv mennesker kom til skade, oplyser politiet."""

LIBRARY = """The library in Otter Lane will close at the end of the year, the town council decided on Monday.
It holds 41,000 books. The roof has leaked since the spring."""

OTTER = """The library in Otter Lane will close at the end of the year. The roof has leaked since the spring.
“We were never asked,” said a reader on the steps."""


@dataclass
class Newsroom:
    """Collects records, so that a test reads like a newspaper and not like a table."""

    pages: list[Page] = field(default_factory=list)
    articles: dict[str, Article] = field(default_factory=dict)
    speakers: dict[str, Speaker] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)

    def print(
        self, key: str, outlet: str | None, title: str, text: str, published: str | None = None, *,
        location: str = "", parts: tuple[Part, ...] = (), analysed: bool = True, language: str = "en",
        genre: str = "report", credit: str | None = None,
    ) -> Article:  # fmt: skip
        """Put one article on a page of its own."""
        page = make_id("pg", key)
        location = location or f"https://{key}.example/news/{key}.html"
        self.pages.append(Page(page, location, "ab12" * 16, "text/html", "utf-8", parts, text))
        named = (Credit(credit, self.span(text, credit) if credit in text else None),) if credit else ()
        article = Article(
            id=make_id("art", key), page=page, title=title, authors=("Ada Fenn",), genre=genre, language=language,  # type: ignore[arg-type]
            text=text, map=map_of(range(len(text))), analysed=analysed, outlet=outlet, published=published,
            credits=named, cites=(Citation("Minutes of the council", "https://council.example/minutes"),),
        )  # fmt: skip
        self.articles[key] = article
        return article

    def introduce(self, key: str, name: str, kind: str = "person", **more: object) -> str:
        """Add a speaker."""
        speaker = Speaker(make_id("sp", key), name, kind, tuple(more.pop("aliases", ())), (), **more)  # type: ignore[arg-type]
        self.speakers[key] = speaker
        return speaker.id

    @staticmethod
    def span(text: str, words: str) -> Span:
        """Where `words` stand in `text`."""
        start = text.index(words)
        return Span(start, start + len(words))

    @classmethod
    def nearest(cls, text: str, words: str | None, to: int) -> Span | None:
        """Where `words` stand nearest to the place `to`."""
        if words is None:
            return None
        starts = [at for at in range(len(text)) if text.startswith(words, at)]
        start = min(starts, key=lambda at: abs(at - to))
        return Span(start, start + len(words))

    def say(
        self, key: str, article: str, words: str, *, by: str | None = None, source: str | None = None,
        cue: str | None = None, via: tuple[str, ...] = (), stance: str = "asserted", kind: str = "indirect",
        parent: str | None = None, with_: tuple[str, ...] = (), in_title: bool = False,
    ) -> Statement:  # fmt: skip
        """Add a statement whose spans are found by their words."""
        found = self.articles[article]
        text = found.title if in_title else found.text
        near = text.index(words) + len(words)
        statement = Statement(
            id=make_id("stm", key), article=found.id, in_="title" if in_title else "text",
            kind=kind if by else "own", content=(self.span(text, words),), stance=stance, confidence=0.9,  # type: ignore[arg-type]
            cue=self.nearest(text, cue, near), source=self.nearest(text, source, near),
            speaker=self.speakers[by].id if by else None, via=tuple(self.speakers[name].id for name in via),
            with_=tuple(self.speakers[name].id for name in with_),
            parent=self.statements[parent].id if parent else None,
            times=(TimeMention(self.span(text, "Friday"), "2031-03-07"),) if "Friday" in words else (),
        )  # fmt: skip
        self.statements[key] = statement
        return statement

    def support(self, *keys: str) -> tuple[Support, ...]:
        """Supports with the whole content of each statement."""
        return tuple(Support(s.id, s.content, s.stance) for s in (self.statements[key] for key in keys))

    def origin(
        self, name: str, *keys: str, kind: str = "speaker", shown: bool = True, credited: bool = True,
        since: str | None = None, chain: tuple[Step, ...] = (), withdrawn: Withdrawal | None = None, by: str | None = None,
    ) -> Origin:  # fmt: skip
        """An origin with the statements that rest on it."""
        return Origin(
            id=make_id("or", name, *keys), kind=kind, name=name, speakers=(self.speakers[by].id,) if by else (),  # type: ignore[arg-type]
            statements=tuple(self.statements[key].id for key in keys),
            standing="shown" if shown else "not_shown", credited=credited, chain=chain, since=since, withdrawn=withdrawn,
        )  # fmt: skip

    def step(self, from_: str, to: str, because: str, article: str, words: str) -> Step:
        """A step with its words; ends are keys of speakers or articles, or are told as they stand."""
        found = self.articles[article]
        ends = [self.speakers[end].id if end in self.speakers else self.articles[end].id if end in self.articles else end
                for end in (from_, to)]  # fmt: skip
        return Step(ends[0], ends[1], because, words, found.id, self.span(found.text, words))  # type: ignore[arg-type]

    def place(self, article: str, words: str) -> Place:
        """Words of an article's text as evidence."""
        return Place(self.articles[article].id, self.span(self.articles[article].text, words))

    def claim(
        self, key: str, story: str, supports: tuple[Support, ...], origins: tuple[Origin, ...],
        count: OriginCount | CannotMeasure, *, relations: tuple[Relation, ...] = (), outside: tuple[Outside, ...] = (),
    ) -> Claim:  # fmt: skip
        """A claim in the words of its first support."""
        by_id = {statement.id: statement for statement in self.statements.values()}
        articles = {article.id: article for article in self.articles.values()}
        told = [articles[by_id[support.statement].article] for support in supports]
        first = by_id[supports[0].statement]
        base = told[0].title if first.in_ == "title" else told[0].text
        return Claim(
            id=make_id("cl", key), story=make_id("sty", story), text=supports[0].spans[0].cut(base),
            statements=tuple(support.statement for support in supports), support=supports,
            first=First(told[0].id, told[0].published), origins=origins, relations=relations, independent_origins=count,
            outside=outside, counts=Counts(len({a.id for a in told}), len({a.outlet for a in told})),
        )  # fmt: skip


def newsroom() -> Newsroom:
    """Both stories' articles, speakers and statements."""
    room = Newsroom()
    _print_pages(room)
    _introduce_speakers(room)
    _say_what_is_said(room)
    return room


def dossier(*, hostile: bool = True) -> Dossier:
    """The whole invented dossier; without the hostile words if they would spoil a picture."""
    room = newsroom()
    claims = {**_tram_claims(room), **_library_claims(room)}
    title = f"Tram leaves the rails {HOSTILE}" if hostile else "Tram leaves the rails at Lantern Square"
    articles = tuple(room.articles.values())
    tram = ("wire", "courier", "gazette", "lantern", "bell", "radio", "north")
    return Dossier(
        made_with=MadeWith("0.1.0", {"attribution": "c0ffee" * 10 + "c0ff"}, {"article_characters": "400000"}),
        pages=tuple(room.pages),
        articles=articles,
        speakers=tuple(room.speakers.values()),
        statements=tuple(room.statements.values()),
        stories=(
            Story(make_id("sty", "library"), "Library in Otter Lane to close",
                  (room.articles["library"].id, room.articles["otter"].id), "2031-03-03", "2031-03-04"),
            Story(make_id("sty", "tram"), title, tuple(room.articles[key].id for key in tram),
                  "2031-03-04T21:40+01:00", "2031-03-08"),
        ),
        copies=(_copy(room),),
        claims=tuple(claims.values()),
        conflicts=_conflicts(room, claims),
        problems=(
            Problem("pages/torn.warc.gz", "the archive ends inside a record", "fetch it again"),
            Problem("pages/empty.html", f"no character could be read {HOSTILE}", "save the page again"),
        ),
    )  # fmt: skip


def _print_pages(room: Newsroom) -> None:
    ticker = "19:10 Bakers vote for later mornings 18:42 Otter seen in Otter Lane"
    at = ticker.index("18:42")
    parts = (
        Part("prt_1", "navigation", 0, 10, "Home | News | Weather"),
        Part("prt_2", "ticker_item", 10, 40, ticker[:at].strip(), published="2031-03-07T19:10"),
        Part("prt_3", "ticker_item", 40, 70, f"{ticker[at:]} {HOSTILE}", published="2031-03-07T18:42"),
        Part("prt_4", "caption", 70, 90, "The tram on Wednesday morning. Photo: Northwire"),
        Part("prt_5", "disclaimer", 90, 99, "Columns are the opinion of those who sign them."),
    )
    title = "Seven hurt as tram leaves the rails"
    room.print("wire", "Northwire", title, WIRE, "2031-03-04T21:40+01:00")
    room.print("courier", "Quillhaven Courier", f"{title} at Lantern Square", COURIER, "2031-03-04T23:15+01:00",
               credit="Northwire")  # fmt: skip
    room.print(
        "gazette", "The Gazette", "Driver looked at telephone, says conductor", GAZETTE, "2031-03-05T10:00+01:00"
    )
    room.print("lantern", "The Lantern", "A telephone, a bend and an optimist", LANTERN, "2031-03-08", parts=parts,
               genre="opinion", location="archive/lantern/saturday.html")  # fmt: skip
    room.print("bell", "Union Bell", f"Union: no telephone {HOSTILE}", BELL, "2031-03-06T08:30+01:00")
    room.print("radio", "Radio Harrow", "Tram line to reopen", RADIO, None, location="javascript:alert(1)")
    room.print(
        "north", "Nordhavn Avis", "Sporvogn af sporet", NORTH, "2031-03-05T07:00+01:00", analysed=False, language="da"
    )
    room.print("library", "Quillhaven Courier", "Library in Otter Lane to close", LIBRARY, "2031-03-03")
    room.print("otter", "Otter Lane Leaf", "Our library goes", OTTER, "2031-03-04")


def _introduce_speakers(room: Newsroom) -> None:
    room.introduce("police", "Quillhaven police", "organisation", aliases=("police", "the police"))
    room.introduce("marrable", "Odo Marrable", role="Inspector", affiliation="Quillhaven police", aliases=("Marrable",))
    room.introduce("company", "Quill Tramways", "organisation", aliases=("the tramway company", "the company"))
    room.introduce("hospital", "Saint Orla's Hospital", "organisation", aliases=("the hospital",))
    room.introduce("vost", "Henrike Vost", role="head of the emergency ward", affiliation="Saint Orla's Hospital")
    room.introduce("conductor", "a conductor who asked not to be named", "unnamed")
    room.introduce("union", "the drivers' union", "organisation")
    room.introduce("oake", "Tamsin Oake", role="leader", affiliation="the drivers' union")
    room.introduce("mayor", "the mayor", "person", role="mayor")
    room.introduce("courier_sp", "The Courier", "organisation")
    room.introduce("gazette_sp", "The Gazette", "organisation")
    room.introduce(
        "wendling", "Cass Wendling", role="deputy minister of transport", affiliation="Ministry of Transport"
    )
    room.introduce("council", "the town council", "organisation")
    room.introduce("reader", "a reader on the steps", "unnamed")


def _say_what_is_said(room: Newsroom) -> None:
    lead = "Seven people were hurt when a tram left the rails at Lantern Square on Tuesday evening"
    room.say("wire_hurt", "wire", lead, by="police", source="police", cue="said")
    room.say("courier_hurt", "courier", lead, by="police", source="police", cue="said", via=("courier_sp",))
    room.say("wire_quote", "wire", "Seven passengers were taken to hospital, none of them in danger", by="marrable",
             source="Inspector Odo Marrable of the Quillhaven police", cue="said", kind="direct")  # fmt: skip
    room.say("lantern_seven", "lantern", "Seven hurt", by="police", source="the police", cue="say")
    room.say("mayor_hurt", "bell", "the mayor had said, citing police, that seven people were hurt", by="courier_sp",
             source="The Courier", cue="reported")  # fmt: skip
    room.say("bell_seven", "bell", "seven people were hurt", by="police", source="police", cue="citing",
             via=("mayor", "courier_sp"), parent="mayor_hurt")  # fmt: skip
    room.say("radio_seven", "radio", "Seven people were hurt")
    room.say("gazette_nine", "gazette", "Nine people were treated after Tuesday's derailment", by="hospital",
             source="Saint Orla's Hospital", cue="said")  # fmt: skip
    room.say("vost_nine", "gazette", "We have nine patients from the tram, and two stay the night", by="vost",
             source="Dr. Henrike Vost, who runs the emergency ward", cue="said", kind="direct")  # fmt: skip
    room.say("lantern_nine", "lantern", "nine", by="hospital", source="the hospital", cue="says")
    room.say("phone", "gazette", "The driver was looking at his telephone", by="conductor",
             source="a conductor who asked not to be named", cue="told the Gazette", via=("gazette_sp",))  # fmt: skip
    room.say("lantern_phone", "lantern", "the driver was looking at his telephone", by="conductor",
             source="the Gazette", cue="According to", via=("gazette_sp",))  # fmt: skip
    room.say("no_phone", "bell", "The driver of the derailed tram was not using a telephone", by="union",
             source="the drivers' union", cue="said", stance="denied")  # fmt: skip
    room.say("locker", "bell", "His telephone was in his locker, and we have shown the locker to the police", by="oake",
             source="Tamsin Oake, who leads the union", cue="said", kind="direct", with_=("union",))  # fmt: skip
    room.say("speed", "wire", "the tram had been travelling at 20 kilometres an hour", by="company",
             source="The company, Quill Tramways,", cue="said")  # fmt: skip
    room.say("fast", "gazette", "The tram was doing nearly twice the limit", by="conductor", source="the same conductor",
             cue="said")  # fmt: skip
    room.say("closed", "wire", "The line would be closed until Friday at the least", by="company",
             source="the tramway company", cue="predicted", stance="predicted")  # fmt: skip
    room.say("reopen", "bell", "The line reopens on Friday", by="wendling",
             source="the deputy minister of transport, Cass Wendling,", cue="announced", stance="predicted")  # fmt: skip
    room.say("radio_reopen", "radio", "The line is to reopen on Friday", stance="predicted")
    room.say("radio_title", "radio", "Tram line to reopen", in_title=True, stance="predicted")
    room.say("windows", "courier", "Our reporter counted four broken windows and a bent lamp post")
    room.say("quiet", "courier", "The square was quiet by midnight")
    room.say("calm", "lantern", "There is a kind of calm that only a timetable can produce", stance="opinion")
    room.say("optimist", "lantern", "the bend at Lantern Square was laid by an optimist", stance="opinion")
    closing = "The library in Otter Lane will close at the end of the year"
    room.say("close", "library", closing, by="council", source="the town council", cue="decided")
    room.say("otter_close", "otter", closing)
    room.say("roof", "library", "The roof has leaked since the spring")
    room.say("otter_roof", "otter", "The roof has leaked since the spring")
    room.say("books", "library", "It holds 41,000 books")
    room.say(
        "asked", "otter", "We were never asked", by="reader", source="a reader on the steps", cue="said", kind="direct"
    )


def _tram_claims(room: Newsroom) -> dict[str, Claim]:
    police = room.origin(
        "Quillhaven police", "wire_hurt", "courier_hurt", "wire_quote", "lantern_seven", "bell_seven", by="police",
        since="2031-03-04T21:40+01:00",
        chain=(
            room.step("police", "wire", "says", "wire", "police said"),
            room.step("marrable", "police", "same", "wire", "Inspector Odo Marrable of the Quillhaven police"),
            room.step("wire", "courier", "copies", "courier", "(Northwire)"),
            room.step("police", "mayor", "via", "bell", "citing police"),
            room.step("mayor", "courier_sp", "via", "bell", "The Courier reported that the mayor had said"),
        ),
    )  # fmt: skip
    radio = room.origin("Radio Harrow", "radio_seven", kind="outlet", shown=False, credited=False,
                        chain=(room.step("radio", "radio", "says", "radio", "Seven people were hurt."),))  # fmt: skip
    hospital = room.origin(
        "Saint Orla's Hospital", "gazette_nine", "vost_nine", "lantern_nine", by="hospital",
        since="2031-03-05T10:00+01:00",
        chain=(
            room.step("hospital", "gazette", "says", "gazette", "Saint Orla's Hospital said on Wednesday"),
            room.step("vost", "hospital", "same", "gazette", "Dr. Henrike Vost, who runs the emergency ward"),
            room.step("hospital", "lantern", "says", "lantern", "nine, says the hospital"),
        ),
    )  # fmt: skip
    conductor = room.origin(
        "a conductor who asked not to be named", "phone", "lantern_phone", by="conductor", since="2031-03-05T10:00+01:00",
        shown=False,
        chain=(
            room.step("conductor", "gazette", "says", "gazette", "a conductor who asked not to be named told the Gazette"),
            room.step("gazette", "lantern", "credits", "lantern", "According to the Gazette"),
        ),
    )  # fmt: skip
    union = room.origin("the drivers' union", "no_phone", "locker", by="union", since="2031-03-06T08:30+01:00",
                        chain=(room.step("union", "bell", "says", "bell", "the drivers' union said on Thursday"),))  # fmt: skip
    company = room.origin("Quill Tramways", "closed", by="company", since="2031-03-04T21:40+01:00",
                          withdrawn=Withdrawal("2031-03-06", room.statements["reopen"].id),
                          chain=(room.step("company", "wire", "says", "wire", "the tramway company predicted"),))  # fmt: skip
    minister = room.origin("Ministry of Transport", "reopen", by="wendling", since="2031-03-06T08:30+01:00",
                           chain=(room.step("wendling", "bell", "says", "bell", "Cass Wendling, announced"),))  # fmt: skip
    radio_line = room.origin("Radio Harrow", "radio_reopen", "radio_title", kind="outlet", shown=False, credited=False)
    speed = room.origin("Quill Tramways", "speed", by="company", since="2031-03-04T21:40+01:00")
    fast = room.origin("a conductor who asked not to be named", "fast", by="conductor", shown=False)
    seen = room.origin("Quillhaven Courier", "windows", kind="outlet", since="2031-03-04T23:15+01:00")
    outside = (Outside("Harbour Telegraph", room.articles["lantern"].id, room.span(LANTERN, "the Harbour Telegraph")),)
    one = OriginCount(1, 1, 0, ())
    reopening = (
        Relation(company.id, minister.id, "distinct", "different bodies, each speaks of its own decision",
                 (room.place("wire", "the tramway company predicted"), room.place("bell", "Cass Wendling, announced"))),
        Relation(minister.id, radio_line.id, "open", "Radio Harrow gives no source"),
    )  # fmt: skip
    return {
        "seven": room.claim(
            "seven", "tram", room.support("wire_hurt", "courier_hurt", "wire_quote", "lantern_seven", "bell_seven", "radio_seven"),
            (police, radio), OriginCount(1, 2, 1, (police.id,)), outside=outside,
            relations=(Relation(police.id, radio.id, "open", "Radio Harrow gives no source and may lean on the others",
                                (room.place("radio", "Seven people were hurt."),)),),
        ),
        "nine": room.claim("nine", "tram", room.support("gazette_nine", "vost_nine", "lantern_nine"), (hospital,), one),
        "phone": room.claim("phone", "tram", room.support("phone", "lantern_phone"), (conductor,), one),
        "denial": room.claim("denial", "tram", room.support("no_phone", "locker"), (union,), one),
        "friday": room.claim("friday", "tram", room.support("reopen", "closed", "radio_reopen", "radio_title"),
                             (company, minister, radio_line), OriginCount(2, 3, 1, (company.id, minister.id)),
                             relations=reopening),
        "speed": room.claim("speed", "tram", room.support("speed"), (speed,), one),
        "fast": room.claim("fast", "tram", room.support("fast"), (fast,), one),
        "windows": room.claim("windows", "tram", room.support("windows"), (seen,), one),
        "quiet": room.claim("quiet", "tram", room.support("quiet"),
                            (room.origin("Quillhaven Courier", "quiet", kind="outlet", shown=False, credited=False),),
                            OriginCount(1, 1, 1, ())),
        "calm": room.claim("calm", "tram", room.support("calm"),
                           (room.origin("The Lantern", "calm", kind="outlet", shown=True),), one),
        "optimist": room.claim("optimist", "tram", room.support("optimist"),
                               (room.origin("The Lantern", "optimist", kind="outlet", shown=True),), one),
    }  # fmt: skip


def _library_claims(room: Newsroom) -> dict[str, Claim]:
    council = room.origin("the town council", "close", by="council", since="2031-03-03")
    leaf = room.origin("Otter Lane Leaf", "otter_close", kind="outlet", shown=False, credited=False, since="2031-03-04")
    roofs = tuple(
        room.origin(name, key, kind="outlet", shown=False, credited=False)
        for name, key in (("Quillhaven Courier", "roof"), ("Otter Lane Leaf", "otter_roof"))
    )
    return {
        "close": room.claim("close", "library", room.support("close", "otter_close"), (council, leaf),
                            CannotMeasure("neither article shows which was written first")),
        "roof": room.claim("roof", "library", room.support("roof", "otter_roof"), roofs, OriginCount(1, 2, 2, ())),
        "books": room.claim("books", "library", room.support("books"),
                            (room.origin("Quillhaven Courier", "books", kind="outlet", shown=False, credited=False),),
                            OriginCount(1, 1, 1, ())),
        "asked": room.claim("asked", "library", room.support("asked"),
                            (room.origin("a reader on the steps", "asked", by="reader"),), OriginCount(1, 1, 0, ())),
    }  # fmt: skip


def _copy(room: Newsroom) -> Copy:
    words = WIRE[: WIRE.index(" The line would")]
    added = COURIER[COURIER.index("Our reporter") :]
    dropped = WIRE[WIRE.index("The line would") :]
    return Copy(
        id=make_id("cp", "courier"), of=room.articles["wire"].id, copy=room.articles["courier"].id, share=0.713,
        passages=(Passage(room.span(WIRE, words), room.span(COURIER, words)),), added=(room.span(COURIER, added),),
        dropped=(room.span(WIRE, dropped),), direction="credits", because="the credit line names Northwire",
    )  # fmt: skip


def _conflicts(room: Newsroom, claims: dict[str, Claim]) -> tuple[Conflict, ...]:
    return (
        Conflict(make_id("cf", "hurt"), (claims["seven"].id, claims["nine"].id), "number", "7 people against 9 people",
                 (room.place("wire", "Seven people were hurt"), room.place("gazette", "Nine people were treated"))),
        Conflict(make_id("cf", "phone"), (claims["denial"].id, claims["phone"].id), "denial", "the union denies it",
                 (room.place("bell", "was not using a telephone"),)),
        Conflict(make_id("cf", "speed"), (claims["speed"].id, claims["fast"].id), "number",
                 "20 kilometres an hour against nearly twice the limit", (room.place("gazette", "nearly twice the limit"),)),
    )  # fmt: skip
