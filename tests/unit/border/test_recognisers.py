"""Each recogniser by itself: what it takes, and what looks alike and stays."""

from __future__ import annotations

import pytest

from tryggsamtale.border.recognisers import (
    account,
    addresses,
    car_plate,
    case_number,
    date,
    email,
    handle,
    national_id,
    phone,
    postal,
    url,
)
from tryggsamtale.border.recognisers.seen import Seen
from tryggsamtale.border.spans import settled


def found(text, *recognisers):
    seen = Seen.of(text)
    return [text[c.start:c.end] for c in settled(c for recognise in recognisers for c in recognise(seen))]


@pytest.mark.parametrize(("text", "numbers"), [
    ("Nummeret er 14038512345.", ["14038512345"]),
    ("D-nummer 54038512345", ["54038512345"]),
    ("H-nummer 14438512345", ["14438512345"]),
    ("syntetisk 14838512345", ["14838512345"]),
    ("140385 12345 og 140385-12345", ["140385 12345", "140385-12345"]),
    ("14.03.85.12345", ["14.03.85.12345"]),
    ("1 4 0 3 8 5 1 2 3 4 5", ["1 4 0 3 8 5 1 2 3 4 5"]),
    ("14.03.1985 12345", ["14.03.1985 12345"]),
    ("født 140385", ["140385"]),
    ("personnummer 12345", ["12345"]),
    ("12345 er personnummeret", ["12345"]),
    ("99038512345 er ingen dag", []),
    ("12345 kroner", []),
    ("hun er 14 år", []),
])
def test_a_national_number_is_known_by_its_shape(text, numbers):
    assert found(text, national_id) == numbers


def test_a_number_with_a_right_checksum_is_surer_than_one_without():
    scores = [max(c.score for c in national_id(Seen.of(number))) for number in ("15076500565", "15076500566")]
    assert scores[0] > scores[1]


@pytest.mark.parametrize(("text", "numbers"), [
    ("ring 91322456", ["91322456"]),
    ("913 22 456", ["913 22 456"]),
    ("91 32 24 56", ["91 32 24 56"]),
    ("9 1 3 2 2 4 5 6", ["9 1 3 2 2 4 5 6"]),
    ("91-32-24-56", ["91-32-24-56"]),
    ("+47 913 22 456", ["+47 913 22 456"]),
    ("0047 91322456", ["0047 91322456"]),
    ("+46 70 123 45 67", ["+46 70 123 45 67"]),
    ("kl 12 913 22 456 kom han", ["913 22 456"]),
    ("tlf 12345", ["12345"]),
    ("ni en tre to to fire fem seks", ["ni en tre to to fire fem seks"]),
    ("20.30-22.15 på fredag", []),
    ("12 500 000 kroner", []),
    ("fra 2019-2020", []),
    ("1 2 3 4 5 6 7 8 9", []),
    ("uke 22 23 24 25", []),
    ("en to tre", []),
])
def test_a_telephone_number_is_found_in_any_grouping(text, numbers):
    assert found(text, phone) == numbers


@pytest.mark.parametrize(("text", "addresses"), [
    ("Skriv til kari.n@eksempel.no.", ["kari.n@eksempel.no"]),
    ("kari+1@a-b.co.uk, takk", ["kari+1@a-b.co.uk"]),
    ("kari (at) eksempel (dot) no", ["kari (at) eksempel (dot) no"]),
    ("kari krøllalfa gmail punktum com", ["kari krøllalfa gmail punktum com"]),
    ("kari @ gmail.com", ["kari @ gmail.com"]),
    ("hun sa at mamma. Hun gråt", []),
    ("ta med @kari", []),
])
def test_an_email_address_is_found_however_it_is_written(text, addresses):
    assert found(text, email) == addresses


@pytest.mark.parametrize(("text", "numbers"), [
    ("1503.20.12345", ["1503.20.12345"]),
    ("1503 20 12345", ["1503 20 12345"]),
    ("15032012345", ["15032012345"]),
    ("NO93 8601 1117 947", ["NO93 8601 1117 947"]),
    ("SE45 5000 0000 0583 9825 7466", ["SE45 5000 0000 0583 9825 7466"]),
    ("4571 1234 5678 9012", ["4571 1234 5678 9012"]),
    ("kontonr 1503 2012 345", ["1503 2012 345"]),
    ("kontoen har 12 500 kroner", []),
    ("30 000 kroner", []),
])
def test_an_account_or_card_is_found(text, numbers):
    assert found(text, account) == numbers


@pytest.mark.parametrize(("text", "plates"), [
    ("en svart AB 12345", ["AB 12345"]),
    ("nf68214", ["nf68214"]),
    ("zx 31245", ["zx 31245"]),
    ("EL-12345", ["EL-12345"]),
    ("skilt ABC 123", ["ABC 123"]),
    ("regnr. er WX 4521A", ["WX 4521A"]),
    ("IT 10203", []),
    ("kr 12500", []),
    ("på 12 500 kroner", []),
    ("PED1234", []),
    ("rom B 204", []),
])
def test_a_car_plate_is_no_room_and_no_amount(text, plates):
    assert found(text, car_plate) == plates


