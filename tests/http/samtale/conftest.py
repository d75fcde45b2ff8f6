"""Where the tests of this folder begin: in the middle of a discussion, or at its summary."""

from __future__ import annotations

import httpx
import pytest

from tests.talk import Talk


@pytest.fixture
def talk(client: httpx.Client) -> Talk:
    """A discussion of a pupil: asked about how it is known (``kilde``)."""
    talk = Talk(client)
    for title in ("Drøfte en sak", "Nei", "Skole", "Et barn", "6–12"):
        talk.press(title)
    talk.choose("Psykisk vold")
    assert talk.step == "kilde"
    return talk


@pytest.fixture
def summary(talk: Talk) -> Talk:
    """The same discussion at its summary."""
    talk.choose("Tegn")
    talk.say("Han er blitt stille i timene")
    for title in ("Ja, behold", "Det pågår", "Nei"):
        talk.press(title)
    talk.choose("Ingen")
    talk.press("Ingenting")
    talk.choose("Neste steg")
    assert talk.step == "oppsummering"
    return talk


def values(talk: Talk) -> dict[str, str]:
    """The summary: step → value."""
    return {line["step"]: line["value"] for line in talk.turn["summary"]}
