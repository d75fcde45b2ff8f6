"""The HTML page as a browser and a screen reader meet it."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from tests.unit.outputs.conftest import DOCUMENTS
from tests.unit.outputs.reading import Page
from tryggsamtale.outputs import word_styles
from tryggsamtale.outputs.documents import render
from tryggsamtale.outputs.page import TEMPLATES
from tryggsamtale.outputs.pliktvurdering import WORDING
from tryggsamtale.wording import LOCALES

READABLE = 4.5
"""The contrast that WCAG 2.2 (1.4.3, level AA) asks of text."""


@pytest.fixture(params=[(case, locale) for case in DOCUMENTS for locale in LOCALES], ids="-".join)
def page(request, rendered) -> Page:
    case, locale = request.param
    return Page(rendered(case, "html", locale))


def test_the_page_says_its_language(rendered):
    for locale in LOCALES:
        assert Page(rendered("akutt", "html", locale)).all("html") == [{"lang": locale}]


def test_headings_go_down_one_level_at_a_time(page):
    levels = [level for level, _ in page.headings()]
    assert levels[0] == 1 and levels.count(1) == max(1, sum("part" in (div["class"] or "") for div in page.all("div")))
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_page_has_a_title_and_stays_out_of_search_engines(page):
    assert dict(page.blocks)["title"]
    named = {meta.get("name"): meta.get("content") for meta in page.all("meta")}
    assert "noindex" in named["robots"]
    assert named["color-scheme"] == "light dark"


def test_every_table_has_a_caption_and_every_header_a_scope(page):
    assert len(page.all("caption")) == len(page.all("table")) > 0
    assert {header.get("scope") for header in page.all("th")} <= {"col", "row"}
    assert len(page.all("thead")) == len(page.all("table"))


def test_every_section_is_named_by_its_heading(page):
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert [section["aria-labelledby"] for section in page.all("section")] == ids


def test_nothing_runs_and_nothing_is_fetched(page):
    assert not {"script", "img", "link", "iframe", "object", "form"} & {tag for tag, _ in page.elements}
    names = {name for _, attrs in page.elements for name in attrs}
    assert not {name for name in names if name.startswith("on") or name in ("src", "style")}
    assert {link["href"].partition(":")[0] for link in page.all("a")} <= {"tel"}
    assert not re.search(rb"url\(|@import", page.file)


def test_numbers_can_be_called_from_the_page(rendered):
    links = {link["href"] for link in Page(rendered("akutt", "html", "nb")).all("a")}
    assert {"tel:112", "tel:113", "tel:02800"} <= links
    assert all(re.fullmatch(r"tel:\+?\d+", link) for link in links)


def test_contacts_without_a_number_are_not_links(kept):
    content = kept("akutt")
    for contact in content["contacts"]:
        contact["number"] = None
    page = Page(render(content, "html", "nb"))
    assert page.all("a") == []
    assert page.texts().count(WORDING["tabeller"]["kontakt"]["uten_nummer"]["nb"]) == len(content["contacts"])


# --- colours ---------------------------------------------------------------------------------------------------------


def _luminance(colour: str) -> float:
    parts = (int(colour.strip("#")[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_text_is_readable_on_every_ground_in_light_dark_and_print():
    css = TEMPLATES.loader.get_source(TEMPLATES, "document.css")[0]
    themes = [dict(re.findall(r"--([\w-]+): (#\w{6});", block)) for block in re.findall(r":root {([^}]+)}", css)]
    assert len(themes) == 3
    for theme in themes:
        for text, ground in (
            *((text, ground) for text in ("ink", "quiet", "accent") for ground in ("ground", "tint")),
            ("danger", "ground"), ("danger", "danger-tint"),
        ):
            assert _contrast(theme[text], theme[ground]) >= READABLE, (text, ground)


def test_text_is_readable_on_every_ground_in_word():
    for text in (word_styles.INK, word_styles.QUIET, word_styles.ACCENT):
        assert min(_contrast(text, "FFFFFF"), _contrast(text, word_styles.TINT)) >= READABLE
    assert _contrast(word_styles.DANGER, word_styles.DANGER_TINT) >= READABLE
