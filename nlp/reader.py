"""The training stream: NorNE and generated sentences, each time written in another way. Registered for `config.cfg`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from spacy.language import Language
from spacy.training import Example
from spacy.util import registry

from . import corpus, filling, noise, standins
from .sentence import Piece, Sentence

_FORM_SHARES = {"nb": 30, "nn": 18, "dialekt": 12, "sms": 18, "ordnavn": 11, "uten": 18}
# Names of agencies that everybody may read: in news they are organisations, here they hide nobody.
_PUBLIC = frozenset({"nav", "bup", "ppt", "politiet", "barnevernet", "barneombudet", "udi", "kripos", "kommunen"})


@registry.readers("tryggsamtale.Train.v1")
def train(path: str, seed: int, generated: int, plain_share: float) -> Callable[[Language], Iterator[Example]]:
    """Stream for training; every pass draws names, spellings and generated sentences anew.

    Args:
        path: folder of the corpus.
        seed: of all that is drawn.
        generated: generated sentences in a pass.
        plain_share: how many of NorNE's sentences without a name are shown in a pass (0–1).
    """
    rng = Random(seed)
    news = [s for form in corpus.FORMS for s in corpus.sentences(Path(path), form, "train")]

    def stream(nlp: Language) -> Iterator[Example]:
        drawn = [news_as_chat(s, rng) for s in news if s.spans or rng.random() < plain_share]
        forms = rng.choices(list(_FORM_SHARES), weights=list(_FORM_SHARES.values()), k=generated)
        drawn += [noise.as_chat(standins.put_in(filling.sentence(rng, form), rng, 0.15), rng) for form in forms]
        rng.shuffle(drawn)
        return (example(nlp, s) for s in drawn if s.text.strip())

    return stream


@registry.readers("tryggsamtale.Dev.v1")
def dev(path: str, every: int) -> Callable[[Language], Iterator[Example]]:
    """NorNE's dev part as printed and lower-cased (each `every`-th sentence), to choose the best step by."""
    news = [s for form in corpus.FORMS for s in corpus.sentences(Path(path), form, "dev")][::every]

    def stream(nlp: Language) -> Iterator[Example]:
        return (example(nlp, written) for s in news for written in (s, noise.lowered(s)))

    return stream


def news_as_chat(sentence: Sentence, rng: Random) -> Sentence:
    """A news sentence with (often) other people in it, written as in a chat (often)."""
    names = filling.Names(rng)
    pieces = []
    for piece in sentence.pieces:
        if piece.label == "PERSON" and rng.random() < 0.45:
            piece = Piece(names.full() if " " in piece.text else names.first(), "PERSON")
        elif piece.label == "LOCATION" and rng.random() < 0.2:
            piece = Piece(names.place(), "LOCATION")
        elif piece.label == "ORGANISATION" and piece.text.lower() in _PUBLIC:
            piece = Piece(piece.text)
        pieces.append(piece)
    changed = standins.put_in(Sentence(tuple(pieces)), rng, 0.12)
    return noise.as_chat(changed, rng) if changed.spans or rng.random() < 0.4 else changed


def example(nlp: Language, sentence: Sentence) -> Example:
    """A sentence as spaCy learns from it: names that the tokenizer cuts through are widened to whole tokens."""
    doc = nlp.make_doc(sentence.text)
    gold = doc.copy()
    spans = [gold.char_span(*span, alignment_mode="expand") for span in sentence.spans]
    gold.set_ents(_apart([span for span in spans if span is not None and span.text.strip()]))
    return Example(doc, gold)


def _apart(spans: list) -> list:
    kept, end = [], 0
    for span in spans:
        if span.start >= end:
            kept.append(span)
            end = span.end
    return kept
