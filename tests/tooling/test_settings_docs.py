from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = {"DJANGO_SETTINGS_MODULE"}


def documented() -> set[str]:
    """The variables named in the first column of the tables of docs/settings.md."""
    rows = re.findall(r"^\|([^|]*)\|", (ROOT / "docs/settings.md").read_text(), re.M)
    return {name for row in rows for name in re.findall(r"`([A-Z_]+)`", row)}


def used() -> set[str]:
    """The variables that settings, tools and commands read, and the Makefile's."""
    paths = [
        path
        for folder in ("thinktank", "publications", "tools")
        for path in (ROOT / folder).rglob("*.py")
    ]
    names = {name for path in paths for name in read_in(path.read_text())}
    makefile = (ROOT / "Makefile").read_text()
    assigned = re.findall(r"^([A-Z]+) *[?:]=", makefile, re.M)
    return (names | set(assigned)) - NOT_OURS


def read_in(source: str) -> set[str]:
    """The names of environment variables that a module's code reads."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and reads_environment(node):
            names.add(node.args[0])
        elif (
            isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ"
        ):
            names.add(node.slice)
    values = {node.value for node in names if isinstance(node, ast.Constant)}
    return {value for value in values if isinstance(value, str)}


def reads_environment(call: ast.Call) -> bool:
    function = ast.unparse(call.func)
    reader = function in ("env", "env_bool", "env_list", "os.getenv")
    return bool(call.args) and (reader or function.startswith("os.environ."))


class TestSettingsDocs:
    def test_it_explains_every_variable_that_is_read(self):
        assert used() - documented() == set()

    def test_it_explains_no_variable_that_nothing_reads(self):
        assert documented() - used() == set()

    def test_it_sees_every_way_of_reading_a_variable(self):
        source = "\n".join(
            [
                "env('A')",
                "env_bool('B')",
                "env_list('C')",
                "os.environ.get('D')",
                "os.environ['E']",
                "os.getenv('F')",
                "other('G')",
            ]
        )
        assert read_in(source) == set("ABCDEF")
