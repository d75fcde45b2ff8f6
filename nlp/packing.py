"""From a trained pipeline to the wheel that the product installs, without a word of the text it learnt from."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import spacy
from spacy.cli.package import package
from spacy.language import Language
from spacy.strings import StringStore

META = {
    "name": "tryggsamtale_sm",
    "version": "0.1.0",
    "description": "Names of people, places and workplaces in Norwegian chat, for masking",
    "author": "Tryggsamtale",
    "license": "MIT",
    "sources": [
        {
            "name": "NorNE (Bokmål and Nynorsk)",
            "url": "https://github.com/ltgoslo/norne",
            "author": "Jørgensen, Aasmoe, Ruud Husevåg, Øvrelid, Velldal",
            "license": "annotations CC0; texts stay with their owners and are not part of the package",
        }
    ],
}
_EPOCH = "1704067200"  # one date in every wheel, so that the same build gives the same file


def allowed_strings(nlp: Language) -> StringStore:
    """All strings that the package may hold: what blank Norwegian brings, and the labels.

    Hash embeddings need no strings, and what training leaves in the list are words of the corpus, real names too.
    """
    return StringStore([*spacy.blank(nlp.lang).vocab.strings, *nlp.get_pipe("ner").labels])


def wheel(trained: Path, scores: dict, work: Path, target: Path) -> Path:
    """Pack a trained pipeline.

    Args:
        trained: folder of the pipeline as training left it.
        scores: goes into `meta.json` as `performance`.
        work: folder for what lies between; emptied first.
        target: folder for the wheel.

    Returns:
        Path of the wheel.
    """
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    nlp = spacy.load(trained)
    nlp.config["paths"]["corpus"] = None
    nlp.meta.update(META)
    nlp.meta["performance"] = scores
    nlp.to_disk(work / "model")
    _forget_words(work / "model", allowed_strings(nlp))
    os.environ["SOURCE_DATE_EPOCH"] = _EPOCH
    os.environ["PATH"] = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    package(work / "model", work, create_sdist=False, create_wheel=True, force=True, silent=True)
    (built,) = work.rglob("*.whl")
    target.mkdir(exist_ok=True)
    return Path(shutil.copy(built, target / built.name))


def _forget_words(model: Path, allowed: StringStore) -> None:
    """The list of strings written anew with nothing but what is allowed."""
    file = model / "vocab" / "strings.json"
    file.write_text(json.dumps(sorted(allowed), ensure_ascii=False), encoding="utf-8")
