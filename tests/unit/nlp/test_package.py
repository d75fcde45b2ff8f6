"""What is delivered: the wheel in `nlp/dist/` holds a pipeline, and not a word of the text it was trained on."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
import spacy

ROOT = Path(__file__).parents[3]
MIB = 1024 * 1024


@pytest.fixture(scope="module")
def wheel() -> zipfile.ZipFile:
    (path,) = (ROOT / "nlp" / "dist").glob("nb_tryggsamtale_sm-*.whl")
    with zipfile.ZipFile(path) as archive:
        yield archive


def content(wheel: zipfile.ZipFile, end: str) -> bytes:
    (name,) = (name for name in wheel.namelist() if name.endswith(end) and "/nb_tryggsamtale_sm-" in name)
    return wheel.read(name)


def test_the_package_is_at_most_25_mib(wheel):
    assert Path(wheel.filename).stat().st_size <= 25 * MIB


def test_the_package_lists_no_word_that_a_blank_norwegian_pipeline_does_not_have(wheel):
    own = set(json.loads(content(wheel, "vocab/strings.json")))
    assert own <= {*spacy.blank("nb").vocab.strings, "PERSON", "LOCATION", "ORGANISATION"}


def test_the_package_has_no_word_vectors(wheel):
    assert len(content(wheel, "vocab/vectors")) < 256
    assert len(content(wheel, "vocab/key2row")) < 16


def test_the_only_large_files_are_the_weights(wheel):
    large = {Path(info.filename).parts[-2:] for info in wheel.infolist() if info.file_size > 256 * 1024}
    assert large == {("tok2vec", "model"), ("ner", "model")} or large == {("tok2vec", "model")}


def test_no_file_tells_of_the_machine_it_was_built_on(wheel):
    for name in ("config.cfg", "meta.json"):
        text = content(wheel, f"0/{name}").decode()
        assert "/tmp" not in text and "/work" not in text and "/home" not in text


@pytest.fixture(scope="module")
def pipeline(wheel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("package")
    wheel.extractall(folder)
    (model,) = (folder / "nb_tryggsamtale_sm").glob("nb_tryggsamtale_sm-*")
    return spacy.load(model)


@pytest.mark.parametrize(
    "text, name, label",
    [
        ("Moren til Ingunn Solheim sier at han falt ned trappa.", "Ingunn Solheim", "PERSON"),
        ("broren til ho fadumo slår henne", "fadumo", "PERSON"),
        ("Far til Torbjørn ringde i går.", "Torbjørn", "PERSON"),
        ("Æ e urolig for ho Kristin.", "Kristin", "PERSON"),
        ("jeg jobber i solstrålen barnehage og er bekymret", "solstrålen barnehage", "ORGANISATION"),
        ("Ho bur på Fredheim sjukeheim.", "Fredheim sjukeheim", "ORGANISATION"),
        ("familien bor i hammerfest", "hammerfest", "LOCATION"),
    ],
)
def test_names_are_found_however_they_are_written(pipeline, text, name, label):
    assert (name, label) in [(ent.text, ent.label_) for ent in pipeline(text).ents]


@pytest.mark.parametrize(
    "text",
    [
        "Må jeg melde fra til barnevernet?",
        "Per i dag er det ingen som har ansvar.",
        "livet hennes er i fare",
        "Bestemora og nabobarna har sett det samme.",
        "eg veit ikkje kva eg skal gjere",
    ],
)
def test_ordinary_words_stay_readable(pipeline, text):
    assert not pipeline(text).ents


def test_the_model_card_and_the_package_tell_the_same_scores(wheel):
    meta = json.loads(content(wheel, "0/meta.json"))
    card = (ROOT / "nlp" / "MODEL_CARD.md").read_text(encoding="utf-8")
    for part in ("nob", "nno", "nob, lower case", "nno, lower case"):
        assert str(meta["performance"]["norne"][part]["ents_f"]) in card
