"""Names of people, places and workplaces by lists and rules: what is one, and what only looks like one."""

from __future__ import annotations

import pytest

from tryggsamtale.border.lists import is_misspelt, is_word
from tryggsamtale.border.recognisers import organisations, person, places
from tryggsamtale.border.recognisers.seen import Seen
from tryggsamtale.border.spans import settled


def found(text, recognise):
    return [text[c.start:c.end] for c in settled(recognise(Seen.of(text)))]


@pytest.mark.parametrize(("text", "names"), [
    ("Onkel Per kom.", ["Per"]),
    ("kari har blåmerker", ["kari"]),
    ("Karis mor ringte.", ["Karis"]),
    ("Det er Jonas' sko.", ["Jonas'"]),
    ("Mohammed og hans søster", ["Mohammed"]),
    ("Máret og Ánte er redde", ["Máret", "Ánte"]),
    ("Anne-Lise Berg har meldt fra", ["Anne-Lise Berg"]),
    ("Vi snakket med K. Hansen i går", ["K. Hansen"]),
    ("Eleven K gråt", ["K"]),
    ("broren hennes heter visst zoltan", ["zoltan"]),
    ("Ho Ragnhild e redd", ["Ragnhild"]),
    ("mora til xiulan drikker", ["xiulan"]),
    ("xiulan sin bror slår", ["xiulan"]),
    ("Xiulan (7) gråter", ["Xiulan"]),
    ("det gjelder xiulan i 8a", ["xiulan"]),
    ("kompisen min xiulan er borte", ["xiulan"]),
])
def test_a_name_is_known_by_the_lists_or_by_the_words_around(text, names):
    assert found(text, person) == names


@pytest.mark.parametrize(("text", "names"), [
    ("Jeg fant Stein ute", ["Stein"]),
    ("hun fikk en stein i hodet", []),
    ("Det er Liv det gjelder", ["Liv"]),
    ("han vil leve livet", []),
    ("lillesøsteren min sol er redd", ["sol"]),
    ("sol og sommer hele uka", []),
    ("Per i dag har ingen ansvar", []),
    ("«Per lyver», sa hun", ["Per"]),
    ("det skjer en gang per uke", []),
    ("dag ut og dag inn", []),
    ("jo mer jeg spør, jo mindre sier hun", []),
    ("treneren snakka med storm", ["storm"]),
    ("Hans mor er syk", []),
    ("Moren heter Hans", ["Hans"]),
    ("I mai reiste de", []),
])
def test_a_name_that_is_a_word_is_told_by_its_place(text, names):
    assert found(text, person) == names


@pytest.mark.parametrize("text", [
    "NAV, BUP og PPT svarer ikke.", "Jeg er SFO-leder.", "TryggEst-teamet sa ja.", "Statens barnehus tok imot oss.",
    "Vi snakket med Politiet på mandag.", "hun er på Snapchat hele natta", "Familien er fra Syria og snakker arabisk.",
    "Den svarte Volvoen står utenfor.", "læreren sier at barnevernet skal melde", "Mamma slår", "mor til gutten ringte",
])
def test_agencies_roles_countries_and_brands_stay(text):
    assert not [name for recognise in (person, places, organisations) for name in found(text, recognise)]


@pytest.mark.parametrize(("text", "names"), [
    ("Hun bor i Oslo nå", ["Oslo"]),
    ("gift med en fyr i sulitjelma", ["sulitjelma"]),
    ("De flyttet til Indre Arna", ["Indre Arna"]),
    ("Han bor på Skorpvika", ["Skorpvika"]),
    ("De var på ski", []),
    ("bor i Moss kommune", ["Moss"]),
])
def test_a_place_is_found(text, names):
    assert found(text, places) == names


@pytest.mark.parametrize(("text", "names"), [
    ("Jeg jobber i Askeskogen barnehage", ["Askeskogen barnehage"]),
    ("han er på hegglia ungdomsskole", ["hegglia ungdomsskole"]),
    ("bor på Røykåsen mottak", ["Røykåsen mottak"]),
    ("På Bergtun bo- og servicesenter er det kaldt", ["Bergtun bo- og servicesenter"]),
    ("jobber på restauranten golden lykke, sier hun", ["golden lykke"]),
    ("treneren i IL Gnisten", ["IL Gnisten"]),
    ("jobber på Rema 1000", ["Rema 1000"]),
    ("i en kommunal barnehage", []),
    ("Ronja sa at hun var redd", []),
    ("hun går i barnehage", []),
])
def test_a_named_school_home_club_or_firm_is_found(text, names):
    assert found(text, organisations) == names


@pytest.mark.parametrize(
    "word", ["barna", "nabobarna", "bestemora", "skulane", "kjensla", "barnevernsstyrer", "a" * 5000])
def test_everyday_words_are_known_in_any_form(word):
    assert is_word(word)


@pytest.mark.parametrize(("word", "slip"), [("barnehgen", True), ("bekymrret", True), ("xiulan", False)])
def test_a_slip_of_the_pen_is_told_from_a_name(word, slip):
    assert is_misspelt(word) is slip
