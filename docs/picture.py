"""Take the picture of a claim that the README shows.

    python docs/picture.py dossier.html cl_… docs/claim.png

Needs the package `playwright` and Debian's chromium.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from playwright.sync_api import sync_playwright


def main() -> None:
    """Open the claim in a headless browser, and keep what is seen of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dossier", type=Path)
    parser.add_argument("claim")
    parser.add_argument("picture", type=Path)
    parser.add_argument("--width", type=int, default=1100)
    options = parser.parse_args()
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        page = browser.new_page(viewport={"width": options.width, "height": 900}, device_scale_factor=1)
        page.goto(options.dossier.resolve().as_uri())
        # The claim is folded itself, and may stand behind "more claims".
        page.evaluate(
            """id => {
                const claim = document.getElementById(id);
                for (let e = claim; e; e = e.parentElement) if (e.tagName === 'DETAILS') e.open = true;
                claim.querySelector('details').open = true;
            }""",
            options.claim,
        )
        page.locator(f"#{options.claim}").screenshot(path=str(options.picture))
        browser.close()


if __name__ == "__main__":
    main()
