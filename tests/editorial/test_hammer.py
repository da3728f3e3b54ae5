"""Fifty calls at once on one item: somebody wins, the others are told why."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

from tests.cast import PEOPLE
from tests.editorial.hammering import CALLS
from tests.editorial.releasing import KILLED_AT, TITLES, TURNS

PREPARED = 8
"""Calls that succeeded before the hammer: two editions live and six schedules."""


def hammer(kind: str, address: str, folder: Path) -> dict:
    return told_by("hammering", kind, address, folder)


def told_by(module: str, kind: str, address: str, folder: Path) -> dict:
    command = [sys.executable, "-m", f"tests.editorial.{module}", kind]
    variables = {"DATABASE_URL": address, "VAR_DIR": str(folder)}
    done = subprocess.run(
        command,
        cwd=settings.BASE_DIR,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@contextmanager
def scratch_database() -> Iterator[str]:
    """The address of an empty database beside the one the tests use."""
    # A connection of its own: the test's is inside a transaction.
    twin, place = connection.copy(), connection.settings_dict
    name = f"{place['NAME']}_hammer"
    user, password = quote(place["USER"]), quote(place["PASSWORD"])
    with twin.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}"')
        try:
            host = f"{place['HOST']}:{place['PORT'] or 5432}"
            yield f"postgres://{user}:{password}@{host}/{name}"
        finally:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
            twin.close()


def assert_consistent(told: dict) -> None:
    assert told["faults"] == []
    assert told["done"] + told["refused"] == CALLS
    assert told["counted"] == told["events"] == PREPARED + told["done"]
    assert told["standing"] == 2
    assert told["refused"] > 0
    assert told["done"] > CALLS / 4
    assert all(message.endswith(".") for message in told["messages"])


@pytest.mark.hammer
class TestHammer:
    @pytest.mark.sqlite
    def test_it_leaves_a_consistent_chain_from_processes(self, tmp_path):
        address = f"sqlite:///{tmp_path / 'hammer.sqlite3'}"
        assert_consistent(hammer("processes", address, tmp_path))

    @pytest.mark.postgresql
    @pytest.mark.django_db
    def test_it_leaves_a_consistent_chain_from_threads(self, tmp_path):
        with scratch_database() as address:
            assert_consistent(hammer("threads", address, tmp_path))


@pytest.mark.hammer
@pytest.mark.postgresql
@pytest.mark.django_db
class TestMeeting:
    """SQLite has one lock, so there nobody meets."""

    @pytest.mark.parametrize("first", ["naming", "merging"])
    def test_who_is_named_while_being_merged_is_the_one_that_stands(
        self, first, tmp_path
    ):
        with scratch_database() as address:
            told = told_by("meeting", first, address, tmp_path)
        assert told == {"people": [PEOPLE["en"]], "faults": []}

    def test_what_becomes_an_items_while_it_is_forgotten_keeps_its_file(self, tmp_path):
        with scratch_database() as address:
            told = told_by("purging", "", address, tmp_path)
        assert told == {"manuscript": True, "file": True}


def assert_all_or_none(told: dict) -> None:
    """Killed before the commit nothing is there; afterwards all is, at one instant."""
    none = {"exit": -9, "live": 0, "instants": 0, "released": 0, "told": 0}
    every = {"live": TITLES, "instants": 1, "released": TITLES, "told": TITLES}
    assert told["turns"] == [none] * len(KILLED_AT) + [none | every]
    assert told["faults"] == []


@pytest.mark.hammer
class TestBundles:
    @pytest.mark.sqlite
    def test_a_killed_release_leaves_all_or_none(self, tmp_path):
        address = f"sqlite:///{tmp_path / 'killed.sqlite3'}"
        assert_all_or_none(told_by("releasing", "kill", address, tmp_path))

    @pytest.mark.postgresql
    @pytest.mark.django_db
    def test_a_killed_release_leaves_all_or_none_on_a_server(self, tmp_path):
        with scratch_database() as address:
            assert_all_or_none(told_by("releasing", "kill", address, tmp_path))

    @pytest.mark.postgresql
    @pytest.mark.django_db
    def test_bundles_of_the_same_items_wait_for_each_other(self, tmp_path):
        with scratch_database() as address:
            told = told_by("releasing", "meet", address, tmp_path)
        assert told == {"turns": [["", "", ""]] * TURNS, "faults": []}
