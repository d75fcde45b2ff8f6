"""Words as the classifier sees them: what the border has masked says nothing about what is meant."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.tokenizer import Token
from rasa.nlu.tokenizers.whitespace_tokenizer import WhitespaceTokenizer
from rasa.shared.nlu.training_data.message import Message

from tryggsamtale.border.replacing import TAG_PATTERN


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class MaskBlindTokenizer(WhitespaceTokenizer):
    """Rasa's own tokenizer, blind to tags such as ``[telefonnummer]``."""

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """The tokens of an attribute; at least one, as Rasa wants."""
        text: Any = message.get(attribute)
        if isinstance(text, str) and TAG_PATTERN.search(text):
            rest = TAG_PATTERN.sub(lambda tag: " " * len(tag.group()), text)
            message = Message({attribute: rest if rest.strip() else "…"})
        return super().tokenize(message, attribute)
