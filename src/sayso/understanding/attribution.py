"""Find who says what in a text, as spans."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, replace

import numpy as np

from sayso.spans import Span, trim
from sayso.understanding.encoder import Reading, Scores, Tables, log_softmax
from sayso.understanding.fragments import tidy_fragments
from sayso.understanding.linking import Linked, link_stretches
from sayso.understanding.passives import is_about_subject
from sayso.understanding.tagging import ROLES, Stretch, find_stretches
from sayso.understanding.windows import Window

# What is added to the network's log-probabilities of source, cue and content: for the attributions of the text, then for
# those inside others, which it is too shy to find. Chosen on PolNeAR dev, where the first gives 0.9 points more of exact
# contents and 1.2 of contents with the right source, and on the dev half of the nested gold set.
LEANING = (0.3, 0.1, -0.3)
LEANING_INSIDE = (1.5, 1.5, 0.7)
# What is found with this much is right less often than not, and worth a choice (`nested_choice`).
LEANING_BOLD = (2.5, 2.5, 1.5)
# How much the learned costs of one label after another count beside them; chosen on PolNeAR dev.
STEPS = 0.7
# The columns of the labels that begin a cue and go on with it.
CUE = slice(1 + 2 * ROLES.index("cue"), 3 + 2 * ROLES.index("cue"))
OPENING = "\"“„«'‘‚‹`"
CLOSING = "\"”“»'’›"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content that the text gives to somebody: spans into the text, the probability that they are right."""

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    confidence: float

    @property
    def start(self) -> int:
        """The first character of any of its spans."""
        return min(span.start for span in self.spans())

    def spans(self) -> tuple[Span, ...]:
        """All of its spans, contents first."""
        return (*self.content, *(span for span in (self.cue, self.source) if span))


@dataclass(frozen=True, slots=True)
class Layers:
    """The attributions of a text, `outer`, and those that may be told inside their contents.

    `inner` are tagged there; `bold` too, more boldly. `readings` are what the network said of the text's windows.
    """

    outer: list[Attribution]
    inner: list[Attribution]
    bold: list[Attribution]
    readings: list[Reading]

    def chance_inside(self, content: Span) -> float:
        """The chance of the subword of `content` that most likely belongs to a cue inside it."""
        chances = [0.0]
        for reading in self.readings:
            starts = reading.window.starts
            if starts[0] < content.end and reading.window.ends[-1] > content.start:
                first, last = bisect.bisect_left(starts, content.start), bisect.bisect_left(starts, content.end)
                if first < last:
                    chances.append(float(np.exp(reading.inner[first:last, CUE]).sum(axis=1).max()))
        return max(chances)


def find_attributions(text: str, readings: list[Reading], tables: Tables) -> list[Attribution]:
    """The attributions of `text`, of which `readings` are the windows, in the order in which they start.

    Those that are told inside another's content are not among them; `find_layers` has them.
    """
    (outer,) = _decoded(text, readings, [(_outer_labels(readings), tables)], tables.steps)
    return _continue_quotations(outer, text)


def find_layers(text: str, readings: list[Reading], tables: Tables) -> Layers:
    """What `find_attributions` gives, with the attributions that seem to be told inside another's content."""
    tables_inside = replace(tables, confidence=tables.confidence_inside)
    # Leaning so far makes of probabilities what no calibration could read: they are made to sum to one again.
    inside = [
        ([log_softmax(_leaned(reading.inner, leaning)) for reading in readings], tables_inside)
        for leaning in (LEANING_INSIDE, LEANING_BOLD)
    ]
    outer, inner, bold = _decoded(text, readings, [(_outer_labels(readings), tables), *inside], tables.steps)
    return Layers(_continue_quotations(outer, text), inner, bold, readings)


def _outer_labels(readings: list[Reading]) -> list[Scores]:
    return [_leaned(reading.labels, LEANING) for reading in readings]


def _leaned(labels: Scores, leaning: tuple[float, float, float]) -> Scores:
    """`labels` [T, 7] with what is added for each role; "outside" has the first column, each role the next two."""
    return labels + np.array([0.0, *(added for added in leaning for _ in range(2))], dtype=labels.dtype)


def _decoded(
    text: str, readings: list[Reading], layers: list[tuple[list[Scores], Tables]], steps: Scores
) -> list[list[Attribution]]:
    """The attributions of each of `layers`, decoded side by side: the labels of all windows, the tables to link by."""
    windows = [reading.window for reading in readings]
    labels = [one for layer, _ in layers for one in layer]
    stretches = find_stretches(windows * len(layers), labels, STEPS * steps)
    found: list[list[Attribution]] = []
    for at, (_, tables) in enumerate(layers):
        own = stretches[at * len(windows) : (at + 1) * len(windows)]
        placed = (
            _place(linked, reading.window, text)
            for reading, one in zip(readings, own, strict=True)
            for linked in link_stretches(one, reading.links, tables)
        )
        found.append(sorted((one for one in placed if one), key=lambda one: one.start))
    return found


def _place(linked: Linked, window: Window, text: str) -> Attribution | None:
    contents = [span for stretch in linked.contents for span in _lines_of(stretch, window, text)]
    if not contents:
        return None
    cue, source = _span(linked.cue, window), _span(linked.source, window)
    if cue and source and _is_patient(source, cue, text):
        contents, source = [*contents, source], None
    fragments = tidy_fragments(contents, cue, text)
    return Attribution(fragments, cue, source, linked.confidence) if fragments else None


def _is_patient(source: Span, cue: Span, text: str) -> bool:
    """Whether `source` is the subject of a cue that makes it the one spoken about."""
    if source.end > cue.start or re.search(r"[.!?;\n]", text[source.end : cue.start]):
        return False
    return is_about_subject(cue.cut(text))


def _span(stretch: Stretch | None, window: Window) -> Span | None:
    return Span(window.starts[stretch.first], window.ends[stretch.last]) if stretch else None


def _lines_of(stretch: Stretch, window: Window, text: str) -> list[Span]:
    """The stretch as spans that stay inside their paragraphs, without edge white space."""
    spans = []
    start = window.starts[stretch.first]
    for line in text[start : window.ends[stretch.last]].split("\n"):
        span = trim(text, start, start + len(line))
        if span:
            spans.append(span)
        start += len(line) + 1
    return spans


def _continue_quotations(found: list[Attribution], text: str) -> list[Attribution]:
    """`found` with each quotation that goes on in the next paragraph joined to the one that it continues.

    A paragraph that opens with a quotation mark while the one before ended without closing its own goes on with
    the same speaker: that is how newspapers set long quotations.
    """
    joined: list[Attribution] = []
    for attribution in found:
        before = joined[-1] if joined else None
        if attribution.cue is None and before and _goes_on(before, attribution, text):
            joined[-1] = replace(
                before,
                content=(*before.content, *attribution.content),
                confidence=min(before.confidence, attribution.confidence),
            )
        else:
            joined.append(attribution)
    return joined


def _goes_on(before: Attribution, after: Attribution, text: str) -> bool:
    end = before.content[-1].end
    start = after.content[0].start
    between = text[end:start]
    if "\n" not in between or between.strip():
        return False
    return text[start] in OPENING and text[end - 1] not in CLOSING
