"""Articles of one happening are one story, in one run or as they come."""

from dataclasses import replace

from sayso.comparing.stories import StoryStream, find_stories
from sayso.records import Article, Story
from tests.invented import article

FREIGHTER = (
    "Freighter Anselma loses containers in the Tarrow strait",
    "The freighter Anselma lost containers in a storm in the Tarrow strait, the coast guard of Kestria said. ",
)
ROOF = (
    "Mill Lane School in Haverling closed for its rotten roof",
    "Mill Lane School in Haverling stays closed since beams of the roof are rotten, the council said. ",
)


def papers(told: tuple[str, str], outlets: str, day: str) -> list[Article]:
    """One article an outlet, each with a sentence of its own."""
    title, text = told
    return [article(name, f"{text}{name} was there.", day, f"{title}, writes {name}") for name in outlets.split()]


def members(stories: list[Story]) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in stories}


def test_two_happenings_are_two_stories() -> None:
    ships, roofs = papers(FREIGHTER, "Echo Post Bell", "2024-11-11"), papers(ROOF, "Lamp Gazette", "2024-11-12")
    wanted = {frozenset(one.id for one in ships), frozenset(one.id for one in roofs)}
    assert members(find_stories([ships[0], roofs[0], *ships[1:], *roofs[1:]])) == wanted


def test_the_stream_comes_to_the_same_stories_in_any_order() -> None:
    ships, roofs = papers(FREIGHTER, "Echo Post Bell", "2024-11-11"), papers(ROOF, "Lamp Gazette", "2024-11-12")
    for order in ([*ships, *roofs], [roofs[1], ships[2], ships[0], roofs[0], ships[1]]):
        stream = StoryStream()
        for one in order:
            stream.add([one])
        assert members(stream.stories()) == members(find_stories(order))


def test_an_article_that_comes_late_goes_to_its_story_and_the_story_keeps_its_id() -> None:
    ships, roofs = papers(FREIGHTER, "Echo Post Bell", "2024-11-11"), papers(ROOF, "Lamp Gazette", "2024-11-30")
    stream = StoryStream()
    stream.add([*ships[:2], *roofs])
    before = {story.id for story in stream.stories()}
    stream.add([replace(ships[2], published="2024-11-12")])
    after = stream.stories()
    assert {story.id for story in after} == before
    assert next(len(story.articles) for story in after if ships[2].id in story.articles) == 3


def test_languages_are_kept_apart() -> None:
    here, there = papers(FREIGHTER, "Echo Bote", "2024-11-11")
    assert len(find_stories([here, replace(there, language="de")])) == 2


def test_no_articles_make_no_stories() -> None:
    assert find_stories([]) == []
    assert StoryStream().stories() == []
