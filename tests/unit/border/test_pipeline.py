"""The spaCy pipeline behind the masking: found by its setting, told when missing, and forgetful."""

from __future__ import annotations

import logging

import pytest

from tryggsamtale.border import pipeline as pipelines
from tryggsamtale.border.masking import mask
from tryggsamtale.border.pipeline import PipelineMissing, load, pipeline
from tryggsamtale.settings import Settings

MISSING = "nb_finnes_ikke"


@pytest.fixture
def no_pipeline(monkeypatch):
    monkeypatch.setenv("TRYGGSAMTALE_PIPELINE", MISSING)
    pipeline.cache_clear()
    yield
    pipeline.cache_clear()


def test_a_missing_pipeline_is_named_in_the_error():
    with pytest.raises(PipelineMissing, match=MISSING):
        load(MISSING)


def test_masking_goes_on_without_a_pipeline_and_says_so_once(no_pipeline, caplog):
    with caplog.at_level(logging.WARNING, logger=pipelines.__name__):
        assert mask("Kari bor i Oslo").text == "[person 1] bor i [sted 1]"
        mask("Ola bor i Bergen")
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert MISSING in caplog.text


def test_the_pipeline_of_the_project_loads_and_keeps_no_word_of_what_it_reads():
    nlp = load(Settings().pipeline)
    pipeline.cache_clear()
    mask("Broren min Qvzzarnbjyrg slår")
    assert "Qvzzarnbjyrg" not in pipeline().vocab.strings
    assert {"PERSON", "LOCATION", "ORGANISATION"} <= set(nlp.pipe_labels["ner"])
