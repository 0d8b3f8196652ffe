"""A certificate is asked for by name, though the address was looked up before."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("httpx2")
pytest.importorskip("protego")

from loopback import PAGE, quick, reply

from sayso.reading.fetching.fetch import Fetched, fetch_pages
from sayso.records import Problem

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A key, and a certificate for news.invalid that it signed itself."""
    folder = tmp_path_factory.mktemp("certificate")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=news.invalid", "-addext", "subjectAltName=DNS:news.invalid",
         "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip
    return key, certificate


@pytest.fixture
def port(certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The port of a server with that certificate; every name leads to it."""
    key, chain = certificate
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                plain, _ = listening.accept()
            except OSError:
                return
            with plain:
                try:
                    with context.wrap_socket(plain, server_side=True) as connection:
                        asked = connection.recv(65536)
                        connection.sendall(reply(b"", "404 Not Found") if b"/robots.txt" in asked else reply())
                except OSError:  # the other side does not trust us
                    pass

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()

    def look_up(*_: Any, **__: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 0))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    yield listening.getsockname()[1]
    listening.shutdown(socket.SHUT_RDWR)
    listening.close()
    thread.join()


def trust(monkeypatch: pytest.MonkeyPatch, certificate: Path) -> None:
    context = ssl.create_default_context(cafile=str(certificate))
    monkeypatch.setattr("httpx2.create_ssl_context", lambda **_: context)


def test_a_trusted_name_is_fetched(
    port: int, certificate: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trust(monkeypatch, certificate[1])
    [page] = fetch_pages([f"https://news.invalid:{port}/"], str(tmp_path), quick())
    assert isinstance(page, Fetched), page
    assert Path(page.path).read_bytes() == PAGE


def test_another_name_is_refused(
    port: int, certificate: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trust(monkeypatch, certificate[1])
    [row] = fetch_pages([f"https://other.invalid:{port}/"], str(tmp_path), quick())
    assert isinstance(row, Problem)
    assert "certificate cannot be trusted" in row.what


def test_a_certificate_that_nobody_vouches_for_is_refused(port: int, tmp_path: Path) -> None:
    [row] = fetch_pages([f"https://news.invalid:{port}/"], str(tmp_path), quick())
    assert isinstance(row, Problem)
    assert "certificate cannot be trusted" in row.what
