"""The claims of a dossier as a list for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.faces.claim_view import dispute
from sayso.faces.lookup import Lookup, find_record, look_up
from sayso.faces.story_view import sort_stories
from sayso.faces.terminal import wrapped
from sayso.faces.wording import counted, numbers_of, unquoted
from sayso.records import Claim, Dossier


def list_claims(dossier: Dossier, story_id: str | None = None, words: str | None = None, disputed: bool = False) -> str:
    """Each claim with its id and three numbers, story by story and claim by claim in the order of the page (most carried and
    most disputed first; those that one article alone tells in its own voice last), wrapped to 88 columns.

    Args:
        dossier: what one run found.
        story_id: the id of a story, or a beginning that only one story's id has; then only its claims.
        words: only claims that hold all of these words, in any case, in a wording of theirs.
        disputed: only claims that somebody contradicts, with who does.

    Raises:
        InterchangeError: no story, or more than one, has that id.

    """
    lookup = look_up(dossier)
    story = find_record(dossier.stories, story_id, "stories") if story_id else None
    told = [
        (f"{one.story.title} ({one.story.id})", (*one.shown, *one.more, *one.single))
        for one in sort_stories(dossier, lookup)
    ]
    told.append(("no story", tuple(claim for claim in dossier.claims if claim.story not in lookup.stories)))
    lines = []
    count = 0
    for title, every in told:
        claims = [
            claim
            for claim in every
            if (story is None or claim.story == story.id)
            and (not words or _holds(lookup, claim, words.casefold().split()))
            and (not disputed or lookup.conflicts_of.get(claim.id))
        ]
        lines += ["", *wrapped(title)] if claims else []
        for claim in claims:
            lines += _claim(lookup, claim)
        count += len(claims)
    lines.insert(0, f"{counted(count, 'claim')} of {len(dossier.claims)}")
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


def _claim(lookup: Lookup, claim: Claim) -> Iterator[str]:
    yield from wrapped(f"{claim.id}  {numbers_of(claim).line}", "  ")
    yield from wrapped(f"“{unquoted(claim.text)}”", "      ")
    for conflict in lookup.conflicts_of.get(claim.id, ()):
        found = dispute(lookup, claim, conflict)
        yield from wrapped(f"{found.kind}: {found.who}: “{found.words}” ({found.claim})", "      ", "        ")


def _holds(lookup: Lookup, claim: Claim, wanted: list[str]) -> bool:
    """Whether the claim's text, or the words of one statement of it, hold all of `wanted`."""
    told = [claim.text]
    for id_ in claim.statements:
        if id_ in lookup.statements:
            statement = lookup.statements[id_]
            told.append(" ".join(span.cut(lookup.base(statement)) for span in statement.content))
    return any(all(word in one.casefold() for word in wanted) for one in told)
