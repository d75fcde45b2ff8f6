"""Trafikklyset: the strongest sign decides, and green is said only of what is known."""

from __future__ import annotations

import pytest

from tryggsamtale.consultation.trafikklys import COLOURS, GRONN, GUL, ROD, SIGNS, WORDING, light

GREEN = {"samspill": ["frivillig", "jevne"], "atferd": ["nysgjerrig"], "voksne": ["avledes"]}


def worst(colour):
    return [(kind, sign) for kind, signs in SIGNS.items() for sign, own in signs.items() if own == colour]


def test_nothing_but_good_signs_is_green():
    found = light(GREEN)
    assert (found.colour, set(found.because)) == (GRONN, {"frivillig", "jevne", "nysgjerrig", "avledes"})


@pytest.mark.parametrize(("colour", "kind", "sign"), [
    (colour, kind, sign) for colour in (GUL, ROD) for kind, sign in worst(colour)
])
def test_one_worse_sign_among_good_ones_decides_and_is_the_reason(colour, kind, sign):
    found = light({**GREEN, kind: [*GREEN[kind], sign]})
    assert (found.colour, found.because) == (colour, (sign,))


@pytest.mark.parametrize(("kind", "sign"), worst(ROD))
def test_a_red_sign_is_red_also_when_nothing_else_is_known(kind, sign):
    assert light({kind: [sign]}).colour == ROD


def test_red_beats_yellow():
    found = light({"samspill": ["ulike", "tvang"], "atferd": ["ofte"]})
    assert (found.colour, found.because) == (ROD, ("tvang",))


@pytest.mark.parametrize("seen", [
    {}, {"voksne": ["avledes"]}, {"samspill": ["frivillig"], "voksne": ["avledes"]}, {"atferd": ["nysgjerrig"]},
    {"voksne": ["ikke_provd"]}, {"samspill": [], "atferd": ["nysgjerrig"]},
])
def test_too_little_is_never_green(seen):
    found = light(seen)
    assert found.colour is None and found.because == ()
    assert "konsultasjonsteam" in found.contacts


def test_green_does_not_need_that_an_adult_has_said_stop():
    assert light({**GREEN, "voksne": ["ikke_provd"]}).colour == GRONN


def test_a_sign_nobody_knows_is_an_error():
    with pytest.raises(KeyError):
        light({"samspill": ["ukjent"]})


def test_every_colour_is_reached_by_a_sign_and_says_what_adults_do_with_a_source():
    assert {colour for signs in SIGNS.values() for colour in signs.values() if colour} == set(COLOURS)
    for words in (*COLOURS.values(), WORDING["unsure"]):
        assert words["adults"] and all(one.sources and one.text.nb and one.text.nn for one in words["adults"])


def test_red_says_to_stop_it_to_help_both_and_whom_to_meet():
    said = " ".join(one.text.nb for one in light({"atferd": ["skade"]}).adults)
    assert all(word in said for word in ("Stopp det", "begge", "plikt", "samrådsmøte", "trygghetsplan", "BUP"))
