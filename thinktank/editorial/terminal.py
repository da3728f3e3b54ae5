"""The language in which commands speak."""

from __future__ import annotations

import os

from django.conf import settings


def terminal_language() -> str:
    """The terminal's language (POSIX locale variables), else the last of ours."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        code = os.environ.get(variable, "")[:2].lower()
        if code in dict(settings.LANGUAGES):
            return code
    return settings.LANGUAGES[-1][0]
