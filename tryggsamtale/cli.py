"""The command ``tryggsamtale`` (contract §2). Each subcommand loads only what it needs."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

import click


@click.group(help="Tryggsamtale: anonym hjelp for deg som møter vold og overgrep i jobben.")
def main() -> None:
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(encoding="utf-8", errors="surrogateescape")


def _lines() -> Iterator[str]:
    for line in sys.stdin:
        yield line.rstrip("\n")


def _print(content: Any) -> None:
    click.echo(json.dumps(content, ensure_ascii=False))


@main.command(help="Masker tekst, linje for linje fra standard inn.")
@click.option("--json", "as_json", is_flag=True, help="Skriv {text, spans} for hver linje.")
def mask(as_json: bool) -> None:
    from tryggsamtale.border.masking import mask

    for line in _lines():
        masked = mask(line)
        spans = [{"start": span.start, "end": span.end, "type": span.type} for span in masked.spans]
        if as_json:
            _print({"text": masked.text, "spans": spans})
        else:
            click.echo(masked.text)


@main.command(help="Vurder plikten for fakta i en JSON-fil («-» for standard inn; ett objekt eller ett på hver linje).")
@click.argument("source", type=click.File(encoding="utf-8"))
@click.option("--date", "on", type=click.DateTime(["%Y-%m-%d"]), help="Etter loven på denne dagen, som 2026-07-02.")
def plikt(source: TextIO, on: datetime | None) -> None:
    from tryggsamtale.duties.assessment import assess
    from tryggsamtale.duties.facts import FactError, parse
    from tryggsamtale.duties.paragraphs import OutsideTheLaw

    try:
        for raw in _objects(source.read()):
            _print(assess(parse(raw), on=on.date() if on else None).as_json())
    except (FactError, OutsideTheLaw) as error:
        raise click.ClickException(str(error)) from None


def _objects(text: str) -> Iterator[Any]:
    """One object or JSON lines; facts may stand alone or as «facts» in what the command of that name writes."""
    try:
        whole = [json.loads(text)]
    except (ValueError, RecursionError):
        whole = [_parsed(line, number) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    for one in whole:
        yield one["facts"] if isinstance(one, dict) and isinstance(one.get("facts"), dict) else one


def _parsed(line: str, number: int) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        raise click.ClickException(f"Linje {number} er ikke gyldig JSON.") from None


@main.command(help="Les fakta ut av saker, én sak på hver linje fra standard inn.")
def facts() -> None:
    from tryggsamtale.duties.reading import read_facts

    for line in _lines():
        read = read_facts(line)
        _print({"facts": read.facts, "evidence": read.evidence})


@main.command(help="Sier en melding at noen er i fare nå? Én melding på hver linje fra standard inn.")
def acute() -> None:
    from tryggsamtale.border.danger.detector import danger

    for line in _lines():
        told = danger(line)
        _print({"acute": told.acute, "reason": told.phrase.nb})


@main.command(help="Les hva en trygghetsguide gjør, én replikk på hver linje fra standard inn.")
def moves() -> None:
    from tryggsamtale.rehearsal.moves import read_move

    for line in _lines():
        _print(read_move(line).as_json())


@main.command(help="Se tilbake på en øvelse: guidens replikker fra en fil («-» for standard inn), én på hver linje.")
@click.argument("transcript", type=click.File(encoding="utf-8"))
def review(transcript: TextIO) -> None:
    from tryggsamtale.rehearsal.review import review

    _print(review(transcript.read().splitlines()).as_json())


@main.command(help="Tegn gangen i vurderingen som SVG.")
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False), default=Path("docs/plikt.svg"))
def tegn(target: Path) -> None:
    from tryggsamtale.duties.drawing import draw

    target.write_text(draw(), encoding="utf-8")
    click.echo(f"Tegnet {target}")


@main.command(help="Tall uten innhold: hva som har skjedd hvor ofte, måned for måned.")
def stats() -> None:
    from tryggsamtale.storage.counters import Counters

    _print(Counters(_engine()).statistics())


@main.command(help="Slett det som har gått ut på tid.")
def purge() -> None:
    from tryggsamtale.storage.retention import purge

    _print(purge(_engine()))


def _engine() -> Any:
    """The database, counted from the project's folder like every process does."""
    from tryggsamtale.running.project import PROJECT
    from tryggsamtale.settings import Settings
    from tryggsamtale.storage.database import connect, migrate

    os.chdir(PROJECT)
    engine = connect(Settings.from_environment().database_url)
    migrate(engine)
    return engine


@main.command(help="Er installasjonen i orden? Sier hva som mangler.")
def doctor() -> None:
    from tryggsamtale.running.doctor import examine, exit_code, shown

    findings = examine()
    click.echo(shown(findings))
    sys.exit(exit_code(findings))


@main.command(help="Start Tryggsamtale og hold det oppe til Ctrl-C.")
def run() -> None:
    from tryggsamtale.running.start import run

    sys.exit(run())


@main.command(help="Tren modellen hvis treningsdata er endret.")
def train() -> None:
    from tryggsamtale.running.start import train

    sys.exit(train())


@main.command(help="Lag databasen, eller løft den til denne versjonen.")
def migrate() -> None:
    from tryggsamtale.running.start import migrate

    sys.exit(migrate())
