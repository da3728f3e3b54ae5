"""What the facts of a publication may say together; each fault is one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from thinktank.editorial.admin.sides import columns

from .models import Form, Publication

SECTIONS = columns("issue_section")
ONLY = {
    "issue": Form.ARTICLE,
    "first_page": Form.ARTICLE,
    "last_page": Form.ARTICLE,
    "is_supplement": Form.ARTICLE,
    **dict.fromkeys(SECTIONS, Form.ARTICLE),
}
"""Fields that publications of one form alone have."""


def problems(
    publication: Publication, facts: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """Pairs of a field and a sentence. `facts` are the cleaned values of the form;
    a field that was refused already is missing from it."""
    if "type" not in facts:
        return
    form = facts["type"].form
    foreign = [name for name, own in ONLY.items() if form != own and facts.get(name)]
    for name in foreign:
        yield (
            name,
            _(
                "Only an article appears in an issue. Clear this field, or choose "
                "another type than “%(type)s”."
            )
            % {"type": facts["type"]},
        )
    if not foreign:
        yield from _in_an_issue(publication, facts)
    if facts.get("series_number") and not facts.get("series"):
        yield "series_number", _("Choose the series that this number counts in.")
    if _stops_being_an_issue(publication, form) and publication.articles.exists():
        yield (
            "type",
            _("Articles have appeared in this issue. Give them another one first."),
        )


def _stops_being_an_issue(publication: Publication, form: str) -> bool:
    was_issue = publication.pk and publication.type.form == Form.ISSUE
    return bool(was_issue) and form != Form.ISSUE


def _in_an_issue(
    publication: Publication, facts: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    issue, first, last = (facts.get(n) for n in ("issue", "first_page", "last_page"))
    if issue and issue.pk == publication.pk:
        yield "issue", _("An issue cannot appear in itself. Choose another one.")
    if (first or last) and not issue and "issue" in facts:
        yield "issue", _("Choose the issue that these pages belong to.")
    elif not issue and "issue" in facts:
        yield from _without_an_issue(facts)
    if last and not first and "first_page" in facts:
        yield "first_page", _("Give the first page, too.")
    if first and last and last < first:
        yield "last_page", _("The last page comes before the first. Check both.")
    if first and facts.get("is_supplement"):
        yield (
            "first_page",
            _("A supplement comes with an issue, and has no pages in it."),
        )


def _without_an_issue(facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if facts.get("is_supplement"):
        yield "issue", _("Choose the issue that it comes with.")
    elif any(map(facts.get, SECTIONS)):
        yield "issue", _("Choose the issue that has this section.")
