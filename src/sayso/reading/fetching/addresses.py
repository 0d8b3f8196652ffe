"""Find the internet addresses of a host that may be asked."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

import httpx2

from sayso.errors import ConnectionLost, FetchFailed, FetchRefused

# IPv6 addresses that stand for an IPv4 address in their last 32 bits. Source: RFC 6052.
_TRANSLATED = ip_network("64:ff9b::/96")


async def find_addresses(url: httpx2.URL, allowed: Sequence[IPv4Network | IPv6Network]) -> list[str]:
    """The addresses of the host of `url` that may be asked, in the order of the resolver.

    The name is looked up once; whoever connects to one of these does not look it up again. Raises `FetchRefused` when
    no address is public or in an `allowed` network, `FetchFailed` or `ConnectionLost` when the name leads nowhere.
    """
    host = url.raw_host.decode("ascii")
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        failure = ConnectionLost if error.errno == socket.EAI_AGAIN else FetchFailed
        raise failure(str(url), f"the name {host} leads nowhere ({error.strerror})", "check the address") from error
    except (OSError, UnicodeError) as error:
        raise FetchFailed(str(url), f"the name {host} cannot be looked up", "check the address") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    open_to_us = [address for address in addresses if may_ask(address, allowed)]
    if not open_to_us:
        what = f"{host} is at {addresses[0]}, which is no public address"
        raise FetchRefused(str(url), what, "allow its network with --allow-network if it is yours")
    return open_to_us


def may_ask(said: str, allowed: Sequence[IPv4Network | IPv6Network]) -> bool:
    """Whether the address `said` is public, or in an `allowed` network."""
    address = _meant(ip_address(said))
    if any(address in network for network in allowed):
        return True
    # Python counts multicast and parts of the reserved ranges as global.
    special = address.is_multicast or address.is_reserved or address.is_unspecified
    return address.is_global and not special and not (isinstance(address, IPv6Address) and address.is_site_local)


def _meant(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 address wraps, else the address itself."""
    if isinstance(address, IPv6Address):
        if address in _TRANSLATED:
            return IPv4Address(address.packed[-4:])
        return address.ipv4_mapped or address.sixtofour or address
    return address
