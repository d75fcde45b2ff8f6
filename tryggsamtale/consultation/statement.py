"""One statement to the user with the sources it rests on, as the rules here find it in their YAML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tryggsamtale.guiding.reply import Source
from tryggsamtale.wording import Text, load

Cite = Callable[[str], Source]
"""From an id of the closed list of sources to the source."""


@dataclass(frozen=True)
class Statement:
    """A sentence or two; ``sources`` are ids of the closed list of sources."""

    text: Text
    sources: tuple[str, ...]

    def format(self, **values: str | int | Text) -> Statement:
        """The statement with its ``{placeholders}`` filled."""
        return Statement(self.text.format(**values), self.sources)

    def as_dict(self, cite: Cite) -> dict[str, Any]:
        """``{"text", "sources"}`` with exact references instead of ids."""
        return {"text": self.text.as_dict(), "sources": refs(self.sources, cite)}


def refs(ids: tuple[str, ...], cite: Cite) -> list[str]:
    """The exact references of some sources."""
    return [cite(id).ref for id in ids]


def read(module: str) -> Any:
    """The wording beside a module (its ``__file__``): every ``{text, sources}`` in it as a :class:`Statement`."""
    return _with_statements(load(Path(module).with_suffix(".yml")))


def _with_statements(node: Any) -> Any:
    if isinstance(node, dict):
        if set(node) == {"text", "sources"}:
            return Statement(node["text"], tuple(node["sources"]))
        return {key: _with_statements(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_with_statements(value) for value in node]
    return node
