"""The kind of a question is read from its grammar, in every way of writing."""

from __future__ import annotations

import pytest

from tryggsamtale.rehearsal.moves.questions import question_kind

KINDS = {
    "open": [
        "Hvordan har du det?", "kordan har du det", "Korleis går det med deg?", "Ka du tenke på?",
        "åssen går det a",
        "Kem e du trygg med?", "Fortell meg om veien hjem.", "Kan du si litt om hvordan det var?",
        "Hva tenker du om det",
        "Hvis du fikk velge, hva ville du gjort?", "hvis du fikk velge hva ville du gjort",
        "Jeg lurer på hvordan du sover.", "Hvordan er det nå, og hvordan var det før?",
        "På hvilke steder er det verst?",
        "Det høres tungt ut. Hvordan har du det nå?", "Du kan begynne der du vil.", "Når på dagen er det verst?",
        "Fortell om skolen. Hvordan er det der?", "Hvordan og hvor ofte vil du at vi skal snakkes?",
        "Begynn akkurat der du vil.", "Eg vil gjerne høyre kva du tenkjer.", "Når sist hadde du en god dag?",
    ],
    "closed": [
        "Er du redd?", "e du redd", "Har du det bra, eller er det tungt?", "Skal jeg ringe læreren, eller vil du?",
        "Hva heter du?", "Hvor mange var de?", "Kor gamal er du?", "Vet du hva en guide gjør?", "Greit?",
        "Jeg lurer på om du er redd.", "Vi sees på mandag, går det bra?", "har du nummeret mitt", "Når skjedde det?",
        "Hvis noe skjer, ringer du da?", "Kan du ringe meg, eller?",
    ],
    "leading": [
        "Du er vel redd?", "Du var redd, ikke sant?", "Er du ikke sint?", "Det er sikkert verst om kvelden?",
        "Det var mandag, var det ikke det?", "Du klarer deg, gjør du ikke?", "Du e vel lei no?", "Så det var pappa?",
        "Da begynner du vel å trene igjen?", "Skolen er best, er du ikke enig?",
    ],
    "multiple": [
        "Hvor var du, hvem var der, og hva sa de?", "Er du redd? Hvor da?", "Sover du, og hvor lenge sover du?",
        "Kven var det, kor var det, og når var det?", "Hvordan har du det? Hva tenker du på?",
        "Hvor er du redd, og når er det verst?", "Kva stader går du rundt, og kven er der då?",
    ],
    "none": [
        "", "Hei.", "Skjer det noe, ringer du 112.", "Trenger du mer hjelp, setter jeg deg i kontakt med andre.",
        "Når du er klar, begynner vi.", "Da snakkes vi på tirsdag.", "Hva som skjedde, er etterforskerens sak.",
        "ring meg hvis du vil", "Nå må du hvile.", "Jeg forstår hvor vanskelig det er.", "Si det til læreren.",
        "Hadde jeg vært deg, ville jeg hvilt.", "viss du blir redd så ring mæ",
        "eg kan ringje trenaren og fortelje at du treng tid", "Begynn med matten på tirsdag.",
    ],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in KINDS.items() for text in texts])
def test_the_kind_of_question_is_read_from_grammar(kind: str, text: str):
    assert question_kind(text) == kind
