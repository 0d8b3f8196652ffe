"""Parse XML as far as it goes."""

from __future__ import annotations

import html
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

from lxml import etree

from sayso.errors import NotAPage, ReadError


def parse(data: bytes, where: str) -> tuple[Any, ReadError | None]:
    """The root element of `data`, with an error that says where it is broken, or None; raises `NotAPage`.

    Nothing is fetched, and no entity is expanded, so that a file cannot grow in memory.
    """
    root = _parse_sound(data)
    if root is not None:
        return root, None
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(data.lstrip(), parser)
    if root is None or not isinstance(root.tag, str):
        raise NotAPage(where, "broken XML, and nothing in it can be read", "fetch the file again")
    # Entities of HTML are no error here: feeds use them undeclared, and they are read.
    damage = [one for one in parser.error_log if one.level_name == "FATAL" and one.type_name not in _NO_DAMAGE]
    if not damage:
        return root, None
    what = f"broken XML in line {damage[0].line} ({damage[0].message.strip()}); it was read as far as it goes"
    return root, NotAPage(where, what, "fetch the file again")


def _parse_sound(data: bytes) -> Any | None:
    """The root of sound XML by the parser of Python, which takes a third of the time; None where it cannot be trusted.

    It is not asked of files that declare entities, for it would expand them, nor of those with XHTML inside, whose
    elements it would give other names.
    """
    if b"<!DOCTYPE" in data or b"xhtml" in data:
        return None
    try:
        return ElementTree.fromstring(data.lstrip())
    except (ElementTree.ParseError, ValueError, LookupError):
        return None


_NO_DAMAGE = frozenset({"ERR_UNDECLARED_ENTITY", "WAR_UNDECLARED_ENTITY", "NS_ERR_UNDEFINED_NAMESPACE"})


def name_of(element: Any) -> str:
    """The element's name without its namespace, "" for an entity."""
    return local_name(element.tag)


# A feed has some dozen names, and each of them thousands of times.
@lru_cache(maxsize=1024)
def local_name(tag: Any) -> str:
    """The name in a tag without its namespace, "" for that of an entity."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def text_of(element: Any) -> str:
    """The words inside an element, its markup left out, HTML's entities read."""
    if len(element) == 0:
        return element.text or ""
    told = [element.text or ""]
    for child in element:
        if child.tag is etree.Entity:
            told.append(html.unescape(child.text or ""))
        elif isinstance(child.tag, str):
            told.append(text_of(child))
        told.append(child.tail or "")
    return "".join(told)


def markup_of(element: Any) -> str:
    """What stands inside an element, markup included; a namespace is declared where the element inside does."""
    whole: str
    if isinstance(element, ElementTree.Element):
        whole = ElementTree.tostring(element, encoding="unicode").removesuffix(
            html.escape(element.tail or "", quote=False)
        )
    else:
        # As a whole: of its own, each element inside would be given all declarations above it, some hundred characters.
        whole = etree.tostring(element, encoding="unicode", with_tail=False)
    end = whole.rfind("</")
    return whole[whole.index(">") + 1 : end] if end >= 0 else ""


def line(element: Any | None) -> str | None:
    """The words of an element on one line, or None when there are none."""
    if element is None:
        return None
    said = text_of(element)
    return " ".join(said.split()) or None if said else None
