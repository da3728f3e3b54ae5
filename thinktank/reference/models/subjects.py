"""What items are filed under: topics, regions, programmes, series."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thinktank.search.models import Findable

from ..identifiers import validate_issn
from .named import (
    Named,
    Tree,
    named_in_some_language,
    not_merged_into_itself,
    not_under_itself,
)


class Topic(Tree):
    """A subject that items are filed under."""

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=named_in_some_language(), name="topic_has_a_name"
            ),
            not_under_itself("topic_not_under_itself"),
            not_merged_into_itself("topic_merged_into_another"),
        ]


class Region(Tree):
    """A part of the world that items are about."""

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=named_in_some_language(), name="region_has_a_name"
            ),
            not_under_itself("region_not_under_itself"),
            not_merged_into_itself("region_merged_into_another"),
        ]


class Programme(Findable, Named):
    """A line of the centre's work, with people and money of its own."""

    SEARCHED = ("name",)

    description = models.TextField(_("description"), blank=True, default="")
    is_current = models.BooleanField(
        _("current"), default=True, help_text=_("Untick it when the programme ends.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=named_in_some_language(), name="programme_has_a_name"
            ),
        ]


class Series(Findable, Named):
    """A numbered row of publications; a periodical when it comes out in issues."""

    SEARCHED = ("name", "issn", "issn_online")

    class Form(models.TextChoices):
        SERIES = "series", _("series")
        PERIODICAL = "periodical", _("periodical")

    form = models.CharField(
        _("form"), max_length=10, choices=Form.choices, default=Form.SERIES
    )
    description = models.TextField(_("description"), blank=True, default="")
    frequency = models.CharField(
        _("frequency"),
        max_length=60,
        blank=True,
        default="",
        help_text=_("How often it comes out, in words: quarterly …"),
    )
    issn = models.CharField(
        _("ISSN in print"),
        max_length=9,
        blank=True,
        default="",
        validators=[validate_issn],
    )
    issn_online = models.CharField(
        _("ISSN online"),
        max_length=9,
        blank=True,
        default="",
        validators=[validate_issn],
    )
    editor = models.ForeignKey(
        "Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("editor"),
        help_text=_("Who edits the periodical today."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = pgettext_lazy("several", "series")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=named_in_some_language(), name="series_has_a_name"
            ),
            models.CheckConstraint(
                condition=models.Q(form__in=["series", "periodical"]),
                name="series_form",
            ),
        ]
