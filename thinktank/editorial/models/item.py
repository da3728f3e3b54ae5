"""The working copy: what staff edit. Nothing public reads it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modeltranslation.manager import rewrite_lookup_key
from modeltranslation.utils import build_localized_fieldname

from thinktank.document.model import Document
from thinktank.media.models import Image
from thinktank.reference.models import Person, Programme, Region, Topic, Worded
from thinktank.search.models import Findable

from ..fields import DocumentField, ItemsInOrder
from .choices import DatePrecision
from .edition import Edition
from .manuscript import remove_files
from .section import Section
from .track import Track

TEXT_FIELDS = ("kicker", "headline", "summary", "slug")
"""The texts every item has in each language, beside its body."""

Link = tuple[str, int, int]
"""How one item points at another: the kind of link, the target's id, the order."""


class Item(Findable, Worded):
    """Anything the centre publishes: texts in each language, facts once.

    The concrete kinds inherit from this table. `version` counts the saves of the
    shared facts; each language's Track counts the saves of its texts.
    """

    KIND = ""
    SEARCHED: ClassVar[tuple[str, ...]] = ("headline", "kicker", "summary")
    EXTRA_TEXTS: ClassVar[tuple[str, ...]] = ()
    """The texts that this kind alone has in each language."""
    NOT_COPIED: ClassVar[tuple[str, ...]] = (
        "version",
        "displayed_date",
        "date_precision",
        "first_published",
        "updated",
        "created_by",
        "trashed_at",
        "trashed_by",
    )
    """What a duplicate begins without; kinds add their own."""

    kind = models.CharField(max_length=20, editable=False)
    kicker = models.CharField(
        _("kicker"),
        max_length=150,
        blank=True,
        default="",
        help_text=_(
            "The line above the headline. It belongs to the title: "
            "citations print “Kicker: Headline”."
        ),
    )
    headline = models.CharField(
        _("headline"),
        max_length=250,
        blank=True,
        default="",
        help_text=_("A sentence or a question. No full stop at the end."),
    )
    summary = models.TextField(
        _("summary"),
        max_length=600,
        blank=True,
        default="",
        help_text=_(
            "Two sentences for lists, search results and shared links. "
            "Do not repeat the first paragraph."
        ),
    )
    slug = models.SlugField(
        _("slug"),
        max_length=120,
        blank=True,
        default="",
        allow_unicode=True,
        db_index=False,
        help_text=_(
            "The readable end of the address. Leave it empty to take it from the "
            "headline."
        ),
    )
    body = DocumentField(_("body"))

    displayed_date = models.DateField(
        _("displayed date"),
        null=True,
        blank=True,
        help_text=_("The date readers see. Empty: the day of first publication."),
    )
    date_precision = models.CharField(
        _("date precision"),
        max_length=6,
        choices=DatePrecision.choices,
        default=DatePrecision.DAY,
    )
    first_published = models.DateTimeField(
        _("first published"),
        null=True,
        blank=True,
        help_text=_(
            "Fill it in only for an item that was public before it came into this "
            "system."
        ),
    )
    updated = models.DateTimeField(
        _("updated"),
        null=True,
        blank=True,
        help_text=_("The last change of substance; never for typing errors."),
    )
    cover = models.ForeignKey(
        Image,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_("At the head of the page; without one, a plate is drawn."),
    )
    people = models.ManyToManyField(
        Person, through="Contributor", related_name="+", verbose_name=_("people")
    )
    topics = models.ManyToManyField(
        Topic, blank=True, related_name="+", verbose_name=_("topics")
    )
    regions = models.ManyToManyField(
        Region, blank=True, related_name="+", verbose_name=_("regions")
    )
    programmes = models.ManyToManyField(
        Programme, blank=True, related_name="+", verbose_name=_("programmes")
    )
    related = ItemsInOrder(
        "self",
        blank=True,
        symmetrical=False,
        related_name="+",
        verbose_name=_("related items"),
    )
    version = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("begun by"),
    )
    trashed_at = models.DateTimeField(
        _("put in the trash on"), null=True, editable=False
    )
    trashed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("put in the trash by"),
    )

    class Meta:
        verbose_name = _("item")
        verbose_name_plural = _("items")
        ordering = ["-pk"]
        indexes = [
            # Lists of the desk leave out what is in the trash.
            models.Index(
                fields=["kind", "-id"],
                condition=models.Q(trashed_at__isnull=True),
                name="item_kind",
            ),
            models.Index(
                fields=["-trashed_at"],
                condition=models.Q(trashed_at__isnull=False),
                name="item_trashed",
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=~models.Q(kind=""), name="item_has_kind"),
            models.CheckConstraint(
                condition=models.Q(date_precision__in=DatePrecision.values),
                name="item_date_precision",
            ),
            models.CheckConstraint(
                condition=models.Q(trashed_by__isnull=True)
                | models.Q(trashed_at__isnull=False),
                name="item_trashed_by_somebody",
            ),
        ]
        permissions = [
            ("edit_others", "Can edit what others have begun"),
            ("trash_item", "Can put items in the trash and restore them"),
        ]

    def __str__(self) -> str:
        """The headline in the active language; else another's, between isolates, so
        that its question mark stays at its end in a line of the other direction."""
        active = get_language()
        for code in sorted(dict(settings.LANGUAGES), key=lambda code: code != active):
            if headline := self.text_in(code, "headline"):
                return headline if code == active else f"\u2068{headline}\u2069"
        return f"#{self.pk}"

    @property
    def number(self) -> int:
        """The number in every public address of this item."""
        return self.pk

    @classmethod
    def begun(cls, type: str) -> Self:
        """An unsaved item of a type, by its code; kinds whose types are records
        override it."""
        return cls(type=type)

    @classmethod
    def text_fields(cls) -> tuple[str, ...]:
        """The bare names of the texts of this kind, beside its body."""
        return (*TEXT_FIELDS, *cls.EXTRA_TEXTS)

    def body_in(self, language: str) -> Document:
        """The working body in `language`; an empty Document when there is none."""
        body = getattr(self, build_localized_fieldname("body", language))
        return body or Document(language)

    def has_text(self, language: str) -> bool:
        """Whether anything was written in `language`."""
        texts = (self.text_in(language, field) for field in self.text_fields())
        return bool(self.body_in(language)) or any(texts)

    def set_texts(self, language: str, texts: dict[str, Any]) -> list[str]:
        """Assign texts of one language by bare name; the columns that changed."""
        named = {build_localized_fieldname(name, language): name for name in texts}
        changed = [c for c, name in named.items() if getattr(self, c) != texts[name]]
        for column in changed:
            setattr(self, column, texts[named[column]])
        return changed

    def sections(self, language: str) -> models.QuerySet[Any]:
        """The sections, with their points, that stand live in `language` now."""
        live = Edition.objects.live().filter(item_id=self.pk, language=language)
        return Section.objects.filter(edition__in=live).prefetch_related("points")

    def track(self, language: str) -> Track:
        """The state of `language`, made on first use. Costs one query."""
        return Track.objects.get_or_create(item_id=self.pk, language=language)[0]

    @classmethod
    def with_records(cls, items: models.QuerySet[Any]) -> models.QuerySet[Any]:
        """Items of this kind with the records that `own_facts` needs; kinds override
        it."""
        return items

    def relate(self, others: Iterable[Item]) -> None:
        """Let these be the related items, in this order."""
        wanted = [other.pk for other in others]
        if self.related_keys() != wanted:
            self.related.clear()
            # `set` and `add` would store several at once in any order.
            through: Any = type(self).related.through
            pairs = (through(from_item_id=self.pk, to_item_id=pk) for pk in wanted)
            through.objects.bulk_create(pairs)

    def related_keys(self) -> list[int]:
        """The ids of the related items, in their order. Costs one query, or none where
        `linked.prefetch` has read them."""
        known = getattr(self, "_prefetched_objects_cache", {}).get("related")
        if known is not None:
            return [item.pk for item in known]
        through: Any = type(self).related.through
        rows = through.objects.filter(from_item_id=self.pk).order_by("pk")
        return list(rows.values_list("to_item_id", flat=True))

    def own_facts(self) -> dict[str, Any]:
        """The facts of this kind alone, as plain JSON data; kinds override it.

        "type", "starts_at", "ends_at", "status", "strip_order" and "strip_until" are
        copied to the Edition's columns of those names, "series" and "series_number"
        to its row in a series, and "shown_series" to a row each, in order.
        """
        return {}

    @property
    def gathers(self) -> bool:
        """Whether other items go out with this one: the articles of an issue …"""
        return False

    def gathered(self) -> list[int]:
        """The ids of the items that go out with this one, in order; kinds that have
        any override both."""
        return []

    def own_links(self) -> list[Link]:
        """How this kind alone points at other items; kinds override it."""
        return []

    def own_values(self, own: dict[str, Any]) -> dict[str, Any]:
        """What fields get to say what `own_facts` said: some of these facts turned
        round. Kinds override it where a fact is no field of the same name."""
        return own

    def set_own_links(self, links: Iterable[Link], kinds: set[str]) -> None:
        """Point at other items as `own_links` did, for links of these kinds alone."""

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.kind:
            self.kind = self.KIND
        # A bare "body" would write the untranslated column, which is always empty,
        # and modeltranslation would copy that over the language's own.
        if kwargs.get("update_fields") is not None:
            names = [rewrite_lookup_key(Item, n) for n in kwargs["update_fields"]]
            kwargs["update_fields"] = names
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Its manuscripts go along, with their files."""
        names = list(self.manuscripts.values_list("file", flat=True))
        deleted = super().delete(*args, **kwargs)
        remove_files(names)
        return deleted
