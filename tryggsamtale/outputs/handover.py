"""Keeping what the user asked to have kept, and bringing it back with the receipt code."""

from __future__ import annotations

from typing import Any

from sqlalchemy.engine import Engine

from tryggsamtale.outputs.schemas import Output, read_output
from tryggsamtale.storage.codes import ReceiptCode
from tryggsamtale.storage.receipts import Receipts


def keep_output(engine: Engine, output: Output, days: int) -> str:
    """Seal an output for so many days and return its receipt code. Raises StorageUnavailable."""
    return Receipts(engine).keep(output.plain(), output.kind, days).shown


def open_receipt(engine: Engine, code: str) -> dict[str, Any] | None:
    """What is kept under a code as typed, or None. Raises InvalidCode for what can be no code, StorageUnavailable."""
    content = Receipts(engine).open(ReceiptCode.read(code))
    return None if content is None else read_output(content).plain()


def erase_receipt(engine: Engine, code: str) -> bool:
    """Delete what is kept under a code; False when there is nothing. Raises InvalidCode, StorageUnavailable."""
    return Receipts(engine).erase(ReceiptCode.read(code))
