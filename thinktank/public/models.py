"""What the centre sets on its own front: menus, the slots of home, announcements."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thinktank import changes
from thinktank.editorial.models import Item
from thinktank.reference.models import Series, Worded


class Timed(models.Model):
    """Something that shows from one instant until another, or without an end."""

    starts_at = models.DateTimeField(
        _("from"), null=True, blank=True, help_text=_("Empty: at once.")
    )
    until = models.DateTimeField(
        _("until"), null=True, blank=True, help_text=_("Empty: until it is removed.")
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        changes.expect(self.starts_at, self.until)

    def shows(self, at: datetime | None = None) -> bool:
        """Whether it shows at an instant (now)."""
        at = at or timezone.now()
        begun = self.starts_at is None or self.starts_at <= at
        return begun and (self.until is None or at < self.until)


def begins_before_it_ends(name: str) -> Any:
    later = Q(until__gt=models.F("starts_at"))
    return models.CheckConstraint(
        condition=Q(starts_at__isnull=True) | Q(until__isnull=True) | later,
        name=name,
        violation_error_message=_("It would end before it begins. Check the times."),
    )


def leads_to_one_thing() -> Q:
    item, series = Q(item__isnull=True), Q(series__isnull=True)
    section, address = Q(section=""), Q(address="")
    return (
        ~item & series & section & address
        | item & ~series & section & address
        | item & series & ~section & address
        | item & series & section & ~address
    )


class MenuEntry(Worded):
    """A line of a menu: to an item, a section of the site, a series, or an address.

    It stands in the menus of the languages in which it leads somewhere: an item or
    something of a series must be live there, and an address needs a label. A section
    is the code of a kind, of an index ("people"), or a kind and a type of it:
    "publications/study".
    """

    class Place(models.TextChoices):
        HEADER = "header", _("at the top of each page")
        FOOTER = "footer", _("at the foot of each page")

    place = models.CharField(_("place"), max_length=10, choices=Place.choices)
    label = models.CharField(
        _("label"),
        max_length=60,
        blank=True,
        default="",
        help_text=_("Empty: the headline of the item, or the name of the section."),
    )
    item = models.ForeignKey(
        Item,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("item"),
    )
    section = models.CharField(
        _("section"),
        max_length=70,
        blank=True,
        default="",
        help_text=_("A list or an index of the site, or what is of one type."),
    )
    series = models.ForeignKey(
        Series,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("series or periodical"),
    )
    address = models.URLField(
        _("address"),
        max_length=500,
        blank=True,
        default="",
        help_text=_("On another site; it needs a label."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("menu entry")
        verbose_name_plural = _("menu entries")
        ordering = ["place", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(place__in=["header", "footer"]), name="menu_entry_place"
            ),
            models.CheckConstraint(
                condition=leads_to_one_thing(),
                name="menu_entry_leads_to_one_thing",
                violation_error_message=_(
                    "Choose one target: an item, a section, a series or an address."
                ),
            ),
        ]

    def __str__(self) -> str:
        labels = filter(None, self.texts("label").values())
        named = self.address or self.section or str(self.series or self.item)
        return next(labels, named)

    def clean(self) -> None:
        super().clean()
        if self.address and not any(self.texts("label").values()):
            message = _("Give the address a label, in one language at least.")
            raise ValidationError(message, code="no-label")


class HomeSlot(Timed):
    """A place on the front page of a language, given to an item for a time.

    The first slot is the lead. What no slot fills is filled with the newest.
    """

    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES
    )
    item = models.ForeignKey(
        Item, on_delete=models.CASCADE, related_name="+", verbose_name=_("item")
    )
    order = models.PositiveSmallIntegerField(
        _("place"), default=0, help_text=_("The lowest number leads the page.")
    )

    class Meta:
        verbose_name = _("slot of the front page")
        verbose_name_plural = _("slots of the front page")
        ordering = ["language", "order", "pk"]
        constraints = [
            begins_before_it_ends("home_slot_takes_time"),
            models.CheckConstraint(
                condition=Q(language__in=dict(settings.LANGUAGES)),
                name="home_slot_language",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language} {self.order}: {self.item}"


class Announcement(Worded, Timed):
    """A line above every page of the languages it is written in, for a time."""

    text = models.CharField(_("text"), max_length=200, blank=True, default="")
    item = models.ForeignKey(
        Item,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("item"),
        help_text=_("What the line leads to, where it is public in that language."),
    )
    address = models.URLField(_("leads to"), max_length=500, blank=True, default="")

    class Meta:
        verbose_name = pgettext_lazy("above every page", "announcement")
        verbose_name_plural = _("announcements")
        ordering = ["-pk"]
        constraints = [
            begins_before_it_ends("announcement_takes_time"),
            models.CheckConstraint(
                condition=Q(item__isnull=True) | Q(address=""),
                name="announcement_leads_to_one_thing",
                violation_error_message=_("Choose an item or an address, not both."),
            ),
        ]

    def __str__(self) -> str:
        return next(filter(None, self.texts("text").values()), f"#{self.pk}")

    def clean(self) -> None:
        super().clean()
        if not any(self.texts("text").values()):
            message = _("Write the line, in one language at least.")
            raise ValidationError(message, code="no-text")
