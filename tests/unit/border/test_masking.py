"""The promises of the masking, for any text at all."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tryggsamtale.border import masking
from tryggsamtale.border.masking import Pseudonyms, Span, mask
from tryggsamtale.border.replacing import replaced
from tryggsamtale.border.spans import Candidate, settled
from tryggsamtale.wording import load

# As long as the numbers of people: these stay readable, and no rule could tell them apart.
HELP_LINES = tuple(
    number for number in load(Path(masking.__file__).with_name("kept.yml"))["numbers"] if len(number) == 8)
PIECES = st.sampled_from([
    "913 22 456", "14038512345", "5. mai 2020", "5/5", "@kari", "snap: abdi.x09", "saksnr 22/1187", "AB 12345",
    "kl 12.30", "Storgata 5", ", 0154 Oslo", "kari@eksempel.no", "www.eksempel.no/x", "116 111", "§ 13-2", "nav.no",
    "født ", "konto ", "[dato]", "[telefonnummer]", "[", "]", "9", "1", " ", " ", ".", "-", "/", "\u200b", "\u0301",
    "\ud800", "\n", "hun ", "Kari ", "kari", "Berg", "wenjing ", "onkel ", "heter ", "bor i ", "Tøyen ", "skole",
    "bhg ", "[person 1]", "[sted 2] ", "og ", "'s ", "jobber på ", "Kiwi ", "(7) ", "Liv ", "stein ", "til ", "K. ",
])
ANY_TEXT = st.one_of(st.text(st.characters(blacklist_categories=())), st.lists(PIECES, max_size=12).map("".join))
SENTENCES = st.sampled_from([
    "{}", "Ring {} nå.", "«{}»", "({})", "nummer:{}", "Hun sa {}, og så gikk hun.", "kl 12 {} kom han", "a {} b",
    "i 2019 {} var det slik", "det er 3 barn, {} er alt jeg har", "{}\nHun er 12 år.", "uke 42: {}",
    "vipps 500 til {} nå", "{} to ganger", "ring tre ganger til {}!", "æ har {} å gå etter", "til/fra {}/mor",
])


@given(ANY_TEXT)
@settings(max_examples=600, deadline=None)
def test_masking_touches_only_its_spans_and_is_done_after_once(text):
    masked = mask(text)
    position, untouched = 0, []
    for span in masked.spans:
        assert position <= span.start < span.end <= len(text)
        untouched.append(text[position:span.start])
        position = span.end
    untouched.append(text[position:])
    assert re.fullmatch(r"\[[a-zøæå -]+(?: \d+)?\]".join(map(re.escape, untouched)), masked.text, re.DOTALL)
    assert replaced(text, masked.spans, Pseudonyms()) == masked.text
    assert mask(masked.text).spans == ()


def grouped(digits, sizes, separator):
    pieces = []
    for size in sizes:
        pieces.append(digits[:size])
        digits = digits[size:]
    return separator.join(pieces)


@st.composite
def national_numbers(draw):
    day = draw(st.integers(1, 31)) + draw(st.sampled_from((0, 40)))
    month = draw(st.integers(1, 12)) + draw(st.sampled_from((0, 40, 80)))
    digits = f"{day:02}{month:02}{draw(st.integers(0, 9_999_999)):07}"
    sizes = draw(st.sampled_from([(11,), (6, 5), (2, 2, 2, 5), (2, 2, 2, 3, 2), (6, 3, 2), (1,) * 11]))
    return grouped(digits, sizes, draw(st.sampled_from(" .-")))


@st.composite
def phone_numbers(draw):
    # Not the 80-, 81- and 20-series: service numbers, and no subscriber has the last.
    first = draw(st.sampled_from(["4", "9", "21", "22", "33", "55", "69", "73", "77"]))
    digits = first + f"{draw(st.integers(0, 9_999_999)):07}"[:8 - len(first)]
    sizes = draw(st.sampled_from(
        [(8,), (3, 2, 3), (2, 2, 2, 2), (4, 4), (2, 3, 3), (3, 3, 2), (3, 5), (5, 3), (2, 6), (1,) * 8]))
    country = draw(st.sampled_from(["", "", "+47 ", "+47", "0047 ", "0047", "(+47) "]))
    return country + grouped(digits, sizes, draw(st.sampled_from(" .-")))


@st.composite
def email_addresses(draw):
    name = draw(st.from_regex(r"[a-zæøå][a-z0-9æøå]{0,8}([._+-][a-z0-9]{1,6})?", fullmatch=True))
    return name + "@" + draw(st.sampled_from(["gmail.com", "eksempel.no", "bygd.kommune.no", "a-b.org"]))


@st.composite
def account_numbers(draw):
    digits = f"{draw(st.integers(0, 99_999_999_999)):011}"
    return draw(st.sampled_from([digits, *(grouped(digits, (4, 2, 5), separator) for separator in ". -")]))


@given(SENTENCES, st.one_of(national_numbers(), phone_numbers(), email_addresses(), account_numbers()))
@settings(max_examples=1500, deadline=None)
def test_no_sign_of_a_number_or_address_is_left_in_any_sentence(sentence, identifier):
    assume(not re.sub(r"\D", "", identifier).endswith(HELP_LINES))
    text = sentence.format(identifier)
    start = text.index(identifier)
    hidden = {position for span in mask(text).spans for position in range(span.start, span.end)}
    assert all(start + i in hidden for i, char in enumerate(identifier) if char.isalnum()), mask(text).text


@pytest.mark.parametrize("hidden", [
    "９１３２２４５６", "٩١٣٢٢٤٥٦", "9\u200b1\u200b3\u200b22456", "913\u00a022\u00a0456", "91\u00ad32\u00ad24\u00ad56",
    "\u202e91322456\u202c", "9️⃣1️⃣3️⃣2️⃣2️⃣4️⃣5️⃣6️⃣", "①③⑧⑤①②③④⑤⑥⑦", "𝟗𝟏𝟑𝟐𝟐𝟒𝟓𝟔", "91‐32‑24–56", "913\x0022456",
])
def test_digits_in_disguise_are_masked_too(hidden):
    assert not any(char.isdigit() for char in mask(f"ring {hidden} nå").text)


def test_offsets_are_those_of_the_text_that_was_given():
    text = "Å\u200b ring 9\u200b1322456 fo\u0308r 5. mai"
    assert [text[span.start:span.end] for span in mask(text).spans] == ["9\u200b1322456", "5. mai"]


@pytest.mark.parametrize("text", [
    "Ring 112, 113 eller 02800, eller alarmtelefonen 116 111.",
    "Legevakta 116 117 svarer 24 timer i døgnet.",
    "22 40 00 40, 478 09 050, 80057000 og +47 116 006",
    "Se dinutvei.no, www.bufdir.no/vold og https://lovdata.no/lov/2021-06-18-97/§13-2",
    "§ 13-2, §§ 196 og 226, § 33 a",
])
def test_public_help_and_law_stay(text):
    assert mask(text).text == text


def test_a_help_number_within_a_longer_number_is_masked():
    assert mask("116117 22333 er nummeret hans").spans[0] == Span(0, 12, "ACCOUNT")


def test_every_kind_gets_its_own_tag_in_one_sentence():
    text = ("fnr 14038512345, tlf 913 22 456, a@b.no, konto 1503.20.12345, AB 12345, Fjellveien 18B, 7500 Stjørdal, "
            "Parkveien 3, @kari, www.x.no, sak 19/02288-7, 5. mai")
    assert mask(text).text == (
        "fnr [fødselsnummer], tlf [telefonnummer], [e-post], konto [kontonummer], [bilskilt], [adresse], [sted 1], "
        "[brukernavn], [lenke], sak [saksnummer], [dato]")


def test_the_surer_of_two_types_wins_and_covers_both():
    candidates = [Candidate(0, 10, "DATE", 0.9), Candidate(8, 14, "PHONE", 0.8), Candidate(12, 20, "FNR", 0.4)]
    assert settled(candidates) == [Candidate(0, 14, "DATE", 0.9)]


@pytest.mark.parametrize("unit", [
    "Hun er redd for å gå hjem fordi pappa blir sint. ", "1 ", "1.", "5/5 ", "a@", "aa", "gate 5, 0154 Oslo ",
    "snap heter «", "[dato]", "_", "http://", "\u0301",
])
def test_the_time_grows_with_the_length_and_no_faster(unit):
    def seconds(length):
        text = (unit * length)[:length]
        timings = []
        for _ in range(3):
            start = time.process_time()
            mask(text)
            timings.append(time.process_time() - start)
        return min(timings)

    assert seconds(4000) < 10 * seconds(1000) + 0.02
