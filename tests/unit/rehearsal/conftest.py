"""What the tests of the rehearsal share: lines that many youths are told are encoded once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tryggsamtale.encoder import REMEMBERED, encoder

LINES = 5_000
"""More than the tests of this folder say."""


@pytest.fixture(scope="package", autouse=True)
def _lines_are_remembered() -> Iterator[None]:
    encode = encoder()
    if encode:
        encode.most = LINES
    yield
    if encode:
        encode.most = REMEMBERED
