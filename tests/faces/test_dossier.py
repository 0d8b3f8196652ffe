"""The dossier: one page, nothing hidden, nothing fetched, nothing run."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest
from invented import HOSTILE, dossier, newsroom

from sayso.faces.claim_view import view_claim
from sayso.faces.dossier import render_dossier, view_dossier
from sayso.faces.lookup import look_up
from sayso.faces.sentences import excerpt, sentence_around
from sayso.faces.story_view import view_stories
from sayso.faces.timeline import timeline
from sayso.faces.wording import days, origins_in_words, when
from sayso.records import CannotMeasure, Claim, Counts, Dossier, MadeWith, OriginCount, Support
from sayso.spans import Span, covered


class Reader(HTMLParser):
    """What a browser finds on the page."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.marks: list[str] = []
        self.open_marks = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag == "mark":
            self.open_marks += 1
            self.marks.append("")

    def handle_endtag(self, tag: str) -> None:
        self.open_marks -= tag == "mark"

    def handle_data(self, data: str) -> None:
        if self.open_marks:
            self.marks[-1] += data


@pytest.fixture(scope="module")
def found() -> Dossier:
    return dossier()


@pytest.fixture(scope="module")
def page(found: Dossier) -> str:
    return render_dossier(found)


def plain(page: str) -> str:
    """The words of a page without its tags."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_hostile_words_are_shown_and_not_run(page: str) -> None:
    assert "<script" not in page
    assert page.count("&lt;script&gt;") >= 4
    assert HOSTILE in unescape(page)


def test_a_hostile_id_stays_inside_its_attribute(found: Dossier) -> None:
    hostile = '"><script>x</script>'
    changed = replace(found, articles=(replace(found.articles[0], id=hostile), *found.articles[1:]), stories=(),
                      claims=(), statements=(), copies=())  # fmt: skip
    assert "<script" not in render_dossier(changed)


def test_only_links_lead_outside_and_only_to_web_pages(page: str) -> None:
    for tag, attributes in Reader(page).tags:
        for name, value in attributes.items():
            if re.match(r"\s*[a-z][a-z0-9+.-]*:", value) and name in {"href", "src", "action", "data", "srcset"}:
                assert tag == "a"
                assert value.startswith(("https://", "http://"))
        assert tag not in {"script", "img", "link", "iframe", "object", "embed", "form", "base"}
    style = page[page.index("<style>") : page.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style


def test_anchors_are_unique_and_each_link_inside_finds_one(page: str) -> None:
    tags = Reader(page).tags
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    inside = {attributes["href"][1:] for _, attributes in tags if attributes.get("href", "").startswith("#")}
    assert inside <= set(ids)


def test_each_claim_article_story_and_conflict_can_be_linked_to(found: Dossier, page: str) -> None:
    ids = {attributes.get("id") for _, attributes in Reader(page).tags}
    for records in (found.claims, found.articles, found.stories, found.conflicts, found.copies, found.pages):
        assert {record.id for record in records} <= ids


def test_equal_dossiers_give_equal_pages(page: str) -> None:
    assert render_dossier(dossier()) == page


def test_each_mark_holds_exactly_the_words_of_a_span(found: Dossier, page: str) -> None:
    lookup = look_up(found)
    words = {
        span.cut(lookup.base(lookup.statements[support.statement]))
        for claim in found.claims
        for support in claim.support
        for span in covered(support.spans)
    }
    marks = Reader(page).marks
    assert marks
    assert set(marks) <= words


def test_the_three_numbers_stand_together_for_every_claim(found: Dossier, page: str) -> None:
    told = plain(page)
    for claim in found.claims:
        figure, label = origins_in_words(claim.independent_origins)
        origins = f"{figure} {label}" if figure else label
        nouns = ["article" + "s" * (claim.counts.articles > 1), "outlet" + "s" * (claim.counts.outlets > 1)]
        pattern = (
            rf"{claim.counts.articles} {nouns[0]} (· )?{claim.counts.outlets} {nouns[1]} (· )?{re.escape(origins)}"
        )
        start = told.index(claim.text)
        assert any(
            re.search(pattern, told[at.start() : at.start() + 500]) for at in re.finditer(re.escape(claim.text), told)
        ), start


def test_the_numbers_say_what_was_read_and_what_points_outside(page: str) -> None:
    told = plain(page)
    assert "in 7 articles of 7 outlets read; 1 credit outside them" in told
    assert "7 articles of 7 outlets read, 1 of them not analysed (Danish); 1 credit points outside them" in told


def test_uncredited_origins_are_told_apart() -> None:
    assert origins_in_words(OriginCount(1, 1, 0, ())) == ("1", "origin")
    assert origins_in_words(OriginCount(1, 3, 0, ())) == ("1–3", "origins")
    assert origins_in_words(OriginCount(1, 34, 33, ())) == ("1", "credited, 33 give no source")
    assert origins_in_words(OriginCount(1, 4, 1, ())) == ("1–3", "credited, 1 gives no source")
    assert origins_in_words(OriginCount(1, 2, 2, ())) == ("none", "credited, 2 give no source")
    assert origins_in_words(CannotMeasure("no dates")) == (None, "cannot measure: no dates")


def test_no_label_says_who_was_first(page: str) -> None:
    told = plain(page).lower()
    assert "earliest in the texts read" in told
    assert "first said" not in told


def test_nothing_is_left_out_in_silence(page: str) -> None:
    told = plain(page)
    for words in (
        "1 caption", "1 disclaimer", "2 ticker items", "Bakers vote for later mornings", "the archive ends inside a record",
        "fetch it again", "1 article in Danish", "c0ffee", "copied 71% from Northwire", "Undated: Radio Harrow",
    ):  # fmt: skip
        assert words in told


def test_a_claim_told_once_in_an_outlets_own_voice_stands_at_the_end(found: Dossier) -> None:
    story = next(story for story in view_stories(found, look_up(found)) if story.title.startswith("Tram"))
    assert story.shown[0].head.words.startswith("Seven people")
    assert {head.words for head in story.single} >= {"The square was quiet by midnight"}


def test_contested_stories_come_first(found: Dossier) -> None:
    titles = [story.title for story in view_dossier(found).stories]
    assert titles[0].startswith("Tram")


def test_relayed_words_name_the_whole_way(page: str) -> None:
    assert "Quillhaven police → via the mayor → via The Courier" in plain(page)


def test_a_citation_holds_all_that_is_needed_to_check_it(found: Dossier) -> None:
    claim = view_claim(look_up(found), found.claims[0])
    citation = claim.supports[0].citation
    assert citation.words == found.claims[0].text
    assert citation.offsets.startswith("text [0, ")
    assert citation.sha256 == found.pages[0].sha256
    assert citation.link == citation.location


def test_each_claim_shows_the_id_that_sayso_why_asks_for(found: Dossier, page: str) -> None:
    told = plain(page)
    assert all(claim.id in told for claim in found.claims)


def test_claims_and_articles_of_no_story_are_listed(found: Dossier) -> None:
    told = plain(render_dossier(replace(found, stories=())))
    assert "In no story" in told
    for claim in found.claims:
        assert claim.text in told


def test_an_empty_dossier_is_a_page_too() -> None:
    assert "0 pages" in plain(render_dossier(Dossier(MadeWith("0.1.0", {}, {})))).replace("pages 0", "0 pages")


def test_a_sentence_ends_where_the_reader_would_end_it() -> None:
    text = "First one. Then Dr. Vost said: “It is nine. Or ten.” Later came rain.\nA new line"
    assert sentence_around(text, Span(27, 31)).cut(text) == "Then Dr. Vost said: “It is nine."
    assert sentence_around(text, Span(text.index("Later"), text.index("Later") + 5)).cut(text) == "Later came rain."
    assert sentence_around(text, Span(text.index("new"), len(text))).cut(text) == "A new line"


def test_a_sentence_without_end_is_cut_at_words_and_says_so() -> None:
    text = "word " * 1000
    window = excerpt(text, [Span(2500, 2504)])[0]
    assert window.cut_before
    assert window.cut_after
    assert all(segment.text.strip(" ").startswith("word") for segment in window.segments if segment.text.strip())


def test_a_credit_far_from_the_words_is_shown_in_its_own_sentence() -> None:
    text = "The bridge is shut. It rained. Nobody came. “So it is,” said the warden."
    windows = excerpt(text, [Span(0, 18)], Span(text.index("the warden"), len(text) - 1), None)
    assert ["".join(s.text for s in window.segments) for window in windows] == [
        "The bridge is shut.", "“So it is,” said the warden."]  # fmt: skip


def test_dots_of_one_outlet_do_not_cover_each_other() -> None:
    article = next(iter(newsroom().articles.values()))
    same = [replace(article, id=f"art_{at}") for at in range(4)]
    lane = timeline(same, frozenset({"art_1"})).lanes[0]
    assert [dot.level for dot in lane.dots] == [0, 1, 2, 3]
    assert [dot.kind for dot in lane.dots] == ["original", "copy", "original", "original"]


def test_a_time_line_of_many_outlets_folds_the_later_ones() -> None:
    article = next(iter(newsroom().articles.values()))
    many = [replace(article, id=f"art_{at}", outlet=f"Paper {at}") for at in range(20)]
    line = timeline(many, frozenset())
    assert len(line.lanes) == 8
    assert sum(len(lane.dots) for lane in (*line.lanes, *line.folded)) == 20


def test_times_are_told_as_found() -> None:
    assert when("2031-03-04T21:40+01:00") == "4 March 2031, 21:40 +01:00"
    assert when("2031-03") == "March 2031"
    assert when("last Tuesday") == "last Tuesday"
    assert when(None) == "no date"
    assert days("2031-03-04T21:40", "2031-03-08") == "4–8 March 2031"
    assert days("2031-02-27", "2031-03-08") == "27 February – 8 March 2031"


def test_three_thousand_claims_of_180_articles_stay_under_ten_megabytes(found: Dossier) -> None:
    big = enlarge(found, articles=180, claims=3000)
    page = render_dossier(big)
    assert len(page.encode()) < 10_000_000
    assert plain(page).count("articles of") > 0
    assert {claim.id for claim in big.claims} <= set(re.findall(r'id="(cl_[^"]+)"', page))


def enlarge(found: Dossier, articles: int, claims: int) -> Dossier:
    """A dossier of one story with that many articles and claims; every tenth claim is carried by 60 articles."""
    room = newsroom()
    wire = room.articles["wire"]
    said = room.statements["wire_hurt"]
    many = tuple(replace(wire, id=f"art_{at}", outlet=f"Paper {at % 60}") for at in range(articles))
    statements = tuple(replace(said, id=f"stm_{at}", article=article.id) for at, article in enumerate(many))
    base = found.claims[0]

    def claim(at: int) -> Claim:
        carried = [statements[(at + step) % articles] for step in range(60 if at % 10 == 0 else 2)]
        support = tuple(Support(statement.id, statement.content, "asserted") for statement in carried)
        return replace(base, id=f"cl_{at}", statements=tuple(s.id for s in carried), support=support,
                       counts=Counts(len(carried), len(carried)))  # fmt: skip

    story = replace(found.stories[1], articles=tuple(article.id for article in many))
    return replace(found, articles=many, statements=statements, stories=(story,), copies=(), conflicts=(),
                   claims=tuple(claim(at) for at in range(claims)))  # fmt: skip
