"""The feedback of a finished rehearsal: said in short, and put together for the document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tryggsamtale.dialogues.result import Result, listed
from tryggsamtale.guiding.reply import Say
from tryggsamtale.knowledge.sources import sources
from tryggsamtale.outputs.schemas import Ovelse
from tryggsamtale.rehearsal.feedback import Feedback, Quote, figure
from tryggsamtale.rehearsal.points import CHECKLIST
from tryggsamtale.rehearsal.progress import Record, progress
from tryggsamtale.rehearsal.rehearsal import finish
from tryggsamtale.rehearsal.state import State
from tryggsamtale.wording import Text, joined, load

WORDING = load(Path(__file__).with_name("ovelse_result.yml"))
MOST = 2
"""Quotes of each side that are said at once; more stand in the document."""
MOST_LEFT = 3


def result(state: State, today: date, earlier: Sequence[dict[str, Any]] = ()) -> Result:
    """The feedback in short, and the output of version 1; ``earlier`` are :class:`Record` as dictionaries."""
    feedback = finish(state)
    records = [Record(**one) for one in earlier] + [Record.of(feedback)]
    output = Ovelse(made_on=today, feedback=feedback.as_dict(), rehearsals=[one._asdict() for one in records])
    return Result(tuple(_says(feedback, records)), output)


def _says(feedback: Feedback, records: list[Record]) -> Iterable[Say]:
    told = feedback.as_dict()
    source = sources(["trygghetsprogrammet"])
    yield Say(WORDING["ferdig"].format(trust=Text.of(told["trust"]["text"])))
    yield Say(Text.of(told["duty"]["text"]), sources=source)
    yield Say(WORDING["tall"].format(lines=joined([_number(one) for one in told["numbers"]], "\n")))
    if feedback.good:
        yield Say(WORDING["bra"].format(lines=_quotes(feedback.good)), quotes=True)
    if feedback.better:
        yield Say(WORDING["bedre"].format(lines=_quotes(feedback.better)), quotes=True)
    left = [CHECKLIST[point].label for point in feedback.review.missed][:MOST_LEFT]
    if left:
        yield Say(WORDING["neste"].format(lines=listed(left)), sources=source)
    if len(records) > 1:
        changes = [Text.of(change) for change in progress(records)["changes"]]
        yield Say(WORDING["utvikling"].format(lines=listed(changes)))
    yield Say(WORDING["dokument"])


def _number(number: dict[str, Any]) -> Text:
    label, goal = (Text.of(number[name]) for name in ("label", "goal"))
    return WORDING["tall_line"].format(label=label, value=figure(number, len(CHECKLIST)), goal=goal)


def _quotes(quotes: Sequence[Quote]) -> Text:
    """The guide's own lines, what they did, and where there is one a better wording."""
    return joined([joined([_quoted(one), *_better(one)], " ") for one in quotes[:MOST]], "\n")


def _quoted(quote: Quote) -> Text:
    return Text.of(WORDING["sitat"]).format(said=quote.said, title=quote.title, why=quote.why)


def _better(quote: Quote) -> list[Text]:
    return [WORDING["heller"].format(better=one) for one in quote.better[:1]]
