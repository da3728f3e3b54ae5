from __future__ import annotations

from django.db import models


class Counter(models.Model):
    """The single row behind `thinktank.changes`; its primary key is always 1."""

    value = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="changes_one_row"),
        ]

    def __str__(self) -> str:
        return str(self.value)
