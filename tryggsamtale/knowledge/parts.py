"""Which part of a topic answers a question: nearness of a typed text to the questions written beside each part.

The nearness is the cosine between weighted words and pieces of words, so that endings, dialect and typing slips cost
little. What tells the parts of a topic apart weighs most (TF-IDF); its name, which all share, weighs nearly nothing. A
part is a little nearer when its other questions and its answer have words of the text too. What is the same word in
Bokmål, Nynorsk and dialects is read as one (``same_words.yml``).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from tryggsamtale.knowledge import ROOM
from tryggsamtale.wording import load

PIECES = (3, 4, 5)
"""Letters in a piece of a word; a piece at its beginning or end knows that it is."""
WORD, PIECE = 1.0, 0.4
"""What a whole word and a piece of it count for."""
NEW = 0.5
"""What words count for that no part knows, beside the rarest ones that are known."""
NEXT, SO_MANY = 0.2, 3
"""What the next nearest questions of a part count for beside its nearest, and how many of them."""
TOLD = 0.3
"""What it counts for that words of the question stand in the answer."""

_WORDS = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?<=\w{3})(ene|ane|ende|ande|ast|est|en|et|er|ar|te|de|a|e|r|t)$")
"""What a word is read without, in Bokmål and Nynorsk, so that its forms are one word."""
_ALIKE = str.maketrans({"é": "e", "è": "e", "ó": "o", "ò": "o", "ô": "o", "á": "a", "à": "a", "§": " paragraf "})

Vector = dict[str, float]


class Questions:
    """Questions, and the text that answers them, by id: ``{id: ([question, …], answer)}``."""

    def __init__(self, answered: Mapping[str, tuple[Iterable[str], str]]):
        asked = {id: [_features(question) for question in questions] for id, (questions, _) in answered.items()}
        self._told = {id: frozenset(_features(answer)) for id, (_, answer) in answered.items()}
        ids_with = Counter(feature for id in asked for feature in self._told[id].union(*asked[id]))
        self._rarity = {feature: math.log((1 + len(asked)) / count) for feature, count in ids_with.items()}
        self._new = NEW * math.log(1 + len(asked))
        self._asked = {id: [self._vector(question) for question in questions] for id, questions in asked.items()}

    def nearest(self, text: str) -> list[tuple[str, float]]:
        """(id, nearness) of every id, nearest first; 0 is nothing in common, over 1 the very question."""
        vector = self._vector(_features(text))
        near = {id: self._nearness(id, vector) for id in self._asked}
        return sorted(near.items(), key=lambda one: -one[1])

    def _nearness(self, id: str, vector: Vector) -> float:
        told = math.sqrt(sum(weight**2 for name, weight in vector.items() if name in self._told[id]))
        first, *rest = sorted((_cosine(vector, one) for one in self._asked[id]), reverse=True)
        return first + NEXT * sum(rest[:SO_MANY]) + TOLD * told

    def _vector(self, features: Vector) -> Vector:
        weighted = {name: count * self._rarity.get(name, self._new) for name, count in features.items()}
        length = math.sqrt(sum(weight**2 for weight in weighted.values())) or 1.0
        return {name: weight / length for name, weight in weighted.items()}


def _features(text: str) -> Vector:
    features: Vector = {}
    same = _same_words()
    for word in _WORDS.findall(text.lower().translate(_ALIKE)):
        word = same.get(word, word)
        if not word:
            continue
        features[_ENDING.sub("", word)] = WORD
        edged = f"‹{word}›"
        for size in PIECES:
            for start in range(len(edged) - size + 1):
                features[f"~{edged[start:start + size]}"] = PIECE
    return features


def _cosine(one: Vector, other: Vector) -> float:
    return sum(weight * other.get(name, 0.0) for name, weight in one.items())


@cache
def _same_words() -> dict[str, str]:
    """Every written form → the word it is read as; "" for words that tell nothing."""
    content = load(ROOM / "same_words.yml")
    forms = {form: word for word, forms in content["same"].items() for form in forms.split()}
    return {**forms, **dict.fromkeys(content["nothing"].split(), "")}
