"""What every test runs under: no skips, one database engine, nothing left in `var/`."""

from __future__ import annotations

import functools
import gc
import tempfile
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from _pytest import runner
from django.conf import settings
from django.db import connection
from django.template.base import Template
from django.test import TransactionTestCase, utils
from django.utils.translation.reloader import translation_file_changed

from thinktank import changes
from thinktank.changes import cache
from tools import messages

# Collecting makes much and drops little: looking for rubbish took an eighth of it.
gc.set_threshold(100_000, 50, 50)

# Two shared cores: how long one example takes says nothing. `make check` asks for
# "quick", `make test` and a single file run all examples.
hypothesis.settings.register_profile("whole", deadline=None)
hypothesis.settings.register_profile("quick", deadline=None, max_examples=20)
hypothesis.settings.load_profile("whole")

var_folder = tempfile.TemporaryDirectory(prefix="thinktank-tests-")


@functools.wraps(changes.in_transaction)
def in_transaction() -> bool:
    """Whether code under test began a transaction, besides that of its TestCase."""
    return any(not block._from_testcase for block in connection.atomic_blocks)


changes.in_transaction = in_transaction


def with_room(call: Callable[..., Any], slots: int = 70_000) -> Callable[..., Any]:
    """A function whose frame leaves half a megabyte to the frames of what it calls.

    CPython keeps frames in chunks of 16 kB. Where one ends at a depth at which much is
    called, each call maps memory and each return gives it back: that took a tenth of
    the time of tests of pages.
    """

    def called(*args: Any, **kwargs: Any) -> Any:
        return call(*args, **kwargs)

    called.__code__ = called.__code__.replace(co_stacksize=slots)
    return called


runner.runtestprotocol = with_room(runner.runtestprotocol)


@pytest.fixture(scope="session", autouse=True)
def _plain_templates(django_test_environment: None) -> None:
    """Django's test runner copies the context of each template for `response.context`,
    which no test reads: a form of 350 templates takes a twelfth longer for it."""
    Template._render = utils._TestState.saved_data.template_render


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    """A test's rows are rolled back, and what it counted with them."""
    cache.forget()
    yield
    cache.forget()


def pytest_collection_finish() -> None:
    """Modules stay: looking for rubbish among them took a tenth of the time."""
    gc.freeze()


def pytest_configure(config: pytest.Config) -> None:
    messages.compile_stale()
    # Django is set up already and holds what the catalogues said before.
    translation_file_changed(None, Path("django.mo"))
    # Most tests are of other things: no second factor, and nobody is asked again.
    settings.DEMO = True
    # All tests come from one address; those of the limits set them.
    settings.SEARCHES_PER_MINUTE = settings.SUGGESTIONS_PER_MINUTE = 0
    settings.VAR_DIR = Path(var_folder.name)
    settings.MEDIA_ROOT = settings.VAR_DIR / "media"
    settings.STATIC_ROOT = settings.VAR_DIR / "static"
    settings.STATIC_ROOT.mkdir()
    # Tables of others are made as they are now, not through their whole history.
    # PostgreSQL wants the table of accounts before those that point there.
    others = ("axes", "account", "mfa", "usersessions")
    count = 4 if connection.vendor == "sqlite" else 1
    settings.MIGRATION_MODULES = dict.fromkeys(others[:count])
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # Pages are tested from the sources, without collecting static files first.
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {
            "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        },
    }


def pytest_unconfigure(config: pytest.Config) -> None:
    var_folder.cleanup()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Mark the tests that may ask a database; leave out those for another engine."""
    for item in items:
        if may_ask_a_database(item):
            item.add_marker("database")
    engines = {"sqlite", "postgresql"} - {connection.vendor}
    others = [item for item in items if engines & set(item.keywords)]
    if others:
        items[:] = [item for item in items if item not in others]
        config.hook.pytest_deselected(items=others)


def may_ask_a_database(item: pytest.Item) -> bool:
    """What pytest-django lets: all others fail when they ask one."""
    fixtures = {"db", "transactional_db"} & set(getattr(item, "fixturenames", ()))
    case = getattr(item, "cls", None)
    is_case = isinstance(case, type) and issubclass(case, TransactionTestCase)
    return bool(fixtures or is_case or item.get_closest_marker("django_db"))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that is skipped, or expected to fail, proves nothing: it fails."""
    report = yield
    if report.skipped:
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} did not run to its end: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """So does a whole file that skips itself."""
    report = yield
    if report.skipped:
        report.outcome = "failed"
        report.longrepr = f"{collector.nodeid} was skipped: {report.longrepr}"
    return report
