"""Parse XML as far as it goes."""

from __future__ import annotations

import html
from typing import Any

from lxml import etree

from sayso.errors import NotAPage, ReadError


def parse(data: bytes, where: str) -> tuple[Any, ReadError | None]:
    """The root element of `data`, with an error that says where it is broken, or None; raises `NotAPage`.

    Nothing is fetched, and no entity is expanded, so that a file cannot grow in memory.
    """
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


_NO_DAMAGE = frozenset({"ERR_UNDECLARED_ENTITY", "WAR_UNDECLARED_ENTITY", "NS_ERR_UNDEFINED_NAMESPACE"})


def name_of(element: Any) -> str:
    """The element's name without its namespace."""
    return str(element.tag.rpartition("}")[2]) if isinstance(element.tag, str) else ""


def text_of(element: Any) -> str:
    """The words inside an element, its markup left out, HTML's entities read."""
    told = [element.text or ""]
    for child in element:
        if child.tag is etree.Entity:
            told.append(html.unescape(child.text or ""))
        elif isinstance(child.tag, str):
            told.append(text_of(child))
        told.append(child.tail or "")
    return "".join(told)


def markup_of(element: Any) -> str:
    """What stands inside an element, markup included."""
    inner = "".join(etree.tostring(child, encoding="unicode", with_tail=True) for child in element)
    return html.escape(element.text or "", quote=False) + inner


def line(element: Any | None) -> str | None:
    """The words of an element on one line, or None when there are none."""
    return " ".join(text_of(element).split()) or None if element is not None else None
