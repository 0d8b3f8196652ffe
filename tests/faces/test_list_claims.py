"""The claims of a dossier as a list."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from invented import dossier

from sayso.errors import InterchangeError
from sayso.faces.cli import main
from sayso.faces.list_claims import list_claims
from sayso.faces.terminal import WIDTH
from sayso.interchange import write_dossier
from sayso.records import Dossier


@pytest.fixture(scope="module")
def found() -> Dossier:
    return dossier()


def test_each_claim_stands_under_its_story_with_its_numbers(found: Dossier) -> None:
    told = list_claims(found)
    assert told.startswith(f"{len(found.claims)} claims of {len(found.claims)}")
    for claim in found.claims:
        assert claim.id in told
    for story in {claim.story for claim in found.claims}:
        assert told.count(f"({story})") == 1
    assert max(map(len, told.splitlines())) <= WIDTH


def test_claims_that_more_articles_carry_stand_before_others_of_their_story(found: Dossier) -> None:
    shown = list_claims(found)
    for story in {claim.story for claim in found.claims}:
        claims = [claim for claim in found.claims if claim.story == story]
        first = min(claims, key=lambda claim: shown.index(claim.id))
        alone = [claim for claim in claims if claim.counts.articles == 1]
        assert first.counts.articles == max(claim.counts.articles for claim in claims)
        assert max(claims, key=lambda claim: shown.index(claim.id)) in alone


def test_words_choose_claims_by_any_wording_of_theirs(found: Dossier) -> None:
    told = list_claims(found, words="SEVEN people")
    chosen = [claim for claim in found.claims if claim.id in told.split()]
    assert chosen
    assert len(chosen) < len(found.claims)
    assert list_claims(found, words="nobody says this").strip() == f"0 claims of {len(found.claims)}"


def test_disputed_claims_name_who_disputes_them(found: Dossier) -> None:
    told = list_claims(found, disputed=True)
    disputed = {claim for conflict in found.conflicts for claim in conflict.claims}
    assert {claim.id for claim in found.claims if claim.id in told} == disputed
    assert "Another number: Saint Orla's Hospital" in " ".join(told.split())


def test_one_story_alone(found: Dossier) -> None:
    story = found.claims[0].story
    told = list_claims(found, story[:10])
    assert all((claim.id in told.split()) is (claim.story == story) for claim in found.claims)
    with pytest.raises(InterchangeError):
        list_claims(found, "sty_none")


def test_the_command_lists_and_why_refuses_other_ids(found: Dossier, tmp_path: Path) -> None:
    file = tmp_path / "found.json"
    write_dossier(found, file)
    listed = CliRunner().invoke(main, ["claims", "--in", str(file)])
    assert (listed.exit_code, listed.output) == (0, list_claims(found))
    refused = CliRunner().invoke(main, ["why", found.articles[0].id, "--in", str(file)])
    assert refused.exit_code == 2
    assert "sayso claims" in refused.output
