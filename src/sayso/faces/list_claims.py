"""The claims of a dossier as a list for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.faces.claim_view import dispute
from sayso.faces.lookup import Lookup, find_record, look_up
from sayso.faces.terminal import wrapped
from sayso.faces.wording import counted, numbers_of, unquoted
from sayso.records import Claim, Dossier


def list_claims(dossier: Dossier, story_id: str | None = None, words: str | None = None, disputed: bool = False) -> str:
    """Each claim with its id and three numbers, story by story in the order of the dossier, wrapped to 88 columns.

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
    claims = [
        claim
        for claim in dossier.claims
        if (story is None or claim.story == story.id)
        and (not words or _holds(lookup, claim, words.casefold().split()))
        and (not disputed or lookup.conflicts_of.get(claim.id))
    ]
    lines = [f"{counted(len(claims), 'claim')} of {len(dossier.claims)}"]
    for told in dict.fromkeys(claim.story for claim in claims):
        title = lookup.stories[told].title if told in lookup.stories else "no story"
        lines += ["", *wrapped(f"{title} ({told})")]
        for claim in claims:
            if claim.story == told:
                lines += _claim(lookup, claim)
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
