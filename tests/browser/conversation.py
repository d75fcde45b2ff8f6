"""The conversation as a person sees it: what was said, what is asked, what can be pressed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.watch import Watch


class Conversation:
    """The widget on an open page. Names and roles are those a screen reader tells; ``data-part`` where it has none."""

    def __init__(self, page: Page, watch: Watch):
        self.page, self.watch = page, watch
        self.widget = page.locator("trygg-samtale")
        self.log = self.widget.get_by_role("log", name="Samtalen")
        self.turns = self.part("turn")
        self.mine = self.part("user")
        self.answers = self.part("answers")
        self.field = self.widget.get_by_role("textbox", name=re.compile("Skriv her, ut[ae]n na[mv]n"))

    def begun(self) -> Conversation:
        """Wait for the greeting."""
        expect(self.turns).to_have_count(1)
        self.is_quiet()
        return self

    def is_quiet(self) -> None:
        """Wait until nothing is on its way."""
        expect(self.widget.locator("[aria-busy]")).to_have_attribute("aria-busy", "false")

    def part(self, name: str) -> Locator:
        return self.widget.locator(f"[data-part={name}]")

    def button(self, name: str, exact: bool = True) -> Locator:
        return self.widget.get_by_role("button", name=name, exact=exact)

    def choice(self, title: str) -> Locator:
        """The answer that can be pressed and whose title begins so."""
        named = self.widget.get_by_role("button", name=re.compile(f"^{re.escape(title)}"))
        return named.and_(self.page.locator("[data-part=answer], [data-part=way]"))

    @contextmanager
    def an_answer(self) -> Iterator[None]:
        """What is done inside is answered with one turn."""
        before = self.turns.count()
        yield
        expect(self.turns).to_have_count(before + 1)
        self.is_quiet()

    def press(self, *titles: str) -> None:
        """Answer the questions in turn by pressing."""
        for title in titles:
            with self.an_answer():
                self.choice(title).click()

    def choose(self, *titles: str) -> None:
        """Answer one question with several choices."""
        for title in titles:
            self.part("toggle").filter(has_text=re.compile(f"^\\s*{re.escape(title)}")).first.click()
        with self.an_answer():
            self.part("send-choices").click()

    def say(self, text: str) -> None:
        """Type a text and send it."""
        self.field.fill(text)
        with self.an_answer():
            self.button("Send").click()

    def change(self, label: str) -> None:
        """Press «Endre» on a line of the summary."""
        with self.an_answer():
            self.button(f"Endre {label}").click()

    @property
    def said(self) -> str:
        """The last turn as it can be read."""
        return self.turns.last.inner_text()

    @property
    def question(self) -> str:
        """What the answers are labelled by."""
        label = self.answers.get_attribute("aria-labelledby")
        return self.widget.locator(f"#{label}").inner_text()

    @property
    def summary(self) -> dict[str, str]:
        lines = self.part("summary").locator("[data-step]")
        return {line.locator("dt").inner_text(): line.locator("dd").first.inner_text() for line in lines.all()}

    @property
    def step(self) -> str:
        return self.part("progress").locator("strong").inner_text()

    @property
    def code(self) -> str:
        return self.part("code").inner_text()

    def download(self, name: str) -> Path:
        """Press a document's button and wait for the file."""
        with self.page.expect_download() as download:
            self.button(name).click()
        return download.value.path()

    def enter_code(self, code: str) -> None:
        """«Jeg har en kode fra før»: enter it."""
        self.button("Jeg har en kode fra før").click()
        self.widget.get_by_role("textbox", name="Koden din").fill(code)
        self.button("Hent fram").click()


# A teacher, a pupil of eight, a father who beats: what is pressed up to the summary.
TEACHER_CASE = (
    "Må jeg melde fra?",
    "Det pågår",
    "Skole",
    "Barn, 0–13",
    "Vold, trusler eller krenkelser flere",
    "Forelder",
    "Jeg har sett det",
    "Nei",
)
