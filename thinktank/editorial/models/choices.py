"""The closed lists that items and editions share."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DatePrecision(models.TextChoices):
    DAY = "day", _("day")
    MONTH = "month", _("month")
    SEASON = "season", _("season")
    YEAR = "year", _("year")


class Role(models.TextChoices):
    """What a person does for an item; the second group takes part in events."""

    AUTHOR = "author", _("author")
    EDITOR = "editor", _("editor")
    TRANSLATOR = "translator", _("translator")
    REVIEWER = "reviewer", _("reviewer")
    FOREWORD = "foreword", _("author of the foreword")
    DATA = "data", _("data")
    GUEST = "guest", _("guest of honour")
    SPEAKER = "speaker", _("speaker")
    MODERATOR = "moderator", _("moderator")
    CHAIR = "chair", _("chair")
    DISCUSSANT = "discussant", _("discussant")
    PATRON = "patron", _("patron")
    ATTENDING = "attending", _("attending")


class AttachmentKind(models.TextChoices):
    """What a file is to the item it comes with."""

    FULL_TEXT = "full-text", _("full text")
    DATA = "data", _("data")
    POSTER = "poster", _("poster")
    SAMPLE = "sample", _("sample pages")
    ANNEX = "annex", _("annex")


class LinkKind(models.TextChoices):
    """How one item points at another."""

    RELATED = "related", _("related")
    LAUNCHED = "launched", _("launched there")
    CONTENTS = "contents", _("contents")
    ANNOUNCES = "announces", _("announces")
    PART_OF = "part_of", _("part of")
    SUPPLEMENTS = "supplements", _("supplement to")
    OUTPUT = "output", _("came out of it")


class EventStatus(models.TextChoices):
    SCHEDULED = "scheduled", pgettext_lazy("event status", "scheduled")
    POSTPONED = "postponed", pgettext_lazy("event status", "postponed")
    CANCELLED = "cancelled", pgettext_lazy("event status", "cancelled")
    HELD = "held", pgettext_lazy("event status", "held")
