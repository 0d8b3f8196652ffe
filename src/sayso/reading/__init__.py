"""Read pages as they are found, and split them into parts and articles."""

from sayso.reading.decoding import decode_source
from sayso.reading.readings import Reading, load_member, load_members, read_as_is, read_paths
from sayso.reading.references import page_character_matches

__all__ = [
    "Reading",
    "decode_source",
    "load_member",
    "load_members",
    "page_character_matches",
    "read_as_is",
    "read_paths",
]
