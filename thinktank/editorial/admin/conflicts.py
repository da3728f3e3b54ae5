"""What a person is shown whose save came after somebody else's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from thinktank.document.diff import words_diff
from thinktank.editorial.models import Item, Track

from . import differences, parts, sides
from .acts.confirmation import moment
from .differences import Difference
from .staff import called


@dataclass(frozen=True, slots=True)
class Conflict:
    """A part that was not saved, and how the typed one differs from what stands."""

    title: str
    explanation: str
    differences: list[Difference]


def describe(form: Any, part: str) -> Conflict:
    if part == parts.FACTS:
        facts = parts.facts(form.instance, form.fact_fields)
        standing = {name: facts[name] for name in form.fact_fields}
        return Conflict(
            _("The shared facts were not saved"),
            _("Somebody saved other facts after you opened this page."),
            list(of_facts(form, standing)),
        )
    return Conflict(
        _("The text in %(language)s was not saved") % {"language": sides.name(part)},
        _explanation(form.instance, part),
        list(_texts(form, part)),
    )


def _explanation(item: Item, language: str) -> str:
    tracks = Track.objects.filter(item_id=item.pk, language=language)
    track = tracks.select_related("tip__created_by").first()
    if track is None or track.tip is None:
        return _("Somebody saved this text after you opened this page.")
    tip = track.tip
    values = {"person": called(tip.created_by), "moment": moment(tip.created_at)}
    return (
        _("%(person)s saved this text on %(moment)s, after you opened this page.")
        % values
    )


def _texts(form: Any, language: str) -> Iterator[Difference]:
    """From the text that stands to the text that was typed."""
    item, typed = form.instance, form.texts(language)
    standing = {field: item.text_in(language, field) for field in item.text_fields()}
    mine = {field: typed[field] for field in item.text_fields()}
    yield from differences.of_texts(type(item), standing, mine, language)
    yield from differences.of_bodies(item.body_in(language), typed["body"], language)


def of_facts(form: Any, standing: dict[str, Any]) -> Iterator[Difference]:
    """From the values that stand to those that were typed, by the form's names."""
    for name, stands in standing.items():
        field = form.fields[name]
        old, new = _words(field, stands), _words(field, form.cleaned_data[name])
        if old != new:
            pieces = tuple(words_diff(old, new))
            yield Difference(str(field.label), sides.interface(), "", pieces)


def _words(field: Any, value: Any) -> str:
    """A fact in words: names of what it refers to, in their order, or a choice's."""
    if hasattr(field, "queryset"):
        value = value if isinstance(value, list | models.QuerySet) else [value]
        keys = [getattr(row, "pk", row) for row in value if row]
        rows = field.queryset.in_bulk(keys)
        return sides.listed(rows[key] for key in keys if key in rows)
    labels = dict(getattr(field, "choices", ()))
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    return strip_tags(
        str(labels.get(value, "" if value is None else value))
    )  # some show an example
