"""Lines of news that are written by the system: a release, or who writes."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from thinktank.editorial import kinds
from thinktank.editorial.models import Item, Role
from thinktank.language.style import Style
from thinktank.language.titles import work_title
from thinktank.reference.models import Gender, Person

from .models import NewsType

LONGEST = 250
"""Characters; a headline holds no more."""


def generated_headline(type: str, about: Item, language: str, style: Style) -> str:
    """The headline of a line of `type` about an item, from its working copy.

    Empty for types that are written by hand, and when the item has no headline, or
    nobody to name, in `language`. Costs three queries.
    """
    title = about.text_in(language, "headline")
    if not title or type not in (NewsType.RELEASE, NewsType.WRITING):
        return ""
    with override(language):
        if type == NewsType.RELEASE:
            line = _release(about, title, language, style)
        else:
            line = _writing(about, title, language, style)
    return line if len(line) <= LONGEST else ""


def _release(about: Item, title: str, language: str, style: Style) -> str:
    kind = kinds.get(about.kind)
    item = kind.model._default_manager.get(pk=about.pk)
    type_name = kind.types().get(item.own_facts().get("type", ""))
    announcement = type_name.announcements.get(language) if type_name else ""
    words = {
        "announcement": (announcement or _("New:")).removesuffix(":"),
        "title": work_title(title, language, style),
    }
    return _("%(announcement)s: %(title)s") % words


def _writing(about: Item, title: str, language: str, style: Style) -> str:
    rows = about.contributors.filter(role=Role.AUTHOR).select_related("person")
    people = [row.person for row in rows if row.person.name_in(language)]
    if not people:
        return ""
    names = pgettext("between names", " and ").join(
        person.full_name_in(language) for person in people
    )
    words = {"people": names, "title": work_title(title, language, style)}
    return _sentence(people) % words


def _sentence(people: Sequence[Person]) -> str:
    """The Arabic verb agrees with the number and gender of its subject: of several
    people it is feminine only when all are women.
    """
    women = all(person.gender == Gender.FEMALE for person in people)
    match len(people), women:
        case 1, True:
            return pgettext("one woman", "%(people)s writes: %(title)s")
        case 1, False:
            return pgettext("one man", "%(people)s writes: %(title)s")
        case 2, True:
            return pgettext("two women", "%(people)s write: %(title)s")
        case 2, False:
            return pgettext("two people", "%(people)s write: %(title)s")
        case _, True:
            return pgettext("several women", "%(people)s write: %(title)s")
    return pgettext("several people", "%(people)s write: %(title)s")
