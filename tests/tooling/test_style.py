"""The rules of style that a machine can see. Each failure names file and line."""

from __future__ import annotations

import ast
import re
import statistics
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = ("thinktank", "publications", "news", "events", "tools", "bench")
EVERYTHING = (*CODE, "tests", "templates", "static", "locale", "docs", "deploy")
TEXT = {".py", ".html", ".css", ".js", ".md", ".txt", ".toml", ".po", ".json", ".xml"}

PHYSICAL = re.compile(
    r"(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b"
    r"|(?<![\w-])(?:left|right)\s*:"
    r"|text-align\s*:\s*(?:left|right)"
    r"|(?:float|clear)\s*:\s*(?:left|right)"
    r"|border-(?:top|bottom)-(?:left|right)-radius"
)
INLINE = re.compile(
    r"<script(?![^>]*\b(?:src=|type=[\"'](?:importmap|application/(?:ld\+)?json)))[^>]*>"
    r"|<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:",
    re.IGNORECASE,
)
MACHINE = re.compile(r"(?<![\w.])/(?:work|farm|root|home)/[a-z.]")
SILENCED = re.compile(
    r"# *noqa|except\s*:|except (?:Base)?Exception\b"
    r"|# *type: *ignore(?!\[[\w, -]+\]  ?#)"
)


def files(suffixes: set[str], folders: Iterable[str] = EVERYTHING) -> Iterator[Path]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in suffixes and "vendor" not in path.parts:
                yield path


def python_files(*folders: str) -> list[Path]:
    return [path for path in files({".py"}, folders) if "migrations" not in path.parts]


def matches(pattern: re.Pattern[str], paths: Iterable[Path]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in paths
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if pattern.search(line)
    ]


def longer_than(limit: int, paths: Iterable[Path]) -> list[str]:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text().splitlines())
        for path in paths
    }
    return [f"{path}: {length}" for path, length in lengths.items() if length > limit]


def function_lengths(*folders: str) -> dict[str, int]:
    """Lines of each function, from `def` to its end, by place and name."""
    return {
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.name}": (
            (node.end_lineno or node.lineno) - node.lineno + 1
        )
        for path in python_files(*folders)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


class TestPython:
    def test_it_has_no_function_above_60_lines(self):
        lengths = function_lengths(*CODE, "tests")
        assert {name: length for name, length in lengths.items() if length > 60} == {}

    def test_it_has_functions_of_8_lines_at_the_median(self):
        assert statistics.median(function_lengths(*CODE).values()) <= 8

    def test_it_has_no_file_above_400_lines(self):
        assert longer_than(400, python_files(*CODE)) == []

    def test_it_has_no_test_file_above_600_lines(self):
        assert longer_than(600, python_files("tests")) == []

    def test_it_silences_no_check_and_no_error(self):
        assert matches(SILENCED, python_files(*CODE)) == []

    def test_it_names_each_migration_for_its_effect(self):
        names = [path.name for path in files({".py"}, CODE)]
        assert [name for name in names if re.match(r"\d{4}_auto_", name)] == []


class TestTemplate:
    def test_it_has_at_most_100_lines(self):
        assert longer_than(100, files({".html"})) == []

    def test_it_holds_no_inline_script_or_style(self):
        assert matches(INLINE, files({".html"})) == []

    def test_one_import_map_is_the_only_script_within_a_page(self):
        assert len(matches(re.compile("importmap"), files({".html"}))) == 1

    def test_it_knows_inline_script_from_a_linked_one(self):
        for forbidden in (
            "<script>",
            '<script type="module">',
            '<p style="x">',
            '<a onclick="x">',
            "<style>",
            '<a href="javascript:x">',
        ):
            assert INLINE.search(forbidden), forbidden
        for allowed in (
            '<script src="a.js" defer></script>',
            '<script type="application/ld+json">',
            '<link rel="stylesheet" href="a.css">',
            "<p>A question on style: is this one?</p>",
        ):
            assert not INLINE.search(allowed), allowed


class TestStyleSheet:
    def test_it_uses_logical_properties_only(self):
        assert matches(PHYSICAL, files({".css"})) == []

    def test_it_has_no_file_above_400_lines(self):
        assert longer_than(400, files({".css"})) == []

    def test_it_knows_physical_properties(self):
        for forbidden in (
            "margin-left: 0",
            "left: 0",
            "text-align:right",
            "float: left",
            "border-top-left-radius: 2px",
        ):
            assert PHYSICAL.search(forbidden), forbidden
        for allowed in (
            "margin-inline-start: 0",
            "inset-inline-start: 0",
            "text-align: start",
            "background-position: left top",
        ):
            assert not PHYSICAL.search(allowed), allowed


class TestScript:
    def test_it_has_no_file_above_400_lines(self):
        assert longer_than(400, files({".js"})) == []


class TestProject:
    def test_it_names_no_path_of_somebodys_machine(self):
        assert matches(MACHINE, files(TEXT)) == []
