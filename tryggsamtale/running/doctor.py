"""``tryggsamtale doctor``: what is wrong with this installation, and what to do about it, in Norwegian.

Each check is a function that yields findings. What a check needs is imported inside it: an installation with a missing
package is just what the doctor is asked about.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tryggsamtale.running.addresses import LOCAL, LOOPBACK, action_server_health, answers, rasa_server_readiness
from tryggsamtale.running.model import Model
from tryggsamtale.running.ports import PortTaken, PortUnusable, require_free
from tryggsamtale.running.project import PROJECT
from tryggsamtale.settings import InvalidSetting, Settings

OK, WARNING, ERROR = "ok", "advarsel", "feil"
MARKS = {OK: "✓", WARNING: "!", ERROR: "✗"}

SET_UP = "Kjør «make setup»."
PINNED = re.compile(r"^([\w.-]+)==([^\s;]+)(?: ; (.+?))? *\\?$", re.MULTILINE)
OWN_CHANNELS = "rasa_plugins."


@dataclass(frozen=True)
class Finding:
    """What one check found: ``level`` is ok, advarsel or feil; ``text`` says what is so and what to do."""

    level: str
    text: str


def examine(project: Path = PROJECT) -> list[Finding]:
    """All findings about the installation in a folder, in the order of the checks. Changes nothing."""
    os.chdir(project)  # the paths in settings are counted from here
    return [finding for check in CHECKS for finding in _carefully(check, project)]


def exit_code(findings: list[Finding]) -> int:
    """1 when something is wrong, 0 when there are warnings at most."""
    return int(any(finding.level == ERROR for finding in findings))


def shown(findings: list[Finding]) -> str:
    """The findings as lines for a terminal, with a sum at the end."""
    errors, warnings = (sum(finding.level == level for finding in findings) for level in (ERROR, WARNING))
    lines = [f"{MARKS[finding.level]} {finding.text}" for finding in findings]
    return "\n".join([*lines, "", f"Feil: {errors}. Advarsler: {warnings}."])


def python(_: Path) -> Iterator[Finding]:
    """Rasa 3.6 runs on 3.10 at the latest, and the lock is made for it."""
    found = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] == (3, 10):
        yield Finding(OK, f"Python {found}")
    else:
        yield Finding(ERROR, f"Python er {found}, men skal være 3.10. Fjern mappen .venv og kjør «make setup».")


def packages(project: Path) -> Iterator[Finding]:
    """The environment has the packages of the lock, each in its version."""
    from packaging.markers import Marker

    wrong = []
    for name, wanted, marker in PINNED.findall((project / "requirements.lock").read_text(encoding="utf-8")):
        if marker and not Marker(marker).evaluate():
            continue
        try:
            found = version(name)
        except PackageNotFoundError:
            found = "mangler"
        if found != wanted:
            wrong.append(f"{name} ({found}, skal være {wanted})")
    if wrong:
        yield Finding(ERROR, f"Python-pakker som ikke stemmer: {_some(wrong)}. {SET_UP}")
    else:
        yield Finding(OK, "Python-pakkene er de som requirements.lock krever")


def settings(_: Path) -> Iterator[Finding]:
    """The environment variables can be used, and do not open the server to everybody by mistake."""
    found = Settings.from_environment()
    if found.host in LOOPBACK:
        yield Finding(OK, "Innstillingene er gyldige")
    else:
        yield Finding(WARNING, f"Rasa-tjeneren lytter på {found.host}: la bare en omvendt proxy med TLS nå den.")


def model(project: Path) -> Iterator[Finding]:
    """There is a model, of the training data that is here now."""
    here = Model(project)
    name = here.path.relative_to(project)
    if not here.path.is_file():
        yield Finding(ERROR, f"Det er ingen modell i {name}. Kjør «make train».")
    elif not here.is_current():
        yield Finding(WARNING, f"Modellen {name} er eldre enn treningsdataene. Kjør «make train» og start på nytt.")
    else:
        yield Finding(OK, f"Modellen {name} er trent på dataene som ligger her")


def pipeline(_: Path) -> Iterator[Finding]:
    """The pipeline that finds names can be loaded."""
    from tryggsamtale.border.pipeline import PipelineMissing, load

    name = Settings.from_environment().pipeline
    try:
        load(name)
    except PipelineMissing:
        yield Finding(ERROR, f"Språkpakken {name}, som finner navn, kan ikke brukes. {SET_UP}")
    else:
        yield Finding(OK, f"Språkpakken {name} finner navn på personer, steder og arbeidsplasser")


def channels(project: Path) -> Iterator[Finding]:
    """Only our own channel: Rasa's let any client read and write any conversation."""
    from ruamel.yaml import YAML

    names = YAML(typ="safe").load((project / "credentials.yml").read_text(encoding="utf-8")) or {}
    foreign = [name for name in names if not name.startswith(OWN_CHANNELS)]
    if foreign:
        yield Finding(ERROR, f"credentials.yml åpner for {', '.join(foreign)}, som ikke verner samtalene. Fjern det.")
    else:
        yield Finding(OK, "credentials.yml åpner bare programmets egen kanal")


def widget(project: Path) -> Iterator[Finding]:
    """The page has its script."""
    if (project / "widget" / "dist" / "trygg-samtale.js").is_file():
        yield Finding(OK, "Samtalevinduet er bygget")
    else:
        yield Finding(ERROR, f"Samtalevinduet er ikke bygget. {SET_UP}")


