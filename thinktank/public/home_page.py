"""The front page of a language: the newest item large, then what came before it."""

from __future__ import annotations

from django.http import HttpResponse

from thinktank.editorial import kinds
from thinktank.editorial.models import Edition, EditionTopic
from thinktank.language.folding import fold
from thinktank.reference.models import Topic

from . import languages
from .addresses import home_path
from .frame import Frame, respond
from .references import Reference, reference
from .teasers import teasers, types_of

WIDE, PLAIN = 2, 4
"""How many follow the first with their summaries, and how many with a headline."""


def home_page(language: str) -> HttpResponse:
    live = Edition.objects.live().filter(language=language)
    newest = list(live.newest_first()[: 1 + WIDE + PLAIN])
    rows = teasers(newest, language, types_of(kinds.codes()))
    frame = Frame(
        language,
        "",
        path=home_path(language),
        section="home",
        versions={code: home_path(code) for code in languages.codes()},
        negotiated="/",
    )
    context = {
        "first": rows[0] if rows else None,
        "wide": rows[1 : 1 + WIDE],
        "plain": rows[1 + WIDE :],
        "topics": _topics(language),
    }
    return respond("home.html", frame, context)


def _topics(language: str) -> list[Reference]:
    """The topics under which something can be read, by name. Costs one query."""
    live = Edition.objects.live().filter(language=language)
    used = EditionTopic.objects.filter(edition__in=live).values("topic_id")
    topics = Topic.objects.filter(pk__in=used)
    links = [reference(topic, language) for topic in topics]
    return sorted(links, key=lambda link: fold(link.name.text))
