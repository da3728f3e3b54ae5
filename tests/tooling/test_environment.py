from __future__ import annotations

import sys

import pytest

from tools import environment


@pytest.fixture
def commands(monkeypatch, tmp_path):
    """The commands that preparing an environment in a new folder runs."""
    ran: list[tuple[str, ...]] = []

    def pretend(*command: str) -> None:
        ran.append(command)
        if "venv" in command:
            make_environment(tmp_path / "venv")

    monkeypatch.setenv("VENV", str(tmp_path / "venv"))
    monkeypatch.setattr(environment, "run", pretend)
    return ran


def make_environment(home, version=sys.version_info):
    (home / "lib" / "python{}.{}".format(*version)).mkdir(parents=True)
    (home / "bin").mkdir(exist_ok=True)
    for program in ("python", "pip"):
        (home / "bin" / program).touch()


class TestEnvironment:
    def test_it_makes_the_environment_and_installs_only_hashed_packages(self, commands):
        environment.prepare("run")
        made, installed = commands
        assert made[1:3] == ("-m", "venv")
        assert "--require-hashes" in installed
        assert installed[-1].endswith("requirements/run.txt")

    def test_it_does_nothing_the_second_time(self, commands):
        environment.prepare("run")
        commands.clear()
        environment.prepare("run")
        assert commands == []

    def test_it_installs_again_when_the_requirements_changed(self, commands, tmp_path):
        environment.prepare("run")
        (tmp_path / "venv" / "run.stamp").write_text("of older requirements")
        commands.clear()
        environment.prepare("run")
        assert len(commands) == 1
        assert "install" in commands[0]

    def test_it_makes_an_environment_of_another_python_anew(self, commands, tmp_path):
        make_environment(tmp_path / "venv", version=(3, 9))
        environment.prepare("run")
        assert "--clear" in commands[0]

    def test_it_names_the_package_of_a_newer_python(self, monkeypatch):
        monkeypatch.setattr(sys, "version_info", (3, 9, 2))
        with pytest.raises(SystemExit, match=r"apt-get install python3\.11"):
            environment.check_python()

    def test_it_names_the_package_of_a_missing_venv_module(self, monkeypatch):
        monkeypatch.setenv("PYTHON", "python3")
        monkeypatch.setattr(environment, "find_spec", lambda name: None)
        with pytest.raises(SystemExit, match="apt-get install python3-venv"):
            environment.check_python()
