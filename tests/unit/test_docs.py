"""The documentation says what is there: names, links, rooms and the drawing are compared with the code."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest
from ruamel.yaml import YAML

from rasa_plugins.api_models import CALLS
from tryggsamtale.cli import main
from tryggsamtale.duties.drawing import draw
from tryggsamtale.duties.facts import NAMES
from tryggsamtale.settings import described

PROJECT = Path(__file__).parents[2]
PAGES = [PROJECT / "README.md", *sorted((PROJECT / "docs").glob("*.md"))]
MACHINE = re.compile(r"(?<![\w./-])/(work|root|tmp|home|Users|mnt|opt)/|pypi\.org|pythonhosted|registry\.npmjs")

each_page = pytest.mark.parametrize("document", PAGES, ids=lambda document: document.name)


@cache
def domain() -> dict:
    return YAML(typ="safe").load((PROJECT / "domain.yml").read_text(encoding="utf-8"))


def section(page: str, heading: str) -> str:
    """What stands under a heading, up to the next one of the same rank or higher."""
    text = (PROJECT / page).read_text(encoding="utf-8")
    rank = re.search(rf"^(#+) {re.escape(heading)}$", text, re.MULTILINE)
    assert rank, f"{page} has no heading «{heading}»"
    rest = text[rank.end():]
    end = re.search(rf"^#{{1,{len(rank[1])}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


def rows(page: str, heading: str) -> list[list[str]]:
    """The cells of the tables under a heading, without the heads."""
    lines = [line for line in section(page, heading).splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]
    heads = {number - 1 for number, line in enumerate(lines) if re.fullmatch(r"[|-]+", line)}
    return [row for number, row in enumerate(cells) if number not in heads and number - 1 not in heads]


def quoted(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def first_names(page: str, heading: str) -> list[str]:
    """What is quoted in the first column of the tables under a heading."""
    return [name for row in rows(page, heading) for name in quoted(row[0])]


def same(documented: list[str], real: list[str]) -> None:
    """Both name the same things; the message says what is missing and what no longer exists."""
    assert len(documented) == len(set(documented)), "named twice"
    missing, gone = set(real) - set(documented), set(documented) - set(real)
    assert not missing and not gone, f"missing: {missing}, gone: {gone}"


# names


def test_every_setting_is_documented_with_its_default():
    cells = {quoted(row[0])[0]: row[1] for row in rows("docs/reference.md", "Innstillinger")}
    assert cells == {one.variable: f"`{one.default}`" if one.default else "ingen" for one in described()}


def test_every_command_is_documented_with_its_options():
    table = rows("docs/reference.md", "Kommandolinjen")
    documented = {quoted(row[0])[0]: row[2] if len(row) > 2 else "" for row in table}
    same(list(documented), list(main.commands))
    for name, command in main.commands.items():
        options = [option for one in command.params if isinstance(one, click.Option) for option in one.opts]
        assert sorted(re.findall(r"--[a-z-]+", documented[name])) == sorted(options)


def test_every_fact_of_an_assessment_is_documented():
    same(quoted(section("docs/reference.md", "Kommandolinjen").partition("Fakta inn til `plikt`")[2]), list(NAMES))


def test_every_make_target_is_documented():
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    targets = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[1].split()
    same(first_names("docs/reference.md", "Make"), [f"make {target}" for target in targets])


def test_every_call_of_the_api_is_documented():
    documented = first_names("docs/reference.md", "HTTP")
    calls = [f"{method.upper()} {path}" for method, path, *_ in CALLS]
    same([name for name in documented if not name.startswith("/")], calls)


@pytest.mark.parametrize(
    "heading, kind", [("Hensikter", "intents"), ("Felter", "slots"), ("Skjemaer", "forms"), ("Handlinger", "actions")]
)
def test_every_name_of_the_bot_is_documented(heading, kind):
    same(first_names("docs/reference.md", heading), list(domain()[kind]))


def test_every_entity_is_documented():
    assert set(domain()["entities"]) <= set(quoted(section("docs/reference.md", "Hensikter")))


def test_the_documented_payloads_are_ones_the_bot_knows():
    payloads = [name for name in first_names("docs/reference.md", "HTTP") if name.startswith("/")]
    for payload in payloads:
        name, brace, rest = payload.strip("/").partition("{")
        assert name in domain()["intents"]
        if brace:
            assert set(json.loads(brace + rest)) <= set(domain()["entities"])
    pressed = quoted_intents("data/pressed.yml") - {"gjenoppta", "skjuling"}  # the channel makes those itself
    assert pressed <= {payload.strip("/").partition("{")[0] for payload in payloads}


def quoted_intents(file: str) -> set[str]:
    data = YAML(typ="safe").load((PROJECT / file).read_text(encoding="utf-8"))
    return {entry["intent"] for entry in data["nlu"]}


def test_every_attribute_of_the_widget_is_documented():
    source = (PROJECT / "widget" / "src" / "element.ts").read_text(encoding="utf-8")
    properties = source.partition("static override properties = {")[2].partition("};")[0]
    attributes = {
        re.search(r'attribute: "([\w-]+)"', line)[1] if "attribute:" in line else line.split(":")[0].strip()
        for line in properties.strip().splitlines() if "state: true" not in line
    }
    same(first_names("docs/innbygging.md", "Samtalevinduet på siden"), sorted(attributes))


def test_every_package_is_chosen_for_a_reason():
    project = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    lists = re.findall(r"^(?:dependencies|dev) = \[(.+?)\]", project, re.MULTILINE | re.DOTALL)
    python = [re.match(r"[\w-]+", name)[0] for names in lists for name in re.findall(r'"(.+?)"', names)]
    widget = json.loads((PROJECT / "widget" / "package.json").read_text(encoding="utf-8"))
    same(first_names("docs/decisions.md", "Libraries"), [*python, *widget["dependencies"], *widget["devDependencies"]])


# rooms


def folders() -> Iterator[str]:
    """The folders of the repository, the packages of the domain, and the kinds of tests."""
    lines = (PROJECT / ".gitignore").read_text(encoding="utf-8").splitlines()
    ignored = {line.strip("/") for line in lines if line.endswith("/")}
    for place in (PROJECT, PROJECT / "tryggsamtale"):
        for folder in place.iterdir():
            hidden = folder.name.startswith(".") and folder.name != ".ci"
            if folder.is_dir() and not hidden and folder.name not in ignored and not folder.name.endswith(".egg-info"):
                yield f"{folder.relative_to(PROJECT)}/"


def test_every_folder_is_a_room_with_a_purpose():
    documented = first_names("docs/architecture.md", "Rooms")
    modules = [f"tryggsamtale/{module.name}" for module in (PROJECT / "tryggsamtale").glob("[a-z]*.py")]
    bot = [file.name for file in PROJECT.glob("*.yml") if file.name != "kommune.yml"]
    same(documented, [*(folder for folder in folders() if folder != "tryggsamtale/"), *modules, *bot])


def test_the_readme_shows_every_top_folder():
    top = {folder for folder in folders() if folder.count("/") == 1}
    assert top <= set(first_names("README.md", "Hvor ting er"))


def test_every_kind_of_test_is_named():
    kinds = {f"{folder.name}/" for folder in (PROJECT / "tests").iterdir() if folder.is_dir() and folder.name[0] != "_"}
    row = next(row for row in rows("docs/architecture.md", "Rooms") if row[0] == "`tests/`")
    assert kinds <= set(quoted(row[1]))


# pages


def links(page: Path) -> list[str]:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if not re.match(r"[a-z]+:", link)]


def anchors(page: Path) -> set[str]:
    """The headings as addresses: lower case, spaces as hyphens, no punctuation."""
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@each_page
def test_every_link_and_picture_leads_somewhere(document):
    for link in links(document):
        file, _, anchor = link.partition("#")
        target = document.parent / file if file else document
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_every_page_is_found_from_the_readme():
    found = {(PROJECT / link.partition("#")[0]).resolve() for link in links(PROJECT / "README.md")}
    assert {page for page in (PROJECT / "docs").iterdir() if page.suffix != ".png"} <= found


@each_page
def test_a_page_names_no_machine(document):
    assert not MACHINE.search(document.read_text(encoding="utf-8"))


def test_the_drawing_shows_the_rules_as_they_are():
    drawn = (PROJECT / "docs" / "plikt.svg").read_text(encoding="utf-8")
    assert drawn == draw(), "run «tryggsamtale tegn»"
