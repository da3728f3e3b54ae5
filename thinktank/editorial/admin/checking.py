"""What the form of a stored record need not check again."""

from __future__ import annotations

from django import forms


class ChecksWhatChanged(forms.ModelForm):
    """Leaves to the database what stands there: it was checked when it was stored."""

    def checked_before(self) -> set[str]:
        """The fields of the model that need no check; asked once fields are cleaned."""
        raise NotImplementedError

    def _get_validation_exclusions(self) -> set[str]:
        excluded: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]  # Django's own, and not in the stubs
        return excluded | self.checked_before()
