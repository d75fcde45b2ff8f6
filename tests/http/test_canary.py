"""Identifiers typed everywhere come out nowhere: not from the disk, a log, a document, or an answer."""

from __future__ import annotations

import io
import json
import random
import re
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice

import httpx
import pytest

from tests.servers import Servers
from tests.talk import Talk
from tryggsamtale.running.project import PROJECT
from tryggsamtale.storage.codes import ReceiptCode
from tryggsamtale.storage.database import connect
from tryggsamtale.storage.receipts import Receipts
from tryggsamtale.storage.tables import sessions
from tryggsamtale.storage.vault import SealedRows

STEPS = (
    "Må jeg melde fra?", "Det pågår", "Skole", "Barn, 0–13", "Vold, trusler eller krenkelser flere", "Forelder",
    "Jeg har sett det", "Nei", "Det stemmer", "Ja, lagre",
)


def identifiers(seed: int = 196) -> list[str]:
    """A hundred different identifiers of every structured type, as people write them."""
    dice = random.Random(seed)

    def digits(number: int) -> str:
        return "".join(dice.choices("0123456789", k=number))

    def fnr(day: int, month: int) -> str:
        return f"{dice.randint(1, 28) + day:02}{dice.randint(1, 12) + month:02}{dice.randint(10, 99)}{digits(5)}"

    def grouped(value: str, *sizes: int, by: str = " ") -> str:
        return by.join(value[sum(sizes[:i]):sum(sizes[: i + 1])] for i in range(len(sizes)))

    def mobile() -> str:
        return dice.choice("49") + digits(7)

    def word() -> str:
        return "".join(dice.choices("bdfgklmnprst", k=3) + dice.choices("aeiouy", k=2)) + digits(3)

    found: list[str] = []
    for day, month in ((0, 0), (40, 0), (0, 40), (0, 80), (40, 40)):
        found += [fnr(day, month), grouped(fnr(day, month), 6, 5), grouped(fnr(day, month), 2, 2, 2, 3, 2, by=".")]
    for sizes in ((8,), (3, 2, 3), (2, 2, 2, 2), (4, 4), (2, 3, 3), (1, 1, 1, 1, 1, 1, 1, 1)):
        found += [grouped(mobile(), *sizes), grouped(mobile(), *sizes, by="-") if len(sizes) > 1 else mobile()]
    found += [f"+47 {grouped(mobile(), 3, 2, 3)}", f"0047{mobile()}", f"+47{mobile()}", f"({mobile()})"]
    found += [f"{word()}.{word()}@{host}" for host in ("gmail.com", "skole.kommune.no", "hotmail.no")]
    found += [f"{word()} (at) {word()}.no", f"{word()}@{word()}.com", f"{word()}_{word()}@online.no"]
    found += [grouped(digits(11), 4, 2, 5, by=by) for by in (".", " ", ".")]
    found += [f"{letters}{digits(5)}" for letters in ("EK ", "DR", "zt ", "BS-")]
    found += [f"{street} {dice.randint(100, 999)}" for street in ("Storgata", "Kirkeveien", "Bjørkelia", "Fjellbakken")]
    found += [f"Nedre Skogveg {dice.randint(100, 999)}B"]
    found += [f"@{word()}" for _ in range(5)] + [f"snap: {word()}x" for _ in range(3)]
    found += [f"https://www.{word()}.no/{word()}", f"http://{word()}.com", f"www.facebook.com/{word()}"]
    found += [f"{word()}.no/{word()}"]
    found += [f"saksnummer 20{digits(2)}/{digits(5)}" for _ in range(3)] + [f"24-{digits(6)}TVI-TOSL/08"]
    found += [f"{dice.randint(1, 28):02}.{dice.randint(1, 12):02}.20{dice.randint(10, 25)}" for _ in range(4)]
    found += [f"{dice.randint(1, 28)}. {month} 20{dice.randint(10, 25)}" for month in ("januar", "mars", "desember")]
    return list(dict.fromkeys(found))


def needles(identifier: str) -> list[str]:
    """What of an identifier tells who it is: its core as typed, and its digits where they are many."""
    core = re.sub(r"^(snap: |saksnummer |@|\+47 ?|0047|https?://|\()|\)$", "", identifier)
    number = re.sub(r"\D", "", core)
    return [core, number] if len(number) >= 8 and not re.search(r"[a-zæøå]{3}", core) else [core]


