"""A web server on loopback that does what a test tells it, byte by byte."""

from __future__ import annotations

import gzip
import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_network
from typing import Any

from sayso.config import Fetching

PAGE = (
    b"<!doctype html><html><head><title>Ferry stays in port</title></head><body><article><h1>Ferry stays in port</h1>"
    b"<p>The ferry to Lund Island stayed in port on Friday, the harbour office said. Its master, Agnete Rusk, said "
    b"that the engine would be mended by Monday.</p></article></body></html>"
)

# The address that most test servers have, and no other of loopback.
OURS = (ip_network("127.0.0.1/32"),)


def quick(**settings: Any) -> Fetching:
    """Settings without waiting, for `OURS` only, changed by `settings`."""
    told = {"allowed_networks": OURS, "pause": 0.0, "first_backoff": 0.0, "longest_pause": 5.0, "page_bytes": 100_000}
    return Fetching(**{**told, **settings})


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as the server saw it."""

    path: str
    headers: dict[str, str]


Reply = bytes | Callable[[Asked, socket.socket], None]


@dataclass(slots=True)
class Site:
    """What a server answers to each path, in turn where a path has several replies, and what it was asked."""

    url: str
    replies: dict[str, list[Reply]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    def says(self, path: str, *replies: Reply) -> str:
        """Answer `path` with `replies`, the last one again and again; the address of the path."""
        self.replies[path] = list(replies)
        return self.url + path

    def paths(self) -> list[str]:
        """The paths asked for, robots.txt left out."""
        return [one.path for one in self.asked if one.path != "/robots.txt"]


def reply(
    body: bytes = PAGE, status: str = "200 OK", kind: str | None = "text/html; charset=utf-8", **headers: str
) -> bytes:
    """A sound answer; underscores in the names of `headers` stand for hyphens."""
    lines = [f"HTTP/1.1 {status}", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    if kind:
        lines.append(f"Content-Type: {kind}")
    if "Content_Length" not in headers and "Transfer_Encoding" not in headers:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def moved(to: str, status: str = "302 Found") -> bytes:
    """A redirect."""
    return reply(b"", status, None, Location=to)


def endless(head: bytes, piece: bytes) -> Reply:
    """`head`, then `piece` until the other side hangs up."""

    def send(_: Asked, connection: socket.socket) -> None:
        connection.sendall(head)
        while True:
            connection.sendall(piece)

    return send


def stuck(head: bytes, done: threading.Event) -> Reply:
    """`head`, then nothing more until the test is over."""

    def send(_: Asked, connection: socket.socket) -> None:
        connection.sendall(head)
        done.wait(30)

    return send


def packed(size: int) -> bytes:
    """`size` spaces, packed."""
    return gzip.compress(b" " * size)


@contextmanager
def serve(address: str = "127.0.0.1", port: int = 0) -> Iterator[Site]:
    """A server at `address` while the block runs."""
    lock = threading.Lock()

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            head = b""
            while b"\r\n\r\n" not in head:
                piece = self.request.recv(65536)
                if not piece:
                    return
                head += piece
            first, *lines = head.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
            told = (line.partition(":") for line in lines)
            asked = Asked(first.split(" ")[1], {name.lower(): value.strip() for name, _, value in told})
            with lock:
                site.asked.append(asked)
                site.at_once += 1
                site.most_at_once = max(site.most_at_once, site.at_once)
                left = site.replies.get(asked.path, [reply(b"", "404 Not Found")])
                said = left.pop(0) if len(left) > 1 else left[0]
            try:
                if callable(said):
                    said(asked, self.request)
                else:
                    self.request.sendall(said)
            except OSError:  # the other side hung up
                pass
            finally:
                with lock:
                    site.at_once -= 1

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True
        block_on_close = False

    with Server((address, port), Handler) as server:
        site = Site(f"http://{address}:{server.server_address[1]}")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()
