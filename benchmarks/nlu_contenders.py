"""The classifiers that `benchmarks.nlu` compares: each learns the training data and answers a text with an intent."""

from __future__ import annotations

import asyncio
import json
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from ruamel.yaml import YAML

PROJECT = Path(__file__).parents[1]
CACHE = PROJECT / ".cache" / "benchmarks"
NLPJS = ("@nlpjs/basic@4.27.0", "@nlpjs/lang-no@4.26.1")
FALLBACK = "utenfor"
Ask = Callable[[str], str]
Contender = Callable[[], Ask]

DEFAULT_PIPELINE = """
recipe: default.v1
assistant_id: default
language: nb
pipeline:
  - name: WhitespaceTokenizer
  - name: RegexFeaturizer
  - name: LexicalSyntacticFeaturizer
  - name: CountVectorsFeaturizer
  - {name: CountVectorsFeaturizer, analyzer: char_wb, min_ngram: 1, max_ngram: 4}
  - {name: DIETClassifier, epochs: 100, constrain_similarities: true}
  - {name: FallbackClassifier, threshold: 0.3, ambiguity_threshold: 0.1}
"""
"""The understanding part of what `rasa init` writes."""

NLPJS_SCRIPT = """
const { dockStart } = require("@nlpjs/basic");
const { LangNo } = require("@nlpjs/lang-no");
const lines = require("readline").createInterface({ input: process.stdin });
(async () => {
  const dock = await dockStart({ settings: { nlp: { languages: ["no"], autoSave: false } }, use: ["Basic"] });
  dock.getContainer().use(LangNo);
  const nlp = dock.get("nlp");
  const examples = JSON.parse(require("fs").readFileSync(process.argv[2], "utf8"));
  for (const [text, intent] of examples) nlp.addDocument("no", text, intent);
  await nlp.train();
  console.log("READY");
  for await (const line of lines) console.log("ANSWER " + (await nlp.process("no", JSON.parse(line))).intent);
})();
"""


def contenders() -> dict[str, Contender]:
    """By name."""
    return {"ours": _ours, "words": _words, "logistic": _logistic, "diet": _diet, "nlpjs": _nlpjs}


def examples() -> list[tuple[str, str]]:
    """(text, intent) of the training data."""
    data = YAML(typ="safe").load((PROJECT / "data" / "nlu.yml").read_text("utf-8"))
    return [
        (line.removeprefix("- ").strip(), one["intent"]) for one in data["nlu"] for line in one["examples"].splitlines()
    ]


def _ours(alone: bool = False) -> Ask:
    from rasa_plugins.spacy_nlp import words
    from rasa_plugins.understanding import Experts
    from tryggsamtale.dialogues.unsure import is_unsure
    from tryggsamtale.encoder import encoder

    encode = None if alone else encoder()
    if not alone and encode is None:
        raise RuntimeError("The encoder cannot run here")
    texts, intents = zip(*examples(), strict=True)
    experts = Experts.trained([words(text) for text in texts], intents, encode)

    def ask(text: str) -> str:
        row = experts.probabilities([words(text)])[0]
        ranking = [(experts.intents[index], float(row[index])) for index in row.argsort()[::-1]]
        return FALLBACK if is_unsure(ranking) else ranking[0][0]

    return ask


def _words() -> Ask:
    return _ours(alone=True)


def _logistic() -> Ask:
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    texts, intents = zip(*examples(), strict=True)
    model = make_pipeline(CountVectorizer(), LogisticRegression()).fit(texts, intents)
    return lambda text: model.predict([text])[0]


def _diet() -> Ask:
    import rasa.model_training
    from rasa.core.agent import Agent

    folder = Path(tempfile.mkdtemp(prefix="diet-"))
    (folder / "config.yml").write_text(DEFAULT_PIPELINE, "utf-8")
    model = rasa.model_training.train_nlu(str(folder / "config.yml"), str(PROJECT / "data" / "nlu.yml"), str(folder))
    agent = Agent.load(model)

    def ask(text: str) -> str:
        intent = asyncio.run(agent.parse_message(text))["intent"]["name"]
        return FALLBACK if intent in (None, "nlu_fallback") else intent

    return ask


def _nlpjs() -> Ask:
    CACHE.mkdir(parents=True, exist_ok=True)
    subprocess.run(["npm", "install", "--prefix", str(CACHE), "--no-audit", "--no-fund", *NLPJS], check=True)
    (CACHE / "nlpjs.js").write_text(NLPJS_SCRIPT, "utf-8")
    (CACHE / "examples.json").write_text(json.dumps(examples()), "utf-8")
    node = subprocess.Popen(["node", "nlpjs.js", "examples.json"], cwd=CACHE, stdin=subprocess.PIPE,
                            stdout=subprocess.PIPE, text=True)

    def heard(mark: str) -> str:
        return next(line for line in node.stdout if line.startswith(mark)).removeprefix(mark).strip()

    def ask(text: str) -> str:
        node.stdin.write(json.dumps(text) + "\n")
        node.stdin.flush()
        intent = heard("ANSWER")
        return FALLBACK if intent == "None" else intent

    heard("READY")
    return ask
