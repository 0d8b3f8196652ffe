"""The command line as a user meets it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.faces.cli import main

PAGE = """Harbour closed after storm

By Lena Adler
12 November 2024

The harbour of Ellery was closed on Monday, the harbour master, Agnete Rusk, said. She added that two boats had sunk.

"We will open again on Thursday," Rusk told reporters at the pier. Nobody was hurt in the storm, according to police.
"""


def run(*arguments: str, given: str | None = None) -> Result:
    """What the command line gives for `arguments`."""
    result = CliRunner().invoke(main, list(arguments), input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_report_writes_dossier_interchange_file_and_tables(page: Path, tmp_path: Path) -> None:
    html, file, folder = tmp_path / "out.html", tmp_path / "out.json", tmp_path / "tables"
    result = run("report", str(page), "-o", str(html), "--json", str(file), "--jsonl", str(folder))
    assert result.exit_code == 0
    document = json.loads(file.read_text(encoding="utf-8"))
    assert document["sayso"] == 1
    assert "Harbour closed after storm" in html.read_text(encoding="utf-8")
    rows = (folder / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(row) for row in rows] == document["statements"]


def test_statements_name_the_speaker(page: Path) -> None:
    result = run("statements", str(page))
    assert result.exit_code == 0
    assert "Agnete Rusk" in result.stdout


def test_as_is_keeps_offsets_into_the_file(page: Path) -> None:
    result = run("statements", "--as-is", str(page))
    [line] = result.stdout.splitlines()
    row = json.loads(line)
    assert row["doc"] == "page.txt"
    quoted = [statement for statement in row["statements"] if statement["kind"] == "direct"]
    assert [PAGE[slice(*span)] for span in quoted[0]["content"]] == ['"We will open again on Thursday,"']
    assert PAGE[slice(*quoted[0]["source"])] == "Rusk"
    assert PAGE[slice(*quoted[0]["cue"])].startswith("told")


def test_read_splits_without_analysing(page: Path, tmp_path: Path) -> None:
    file = tmp_path / "read.json"
    assert run("read", str(page), "--json", str(file)).exit_code == 0
    document = json.loads(file.read_text(encoding="utf-8"))
    assert [article["title"] for article in document["articles"]] == ["Harbour closed after storm"]
    assert document["statements"] == []


def test_verify_passes_what_report_wrote_and_fails_when_the_page_changed(page: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    run("report", str(page), "--json", str(file))
    assert run("verify", str(file)).exit_code == 0
    page.write_text(PAGE.replace("two boats", "ten boats"), encoding="utf-8")
    result = run("verify", str(file))
    assert result.exit_code == 1
    assert "SHA-256" in result.stderr


def test_verify_finds_a_moved_span(page: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    run("report", str(page), "--json", str(file))
    document = json.loads(file.read_text(encoding="utf-8"))
    document["claims"][0]["text"] = "Nobody ever said these words here"
    file.write_text(json.dumps(document), encoding="utf-8")
    assert "none of its statements" in run("verify", str(file)).stderr


def test_verify_finds_pages_below_a_root(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "out.json"
    monkeypatch.chdir(tmp_path)
    run("report", "page.txt", "--json", str(file))
    monkeypatch.chdir("/")
    assert run("verify", str(file)).exit_code == 1
    assert run("verify", str(file), "--root", str(tmp_path)).exit_code == 0


def test_why_explains_a_claim(page: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    run("report", str(page), "--json", str(file))
    claim = json.loads(file.read_text(encoding="utf-8"))["claims"][0]["id"]
    result = run("why", claim, "--in", str(file))
    assert result.exit_code == 0
    assert "1 article" in result.stdout


def test_why_explains_a_story_too(page: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    run("report", str(page), "--json", str(file), "-o", str(tmp_path / "out.html"))
    story = json.loads(file.read_text(encoding="utf-8"))["stories"][0]
    result = run("why", story["id"], "--in", str(file))
    assert result.exit_code == 0
    assert story["title"].split()[0] in result.stdout
    assert run("why", story["id"], "--in", str(file), "--as-of", "2031-01-01").exit_code == 2


def test_standard_input_is_a_page() -> None:
    assert "Agnete Rusk" in run("statements", "-", given=PAGE).stdout


@pytest.mark.parametrize(
    ("name", "data", "status", "told"),
    [
        ("empty.txt", b"", 1, "empty"),
        ("blank.txt", b" \n\n ", 1, "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", 1, "binary"),
        ("line.txt", b"word " * 10_000_000, 1, "--max-page-mb"),
        ("broken.txt", PAGE.replace('"', "”").encode() + b"The caf\xe9 stayed open.", 0, "UTF-8"),
    ],
)
def test_bad_files_are_told_and_never_traced(tmp_path: Path, name: str, data: bytes, status: int, told: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    result = run("report", str(path))
    assert result.exit_code == status
    assert name in result.stderr
    assert told.lower() in result.stderr.lower()
    assert "Traceback" not in result.output


def test_a_folder_without_readable_files_is_told(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    result = run("report", str(tmp_path))
    assert result.exit_code == 1
    assert str(tmp_path) in result.stderr


def test_a_missing_path_is_told() -> None:
    result = run("report", "/nowhere/at/all.txt")
    assert result.exit_code == 1
    assert "/nowhere/at/all.txt" in result.stderr


def test_a_bad_page_beside_a_good_one_stops_nothing(page: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    result = run("report", str(page), str(tmp_path / "empty.txt"))
    assert result.exit_code == 0
    assert "empty.txt" in result.stderr


def test_wrong_usage_exits_with_two() -> None:
    assert run("report").exit_code == 2
    assert run("report", "x.txt", "--no-such-option").exit_code == 2


def test_missing_weights_are_told(page: Path, tmp_path: Path) -> None:
    result = run("report", str(page), "--weights", str(tmp_path))
    assert result.exit_code == 1
    assert "manifest" in result.stderr


def test_a_file_that_is_no_interchange_file_is_told(page: Path) -> None:
    result = run("verify", str(page))
    assert result.exit_code == 1
    assert "not readable as JSON" in result.stderr


def test_the_version_is_told() -> None:
    assert run("--version").stdout.startswith("sayso ")


def test_missing_claim_weights_are_told(page: Path, tmp_path: Path) -> None:
    result = run("report", str(page), "--claim-weights", str(tmp_path))
    assert result.exit_code == 1
    assert "--claim-weights" in result.stderr
