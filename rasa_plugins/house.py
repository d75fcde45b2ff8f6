"""What the channel keeps at hand while the server runs: the database, the sessions, the limits, the sweep."""

from __future__ import annotations

import asyncio
import logging

from sanic import Sanic

from rasa_plugins.limits import Limit
from rasa_plugins.sessions import Sessions
from tryggsamtale.settings import Settings
from tryggsamtale.storage.database import StorageUnavailable, check, connect
from tryggsamtale.storage.retention import purge

log = logging.getLogger(__name__)

SWEEP_SECONDS = 60


class House:
    """Made once in each Rasa server."""

    def __init__(self, settings: Settings) -> None:
        self.engine = connect(settings.database_url)
        self.sessions = Sessions(self.engine, settings.session_minutes)
        self.message_limit = Limit(settings.messages_per_minute)
        self.session_limit = Limit(settings.sessions_per_minute)
        self.code_limit = Limit(settings.code_attempts_per_minute)

    async def database_answers(self) -> bool:
        """Whether the database can be read and written."""
        try:
            await asyncio.to_thread(check, self.engine)
        except StorageUnavailable:
            return False
        return True

    async def sweep(self, _: Sanic | None = None) -> None:
        """Delete what has ended, again and again, for as long as the server runs."""
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            self.sessions.sweep()
            try:
                await asyncio.to_thread(purge, self.engine)
            except StorageUnavailable as error:
                log.error("The sweep could not be done: %s", error)
