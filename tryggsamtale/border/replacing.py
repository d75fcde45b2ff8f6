"""What stands in a text where an identifier was."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tryggsamtale.border.spans import Span

# The same words in Bokmål and Nynorsk as far as there are such words.
TAGS = {
    "FNR": "[fødselsnummer]",
    "PHONE": "[telefonnummer]",
    "EMAIL": "[e-post]",
    "ACCOUNT": "[kontonummer]",
    "CAR_PLATE": "[bilskilt]",
    "ADDRESS": "[adresse]",
    "LOCATION": "[sted]",
    "HANDLE": "[brukernavn]",
    "URL": "[lenke]",
    "CASE_NUMBER": "[saksnummer]",
    "DATE": "[dato]",
}
TAG_PATTERN = re.compile("|".join(map(re.escape, TAGS.values())))


def replaced(text: str, spans: Sequence[Span]) -> str:
    """The text with a tag for each span (sorted, not overlapping)."""
    pieces, position = [], 0
    for span in spans:
        pieces += [text[position:span.start], TAGS[span.type]]
        position = span.end
    return "".join([*pieces, text[position:]])
