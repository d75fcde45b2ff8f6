"""What stands in a text where an identifier was."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from tryggsamtale.border.lists import CUES
from tryggsamtale.border.pseudonyms import Pseudonyms
from tryggsamtale.border.spans import Span

# The same words in Bokmål and Nynorsk as far as there are such words.
TAGS = {
    "FNR": "[fødselsnummer]",
    "PHONE": "[telefonnummer]",
    "EMAIL": "[e-post]",
    "ACCOUNT": "[kontonummer]",
    "CAR_PLATE": "[bilskilt]",
    "ADDRESS": "[adresse]",
    "HANDLE": "[brukernavn]",
    "URL": "[lenke]",
    "CASE_NUMBER": "[saksnummer]",
    "DATE": "[dato]",
}
# Tags with a number, so that one name can be told from another.
PERSON, PLACE, WORKPLACE, BY_USER = "person", "sted", "arbeidssted", "skjult"
KINDS = (PERSON, PLACE, *CUES["organisations"], BY_USER)
HIDDEN = "HIDDEN"  # the type of what the user has hidden; the contract has none for it
_KIND_OF = {"PERSON": PERSON, "LOCATION": PLACE, HIDDEN: BY_USER}
TAG_PATTERN = re.compile(
    "|".join([*map(re.escape, TAGS.values()), rf"\[(?P<kind>{'|'.join(KINDS)}) (?P<number>\d{{1,4}})\]"])
)
_ROLE_OF = {
    word: role for role, forms in CUES["organisations"].items() for form in forms.values() for word in form.split()
}
_HEADS = sorted(_ROLE_OF, key=len, reverse=True)  # «barnehageskole» is a school, not a kindergarten


def replaced(text: str, spans: Sequence[Span], pseudonyms: Pseudonyms) -> str:
    """The text with a tag for each span (sorted, not overlapping); names get the tags of the conversation."""
    lowest = _next_numbers(text)
    pieces, position = [], 0
    for span in spans:
        name = text[span.start : span.end]
        kind = kind_of(span.type, name, text[max(0, span.start - 25) : span.start])
        tag = TAGS[span.type] if kind is None else pseudonyms.tag(kind, name, lowest[kind])
        pieces += [text[position : span.start], tag]
        position = span.end
    return "".join([*pieces, text[position:]])


def kind_of(type_: str, name: str, before: str = "") -> str | None:
    """What kind of thing a name is of, as its tag says it («skole»); None for types whose tag has no number."""
    if type_ in TAGS:
        return None
    if type_ == "ORGANISATION":
        return _role(name) or _role(before.rstrip().rpartition(" ")[2]) or WORKPLACE
    return _KIND_OF[type_]


def _role(name: str) -> str | None:
    words = re.findall(r"[^\W\d_]+", name.lower())
    for head in _HEADS:
        if any(word == head or len(head) > 4 and word.endswith(head) for word in words):
            return _ROLE_OF[head]
    return None


def _next_numbers(text: str) -> dict[str, int]:
    """For each kind the first number that no tag in the text has."""
    lowest: dict[str, int] = defaultdict(lambda: 1)
    for tag in TAG_PATTERN.finditer(text):
        if tag["kind"]:
            lowest[tag["kind"]] = max(lowest[tag["kind"]], int(tag["number"]) + 1)
    return lowest
