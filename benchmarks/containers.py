"""Records of a WARC and items of a feed a second on one core, beside the bare libraries, on invented pages.

    pip install -e '.[benchmarks]' && python benchmarks/containers.py [--pages 2000] [--rounds 3]

The files are written first, from one seed, into a folder that goes again. Each system runs in a process of its own, held
to one core, with its imports made before the clock starts; the rounds alternate between the systems. What is compared:

- `fastwarc`: each record, its HTTP codings undone, its body read; nothing is made of it.
- `sayso, members`: the same records as pages with name, address and digest, bytes checked against their lengths.
- `sayso, pages`: the whole reading: decoded, cut into parts and articles, each character mapped to the source.
- `fastfeedparser`: each item as a dictionary. It reads no page, maps nothing and tells no offset.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from pathlib import Path

WORDS = [
    "the",
    "harbour",
    "office",
    "said",
    "that",
    "a",
    "ferry",
    "crane",
    "quay",
    "pilot",
    "storm",
    "north",
    "council",
    "mayor",
    "bridge",
    "tram",
    "mill",
    "lamp",
    "keeper",
    "would",
    "stay",
    "shut",
    "open",
    "until",
    "after",
    "spring",
    "winter",
    "Monday",
    "Tuesday",
    "because",
    "nobody",
    "could",
    "tell",
    "how",
    "many",
    "boxes",
    "were",
    "lost",
    "at",
    "sea",
    "and",
    "why",
]
SEED = 20241112


def invent_paragraph(draw: random.Random) -> str:
    """A paragraph of three or four sentences that mean nothing."""
    sentences = (
        " ".join(draw.choices(WORDS, k=draw.randint(10, 24))).capitalize() + "." for _ in range(draw.randint(3, 4))
    )
    return " ".join(sentences)


def invent_page(draw: random.Random, number: int) -> tuple[str, str]:
    """A title, and the HTML of eight paragraphs."""
    return f"Notice {number} of the harbour office", "".join(f"<p>{invent_paragraph(draw)}</p>" for _ in range(8))


def write_warc(path: Path, pages: int) -> None:
    """A WARC, packed record by record, whose bodies are packed as servers send them."""
    draw = random.Random(SEED)
    with path.open("wb") as file:
        for number in range(pages):
            title, body = invent_page(draw, number)
            menu = "".join(f"<li><a href='/{at}'>Section {at}</a></li>" for at in range(30))
            html = f"<!doctype html><html><head><title>{title}</title></head><body><nav><ul>{menu}</ul></nav><article><h1>{title}</h1>{body}</article></body></html>"
            head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n\r\n"
            block = head.encode() + gzip.compress(html.encode(), mtime=0)
            told = (
                f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:012d}>\r\n"
                f"WARC-Date: 2024-11-12T08:00:00Z\r\nWARC-Target-URI: https://harbour.example/{number}\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
            )
            file.write(gzip.compress(told.encode() + block + b"\r\n\r\n", mtime=0))


def write_feed(path: Path, items: int) -> None:
    """An RSS feed with the whole text of each item."""
    draw = random.Random(SEED)
    told = [
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    ]
    told.append("<title>Harbour Post</title>")
    start = datetime(2024, 11, 12, tzinfo=timezone(timedelta(hours=1)))
    for number in range(items):
        title, body = invent_page(draw, number)
        told.append(
            f"<item><title>{title}</title><link>https://harbour.example/{number}</link>"
            f"<pubDate>{format_datetime(start + timedelta(minutes=number))}</pubDate>"
            f"<content:encoded><![CDATA[{body}]]></content:encoded></item>"
        )
    path.write_text("".join([*told, "</channel></rss>"]), encoding="utf-8")


def bare_fastwarc() -> Callable[[Path], int]:
    """Each record's body, by the library alone."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    def work(path: Path) -> int:
        with path.open("rb") as file:
            records = ArchiveIterator(file, record_types=WarcRecordType.response, auto_decode="all")
            return sum(bool(record.reader.read()) for record in records)

    return work


def bare_fastfeedparser() -> Callable[[Path], int]:
    """Each item as a dictionary, by the library alone."""
    import fastfeedparser

    return lambda path: len(fastfeedparser.parse(path.read_bytes()).entries)


def members() -> Callable[[Path], int]:
    """What sayso's containers give, before anything reads it as a page."""
    import fastwarc.warc  # noqa: F401 -- imported before the clock starts, as for the others

    from sayso.config import Limits
    from sayso.reading.containers import Member, read_members

    def work(path: Path) -> int:
        with path.open("rb") as file:
            kind = "xml" if path.suffix == ".xml" else "warc"
            return sum(isinstance(held, Member) for held in read_members(kind, file, str(path), Limits()))

    return work


def pages() -> Callable[[Path], int]:
    """The whole reading of sayso."""
    import fastwarc.warc  # noqa: F401

    from sayso.reading import read_paths

    return lambda path: sum(bool(reading.articles) for reading in read_paths([str(path)]))


SYSTEMS: dict[str, dict[str, Callable[[], Callable[[Path], int]]]] = {
    "records": {"fastwarc": bare_fastwarc, "sayso, members": members, "sayso, pages": pages},
    "items": {"fastfeedparser": bare_fastfeedparser, "sayso, members": members, "sayso, pages": pages},
}
FILES = {"records": ("pages.warc.gz", write_warc), "items": ("feed.xml", write_feed)}


def measure(unit: str, system: str, folder: Path) -> None:
    """Print what one system takes, as JSON; runs in a process of its own."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    name, write = FILES[unit]
    work = SYSTEMS[unit][system]()
    small = folder / f"small-{name}"
    write(small, 3)
    work(small)
    began = time.perf_counter()
    count = work(folder / name)
    took = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"count": count, "rate": count / took, "peak_mib": peak}))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--measure", nargs=3, metavar=("UNIT", "SYSTEM", "FOLDER"))
    options = parser.parse_args()
    if options.measure:
        unit, system, folder = options.measure
        measure(unit, system, Path(folder))
        return
    with tempfile.TemporaryDirectory() as folder:
        for unit, systems in SYSTEMS.items():
            name, write = FILES[unit]
            path = Path(folder) / name
            write(path, options.pages)
            print(f"{name}: {options.pages} {unit}, {path.stat().st_size / 1e6:.1f} MB")
            runs: dict[str, list[dict[str, float]]] = {system: [] for system in systems}
            for _ in range(options.rounds):
                for system in systems:
                    command = [sys.executable, __file__, "--measure", unit, system, folder]
                    told = subprocess.run(command, capture_output=True, text=True, check=True)
                    runs[system].append(json.loads(told.stdout.splitlines()[-1]))
            for system, rows in runs.items():
                rate = statistics.median(row["rate"] for row in rows)
                spread = f"{min(row['rate'] for row in rows):.0f} to {max(row['rate'] for row in rows):.0f}"
                count, peak = int(rows[0]["count"]), max(row["peak_mib"] for row in rows)
                print(f"  {system:15} {rate:8.0f} {unit} a second ({spread}), {count} read, peak {peak:.0f} MiB")


if __name__ == "__main__":
    main()
