"""A dialogue's script: its steps as written in YAML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tryggsamtale.consultation import handlingsplan, trafikklys, trygghetsprogrammet
from tryggsamtale.guiding.model import Answers, Option, Step
from tryggsamtale.guiding.reply import Source
from tryggsamtale.knowledge.sources import sources
from tryggsamtale.rehearsal.points import SECTIONS, points_of
from tryggsamtale.rehearsal.trust import WORDING as TRUST
from tryggsamtale.rehearsal.youths import youths
from tryggsamtale.wording import Text, load

JA_NEI = {
    "ja": (Text("Ja", "Ja"), ("ja", "jo", "jau", "japp", "jepp", "stemmer", "ja det kan det", "ja det er det")),
    "nei": (Text("Nei", "Nei"), ("nei", "nope", "næ", "nei det kan det ikke", "nei det er det ikke", "aldri")),
}

OPTIONS: dict[str, Mapping[str, Any]] = {
    "trafikklys": trafikklys.COLOURS,
    "handlingsplan_krav": handlingsplan.WORDING["criteria"],
    "handlingsplan_mottakere": handlingsplan.WORDING["recipients"],
    "trygghetssamtale_telefon": trygghetsprogrammet.PHONE_CALL,
    "trygghetssamtale_for": trygghetsprogrammet.PREPARATION,
    "trygghetssamtale_ungdommer": {one.id: {"title": one.title, "words": [one.name]} for one in youths()},
    "trygghetssamtale_vanskelighet": TRUST["difficulties"],
    **{
        f"trygghetssamtale_{section}": {point.id: {"title": point.label} for point in points_of(section)}
        for section in SECTIONS
    },
}
"""Options that stand with their rules: ``like: trafikklys`` in a script brings them in, before those of its own."""


Named = Mapping[str, list[str]]
"""Step → some of its values."""


@dataclass(frozen=True)
class Condition:
    """Answers beside which something holds: all of ``when``, one of ``any`` (if it names some), none of ``unless``."""

    when: Named = field(default_factory=dict)
    any: Named = field(default_factory=dict)
    unless: Named = field(default_factory=dict)

    def holds(self, answers: Answers) -> bool:
        """Whether these answers meet it; what is not answered meets nothing."""
        one = not self.any or any(_given(answers, step, values) for step, values in self.any.items())
        every = all(_given(answers, step, values) for step, values in self.when.items())
        return one and every and not any(_given(answers, step, values) for step, values in self.unless.items())


def _given(answers: Answers, step: str, values: list[str]) -> bool:
    value = answers.get(step, ())
    return not set([value] if isinstance(value, str) else value).isdisjoint(values)


@dataclass(frozen=True)
class ScriptedStep:
    """A step with what decides whether and how it is asked, and what each option means as facts.

    ``when`` makes it the detail of another answer (plikt); ``asked`` is any other condition; the first of ``variants``
    whose condition holds stands in the place of ``step``.
    """

    step: Step
    when: dict[str, str] = field(default_factory=dict)
    fact: str | None = None
    meanings: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: Condition = Condition()
    variants: tuple[tuple[Condition, Step], ...] = ()

    def given(self, answers: Answers) -> Step:
        """The step as it is put beside these answers."""
        return next((step for condition, step in self.variants if condition.holds(answers)), self.step)


@dataclass(frozen=True)
class Script:
    """The steps by name, in the order of the file, and those that are asked in every case."""

    title: Text
    always: tuple[str, ...]
    steps: dict[str, ScriptedStep]


def _options(written: Any, fact: str | None) -> tuple[tuple[Option, ...], dict[str, dict[str, Any]]]:
    if written == "ja_nei":
        options = tuple(Option(value, title, words) for value, (title, words) in JA_NEI.items())
        return options, {value: {fact: value} if fact else {} for value in JA_NEI}
    own = {value: one for value, one in written.items() if value != "like"}
    written = {**OPTIONS.get(written.get("like"), {}), **own}
    options = tuple(
        Option(value, one["title"], tuple(str(word) for word in one.get("words", ()))) for value, one in written.items()
    )
    return options, {value: dict(one.get("facts", {})) for value, one in written.items()}


def _step(name: str, written: dict[str, Any]) -> ScriptedStep:
    fact = written.get("fact")
    options, meanings = _options(written.get("options", {}), fact)
    step = Step(
        name, written.get("kind", "choice"), written["label"], written["question"], written["why"],
        _sources(written), written.get("explain"), options, written.get("unknown", True),
    )
    variants = tuple(_variant(step, one) for one in written.get("variants", ()))
    return ScriptedStep(
        step, dict(written.get("when", {})), fact, meanings, Condition(**written.get("asked", {})), variants
    )


def _sources(written: dict[str, Any]) -> tuple[Source, ...]:
    """From ``sources``, ids of the closed list, or ``refs``, paragraphs as they are cited."""
    cited = tuple(Source(Text.of(ref), ref) for ref in written.get("refs", ()))
    return (*cited, *sources(written.get("sources", ())))


def _variant(step: Step, written: dict[str, Any]) -> tuple[Condition, Step]:
    options = tuple(option for option in step.options if option.value in written.get("only", (option.value,)))
    wording = {name: written[name] for name in ("label", "question", "why", "explain") if name in written}
    return Condition(when=written["when"]), replace(step, options=options, **wording)


def read_script(path: Path) -> Script:
    """The script in a YAML file. Raises KeyError when a step lacks its wording."""
    written = load(path)
    steps = {name: _step(name, one) for name, one in written["steps"].items()}
    return Script(written["title"], tuple(written.get("always", ())), steps)
