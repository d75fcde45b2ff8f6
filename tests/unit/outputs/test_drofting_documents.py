"""The documents of a discussed case: three parts, together and singly, in Word and on a page."""

from __future__ import annotations

import json
import re

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from tests.unit.outputs.examples import MADE_ON, OLD_PERSON, SIBLINGS, example
from tests.unit.outputs.reading import blocks, headings, word
from tryggsamtale.dialogues.catalogue import DROFTING
from tryggsamtale.outputs.dates import in_words
from tryggsamtale.outputs.documents import FORMATS, offers, render
from tryggsamtale.outputs.drofting import WORDING
from tryggsamtale.wording import LOCALES, Text

PARTS = ("sakssammendrag", "samradsmote", "trygghetsplan")
each_kind = pytest.mark.parametrize("kind", ["docx", "html"])
each_locale = pytest.mark.parametrize("locale", LOCALES)
CITED = re.compile(r" \[\d+(?:, \d+)*\]$")


def titles(names, locale="nb"):
    return [WORDING["titler"][name][locale] for name in names]


def said(file, kind):
    """Every block of text, without the numbers of its sources."""
    return [CITED.sub("", text) for text in blocks(file, kind)]


# --- which documents there are ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("answers", "kinds"), [
    (SIBLINGS, ["drofting", *PARTS]),
    ({**SIBLINGS, "trafikklys": "gronn"}, ["drofting", "sakssammendrag", "samradsmote"]),
    (OLD_PERSON, ["drofting", "sakssammendrag"]),
])
def test_all_in_one_comes_first_and_only_what_the_case_needs_is_offered(answers, kinds):
    found = offers(DROFTING.result(answers, MADE_ON).output)
    assert [document["kind"] for document in found] == kinds
    assert len({document["id"] for document in found}) == len(kinds)
    assert {tuple(document["formats"]) for document in found} == {tuple(FORMATS)}


@each_kind
@each_locale
def test_all_in_one_holds_the_three_one_after_the_other(rendered, kind, locale):
    together = [text for level, text in headings(rendered("drofting", kind, locale), kind) if level == 1]
    assert together == titles(PARTS, locale)
    for name in PARTS:
        assert headings(rendered(name, kind, locale), kind)[0] == (1, WORDING["titler"][name][locale])


@each_kind
def test_a_part_alone_says_what_it_says_among_the_three(rendered, kind):
    together = said(rendered("drofting", kind, "nb"), kind)
    for name in PARTS:
        alone = said(rendered(name, kind, "nb"), kind)
        sources = alone.index(WORDING["overskrifter"]["kilder"]["nb"])
        skipped = {*titles(("drofting", *PARTS)), WORDING["plan_folger"]["nb"]}
        assert [text for text in alone[:sources] if text not in together and text not in skipped] == []


def test_a_part_alone_keeps_only_what_stands_in_it():
    plan = example("trygghetsplan")
    assert set(plan["consultation"]) == {"trygghetsplan", "sources"}
    assert plan["told"] == plan["contacts"] == []
    assert "gråt" not in json.dumps(plan, ensure_ascii=False)


# --- what stands in them ---------------------------------------------------------------------------------------------


@each_kind
@each_locale
def test_the_summary_has_the_four_questions_with_their_answers_and_whom_to_ask(kept, rendered, kind, locale):
    consultation = kept("sakssammendrag")["consultation"]
    text = said(rendered("sakssammendrag", kind, locale), kind)
    assert len(consultation["preparation"]) == 4
    for one in consultation["preparation"]:
        assert one["question"][locale] in text
        answer = " ".join(one["answer"][locale].split())
        assert any(answer in " ".join(line.split()) for line in text)
    names = {line["id"]: line["name"][locale] for line in kept("sakssammendrag")["contacts"]}
    assert [names[one["contact"]] for one in consultation["discuss_with"] if names[one["contact"]] not in text] == []


@each_kind
def test_a_question_without_an_answer_leaves_room_to_write(rendered, kind):
    text = said(rendered("gammel", kind, "nb"), kind)
    unanswered = next(
        one["question"]["nb"] for one in example("gammel")["consultation"]["preparation"] if not one["answer"]
    )
    assert text[text.index(unanswered) + 1] == ""


@each_kind
def test_a_clear_duty_stands_first_among_the_next_steps_with_how_to_report(kept, rendered, kind):
    duty = kept("plikt")["consultation"]["duty"]
    text = said(rendered("plikt", kind, "nb"), kind)
    assert duty["report"] and duty["headline"]["nb"] in text
    assert [line["nb"] for line in duty["how"] if line["nb"] not in text] == []
    steps = text[text.index(WORDING["tabeller"]["neste"]["gjort"]["nb"]):]
    assert duty["headline"]["nb"] in steps[1] and steps[2] == f"i dag, {in_words(MADE_ON)}"


