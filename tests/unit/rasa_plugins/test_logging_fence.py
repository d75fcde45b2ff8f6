"""The fence around the logs, in a process of its own, as it cannot be taken down again."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tryggsamtale.running.project import PROJECT

WORD = "Banansplitt"
START = """
import logging, warnings
logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", level="DEBUG")
logging.captureWarnings(True)
from rasa_plugins import logging_fence
logging_fence.put_up()
def fail():
    try:
        open("/Banansplitt")
    except OSError as error:
        raise ValueError("Banansplitt") from error
"""


def logged(code: str) -> str:
    run = subprocess.run([sys.executable, "-c", START + code], cwd=PROJECT, capture_output=True, text=True, check=True)
    return run.stdout + run.stderr


@pytest.mark.parametrize("code", [
    'logging.getLogger("rasa.core").error("Banansplitt")',
    'logging.getLogger("rasa.core").error("%s and %(x)s", {"x": "Banansplitt"})',
    'logging.getLogger("sanic.root").warning({"Banansplitt": 1}, stack_info=True)',
    'logging.getLogger().critical("%d", "Banansplitt")',
    'logging.getLogger("asyncio").error("x", extra={"word": "Banansplitt"})',
    'warnings.warn("Banansplitt")',
    'import asyncio\nasync def main():\n  asyncio.ensure_future(asyncio.to_thread(fail)); await asyncio.sleep(0.1)'
    '\nasyncio.run(main())',
    'try:\n  fail()\nexcept ValueError:\n  logging.getLogger("rasa").exception("Banansplitt")',
    'try:\n  fail()\nexcept ValueError as error:\n  logging.getLogger("actions.talk").error("ours", exc_info=error)',
    'handler = logging.StreamHandler(); late = logging.getLogger("late"); late.propagate = False\n'
    'late.addHandler(handler); late.error("Banansplitt")',
], ids=range(10))
def test_no_word_of_others_passes(code: str):
    out = logged(code)
    assert out.strip() and WORD not in out


def test_level_logger_place_and_classes_of_errors_pass():
    out = logged('try:\n  fail()\nexcept ValueError:\n  logging.getLogger("rasa.core").exception("Banansplitt")')
    assert out.startswith("ERROR rasa.core: (")
    assert "ValueError at <string>:" in out and "FileNotFoundError(ENOENT)" in out


def test_our_own_messages_pass_as_they_are():
    assert logged('logging.getLogger("rasa_plugins.web").info("A %s of %d", "part", 7)') == (
        "INFO rasa_plugins.web: A part of 7\n"
    )
    assert "tryggsamtale.storage: hei" in logged('logging.getLogger("tryggsamtale.storage").debug("hei")')
    assert "hei" not in logged('logging.getLogger("tryggsamtaleX").error("hei")')
