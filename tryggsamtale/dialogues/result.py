"""What a finished dialogue comes to: what is said about it, and what is handed over."""

from __future__ import annotations

from dataclasses import dataclass

from tryggsamtale.guiding.reply import Say
from tryggsamtale.outputs.schemas import Output


@dataclass(frozen=True)
class Result:
    """The read-back of a dialogue's result, and the output that the document is made from."""

    says: tuple[Say, ...]
    output: Output
