"""How well messages are understood, beside three peers on the same data in one run: `python -m benchmarks.nlu`.

Compared are our classifier, the same without the encoder (the way back), a plain logistic regression on words, Rasa's
default pipeline with DIET, and nlp.js with its Norwegian language. Each learns `data/nlu.yml` in a process of its own
and is then asked the held-out messages one at a time. «Utenfor» counts how many of the messages that are not for this
bot were seen as such; «avvist» how many of the others were wrongly put there. Names after the module choose
contenders. Writes `docs/nlu-confusion.svg`, ours, flows, controls and topics of the held-out set.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import psutil

from benchmarks.confusion import draw
from benchmarks.nlu_contenders import PROJECT, contenders
from rasa_plugins.process import ENVIRONMENT
from tryggsamtale.dialogues.understood import understood
from tryggsamtale.running.project import environment

SETS = {
    "heldout": "utenom treningen", "blind": "skrevet etterpå", "rounds": "tre runder, skrevet før de ble prøvd",
    "others": "skrevet av andre",
}
KINDS = ("flow", "topic", "control")
VARIETIES = ("bokmal", "nynorsk", "dialekt", "typo")
PICTURE = PROJECT / "docs" / "nlu-confusion.svg"
POLL_SECONDS = 0.2


def messages(name: str) -> list[dict[str, Any]]:
    """The messages of a set; `also` names other answers that are right too."""
    path = PROJECT / "tests" / "data" / f"utterances_{name}.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def measure(name: str, answers: Path) -> None:
    """Let one contender learn and answer; its answers and times are written to a file."""
    began = time.perf_counter()
    ask = contenders()[name]()
    trained, times, said = time.perf_counter() - began, [], {}
    for message in (message for which in SETS for message in messages(which)):
        began = time.perf_counter()
        intent = ask(message["text"])
        times.append(1000 * (time.perf_counter() - began))
        said[message["id"]] = understood(intent)[1]
    answers.write_text(json.dumps({"train": trained, "times": times, "said": said}), "utf-8")


def run(name: str, folder: Path) -> dict[str, Any] | None:
    """What a contender said, how long it took and how much memory it held at most; None when it cannot run here."""
    answers = folder / f"{name}.json"
    process = psutil.Popen(
        [sys.executable, "-m", "benchmarks.nlu", "--one", name, str(answers)], cwd=PROJECT,
        env=environment() | ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    most = 0
    while process.poll() is None:
        most = max(most, _memory(process))
        time.sleep(POLL_SECONDS)
    return {**json.loads(answers.read_text("utf-8")), "memory": most} if answers.is_file() else None


def _memory(process: psutil.Process) -> int:
    total = 0
    for one in (process, *process.children(recursive=True)):
        try:
            total += one.memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return total


def figures(asked: Iterable[dict[str, Any]], said: dict[str, str]) -> dict[str, float]:
    """Shares from 0 to 1: right by kind and by variety, all, and the others wrongly put outside (``avvist``)."""
    asked = list(asked)
    right = {one["id"]: said[one["id"]] in (one["name"], *one.get("also", ())) for one in asked}

    def share(some: list[dict[str, Any]]) -> float:
        return statistics.mean(right[one["id"]] for one in some)

    ours = [one for one in asked if one["kind"] in KINDS]
    return {
        **{kind: share([one for one in asked if one["kind"] == kind]) for kind in KINDS},
        "utenfor": share([one for one in asked if one["kind"] == "unknown"]),
        "avvist": statistics.mean(said[one["id"]] == "utenfor" for one in ours),
        **{variety: share([one for one in asked if one["variety"] == variety]) for variety in VARIETIES},
        "alle": share(asked),
    }


def main(chosen: list[str]) -> None:
    """Print one table a set, and one of what each contender costs."""
    with tempfile.TemporaryDirectory() as folder:
        results = {name: run(name, Path(folder)) for name in chosen or contenders()}
    for which, title in SETS.items():
        asked = messages(which)
        print(f"\n{title} ({len(asked)} meldinger)")
        for name, result in results.items():
            shares = figures(asked, result["said"]) if result else {}
            print(f"  {name:9}", *[f"{kind} {value:.3f}" for kind, value in shares.items()] or ["kan ikke kjøres her"])
    print("\nhva det koster")
    for name, result in ((name, result) for name, result in results.items() if result):
        cuts = statistics.quantiles(result["times"], n=20)
        print(f"  {name:12} trening {result['train']:.0f} s, en melding p50 {cuts[9]:.1f} ms og p95 {cuts[18]:.1f} ms, "
              f"minne {result['memory'] / 2**20:.0f} MiB")
    if results.get("ours"):
        draw(messages("heldout"), results["ours"]["said"], PICTURE)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(sys.argv[2], Path(sys.argv[3]))
    else:
        main(sys.argv[1:])
