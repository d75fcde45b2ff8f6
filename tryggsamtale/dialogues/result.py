"""What a finished dialogue comes to: what is said about it, and what is handed over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tryggsamtale.consultation.statement import Statement
from tryggsamtale.guiding.model import Answers, Dialogue
from tryggsamtale.guiding.reply import Say, Source
from tryggsamtale.guiding.view import display
from tryggsamtale.knowledge.contacts import Contact
from tryggsamtale.knowledge.sources import sources
from tryggsamtale.outputs.schemas import Both, ContactLine, Line, Output
from tryggsamtale.wording import Text, joined


@dataclass(frozen=True)
class Result:
    """The read-back of a dialogue's result, and the output that the document is made from."""

    says: tuple[Say, ...]
    output: Output


def told(dialogue: Dialogue, answers: Answers) -> list[Line]:
    """The answers that still make sense, as they stand in a document."""
    asked = dialogue.given(answers)
    return [
        Line(step=name, label=both(step.label), value=both(display(step, answers[name])))
        for name in asked.relevant(answers) if (step := asked.step(name))
    ]


def contact_lines(contacts: Iterable[Contact]) -> list[ContactLine]:
    """Whom to contact, as it stands in a document."""
    return [
        ContactLine(id=one.id, number=one.number, name=both(one.name), when=both(one.when), hours=both(one.hours))
        for one in contacts
    ]


def both(text: Text) -> Both:
    """A text in the form of the schemas."""
    return Both(**text.as_dict())


def listed(texts: Iterable[Text]) -> Text:
    """The texts as a list, a line each."""
    return joined([Text.of("- {text}").format(text=text) for text in texts], "\n")


def cite(id: str) -> Source:
    """A source of the closed list. Raises KeyError for one that is not there."""
    return sources([id])[0]


def cited(statements: Iterable[Statement]) -> tuple[Source, ...]:
    """The sources of some statements, each once. Raises KeyError for one that is not in the list of sources."""
    return sources(dict.fromkeys(id for statement in statements for id in statement.sources))
