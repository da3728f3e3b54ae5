"""What hangs on an edition: rows by which lists and pages find it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from thinktank.media.models import File, Image
from thinktank.reference.models import Person, Programme, Region, Series, Topic

from .choices import LinkKind, Role
from .edition import Edition


class EditionPerson(models.Model):
    """A person named on an edition, in the order printed."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, related_name="people"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=Role.choices)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "person", "role"], name="edition_person_once"
            ),
            models.CheckConstraint(
                condition=Q(role__in=Role.values), name="edition_person_role"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.person_id} {self.role}"


class EditionTopic(models.Model):
    """A topic that an edition is filed under."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, related_name="topics"
    )
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "topic"], name="edition_topic_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.topic_id}"


class EditionRegion(models.Model):
    """A region that an edition is about."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, related_name="regions"
    )
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "region"], name="edition_region_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.region_id}"


class EditionProgramme(models.Model):
    """A programme that an edition comes from."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, related_name="programmes"
    )
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "programme"], name="edition_programme_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.programme_id}"


class EditionSeries(models.Model):
    """An edition's place in a series; `number` is printed, `position` sorts."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, related_name="series"
    )
    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=20, blank=True, default="")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "series"], name="edition_series_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.series_id} {self.number}"


class EditionShownSeries(models.Model):
    """A series shown at the stand of a fair, in the order given."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, related_name="shown_series"
    )
    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "series"], name="edition_shown_series_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.series_id}"


class EditionImage(models.Model):
    """A picture that an edition shows, wherever it stands there."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, related_name="images"
    )
    image = models.ForeignKey(Image, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "image"], name="edition_image_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.image_id}"


class EditionFile(models.Model):
    """A file that readers of an edition may download."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "file"], name="edition_file_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.file_id}"


class EditionLink(models.Model):
    """Another item that an edition points at, in the order given.

    The order of a part is its place in the whole: the first page of an article.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="links")
    target = models.ForeignKey(
        "editorial.Item", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=20, choices=LinkKind.choices)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "target", "kind"], name="edition_link_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=LinkKind.values), name="edition_link_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} → {self.target_id} {self.kind}"
