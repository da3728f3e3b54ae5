"""The site while it is being worked on: closed on purpose, or not running at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from thinktank import house

from . import errors, languages

SOON = timedelta(minutes=1)
SHEET = re.compile(r'<link rel="stylesheet" href="(?P<href>[^"]+)"(?P<media>[^>]*)>')
FETCHED = re.compile(
    r'<link rel="(?:preload|modulepreload|icon)"[^>]*>\n?|<script\b.*?</script>\n?'
)
FACES = re.compile(r"@font-face\s*\{[^}]*\}")


class MaintenanceMiddleware:
    """Answers everything with 503 and Retry-After (RFC 9110, 10.2.3) while closed.

    It asks no database: that may be what is being worked on.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        until = closed_until()
        if until is None:
            return self.get_response(request)
        named = languages.of_path(request.path_info)
        response = errors.closed(named or languages.accepted(request))
        wait = max(until - timezone.now(), SOON)
        response.headers["Retry-After"] = str(int(wait.total_seconds()))
        return response


def close(until: datetime) -> None:
    """Let every visitor and editor read that the site is back at about `until`."""
    _sign().write_text(until.isoformat())


def reopen() -> None:
    _sign().unlink(missing_ok=True)


def closed_until() -> datetime | None:
    """When the site should be back; None while it is open. The time may have passed."""
    try:
        until = datetime.fromisoformat(_sign().read_text())
    except FileNotFoundError:
        return None
    except (OSError, ValueError):  # made by hand, or by somebody else
        return timezone.now()
    return until if until.tzinfo else timezone.make_aware(until)


def standalone(language: str) -> str:
    """The page of a closed site with its styles within: it fetches nothing.

    For a front server, to show while the site does not run. Needs collected files,
    and asks the database how the centre is called.
    """
    html = FETCHED.sub("", errors.closed(language, house.current()).content.decode())
    return SHEET.sub(_style, html)


def _style(link: re.Match[str]) -> str:
    name = link["href"].removeprefix(settings.STATIC_URL)
    sheet = (Path(settings.STATIC_ROOT) / name).read_text(encoding="utf-8")
    return f"<style{link['media']}>{FACES.sub('', sheet)}</style>"


def _sign() -> Path:
    """Whether this file is there says whether the site is closed."""
    return Path(settings.VAR_DIR) / "maintenance"
