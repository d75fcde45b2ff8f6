"""The spaCy pipeline that knows names from their sentence, where the lists do not.

``TRYGGSAMTALE_PIPELINE`` names the package; nb_core_news_sm, _md and _lg fit too.
"""

from __future__ import annotations

import logging
from functools import lru_cache
from typing import TYPE_CHECKING

from tryggsamtale.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language

# What the pipelines call people, places and organisations; their other labels say nothing of who somebody is.
LABELS = {
    "PERSON": "PERSON",
    "PER": "PERSON",
    "LOCATION": "LOCATION",
    "LOC": "LOCATION",
    "GPE": "LOCATION",
    "GPE_LOC": "LOCATION",
    "ORGANISATION": "ORGANISATION",
    "ORG": "ORGANISATION",
    "GPE_ORG": "ORGANISATION",
}
logger = logging.getLogger(__name__)


class PipelineMissing(RuntimeError):
    """The pipeline of the setting cannot be used. The message is English, for the log, and says what to do."""


def load(name: str) -> Language:
    """The pipeline of a package, its entity recogniser and what that needs. Raises PipelineMissing."""
    import spacy

    try:
        pipeline = spacy.load(name, exclude=["parser", "tagger", "morphologizer", "lemmatizer", "attribute_ruler"])
    except (OSError, ImportError, ValueError) as error:
        raise PipelineMissing(
            f"The spaCy pipeline {name} (TRYGGSAMTALE_PIPELINE) cannot be loaded; install its package: {error}"
        ) from error
    if not set(LABELS) & set(pipeline.pipe_labels.get("ner", ())):
        raise PipelineMissing(f"The spaCy pipeline {name} (TRYGGSAMTALE_PIPELINE) knows no names of people or places")
    return pipeline


@lru_cache(maxsize=1)
def pipeline() -> Language | None:
    """The pipeline of this process; None when it cannot be loaded, which is logged once."""
    try:
        return load(Settings.from_environment().pipeline)
    except (PipelineMissing, ImportError) as error:
        logger.warning("Masking goes on with lists and rules only: %s", error)
        return None
