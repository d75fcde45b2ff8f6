"""What the user reads, always in both written forms of Norwegian."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

LOCALES = ("nb", "nn")


@dataclass(frozen=True)
class Text:
    """One wording in Bokmål (``nb``) and Nynorsk (``nn``)."""

    nb: str
    nn: str

    def __getitem__(self, locale: str) -> str:
        return getattr(self, locale)

    def format(self, **values: str | int | Text) -> Text:
        """Fill ``{placeholders}``; a ``Text`` value is filled in its own language.

        Raises KeyError for a placeholder without a value.
        """
        return Text(*(
            self[locale].format(**{
                name: value[locale] if isinstance(value, Text) else value for name, value in values.items()
            })
            for locale in LOCALES
        ))

    def as_dict(self) -> dict[str, str]:
        """``{"nb": …, "nn": …}``, the form in which a text crosses processes and is stored."""
        return {"nb": self.nb, "nn": self.nn}

    @classmethod
    def of(cls, value: str | Mapping[str, str] | Text) -> Text:
        """From a mapping with ``nb`` and ``nn``, or from a string that is the same in both."""
        if isinstance(value, Text):
            return value
        if isinstance(value, str):
            return cls(value, value)
        return cls(value["nb"].strip(), value["nn"].strip())


def joined(texts: Iterable[Text], separator: str) -> Text:
    """The texts as one, with the separator between them in each language."""
    texts = list(texts)
    return Text(*(separator.join(text[locale] for text in texts) for locale in LOCALES))


def in_language(node: Any, locale: str) -> Any:
    """A structure with every ``Text`` and every ``{"nb", "nn"}`` in it as the string of one language."""
    if isinstance(node, Text):
        return node[locale]
    if isinstance(node, Mapping):
        if set(node) == set(LOCALES):
            return node[locale]
        return {key: in_language(value, locale) for key, value in node.items()}
    if isinstance(node, (list, tuple)):
        return [in_language(value, locale) for value in node]
    return node


def _with_texts(node: Any) -> Any:
    if isinstance(node, Mapping):
        if set(node) == set(LOCALES):
            return Text.of(node)
        return {key: _with_texts(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_with_texts(value) for value in node]
    return node


@cache
def load(path: Path) -> Any:
    """A YAML file with every ``{nb, nn}`` mapping in it read as a :class:`Text`.

    The result is shared between callers: read it, do not change it.
    """
    return _with_texts(YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8")))
