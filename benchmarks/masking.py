"""How much of what identifies somebody is masked, and at what cost: `python -m benchmarks.masking [SET.jsonl …]`.

Compared are our masker, its lists and rules without the pipeline, the pipeline alone, and Presidio (its defaults with
our pipeline, where somebody has installed it). Measured on the project's own sets (`tests/data/README.md`) and on
NorNE's dev part when `../shared/norne` lies beside the project. A span counts as found when all its letters and digits
are masked, whatever the type. Precision: of the words that were masked, those that belong to a span. F2 weighs recall
four times.
"""

from __future__ import annotations

import gzip
import json
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import psutil

from tryggsamtale.border import pipeline as names
from tryggsamtale.border.masking import mask
from tryggsamtale.border.recognisers import entity
from tryggsamtale.settings import Settings

PROJECT = Path(__file__).parents[1]
DATA = PROJECT / "tests" / "data"
OWN_SET, HANDWRITTEN = DATA / "masking_benchmark.jsonl", DATA / "masking_handwritten.jsonl"
NORNE = PROJECT.parent / "shared" / "norne"
IDENTIFYING = ("PER", "ORG", "LOC", "GPE")
Masker = Callable[[str], list[tuple[int, int]]]
Message = dict[str, Any]


def messages(path: Path) -> list[Message]:
    """A set in the format {"text", "spans": [{"start", "end", "type"}], "case"}, one message a line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def norne(lower: bool = False) -> Iterator[Message]:
    """The dev sentences of NorNE, Bokmål and Nynorsk; people, places and organisations are what identifies."""
    for form in ("nob", "nno"):
        with gzip.open(NORNE / f"{form}-dev.iob.gz", "rt", encoding="utf-8") as lines:
            for sentence in lines.read().split("\n\n"):
                yield _sentence([line.split("\t") for line in sentence.splitlines() if line], form, lower)


def _sentence(rows: list[list[str]], form: str, lower: bool) -> Message:
    text, spans = "", []
    for token, tag, *space in rows:
        start, kind = len(text), tag[2:5]
        text += token.lower() if lower else token
        if tag[:2] == "I-" and spans and kind in IDENTIFYING:
            spans[-1]["end"] = len(text)
        elif kind in IDENTIFYING:
            spans.append({"start": start, "end": len(text), "type": kind})
        text += "" if "SpaceAfter=No" in space else " "
    return {"text": text, "spans": spans, "case": form}


def ours(text: str) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in mask(text).spans]


def pipeline_alone(text: str) -> list[tuple[int, int]]:
    nlp = names.pipeline()
    return [(found.start_char, found.end_char) for found in nlp(text).ents if found.label_ in names.LABELS]


def presidio() -> Masker | None:
    """Presidio with its defaults and our pipeline, None where it is not installed."""
    try:
        from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
        from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine
    except ImportError:
        return None
    package = [{"lang_code": "nb", "model_name": Settings.from_environment().pipeline}]
    labels = NerModelConfiguration(
        model_to_presidio_entity_mapping={
            "ORGANISATION": "ORGANIZATION",
            **{label: label for label in ("PERSON", "LOCATION")},
        },
        labels_to_ignore=[],
    )
    registry = RecognizerRegistry(supported_languages=["nb"])
    registry.load_predefined_recognizers(languages=["nb"])
    engine = AnalyzerEngine(
        registry=registry,
        nlp_engine=SpacyNlpEngine(models=package, ner_model_configuration=labels),
        supported_languages=["nb"],
    )
    return lambda text: [(found.start, found.end) for found in engine.analyze(text, language="nb")]


class Score:
    """What was found and what was masked, by type and by writing."""

    def __init__(self) -> None:
        self.found, self.spans, self.right, self.masked, self.words = (Counter() for _ in range(5))
        self.seconds: list[float] = []

    def add(self, message: Message, masker: Masker) -> None:
        text, began = message["text"], time.perf_counter()
        masked = {i for start, end in masker(text) for i in range(start, end)}
        self.seconds.append(time.perf_counter() - began)
        meant: set[int] = set()
        for span in message["spans"]:
            place = range(span["start"], span["end"])
            meant.update(place)
            whole = all(i in masked for i in place if text[i].isalnum())
            for key in ("all", span["type"], message["case"]):
                self.spans[key] += 1
                self.found[key] += whole
        for start, end in _words(text):
            place = set(range(start, end))
            for key in ("all", message["case"]):
                self.masked[key] += bool(place & masked)
                self.right[key] += bool(place & masked and place & meant)
                self.words[key] += not place & meant

    def recall(self, key: str = "all") -> float:
        return self.found[key] / max(1, self.spans[key])

    def precision(self, key: str = "all") -> float:
        return self.right[key] / max(1, self.masked[key])

    def f2(self, key: str = "all") -> float:
        recall, precision = self.recall(key), self.precision(key)
        return 5 * recall * precision / max(1e-9, 4 * precision + recall)

    def overmasked(self) -> float:
        """The share of words that belong to no span and were masked all the same."""
        return (self.masked["all"] - self.right["all"]) / max(1, self.words["all"])


def _words(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    for word in text.split():
        start = text.index(word, position)
        position = start + len(word)
        yield start, position


def measure(all_messages: Iterable[Message], masker: Masker) -> Score:
    score = Score()
    for message in all_messages:
        score.add(message, masker)
    return score


def show(title: str, score: Score) -> None:
    print(
        f"\n  {title}: recall {score.recall():.3f}  precision {score.precision():.3f}  F2 {score.f2():.3f}"
        f"  other words masked {score.overmasked():.2%}  median {statistics.median(score.seconds) * 1000:.1f} ms"
    )
    for key in sorted(score.spans):
        if key != "all":
            rest = f"  precision {score.precision(key):.3f}  F2 {score.f2(key):.3f}" if score.words[key] else ""
            print(f"    {key:<13}{score.found[key]:>5} of {score.spans[key]:<5} recall {score.recall(key):.3f}{rest}")


def without_pipeline(text: str) -> list[tuple[int, int]]:
    """Our lists and rules alone."""
    loaded, entity.pipeline = entity.pipeline, lambda: None
    try:
        return ours(text)
    finally:
        entity.pipeline = loaded


def main() -> None:
    before = psutil.Process().memory_info().rss
    names.pipeline()
    print(f"memory of the pipeline: {(psutil.Process().memory_info().rss - before) / 2**20:.0f} MiB")
    maskers: dict[str, Masker | None] = {
        "our masker": ours,
        "lists and rules only": without_pipeline,
        "pipeline alone": pipeline_alone if names.pipeline() else None,
        "Presidio with our pipeline": presidio(),
    }
    sets = {path.stem: messages(path) for path in [*map(Path, sys.argv[1:])] or [OWN_SET, HANDWRITTEN]}
    if NORNE.exists() and not sys.argv[1:]:
        sets |= {"NorNE dev": list(norne()), "NorNE dev, lower case": list(norne(lower=True))}
    for name, contents in sets.items():
        print(f"\n{name}: {len(contents)} messages")
        for title, masker in maskers.items():
            if masker:
                show(title, measure(contents, masker))


if __name__ == "__main__":
    main()
