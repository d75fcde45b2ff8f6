"""The same name keeps its tag through a conversation, and no name is kept."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tryggsamtale.border.masking import Pseudonyms, mask


def test_the_same_name_keeps_its_tag_in_any_form():
    conversation = Pseudonyms()
    first = mask("Kari Nordmann går på Solvang skole.", conversation)
    second = mask("karis mor og Ola ringte. Kari gråt på solvang skole.", conversation)
    assert first.text == "[person 1] går på [skole 1]."
    assert second.text == "[person 1] mor og [person 2] ringte. [person 1] gråt på [skole 1]."


def test_two_of_the_same_family_are_two():
    assert mask("Kari Nordmann og Ola Nordmann").text == "[person 1] og [person 2]"


def test_every_message_alone_begins_with_one():
    assert mask("Kari kom.").text == mask("Ola kom.").text == "[person 1] kom."


def test_a_new_name_never_gets_the_tag_of_one_that_stands_in_the_text():
    masked = mask("[person 3] slo Kari i [sted 1] og i Bergen")
    assert masked.text == "[person 3] slo [person 4] i [sted 1] og i [sted 2]"


@pytest.mark.parametrize(("text", "tag"), [
    ("Jeg jobber i Askeskogen barnehage", "[barnehage 1]"), ("Hun går på Solvang skole", "[skole 1]"),
    ("Han spiller i Fjellhug IL", "[lag 1]"), ("Hun bor på Bekkelund sykehjem", "[institusjon 1]"),
    ("Hun jobber på Rema 1000", "[arbeidssted 1]"), ("De bor i Oslo", "[sted 1]"),
])
def test_the_tag_keeps_what_kind_of_place_it_is(text, tag):
    assert mask(text).text.endswith(tag)


@pytest.mark.parametrize("store", [pickle.dumps, copy.copy, copy.deepcopy])
def test_the_map_is_refused_to_be_stored(store):
    with pytest.raises(TypeError):
        store(Pseudonyms())


def test_no_name_is_in_the_map():
    conversation = Pseudonyms()
    mask("Kari Nordmann bor i Oslo", conversation)
    held = repr(vars(conversation)).lower()
    assert not any(name in held for name in ("kari", "nordmann", "oslo"))


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_tag_is_the_same_when_asked_again(name, other):
    conversation = Pseudonyms()
    tag = conversation.tag("person", name)
    conversation.tag("person", other)
    assert conversation.tag("person", name) == tag


def test_what_the_user_hides_is_masked_from_then_on_in_any_form():
    conversation = Pseudonyms()
    conversation.hide(["grønn volvo", "Dødehavet bak skolen"])
    masked = mask("dødehavet bak skolen og en Grønn Volvo. På grønn volvos tak", conversation)
    assert masked.text == "[skjult 1] og en [skjult 2]. På [skjult 2] tak"
    assert mask(masked.text, conversation).spans == ()


def test_a_name_keeps_its_own_tag_though_the_user_hides_it_too():
    conversation = Pseudonyms()
    conversation.hide(["Kari"])
    assert mask("Kari ringte fra kari@eksempel.no", conversation).text == "[person 1] ringte fra [e-post]"


def test_what_the_user_shows_is_masked_no_more_and_its_tags_are_told():
    conversation = Pseudonyms()
    assert mask("Bjørn slo Kari", conversation).text == "[person 1] slo [person 2]"
    assert conversation.show(["Bjørn"]) == {"[person 1]": "Bjørn"}
    assert mask("Bjørns mor og Bjørn Hansen så Kari", conversation).text == "Bjørns mor og [person 1] så [person 2]"


def test_a_tag_can_be_shown_by_its_number():
    conversation = Pseudonyms()
    mask("Bjørn Hansen slo Kari", conversation)
    assert conversation.show(["[person 1]", "[person 7]", "[dato]"]) == {}
    assert mask("Bjørn Hansen slo Kari", conversation).text == "Bjørn Hansen slo [person 2]"


def test_the_last_word_of_the_user_holds():
    conversation = Pseudonyms()
    conversation.hide(["storefri"])
    conversation.show(["storefri"])
    assert mask("i storefri", conversation).text == "i storefri"
    conversation.hide(["Storefri"])
    assert mask("i storefri", conversation).text == "i [skjult 1]"


def test_numbers_are_never_shown():
    conversation = Pseudonyms()
    assert conversation.show(["14038512345", "rema 1000"]) == {}
    assert mask("14038512345", conversation).text == "[fødselsnummer]"


@given(st.text(), st.lists(st.text(max_size=12), max_size=3), st.lists(st.text(max_size=12), max_size=3))
def test_hiding_and_showing_anything_never_fails_and_masking_is_done_after_once(text, hidden, shown):
    conversation = Pseudonyms()
    conversation.hide(hidden)
    conversation.show(shown)
    masked = mask(" ".join([text, *hidden]), conversation)
    assert mask(masked.text, conversation).spans == ()
