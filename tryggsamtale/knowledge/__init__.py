"""What the bot knows: answers to topics, whom to contact, and what it says outside dialogues.

The wording is YAML that a professional edits without Python; the modules beside it read it. ``sources.yml`` is the
closed list of what an answer may rest on, ``contacts.yml`` the only place with telephone numbers.
"""

from __future__ import annotations

from pathlib import Path

ROOM = Path(__file__).parent
CONTACTS = ROOM / "contacts.yml"
