"""The centre's own news: what it takes part in, publishes, hosts, and is quoted for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from thinktank.editorial import kinds
from thinktank.editorial.kinds import TypeName
from thinktank.editorial.models import Item, LinkKind
from thinktank.editorial.models.item import Link


class NewsType(models.TextChoices):
    PARTICIPATION = "participation", _("Participation")
    RELEASE = "release", _("New release")
    HOSTING = "hosting", _("Hosting")
    WRITING = "writing", _("Our writers")
    COVERAGE = "coverage", _("In the media")
    AGREEMENT = "agreement", _("Agreement")


INKS: dict[str, str] = {
    NewsType.RELEASE: "indigo",
    NewsType.WRITING: "cinnabar",
    NewsType.COVERAGE: "verdigris",
}


def type_names() -> dict[str, TypeName]:
    """What readers see of each sort of news, by code."""
    return kinds.named_choices(NewsType.choices, INKS)


class NewsItem(Item):
    """A line of centre news; its body may be empty, its headline may not.

    `about` is what the line announces: the fair, the study, the panel. A line of the
    type *release* or *writing* that has no headline of its own takes one from there.
    """

    KIND = "news"
    EXTRA_TEXTS = ("short_headline",)
    SEARCHED = (*Item.SEARCHED, "short_headline")
    NOT_COPIED = (*Item.NOT_COPIED, "on_strip", "strip_order", "strip_until")

    type = models.CharField(
        _("type"),
        max_length=15,
        choices=NewsType.choices,
        default=NewsType.PARTICIPATION,
    )
    short_headline = models.CharField(
        _("line for the strip"),
        max_length=150,
        blank=True,
        default="",
        help_text=_("Shorter than the headline. Empty: the headline stands there."),
    )
    about = models.ForeignKey(
        Item,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("announces"),
        help_text=_("The publication or event that this line is about."),
    )
    outlet = models.CharField(
        _("outlet"),
        max_length=150,
        blank=True,
        default="",
        help_text=_("Who printed or broadcast it, for the type “In the media”."),
    )
    outlet_url = models.URLField(
        _("address at the outlet"), max_length=500, blank=True, default=""
    )
    on_strip = models.BooleanField(
        _("stands in the news strip"),
        default=True,
        help_text=_("The strip stands on every page of a language."),
    )
    strip_order = models.PositiveSmallIntegerField(
        _("place in the strip"),
        default=0,
        help_text=_("Lower numbers come first; of equal ones the newest."),
    )
    strip_until = models.DateTimeField(
        _("in the strip until"),
        null=True,
        blank=True,
        help_text=_("Empty: until newer lines take its place."),
    )

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(type__in=NewsType.values), name="news_type"
            ),
            models.CheckConstraint(
                condition=~models.Q(about=models.F("pk")), name="news_not_about_itself"
            ),
        ]

    def own_facts(self) -> dict[str, Any]:
        return {
            "type": self.type,
            "outlet": self.texts("outlet"),
            "outlet_url": self.outlet_url,
            "strip_order": self.strip_order if self.on_strip else None,
            "strip_until": self.strip_until.isoformat() if self.strip_until else None,
        }

    def own_links(self) -> list[Link]:
        return [(LinkKind.ANNOUNCES.value, self.about_id, 0)] if self.about_id else []

    def own_values(self, own: dict[str, Any]) -> dict[str, Any]:
        if "strip_order" not in own:
            return own
        order = own["strip_order"]
        return own | {"on_strip": order is not None, "strip_order": order or 0}

    def set_own_links(self, links: Iterable[Link], kinds: set[str]) -> None:
        if LinkKind.ANNOUNCES in kinds:
            own = (pk for kind, pk, _order in links if kind == LinkKind.ANNOUNCES)
            self.about_id = next(own, None)