@dataclass
class Canary:
    """What was typed, and everything that came back or was left."""

    typed: list[str] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    documents: dict[str, bytes] = field(default_factory=dict)
    opened: dict[str, bytes] = field(default_factory=dict)


@pytest.fixture(scope="module")
def canary(strict: Servers) -> Canary:
    """Dialogues with three identifiers typed in every step, one of them resumed, and calls that are none."""
    found, waiting = Canary(), iter(identifiers())

    def hear(response: httpx.Response) -> None:
        response.read()
        found.answers.append(response.text)

    def typing() -> str:
        three = list(islice(waiting, 3))
        found.typed.extend(three)
        return "Merk deg dette: " + " og ".join(three) + "." if three else "hei"

    with httpx.Client(base_url=strict.url, timeout=60, event_hooks={"response": [hear]}) as client:
        talk, offered = Talk(client), {}
        for title in STEPS:
            offered |= {one["title"]: one["payload"] for one in talk.offers}
            assert talk.send({"text": typing()}).status_code == 200
            press(talk, title, offered)
            if talk.turn.get("receipt"):
                code = talk.turn["receipt"]
            if talk.turn.get("documents"):
                for kind in ("docx", "html", "json"):
                    found.documents[kind] = talk.document(kind).content
        talk.say(typing())
        back = Talk(client, code=code)
        found.documents |= {f"kept.{kind}": back.document(kind).content for kind in ("html", "json", "docx")}
        while (text := typing()) != "hei":
            back.say(text)
        misused(client, talk, identifiers()[0])
        found.secrets += [talk.token, back.token, code, code.replace("-", "")]
    engine = connect(strict.database_url)
    rows = SealedRows(engine, sessions)
    found.opened = {f"session {number}": rows.get(one.token.encode()) for number, one in enumerate((talk, back))}
    found.opened["output"] = json.dumps(Receipts(engine).open(ReceiptCode.read(code)), ensure_ascii=False).encode()
    return found


def press(talk: Talk, title: str, offered: dict[str, str]) -> None:
    """Press what was offered before or after the identifiers were typed."""
    offered = offered | {one["title"]: one["payload"] for one in talk.offers}
    payload = next(payload for name, payload in offered.items() if name.startswith(title))
    assert talk.send({"payload": payload}).status_code == 200


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
    assert len(set(canary.typed)) >= 60


def test_answers_show_masks_and_no_identifier(canary: Canary):
    traces_in = traces(canary, secrets=False)
    assert [found for answer in canary.answers for found in traces_in(answer)] == []
    assert "[telefonnummer]" in "".join(canary.answers) and "[f\\u00f8dselsnummer]" in "".join(canary.answers)


def test_the_database_holds_none(canary: Canary, strict: Servers):
    traces_in = traces(canary)
    files = sorted(strict.folder.glob("tryggsamtale.db*"))
    assert [file.suffix for file in files] == [".db", ".db-shm", ".db-wal"]
    assert {file.name: traces_in(file.read_bytes()) for file in files} == {file.name: [] for file in files}


def test_what_is_kept_sealed_holds_none(canary: Canary):
    traces_in = traces(canary, secrets=False)
    assert {name: traces_in(content) for name, content in canary.opened.items()} == dict.fromkeys(canary.opened, [])
    assert all(secret.encode() not in canary.opened["output"] for secret in canary.secrets)
    assert canary.secrets[2].encode() not in canary.opened["session 0"]


def test_documents_hold_none(canary: Canary):
    traces_in = traces(canary)
    contents = {name: unzipped(one) if name.endswith("docx") else one for name, one in canary.documents.items()}
    assert len(contents) == 6
    assert {name: traces_in(content) for name, content in contents.items()} == dict.fromkeys(contents, [])


def test_logs_at_their_most_talkative_hold_none(canary: Canary, strict: Servers):
    assert strict.log()
    assert traces(canary)(strict.log()) == []


def test_temporary_files_and_the_model_hold_none(canary: Canary, strict: Servers):
    traces_in = traces(canary)
    left = [path for path in (strict.folder / "tmp").rglob("*") if path.is_file()]
    assert [path for path in left if traces_in(path.read_bytes())] == []
    for path in (PROJECT / "models").glob("*.tar.gz"):
        with tarfile.open(path) as model:
            for member in filter(tarfile.TarInfo.isfile, model):
                assert traces_in(model.extractfile(member).read()) == []
