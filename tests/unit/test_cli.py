"""The command `tryggsamtale` as the contract describes it, run as a command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).with_name("tryggsamtale")
CASE = {"rolle": "larer_offentlig", "utsatt": "barn", "alder": 8, "handling": "vold_gjentatt", "relasjon": "forelder",
        "tid": "pagar", "sikkerhet": "vet"}


def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess:
    command = [COMMAND, *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, encoding="utf-8", timeout=120)


def test_text_is_masked_line_for_line():
    done = run("mask", stdin="ring 913 22 456\n\ningen ting her\n")
    assert done.stdout.splitlines() == ["ring [telefonnummer]", "", "ingen ting her"]


def test_masked_spans_have_the_offsets_of_the_input():
    line = "mail: kari.test@eksempel.no nå"
    answer = json.loads(run("mask", "--json", stdin=line + "\n").stdout)
    assert [(line[span["start"]:span["end"]], span["type"]) for span in answer["spans"]] == [
        ("kari.test@eksempel.no", "EMAIL")
    ]


def test_danger_is_told_message_for_message_with_a_reason_that_quotes_nothing():
    lines = ["han har kniv og slår henne nå", "", "hva er nummeret til politiet"]
    answers = [json.loads(line) for line in run("acute", stdin="\n".join(lines) + "\n").stdout.splitlines()]
    assert [answer["acute"] for answer in answers] == [True, False, False]
    assert all(set(answer) == {"acute", "reason"} and answer["reason"] for answer in answers)


def test_a_duty_assessment_has_a_verdict_with_paragraphs_for_each_duty():
    answer = json.loads(run("plikt", "-", stdin=json.dumps(CASE)).stdout)
    for duty in ("opplysningsplikt_barnevern", "avvergingsplikt", "nodetater"):
        assert answer[duty]["verdict"] and answer[duty]["paragraphs"] and answer[duty]["reason"]
    assert answer["opplysningsplikt_barnevern"]["verdict"] == "plikt"
    assert answer["law_as_of"] == "2026-07-02"


def test_many_cases_are_read_as_json_lines_and_from_a_file(tmp_path: Path):
    (tmp_path / "facts.json").write_text("\n".join([json.dumps(CASE)] * 3), encoding="utf-8")
    assert len(run("plikt", str(tmp_path / "facts.json")).stdout.splitlines()) == 3


def test_an_earlier_day_is_judged_by_the_law_of_that_day():
    case = {"rolle": "privatperson", "utsatt": "voksen", "handling": "tvangsekteskap", "tid": "forestaende",
            "sikkerhet": "mest_sannsynlig"}
    verdicts = [
        json.loads(run("plikt", "-", "--date", day, stdin=json.dumps(case)).stdout)["avvergingsplikt"]["verdict"]
        for day in ("2020-06-01", "2026-07-02")
    ]
    assert verdicts == ["ikke_plikt_men_rett", "plikt"]


@pytest.mark.parametrize(("facts", "named"), [
    ('{"rolle": "tull"}', "rolle"), ('{"alder": -1}', "alder"), ('{"tull": 1}', "tull"), ("[1]", "JSON-objekt"),
    ('{"handling": ["vold_enkelt"]}', "handling"), ("{", "gyldig JSON"), ('{"relasjon": 7}', "relasjon"),
])
def test_impossible_facts_are_a_clear_error_that_names_the_field(facts: str, named: str):
    done = run("plikt", "-", stdin=facts)
    assert done.returncode == 1
    assert named in done.stderr
    assert "Traceback" not in done.stderr


def test_facts_are_read_from_a_story_with_the_words_they_come_from_and_can_be_judged():
    story = "Jeg er lærer. En elev på 8 år sier at faren slår ham hver uke."
    done = run("facts", stdin=story + "\n")
    answer = json.loads(done.stdout)
    assert answer["facts"]["rolle"] == "larer_offentlig"
    assert all(words in story for words in answer["evidence"].values())
    assert json.loads(run("plikt", "-", stdin=done.stdout).stdout)["opplysningsplikt_barnevern"]["verdict"] == "plikt"


def test_moves_are_read_line_for_line():
    answers = [json.loads(line) for line in run("moves", stdin="Ring 112 hvis det haster.\n\n").stdout.splitlines()]
    assert answers == [
        {"points": ["d4"], "question": "none", "empathy": False, "bad": None},
        {"points": [], "question": "none", "empathy": False, "bad": None},
    ]


def test_a_rehearsal_is_reviewed_from_a_file_and_from_stdin(tmp_path: Path):
    talk = "Ring 112 hvis det haster.\nEr du redd?\n"
    (tmp_path / "ovelse.txt").write_text(talk, encoding="utf-8")
    answer = json.loads(run("review", str(tmp_path / "ovelse.txt")).stdout)
    assert set(answer) == {"covered", "missed", "a4_before_b1", "questions", "open_share", "bad"}
    assert "d4" in answer["covered"] and answer["questions"]["closed"] == 1 and answer["open_share"] == 0
    assert json.loads(run("review", "-", stdin=talk).stdout) == answer


@pytest.mark.parametrize("command", ["stats", "purge"])
def test_upkeep_prints_json_without_content(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TRYGGSAMTALE_DATABASE_URL", f"sqlite:///{tmp_path / 'x.db'}")
    assert isinstance(json.loads(run(command).stdout), dict)


def test_the_drawing_in_the_documentation_is_the_one_the_rules_give(tmp_path: Path):
    run("tegn", str(tmp_path / "plikt.svg"))
    drawn = (tmp_path / "plikt.svg").read_text(encoding="utf-8")
    assert drawn == (Path(__file__).parents[2] / "docs" / "plikt.svg").read_text(encoding="utf-8")
