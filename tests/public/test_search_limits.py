"""Nobody may keep the search busy for everybody else."""

from __future__ import annotations

from typing import Any

from django.test import RequestFactory, SimpleTestCase, override_settings

from thinktank.public.search import limits
from thinktank.public.search.limits import MINUTE, Counts
from thinktank.public.urls import views


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 600.0

    def __call__(self) -> float:
        return self.now


class TestCounts(SimpleTestCase):
    def test_each_address_is_counted_for_itself_and_by_the_minute(self) -> None:
        clock = Clock()
        counts = Counts(clock)
        assert [counts.another(each) for each in "aab"] == [1, 2, 1]
        clock.now += 45
        assert (counts.another("a"), counts.left()) == (3, 15)
        clock.now += 15
        assert (counts.another("a"), counts.left()) == (1, MINUTE)


@override_settings(
    SEARCHES_PER_MINUTE=2,
    SUGGESTIONS_PER_MINUTE=2,
    TRUSTED_PROXIES=["10.0.0.0/8"],
)
class TestLimits(SimpleTestCase):
    def setUp(self) -> None:
        fresh = {name: Counts(Clock()) for name in limits.COUNTS}
        kept = dict(limits.COUNTS)
        limits.COUNTS.update(fresh)
        self.addCleanup(limits.COUNTS.update, kept)

    def ask(self, path: str = "search/", **meta: Any) -> Any:
        """The third answer. Malformed ones cost no database."""
        request = RequestFactory().get(f"/ar/{path}", {"page": "x"}, **meta)
        view: Any = views.suggestions if "sugg" in path else views.search
        try:
            return view(request, "ar")
        except Exception as problem:  # any but a refusal will do
            return problem

    def statuses(self, **meta: Any) -> list[Any]:
        return [getattr(self.ask(**meta), "status_code", "asked") for _turn in range(3)]

    def test_the_next_one_is_told_to_wait_in_the_language_of_the_page(self) -> None:
        assert self.statuses() == ["asked", "asked", 429]
        response = self.ask()
        assert response["Retry-After"] == "60"
        assert response["Cache-Control"] == "no-store"
        assert response["Content-Language"] == "ar"
        assert "عمليات بحث كثيرة" in response.content.decode()
        assert not response.cookies

    def test_suggestions_are_counted_for_themselves(self) -> None:
        self.statuses()
        path = "search/suggestions"
        assert self.statuses(path=path) == ["asked", "asked", 429]
        assert self.ask(path)["Content-Type"] == "application/json"
        assert self.ask(path)["Cache-Control"] == "no-store"

    def test_a_proxy_of_ours_is_not_the_visitor(self) -> None:
        behind = {"REMOTE_ADDR": "10.0.0.1"}
        one, other = "203.0.113.1", "203.0.113.2"
        assert 429 in self.statuses(**behind, HTTP_X_FORWARDED_FOR=f"9.9.9.9, {one}")
        assert 429 not in self.statuses(**behind, HTTP_X_FORWARDED_FOR=other)[:2]
        forged = f"{other}, {one}"
        assert self.ask(**behind, HTTP_X_FORWARDED_FOR=forged).status_code == 429

    def test_a_house_with_many_addresses_is_one(self) -> None:
        assert 429 in self.statuses(REMOTE_ADDR="2001:db8:1:2::1")
        assert self.ask(REMOTE_ADDR="2001:db8:1:2:ffff::9").status_code == 429

    @override_settings(SEARCHES_PER_MINUTE=0)
    def test_nothing_is_limited_where_the_centre_says_so(self) -> None:
        assert self.statuses() == ["asked"] * 3
