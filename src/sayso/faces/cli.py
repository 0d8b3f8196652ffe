"""The command line."""

from __future__ import annotations

import ipaddress
import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

import click

from sayso.config import Fetching, Limits, Settings
from sayso.errors import MissingExtra, ReadError, SaysoError
from sayso.faces.progress import ProgressBars

if TYPE_CHECKING:
    from sayso.reading.fetching.fetch import Outcome
    from sayso.records import Dossier

T = TypeVar("T")

# The modules that load the model or the extractors are imported in their commands: `sayso --help` must be instant.

PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH…")
WEIGHTS = click.option("--weights", metavar="DIR", help="Folder of the attribution model's weights.")
CLAIM_WEIGHTS = click.option("--claim-weights", metavar="DIR", help="Folder of the claim model's weights.")
WORKERS = click.option(
    "--workers",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="Processes that understand and compare articles.",
)
JSON_FILE = click.option(
    "--json", "json_file", type=click.Path(path_type=Path), help="Write the interchange file here."
)
LARGEST = click.option(
    "--max-page-mb", type=click.FloatRange(min=0.001), default=Limits().page_bytes / 1e6, show_default=True,
    help="Refuse larger pages.",
)  # fmt: skip

BEST = click.option(
    "--best", is_flag=True, help="Let three extractors vote on the body of HTML: slower; needs the extra best."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sayso", prog_name="sayso", message="%(prog)s %(version)s")
def main() -> None:
    """On whose say-so? Reads news as it is found and shows who really says what, in exact words.

    A PATH is a file, a folder, or - for standard input: plain text, HTML, or JSONL with one article a line. Exit
    status: 0 when at least one page was read, 1 when none was or a check failed, 2 for wrong usage.
    """


@main.command()
@PATHS
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write the dossier, one HTML file, here.")
@JSON_FILE
@click.option("--jsonl", "folder", type=click.Path(path_type=Path), help="Write the records here, one file a noun.")
@WEIGHTS
@CLAIM_WEIGHTS
@WORKERS
@LARGEST
@BEST
def report(
    paths: tuple[str, ...],
    output: Path | None,
    json_file: Path | None,
    folder: Path | None,
    weights: str | None,
    claim_weights: str | None,
    workers: int,
    max_page_mb: float,
    best: bool,
) -> None:
    """Read pages and show for every claim who says so: a dossier."""
    from sayso.faces.dossier import render_dossier
    from sayso.interchange import write_dossier, write_tables
    from sayso.running.pipeline import make_dossier

    settings = _settings(weights, workers, max_page_mb, best, claim_weights)
    with ProgressBars() as bars:
        dossier = _or_stop(lambda: make_dossier(paths, settings, bars.show))
    if output:
        output.write_text(render_dossier(dossier), encoding="utf-8")
    if json_file:
        write_dossier(dossier, json_file)
    if folder:
        write_tables(dossier, folder)
    _summarise(dossier, output)
    _finish(dossier)


@main.command()
@PATHS
@JSON_FILE
@LARGEST
@BEST
def read(paths: tuple[str, ...], json_file: Path | None, max_page_mb: float, best: bool) -> None:
    """Read pages and split them into parts and articles, without analysing them."""
    from sayso.interchange import write_dossier
    from sayso.running.pipeline import read_pages

    with ProgressBars() as bars:
        dossier = _or_stop(lambda: read_pages(paths, _settings(None, 1, max_page_mb, best), bars.show))
    if json_file:
        write_dossier(dossier, json_file)
    else:
        for article in dossier.articles:
            named = " · ".join(one for one in (article.outlet, article.published, article.genre) if one)
            click.echo(f"{article.title or '(no title)'}\n    {named}, {len(article.text.split())} words")
    _finish(dossier)


@main.command()
@PATHS
@click.option("--as-is", is_flag=True, help="Take each file as one article whose text is the file.")
@click.option("--jsonl", is_flag=True, help="One JSON record a line instead of a table.")
@WEIGHTS
@CLAIM_WEIGHTS
@WORKERS
@LARGEST
@BEST
def statements(
    paths: tuple[str, ...],
    as_is: bool,
    jsonl: bool,
    weights: str | None,
    claim_weights: str | None,
    workers: int,
    max_page_mb: float,
    best: bool,
) -> None:
    """Print the statements of pages: who says what, with the cue that shows it."""
    if as_is:
        _statements_as_is(paths, weights)
        return
    from sayso.interchange import to_json
    from sayso.running.pipeline import make_dossier

    settings = _settings(weights, workers, max_page_mb, best, claim_weights)
    with ProgressBars() as bars:
        dossier = _or_stop(lambda: make_dossier(paths, settings, bars.show))
    articles = {article.id: article for article in dossier.articles}
    names = {speaker.id: speaker.name for speaker in dossier.speakers}
    for statement in dossier.statements:
        if jsonl:
            click.echo(json.dumps(to_json(statement), ensure_ascii=False))
            continue
        article = articles[statement.article]
        text = article.title if statement.in_ == "title" else article.text
        who = names.get(statement.speaker or "", "—" if statement.kind == "own" else "?")
        via = "".join(f" via {names[one]}" for one in statement.via)
        words = " … ".join(span.cut(text) for span in statement.content)
        click.echo(f"{who}{via} [{statement.kind}, {statement.stance}] {words}")
    _finish(dossier)


def _statements_as_is(paths: Iterable[str], weights: str | None) -> None:
    from sayso.faces.as_is import statements_as_is
    from sayso.reading import read_as_is
    from sayso.understanding.encoder import Encoder

    encoder = _or_stop(lambda: Encoder(weights))
    done = 0
    for path in _files(paths):
        try:
            name, text = read_as_is(path, Limits())
        except ReadError as error:
            click.echo(f"sayso: {error}", err=True)
            continue
        click.echo(json.dumps(statements_as_is(name, text, encoder), ensure_ascii=False))
        done += 1
    if not done:
        sys.exit(1)


def _files(paths: Iterable[str]) -> Iterable[str]:
    for path in paths:
        if os.path.isdir(path):
            yield from sorted(str(one) for one in Path(path).iterdir() if one.is_file() and one.suffix == ".txt")
        else:
            yield path


@main.command()
@click.argument("urls", nargs=-1, metavar="URL…")
@click.option("--to", "folder", required=True, type=click.Path(), help="Keep the pages in this folder.")
@click.option(
    "--from-file", "file", type=click.File("rb"), help="Read URLs here: one a line, or a sitemap, feed or OPML list."
)
@click.option("--user-agent", default=Fetching().user_agent, show_default=True, help="What servers are told.")
@click.option(
    "--pause",
    type=click.FloatRange(min=0),
    default=Fetching().pause,
    show_default=True,
    help="Seconds between two requests to a host.",
)
@click.option(
    "--longest-pause",
    type=click.FloatRange(min=0),
    default=Fetching().longest_pause,
    show_default=True,
    help="Leave a host alone that asks for more seconds.",
)
@click.option("--allow-network", "networks", multiple=True, help="Ask addresses that are not public here: 10.0.0.0/8.")
@LARGEST
def fetch(
    urls: tuple[str, ...],
    folder: str,
    file: BinaryIO | None,
    user_agent: str,
    pause: float,
    longest_pause: float,
    networks: tuple[str, ...],
    max_page_mb: float,
) -> None:
    """Fetch pages into a folder, for the other commands to read. The only command that uses the network."""
    fetch_pages = _or_stop(_load_fetching)
    listed = _or_stop(lambda: _read_wanted(file)) if file else []
    if not urls and file is None:
        raise click.UsageError("Name a URL, or a file of them with --from-file.")
    try:
        settings = Fetching(
            user_agent,
            tuple(ipaddress.ip_network(one) for one in networks),
            int(max_page_mb * 1e6),
            pause=pause,
            longest_pause=longest_pause,
        )
    except ValueError as error:
        raise click.UsageError(f"{error}.") from error
    outcomes = _or_stop(lambda: fetch_pages((*urls, *listed), folder, settings, _tell_outcome))
    _finish_fetching(outcomes, folder)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--root", type=click.Path(path_type=Path), help="Folder that relative locations start from.")
def verify(file: Path, root: Path | None) -> None:
    """Check an interchange file against its pages: digests, maps, and every span cut anew."""
    from sayso.faces.verify import verify_dossier
    from sayso.interchange import read_dossier

    found = verify_dossier(_or_stop(lambda: read_dossier(file)), root)
    for problem in found.problems:
        click.echo(f"{problem.where}: {problem.what}; {problem.mend}", err=True)
    click.echo(
        f"{found.pages} pages found as they were, {found.spans} spans and {found.characters} characters checked, "
        f"{len(found.problems)} problems"
    )
    sys.exit(1 if found.problems else 0)


@main.command()
@click.argument("record")
@click.option("--in", "file", type=click.Path(path_type=Path), required=True, help="The interchange file.")
@click.option("--as-of", metavar="DATE", help="Count only who was on the record by this day (ISO 8601).")
def why(record: str, file: Path, as_of: str | None) -> None:
    """Explain a claim's count of origins (cl_…): each chain, each merge, each open pair. Or why articles are one story (sty_…)."""
    from sayso.faces.explain import explain_claim
    from sayso.faces.explain_story import explain_story
    from sayso.interchange import read_dossier

    if record.startswith("sty_"):
        if as_of:
            raise click.UsageError("--as-of counts the origins of a claim; leave it out for a story")
        click.echo(_or_stop(lambda: explain_story(read_dossier(file), record)), nl=False)
    elif record.startswith(("art_", "cf_", "cp_", "or_", "pg_", "sp_", "stm_")):
        raise click.UsageError(
            f"{record}: why explains a claim (cl_…) or a story (sty_…); `sayso claims` lists the claims"
        )
    else:
        click.echo(_or_stop(lambda: explain_claim(read_dossier(file), record, as_of)), nl=False)


@main.command()
@click.option("--in", "file", type=click.Path(path_type=Path), required=True, help="The interchange file.")
@click.option("--story", metavar="STY", help="Only the claims of this story (sty_…).")
@click.option("--grep", "words", metavar="WORDS", help="Only claims with all of these words in one of their wordings.")
@click.option("--disputed", is_flag=True, help="Only claims that somebody contradicts.")
def claims(file: Path, story: str | None, words: str | None, disputed: bool) -> None:
    """List the claims of a dossier, each with its id for `why`, its three numbers, and who disputes it."""
    from sayso.faces.list_claims import list_claims
    from sayso.interchange import read_dossier

    click.echo(_or_stop(lambda: list_claims(read_dossier(file), story, words, disputed)), nl=False)


@main.command()
@click.argument("a")
@click.argument("b")
@click.option("--in", "file", type=click.Path(path_type=Path), required=True, help="The interchange file.")
def diff(a: str, b: str, file: Path) -> None:
    """Show what one article took from another, sentence by sentence: reworded, moved, added, dropped, hardened."""
    from sayso.faces.diff import tell_difference
    from sayso.interchange import read_dossier

    click.echo(_or_stop(lambda: tell_difference(read_dossier(file), a, b)), nl=False)


def _settings(
    weights: str | None, workers: int, max_page_mb: float, best: bool, claim_weights: str | None = None
) -> Settings:
    return Settings(Limits(page_bytes=int(max_page_mb * 1e6)), weights, workers, best, claim_weights)


def _load_fetching() -> Callable[..., tuple[Outcome, ...]]:
    """What fetches pages; raises `MissingExtra` where its libraries are not installed."""
    try:
        from sayso.reading.fetching.fetch import fetch_pages
    except ModuleNotFoundError as error:
        raise MissingExtra("fetch", f"{error.name} is not installed", "run: pip install 'sayso[fetch]'") from error
    return fetch_pages


def _read_wanted(file: BinaryIO) -> list[str]:
    from sayso.reading.containers.wanted import read_wanted

    return read_wanted(file.read(), getattr(file, "name", "standard input"))


def _tell_outcome(outcome: Outcome) -> None:
    from sayso.records import Problem

    if isinstance(outcome, Problem):
        click.echo(f"sayso: {outcome.where}: {outcome.what}; {outcome.mend}", err=True)
    else:
        click.echo(f"{'unchanged' if outcome.unchanged else 'kept'}: {outcome.url} → {outcome.path}")


def _finish_fetching(outcomes: tuple[Outcome, ...], folder: str) -> None:
    from sayso.faces.wording import counted
    from sayso.records import Problem

    fetched = [outcome for outcome in outcomes if not isinstance(outcome, Problem)]
    unchanged = sum(outcome.unchanged for outcome in fetched)
    click.echo(
        f"{counted(len(fetched), 'page')} in {folder}, {unchanged} of them unchanged; "
        f"{len(outcomes) - len(fetched)} not fetched"
    )
    if not fetched:
        click.echo("sayso: no page was fetched", err=True)
        sys.exit(1)


def _or_stop(work: Callable[[], T]) -> T:
    """What `work` gives; an error that sayso knows ends the command with its message."""
    try:
        return work()
    except SaysoError as error:
        click.echo(f"sayso: {error}", err=True)
        sys.exit(1)


def _summarise(dossier: Dossier, output: Path | None) -> None:
    from sayso.faces.wording import counted

    tickers = sum(part.kind == "ticker_item" for page in dossier.pages for part in page.parts)
    outlets = len({article.outlet for article in dossier.articles if article.outlet})
    told = sum(statement.kind != "own" for statement in dossier.statements)
    click.echo(
        f"{counted(len(dossier.pages), 'page')}, {counted(len(dossier.articles), 'article')} of "
        f"{counted(outlets, 'named outlet')}, {counted(tickers, 'ticker item')}\n"
        f"{counted(len(dossier.statements), 'statement')}, {told} of them credited, "
        f"by {counted(len(dossier.speakers), 'speaker')}\n"
        f"{counted(len(dossier.stories), 'story', 'stories')}, {counted(len(dossier.claims), 'claim')}, "
        f"{counted(len(dossier.copies), 'copy', 'copies')}, {counted(len(dossier.conflicts), 'conflict')}"
    )
    if output:
        click.echo(f"dossier: {output}")


def _finish(dossier: Dossier) -> None:
    for problem in dossier.problems:
        click.echo(f"sayso: {problem.where}: {problem.what}; {problem.mend}", err=True)
    if not dossier.pages:
        click.echo("sayso: no page was read", err=True)
        sys.exit(1)
