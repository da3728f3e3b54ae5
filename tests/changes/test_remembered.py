"""What processes keep of the database until something public changes."""

from __future__ import annotations

import inspect
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction
from django.db.models import F
from django.test import TestCase

from tests.cast import make_topic
from thinktank import changes
from thinktank.changes.cache import forget, remembered
from thinktank.changes.models import Counter
from thinktank.reference.models import Topic


class Reader:
    """Remembers the English names of all topics, and counts how often it asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.names = remembered(self._read)

    def _read(self, start: str = "") -> tuple[str, ...]:
        self.asked += 1
        names = Topic.objects.filter(name_en__startswith=start).order_by("pk")
        return tuple(names.values_list("name_en", flat=True))


class Remembering(TestCase):
    def setUp(self) -> None:
        self.topic = make_topic(en="Shipping")
        changes.touch()
        self.reader = Reader()
        self.names = self.reader.names

    def rename(self, name: str) -> None:
        """As the admin of this process does."""
        with transaction.atomic():
            Topic.objects.filter(pk=self.topic.pk).update(name_en=name)
            changes.touch()

    def rename_elsewhere(self, name: str) -> None:
        """As another process does: nothing here hears of it but the counter."""
        Topic.objects.filter(pk=self.topic.pk).update(name_en=name)
        Counter.objects.update(value=F("value") + 1)


class TestRemembered(Remembering):
    def test_it_asks_once_until_something_changes(self) -> None:
        assert self.names() == self.names() == ("Shipping",)
        assert self.reader.asked == 1
        self.rename("Ports")
        assert self.names() == self.names() == ("Ports",)
        assert self.reader.asked == 2

    def test_it_keeps_one_value_for_each_set_of_arguments(self) -> None:
        for _each in range(2):
            assert self.names("Sh") == ("Shipping",)
            assert self.names(start="P") == ()
        assert self.reader.asked == 2

    def test_it_costs_one_query_a_request_and_all_share_it(self) -> None:
        other = Reader()
        self.names()
        other.names()
        with self.assertNumQueries(1), changes.read_once():
            for _each in range(3):
                self.names()
                other.names()

    def test_it_costs_one_query_a_call_outside_of_requests(self) -> None:
        self.names()
        with self.assertNumQueries(2):
            self.names()
            self.names()

    def test_a_request_sees_what_it_has_changed_itself(self) -> None:
        with changes.read_once():
            assert self.names() == ("Shipping",)
            self.rename("Ports")
            assert self.names() == ("Ports",)

    def test_a_request_sees_what_others_changed_from_the_next_one_on(self) -> None:
        with changes.read_once():
            assert self.names() == ("Shipping",)
            self.rename_elsewhere("Ports")
            assert self.names() == ("Shipping",)
        with changes.read_once():
            assert self.names() == ("Ports",)

    def test_it_sees_a_counter_that_was_set_back(self) -> None:
        assert self.names() == ("Shipping",)
        Topic.objects.filter(pk=self.topic.pk).update(name_en="Ports")
        Counter.objects.update(value=F("value") - 1)
        assert self.names() == ("Ports",)

    def test_it_gives_the_last_value_without_asking(self) -> None:
        assert self.names.last() is None
        self.names()
        self.rename_elsewhere("Ports")
        with self.assertNumQueries(0):
            assert self.names.last() == ("Shipping",)

    def test_it_can_be_made_to_forget(self) -> None:
        self.names()
        forget()
        self.names()
        assert self.reader.asked == 2


class TestTransactions(Remembering):
    """Rows that were never committed are shown to nobody else."""

    @contextmanager
    def rolled_back(self) -> Iterator[None]:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)

    # In each, the next change gets the number of the one that never was.

    def test_a_change_that_is_rolled_back_leaves_no_value(self) -> None:
        with self.rolled_back():
            self.rename("Never")
            assert self.names() == ("Never",)
        self.rename_elsewhere("Ports")
        assert self.names() == ("Ports",)

    def test_a_change_that_is_rolled_back_leaves_no_number(self) -> None:
        with changes.read_once():
            with self.rolled_back():
                self.rename("Never")
                assert self.names() == ("Never",)
            assert self.names() == ("Shipping",)
            self.rename_elsewhere("Ports")
        with changes.read_once():
            assert self.names() == ("Ports",)

    def test_a_value_made_before_the_touch_is_not_kept(self) -> None:
        with changes.read_once():
            with self.rolled_back():
                Topic.objects.filter(pk=self.topic.pk).update(name_en="Never")
                assert self.names() == ("Never",)
            assert self.names() == ("Shipping",)

    def test_a_value_that_is_kept_serves_a_transaction(self) -> None:
        self.names()
        with transaction.atomic():
            assert self.names() == ("Shipping",)
        assert self.reader.asked == 1


class TestThreads:
    """Each step waits for the one before it; the counter is played by the test."""

    @pytest.fixture(autouse=True)
    def counter(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 1
        monkeypatch.setattr(changes, "_read_token", lambda: (self.count, None))
        monkeypatch.setattr(changes, "in_transaction", lambda: False)

    def test_requests_do_not_share_what_they_read(self) -> None:
        seen: list[int] = []

        def request() -> None:
            with changes.read_once():
                seen.append(changes.token()[0])

        with changes.read_once():
            assert changes.token()[0] == 1
            self.count = 2
            in_a_thread(request).join()
            assert changes.token()[0] == 1
        assert seen == [2]

    def test_a_slow_thread_does_not_bring_an_old_value_back(self) -> None:
        made, go_on = threading.Event(), threading.Event()

        @remembered
        def value() -> int:
            found = self.count
            if found == 1:
                made.set()
                assert go_on.wait(10)
            return found

        slow = in_a_thread(value)
        assert made.wait(10)
        self.count = 2
        assert value() == 2
        go_on.set()
        slow.join()
        assert value() == 2


def in_a_thread(call) -> threading.Thread:
    thread = threading.Thread(target=call)
    thread.start()
    return thread


@pytest.mark.django_db(transaction=True)
class TestRealTransactions:
    """Without the transaction that other tests are wrapped in."""

    @pytest.fixture(autouse=True)
    def as_in_production(self, monkeypatch: pytest.MonkeyPatch) -> None:
        real = inspect.unwrap(changes.in_transaction)
        monkeypatch.setattr(changes, "in_transaction", real)

    def test_a_change_that_is_rolled_back_leaves_nothing(self) -> None:
        topic, names = make_topic(en="Shipping"), Reader().names
        with transaction.atomic():
            Topic.objects.filter(pk=topic.pk).update(name_en="Never")
            changes.touch()
            assert names() == ("Never",)
            transaction.set_rollback(True)
        changes.touch()
        assert names() == names() == ("Shipping",)

    def test_what_is_committed_is_kept(self) -> None:
        make_topic(en="Shipping")
        reader = Reader()
        assert reader.names() == reader.names() == ("Shipping",)
        assert reader.asked == 1
