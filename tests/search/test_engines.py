"""Both databases find the same, in the same order; nobody waits for nobody."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tests.editorial.test_hammer import scratch_database
from tests.search.asking import answers


def told_by(module: str, address: str, folder: Path, *words: str) -> object:
    done = subprocess.run(
        [sys.executable, "-m", f"tests.search.{module}", *words],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DATABASE_URL": address, "VAR_DIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.postgresql
@pytest.mark.large
@pytest.mark.django_db
def test_sqlite_finds_what_postgresql_finds(tmp_path):
    there = told_by("asking", f"sqlite:///{tmp_path / 'search.sqlite3'}", tmp_path)
    here = [list(answer) for answer in answers()]
    assert here == there
    assert sum(bool(keys) for _said, keys, _instead in here) > len(here) * 0.9


@pytest.mark.postgresql
@pytest.mark.hammer
@pytest.mark.django_db
def test_two_that_publish_the_same_new_words_do_not_wait_for_each_other(tmp_path):
    with scratch_database() as address:
        told = told_by("adding", address, tmp_path)
    assert told == {"stored": 4, "offered": ["copper", "zinc"]}


@pytest.mark.postgresql
@pytest.mark.hammer
@pytest.mark.django_db
@pytest.mark.parametrize("first", ["publishing", "renaming"])
def test_what_is_published_while_its_topic_is_renamed_is_found_by_the_new_name(
    first, tmp_path
):
    with scratch_database() as address:
        told = told_by("renaming", address, tmp_path, first)
    assert told == {"found": 1, "differ": []}


def assert_rebuilt(told: object) -> None:
    """What was published meanwhile may be stored already when its batch is looked at,
    and adds an edition where its batch was not yet read."""
    assert isinstance(told, dict)
    assert told.pop("looked at") in range(24, 27)
    assert told.pop("stored") in range(20, 25)
    assert told == {"read alone": 0, "found": 2, "differ": []}


@pytest.mark.sqlite
@pytest.mark.hammer
def test_several_processes_read_for_the_one_that_writes(tmp_path):
    address = f"sqlite:///{tmp_path / 'rebuilt.sqlite3'}"
    assert_rebuilt(told_by("rebuilding", address, tmp_path))


@pytest.mark.postgresql
@pytest.mark.hammer
@pytest.mark.django_db
def test_several_processes_make_the_index_of_a_server_anew(tmp_path):
    with scratch_database() as address:
        assert_rebuilt(told_by("rebuilding", address, tmp_path))
