"""Any sequence of verbs, compared after each step with a model in plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from django.db import transaction
from django.test import TestCase
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.cast import change_facts, make_publication, make_texts
from tests.clock import MORNING, Clock
from thinktank import changes
from thinktank.editorial import publishing, saving
from thinktank.editorial.integrity import check_editions
from thinktank.editorial.models import AuditEvent, Edition
from thinktank.editorial.permissions import SYSTEM, Refused

TICK = timedelta(milliseconds=1)
LANGUAGES = ("ar", "en")
NOTICE = 5
"""The place of the notice in a row of the history, behind its key."""
languages = st.sampled_from(LANGUAGES)
minutes = st.integers(1, 8)
choices = st.integers(0, 7)


@dataclass
class Entry:
    """What a person put into a chain; a notice has no words."""

    order: int
    language: str
    at: datetime
    words: int | None
    facts: int | None


class Model:
    """What must be public at any instant, told without a database.

    In a language, the last entry begun gives the words. Of the entries with words
    begun in any language, the one put last gives the facts.
    """

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.hidden: dict[str, datetime] = {}
        self.last = MORNING
        self.done = 0

    def now(self, clock: Clock) -> datetime:
        now = clock.now
        if self.done:
            now = max(now, self.last + TICK)
        while any(entry.at == now for entry in self.entries):
            now += TICK
        return now

    def put(self, edition: Edition, words: int | None, facts: int | None) -> None:
        at, language = edition.live_from, edition.language
        self.entries.append(Entry(edition.pk, language, at, words, facts))

    def ahead(self, now: datetime) -> list[Entry]:
        return [entry for entry in self.entries if entry.at > now]

    def at(self, language: str, instant: datetime) -> Entry | None:
        begun = [e for e in self.entries if e.language == language and e.at <= instant]
        return max(begun, key=lambda entry: entry.at, default=None)

    def facts(self, instant: datetime) -> int | None:
        stated = [e for e in self.entries if e.words is not None and e.at <= instant]
        newest = max(stated, key=lambda entry: entry.order, default=None)
        return newest.facts if newest else None

    def shown(self, language: str, instant: datetime) -> tuple | None:
        entry = self.at(language, instant)
        if entry is None or entry.words is None:
            return None
        return entry.words, self.facts(instant)

    def told(self, language: str, instant: datetime) -> tuple | None:
        """What public history tells: nothing of what was suppressed."""
        hidden = self.hidden.get(language)
        return None if hidden and instant < hidden else self.shown(language, instant)

    def to_suppress(self, language: str, now: datetime) -> datetime | None:
        """Until when all can be suppressed: to the words that stand, or the notice."""
        begun = [e for e in self.entries if e.language == language and e.at <= now]
        begun.sort(key=lambda entry: entry.at)
        standing = begun[-1].words if begun else None
        until = begun[-1].at + TICK if begun else None
        while standing and begun and begun[-1].words == standing:
            until = begun.pop().at
        since = self.hidden.get(language, MORNING - timedelta(days=1))
        return until if any(entry.at >= since for entry in begun) else None

    def free(self, language: str, at: datetime) -> bool:
        return all((e.language, e.at) != (language, at) for e in self.entries)

    def ends_make_sense(self, now: datetime) -> bool:
        """Every notice ahead ends something that is public before it."""
        ends = [entry for entry in self.ahead(now) if entry.words is None]
        return all(self.shown(end.language, end.at - TICK) for end in ends)


class Chains(RuleBasedStateMachine):
    """Verbs in any order on one item, with a clock that also runs backwards."""

    def __init__(self) -> None:
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.clock = Clock().__enter__()
        self.model = Model()
        self.item = make_publication(report_number="0")
        self.words = dict.fromkeys(LANGUAGES, 0)
        self.facts = 0
        self.history: dict[int, tuple] = {}
        self.counted = changes.current()
        for language in LANGUAGES:
            self.edit_words(language)

    def teardown(self) -> None:
        self.clock.__exit__(None, None, None)
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    # What people do

    @rule(language=languages)
    def edit_words(self, language: str) -> None:
        self.words[language] += 1
        texts = make_texts(language, headline=str(self.words[language]))
        saving.save_texts(self.item, language, texts, by=SYSTEM)

    @rule(number=st.integers(1, 3))
    def edit_facts(self, number: int) -> None:
        self.facts = number
        change_facts(self.item, report_number=str(number))

    @rule(passing=st.integers(-3, 6))
    def wait(self, passing: int) -> None:
        self.clock.forward(minutes=passing)

    @rule(language=languages, note=st.sampled_from(["", "", "Corrected."]))
    def publish(self, language: str, note: str) -> None:
        now = self.model.now(self.clock)
        new = self.model.shown(language, now) != (self.words[language], self.facts)
        with self.expecting(bool(note) or new):
            done = publishing.publish(self.item, language, by=SYSTEM, note=note)
            assert done.live_from == now
            self.put(done)

    @rule(language=languages, after=minutes)
    def schedule(self, language: str, after: int) -> None:
        at = self.clock.ahead(minutes=after)
        new = self.model.shown(language, at) != (self.words[language], self.facts)
        free = self.model.free(language, at) and at > self.model.now(self.clock)
        with self.expecting(free and new):
            self.put(publishing.schedule(self.item, language, at, by=SYSTEM))

    @precondition(lambda self: self.ahead())
    @rule(choice=choices)
    def cancel(self, choice: int) -> None:
        entry = self.ahead()[choice % len(self.ahead())]
        edition = Edition.objects.get(pk=entry.order)
        self.model.entries.remove(entry)
        sense = self.model.ends_make_sense(self.model.now(self.clock))
        self.model.entries.append(entry)
        with self.expecting(sense):
            publishing.cancel(edition, by=SYSTEM)
            self.model.entries.remove(entry)

    @precondition(lambda self: self.ahead())
    @rule(choice=choices, after=minutes)
    def move(self, choice: int, after: int) -> None:
        to, now = self.clock.ahead(minutes=after), self.model.now(self.clock)
        entry = self.ahead()[choice % len(self.ahead())]
        edition, before = Edition.objects.get(pk=entry.order), entry.at
        possible = to > now and self.model.free(entry.language, to)
        entry.at = to
        possible = possible and self.model.ends_make_sense(now)
        entry.at = before
        with self.expecting(possible):
            publishing.move(edition, to, by=SYSTEM)
            entry.at = to

    @rule(language=languages)
    def withdraw(self, language: str) -> None:
        now = self.model.now(self.clock)
        with self.expecting(self.model.shown(language, now) is not None):
            notice = publishing.withdraw(self.item, language, "Why.", by=SYSTEM)
            dropped = [e for e in self.model.ahead(now) if e.language == language]
            for entry in dropped:
                self.model.entries.remove(entry)
            self.model.put(notice, None, None)

    @rule(language=languages, after=minutes)
    def expire(self, language: str, after: int) -> None:
        at, now = self.clock.ahead(minutes=after), self.model.now(self.clock)
        possible = at > now and self.model.free(language, at)
        end = Entry(10**9, language, at, None, None)
        self.model.entries.append(end)
        possible = possible and self.model.ends_make_sense(now)
        self.model.entries.remove(end)
        with self.expecting(possible):
            notice = publishing.withdraw(self.item, language, "W.", by=SYSTEM, at=at)
            self.model.put(notice, None, None)

    @rule(language=languages)
    def suppress(self, language: str) -> None:
        until = self.model.to_suppress(language, self.model.now(self.clock))
        with self.expecting(until is not None):
            publishing.suppress(self.item, language, "Why.", by=SYSTEM)
            self.model.hidden[language] = until
            self.forget_notices()

    @rule(language=languages)
    def unsuppress(self, language: str) -> None:
        with self.expecting(language in self.model.hidden):
            publishing.unsuppress(self.item, language, by=SYSTEM)
            del self.model.hidden[language]
            self.forget_notices()

    def forget_notices(self) -> None:
        """Of history, suppressing may change the title of a notice and nothing else."""
        rows = self.history.items()
        self.history = {key: row for key, row in rows if not row[NOTICE]}

    @rule()
    def publish_facts(self) -> None:
        now = self.model.now(self.clock)
        live = [code for code in LANGUAGES if self.model.shown(code, now)]
        instants = [now, *(e.at for e in self.model.ahead(now) if e.words is not None)]
        new = any(self.model.facts(instant) != self.facts for instant in instants)
        words = {code: self.model.shown(code, now)[0] for code in live}
        with self.expecting(bool(live) and new):
            for edition in publishing.publish_facts(self.item, by=SYSTEM):
                self.model.put(edition, words[edition.language], self.facts)

    def put(self, edition: Edition) -> None:
        self.model.put(edition, self.words[edition.language], self.facts)

    def ahead(self) -> list[Entry]:
        return sorted(self.model.ahead(self.model.now(self.clock)), key=lambda e: e.at)

    def begun(self) -> datetime:
        """Up to here, what readers saw is history."""
        return (
            max(self.clock.now, self.model.last) if self.model.done else self.clock.now
        )

    def expecting(self, possible: bool) -> Attempt:
        return Attempt(self, possible)

    # What must hold

    @invariant()
    def it_agrees_with_its_revisions(self) -> None:
        assert list(check_editions()) == []

    @invariant()
    def it_shows_what_the_model_says(self) -> None:
        begins = {row.live_from for row in Edition.objects.all()}
        instants = {self.clock.now, *begins, *(begin - TICK for begin in begins)}
        for instant in instants:
            shown = {
                row.language: (
                    int(row.headline),
                    int(row.revision.facts["own"]["report_number"]),
                )
                for row in Edition.objects.live(instant).select_related("revision")
            }
            told = {code: self.model.told(code, instant) for code in LANGUAGES}
            assert shown == {code: what for code, what in told.items() if what}
            assert Edition.objects.standing(instant).count() <= len(LANGUAGES)

    @invariant()
    def it_never_rewrites_history(self) -> None:
        stored = {row[0]: row[1:] for row in self.rows()}
        for key, row in self.history.items():
            assert stored[key] == row
        begun = Edition.objects.filter(live_from__lte=self.begun())
        self.history = {key: stored[key] for key in begun.values_list("pk", flat=True)}

    @invariant()
    def it_counts_each_change_once(self) -> None:
        assert changes.current() == self.counted + self.model.done
        assert AuditEvent.objects.count() == self.model.done

    def rows(self) -> list[tuple]:
        return list(
            Edition.objects.order_by("pk").values_list(
                "pk",
                "language",
                "live_from",
                "revision",
                "stated",
                "cause",
                "notice",
                "note",
                "headline",
                "slug",
                "displayed_date",
                "first_published",
            )
        )


class Attempt:
    """A verb that must succeed when it is possible, and change nothing otherwise."""

    def __init__(self, chains: Chains, possible: bool) -> None:
        self.chains = chains
        self.possible = possible

    def __enter__(self) -> None:
        self.before = self.chains.rows()
        self.instant = self.chains.model.now(self.chains.clock)

    def __exit__(self, kind, error, traceback) -> bool:
        if isinstance(error, Refused):
            assert not self.possible, f"refused: {error}"
            assert str(error).endswith(".")
            assert self.chains.rows() == self.before
            return True
        if error is None:
            assert self.possible, "this should have been refused"
            self.chains.model.done += 1
            self.chains.model.last = self.instant
        return False


@pytest.mark.large
class TestChains(TestCase):
    def test_they_always_agree_with_the_model(self):
        rounds = settings(max_examples=25, stateful_step_count=15)
        run_state_machine_as_test(Chains, settings=rounds)
