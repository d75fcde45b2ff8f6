"""spaCy in Rasa's pipeline: the same package as the border's, loaded once, for its knowledge of Norwegian words.

What the user writes is split by spaCy's rules for Norwegian («bl.a.», «ca.», «kl. 12»). Names are masked when it gets
here, so the recogniser of names is not run a second time; and a mask says nothing about what is meant, so the
classifier does not see it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.constants import SPACY_DOCS
from rasa.nlu.utils import spacy_utils
from rasa.nlu.utils.spacy_utils import SpacyModel
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from spacy.language import Language
from spacy.tokens import Doc

from tryggsamtale.border.pipeline import pipeline
from tryggsamtale.border.replacing import TAG_PATTERN
from tryggsamtale.settings import Settings

NOTHING = "…"
"""In place of a message that is nothing but masks: Rasa wants a word in each."""


def visible(text: str) -> str:
    """A text as the classifier sees it: lower case and without masks, at least a sign."""
    return " ".join(TAG_PATTERN.sub(" ", text).lower().split()) or NOTHING


def document(text: str) -> Doc:
    """A text without masks, split into its words."""
    return pipeline().make_doc(visible(text))


def words(text: str) -> str:
    """What the classifier sees of a text: its words with a space between each."""
    return _spaced(document(text))


def words_of(message: Message) -> str:
    """The same of a message, as ``SpacyNLP`` has found them where it came before."""
    doc = message.get(SPACY_DOCS[TEXT])
    return words(message.get(TEXT) or "") if doc is None else _spaced(doc)


def _spaced(doc: Doc) -> str:
    return " ".join(token.text for token in doc)


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.MODEL_LOADER, DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER],
    is_trainable=False,
    model_from="SpacyNLP",
)
class SpacyNLP(spacy_utils.SpacyNLP):
    """Rasa's own, with the package of the setting ``TRYGGSAMTALE_PIPELINE`` and blind to masks."""

    @staticmethod
    def load_model(_: str | None) -> SpacyModel:
        """The border's pipeline: there is one setting, not another one in ``config.yml``."""
        return SpacyModel(model=pipeline(), model_name=Settings.from_environment().pipeline)

    def _preprocess_text(self, text: str | None) -> str:
        return visible(text) if text else ""

    def _doc_for_text(self, model: Language, text: str) -> Doc:
        return document(text)

    @staticmethod
    def _process_content_bearing_samples(model: Language, samples: list[tuple[int, str]]) -> list[tuple[int, Doc]]:
        return [(number, document(text)) for number, text in samples]


@contextmanager
def words_forgotten() -> Iterator[None]:
    """What spaCy has noted of a message's words in here is gone from its memory afterwards."""
    with pipeline().memory_zone():
        yield
