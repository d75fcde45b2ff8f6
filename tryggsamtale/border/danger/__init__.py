"""Danger now, and who is writing: what must never be overheard, read where a message first comes in."""
