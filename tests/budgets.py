"""The most SQL queries that pages and verbs may cost, and what a form may hold."""

from __future__ import annotations

QUERIES = {
    "home": 1,
    "list": 5,
    "item": 5,
    "study": 6,
    "article": 6,
    "issue": 7,
    "dossier": 6,
    "book": 5,
    "topic": 5,
    "region": 5,
    "person": 6,
    "events": 6,
    "fair": 10,
    "programme": 5,
    "series": 5,
    "archive": 1,
    "year": 4,
    "topics": 1,
    "regions": 1,
    "people": 1,
    "programmes": 1,
    "team": 4,
    "corrections": 5,
    "accessibility": 4,
    "search": 21,
    "suggestions": 6,
}
"""Of each public page, however much is published."""

ANEW = {
    "home": 22,
    "list": 17,
    "item": 12,
    "study": 13,
    "article": 13,
    "issue": 14,
    "dossier": 13,
    "book": 12,
    "topic": 11,
    "region": 11,
    "person": 13,
    "events": 16,
    "fair": 19,
    "programme": 10,
    "series": 12,
    "archive": 6,
    "year": 10,
    "topics": 7,
    "regions": 7,
    "people": 7,
    "programmes": 7,
    "team": 11,
    "corrections": 10,
    "accessibility": 9,
    "search": 36,
    "suggestions": 11,
}
"""The same by a process that keeps nothing yet, as after each change."""

VERBS = {
    "publish": 38,
    "schedule": 38,
    "move": 51,
    "cancel": 42,
    "publish_facts": 45,
    "withdraw": 18,
}
"""The same of each verb by a person who may do it, while both languages are live:
an item with two people, two topics and a cover, whose words and facts have changed."""

RELEASE = {"once": 20, "item": 19}
"""Of the release of a bundle, and of each item in it whose languages go out first."""

HISTORY = {"list": 10, "compare": 13}
"""Of the history of an item, however long, and of a comparison of two revisions."""

FORM = {"open": 12, "save": 15, "save facts": 23, "preview": 18, "controls": 20}
"""Of the edit page of a bilingual article of 12 sections with 4 points, every list of
it filled: statements to open it, to save words in one language or in both, and to save
a fact and a list; controls beside those of the facts."""
