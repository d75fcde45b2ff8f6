"""The browser: Debian's Chromium, a context of its own for every person, and what each of them must never see."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conversation import Conversation
from tests.browser.host_page import HostPage
from tests.browser.watch import Watch
from tests.servers import Servers, running

# Chromium as root on a machine without a screen, silent on the network.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 20_000

Visit = Callable[..., Conversation]

expect.set_options(timeout=PATIENCE)


@pytest.hookimpl(trylast=True)  # after pytest has grouped the tests by their fixtures
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: as long as the browser is open, its event loop runs, and no other test may start one."""
    items.sort(key=lambda item: Path(__file__).parent in item.path.parents)


def chromium() -> str:
    """The installed Chromium. Raises AssertionError when there is none."""
    found = next(filter(None, map(shutil.which, PROGRAMS)), None)
    assert found, "The browser tests need Debian's chromium; bin/setup-tests installs it."
    return found


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return browser_type_launch_args | {"executable_path": chromium(), "args": ARGUMENTS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return browser_context_args | {"locale": "nb-NO", "reduced_motion": "reduce"}


@pytest.fixture
def visit(new_context: Callable[..., BrowserContext], servers: Servers) -> Iterator[Visit]:
    """Open an address as a new person.

    ``allowed``: other addresses that the page may call; ``lost``: calls that get no answer; ``clock``: whether the
    test moves the time; the rest is Playwright's for a context.
    """
    watches = []

    def visit(
        address: str = "", allowed: tuple[str, ...] = (), lost: str = "", clock: bool = False, **context: Any
    ) -> Conversation:
        address = address or servers.url
        browser = new_context(**context)
        browser.set_default_timeout(PATIENCE)
        watches.append(Watch(browser, address, *allowed))
        page = browser.new_page()
        if clock:
            page.clock.install()
        if lost:
            page.route(lost, lambda route: route.abort())
        page.goto(address)
        return Conversation(page, watches[-1])

    yield visit
    for watch in watches:
        watch.check()


@pytest.fixture
def person(visit: Visit) -> Conversation:
    """Somebody who has opened the page and been greeted."""
    return visit().begun()


@pytest.fixture(scope="session")
def host_page() -> Iterator[HostPage]:
    """A page on another server than the conversation's."""
    with HostPage() as page:
        yield page


@pytest.fixture(scope="session")
def open_servers(tmp_path_factory: pytest.TempPathFactory, host_page: HostPage) -> Iterator[Servers]:
    """Servers that let the host page in, and whose parts a test may stop and start."""
    origin = {"TRYGGSAMTALE_ALLOWED_ORIGINS": host_page.origin}
    with running(tmp_path_factory.mktemp("open_servers"), **origin) as servers:
        host_page.embed(servers.url)
        yield servers
