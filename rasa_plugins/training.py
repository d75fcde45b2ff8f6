"""Trains the model into the file named as the only argument: ``python -m rasa_plugins.training models/name.tar.gz``.

What danger is heard by is learned too and kept in ``models/``; what both read is encoded once."""

from __future__ import annotations

import sys
from pathlib import Path

from rasa_plugins.process import prepare_for_rasa
from tryggsamtale.running.project import PROJECT

TEXTS = 20_000
"""More than there are to learn from; a vector takes 1.5 kB."""


def main() -> None:
    """Train; exits with Rasa's code when it cannot."""
    prepare_for_rasa()
    target = Path(sys.argv[1])

    from tryggsamtale.border.danger import learned
    from tryggsamtale.encoder import encoder

    encode = encoder()
    if encode:
        encode.most = TEXTS

    import rasa

    result = rasa.train(
        domain=str(PROJECT / "domain.yml"),
        config=str(PROJECT / "config.yml"),
        training_files=str(PROJECT / "data"),
        output=str(target.parent),
        fixed_model_name=target.name,
    )
    if result.code == 0:
        learned.keep()
    sys.exit(result.code)


if __name__ == "__main__":
    main()
