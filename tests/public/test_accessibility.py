"""The accessibility statement says what is tested, and nothing else."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from django.utils.translation import override

from tests.cast import LANGUAGES
from tests.public.test_centre_pages import Page
from thinktank.centre.accessibility import CRITERIA, Criterion

ROOT = Path(__file__).resolve().parents[2]


def methods(path: str, name: str) -> set[str]:
    """The names of the tests of a class."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    (found,) = (
        node
        for node in tree.body
        if isinstance(node, ast.ClassDef) and node.name == name
    )
    return {node.name for node in found.body if isinstance(node, ast.FunctionDef)}


class TestCriterion:
    @pytest.mark.parametrize("criterion", CRITERIA, ids=lambda each: each.number)
    def test_it_names_tests_that_there_are(self, criterion: Criterion) -> None:
        assert criterion.tests
        for test in criterion.tests:
            path, name, method = test.split("::")
            assert method in methods(path, name), test

    def test_it_stands_once_and_in_order(self) -> None:
        numbers = [[int(part) for part in each.number.split(".")] for each in CRITERIA]
        assert numbers == sorted(numbers)
        assert len({each.number for each in CRITERIA}) == len(CRITERIA)


class TestStatement(Page):
    PURPOSE = "accessibility"

    def test_it_says_in_each_language_what_is_tested(self) -> None:
        for language in LANGUAGES:
            html = self.show(language)
            with override(language):
                for criterion in CRITERIA:
                    assert f"</bdi> {criterion.name}</dt>" in html
            assert html.count("<dd>") >= len(CRITERIA)

    def test_it_says_what_is_not_tested(self) -> None:
        assert "What is not tested" in self.show("en")
        assert "ما لا يُختبر" in self.show("ar")
