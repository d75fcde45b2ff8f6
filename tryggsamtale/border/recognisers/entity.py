"""What the spaCy pipeline takes for names, less what the lists know better."""

from __future__ import annotations

from collections.abc import Iterator

from tryggsamtale.border.characters import KEPT, MASK
from tryggsamtale.border.lists import FUNCTION
from tryggsamtale.border.pipeline import LABELS, pipeline
from tryggsamtale.border.recognisers.around import KIN, ROLES
from tryggsamtale.border.recognisers.seen import Seen
from tryggsamtale.border.recognisers.written import Written
from tryggsamtale.border.spans import Candidate

_SCORE = 0.6
_PORTION = 2000  # characters the pipeline reads at a time
_READABLE = {ord(MASK): "X", ord(KEPT): "0", ord("\n"): " "} | dict.fromkeys(range(0xD800, 0xE000), "?")


def entities(seen: Seen) -> Iterator[Candidate]:
    """People, places and organisations as the pipeline finds them; nothing when there is no pipeline."""
    for start, end, type_ in _found(seen.text.translate(_READABLE)):
        words = [word for word in seen.words if word.start < end and start < word.end]
        while words and not _can_be_name(words[0]):
            words.pop(0)
        while words and not _can_be_name(words[-1]):
            words.pop()
        yield from _between_masks(words, type_)


def _found(text: str) -> list[tuple[int, int, str]]:
    """Start, end and type of what the pipeline finds; none of the text's words stays in its memory."""
    nlp = pipeline()
    if nlp is None:
        return []
    with nlp.memory_zone():
        return [
            (offset + entity.start_char, offset + entity.end_char, LABELS[entity.label_])
            for offset in range(0, len(text), _PORTION)
            for entity in nlp(text[offset:offset + _PORTION]).ents
            if entity.label_ in LABELS
        ]


def _can_be_name(word: Written) -> bool:
    """No function word, agency, kin or role; no everyday word without a capital that says something."""
    if not word.letters or word.stays or word.low in FUNCTION:
        return False
    if word.first or word.place and not word.word:
        return word.capital or not word.word
    if word.low in KIN or word.low in ROLES:
        return False
    return word.strange and len(word.text) > 1 or word.capital and not word.opens


def _between_masks(words: list[Written], type_: str) -> Iterator[Candidate]:
    """What of a name is not masked already, in as many pieces as masks leave."""
    piece: list[Written] = []
    for word in [*words, None]:
        if word is not None and word.text not in (MASK, KEPT):
            piece.append(word)
            continue
        if any(part.letters and _can_be_name(part) for part in piece):
            yield Candidate(piece[0].start, piece[-1].end, type_, _SCORE)
        piece = []
