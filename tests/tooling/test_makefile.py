from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run make as a person would, also when these tests were started by make."""
    environment = {
        name: value for name, value in os.environ.items() if "MAKE" not in name
    }
    environment.pop("PYTHON", None)
    return subprocess.run(
        ["make", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True
    )


class TestMakefile:
    def test_it_lists_every_command_with_what_it_does(self):
        commands = re.search(r"^\.PHONY: (.*)", (ROOT / "Makefile").read_text(), re.M)
        listed = re.findall(r"^  make (\w+) +\w", make().stdout, re.M)
        assert listed == commands[1].split()

    def test_it_keeps_the_environments_of_two_pythons_apart(self):
        assert ".venv/bin/python -m tools.suite" in make("-n", "test").stdout
        newer = make("-n", "test", "PYTHON=python3.13").stdout
        assert ".venv-3.13/bin/python -m tools.suite" in newer

    def test_it_keeps_what_was_compiled_for_the_next_start(self, monkeypatch):
        monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
        told = make("--eval=said: ; @env", "said").stdout
        assert "PYTHONDONTWRITEBYTECODE" not in told

    def test_it_names_what_installs_a_missing_python(self):
        done = make("run", "PYTHON=python3.99")
        assert done.returncode != 0
        assert "sudo apt-get install python3.99 python3.99-venv" in done.stderr
