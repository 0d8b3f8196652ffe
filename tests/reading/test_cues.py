"""The words of a line alone say what it is."""

from __future__ import annotations

import pytest

from sayso.reading import cues
from sayso.records import PartKind

# One line at least for every word that a pattern needs before it is tried.
SAID: list[tuple[PartKind, list[str]]] = [
    ("credit", ["Additional reporting by Arne Moe", "With files from the Skarvik bureau", "Additional material by Tove Lund",
                "With input from Ostby", "Tove Lund contributed to this story", "First published in the Ostby Messenger",
                "Originally appeared in the Lamp", "(AP)", "(Xinhua)", "AFP.", "Compiled from Skarvik", "Adapted from a talk",
                "Associated Press", "Agence France-Presse"]),
    ("caption", ["Photo: Arne Moe", "Picture by Tove Lund", "The pier at dusk (Getty Images)", "[image] The pier", "[video]",
                 "The pier (Moe/Reuters)", "Foto: Tove Lund", "The harbour (EPA)"]),
    ("disclaimer", ["The views expressed here are not ours", "Columns may not reflect the opinions of the editors",
                    "All rights reserved", "© The Lamp", "(c) The Lamp", "Copyright The Lamp", "Impressum",
                    "Terms of use and privacy", "Responsibility for letters lies with their writers", "Imprint"]),
    ("other", ["Sign up for our letter", "Our weekly newsletter", "Subscribe now", "Follow us", "Advertisement", "Sponsored",
               "Anzeige", "Werbung", "Story continues below", "Did you see the shark? Call us", "Tell a friend",
               "Send us your pictures", "Write to us", "Fehler gefunden", "We use cookies", "Download our app", "Support us",
               "Donate to us", "Listen to this", "Click here", "Tap here", "Join us", "Get the alerts", "This video is gone",
               "Your browser is old", "Please enable scripts", "Loading", "Enable JavaScript", "Desk: news@lamp.example"]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in SAID for line in lines])
def test_a_line_of_furniture_says_what_it_is(kind: PartKind, line: str) -> None:
    assert cues.furniture_of(line) == kind


@pytest.mark.parametrize(
    "line", ["The views of the harbour were fine on Tuesday", "A shark, a skipper and a storm", "Ostby reads at night"]
)
def test_a_title_says_nothing_of_the_kind(line: str) -> None:
    assert cues.furniture_of(line) is None


@pytest.mark.parametrize("line", ["Opinion & analysis", "# Politics", "News > Town > Ostby", "• Sport"])
def test_a_section_label_is_known(line: str) -> None:
    assert cues.is_section(line)
