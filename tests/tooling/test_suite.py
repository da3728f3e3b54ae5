from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench import suite as bench_suite
from tests.browser.conftest import LONGEST
from tools import suite
from tools.suite import Result, counts

ONE_OF_EACH = """
import unittest
import pytest

def test_passes(): pass
def test_fails(): assert False
def test_skips(): pytest.skip("no reason")
@pytest.mark.skip(reason="never")
def test_is_marked(): pass
@pytest.mark.xfail
def test_is_expected_to_fail(): assert False
class TestOld(unittest.TestCase):
    @unittest.skip("old")
    def test_is_skipped(self): pass
"""
RESULTS = [Result("SQLite", 5, 0, 70), Result("PostgreSQL", 5, 0, 40)]
SKIPPED_FILE = "import pytest\npytest.skip('all', allow_module_level=True)\n"


@pytest.fixture
def run(tmp_path):
    """Run a test file under this project's conftest; give status, counts, output."""

    def run(source: str, *options: str):
        (tmp_path / "test_sample.py").write_text(source)
        report = tmp_path / "report.xml"
        done = subprocess.run(
            [
                *(sys.executable, "-m", "pytest", "-q", f"--junitxml={report}"),
                *("-p", "tests.conftest", "-p", "no:cacheprovider"),
                *(*options, tmp_path / "test_sample.py"),
            ],
            env={**os.environ, "PYTHONPATH": "."},
            capture_output=True,
            text=True,
        )
        return done.returncode, counts(report), done.stdout

    return run


class TestSuite:
    @pytest.mark.large
    def test_it_counts_whatever_did_not_pass_as_failed(self, run):
        status, (passed, failed), output = run(ONE_OF_EACH)
        assert status == 1
        assert (passed, failed) == (1, 5)
        assert "did not run to its end" in output

    @pytest.mark.large
    def test_it_fails_for_a_file_that_skips_itself(self, run):
        status, (passed, failed), output = run(SKIPPED_FILE)
        assert status != 0
        assert (passed, failed) == (0, 1)
        assert "was skipped" in output

    @pytest.mark.large
    def test_it_fails_when_no_test_ran(self, run):
        _status, result, _output = run("def test_one(): pass", "-m", "browser")
        assert result == (0, 1)

    def test_it_fails_when_there_is_no_report(self, tmp_path):
        assert counts(tmp_path / "missing.xml") == (0, 1)

    @pytest.mark.large
    def test_it_leaves_out_what_another_engine_is_for(self, run):
        source = """
import pytest
from django.db import connection

@pytest.mark.sqlite
def test_sqlite(): assert connection.vendor == "sqlite"
@pytest.mark.postgresql
def test_postgresql(): assert connection.vendor == "postgresql"
"""
        status, result, _output = run(source, "-p", "no:xdist")
        assert (status, result) == (0, (1, 0))

    def test_it_names_the_part_and_its_counts(self):
        assert str(Result("SQLite", 41, 1, 12.4)) == (
            "SQLite: 41 passed, 1 failed in 12 s"
        )

    @pytest.mark.large
    def test_what_may_ask_a_database_can_be_selected(self, run):
        source = """
import pytest
from django.test import TestCase

def test_words(): pass
def test_rows(db): pass
@pytest.mark.django_db
def test_more_rows(): pass
class TestRows(TestCase):
    def test_rows(self): pass
"""
        options = ("-p", "no:xdist", "-m")
        assert run(source, *options, "database")[1] == (3, 0)
        assert run(source, *options, "not database")[1] == (1, 0)

    def test_it_says_when_all_passed_too_late(self, capsys, monkeypatch):
        monkeypatch.setattr(suite, "LIMIT", 111)
        assert suite.verdict(RESULTS) == 0
        assert "110 s in all; 111 s are the limit.\n" in capsys.readouterr().out
        monkeypatch.setattr(suite, "LIMIT", 109)
        assert suite.verdict(RESULTS) == 0
        assert "109 s are the limit. Too long" in capsys.readouterr().out


class TestRoom:
    def test_each_test_has_it(self):
        """Without it no test fails; all take longer."""
        frame, sizes = sys._getframe(), []
        while frame := frame.f_back:
            sizes.append(frame.f_code.co_stacksize)
        assert max(sizes) > 65_000


class TestBrowserTests:
    def test_they_lie_where_the_suite_looks_for_them(self):
        """Whatever has the mark elsewhere would run in no part."""
        folder = Path(suite.IN_A_BROWSER[0])
        marked = {
            path.parent
            for path in Path("tests").rglob("*.py")
            if "pytest.mark." + "browser" in path.read_text(encoding="utf-8")
        }
        assert marked == {folder}

    def test_those_that_begin_first_are_there(self):
        for name in LONGEST:
            assert Path(suite.IN_A_BROWSER[0], f"test_{name}.py").exists()


class TestTheLimit:
    @pytest.fixture(autouse=True)
    def _ran(self, monkeypatch):
        monkeypatch.setattr(suite, "run", lambda: RESULTS)

    def test_the_benchmark_holds_it(self, monkeypatch):
        monkeypatch.setattr(suite, "LIMIT", 111)
        assert bench_suite.main(["--check"]) == 0
        monkeypatch.setattr(suite, "LIMIT", 109)
        assert bench_suite.main(["--check"]) == 1
        assert bench_suite.main([]) == 0

    def test_a_failed_test_fails_it_however_quick(self, monkeypatch):
        monkeypatch.setattr(suite, "run", lambda: [Result("SQLite", 5, 1, 1)])
        assert bench_suite.main([]) == 1
