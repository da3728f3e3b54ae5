"""The ordered lists of an item: people, other items, pictures, files."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thinktank.media.models import File, Image
from thinktank.reference.models import Person, Worded

from .choices import AttachmentKind, LinkKind, Role
from .item import Item


class Contributor(Worded):
    """A person's part in an item, in the order printed.

    `affiliation` is printed as it was then, also when the person has moved on.
    """

    item = models.ForeignKey(
        Item, on_delete=models.CASCADE, related_name="contributors"
    )
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="contributions",
        verbose_name=_("person"),
    )
    role = models.CharField(
        _("role"), max_length=20, choices=Role.choices, default=Role.AUTHOR
    )
    affiliation = models.CharField(
        _("affiliation as printed"), max_length=200, blank=True, default=""
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "person", "role"],
                name="contributor_once",
                violation_error_message=_("This person already has this role here."),
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=Role.values), name="contributor_role"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_role_display()})"


class ItemLink(models.Model):
    """Another item that this one lists, in an order that staff choose.

    What an event launched, what came out of it, what a dossier holds.
    """

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="listed")
    target = models.ForeignKey(
        Item, on_delete=models.PROTECT, related_name="+", verbose_name=_("item")
    )
    kind = models.CharField(max_length=20, choices=LinkKind.choices)
    order = models.PositiveIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("listed item")
        verbose_name_plural = _("listed items")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "target", "kind"], name="item_link_once"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=LinkKind.values), name="item_link_kind"
            ),
            models.CheckConstraint(
                condition=~models.Q(item=models.F("target")),
                name="item_link_to_another",
                violation_error_message=_("An item cannot list itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} → {self.target_id} {self.kind}"


class GalleryPicture(models.Model):
    """A picture in the gallery of an item."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="gallery")
    image = models.ForeignKey(
        Image, on_delete=models.PROTECT, related_name="+", verbose_name=_("picture")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("gallery picture")
        verbose_name_plural = _("gallery")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "image"], name="gallery_picture_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.image)


class Attachment(models.Model):
    """A file that comes with an item, for readers to download."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="attachments")
    file = models.ForeignKey(
        File, on_delete=models.PROTECT, related_name="+", verbose_name=_("file")
    )
    kind = models.CharField(
        _("what it is"),
        max_length=10,
        choices=AttachmentKind.choices,
        default=AttachmentKind.FULL_TEXT,
    )
    accessible = models.BooleanField(
        _("accessible"),
        default=False,
        help_text=_("Tick it when a screen reader can read the file well."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["item", "file"], name="attachment_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=AttachmentKind.values),
                name="attachment_kind",
            ),
        ]

    def __str__(self) -> str:
        return str(self.file)