def test_danger_is_marked_as_danger(rendered):
    box = [line for line in word(rendered("fare", "docx", "nb")).paragraphs if line.style.name == "Fare"]
    assert len(box) == 1 and "akutt" in box[0].text
    assert b'<section class="acute"' in rendered("fare", "html", "nb")
    assert b'<section class="acute"' not in rendered("drofting", "html", "nb")


@each_kind
def test_the_agenda_has_five_points_filled_in_who_is_invited_and_the_deadlines(kept, rendered, kind):
    meeting = kept("samradsmote")["consultation"]["samradsmote"]
    text = said(rendered("samradsmote", kind, "nb"), kind)
    points = [f"{number}. {point['title']['nb']}" for number, point in enumerate(meeting["agenda"], start=1)]
    assert len(points) == 5 and [point for point in points if point not in text] == []
    whole = "\n".join(text)
    for point in meeting["agenda"]:
        assert all(" ".join(line["nb"].split()) in " ".join(whole.split()) for line in point["filled"])
    assert [one["nb"] for one in meeting["invite"] if one["nb"] not in text] == []
    assert meeting["coordinator"]["text"]["nb"] in text
    for deadline in meeting["deadlines"]:
        at = text.index(deadline["text"]["nb"])
        assert str(int(deadline["by"][-2:])) in text[at + 1]


@each_kind
@each_locale
def test_the_plan_has_a_row_for_each_measure_and_is_evaluated_every_six_weeks(kept, rendered, kind, locale):
    plan = kept("trygghetsplan")["consultation"]["trygghetsplan"]
    text = said(rendered("trygghetsplan", kind, locale), kind)
    for row in plan["rows"]:
        at = text.index(row["measure"][locale])
        assert text[at - 2: at + 3] == [
            row[name][locale] for name in ("situation", "place", "measure", "responsible", "who_knows")
        ]
        assert text[at + 3: at + 5] == ["23. november 2026", "4. januar 2027"]
    assert [day for day in ("4. januar 2027", "15. februar 2027", "29. mars 2027") if day not in text] == []
    assert [right["text"][locale] for right in plan["rights"] if right["text"][locale] not in text] == []
    assert [right["article"] for right in plan["rights"]] == ["12", "15", "28", "29"]


@each_kind
@pytest.mark.parametrize("name", ["drofting", *PARTS])
def test_every_statement_is_numbered_to_a_source_at_the_end_and_every_source_is_used(rendered, kind, name):
    text = blocks(rendered(name, kind, "nb"), kind)
    start = text.index(WORDING["overskrifter"]["kilder"]["nb"]) + 1
    sources = text[start: text.index(WORDING["overskrifter"]["om"]["nb"])]
    cited = {int(number) for line in text[:start] for marks in re.findall(r"\[([\d, ]+)\]", line)
             for number in marks.split(",")}
    assert cited == set(range(1, len(sources) + 1))
    assert [line.partition(" ")[0] for line in sources] == [f"[{number}]" for number in sorted(cited)]
    assert all(": " in line for line in sources)


# --- Word ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "turns"), [
    ("drofting", "upright side upright"), ("trygghetsplan", "side upright"), ("samradsmote", "upright"),
    ("gammel", "upright"),
])
def test_only_the_plan_lies_on_its_side(rendered, name, turns):
    sections = word(rendered(name, "docx", "nb")).sections
    shapes = {WD_ORIENT.PORTRAIT: "upright", WD_ORIENT.LANDSCAPE: "side"}
    assert " ".join(shapes[one.orientation] for one in sections) == turns
    assert all((one.page_width > one.page_height) == (one.orientation == WD_ORIENT.LANDSCAPE) for one in sections)


@pytest.mark.parametrize("name", ["drofting", "trygghetsplan"])
def test_every_section_is_numbered(rendered, name):
    for section in word(rendered(name, "docx", "nb")).sections:
        for footer in (section.footer, section.first_page_footer):
            assert [one.get(qn("w:instr")) for one in footer._element.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_tables_fit_their_page_and_repeat_their_heads(rendered):
    document = word(rendered("drofting", "docx", "nb"))
    widths = [sum(cell.width.cm for cell in table.rows[0].cells) for table in document.tables]
    assert {round(width, 1) for width in widths} == {17.0, 25.7}
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_there_are_empty_rows_to_fill_in_by_hand(rendered):
    tables = word(rendered("trygghetsplan", "docx", "nb")).tables
    measures = tables[0].rows
    assert {cell.text for row in measures[-2:] for cell in row.cells} == {""}
    assert all(row.height.cm >= 1 for row in measures[1:])


# --- always ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["drofting", *PARTS])
@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_content_gives_the_same_bytes(kept, rendered, name, kind):
    assert render(kept(name), kind, "nn") == rendered(name, kind, "nn")


def test_what_is_kept_opens_into_the_same_documents():
    kept = example("drofting")
    assert json.loads(render(kept, "json", "nb")) == kept


def _texts(node):
    if isinstance(node, Text):
        return [node]
    values = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return [text for value in values for text in _texts(value)]


def test_all_fixed_wording_is_in_both_languages():
    assert all(text.nb and text.nn for text in _texts(WORDING))
