"""What a conversation holds in this process alone and never in the database: the user's own words before a yes.

A text that is to be kept is shown as masked first («slik blir det lagret»). What was typed is needed until then, so
that «skjul også …» and «vis …» can change what is masked.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tryggsamtale.border.brackets import bracketed
from tryggsamtale.border.correcting import Correction
from tryggsamtale.border.masking import Masked, Pseudonyms, mask
from tryggsamtale.dialogues import ovelse
from tryggsamtale.dialogues.catalogue import TRYGGHETSSAMTALE
from tryggsamtale.rehearsal.youths import youth

Json = dict[str, Any]


@dataclass
class OwnWords:
    """``typed`` is the text that waits for a yes, unmasked; ``draft`` the same as the guide remembers it; ``turns``
    those that quote unconfirmed words, by their number."""

    pseudonyms: Pseudonyms = field(default_factory=Pseudonyms)
    typed: str = ""
    draft: Json | None = None
    turns: dict[int, Json] = field(default_factory=dict)

    @classmethod
    def beside(cls, kept: Json) -> OwnWords:
        """For a conversation in which something was kept already: its tags are not used for other names."""
        return cls(Pseudonyms.after(json.dumps(kept, ensure_ascii=False)))

    def mask(self, text: str, memory: Json | None = None) -> Masked:
        """The text with the tags of this conversation. A youth whom ``memory`` rehearses with is nobody: the name
        stays."""
        with self.pseudonyms.sparing(_in_play(memory or {})):
            return mask(text, self.pseudonyms)

    def as_kept(self, text: str) -> str:
        """A typed text as it would be kept: masked, and ages as brackets."""
        return bracketed(self.mask(text).text)

    def follow(self, memory: Json, turns: list[Json], typed: str | None) -> None:
        """After a turn was saved: remember the numbered ``turns`` that quote, and what of the text ``typed`` in the
        last one waits for a yes; forget what no longer does."""
        draft = draft_of(memory)
        if draft is None:
            self.typed = ""
        elif typed is not None and draft["text"] != (self.draft or {}).get("text"):
            added = self.draft is not None and draft["text"].startswith(self.draft["text"])
            self.typed = f"{self.typed}\n{typed}" if added else typed
        self.draft = draft
        self.turns = {entry["number"]: entry["turn"] for entry in turns if entry["quotes"]}

    def correct(self, correction: Correction, memory: Json) -> tuple[Json, str]:
        """The memory with more hidden or shown, and what came of it: ``skjult``, ``vist`` or ``ikke_funnet``."""
        if correction.kind == "hide":
            self.pseudonyms.hide(correction.words)
            return self._drafted(_in_each_text(memory, lambda text: self.mask(text, memory).text)), "skjult"
        self.pseudonyms.show(correction.words)
        shown = self._drafted(memory)
        return shown, "ikke_funnet" if shown == memory else "vist"

    def _drafted(self, memory: Json) -> Json:
        """The memory with its draft as it would be kept now."""
        draft = draft_of(memory)
        return _with_draft(memory, {**draft, "text": self.as_kept(self.typed)}) if draft and self.typed else memory


def draft_of(memory: Json) -> Json | None:
    """The text that waits for a yes, as the guide remembers it (``tryggsamtale.guiding.guide``)."""
    return (memory.get("slots", {}).get("guide") or {}).get("draft")


def without_draft(memory: Json) -> Json:
    """The memory as it may be stored."""
    return _with_draft(memory, None) if draft_of(memory) else memory


def with_draft(memory: Json, draft: Json | None) -> Json:
    """The memory as it was before ``without_draft``."""
    return _with_draft(memory, draft) if draft else memory


def _with_draft(memory: Json, draft: Json | None) -> Json:
    slots = memory.get("slots", {})
    guide = {name: value for name, value in (slots.get("guide") or {}).items() if name != "draft"}
    return {**memory, "slots": {**slots, "guide": {**guide, "draft": draft} if draft else guide}}


def _in_play(memory: Json) -> tuple[str, ...]:
    """The names of the fictitious youth that is spoken to right now."""
    slots = TRYGGHETSSAMTALE.slots
    talking = memory.get("requested") == slots[ovelse.STEP]
    return (youth(memory["slots"][slots["ungdom"]]).name,) if talking else ()


def _in_each_text(memory: Json, change: Callable[[str], str]) -> Json:
    """The memory with each answer in own words changed, and each line of a rehearsal; names of options and of what else
    the program remembers there have no space in them."""
    kept = memory.get("slots", {})
    guide = {"guide": kept["guide"]} if "guide" in kept else {}
    return {**memory, "slots": {**_changed(kept, change), **guide}}


def _changed(node: Any, change: Callable[[str], str]) -> Any:
    if isinstance(node, dict):
        return {name: _changed(value, change) for name, value in node.items()}
    if isinstance(node, list):
        return [_changed(value, change) for value in node]
    return change(node) if isinstance(node, str) and " " in node else node
