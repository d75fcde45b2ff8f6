"""How long a whole turn takes, beside two peers in one run: `make bench`.

Compared are this bot (channel, border, understanding, form, action server, database), a greeting to the bot that
`rasa init` makes with its default pipeline, and a bare Sanic echo. The three take turns, so that a noisy machine is
noisy for all; what counts are the ratios. Then: is a turn as quick late in a conversation as early, how long does a
start take, and how much memory do both processes hold.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import httpx
import psutil

from tests.servers import PROJECT, Servers, free_port
from tests.talk import Talk
from tests.unit.rehearsal.talks import script

PEER = PROJECT / ".cache" / "benchmarks" / "rasa-init"
ROUNDS = 60
LONG_CONVERSATION = 500
WINDOW = 10
"""Turns around an early and a late one that the medians are taken over."""

ECHO = """
import sys
from sanic import Sanic
from sanic.response import json
app = Sanic("echo", configure_logging=False)
@app.post("/")
async def echo(request):
    return json(request.json)
app.run("127.0.0.1", int(sys.argv[1]), access_log=False)
"""


def milliseconds(call: Callable[[], object]) -> float:
    """How long the call takes."""
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


def until_it_answers(call: Callable[[], httpx.Response], seconds: float = 240) -> float:
    """Seconds until the call answers below 500. Raises TimeoutError when it never does."""
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        try:
            if call().status_code < 500:
                return time.monotonic() - began
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise TimeoutError("a server did not answer")


def rasa(*arguments: str) -> list[str]:
    """The command line of Rasa in this environment."""
    return [sys.executable, "-m", "rasa", *arguments]


def make_peer() -> None:
    """The bot of `rasa init`, trained once with its default pipeline."""
    if not list(PEER.glob("models/*.tar.gz")):
        PEER.mkdir(parents=True, exist_ok=True)
        print("Trener «rasa init»-boten, et par minutter første gang …", flush=True)
        subprocess.run(rasa("init", "--no-prompt", "--init-dir", str(PEER)), check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, env={**os.environ, "RASA_TELEMETRY_ENABLED": "false"})


def row(name: str, times: list[float], base: float | None = None) -> str:
    """One line of the table: median, 95th percentile and, beside a peer, the ratio of medians."""
    median, late = statistics.median(times), statistics.quantiles(times, n=20)[18]
    ratio = f"{median / base:>8.2f}" if base else ""
    return f"{name:<34}{median:>9.1f}{late:>9.1f}{ratio}"


def turns(servers: Servers, peer: str, echo: str) -> None:
    """The table of turns."""
    with servers.client() as client, httpx.Client(timeout=60) as other:
        talk = Talk(client)
        talk.press("Må jeg melde fra?")
        talk.press("Det pågår")
        outside, rehearsal = Talk(client), begun(client)
        said = chain(script("god_guide"), script("god_guide_nn"))
        first = milliseconds(lambda: rehearsal.say("Hei, så fint at du kom."))
        choose = next(one["payload"] for one in talk.turn["input"]["options"] if one["title"].startswith("Skole"))
        greetings, again = iter(range(ROUNDS)), iter(range(ROUNDS))

        def greet(sender: str) -> httpx.Response:
            return other.post(f"{peer}/webhooks/rest/webhook", json={"sender": sender, "message": "hello"})

        measured: dict[str, list[float]] = {}
        calls = {
            "knapp i skjema": lambda: talk.send({"payload": choose}),
            "tilbake i skjema": lambda: talk.send({"payload": "/tilbake"}),
            "tekst i skjema": lambda: talk.send({"text": "hva betyr taushetsplikt for meg?"}),
            "replikk i øving": lambda: rehearsal.say(next(said)),
            "tekst utenfor skjema": lambda: outside.send({"text": "hva er konsultasjonsteam?"}),
            "rasa init: hilsen": lambda: greet(f"s{next(greetings)}"),
            "rasa init: hilsen, andre tur": lambda: greet(f"s{next(again)}"),
            "Sanic: ekko": lambda: other.post(echo, json={"text": "hello"}),
        }
        for _ in range(ROUNDS):
            for name, call in calls.items():
                measured.setdefault(name, []).append(milliseconds(call))
    base = statistics.median(measured["rasa init: hilsen"])
    print(f"\n{'en hel tur, millisekunder':<34}{'median':>9}{'p95':>9}{'/ init':>8}")
    for name, times in measured.items():
        print(row(name, times, base))
    print(f"den aller første replikken i en øving: {first:.1f} ms")


def begun(client: httpx.Client) -> Talk:
    """A rehearsal in which nothing has been said."""
    talk = Talk(client)
    for title in ("Forberede eller øve", "Øve", "Balder", "Vanl", "Ja, underveis"):
        talk.press(title)
    return talk


def long_conversation(servers: Servers) -> None:
    """Is turn 200 as quick as turn 5, and turn 500?"""
    with servers.client() as client:
        talk = Talk(client)
        talk.press("Må jeg melde fra?")
        talk.press("Det pågår")
        payload = next(one["payload"] for one in talk.turn["input"]["options"] if one["title"].startswith("Skole"))
        bodies = ({"payload": payload}, {"text": "hva betyr taushetsplikt for meg?"}, {"payload": "/tilbake"})
        times = [milliseconds(lambda n=n: talk.send(bodies[n % 3])) for n in range(LONG_CONVERSATION + WINDOW)]
    early = statistics.median(times[5:5 + 3 * WINDOW])
    print(f"\n{'samme samtale, median over turer':<34}{'ms':>9}{'/ tidlig':>9}")
    for turn in (5, 200, LONG_CONVERSATION - 2 * WINDOW):
        median = statistics.median(times[turn:turn + 3 * WINDOW])
        print(f"{f'fra tur {turn}':<34}{median:>9.1f}{median / early:>9.2f}")


def memory(servers: Servers) -> float:
    """MiB that both processes hold (proportional set size where the system tells it)."""
    total = 0
    for process in servers.processes:
        info = psutil.Process(process.pid).memory_full_info()
        total += getattr(info, "pss", info.rss)
    return total / 2**20


def main() -> None:
    make_peer()
    peer_port, echo_port = free_port(), free_port()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    peer = subprocess.Popen(
        rasa("run", "--port", str(peer_port), "-i", "127.0.0.1"), cwd=PEER, **quiet,
        env={**os.environ, "RASA_TELEMETRY_ENABLED": "false"},
    )
    echo = subprocess.Popen([sys.executable, "-c", ECHO, str(echo_port)], **quiet)
    try:
        until_it_answers(lambda: httpx.get(f"http://127.0.0.1:{peer_port}/"))
        with tempfile.TemporaryDirectory() as folder:
            servers = Servers(Path(folder))
            try:
                began = time.monotonic()
                servers.start()
                first = time.monotonic() - began
                turns(servers, f"http://127.0.0.1:{peer_port}", f"http://127.0.0.1:{echo_port}/")
                long_conversation(servers)
                print(f"\nfra start til klar: {first:.1f} s; minne for begge prosesser: {memory(servers):.0f} MiB")
            finally:
                servers.stop()
    finally:
        for process in (peer, echo):
            process.terminate()
            process.wait()


if __name__ == "__main__":
    print(json.dumps({"kjerner": psutil.cpu_count(), "python": sys.version.split()[0]}))
    main()
