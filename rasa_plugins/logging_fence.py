"""The fence around the logs: what other people's code logs about a message can quote it, so its words stay out.

Rasa logs the whole conversation when an action fails, and what the action server answered; Sanic logs addresses. Of
their records level, logger, place and the classes of the exceptions remain, which is what finds a fault. Our own
loggers keep their messages, for those are written to hold no content, but no traceback, for an exception's text can.
"""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

OURS = ("tryggsamtale", "rasa_plugins", "actions")


def put_up() -> None:
    """From now on every log record of this process passes the fence, whatever its handlers are."""
    logging.setLogRecordFactory(_record)


def _record(
    name: str | None, level: int, path: str, line: int, message: Any, args: Any, exc_info: Any, *rest: Any, **more: Any
) -> logging.LogRecord:
    error = exc_info[1] if isinstance(exc_info, tuple) else None
    if (name or "").partition(".")[0] not in OURS:
        place = "/".join(Path(path).parts[-2:])
        message, args = f"({place}:{line}) {classes(error)}".rstrip(), ()
    elif error is not None:
        message = f"{message} ({classes(error)})"
    return logging.LogRecord(name or "", level, path, line, message, args, None, *rest[:1])


def classes(error: BaseException | None) -> str:
    """``RasaException at action.py:772 < ClientResponseError at endpoints.py:161``: an error and what led to it."""
    return " < ".join(f"{_name(one)} at {_place(one.__traceback__)}" for one in _chain(error))


def _name(error: BaseException) -> str:
    number = errno.errorcode.get(error.errno) if isinstance(error, OSError) else None
    return f"{type(error).__name__}({number})" if number else type(error).__name__


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _place(trace: TracebackType | None) -> str:
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "unknown"
