"""The border's lists are what their building says: our own changes are in them, sorted, lower case."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
NAMES = ("first_names", "surnames", "places", "words")


def entries(name):
    return (ROOT / "tryggsamtale" / "border" / "lists" / f"{name}.txt").read_text("utf-8").splitlines()[1:]


def changes(name):
    more, without = re.split(r"\[\w+\]", (ROOT / "nlp" / "lists" / f"border_{name}.txt").read_text("utf-8"))[-2:]
    return [{entry.replace("_", " ") for entry in part.split()} for part in (more, without)]


@pytest.mark.parametrize("name", NAMES)
def test_what_we_added_is_in_the_list_and_what_we_took_out_is_not(name):
    more, without = changes(name)
    assert more and without and not more & without
    assert more <= set(entries(name)) and not without & set(entries(name))


@pytest.mark.parametrize("name", NAMES)
def test_a_list_is_sorted_lower_case_and_without_doubles(name):
    listed = entries(name)
    assert listed == sorted(set(listed))
    assert all(entry and entry == entry.lower().strip() for entry in listed)
