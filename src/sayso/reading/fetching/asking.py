"""Ask one address once."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import httpx2

from sayso.config import Fetching
from sayso.errors import ConnectionLost, FetchFailed, NotAPage
from sayso.reading.captures import Capture
from sayso.reading.fetching.addresses import find_addresses
from sayso.reading.fetching.bodies import ENCODINGS, read_body
from sayso.reading.fetching.urls import shown

# Statuses that come with the page itself: 200 and, through a proxy that changed it, 203. Source: RFC 9110, 15.3.
PAGE_GIVEN = frozenset({200, 203})


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for.

    `kinds` are the media types wanted (empty: any), `most` the bytes of body wanted, a longer one `cut` or refused;
    `known` is the page as fetched before, so that the server need not send it again.
    """

    kinds: Collection[str]
    most: int
    cut: bool = False
    known: Capture | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: `headers` by lower-case name, the body only of a page given, the time in UTC."""

    url: httpx2.URL
    status: int
    headers: Mapping[str, str]
    body: bytes
    at: datetime


class Asker:
    """Asks servers without cookies, credentials, proxies or a second look at a host's name."""

    def __init__(self, settings: Fetching) -> None:
        self._settings = settings
        self._context: ssl.SSLContext | None = None

    async def ask(self, url: httpx2.URL, wish: Wish) -> Answer:
        """The answer of the server of `url`.

        Raises `FetchRefused` for an address that may not be asked, `ConnectionLost` and `FetchFailed` for no whole
        answer, `NotAPage` and `PageTooLarge` for one that is not wanted.
        """
        try:
            async with asyncio.timeout(self._settings.fetch_seconds):
                addresses = await find_addresses(url, self._settings.allowed_networks)
                return await self._ask_in_turn(url, addresses, wish)
        except TimeoutError as error:
            what = f"not done after {self._settings.fetch_seconds:g} seconds"
            raise FetchFailed(str(url), what, "try again later") from error
        except httpx2.TransportError as error:
            raise _lost(url, error) from error

    async def _ask_in_turn(self, url: httpx2.URL, addresses: list[str], wish: Wish) -> Answer:
        """The answer of the first address that takes the connection."""
        for address in addresses[:-1]:
            try:
                return await self._ask_at(url, address, wish)
            except (httpx2.ConnectError, httpx2.ConnectTimeout):
                continue
        return await self._ask_at(url, addresses[-1], wish)

    async def _ask_at(self, url: httpx2.URL, address: str, wish: Wish) -> Answer:
        # The address stands in the place of the name, so that nobody looks the name up again; server and certificate
        # are still asked for by name. A transport of its own keeps connections of different names apart.
        self._context = self._context or httpx2.create_ssl_context(trust_env=False)
        host = url.raw_host.decode("ascii")
        request = httpx2.Request(
            "GET", url.copy_with(host=address), headers=self._headers(url, wish),
            extensions={"timeout": self._timeout(), "sni_hostname": host},
        )  # fmt: skip
        async with httpx2.AsyncHTTPTransport(verify=self._context, trust_env=False) as transport:
            response = await transport.handle_async_request(request)
            try:
                body = b""
                if response.status_code in PAGE_GIVEN:
                    _check_kind(url, response.headers.get("content-type", ""), wish.kinds)
                    body = await read_body(response, str(url), wish.most, wish.cut)
            finally:
                await response.aclose()
        headers = {name.lower(): value for name, value in response.headers.items()}
        return Answer(url, response.status_code, headers, body, datetime.now(UTC))

    def _headers(self, url: httpx2.URL, wish: Wish) -> dict[str, str]:
        headers = {
            "Host": url.netloc.decode("ascii"),
            "User-Agent": self._settings.user_agent,
            "Accept": ", ".join(wish.kinds) or "*/*",
            "Accept-Encoding": ENCODINGS,
            "Connection": "close",
        }
        # What was told of one address says nothing of another on the way to it.
        if wish.known and wish.known.url == str(url):
            for name, told in (("If-None-Match", "etag"), ("If-Modified-Since", "last-modified")):
                value = wish.known.headers.get(told, "")
                if value and value.isascii():
                    headers[name] = value
        return headers

    def _timeout(self) -> dict[str, float | None]:
        return httpx2.Timeout(self._settings.read_seconds, connect=self._settings.connect_seconds).as_dict()


def media_type(headers: Mapping[str, str]) -> str:
    """The media type that headers name, without its parameters, in lower case."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def _check_kind(url: httpx2.URL, said: str, kinds: Collection[str]) -> None:
    kind = media_type({"content-type": said})
    if kinds and kind not in kinds:
        raise NotAPage(str(url), f"its kind is {shown(kind) or 'not told'}, and no text", "give an address of a page")


def _lost(url: httpx2.URL, error: httpx2.TransportError) -> FetchFailed:
    """The error for a connection that failed, in words, and whether another try may help."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            what = f"its certificate cannot be trusted ({cause.verify_message})"
            return FetchFailed(str(url), what, "check the address and this machine's clock")
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpx2.TimeoutException):
        return ConnectionLost(str(url), "the server did not answer in time", "try again later")
    what = f"the connection failed ({str(error) or type(error).__name__})"
    return ConnectionLost(str(url), what, "check the address, or try again later")
