"""The four questions of a consultation team, filled from the case."""

from __future__ import annotations

from tests.unit.consultation.cases import ADULT, CHILD, SSA, case
from tryggsamtale.consultation.case import parse
from tryggsamtale.consultation.preparation import preparation


def test_there_are_four_questions_in_the_order_the_team_asks_them():
    asked = [one.question.text.nb for one in preparation(case(CHILD))]
    assert [words in text for words, text in zip(("sett", "barnet sagt", "gjort", "råd om"), asked, strict=True)] == [
        True] * 4


def test_an_adult_is_not_called_a_child():
    assert "personen" in preparation(case(ADULT))[1].question.text.nb


def test_what_is_known_stands_under_the_question_it_answers():
    told = case(
        SSA, hendelse="Hun er blitt stille. Hun sier at det skjer om natta. Moren henter sent.",
        gjort="Snakket med helsesykepleier.", sporsmal=["neste_steg", "samradsmote"],
    )
    seen, expressed, done, wanted = (one.answer.nb for one in preparation(told))
    assert "6–12 år" in seen and "gult" in seen and "Hun er blitt stille." in seen
    assert expressed == "Hun sier at det skjer om natta."
    assert done.startswith("Snakket med helsesykepleier.") and "Skolen" in done
    assert wanted == "hva som bør være neste steg, hvordan et samrådsmøte kan legges opp"


def test_a_question_without_an_answer_is_left_open():
    assert [one.answer for one in preparation(parse({}))] == [None] * 4


def test_nothing_done_yet_is_said():
    assert preparation(case(CHILD, gjort="ingenting"))[2].answer.nb == "Ingenting ennå."
