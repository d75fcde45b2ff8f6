"""One script tag on a page of another origin."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.conversation import TEACHER_CASE
from tests.browser.host_page import HostPage
from tests.servers import Servers


def test_a_municipalitys_own_page_gets_the_whole_conversation_with_one_script_tag(
    visit: Visit, open_servers: Servers, host_page: HostPage
):
    person = visit(host_page.origin, allowed=(open_servers.url,))
    expect(person.turns).to_have_count(0)  # nothing begins before the person wants it
    launcher = person.button("Trygg samtale – spør anonymt")
    launcher.click()
    person.begun()
    expect(person.page.get_by_role("dialog", name="Trygg samtale")).to_be_visible()
    person.press(*TEACHER_CASE, "Det stemmer")
    download = person.download("Last ned Word")
    assert download.read_bytes()[:2] == b"PK"

    person.button("Lukk").click()
    expect(launcher).to_be_focused()
    launcher.click()
    expect(person.button("Last ned Word")).to_be_visible()  # closing the panel is not leaving


def test_a_page_of_an_origin_that_nobody_allowed_gets_no_conversation(
    visit: Visit, open_servers: Servers, host_page: HostPage
):
    stranger = visit(host_page.stranger, allowed=(open_servers.url,))
    stranger.watch.expected += ["CORS policy", "ERR_FAILED", "403"]
    stranger.button("Trygg samtale – spør anonymt").click()
    expect(stranger.part("problem")).to_contain_text("Vi får ikke åpnet samtalen akkurat nå")
    expect(stranger.turns).to_have_count(0)
