"""The feedback when a rehearsal is over: what the guide did (process) and what came of it (outcome).

Both kinds are given together, because practice without feedback does not help and feedback on both does (CARE: Louie et
al. 2025; Pompedda et al. 2017). Points are those of «Veiledning til Trygghetssamtalen» (source 002). The ratios are
those that MITI counts (Moyers et al. 2016): open questions, reflections to questions. Wording: ``feedback.yml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tryggsamtale.rehearsal.effects import EFFECTS, remark_on
from tryggsamtale.rehearsal.moves import QUESTIONS
from tryggsamtale.rehearsal.points import CHECKLIST, SECTIONS, points_of
from tryggsamtale.rehearsal.review import Line, Review
from tryggsamtale.rehearsal.snakke import WORDS, words_for
from tryggsamtale.rehearsal.state import Past, State
from tryggsamtale.rehearsal.trust import DIMENSIONS, OPENED_UP, WORDING, Trust
from tryggsamtale.rehearsal.unlucky import advice_for
from tryggsamtale.rehearsal.youths import STORY, Youth, youth
from tryggsamtale.wording import Text, joined, load

_SAID = load(Path(__file__).with_name("feedback.yml"))
SHARES = ("open_share", "empathy_share", "talk_share")
"""Numbers that are shares, from 0 to 1."""
MOST_QUOTED = 6
"""Lines that are quoted as good, and clumsy ones beside all the unlucky ones: more is not read."""
FEWEST = 3
"""Words of a line that is quoted as good, unless it is silence."""
LEVELS = ("", "closed", "half", "open")


@dataclass(frozen=True)
class Quote:
    """A line of the guide with what is to be said of it. ``turn`` counts from 0; ``better`` are other wordings."""

    turn: int
    said: str
    words: tuple[str, ...]
    title: Text
    why: Text
    better: tuple[Text, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {
            "turn": self.turn, "said": self.said, "words": [WORDS[word].title.as_dict() for word in self.words],
            "title": self.title.as_dict(), "why": self.why.as_dict(), "better": [one.as_dict() for one in self.better],
        }


@dataclass(frozen=True)
class Feedback:
    """All that can be said about a rehearsal; everything is counted from its state."""

    state: State
    review: Review

    @property
    def youth(self) -> Youth:
        return youth(self.state.youth)

    @property
    def course(self) -> tuple[Trust, ...]:
        """The trust at the start and after each line."""
        return (self.state.start, *(turn.trust for turn in self.state.turns))

    @cached_property
    def numbers(self) -> dict[str, float]:
        """How many points, and the shares (0–1) and the ratio that MITI counts."""
        guide = sum(turn.words for turn in self.state.turns)
        answered = sum(len(self.youth.text(line).split()) for turn in self.state.turns for line in turn.lines)
        return {
            "covered": len(self.review.covered),
            "open_share": round(self.review.open_share, 2),
            "reflections_to_questions": round(self.review.reflections_to_questions, 2),
            "empathy_share": round(self.review.empathy_share, 2),
            "talk_share": round(guide / max(1, guide + answered), 2),
        }

    @property
    def duty(self) -> str:
        """Whether the duty to report was told ``before`` or ``after`` the youth was asked to tell, or ``never``."""
        return "before" if self.review.a4_before_b1 else "after" if "a4" in self.review.covered else "never"

    @property
    def trust(self) -> str:
        """``opened``, ``partly`` (one part is won) or ``shut``."""
        now = self.state.trust
        return "opened" if now.opened_up else "partly" if max(now.as_list()) >= OPENED_UP else "shut"

    @cached_property
    def good(self) -> tuple[Quote, ...]:
        """Lines that built trust: the best of each kind first, then others, in the order of the talk."""
        raised = [(number, turn) for number, turn in enumerate(self.state.turns) if _worth(turn) > 0 and _tells(turn)]
        ranked = sorted(raised, key=lambda one: (_rank(one, raised), -_worth(one[1])))
        return tuple(self._good(*one) for one in sorted(ranked[:MOST_QUOTED], key=lambda one: one[0]))

    @cached_property
    def better(self) -> tuple[Quote, ...]:
        """All that was unlucky, and the clumsiest of the rest, with better wordings, in the order of the talk."""
        lowered = [(number, turn) for number, turn in enumerate(self.state.turns) if turn.move.bad or _worth(turn) < 0]
        ranked = sorted(lowered, key=lambda one: (not one[1].move.bad, _rank(one, lowered), _worth(one[1])))
        most = max(MOST_QUOTED, sum(bool(turn.move.bad) for _, turn in lowered))
        return tuple(self._better(*one) for one in sorted(ranked[:most], key=lambda one: one[0]))

    def told(self, part: str) -> str:
        """How much of a part of the story came out: ``open``, ``half``, ``closed``, or empty when it was not asked."""
        levels = [turn.level for turn in self.state.turns if turn.topic == STORY[part]]
        return max(levels, key=LEVELS.index, default="")

    def as_dict(self) -> dict[str, Any]:
        """All of it in both written forms, JSON-able: for the page, the document and the one who stores it."""
        return {
            "youth": {"name": self.youth.name, "age": self.youth.age, "title": self.youth.title.as_dict()},
            "difficulty": WORDING["difficulties"][self.state.difficulty]["title"].as_dict(),
            "turns": len(self.state.turns),
            "retries": self.state.retries,
            "review": self.review.as_json(),
            "numbers": [
                {"id": id, "value": value, **{key: text.as_dict() for key, text in _SAID["numbers"][id].items()}}
                for id, value in self.numbers.items()
            ],
            "duty": {"told": self.duty, "text": _SAID["duty"][self.duty].as_dict()},
            "sections": [self._section(id) for id in SECTIONS],
            "words": self._words(),
            "good": [quote.as_dict() for quote in self.good],
            "better": [quote.as_dict() for quote in self.better],
            "trust": self._trust(),
            "story": self._story(),
            "note": _SAID["note"].as_dict(),
            "source": _SAID["source"].as_dict(),
        }

    # parts of it

    def _good(self, number: int, turn: Past) -> Quote:
        remark = remark_on(turn.effect)
        words = self.review.lines[number].snakke
        helping = tuple(one for one in words if WORDS[one].helps) or (remark.word,)
        return Quote(number, turn.said, helping, remark.tag, remark.reason)

    def _better(self, number: int, turn: Past) -> Quote:
        words = tuple(one for one in self.review.lines[number].snakke if not WORDS[one].helps)
        advice, remark = advice_for(turn.move, turn.effect), remark_on(turn.effect)
        if turn.move.bad or turn.effect not in (*QUESTIONS, "row"):
            named = tuple(dict.fromkeys((*words, remark.word)))
            return Quote(number, turn.said, named, advice.title, advice.why, advice.better)
        asked = tuple(_quoted(CHECKLIST[point].say) for point in turn.move.points[:1])
        return Quote(number, turn.said, words or (remark.word,), advice.title, advice.why, asked or advice.better)

    def _section(self, id: str) -> dict[str, Any]:
        points = [self._point(point.id) for point in points_of(id)]
        covered = sum(point["covered"] for point in points)
        return {"id": id, "title": SECTIONS[id].as_dict(), "covered": covered, "of": len(points), "points": points}

    def _point(self, id: str) -> dict[str, Any]:
        turn = next((number for number, turn in enumerate(self.state.turns) if id in turn.move.points), None)
        point = CHECKLIST[id]
        return {
            "id": id, "covered": turn is not None, "turn": turn, "label": point.label.as_dict(),
            "why": point.why.as_dict(), "say": point.say.as_dict(),
            "said": None if turn is None else self.state.turns[turn].said,
        }

    def _words(self) -> list[dict[str, Any]]:
        used = [word for line in self.review.lines for word in line.snakke]
        return [
            {"word": name, "title": word.title.as_dict(), "meaning": word.meaning.as_dict(), "helps": word.helps,
             "count": used.count(name)}
            for name, word in WORDS.items()
        ]

    def _trust(self) -> dict[str, Any]:
        now = self.state.trust
        missing = joined([label for id, label in DIMENSIONS.items() if getattr(now, id) < OPENED_UP], ", ")
        missing = Text(missing.nb.lower(), missing.nn.lower())
        return {
            "labels": [label.as_dict() for label in DIMENSIONS.values()],
            "course": [trust.as_list() for trust in self.course],
            "opened_up": now.opened_up,
            "text": _SAID["trust"][self.trust].format(name=self.youth.name, missing=missing).as_dict(),
        }

    def _story(self) -> dict[str, Any]:
        confided = {turn.secret for turn in self.state.turns}
        return {
            "parts": [
                {"id": part, "label": _SAID["story"][part].as_dict(), "text": self.youth.story[part].as_dict(),
                 "level": self.told(part), "told": _SAID["told"][self.told(part)].as_dict()}
                for part in STORY
            ],
            "secrets": [
                {"about": secret.about.as_dict(), "confided": secret.id in confided,
                 "told": _SAID["told"]["confided" if secret.id in confided else "kept"].as_dict()}
                for secret in self.youth.secrets
            ],
            **{name: getattr(self.youth, name).as_dict() for name in ("manner", "opens", "closes")},
        }


def of_all(covered: int, of: int) -> Text:
    """«8 av 23»."""
    return _SAID["figures"]["of_all"].format(covered=covered, of=of)


def percent(share: float) -> Text:
    """A share from 0 to 1: «83 prosent»."""
    return _SAID["figures"]["percent"].format(value=round(100 * share))


def figure(number: Mapping[str, Any], of: int) -> Text:
    """One of the ``numbers`` of the feedback as it is read; ``of``: how many points there are."""
    if number["id"] == "covered":
        return of_all(number["value"], of)
    return percent(number["value"]) if number["id"] in SHARES else Text.of(str(number["value"]).replace(".", ","))


def _worth(turn: Past) -> int:
    """What the effect of a line adds to trust, before temperament and difficulty."""
    return sum(EFFECTS.get(turn.effect, (0,)))


def _tells(turn: Past) -> bool:
    """Whether a line is worth quoting as good: «bra!» and small talk are not, nor a question that won nothing."""
    if turn.move.bad or turn.effect == "kind":
        return False
    if turn.effect == "open":
        return turn.level in ("half", "open")
    return turn.words >= FEWEST or turn.effect == "patience"


def _quoted(text: Text) -> Text:
    return Text(f"«{text.nb}»", f"«{text.nn}»")


def _rank(one: tuple[int, Past], among: list[tuple[int, Past]]) -> int:
    """The how-manieth of its kind a line is."""
    return sum(turn.effect == one[1].effect for number, turn in among if number < one[0])


def reviewed(state: State) -> Feedback:
    """The feedback on a rehearsal. Nothing is read again: the moves are those that the answers followed from."""
    lines = (Line(turn.said, turn.move, words_for(turn.said, turn.move)) for turn in state.turns)
    return Feedback(state, Review(tuple(lines)))
