"""One conversation over HTTP, as the widget holds it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import httpx

Turn = dict[str, Any]


@dataclass
class Talk:
    """A session: ``say`` types, ``press`` presses what the bot offers; ``turn`` is the last answer."""

    client: httpx.Client
    locale: str = "nb"
    code: str | None = None
    token: str = ""
    turn: Turn = field(default_factory=dict)
    response: httpx.Response | None = None

    def __post_init__(self) -> None:
        if self.code:
            self.response = self.client.post("/api/sessions/resume", json={"code": self.code, "locale": self.locale})
        else:
            self.response = self.client.post("/api/sessions", json={"locale": self.locale})
        if self.response.status_code == 201:
            self.token, self.turn = self.response.json()["token"], self.response.json()["turn"]

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def send(self, body: dict[str, Any], **headers: str) -> httpx.Response:
        """One message as it is; the turn is kept when it is answered."""
        self.response = self.client.post("/api/messages", json=body, headers={**self.headers, **headers})
        if self.response.status_code == 200:
            self.turn = self.response.json()
        return self.response

    def say(self, text: str) -> Turn:
        """Type a text and return the turn. Raises AssertionError unless it is answered."""
        assert self.send({"text": text}).status_code == 200, self.response.text
        return self.turn

    def press(self, title: str) -> Turn:
        """Press the option or button whose title begins so. Raises AssertionError when it is not there."""
        assert self.send({"payload": self._payload(title)}).status_code == 200, self.response.text
        return self.turn

    def choose(self, *titles: str) -> Turn:
        """Mark the options whose titles begin so, and send them together."""
        payloads = [self._payload(title) for title in titles]
        assert self.send({"payloads": payloads}).status_code == 200, self.response.text
        return self.turn

    def _payload(self, title: str) -> str:
        offered = {one["title"]: one["payload"] for one in self.offers}
        found = [payload for name, payload in offered.items() if name.startswith(title)]
        assert found, f"«{title}» is not among {list(offered)}"
        return found[0]

    def change(self, label: str) -> Turn:
        """Press «Endre» on a line of the summary."""
        line = next(line for line in self.turn["summary"] if line["label"] == label)
        assert self.send({"payload": line["change"]}).status_code == 200, self.response.text
        return self.turn

    def document(self, kind: str) -> httpx.Response:
        """The document of the last turn that offered one."""
        return self.client.get(f"/api/documents/{self.turn['documents'][0]['id']}.{kind}", headers=self.headers)

    @property
    def offers(self) -> list[dict[str, str]]:
        buttons = [button for message in self.turn["messages"] for button in message["buttons"]]
        return self.turn["input"]["options"] + buttons

    @property
    def said(self) -> str:
        return "\n".join(message["text"] for message in self.turn["messages"])

    @property
    def step(self) -> str | None:
        return self.turn["progress"]["step"] if self.turn["progress"] else None


def teacher_case(talk: Talk) -> Talk:
    """A teacher, a pupil of eight, a father who beats: to the summary."""
    talk.press("Må jeg melde fra?")
    talk.press("Det pågår")
    talk.press("Skole")
    talk.press("Barn, 0–13")
    talk.press("Vold, trusler eller krenkelser flere")
    talk.press("Forelder")
    talk.press("Jeg har sett det")
    talk.press("Nei")
    return talk
