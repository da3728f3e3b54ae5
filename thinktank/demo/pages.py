"""The pages about the sample centre."""

from __future__ import annotations

from thinktank.centre.models import CentrePage

from . import items
from .files import languages, rows

GROUP = "pages"

Pages = dict[str, CentrePage]


def make() -> Pages:
    """Store and publish those for whose purpose the site has no page yet."""
    made: Pages = {}
    there = {page.purpose: page for page in CentrePage.objects.all()}
    for row in rows(GROUP):
        made[row["key"]] = there.get(row["purpose"]) or CentrePage.objects.create(
            purpose=row["purpose"]
        )
        if row["purpose"] not in there:
            texts = {code: items.read(GROUP, row, code) for code in languages(row)}
            items.write(made[row["key"]], texts)
            items.publish(made[row["key"]], row)
    return made
