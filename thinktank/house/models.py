from __future__ import annotations

from dataclasses import fields
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname

from thinktank.language.reading_time import usual_pace
from thinktank.language.style import DEFAULT, Style

from .plain import HouseSettings, Logo, Profile
from .validators import validate_profiles, validate_telephone, validate_zone

SLOWEST, FASTEST = 50, 600
"""Words a minute: somebody spelling letters, and somebody who only skims."""


class Months(models.TextChoices):
    """Traditions of month names, as `thinktank.language.months` knows them."""

    GULF = "gulf", _("the Gulf and Egypt")
    LEVANT = "levant", _("the Levant and Iraq")
    MAGHREB = "maghreb", _("Algeria and Tunisia")
    MOROCCAN = "moroccan", _("Morocco")
    DUAL = "dual", _("both names, as pan-Arab journals write")


class Digits(models.TextChoices):
    LATIN = "latn", "0123456789"
    ARABIC = "arab", "٠١٢٣٤٥٦٧٨٩"


class TitleMarks(models.TextChoices):
    GUILLEMETS = "guillemets", "«…»"
    PARENTHESES = "parentheses", "(…)"


def named_in_every_language() -> models.Q:
    condition = models.Q()
    for code, _label in settings.LANGUAGES:
        column = build_localized_fieldname("name", code)
        # NULL > '' is unknown, and a check passes on unknown: hence the first term.
        condition &= models.Q(**{f"{column}__isnull": False, f"{column}__gt": ""})
    return condition


def read_at_a_human_pace() -> models.Q:
    condition = models.Q()
    for code, _label in settings.LANGUAGES:
        column = build_localized_fieldname("reading_speed", code)
        within = models.Q(**{f"{column}__range": (SLOWEST, FASTEST)})
        condition &= within | models.Q(**{f"{column}__isnull": True})
    return condition


def _logo(image: Any) -> Logo | None:
    return Logo(image.address, image.width, image.height) if image else None


class House(models.Model):
    """The single row of house settings; its primary key is always 1.

    Until it is saved first, the initial settings of `thinktank.settings` hold.
    """

    name = models.CharField(_("name"), max_length=200, blank=True, default="")
    description = models.CharField(
        _("what follows the name"), max_length=200, blank=True, default=""
    )
    about = models.CharField(
        _("what the centre does"),
        max_length=300,
        blank=True,
        default="",
        help_text=_("One sentence, for the foot of each page."),
    )
    rights = models.CharField(
        _("rights"),
        max_length=200,
        blank=True,
        default="",
        help_text=_(
            "What readers may do with the texts, in one sentence; it follows the year "
            "and the name."
        ),
    )
    postal_address = models.TextField(
        _("postal address"),
        max_length=500,
        blank=True,
        default="",
        help_text=_("Line by line, as on an envelope."),
    )
    logo = models.ForeignKey(
        "media.Image",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
        help_text=_("In place of the drawn mark, at the top of each page."),
    )
    logo_dark = models.ForeignKey(
        "media.Image",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo on dark pages"),
        help_text=_("For readers whose pages are dark. Empty: the logo itself."),
    )
    email = models.EmailField(_("e-mail address"), blank=True, default="")
    telephone = models.CharField(
        _("telephone"),
        max_length=40,
        blank=True,
        default="",
        validators=[validate_telephone],
    )
    profiles = models.TextField(
        _("pages elsewhere"),
        max_length=2000,
        blank=True,
        default="",
        validators=[validate_profiles],
        help_text=_(
            "The centre’s own pages on other sites: one address a line, beginning "
            "with https://. The footer links to them."
        ),
    )
    months = models.CharField(
        _("names of the months"),
        max_length=10,
        choices=Months.choices,
        default=DEFAULT.months,
    )
    comma = models.BooleanField(
        _("a comma between month and year"), default=DEFAULT.comma
    )
    digits = models.CharField(
        _("digits"), max_length=4, choices=Digits.choices, default=DEFAULT.digits
    )
    hijri = models.BooleanField(
        _("the Hijri date beside the date of publication"), default=DEFAULT.hijri
    )
    titles = models.CharField(
        _("titles of works"),
        max_length=12,
        choices=TitleMarks.choices,
        default=DEFAULT.titles,
    )
    time_zone = models.CharField(
        _("time zone"), max_length=60, validators=[validate_zone]
    )
    reading_speed = models.PositiveSmallIntegerField(
        _("reading speed, in words a minute"),
        null=True,
        validators=[MinValueValidator(SLOWEST), MaxValueValidator(FASTEST)],
    )

    class Meta:
        verbose_name = _("house settings")
        verbose_name_plural = _("house settings")
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="house_one_row"),
            models.CheckConstraint(
                condition=named_in_every_language(), name="house_has_its_names"
            ),
            models.CheckConstraint(
                condition=read_at_a_human_pace(), name="house_reading_speed"
            ),
            models.CheckConstraint(
                condition=models.Q(
                    months__in=Months.values,
                    digits__in=Digits.values,
                    titles__in=TitleMarks.values,
                ),
                name="house_style",
            ),
        ]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    @classmethod
    def initial(cls) -> House:
        """The settings of an installation that has saved none."""
        house = cls(pk=1, time_zone=settings.TIME_ZONE)
        for code, _label in settings.LANGUAGES:
            house._set("name", code, settings.CENTRE_NAMES.get(code, ""))
            house._set("description", code, settings.CENTRE_DESCRIPTIONS.get(code, ""))
            for empty in ("about", "rights", "postal_address"):
                house._set(empty, code, "")
            house._set("reading_speed", code, usual_pace(code))
        return house

    def plain(self) -> HouseSettings:
        """As plain data; costs a query for each logo that is not there already."""
        return HouseSettings(
            names=self._in_each_language("name"),
            descriptions=self._in_each_language("description"),
            abouts=self._in_each_language("about"),
            rights=self._in_each_language("rights"),
            postal_addresses=self._in_each_language("postal_address"),
            logo=_logo(self.logo),
            logo_dark=_logo(self.logo_dark),
            email=self.email,
            telephone=self.telephone,
            profiles=tuple(map(Profile, self.profiles.split())),
            style=Style(
                **{each.name: getattr(self, each.name) for each in fields(Style)}
            ),
            zone=self._zone(),
            reading_speeds=self._in_each_language("reading_speed"),
        )

    def _zone(self) -> ZoneInfo:
        """The initial one, should this machine not know the one that was saved."""
        try:
            return ZoneInfo(self.time_zone)
        except (ZoneInfoNotFoundError, ValueError):
            return ZoneInfo(settings.TIME_ZONE)

    def _in_each_language(self, field: str) -> dict[str, Any]:
        """What has been set, by language code."""
        columns = {
            code: build_localized_fieldname(field, code)
            for code, _label in settings.LANGUAGES
        }
        values = {code: getattr(self, column) for code, column in columns.items()}
        return {code: value for code, value in values.items() if value}

    def _set(self, field: str, language: str, value: Any) -> None:
        setattr(self, build_localized_fieldname(field, language), value)
