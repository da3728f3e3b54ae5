"""The most SQL queries that each public page may cost, however much is published."""

from __future__ import annotations

QUERIES = {
    "home": 6,
    "list": 4,
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
}

VERBS = {
    "publish": 45,
    "schedule": 45,
    "move": 47,
    "cancel": 42,
    "publish_facts": 51,
    "withdraw": 17,
}
"""The same of each verb by a person who may do it, while both languages are live:
an item with two people, two topics and a cover, whose words and facts have changed."""
