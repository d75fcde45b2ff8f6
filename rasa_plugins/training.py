"""Trains the model into the file named as the only argument: ``python -m rasa_plugins.training models/name.tar.gz``."""

from __future__ import annotations

import sys
from pathlib import Path

from rasa_plugins.process import prepare_for_rasa
from tryggsamtale.running.project import PROJECT


def main() -> None:
    """Train; exits with Rasa's code when it cannot."""
    prepare_for_rasa()
    target = Path(sys.argv[1])

    import rasa

    result = rasa.train(
        domain=str(PROJECT / "domain.yml"),
        config=str(PROJECT / "config.yml"),
        training_files=str(PROJECT / "data"),
        output=str(target.parent),
        fixed_model_name=target.name,
    )
    sys.exit(result.code)


if __name__ == "__main__":
    main()
