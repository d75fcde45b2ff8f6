"""Keep the vectors of the training utterances as they are now: `python -m tryggsamtale.rehearsal.moves.keep`."""

from __future__ import annotations

import numpy as np

from tryggsamtale.encoder import encoder
from tryggsamtale.rehearsal.moves.training import examples
from tryggsamtale.rehearsal.moves.vectors import FILE, key, of


def keep() -> None:
    """Write the file. Raises RuntimeError where the encoder cannot run."""
    texts = sorted({example.text for example in examples()}, key=key)
    encode = encoder()
    if encode is None:
        raise RuntimeError("The encoder cannot run here")
    seen = of(texts, encode)
    scale = np.float32(np.abs(seen).max() / 127)  # a byte a number: measured to read no worse
    keys = np.array([key(text) for text in texts], dtype=np.uint64)
    np.savez_compressed(FILE, keys=keys, vectors=np.round(seen / scale).astype(np.int8), scale=scale)


if __name__ == "__main__":
    keep()
