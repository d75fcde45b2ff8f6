"""Only the secret opens, only in its own row, and the length tells little."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tryggsamtale.storage.sealing import LEAST_SECRET, SIZE_STEP, Seal, Unsealable, new_secret

secrets = st.binary(min_size=LEAST_SECRET, max_size=64)
AROUND_A_STEP = [SIZE_STEP - 5, SIZE_STEP - 4, SIZE_STEP - 3]


@given(secrets, st.binary(max_size=3 * SIZE_STEP))
def test_any_bytes_come_back(secret, content):
    seal = Seal.of(secret, "sessions")
    assert seal.open(seal.close(content)) == content


@pytest.mark.parametrize("length", [0, *AROUND_A_STEP])
def test_content_at_the_edge_of_a_size_step_comes_back(length):
    seal = Seal.of(new_secret(), "sessions")
    assert seal.open(seal.close(b"\0" * length)) == b"\0" * length


@given(secrets, secrets, st.binary(max_size=SIZE_STEP))
def test_another_secret_never_opens(secret, other, content):
    sealed = Seal.of(secret, "sessions").close(content)
    if other != secret:
        with pytest.raises(Unsealable):
            Seal.of(other, "sessions").open(sealed)


@given(st.binary(max_size=200))
def test_bytes_that_were_never_sealed_do_not_open(garbage):
    with pytest.raises(Unsealable):
        Seal.of(b"0123456789abcdef", "sessions").open(garbage)


@given(st.data())
def test_one_changed_bit_is_noticed(data):
    seal = Seal.of(new_secret(), "sessions")
    sealed = bytearray(seal.close(b"innhold"))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Unsealable):
        seal.open(bytes(sealed))


def test_a_sealed_text_moved_to_another_row_does_not_open():
    mine, other = Seal.of(new_secret(), "sessions"), Seal.of(new_secret(), "sessions")
    moved = Seal(mine.table, other.lookup, mine.key)
    with pytest.raises(Unsealable):
        moved.open(mine.close(b"innhold"))


def test_the_rows_of_one_secret_in_two_tables_cannot_be_put_together():
    secret = new_secret()
    mine, other = Seal.of(secret, "sessions"), Seal.of(secret, "outputs")
    assert mine.lookup != other.lookup and mine.key != other.key


def test_neither_secret_nor_key_is_in_what_finds_the_row():
    secret = new_secret()
    seal = Seal.of(secret, "sessions")
    assert seal.lookup != seal.key and seal.lookup not in secret.encode()
    assert repr(seal.key) not in repr(seal)


@given(st.binary(min_size=1, max_size=SIZE_STEP - 4))
def test_short_and_long_answers_have_the_same_length_when_sealed(content):
    seal = Seal.of(new_secret(), "sessions")
    assert len(seal.close(content)) == len(seal.close(b"x"))


def test_the_same_content_is_sealed_differently_each_time():
    seal = Seal.of(new_secret(), "sessions")
    assert seal.close(b"innhold") != seal.close(b"innhold")


def test_a_new_secret_has_256_random_bits():
    assert len(new_secret()) == 43 and new_secret() != new_secret()
