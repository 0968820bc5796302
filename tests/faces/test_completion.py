"""The completion scripts: right for their shell, and complete."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from entregent.faces.cli.commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faces.conftest import Ran

    Run = Callable[..., Ran]

CHECKS = {"bash": ["bash", "-n"], "zsh": ["zsh", "-n"], "fish": ["fish", "--no-execute"]}


@pytest.mark.parametrize("shell", list(CHECKS))
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_shell_takes_the_script(entregent: Run, monkeypatch: pytest.MonkeyPatch, shell: str, language: str) -> None:
    monkeypatch.setenv("ENTREGENT_LANG", language)
    script = entregent("completion", shell).out
    assert all(command.name in script for command in COMMANDS)
    if not shutil.which(shell):
        pytest.skip(f"no {shell} on this machine")
    ran = subprocess.run(CHECKS[shell], input=script, text=True, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


def completed(script: str, *line: str) -> set[str]:
    """What bash offers for the last word of a command line."""
    words = " ".join(f"'{word}'" for word in line)
    code = f"{script}\nCOMP_WORDS=({words}); COMP_CWORD={len(line) - 1}; _entregent; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    return set(subprocess.run(["bash", "-c", code], capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash on this machine")
def test_bash_completes_commands_options_and_values(entregent: Run) -> None:
    script = entregent("completion", "bash").out
    assert completed(script, "entregent", "c") == {"check", "correct", "completion"}
    assert completed(script, "entregent", "check", "--in") == {"--inbound"}
    assert completed(script, "entregent", "check", "--stage", "n") == {"new"}
    assert completed(script, "entregent", "check", "--to", "R") == set()
    assert completed(script, "entregent", "completion", "") == {"bash", "zsh", "fish"}
    assert "thanks" in completed(script, "entregent", "correct", "7c1e02", "th")


def test_an_unknown_shell_is_refused(entregent: Run) -> None:
    assert entregent("completion", "csh").code == 2
