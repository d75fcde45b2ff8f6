"""A frightened person copies the code by hand: it is read however it is written, and shown nowhere by accident."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tryggsamtale.storage.codes import ALPHABET, LENGTH, InvalidCode, ReceiptCode

codes = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH).map(ReceiptCode)
SPELLINGS = {
    **{letter: [letter, letter.lower()] for letter in ALPHABET},
    "0": ["0", "O", "o", "０"],
    "1": ["1", "I", "i", "L", "l"],
}
BETWEEN = ["", "-", " ", "–", "—", "\N{MINUS SIGN}", "\N{NON-BREAKING HYPHEN}", "_", "\t", "\n", "\u00a0", "\u200b"]


@given(codes, st.data())
def test_a_code_is_read_in_any_spelling(code, data):
    typed = "".join(
        data.draw(st.sampled_from(SPELLINGS[letter])) + data.draw(st.sampled_from(BETWEEN))
        for letter in code.characters
    )
    assert ReceiptCode.read(typed) == code


@given(codes)
def test_what_is_shown_is_four_groups_of_four_that_can_be_read_again(code):
    assert [len(group) for group in code.shown.split("-")] == [4, 4, 4, 4]
    assert ReceiptCode.read(code.shown) == code


def test_a_code_has_80_random_bits():
    assert LENGTH * math.log2(len(set(ALPHABET))) == 80
    assert len({ReceiptCode.new() for _ in range(100)}) == 100


def test_all_characters_of_the_alphabet_are_used():
    assert set("".join(ReceiptCode.new().characters for _ in range(200))) == set(ALPHABET)


@pytest.mark.parametrize("typed", ["", "7", "ABCD-EFGH-JKMN-PQR", "ABCD-EFGH-JKMN-PQRST", "A" * 5000])
def test_a_code_of_the_wrong_length_is_told_so_in_both_languages(typed):
    with pytest.raises(InvalidCode) as caught:
        ReceiptCode.read(typed)
    assert "16 bokstaver og tall" in str(caught.value) and "16 bokstavar og tal" in caught.value.text.nn


@pytest.mark.parametrize("typed", ["UBCD-EFGH-JKMN-PQRS", "ÅBCD-EFGH-JKMN-PQRS", "\ud800BCD-EFGH-JKMN-PQRS", "ß" * 16])
def test_a_character_that_no_code_has_is_told_so(typed):
    with pytest.raises(InvalidCode, match="uten U"):
        ReceiptCode.read(typed)


@given(st.text())
def test_whatever_is_typed_gives_a_code_or_a_message_without_what_was_typed(typed):
    try:
        assert len(ReceiptCode.read(typed).characters) == LENGTH
    except InvalidCode as error:
        assert str(error).startswith("Koden har") and (len(typed) < LENGTH or typed not in str(error))


def test_a_code_is_in_no_representation_of_itself():
    code = ReceiptCode.new()
    for text in (repr(code), str(code), f"{code}", f"{[code]}"):
        assert code.characters not in text and code.shown not in text


def test_another_installation_stretches_the_same_code_to_something_else():
    code = ReceiptCode.new()
    assert code.stretched(b"a" * 32) == code.stretched(b"a" * 32) != code.stretched(b"b" * 32)
