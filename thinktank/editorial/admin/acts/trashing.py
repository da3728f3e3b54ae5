"""The page that asks before an item goes into the trash."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from thinktank.editorial import trash

from .. import sides
from ..staff import person
from .confirmation import ConfirmationView, Led


class TrashView(ConfirmationView):
    """What stands in the way is said instead of a button."""

    destructive = True

    @cached_property
    def languages(self) -> list[str]:
        return sides.codes()

    def allows(self, language: str) -> bool:
        return trash.may_trash(person(self.request), type(self.item))

    def title(self) -> str:
        return pgettext("heading", "Move to the trash")

    def button(self) -> str:
        return _("Move to the trash")

    def blocking(self) -> list[Led]:
        sentence = trash.refusal(self.item)
        return [Led(sentence, self.item_admin.address(self.item))] if sentence else []

    def consequences(self) -> Iterator[str]:
        yield _("It disappears from the lists, from searches and from all choosers.")
        if trash.public_once([self.item]):
            yield _(
                "It was public once: its addresses go on giving the reason of its "
                "withdrawal."
            )
        yield _("Nothing of it is lost: it can be restored from the trash.")

    def act(self, values: dict[str, Any]) -> str:
        trash.put(self.item, by=person(self.request))
        return _("“%(headline)s” is in the trash.") % {"headline": self.item}

    def after(self) -> HttpResponse:
        return HttpResponseRedirect(reverse("admin:trash"))