def database(_: Path) -> Iterator[Finding]:
    """It answers, can be written to, and has this version's tables."""
    from tryggsamtale.storage.database import StorageUnavailable, check, connect, is_current

    url = Settings.from_environment().database_url
    file = _sqlite_file(url)
    if file and not file.exists():
        yield Finding(WARNING, f"Databasen {file} finnes ikke ennå. «make run» lager den.")
        return
    try:
        with ExitStack() as stack:
            engine = connect(url)
            stack.callback(engine.dispose)
            if not is_current(engine):
                yield Finding(ERROR, "Databasen har ikke denne versjonens tabeller. Kjør «tryggsamtale migrate».")
                return
            check(engine)
    except StorageUnavailable as error:
        yield Finding(ERROR, f"Databasen kan ikke leses og skrives ({error}). Rett opp TRYGGSAMTALE_DATABASE_URL.")
    else:
        yield Finding(OK, "Databasen svarer, kan skrives til og har riktig versjon")


def private_files(_: Path) -> Iterator[Finding]:
    """Other users of the machine cannot read the database file or its companions."""
    file = _sqlite_file(Settings.from_environment().database_url)
    if not file or not file.exists():
        return
    open_to_others = [
        str(path)
        for path in (file.parent, *file.parent.glob(f"{file.name}*"))
        if stat.S_IMODE(path.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO)
    ]
    if open_to_others:
        paths = " ".join(open_to_others)
        yield Finding(WARNING, f"Andre brukere på maskinen har tilgang til {paths}. Kjør «chmod go-rwx {paths}».")
    else:
        yield Finding(OK, f"Bare eieren har tilgang til {file.parent}")


def ports(_: Path) -> Iterator[Finding]:
    """Each port is free, or our own server answers on it."""
    here = Settings.from_environment()
    for host, port, variable, url in (
        (here.host, here.port, "TRYGGSAMTALE_PORT", rasa_server_readiness(here)),
        (LOCAL, here.action_port, "TRYGGSAMTALE_ACTION_PORT", action_server_health(here)),
    ):
        try:
            require_free(host, port, variable)
        except PortTaken as taken:
            yield Finding(OK, f"Port {port} svarer: tjeneren er i gang") if answers(url) else Finding(ERROR, str(taken))
        except PortUnusable as unusable:
            yield Finding(ERROR, str(unusable))
        else:
            yield Finding(OK, f"Port {port} er ledig")


def kommune(project: Path) -> Iterator[Finding]:
    """The municipality's own services can be read."""
    from tryggsamtale.knowledge.kommune import KommuneError, load_kommune

    file = project / Settings.from_environment().kommune_file
    if not file.is_file():
        yield Finding(WARNING, f"{file.name} finnes ikke: brukerne får nasjonale tjenester, ikke kommunens egne.")
        return
    try:
        load_kommune(file)
    except KommuneError as error:
        yield Finding(ERROR, str(error))
    else:
        yield Finding(OK, f"{file.name} kan brukes")


def law(_: Path) -> Iterator[Finding]:
    """Somebody has read each paragraph within the last 180 days."""
    from tryggsamtale.duties.paragraphs import STALE_AFTER, rows

    stale = list(dict.fromkeys(row.id for row in rows() if date.today() - row.read > STALE_AFTER))
    if stale:
        yield Finding(
            WARNING,
            f"Paragrafer som ikke er lest mot Lovdata på {STALE_AFTER.days} dager: {_some(stale)}. "
            "Les dem og sett ny dato i paragraphs.yml.",
        )
    else:
        yield Finding(OK, f"Alle paragrafer er lest mot Lovdata de siste {STALE_AFTER.days} dagene")


def telemetry(_: Path) -> Iterator[Finding]:
    """Our own processes turn Rasa's reporting off themselves; ``rasa`` by hand goes by variable and user settings."""
    if os.environ.get("RASA_TELEMETRY_ENABLED", "").lower() == "false" or not _reports_by_hand():
        yield Finding(OK, "Rasa melder ikke fra om bruk")
    else:
        yield Finding(
            WARNING,
            "Tryggsamtale melder ikke fra om bruk, men «rasa» brukt for hånd gjør det. Kjør «rasa telemetry disable».",
        )


def _reports_by_hand() -> bool:
    """Does the user's Rasa file turn reporting on? Rasa writes it, with reporting on, the first time it is used."""
    file = Path.home() / ".config" / "rasa" / "global.yml"
    return file.is_file() and bool(re.search(r"^\s+enabled: true", file.read_text(encoding="utf-8"), re.MULTILINE))


def _some(names: list[str], most: int = 3) -> str:
    more = len(names) - most
    return ", ".join(names[:most]) + (f" og {more} til" if more > 0 else "")


def _sqlite_file(url: str) -> Path | None:
    return Path(url.removeprefix("sqlite:///")) if url.startswith("sqlite:///") else None


CHECKS: tuple[Callable[[Path], Iterator[Finding]], ...] = (
    python, packages, pipeline, settings, model, channels, widget, database, private_files, ports, kommune, law,
    telemetry,
)


def _carefully(check: Callable[[Path], Iterator[Finding]], project: Path) -> Iterator[Finding]:
    """The findings of a check; what goes wrong in it is a finding too, so that the others still come."""
    try:
        yield from check(project)
    except InvalidSetting as error:
        if check is settings:  # the others that need settings would only repeat it
            yield Finding(ERROR, str(error))
    except ModuleNotFoundError as error:
        yield Finding(ERROR, f"Python-pakken {error.name} mangler. {SET_UP}")
    except OSError as error:
        yield Finding(ERROR, f"{error.filename} kan ikke leses ({error.strerror}).")
    except Exception as error:
        yield Finding(ERROR, f"«{check.__name__}» kunne ikke undersøkes ({type(error).__name__}).")
