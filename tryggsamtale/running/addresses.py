"""Where the servers listen, and where they are asked how they are."""

from __future__ import annotations

from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

from tryggsamtale.settings import Settings

LOCAL = "127.0.0.1"
LOOPBACK = (LOCAL, "::1", "localhost")
EVERYWHERE = {"0.0.0.0": LOCAL, "::": "::1"}

_direct = build_opener(ProxyHandler({}))  # a proxy in the environment is not for calls to this machine


def rasa_server(settings: Settings) -> str:
    """The address of the Rasa server and its page, as reached from this machine."""
    host = EVERYWHERE.get(settings.host, settings.host)
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}/"


def action_server_health(settings: Settings) -> str:
    """Answers 200 when the action server is up."""
    return f"http://{LOCAL}:{settings.action_port}/health"


def rasa_server_readiness(settings: Settings) -> str:
    """Answers 200 when model, action server and database answer."""
    return f"{rasa_server(settings)}readyz"


def answers(url: str) -> bool:
    """Does it answer 200 within a few seconds?"""
    try:
        with _direct.open(url, timeout=3) as answer:
            return answer.status == 200
    except (URLError, OSError):
        return False
