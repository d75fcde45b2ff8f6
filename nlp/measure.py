"""How good, how fast and how large the pipeline is: `python -m nlp.measure --corpus DIR` for the installed one."""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from random import Random

import spacy
from spacy.language import Language

from . import corpus, filling, noise
from .reader import example
from .sentence import LABELS, Sentence

PACKAGE = "nb_tryggsamtale_sm"
_CHAT = 400  # held-out messages for each way of writing


def scores(nlp: Language, folder: Path) -> dict:
    """All figures of the model card.

    Returns:
        `norne`: per form and case, entity precision, recall and F and recall per label.
        `chat`: per way of writing, the share of names of each label that are hidden whole, and of other words hidden.
    """
    result: dict = {"norne": {}, "chat": {}}
    parts = {form: corpus.sentences(folder, form, "dev") for form in corpus.FORMS}
    for name, news in {**parts, "both": sum(parts.values(), [])}.items():
        result["norne"][name] = _entities(nlp, news)
        result["norne"][f"{name}, lower case"] = _entities(nlp, [noise.lowered(s) for s in news])
    for name, messages in chat().items():
        result["chat"][name] = hidden(nlp, messages)
    return result


def chat() -> dict[str, list[Sentence]]:
    """Held-out messages (templates and names that training never saw) in each way of writing."""
    rng = Random(7)

    def some(*forms: str) -> list[Sentence]:
        return [filling.sentence(rng, rng.choice(forms), held=True) for _ in range(_CHAT)]

    bokmal = some("nb")
    return {
        "bokmål": bokmal,
        "lower case": [noise.lowered(s) for s in bokmal],
        "nynorsk": some("nn"),
        "dialect": some("dialekt"),
        "sms": some("sms"),
        "typos": [noise.mistyped(s, rng) for s in some("nb", "nn")],
        "names that are words": some("ordnavn"),
        "no names": some("uten"),
    }


def hidden(nlp: Language, messages: list[Sentence]) -> dict[str, float | None]:
    """Share of names whose letters are all inside some entity, per label; share of other words inside one."""
    found, wanted, words, wrong = Counter(), Counter(), 0, 0
    for message, doc in zip(messages, nlp.pipe(s.text for s in messages), strict=True):
        covered = {at for ent in doc.ents for at in range(ent.start_char, ent.end_char)}
        names = {at for start, end, _ in message.spans for at in range(start, end)}
        for start, end, label in message.spans:
            wanted[label] += 1
            found[label] += all(at in covered for at in range(start, end) if message.text[at].isalnum())
        for token in doc:
            if token.is_alpha and token.idx not in names:
                words += 1
                wrong += token.idx in covered
    shares = {label: round(found[label] / wanted[label], 3) if wanted[label] else None for label in LABELS}
    return shares | {"words hidden": round(wrong / words, 4)}


def _entities(nlp: Language, news: Iterable[Sentence]) -> dict[str, float]:
    result = nlp.evaluate([example(nlp, s) for s in news])
    figures = {key: round(result[key], 3) for key in ("ents_p", "ents_r", "ents_f")}
    return figures | {f"{label} recall": round(result["ents_per_type"][label]["r"], 3) for label in LABELS}


def speed(nlp: Language) -> float:
    """Median milliseconds for one message of 15 words."""
    text = "Hun sier at Ingrid Solbakken og broren går på Fjellvik skole i Nedre Eikerdal nå"
    times = []
    for _ in range(300):
        start = time.perf_counter()
        nlp(text)
        times.append(time.perf_counter() - start)
    return round(1000 * statistics.median(times), 2)


def memory() -> int:
    """MiB that this process has used at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="folder with NorNE")
    parser.add_argument("--model", default=PACKAGE, help="package or folder")
    args = parser.parse_args()
    nlp = spacy.load(args.model)
    costs = {"ms a message": speed(nlp), "MiB of memory, Python and spaCy included": memory()}
    print(json.dumps(scores(nlp, args.corpus) | costs, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
