"""The interchange file and its schema."""

import json
from pathlib import Path

import jsonschema
import pytest

from sayso.errors import InterchangeError
from sayso.interchange import make_schema, read_dossier, shipped_schema, to_json, write_dossier
from sayso.records import Dossier, Figure, MadeWith
from sayso.running.pipeline import make_dossier
from sayso.spans import Span

EXAMPLES = Path(__file__).parents[1] / "examples" / "pages"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return make_dossier([str(EXAMPLES)])


def test_the_shipped_schema_is_that_of_the_records() -> None:
    assert shipped_schema() == make_schema()


def test_what_is_written_fits_the_schema(dossier: Dossier, tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    write_dossier(dossier, file)
    jsonschema.validate(json.loads(file.read_text(encoding="utf-8")), shipped_schema())


def test_what_was_written_reads_back_the_same(dossier: Dossier, tmp_path: Path) -> None:
    first, second = tmp_path / "one.json", tmp_path / "two.json"
    write_dossier(dossier, first)
    write_dossier(read_dossier(first), second)
    assert first.read_bytes() == second.read_bytes()


def test_python_names_lose_their_underscore() -> None:
    assert to_json(Figure(Span(0, 2), None, "people", 12.0)) == {
        "span": [0, 2],
        "value": None,
        "unit": "people",
        "low": 12,
    }


def test_a_missing_field_is_named(tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    document = {"sayso": 1, **to_json(Dossier(MadeWith("0", {}, {})))}
    document["stories"] = [{"id": "sty_1"}]
    file.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(InterchangeError, match=r"stories\.title is missing"):
        read_dossier(file)
