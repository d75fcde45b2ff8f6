"""The feedback document of a rehearsal: figures that are read without colour, quotes, and the progress."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from tests.unit.outputs.examples import MADE_ON, rehearsed
from tests.unit.outputs.reading import blocks, headings
from tests.unit.rehearsal.talks import script
from tryggsamtale.dialogues.catalogue import TRYGGHETSSAMTALE
from tryggsamtale.outputs.documents import render
from tryggsamtale.outputs.ovelse import WORDING
from tryggsamtale.wording import LOCALES

each_kind = pytest.mark.parametrize("kind", ["docx", "html"])
each_locale = pytest.mark.parametrize("locale", LOCALES)
SVG = "{http://www.w3.org/2000/svg}"


def drawings(file: bytes) -> list[ElementTree.Element]:
    return [ElementTree.fromstring(one) for one in re.findall(r"<svg.*?</svg>", file.decode(), re.DOTALL)]


@each_locale
def test_the_page_has_three_figures_with_a_name_and_their_numbers(rendered, locale):
    figures = drawings(rendered("ovelse", "html", locale))
    assert len(figures) == 3
    for figure in figures:
        assert figure.get("role") == "img" and figure.find(f"{SVG}title").text and figure.find(f"{SVG}desc").text
        assert any(re.search(r"\d", text.text) for text in figure.iter(f"{SVG}text"))


@each_kind
@each_locale
def test_the_numbers_of_the_figures_stand_as_a_table_too(rendered, kept, kind, locale):
    text = blocks(rendered("ovelse", kind, locale), kind)
    told = kept("ovelse")["feedback"]["trust"]
    for at, label in enumerate(told["labels"]):
        place = text.index(label[locale])
        assert text[place + 1] == str(told["course"][0][at]) and text[place + 3] == str(told["course"][-1][at])


@each_kind
def test_a_quoted_line_stands_with_what_it_did_and_a_better_wording(rendered, kept, kind):
    text = "\n".join(blocks(rendered("ovelse", kind, "nb"), kind))
    better = kept("ovelse")["feedback"]["better"]
    assert better
    for quote in better:
        assert f"«{quote['said']}»" in text and quote["why"]["nb"] in text
        assert all(" ".join(one["nb"].split()) in " ".join(text.split()) for one in quote["better"])


@each_kind
def test_progress_is_shown_from_the_second_rehearsal_on(rendered, kind):
    heading = WORDING["overskrifter"]["utvikling"]["nb"]
    assert heading in [text for _, text in headings(rendered("ovelse", kind, "nb"), kind)]
    alone = TRYGGHETSSAMTALE.result(rehearsed("lukket_guide"), MADE_ON).output.plain()
    assert heading not in [text for _, text in headings(render(alone, kind, "nb"), kind)]


def test_only_lines_that_are_quoted_are_kept(kept):
    content = kept("ovelse")
    told = content["feedback"]
    quoted = {one["said"] for one in (*told["good"], *told["better"])}
    quoted |= {point["said"] for section in told["sections"] for point in section["points"] if point["said"]}
    kept_text = str(content)
    left_out = [line for line in script("lukket_guide") if line not in quoted]
    assert left_out and not [line for line in left_out if line in kept_text]


def test_a_line_of_the_guide_is_escaped_on_the_page():
    answers = rehearsed("lukket_guide")
    answers["replikk"]["state"]["turns"][0] |= {"said": "<script>alert(1)</script>"}
    content = TRYGGHETSSAMTALE.result(answers, MADE_ON).output.plain()
    content["feedback"]["good"] = [{**content["feedback"]["better"][0], "said": "<script>alert(1)</script>"}]
    page = render(content, "html", "nb").decode()
    assert "<script>" not in page and "&lt;script&gt;" in page
