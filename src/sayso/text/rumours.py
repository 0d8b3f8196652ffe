"""What is told without anybody who says it."""

from __future__ import annotations

import re

# "Rumours", "the rumours about the sale", "some speculation that": nobody. A gossip columnist is somebody.
RUMOUR = re.compile(
    r"(?:the |some )?(?:rumou?rs?|speculation|gossip)(?: (?:that|of|about|in|on|around)\b.*)?",
    re.IGNORECASE | re.DOTALL,
)
