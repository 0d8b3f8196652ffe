"""Read the items of an RSS or Atom feed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from sayso.config import Limits
from sayso.errors import EmptyPage, NotAPage, PageTooLarge, ReadError
from sayso.reading.containers.members import Held, Member
from sayso.reading.containers.xml_trees import line, markup_of, name_of, text_of
from sayso.reading.known import Known, read_time

ROOTS = frozenset({"rss", "feed", "RDF"})

_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_ATOM = re.compile(r"\{http://(?:www\.w3\.org/2005/Atom|purl\.org/atom/ns#)\}")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]+);")
_TAG = re.compile(r"<[^<>]*>")
_MAILBOX = re.compile(r"\S+@\S+\s*\(([^()]+)\)")


def read_members(root: Any, where: str, limits: Limits) -> Held:
    """A page for each item with a text, or with a summary where it has none; one with only a link is an error.

    A page's bytes are the item's text as a reader of feeds is given it, in UTF-8. What the feed says of the item is
    known of the page; its `source` outranks the feed's own title, for it names the outlet of a reprint.
    """
    channel = next((one for one in root if name_of(one) == "channel"), root)
    outlet, language = line(_child(channel, "title")), line(_child(channel, "language")) or _language(root)
    number = 0
    for item in items_of(root):
        number += 1
        if number > limits.members:
            what = f"more than {limits.members} items"
            raise PageTooLarge(where, what, "raise Limits.members, or split the feed")
        known = _known(item, outlet, _language(item) or language)
        yield made(number, _content(item), known, where, limits)
    if not number:
        yield EmptyPage(where, "the feed has no items", "fetch it again later")


def made(number: int, content: tuple[str, bool], known: Known, where: str, limits: Limits) -> Member | ReadError:
    """The page of an item's `content`, which is HTML or not, or the error that says why there is none."""
    name, (text, marked) = f"item {number}", content
    if not (html.unescape(_TAG.sub("", text)) if marked else text).strip():
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


def _child(element: Any, name: str, space: str | None = None) -> Any | None:
    """The first child of this name, one without a namespace or in that of Atom or RSS 1.0 before others."""
    found = [one for one in element if name_of(one) == name]
    if space is not None:
        return next((one for one in found if one.tag.startswith(f"{{{space}}}")), None)
    plain = [one for one in found if "{" not in one.tag or _ATOM.match(one.tag) or "rss" in one.tag]
    return next(iter(plain), None)


def _content(item: Any) -> tuple[str, bool]:
    """The text of an item, its full text before its summary, and whether it is HTML."""
    for element in (_child(item, "encoded", _CONTENT), _child(item, "content"), _child(item, "description"),
                    _child(item, "summary")):  # fmt: skip
        if element is None:
            continue
        type_ = element.get("type", "")
        if type_ == "xhtml" or "xhtml" in type_ or any(isinstance(one.tag, str) for one in element):
            text, marked = markup_of(element), True
        else:
            text = text_of(element)
            marked = type_ in ("html", "text/html") or (type_ != "text" and is_marked(text))
        if (html.unescape(_TAG.sub("", text)) if marked else text).strip():
            return text, marked
    return "", False


def _known(item: Any, outlet: str | None, language: str | None) -> Known:
    source = _child(item, "source")
    named = line(_child(source, "title")) or line(source) if source is not None else None
    title = line(_child(item, "title"))
    return Known(
        title=" ".join(html.unescape(_TAG.sub("", title)).split()) if title and is_marked(title) else title,
        authors=tuple(dict.fromkeys(_authors(item))),
        outlet=named or outlet,
        published=_time(item, "pubDate", "published", "issued", "date"),
        modified=_time(item, "updated", "modified"),
        language=language,
        sections=tuple(told for one in item if name_of(one) == "category" and (told := one.get("term") or line(one))),
        url=address_of(item),
    )


def _time(item: Any, *names: str) -> str | None:
    """The first time under one of `names` in any namespace, for dates also stand in those of Dublin Core."""
    for name in names:
        for one in item:
            if name_of(one) == name and (found := read_time(line(one))):
                return found
    return None


def _authors(item: Any) -> Iterator[str]:
    for one in item:
        if name_of(one) in ("author", "creator"):
            told = line(_child(one, "name")) or (line(one) if len(one) == 0 else None)
            if told:
                mailbox = _MAILBOX.fullmatch(told)
                yield mailbox[1] if mailbox else told


def address_of(item: Any) -> str | None:
    """The address that an item gives for itself, or None."""
    for one in item:
        alternate = name_of(one) == "link" and one.get("rel", "alternate") == "alternate"
        if alternate and (said := one.get("href") or line(one)):
            return str(said)
    guid = _child(item, "guid")
    said = line(guid)
    return (
        said if said and said.startswith("http") and guid is not None and guid.get("isPermaLink") != "false" else None
    )


def _language(element: Any) -> str | None:
    said = element.get("{http://www.w3.org/XML/1998/namespace}lang")
    return str(said) if said else None
