"""Who may do what to what is public: one codename per verb and language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class System:
    """Acts for commands, where nobody is logged in; it may do everything."""

    def __str__(self) -> str:
        return "system"


SYSTEM: Final = System()


class Refused(Exception):
    """A verb that cannot be done; the message is a sentence for the person."""


class NotAllowed(Refused):
    """The person lacks the permission for this verb in this language."""


def codename(verb: str, language: str) -> str:
    return f"editorial.{verb}_{language}"


def may(by: User | System, verb: str, language: str) -> bool:
    """Whether `by` may publish, schedule or withdraw in `language`."""
    return isinstance(by, System) or by.has_perm(codename(verb, language))


SUPPRESS = "editorial.suppress_edition"


def may_suppress(by: User | System, language: str) -> bool:
    """Whether `by` may take what was public in `language` out of public history."""
    own = isinstance(by, System) or by.has_perm(SUPPRESS)
    return own and may(by, "withdraw", language)


def require_suppress(by: User | System, language: str) -> None:
    """Raises NotAllowed unless `may_suppress`."""
    if not may_suppress(by, language):
        raise NotAllowed(
            _("You may not suppress what was public. Ask an administrator to do it.")
        )


def require(by: User | System, verb: str, language: str) -> None:
    """Raises NotAllowed unless `may`."""
    if not may(by, verb, language):
        raise NotAllowed(
            _("You may not do this in this language. Ask a publisher to do it.")
        )
