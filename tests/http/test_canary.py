"""Identifiers typed everywhere come out nowhere: not from the disk, a log, a document, or an answer."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

import httpx
import pytest

from tests.http.conftest import talkative
from tests.http.identifiers import needles, structured, told
from tests.servers import Servers
from tests.talk import Talk
from tryggsamtale.running.project import PROJECT
from tryggsamtale.storage.codes import ReceiptCode
from tryggsamtale.storage.database import connect
from tryggsamtale.storage.receipts import Receipts
from tryggsamtale.storage.tables import sessions
from tryggsamtale.storage.vault import SealedRows

REPORTED = (
    "Må jeg melde fra?", "Det pågår", "Skole", "Barn, 0–13", "Vold, trusler eller krenkelser flere", "Forelder",
    "Jeg har sett det", "Nei", "Det stemmer", "Ja, lagre",
)
DISCUSSED = (
    "Drøfte en sak", "Nei", "Skole", "Barn på begge sider", "6–12", "13–15", "Tegn", "Ja, behold", "Gult",
    "De er søsken", "Nei", "De siste dagene", "Ja", "Skole", "Nei", "Ja, behold", "Samrådsmøte", "Det stemmer",
    "Ja, lagre",
)
WALKED = (
    "Forberede eller øve", "Gå gjennom", "Ja, den er holdt", "Trygghetsguide", "Ja", "Ja", "Under 16", "Ja",
    "Nei, ingen", "Alle", "Ja, behold", "Inviter", "Ja, behold", "Ingen", "Noe annet", "Ja, behold", "Ja, behold",
    "Si hvem de ringer", "Støtte", "Melding", "Hver uke", "Hverdager på dagtid", "Ja, behold",
    "Si at programmet slutter", "Trusler", "Om en uke", "Det stemmer", "Ja, lagre",
)
REHEARSED = (
    "Forberede eller øve", "Øve", "Balder", "Vanl", "Ja, underveis", "Hint", "Hint", "Prøv igjen herfra", "Pause",
)
FINISHED = ("Hint", "Prøv igjen herfra", "Ferdig", "Ja, lagre")
DIALOGUES = {"plikt": REPORTED, "drofting": DISCUSSED, "trygghetssamtale": WALKED, "øving": REHEARSED}
"""What is pressed in each, an identifier or more being typed before."""
SEEDS = (196, 197)
"""Of the identifiers: so many that every text that is asked for has some of its own."""


@dataclass(frozen=True)
class Watched:
    """Servers, and all that their database has written."""

    servers: Servers
    database_bytes: Callable[[], bytes]


@dataclass
class Canary:
    """What was typed, and everything that came back or was left."""

    typed: list[str] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    documents: dict[str, bytes] = field(default_factory=dict)
    opened: dict[str, bytes] = field(default_factory=dict)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def watched(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """Talkative servers over each of the two databases."""
    if request.param == "sqlite":
        strict = request.getfixturevalue("strict")
        yield Watched(strict, lambda: b"".join(file.read_bytes() for file in strict.folder.glob("tryggsamtale.db*")))
        return
    cluster = request.getfixturevalue("cluster")
    with cluster.fresh() as url, talkative(tmp_path_factory.mktemp("canary"), TRYGGSAMTALE_DATABASE_URL=url) as servers:
        yield Watched(servers, cluster.bytes_on_disk)


@pytest.fixture(scope="module")
def canary(watched: Watched) -> Canary:
    """Dialogues with five identifiers typed in every step, one of them resumed, and calls that are none."""
    found, servers = Canary(), watched.servers
    numbers, sentences = (chain.from_iterable(map(made, SEEDS)) for made in (structured, told))

    def hear(response: httpx.Response) -> None:
        response.read()
        found.answers.append(response.text)

    def typing() -> str:
        three, (sentence, names) = list(islice(numbers, 3)), next(sentences)
        found.typed.extend(three + names)
        numbered = f"Merk deg dette: {' og '.join(three)}." if three else ""
        return f"{sentence} {numbered}".strip()

    with httpx.Client(base_url=servers.url, timeout=60, event_hooks={"response": [hear]}) as client:
        talks: dict[str, Talk] = {}
        for flow, titles in DIALOGUES.items():
            talks[flow] = talk = Talk(client)
            code = gone_through(talk, titles, typing, found)
            talk.say(typing())
            talks[f"{flow}, fetched"] = back = Talk(client, code=code)
            found.documents |= files_of(back)
            found.secrets += [talk.token, back.token]
            found.codes.append(code)
        found.codes.append(gone_through(back, FINISHED, typing, found))
        misused(client, talk, structured()[0])
    engine = connect(servers.database_url)
    rows = SealedRows(engine, sessions)
    found.opened = {f"session of {name}": rows.get(talk.token.encode()) for name, talk in talks.items()}
    found.secrets += [form for code in found.codes for form in (code, code.replace("-", ""))]
    for code in found.codes:
        kept = Receipts(engine).open(ReceiptCode.read(code))
        found.opened[f"output {kept['kind']}"] = json.dumps(kept, ensure_ascii=False).encode()
    return found


def gone_through(talk: Talk, titles: tuple[str, ...], typing: Callable[[], str], found: Canary) -> str:
    """A dialogue from its first button to what is kept: its code."""
    offered: dict[str, str] = {}
    for title in titles:
        offered |= {one["title"]: one["payload"] for one in talk.offers}
        assert talk.send({"text": typing()}).status_code == 200
        if talk.step == "forslag" and title != "Det stemmer":
            press(talk, "Nei, spør meg heller", {})
        press(talk, title, offered)
        found.documents |= files_of(talk)
    return talk.turn["receipt"]


def files_of(talk: Talk) -> dict[str, bytes]:
    """All documents of the last turn, in every format."""
    return {
        f"{one['kind']} {one['id']}.{kind}": talk.client.get(
            f"/api/documents/{one['id']}.{kind}", headers=talk.headers).content
        for one in talk.turn.get("documents", []) for kind in one["formats"]
    }


def press(talk: Talk, title: str, offered: dict[str, str]) -> None:
    """Press what was offered before or after the identifiers were typed."""
    offered = offered | {one["title"]: one["payload"] for one in talk.offers}
    fitting = sorted((name for name in offered if name.startswith(title)), key=len)
    assert fitting, (title, talk.step, sorted(offered))
    assert talk.send({"payload": offered[fitting[0]]}).status_code == 200


def misused(client: httpx.Client, talk: Talk, number: str) -> None:
    """Identifiers where nobody asks for any."""
    for response in (
        client.post("/api/sessions/resume", json={"code": number}),
        client.post("/api/sessions", json={"locale": number}),
        client.post("/api/sessions", json={number: number}),
        client.post("/api/sessions", content=number, headers={"Content-Type": "application/json"}),
        client.post("/api/sessions", content=number, headers={"Content-Type": number}),
        client.get(f"/api/documents/{number}.docx", headers=talk.headers),
        client.get(f"/{number}?q={number}"), client.get(f"/widget/{number}.js"), client.request("PUT", f"/{number}"),
        client.get("/api/messages", headers={"Authorization": f"Bearer {number}"}),
        client.get("/api/messages", headers={"Origin": f"https://{number}.no"}),
        talk.send({"payload": f"/{number}"}), talk.send({"payload": f'/svar{{"felt": "{number}"}}'}),
        talk.send({"payloads": [number]}), talk.send({"text": number, "payload": number}),
        talk.send({"text": number * 400}),
    ):
        assert 400 <= response.status_code < 500 and number not in response.text


def traces(canary: Canary, secrets: bool = True) -> Callable[[bytes | str], list[str]]:
    words = [needle for one in canary.typed for needle in needles(one)] + (canary.secrets if secrets else [])

    def traces_in(content: bytes | str) -> list[str]:
        text = content.decode("utf-8", "replace") if isinstance(content, bytes) else content
        return [word for word in words if word in text]

    return traces_in


def unzipped(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def test_enough_was_typed(canary: Canary):
    assert len(set(canary.typed)) >= 200


def test_answers_show_masks_and_no_identifier(canary: Canary):
    traces_in = traces(canary, secrets=False)
    assert [found for answer in canary.answers for found in traces_in(answer)] == []
    answers = "".join(canary.answers)
    assert all(tag in answers for tag in ("[telefonnummer]", "[f\\u00f8dselsnummer]", "[person 1]", "[barnehage 1]"))


def test_the_database_holds_none(canary: Canary, watched: Watched):
    written = watched.database_bytes()
    assert b"sessions" in written
    assert traces(canary)(written) == []


def test_what_is_kept_sealed_holds_none(canary: Canary):
    traces_in = traces(canary, secrets=False)
    assert {name: traces_in(content) for name, content in canary.opened.items()} == dict.fromkeys(canary.opened, [])
    outputs = {name: content for name, content in canary.opened.items() if name.startswith("output")}
    kinds = ("pliktvurdering", "drofting", "trygghetssamtale", "pause", "ovelse")
    assert set(outputs) == {f"output {kind}" for kind in kinds}
    assert all(secret.encode() not in content for secret in canary.secrets for content in outputs.values())
    assert canary.codes[0].encode() not in canary.opened["session of plikt"]


def test_documents_hold_none(canary: Canary):
    traces_in = traces(canary)
    contents = {name: unzipped(one) if name.endswith("docx") else one for name, one in canary.documents.items()}
    # Given and fetched again: one document, all in one with two parts, the form with its dates. Given: the feedback.
    assert len(contents) >= 2 * 3 + 2 * 9 + 2 * 7 + 3
    assert {name: traces_in(content) for name, content in contents.items()} == dict.fromkeys(contents, [])


def test_logs_at_their_most_talkative_hold_none(canary: Canary, watched: Watched):
    log = watched.servers.log()
    assert log
    assert traces(canary)(log) == []


def test_temporary_files_and_the_model_hold_none(canary: Canary, watched: Watched):
    traces_in = traces(canary)
    left = [path for path in (watched.servers.folder / "tmp").rglob("*") if path.is_file()]
    assert [path for path in left if traces_in(path.read_bytes())] == []
    for path in (PROJECT / "models").glob("*.tar.gz"):
        with tarfile.open(path) as model:
            for member in filter(tarfile.TarInfo.isfile, model):
                assert traces_in(model.extractfile(member).read()) == []
