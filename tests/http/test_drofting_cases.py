"""Whole discussions over HTTP; the cases stand in ``drofting_cases.yml`` and read as plays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest
from ruamel.yaml import YAML

from tests.talk import Talk

CASES = YAML(typ="safe").load(Path(__file__).with_name("drofting_cases.yml").read_text(encoding="utf-8"))


def speak(talk: Talk, line: dict[str, Any]) -> None:
    """One line of the play: typed or pressed."""
    if "user" in line:
        talk.say(line["user"])
    elif isinstance(line["press"], list):
        talk.choose(*line["press"])
    else:
        talk.press(line["press"])


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_a_case_is_played_to_its_end(client: httpx.Client, case: dict[str, Any]):
    talk = Talk(client, locale=case.get("locale", "nb"))
    for line in case["play"]:
        speak(talk, line)
        assert talk.step == line["bot"], f"{line} → {talk.step}: {talk.said}"
        assert line.get("says", "") in talk.said, f"{line}: {talk.said}"

    talk.press("Det stemmer")
    content = talk.document("json").json()
    consultation, ends = content["consultation"], case["ends"]
    assert consultation["seriousness"]["level"] == ends["level"]
    listed = [contact["id"] for contact in content["contacts"]]
    assert [id for id in listed if id in ends["contacts"]] == ends["contacts"]
    assert [name for name in ("samradsmote", "trygghetsplan") if consultation[name]] == ends["drafts"]
    assert consultation["duty"]["report"] is ends.get("report", consultation["duty"]["report"])
    assert ends.get("consent", "") in " ".join(one["text"]["nb"] for one in consultation["consent"])
    assert content["kind"] == "drofting" and all(source["ref"] for source in consultation["sources"])


def test_there_are_enough_cases_of_every_level():
    levels = [case["ends"]["level"] for case in CASES]
    assert len(CASES) >= 15 and set(levels) == {"akutt", "alvorlig", "bekymring", "trenger_avklaring"}
