"""What each training utterance means, as the encoder sees it, kept beside them: to read them all takes a minute.

A vector belongs to the very words of its line, so none can be out of date: a line that has none yet is read at start.
`python -m tryggsamtale.rehearsal.moves.keep` keeps those of new lines and drops those of lines that are gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np

from tryggsamtale.encoder import Encode

FILE = Path(__file__).with_name("vectors.npz")
"""``keys``: one for each line; ``vectors``: a row of whole numbers for each key, ``scale`` times the encoder's."""


def of(texts: Sequence[str], encode: Encode) -> np.ndarray:
    """One row for each text."""
    known = kept()
    new = [text for text in texts if key(text) not in known]
    known |= zip(map(key, new), encode(new) if new else (), strict=True)
    return np.array([known[key(text)] for text in texts], dtype=np.float32)


def kept() -> dict[int, np.ndarray]:
    """The vectors of the file, by the keys of their texts."""
    with np.load(FILE, allow_pickle=False) as stored:
        return dict(zip(stored["keys"].tolist(), stored["vectors"] * stored["scale"], strict=True))


def key(text: str) -> int:
    """What stands for a text in the file."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")
