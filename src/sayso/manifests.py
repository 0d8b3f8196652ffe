"""Check a folder of weights against its manifest."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from sayso.errors import WeightsError


def checked_manifest(folder: Path, layout: int, mend: str) -> dict[str, dict[str, str]]:
    """The manifest of `folder`, whose files are all there with the SHA-256 that it names.

    `layout` is the number of the folder's layout that the caller reads, and `mend` what the user can do. Raises
    `WeightsError` when the manifest or a file is missing, changed or of another layout.
    """
    path = folder / "manifest.json"
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise WeightsError(str(path), f"no readable manifest of the weights ({error})", mend) from error
    if manifest.get("format") != layout:
        raise WeightsError(str(path), f"format {manifest.get('format')}, expected {layout}", mend)
    for name, expected in manifest["files"].items():
        try:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError as error:
            raise WeightsError(str(folder / name), "missing from the weights", mend) from error
        if found != expected:
            raise WeightsError(str(folder / name), f"SHA-256 {found[:12]}…, expected {expected[:12]}…", mend)
    return manifest  # type: ignore[no-any-return]
