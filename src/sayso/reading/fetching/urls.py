"""Tell which addresses may be asked for."""

from __future__ import annotations

import re

import httpx2

from sayso.errors import FetchRefused

_CREDENTIALS = re.compile(r"(^|//)[^/?#\s]*@")
# As much of an address as a message shows.
SHOWN = 300


def read_url(said: str, base: httpx2.URL | None = None) -> httpx2.URL:
    """The address that `said` gives, in normal form and without fragment; a redirect's is told from `base`.

    Raises `FetchRefused` for what is no address of the web, and for one with a name or password in it: those are
    neither sent nor repeated.
    """
    where = shown(said)
    try:
        url = httpx2.URL(said.strip())
        url = (base.join(url) if base else url).copy_with(fragment=None)
    except (httpx2.InvalidURL, ValueError, TypeError) as error:
        raise FetchRefused(where, "no address that can be read", "check the address") from error
    if url.scheme not in ("http", "https"):
        raise FetchRefused(where, "only http and https are fetched", "give an address that starts with https://")
    if not url.host or "%" in url.host:  # what cannot stand in a name is escaped, and no resolver should be asked
        raise FetchRefused(where, "the address names no host", "check the address")
    if url.userinfo:
        raise FetchRefused(where, "the address holds a name or password", "leave it out: sayso logs in nowhere")
    if url.port is not None and not 0 < url.port < 65536:
        raise FetchRefused(where, f"there is no port {url.port}", "check the address")
    return url


def shown(said: str) -> str:
    """`said` as a message may show it: without name and password, on one line, not too long."""
    plain = _CREDENTIALS.sub(r"\1", said.strip())
    return "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in plain[:SHOWN])


def origin(url: httpx2.URL) -> str:
    """Scheme, host and port of `url`, which share one robots.txt."""
    return f"{url.scheme}://{url.netloc.decode('ascii')}"
