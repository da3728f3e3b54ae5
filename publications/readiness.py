"""What had better be true of a publication before it is published."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from thinktank.editorial.models import Role
from thinktank.editorial.readiness import Finding

from .models import Form, Publication


def advice(publication: Publication, language: str) -> Iterator[Finding]:
    if not publication.topics.all():
        message = _("No topic is chosen: readers find this by its date alone.")
        yield Finding(message, "topics")
    if publication.type.form == Form.ARTICLE and not _has_author(publication):
        message = _("No author is named. Add one, unless the centre itself wrote it.")
        yield Finding(message, "contributors")


def _has_author(publication: Publication) -> bool:
    return any(row.role == Role.AUTHOR for row in publication.contributors.all())
