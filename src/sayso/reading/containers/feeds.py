"""Read the items of an RSS or Atom feed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from sayso.config import Limits
from sayso.errors import EmptyPage, NotAPage, PageTooLarge, ReadError
from sayso.reading.containers.members import Held, Member
from sayso.reading.containers.xml_trees import line, local_name, markup_of, name_of, text_of
from sayso.reading.known import Known, read_time

ROOTS = frozenset({"rss", "feed", "RDF"})

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
# Namespaces of feeds themselves. Source: RFC 4287 and Atom 0.3; RSS 0.9, 1.0 and 1.1; two that RSS 2.0 was written in.
_OWN = re.compile(
    r"\{http://(?:www\.w3\.org/2005/Atom|purl\.org/(?:atom/ns#|rss/1\.0/|net/rss1\.1#)|my\.netscape\.com/rdf/simple/0\.9/"
    r"|channel\.netscape\.com/rdf/simple/0\.9/|backend\.userland\.com/rss2?|blogs\.law\.harvard\.edu/tech/rss)\}"
)
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]+);")
_TAG = re.compile(r"<[^<>]*>")
# A character behind tags and white space, which is a word's whatever follows.
_OPENS_WITH_WORD = re.compile(r"(?:\s|<[^<>]*>)*+[^\s<&]")
_MAILBOX = re.compile(r"\S+@\S+\s*\(([^()]+)\)")
# Dates and authors are taken whatever their namespace is: they also stand in those of Dublin Core.
_PUBLISHED = ("pubDate", "published", "issued", "date")
_MODIFIED = ("updated", "modified")
_AUTHORS = ("author", "creator")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


# The elements right inside one, by their name without its namespace.
Told: TypeAlias = dict[str, list[Any]]


def _told(element: Any) -> Told:
    told: Told = {}
    for child in element:
        name = local_name(child.tag)
        if name in told:
            told[name].append(child)
        else:
            told[name] = [child]
    return told


def _first(told: Told, name: str) -> Any | None:
    """The first of this name in a namespace of feeds or in none, or None."""
    for one in told.get(name, ()):
        if "}" not in one.tag or _OWN.match(one.tag):
            return one
    return None


def read_members(root: Any, where: str, limits: Limits) -> Held:
    """A page for each item with a text, or with a summary where it has none; one with only a link is an error.

    A page's bytes are the item's text as a reader of feeds is given it, in UTF-8. What the feed says of the item is
    known of the page; its `source` outranks the feed's own title, for it names the outlet of a reprint.
    """
    channel = _told(next((one for one in root if name_of(one) == "channel"), root))
    outlet, language = line(_first(channel, "title")), line(_first(channel, "language")) or root.get(_LANGUAGE)
    number = 0
    for item in items_of(root):
        number += 1
        if number > limits.members:
            what = f"more than {limits.members} items"
            raise PageTooLarge(where, what, "raise Limits.members, or split the feed")
        told = _told(item)
        known = _known(told, outlet, item.get(_LANGUAGE) or language)
        yield made(number, _content(told), known, where, limits)
    if not number:
        yield EmptyPage(where, "the feed has no items", "fetch it again later")


def made(number: int, content: tuple[str, bool], known: Known, where: str, limits: Limits) -> Member | ReadError:
    """The page of an item's `content`, which is HTML or not, or the error that says why there is none ("")."""
    name, (text, marked) = f"item {number}", content
    if not text:
        what = "the item has only a link, and no text" if known.url else "the item has neither text nor link"
        mend = f"fetch {known.url} and give the page" if known.url else "leave it out"
        return NotAPage(f"{where} {name}", what, mend)
    data = text.encode("utf-8", "replace")
    if len(data) > limits.page_bytes:
        return PageTooLarge(f"{where} {name}", f"more than {limits.page_bytes} bytes", "allow it with --max-page-mb")
    return Member(name, "item", data, "text/html" if marked else "text/plain", "utf-8", known)


def is_marked(text: str) -> bool:
    """Whether a text of unknown kind holds markup of HTML."""
    return _MARKUP.search(text) is not None


def items_of(root: Any) -> Iterator[Any]:
    """The items in order: in the channel (RSS 0.9x, 2.0), beside it (RSS 1.0), or in the feed (Atom)."""
    for child in root:
        name = name_of(child)
        if name in ("item", "entry"):
            yield child
        elif name == "channel":
            yield from items_of(child)


def says_something(text: str, marked: bool) -> bool:
    """Whether a text, which is HTML or not, shows a character that is no white space."""
    if marked and not _OPENS_WITH_WORD.match(text):
        text = html.unescape(_TAG.sub("", text))
    return bool(text) and not text.isspace()


def _content(told: Told) -> tuple[str, bool]:
    """The text of an item, its full text before its summary, and whether it is HTML."""
    for element in _texts(told):
        type_ = element.get("type", "")
        if "xhtml" in type_ or (len(element) and any(isinstance(one.tag, str) for one in element)):
            text, marked = markup_of(element), True
        else:
            text = text_of(element)
            marked = type_ in ("html", "text/html") or (type_ != "text" and is_marked(text))
        if says_something(text, marked):
            return text, marked
    return "", False


def _texts(told: Told) -> Iterator[Any]:
    for one in told.get("encoded", ()):
        if one.tag == _CONTENT:
            yield one
            break
    for name in ("content", "description", "summary"):
        if (one := _first(told, name)) is not None:
            yield one


def _known(told: Told, outlet: str | None, language: str | None) -> Known:
    source = _first(told, "source")
    named = line(_first(_told(source), "title")) or line(source) if source is not None else None
    title = line(_first(told, "title"))
    if title and ("<" in title or "&" in title) and is_marked(title):
        title = " ".join(html.unescape(_TAG.sub("", title)).split())
    return Known(
        title=title,
        authors=_authors(told),
        outlet=named or outlet,
        published=_time(told, _PUBLISHED),
        modified=_time(told, _MODIFIED),
        language=language,
        sections=tuple([said for one in told.get("category", ()) if (said := one.get("term") or line(one))]),
        url=_address(told),
    )


def _time(told: Told, names: Sequence[str]) -> str | None:
    """The first time that elements of these names tell."""
    for name in names:
        for one in told.get(name, ()):
            if found := read_time(line(one)):
                return found
    return None


def _authors(told: Told) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for name in _AUTHORS:
        for one in told.get(name, ()):
            if said := line(_first(_told(one), "name")) or (line(one) if len(one) == 0 else None):
                mailbox = _MAILBOX.fullmatch(said)
                names[mailbox[1] if mailbox else said] = None
    return tuple(names)


def address_of(item: Any) -> str | None:
    """The address that an item gives for itself, or None."""
    return _address(_told(item))


def _address(told: Told) -> str | None:
    for one in told.get("link", ()):
        if one.get("rel", "alternate") == "alternate" and (said := one.get("href") or line(one)):
            return str(said)
    guid = _first(told, "guid")
    said = line(guid)
    permanent = said and said.startswith("http") and guid is not None and guid.get("isPermaLink") != "false"
    return said if permanent else None
