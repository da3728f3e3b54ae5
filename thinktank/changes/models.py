from __future__ import annotations

from django.db import models


class Boundary(models.Model):
    """An instant at which something public begins or ends by itself."""

    at = models.DateTimeField(unique=True)

    def __str__(self) -> str:
        return self.at.isoformat()


class Counter(models.Model):
    """The single row behind `thinktank.changes`; its primary key is always 1."""

    value = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="changes_one_row"),
        ]

    def __str__(self) -> str:
        return str(self.value)
