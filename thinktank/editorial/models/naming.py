from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .revision import Revision


class RevisionName(models.Model):
    """What people call a Revision: "as sent to the author". Revisions themselves are
    never changed, so their names stand beside them."""

    revision = models.OneToOneField(
        Revision, on_delete=models.CASCADE, related_name="naming"
    )
    name = models.CharField(_("name of the revision"), max_length=80)

    class Meta:
        verbose_name = _("name of a revision")
        verbose_name_plural = _("names of revisions")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(name=""), name="revision_name_not_empty"
            ),
        ]

    def __str__(self) -> str:
        return self.name
