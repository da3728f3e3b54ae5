"""What the tests of the verbs start from."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import TestCase
from django.utils.translation import override

from publications.models import Publication
from tests.cast import Cast, make_cast, make_publication
from tests.clock import Clock
from thinktank import changes
from thinktank.editorial.models import AuditEvent, Edition
from thinktank.editorial.permissions import Refused


class EditorialCase(TestCase):
    """A cast, an English interface, and a clock at `tests.clock.MORNING`."""

    cast: Cast
    clock: Clock

    @classmethod
    def setUpTestData(cls) -> None:
        cls.cast = make_cast()

    def setUp(self) -> None:
        self.clock = self.enterContext(Clock())
        self.enterContext(override("en"))

    def live_item(self, **facts: Any) -> Publication:
        """An item that went live in both languages this morning; a day has passed."""
        item = make_publication(live=True, **facts)
        self.clock.forward(days=1)
        return item

    def headlines(self, **ahead: float) -> dict[str, str]:
        """What readers see in each language this far ahead."""
        live = Edition.objects.live(self.clock.ahead(**ahead))
        return dict(live.values_list("language", "headline"))

    def chain(self, language: str) -> list[Edition]:
        return list(Edition.objects.filter(language=language).order_by("live_from"))

    def last_event(self) -> AuditEvent:
        event = AuditEvent.objects.order_by("pk").last()
        assert event
        return event

    def refused(self, verb: Any, *arguments: Any, **options: Any) -> Refused:
        """The refusal of this call, which must leave everything as it was."""
        before = self._everything()
        with pytest.raises(Refused) as caught:
            verb(*arguments, **options)
        assert self._everything() == before
        assert str(caught.value).endswith(".")
        return caught.value

    def counted(self, verb: Any, *arguments: Any, **options: Any) -> Any:
        """The result of this call, which must count exactly one change."""
        before = changes.current()
        result = verb(*arguments, **options)
        assert changes.current() == before + 1
        return result

    def _everything(self) -> list[Any]:
        editions = Edition.objects.order_by("pk").values()
        return [*editions, AuditEvent.objects.count(), changes.current()]
