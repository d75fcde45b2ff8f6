"""A dialogue's script: its steps as written in YAML."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tryggsamtale.guiding.model import Option, Step
from tryggsamtale.guiding.reply import Source
from tryggsamtale.wording import Text, load

JA_NEI = {
    "ja": (Text("Ja", "Ja"), ("ja", "jo", "jau", "japp", "jepp", "stemmer", "ja det kan det", "ja det er det")),
    "nei": (Text("Nei", "Nei"), ("nei", "nope", "næ", "nei det kan det ikke", "nei det er det ikke", "aldri")),
}


@dataclass(frozen=True)
class ScriptedStep:
    """A step with what decides whether it is asked, and what each option means as facts."""

    step: Step
    when: dict[str, str] = field(default_factory=dict)
    fact: str | None = None
    meanings: dict[str, dict[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class Script:
    """The steps by name, in the order of the file, and those that are asked in every case."""

    title: Text
    always: tuple[str, ...]
    steps: dict[str, ScriptedStep]


def _options(written: Any, fact: str | None) -> tuple[tuple[Option, ...], dict[str, dict[str, Any]]]:
    if written == "ja_nei":
        options = tuple(Option(value, title, words) for value, (title, words) in JA_NEI.items())
        return options, {value: {fact: value} for value in JA_NEI}
    options = tuple(
        Option(value, one["title"], tuple(str(word) for word in one.get("words", ()))) for value, one in written.items()
    )
    return options, {value: dict(one.get("facts", {})) for value, one in written.items()}


def _step(name: str, written: dict[str, Any]) -> ScriptedStep:
    fact = written.get("fact")
    options, meanings = _options(written.get("options", {}), fact)
    step = Step(
        name, written.get("kind", "choice"), written["label"], written["question"], written["why"],
        tuple(Source(Text.of(ref), ref) for ref in written.get("refs", ())), written.get("explain"), options,
        written.get("unknown", True),
    )
    return ScriptedStep(step, dict(written.get("when", {})), fact, meanings)


def read_script(path: Path) -> Script:
    """The script in a YAML file. Raises KeyError when a step lacks its wording."""
    written = load(path)
    steps = {name: _step(name, one) for name, one in written["steps"].items()}
    return Script(written["title"], tuple(written.get("always", ())), steps)
