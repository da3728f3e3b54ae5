"""Taking what was public out of public history, and giving it back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from thinktank.editorial import publishing
from thinktank.editorial.permissions import may_suppress
from thinktank.editorial.recently import recently_authenticated

from .. import sides
from ..staff import person
from .confirmation import ConfirmationView, ConfirmForm


class SuppressForm(ConfirmForm):
    reason = forms.CharField(
        label=gettext_lazy("Reason, for staff alone"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=gettext_lazy("It stands in the audit log. Readers never see it."),
    )


@method_decorator(recently_authenticated, name="get")
@method_decorator(recently_authenticated, name="post")
class _Suppressing(ConfirmationView):
    permission = "withdraw"

    def allows(self, language: str) -> bool:
        return may_suppress(person(self.request), language)

    def in_words(self) -> dict[str, str]:
        return {"language": sides.name(self.language)}


class SuppressView(_Suppressing):
    form_class = SuppressForm
    destructive = True

    def title(self) -> str:
        return _("Suppress what was public in %(language)s") % self.in_words()

    def button(self) -> str:
        return _("Suppress")

    def consequences(self) -> Iterator[str]:
        yield (
            _(
                "What was public in %(language)s and is not any more leaves public "
                "history: no page shows its words, its title, its corrections or the "
                "reason of its withdrawal."
            )
            % self.in_words()
        )
        if self.state.live:
            yield _(
                "The text that readers see now stays. Withdraw it first if it must go, "
                "too."
            )
        yield _("Staff still see when it was public; only some may read it.")

    def act(self, values: dict[str, Any]) -> str:
        ended = publishing.suppress(
            self.item, self.language, values["reason"], by=person(self.request)
        )
        return ngettext(
            "One earlier edition is suppressed.",
            "%(count)s earlier editions are suppressed.",
            len(ended),
        ) % {"count": len(ended)}


class UnsuppressView(_Suppressing):
    form_class = ConfirmForm

    def title(self) -> str:
        return _("Lift the suppression in %(language)s") % self.in_words()

    def button(self) -> str:
        return _("Lift the suppression")

    def consequences(self) -> Iterator[str]:
        yield (
            _(
                "What was suppressed in %(language)s belongs to public history again, "
                "with its corrections and the reason of its withdrawal."
            )
            % self.in_words()
        )

    def act(self, values: dict[str, Any]) -> str:
        publishing.unsuppress(self.item, self.language, by=person(self.request))
        return _("The suppression in %(language)s is lifted.") % self.in_words()
