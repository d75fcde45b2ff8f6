"""What stands in the documents, in Word and HTML alike."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest

from tests.unit.outputs.conftest import CASES, DUTY_CASES, MADE_ON, TOLD
from tests.unit.outputs.reading import blocks, headings
from tryggsamtale.outputs.dates import deadline, season
from tryggsamtale.outputs.documents import FORMATS, render
from tryggsamtale.outputs.pliktvurdering import WORDING
from tryggsamtale.wording import LOCALES, Text

each_kind = pytest.mark.parametrize("kind", ["docx", "html"])
each_locale = pytest.mark.parametrize("locale", LOCALES)
each_case = pytest.mark.parametrize("case", CASES)
LAW_ONLY = ("other_duties", "sources")
"""Parts that the support track leaves out, beside the three duties."""


def _texts(node: Any) -> list[Text]:
    """All wordings in a piece of YAML."""
    if isinstance(node, Text):
        return [node]
    if isinstance(node, dict):
        return [text for value in node.values() for text in _texts(value)]
    return [text for value in node for text in _texts(value)] if isinstance(node, list) else []


def _bilingual(node: Any) -> list[dict[str, str]]:
    """All ``{"nb", "nn"}`` in what is kept."""
    if isinstance(node, dict):
        if set(node) == set(LOCALES):
            return [node]
        return [text for value in node.values() for text in _bilingual(value)]
    return [text for value in node for text in _bilingual(value)] if isinstance(node, list) else []


# --- order -----------------------------------------------------------------------------------------------------------


@each_kind
@each_locale
def test_the_headings_stand_in_the_order_in_which_a_worried_person_needs_them(rendered, kind, locale):
    words = WORDING["overskrifter"]
    duties = [WORDING["plikter"][name]["navn"][locale] for name in WORDING["plikter"]]
    before, after = ("svar", "fortalt", "plikter"), (
        "andre_plikter", "gjor", "neste", "kontakt", "dele", "skriv", "omsorg", "kilder", "om",
    )
    assert headings(rendered("akutt", kind, locale), kind) == [
        (1, WORDING["tittel"][locale]),
        *((2, words[name][locale]) for name in before), *((3, duty) for duty in duties),
        *((2, words[name][locale]) for name in after),
    ]


@each_kind
def test_the_emergency_line_comes_before_the_answer(kept, rendered, kind):
    content = kept("akutt")
    text = blocks(rendered("akutt", kind, "nb"), kind)
    urgent = content["assessment"]["recommendation"][0]["nb"]
    assert "112" in urgent
    assert text.index(urgent) < text.index(content["assessment"]["headline"]["nb"])
    assert text.count(urgent) == 1


@each_kind
def test_there_is_no_emergency_box_when_nothing_is_acute(rendered, kind):
    file = rendered("to plikter", kind, "nb")
    before = blocks(file, kind)[: blocks(file, kind).index(WORDING["overskrifter"]["svar"]["nb"])]
    assert not [line for line in before if "112" in line]


@each_kind
@pytest.mark.parametrize("case", ["barnet selv", "redd for å skade"])
def test_in_the_support_track_help_comes_first_and_nothing_is_said_about_duties(kept, rendered, kind, case):
    content = kept(case)
    assert content["assessment"]["support"]
    file = rendered(case, kind, "nb")
    titles = [text for _, text in headings(file, kind)]
    words = {name: wording["nb"] for name, wording in WORDING["overskrifter"].items()}
    assert titles[0] == WORDING["tittel_stotte"]["nb"]
    assert titles[1:4] == [words["svar_stotte"], words["kontakt_stotte"], words["gjor_stotte"]]
    assert titles.index(words["fortalt"]) > titles.index(words["omsorg_stotte"])
    assert not [line for line in blocks(file, kind) if re.search(r"plikt|§|lovdata", line)]


# --- content ---------------------------------------------------------------------------------------------------------


@each_kind
@each_locale
@each_case
def test_everything_the_assessment_says_is_in_the_document(kept, kind, locale, case):
    content = kept(case)
    text = "\n".join(blocks(render(content, kind, locale), kind))
    told = content["assessment"]
    for name in WORDING["plikter"]:
        if told[name]["verdict"] == "ikke_relevant":
            del told[name]["would_change"]
    if told["support"]:
        content["assessment"] = {name: told[name] for name in told if name not in (*WORDING["plikter"], *LAW_ONLY)}
    assert [one[locale] for one in _bilingual(content) if one[locale] not in text] == []
    assert [one["number"] for one in content["contacts"] if one["number"] and one["number"] not in text] == []


@each_kind
@each_case
def test_every_paragraph_cited_stands_there_with_its_title(kept, rendered, kind, case):
    assessment = kept(case)["assessment"]
    text = "\n".join(blocks(rendered(case, kind, "nb"), kind))
    if assessment["support"]:
        assert "§" not in text
        return
    titles = {source["ref"]: source["title"]["nb"] for source in assessment["sources"]}
    assert [ref for ref, title in titles.items() if f"{ref}: {title}" not in text] == []
    rulings = [assessment[name] for name in WORDING["plikter"] if assessment[name]["verdict"] != "ikke_relevant"]
    cited = {ref for part in (*rulings, *assessment["other_duties"]) for ref in part["paragraphs"]}
    assert cited
    assert [ref for ref in cited if f"{ref} ({titles[ref]})" not in text] == []


@each_kind
@pytest.mark.parametrize("case", DUTY_CASES)
def test_each_verdict_is_said_in_plain_words_and_never_as_a_code(kept, rendered, kind, case):
    content = kept(case)
    text = blocks(rendered(case, kind, "nb"), kind)
    for name, duty in WORDING["plikter"].items():
        verdict = content["assessment"][name]["verdict"]
        said = [wording["nb"] for wording in duty["verdict"].values() if wording["nb"] in text]
        assert said == ([] if verdict == "ikke_relevant" else [duty["verdict"][verdict]["nb"]])
        assert not [line for line in text if verdict in line and verdict != "plikt"]


def test_the_cases_here_reach_every_verdict(kept):
    reached = {kept(case)["assessment"][name]["verdict"] for case in DUTY_CASES for name in WORDING["plikter"]}
    assert reached == {"plikt", "ikke_plikt_men_rett", "kan_ikke_avgjores", "ikke_relevant"}


@each_kind
@each_locale
def test_steps_have_dates_counted_from_the_day_it_was_made(kept, rendered, kind, locale):
    content = kept("to plikter")
    within = {step["within_days"] for step in content["assessment"]["next_steps"]}
    assert {0, 7} <= within
    text = blocks(rendered("to plikter", kind, locale), kind)
    assert "i dag, 21. november 2026" in text
    assert {"nb": "innen lørdag 28. november 2026", "nn": "innan laurdag 28. november 2026"}[locale] in text


def test_dates_are_written_in_norwegian_words():
    assert deadline(date(2026, 12, 31), 1, "nb") == "i morgen, 1. januar 2027"
    assert deadline(date(2026, 12, 31), 1, "nn") == "i morgon, 1. januar 2027"
    assert deadline(date(2028, 2, 27), 2, "nn") == "innan tysdag 29. februar 2028"
    assert [season(date(2026, month, 1), "nb").split()[0] for month in (1, 3, 7, 11, 12)] == [
        "vinteren", "våren", "sommeren", "høsten", "vinteren",
    ]


@each_kind
def test_the_date_of_the_law_is_told(rendered, kind):
    text = "\n".join(blocks(rendered("to plikter", kind, "nb"), kind))
    assert "Regler per sommeren 2026, slik loven sto 2. juli 2026." in text
    assert "180 dager" not in text


@each_kind
def test_paragraphs_last_read_long_ago_are_named(kept, kind):
    content = kept("to plikter", made_on=date(2027, 11, 21))
    assert content["assessment"]["outdated"]
    [line] = [line for line in blocks(render(content, kind, "nb"), kind) if "180 dager" in line]
    assert [ref for ref in content["assessment"]["outdated"] if ref not in line] == []


@each_kind
@each_case
def test_it_says_what_it_is_not(kept, rendered, kind, case):
    text = blocks(rendered(case, kind, "nb"), kind)
    about = WORDING["om"]["ikke_stotte" if kept(case)["assessment"]["support"] else "ikke"]
    assert [line["nb"] for line in about if line["nb"] not in text] == []


# --- both languages --------------------------------------------------------------------------------------------------


@each_kind
@each_case
def test_a_document_in_one_language_holds_no_wording_of_the_other(kept, rendered, kind, case):
    told = _bilingual(kept(case)) + [text.as_dict() for text in _texts(WORDING)]
    for locale, other in (LOCALES, LOCALES[::-1]):
        own = {text[locale] for text in told}
        foreign = {text[other] for text in told} - own
        assert not foreign & set(blocks(rendered(case, kind, locale), kind))


def test_all_fixed_wording_is_in_both_languages_with_the_same_blanks():
    for text in _texts(WORDING):
        assert text.nb and text.nn
        assert re.findall(r"{\w+}", text.nb) == re.findall(r"{\w+}", text.nn)


# --- what may go wrong -----------------------------------------------------------------------------------------------


@each_kind
def test_special_characters_survive_as_they_are(kept, kind):
    odd = "«Å & ø» <b>ikke fet</b> {{ 7 * 7 }} {% if %} {} \"'` §"
    content = kept("to plikter")
    content["told"][0]["value"] = {"nb": odd, "nn": odd}
    content["contacts"][0]["name"] = {"nb": odd, "nn": odd}
    text = blocks(render(content, kind, "nb"), kind)
    assert text.count(odd) == 2


@pytest.mark.parametrize("kind", FORMATS)
@each_case
def test_the_same_content_gives_the_same_bytes(kept, kind, case, monkeypatch):
    first = render(kept(case), kind, "nb")
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: (2033, 5, 18, 3, 33, 20, 2, 138, 0))
    assert render(kept(case), kind, "nb") == first


def test_json_is_the_checked_content_and_readable(kept, rendered):
    file = rendered("to plikter", "json", "nn")
    assert json.loads(file) == kept("to plikter")
    assert TOLD[1]["label"]["nn"] in file.decode()
    assert "\\u" not in file.decode()
    assert file.count(b"\n") > 50


@pytest.mark.parametrize(
    ("kind", "locale", "change"),
    [
        ("pdf", "nb", {}),
        ("html", "se", {}),
        ("html", "nb", {"kind": "ukjent"}),
        ("docx", "nb", {"version": 2}),
        ("json", "nb", {"navn": "noe annet"}),
    ],
)
def test_what_is_no_document_is_refused(kept, kind, locale, change):
    with pytest.raises(ValueError):
        render(kept("to plikter") | change, kind, locale)


def test_a_paused_dialogue_is_no_document():
    pause = {"kind": "pause", "version": 1, "made_on": MADE_ON.isoformat(), "flow": "plikt", "answers": {}}
    with pytest.raises(ValueError):
        render(pause, "json", "nb")