@pytest.mark.parametrize(("text", "places"), [
    ("Fjellveien 18B, 7500 Stjørdal", ["Fjellveien 18B, 7500 Stjørdal"]),
    ("i bjørkelia 2, 4020 stavanger", ["bjørkelia 2, 4020 stavanger"]),
    ("Bakklandet 44, 7014 Trondheim og", ["Bakklandet 44, 7014 Trondheim"]),
    ("Karl Johans gate 5", ["Karl Johans gate 5"]),
    ("bor i dronningens gate 14", ["dronningens gate 14"]),
    ("P. A. Munchs vei 3", ["P. A. Munchs vei 3"]),
    ("Nedre Torggate 12 A, 3015 Drammen", ["Nedre Torggate 12 A, 3015 Drammen"]),
    ("Prestevegen 15", ["Prestevegen 15"]),
    ("Deanugeaidnu 12", ["Deanugeaidnu 12"]),
    ("Storgt. 5", ["Storgt. 5"]),
    ("Strandveien 3, 8610 Mo i Rana", ["Strandveien 3, 8610 Mo i Rana"]),
    ("Postboks 12, 5811 Bergen", ["Postboks 12, 5811 Bergen"]),
    ("postnr 0372", ["0372"]),
    ("i 7014 Trondheim", ["7014 Trondheim"]),
    ("gnr 45 bnr 12", ["gnr 45 bnr 12"]),
    ("Skoleveien 3 ganger", []),
    ("veien 12 er lang", []),
    ("Barnehageplassen 2 dager i uka", []),
    ("Emilia 4 år og Julia 7 år", []),
    ("i 2019 Hun flyttet", []),
    ("klasse 10, 28 elever", []),
])
def test_an_address_is_a_street_with_a_house_number(text, places):
    assert found(text, addresses, postal) == places


@pytest.mark.parametrize(("text", "handles"), [
    ("følg @kari.n99 nå", ["@kari.n99"]),
    ("snap: abdi.x09", ["abdi.x09"]),
    ("insta ghostface.2010", ["ghostface.2010"]),
    ("heter stillegut på snap", ["stillegut"]),
    ("kaller han seg lonewolf_nor", ["lonewolf_nor"]),
    ("brukernavnet er kongen", ["kongen"]),
    ("discord: mordor#4471", ["mordor#4471"]),
    ("gamertaggen xX_Ravn_Xx", ["xX_Ravn_Xx"]),
    ("snapen hennes er «lille my»", ["lille my"]),
    ("hun chatter med guttepus88 på roblox", ["guttepus88"]),
    ("han er på snap hele natta", []),
    ("hun er aktiv på insta", []),
    ("gruppa på discord er stengt", []),
    ("han bruker å slå", []),
    ("kaller det vold", []),
    ("covid19 og trinn10 på nett", []),
])
def test_a_name_on_the_net_is_found_and_the_talk_of_it_stays(text, handles):
    assert found(text, handle) == handles


@pytest.mark.parametrize(("text", "links"), [
    ("se https://eksempel.no/a?b=1.", ["https://eksempel.no/a?b=1"]),
    ("www.eksempel.net/x", ["www.eksempel.net/x"]),
    ("finn.no/profil/kjetil-k82", ["finn.no/profil/kjetil-k82"]),
    ("(t.me/gruppa)", ["t.me/gruppa"]),
    ("siden avslør-naboen.no er verst", ["avslør-naboen.no"]),
    ("bl.a. og f.eks. dette", []),
    ("hun er hjemme.Han gråt", []),
    ("de er redd.me er også", []),
])
def test_a_link_is_found(text, links):
    assert found(text, url) == links


@pytest.mark.parametrize(("text", "numbers"), [
    ("Journalnummer 2023/4471", ["2023/4471"]),
    ("journalsak 19/02288-7, men", ["19/02288-7"]),
    ("anmeldesesnummer 15907746", ["15907746"]),
    ("sakskode KV-3391", ["KV-3391"]),
    ("DUF 2015 10 123 456", ["2015 10 123 456"]),
    ("22-104567MED-TOSL/08", ["22-104567MED-TOSL/08"]),
    ("saka har nummer 24/776", ["24/776"]),
    ("journalnr 88412", ["88412"]),
    ("skoleåret 2023/2024 og 2022/23", []),
    ("sak nr. 4 på lista", []),
    ("saken i 2019", []),
    ("HR-2020-1234-A", []),
    ("1500000 kroner", []),
])
def test_a_case_number_is_no_school_year(text, numbers):
    assert found(text, case_number) == numbers


@pytest.mark.parametrize(("text", "days"), [
    ("5. mai 2020", ["5. mai 2020"]),
    ("den 5 mai kom", ["5 mai"]),
    ("05.05.2020", ["05.05.2020"]),
    ("5/5", ["5/5"]),
    ("den femte mai", ["femte mai"]),
    ("født 12.3.2015", ["12.3.2015"]),
    ("2022-11-05 kl. 21.40", ["2022-11-05"]),
    ("4 septmber", ["4 septmber"]),
    ("1. til 7. juni", ["1. til 7. juni"]),
    ("den 9. i tredje", ["9. i tredje"]),
    ("møte 12.3 og", ["12.3"]),
    ("150389", ["150389"]),
    ("mai 2020", []),
    ("siden 2019", []),
    ("tirsdag i uke 42", []),
    ("kl. 12.10", []),
    ("hun er 12 år", []),
    ("3/4 av barna", []),
    ("1/2 time", []),
    ("8/10 på skalaen", []),
    ("5. klasse", []),
    ("kapittel 3.2", []),
    ("39.5 i feber", []),
    ("150000 kr", []),
])
def test_an_exact_day_is_found_and_looser_times_stay(text, days):
    assert found(text, date) == days
