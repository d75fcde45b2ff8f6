"""How often someone may call: a token bucket for each caller, in memory only."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable

CALLERS_KEPT = 10_000
ROUNDING = 1e-9
"""Of a call: who has waited as long as told is not sent away for the last bit of a fraction."""


class Limit:
    """At most ``per_minute`` calls in a minute for each caller; all of them may come at once."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_minute = per_minute
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, caller: str) -> int:
        """0 when the call may go on, else the whole seconds to wait."""
        now = self._clock()
        left, then = self._left.pop(caller, (float(self._per_minute), now))
        left = min(self._per_minute, left + (now - then) * self._per_minute / 60)
        seconds = 0 if left >= 1 - ROUNDING else math.ceil((1 - left) * 60 / self._per_minute)
        self._left[caller] = (left - (seconds == 0), now)
        while len(self._left) > CALLERS_KEPT:
            self._left.popitem(last=False)
        return seconds
