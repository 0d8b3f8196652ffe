"""`sayso fetch` as a user meets it."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

pytest.importorskip("httpx2")
pytest.importorskip("protego")

from loopback import Site, reply, serve

from sayso.config import Fetching
from sayso.faces import cli
from sayso.faces.cli import main

DOCUMENT = (Path(__file__).parents[2] / "docs" / "fetching.md").read_text(encoding="utf-8")


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as one:
        yield one


def run(*arguments: str, given: str | None = None) -> Result:
    result = CliRunner().invoke(main, list(arguments), input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def fetch(folder: Path, *arguments: str, given: str | None = None) -> Result:
    return run("fetch", "--to", str(folder), "--allow-network", "127.0.0.1/32", "--pause", "0", *arguments, given=given)


def test_each_address_has_a_line_and_the_run_a_summary(site: Site, tmp_path: Path) -> None:
    good, bad = site.says("/a", reply()), site.says("/b", reply(status="404 Not Found"))
    result = fetch(tmp_path / "kept", good, bad)
    assert result.exit_code == 0
    line, summary = result.stdout.splitlines()
    assert line.startswith(f"kept: {good} → {tmp_path}/kept/127.0.0.1-")
    assert summary == f"1 page in {tmp_path}/kept, 0 of them unchanged; 1 not fetched"
    assert result.stderr == f"sayso: {bad}: the server answered 404 Not Found; check the address\n"


def test_the_same_again_is_unchanged(site: Site, tmp_path: Path) -> None:
    url = site.says("/a", reply())
    fetch(tmp_path, url)
    result = fetch(tmp_path, url)
    assert result.exit_code == 0
    assert result.stdout.startswith("unchanged: ")
    assert "1 of them unchanged" in result.stdout


def test_what_was_fetched_is_read_offline(site: Site, tmp_path: Path) -> None:
    url = site.says("/a", reply())
    fetch(tmp_path / "kept", url)
    file, page = tmp_path / "out.json", tmp_path / "out.html"
    assert run("report", str(tmp_path / "kept"), "--json", str(file), "-o", str(page)).exit_code == 0
    told = file.read_text(encoding="utf-8")
    assert f'"url": "{url}"' in told
    assert '"retrieved": "' in told
    shown = page.read_text(encoding="utf-8")
    assert f'href="{url}"' in shown
    assert " UTC</span>" in shown
    assert run("verify", str(file)).exit_code == 0


def test_addresses_are_read_from_a_file_or_standard_input(site: Site, tmp_path: Path) -> None:
    urls = [site.says(f"/{number}", reply()) for number in range(3)]
    listed = f"# the ferry\n\n{urls[1]}\r\n  {urls[2]}  \n"
    file = tmp_path / "urls.txt"
    file.write_bytes(listed.encode())
    assert fetch(tmp_path / "a", urls[0], "--from-file", str(file)).stdout.count("kept: ") == 3
    assert fetch(tmp_path / "b", "--from-file", "-", given=listed).stdout.count("kept: ") == 2


def test_a_file_that_is_no_text_stops_nothing(tmp_path: Path) -> None:
    file = tmp_path / "urls.txt"
    file.write_bytes(b"\xff\xfe\x00h\x00t\n\x80\x81\n")
    result = fetch(tmp_path / "kept", "--from-file", str(file))
    assert result.exit_code == 1
    assert "Traceback" not in result.output


def test_no_page_at_all_exits_with_one(site: Site, tmp_path: Path) -> None:
    result = fetch(tmp_path, site.url + "/gone")
    assert result.exit_code == 1
    assert result.stderr.endswith("sayso: no page was fetched\n")


def test_this_machine_is_refused_unless_allowed(site: Site, tmp_path: Path) -> None:
    result = run("fetch", site.says("/a", reply()), "--to", str(tmp_path))
    assert result.exit_code == 1
    assert "--allow-network" in result.stderr
    assert site.asked == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["--to", "x"],
        ["http://news.invalid/"],
        ["http://news.invalid/", "--to", "x", "--allow-network", "everywhere"],
        ["http://news.invalid/", "--to", "x", "--user-agent", "a\nb"],
        ["http://news.invalid/", "--to", "x", "--pause", "-1"],
        ["--to", "x", "--from-file", "/nowhere/at/all.txt"],
    ],
)
def test_wrong_usage_exits_with_two(arguments: list[str]) -> None:
    assert run("fetch", *arguments).exit_code == 2


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = fetch(tmp_path / "file", "http://news.invalid/")
    assert result.exit_code == 1
    assert "--to" in result.stderr


@pytest.mark.parametrize("missing", ["httpx2", "protego"])
def test_the_missing_extra_is_told(tmp_path: Path, missing: str) -> None:
    # In a process of its own: what is imported here once is there for the other tests.
    without = f"import sys; sys.modules[{missing!r}] = None; from sayso.faces.cli import main; main()"
    command = [sys.executable, "-c", without, "fetch", "http://news.invalid/", "--to", str(tmp_path)]
    result = subprocess.run(command, capture_output=True, text=True)
    assert result.returncode == 1
    assert "pip install 'sayso[fetch]'" in result.stderr


def test_no_other_command_loads_what_fetches() -> None:
    told = "import sys, sayso.faces.cli, sayso.running.pipeline; print([one for one in sys.modules if 'httpx2' in one])"
    assert subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize("option", [one.opts[-1] for one in cli.fetch.params if one.opts[-1].startswith("-")])
def test_every_option_has_a_line(option: str) -> None:
    assert f"`{option}" in DOCUMENT


@pytest.mark.parametrize("setting", [field.name for field in dataclasses.fields(Fetching)])
def test_every_setting_has_a_line(setting: str) -> None:
    assert f"`{setting}`" in DOCUMENT


@pytest.mark.parametrize(
    "listed",
    [
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        "<url><loc>{0}</loc></url><url><loc>{1}</loc><lastmod>2024-11-12</lastmod></url></urlset>",
        "<rss><channel><title>Ferry</title><item><title>A</title><link>{0}</link></item>"
        "<item><title>B</title><description>The ferry ran.</description><link>{1}</link></item></channel></rss>",
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="{0}"/></entry><entry><link href="{1}"/></entry></feed>',
        '<opml version="2.0"><body><outline text="x"><outline xmlUrl="{0}"/></outline><outline xmlUrl="{1}"/></body></opml>',
        '{{"version": "https://jsonfeed.org/version/1.1", "items": [{{"url": "{0}"}}, 3, {{"id": "2", "external_url": "{1}"}}]}}',
    ],
)
def test_a_list_of_pages_is_read_for_its_addresses(site: Site, tmp_path: Path, listed: str) -> None:
    urls = [site.says(f"/{name}", reply()) for name in "ab"]
    file = tmp_path / "list"
    file.write_text(listed.format(*urls))
    result = fetch(tmp_path / "kept", "--from-file", str(file))
    assert [line.split()[1] for line in result.stdout.splitlines() if line.startswith("kept: ")] == urls


def test_a_broken_list_is_told(tmp_path: Path) -> None:
    file = tmp_path / "list"
    file.write_text('{"version": "https://jsonfeed.org/version/1.1", "items": [')
    result = fetch(tmp_path / "kept", "--from-file", str(file))
    assert result.exit_code == 1
    assert "a JSON feed that is broken" in result.stderr
