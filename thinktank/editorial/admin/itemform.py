"""The form of an item: both languages side by side, and the shared facts once."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import override

from thinktank.document.pairing import paired
from thinktank.editorial import linked, saving
from thinktank.editorial.models import Item

from . import conflicts, parts, sides
from .body import BodyField
from .checking import ChecksWhatChanged
from .chosen import chosen
from .conflicts import Conflict
from .parts import FACTS, Seen


def side_fields(model: type[Item]) -> tuple[str, ...]:
    """What a kind has in each language, in the order of the form."""
    return (*model.text_fields(), "body")


class ItemForm(ChecksWhatChanged):
    """Knows which parts the person touched, and refuses those that are stale.

    `touched` names the parts to save; `seen` holds the tokens that the page sends
    back; `conflicts` describes each refused part. A refused part's token is
    renewed, so that saving again, with the difference in view, replaces it.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if kwargs.get("instance"):
            linked.prefetch(kwargs["instance"])
        super().__init__(*args, **kwargs)
        # The instance takes what was typed; this one stays what was read.
        self.standing = copy(self.instance)
        self._share_choices()
        self.touched: set[str] = set()
        self.conflicts: list[Conflict] = []
        self.tracks = saving.tracks(self.instance) if self.instance.pk else {}
        self.stored = self._stored() if self.instance.pk else {}
        self.seen = {part: self._seen(part) for part in self.stored}
        self.unwritten = {c for c in sides.codes() if not self.instance.has_text(c)}
        for language in sides.codes():
            self._prepare(language)

    def _share_choices(self) -> None:
        shared = chosen(self.instance)
        shared.watch("", lambda: [self])
        shared.serve("", self)

    def _prepare(self, language: str) -> None:
        """Parts of a text keep the ids they had; a text may follow another one."""
        body = self.fields.get(sides.column("body", language))
        if isinstance(body, BodyField):
            body.like = self.instance.body_in(language)
        source = source_of(self.instance, language)
        if source and self.instance.pk:
            self.fields[f"matches_{language}"] = _matching_field(language, source)

    def _stored(self) -> dict[str, Seen]:
        """What stands of each part now, read under the item's lock when saving."""
        item = self.instance
        versions = {code: track.version for code, track in self.tracks.items()}
        stored = {
            code: Seen(versions.get(code, 0), parts.digest(parts.texts(item, code)))
            for code in sides.codes()
        }
        known = {n: self.initial[n] for n in self.fact_fields if n in self.initial}
        return {**stored, FACTS: Seen(item.version, parts.digest(known))}

    def _seen(self, part: str) -> Seen:
        if not self.is_bound:
            return self.stored[part]
        return Seen.parse(self.data.get(f"seen_{part}", ""))

    @cached_property
    def fact_fields(self) -> list[str]:
        of_sides = {c for code in sides.codes() for c in self._columns(code)}
        return [name for name in self._meta.fields or () if name not in of_sides]

    @cached_property
    def changed_data(self) -> list[str]:
        """The changed fields of touched parts; others were changed by others."""
        if not self.stored:  # a new item has its number before its links are saved
            return super().changed_data
        changed = super().changed_data
        return [name for name in changed if self._part(name) in (*self.touched, "")]

    def _part(self, field: str) -> str:
        """The part a field belongs to; "" for a remark that is no part."""
        if field in self.fact_fields:
            return FACTS
        if field.startswith("matches_"):
            return ""
        return next(c for c in sides.codes() if field in self._columns(c))

    def changed_names(self) -> list[str]:
        """Languages and facts that changed, in words that the log translates."""
        with override(None):
            names = [self._name(field) for field in self.changed_data]
        return list(dict.fromkeys(names))

    def _name(self, field: str) -> str:
        part = self._part(field) or field.removeprefix("matches_")
        if part != FACTS:
            return sides.name(part)
        return str(self._meta.model._meta.get_field(field).verbose_name)

    def _columns(self, language: str) -> list[str]:
        return [
            sides.column(field, language) for field in side_fields(self._meta.model)
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self._require_a_headline()
        self._pair_new_bodies()
        if self.instance.pk:
            self._find_touched()
            self._refuse_stale()
        return cleaned

    def _require_a_headline(self) -> None:
        headlines = sides.columns("headline")
        if not any(str(self[column].data or "").strip() for column in headlines):
            message = _("Write a headline in one language at least.")
            raise ValidationError(message, code="no-headline")

    def _pair_new_bodies(self) -> None:
        """A new text takes the ids of the one that it stands beside."""
        stored = (self.instance.body_in(code) for code in sides.codes())
        model = next(filter(None, stored), None)
        for language in sides.codes():
            column = sides.column("body", language)
            body = self.cleaned_data.get(column)
            if body and not self.instance.body_in(language):
                self.cleaned_data[column] = paired(body, model) if model else body
                model = model or body

    def _find_touched(self) -> None:
        typed = {code: parts.digest(self.typed(code)) for code in sides.codes()}
        facts = {name: self.cleaned_data.get(name) for name in self.fact_fields}
        # Of all that can be chosen in numbers, only these have an order that counts.
        facts["related"] = [row.pk for row in facts.get("related") or ()]
        typed[FACTS] = parts.digest(facts)
        for part, now in self.stored.items():
            if self.seen[part].touched(now, typed[part]):
                self.touched.add(part)

    def typed(self, language: str) -> dict[str, str]:
        """The texts of one language as they were sent, the body as text form."""
        sent = {
            field: self[sides.column(field, language)].data or ""
            for field in side_fields(self._meta.model)
        }
        body = self.fields.get(sides.column("body", language))
        if isinstance(body, BodyField):
            sent["body"] = body.as_text(sent["body"])
        return sent

    def _refuse_stale(self) -> None:
        for part in sorted(self.touched):
            if self.seen[part].version == self.stored[part].version:
                continue
            if not self.errors:
                self.conflicts.append(conflicts.describe(self, part))
                self.seen[part] = self.stored[part]
        if self.conflicts:
            raise ValidationError(_("Nothing has been saved yet."), code="stale")

    def checked_before(self) -> set[str]:
        """The facts that stand, but for those that a constraint names beside a changed
        one."""
        if not self.stored:
            return set()
        changed = {*self.changed_data}
        together = (names for names in _constrained(self.instance) if names & changed)
        return {*self.fact_fields} - changed.union(*together)

    def written(self) -> list[str]:
        """The languages whose texts are to be saved."""
        if self.stored:
            return [code for code in sides.codes() if code in self.touched]
        return [code for code in sides.codes() if any(self.texts(code).values())]

    def texts(self, language: str) -> dict[str, Any]:
        """The cleaned texts of one language by bare name, for `saving`."""
        body = self.cleaned_data[sides.column("body", language)] or None
        return {
            field: self.cleaned_data[sides.column(field, language)] or ""
            for field in self._meta.model.text_fields()
        } | {"body": body}

    def followed(self) -> dict[str, str]:
        """The language whose text each language follows from this save on.

        The person says so, or begins a text beside one that stands already.
        """
        begun = self.touched & self.unwritten if self.stored else set()
        sources = {
            code: source_of(self.instance, code)
            for code in sides.codes()
            if code in begun or self.cleaned_data.get(f"matches_{code}")
        }
        return {code: source for code, source in sources.items() if source}

    def save_facts(self) -> None:
        """Write the facts of a stored item: all columns, and the links that changed."""
        links = linked.links(self._meta.model)
        columns = [name for name in self.fact_fields if name not in links]
        self.instance.save(update_fields=["changed_at", *columns])
        for name, field in links.items():
            if name in self.changed_data:
                field.save_form_data(self.instance, self.cleaned_data[name])

    def keep_untouched(self) -> None:
        """Let the instance stand as a save leaves it, but for its links: what the
        person did not touch stays as it is stored."""
        links = linked.links(self._meta.model)
        for name in self.fields if self.stored else ():
            if name not in links and self._part(name) not in ("", *self.touched):
                column = self._meta.model._meta.get_field(name).attname
                setattr(self.instance, column, getattr(self.standing, column))

    def typed_links(self) -> dict[str, list[Any]]:
        """The records that a save would link, by the names of the relations."""
        if self.stored and FACTS not in self.touched:
            return {}
        names = linked.links(self._meta.model)
        cleaned = self.cleaned_data
        return {name: list(cleaned[name]) for name in names if name in cleaned}

    def clean_related(self) -> Any:
        related = self.cleaned_data["related"]
        if self.instance.pk in [item.pk for item in related]:
            raise ValidationError(_("An item cannot be related to itself."))
        return related


def _constrained(item: Item) -> Iterator[set[str]]:
    """The fields that each constraint of an item names."""
    for _model, constraints in item.get_constraints():
        for constraint in constraints:
            condition = getattr(constraint, "condition", None)
            named = condition.referenced_base_fields if condition else ()
            yield {*named, *getattr(constraint, "fields", ())}


def source_of(item: Item, language: str) -> str | None:
    """The other language that a text in `language` can follow, if there is one."""
    others = (code for code in sides.codes() if code != language)
    return next((code for code in others if item.has_text(code)), None)


def _matching_field(language: str, source: str) -> forms.BooleanField:
    label = _("The text in %(language)s matches the current text in %(source)s") % {
        "language": sides.name(language),
        "source": sides.name(source),
    }
    return forms.BooleanField(required=False, label=label)
