"""Settings that a run may change."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network


@dataclass(frozen=True, slots=True)
class Limits:
    """What a page, and a file that holds pages, may cost; over a limit it becomes a row of problems.

    `page_bytes` counts bytes as found, `article_characters` code points. Of a file that holds pages: `held_bytes`
    counts what must be in memory as a whole (a feed, a list, a letter, a PDF), `unpacked_bytes` what an archive gives
    in all, `unpacked_ratio` how many times its packed size a packed file may have, `members` its pages, `depth` the
    files that may lie in one another, `pdf_pages` the pages of one PDF. `page_seconds` is what the reading of one page,
    or the way to the next page of a file, may take by the clock and of processor time: far more than any sound page
    needs, so that the same pages are read on every machine.
    """

    page_bytes: int = 20_000_000
    article_characters: int = 400_000
    parts: int = 20_000
    held_bytes: int = 200_000_000
    unpacked_bytes: int = 20_000_000_000
    unpacked_ratio: int = 200
    members: int = 1_000_000
    depth: int = 4
    pdf_pages: int = 2_000
    page_seconds: float = 120


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run works: its limits, the folders of the models' weights (None: those of the package), its processes.

    `weights` is the attribution model, `claim_weights` the one that judges whether two clauses say the same. With `best`, three extractors vote on the body of a page of HTML (extra `best`), at several times the cost.
    """

    limits: Limits = Limits()
    weights: str | None = None
    workers: int = 1
    best: bool = False
    claim_weights: str | None = None


@dataclass(frozen=True, slots=True)
class Fetching:
    """How pages are fetched; times in seconds, sizes in bytes.

    `user_agent` is what servers are told, its first word what robots.txt may name. Addresses that are not public are
    asked only inside `allowed_networks`. `page_bytes` holds for a body as received and for what it unpacks to.
    A request is tried once and then up to `retries` times, after `first_backoff` and twice as long each time.
    `pause` lies between two requests to a host, or longer where robots.txt asks for it; a host that asks for more
    than `longest_pause` is left alone. `fetch_seconds` bounds one request, from the name's look-up to the last byte.
    """

    user_agent: str = "sayso (fetches the pages that its user names)"
    allowed_networks: tuple[IPv4Network | IPv6Network, ...] = ()
    page_bytes: int = 20_000_000
    redirects: int = 5
    retries: int = 2
    hosts_at_once: int = 4
    pause: float = 1.0
    first_backoff: float = 1.0
    longest_pause: float = 60.0
    connect_seconds: float = 10.0
    read_seconds: float = 20.0
    fetch_seconds: float = 60.0

    def __post_init__(self) -> None:
        if not (self.user_agent.strip() and self.user_agent.isascii() and self.user_agent.isprintable()):
            raise ValueError("a user agent is one line of ASCII")
