"""The most SQL queries that each public page may cost, however much is published."""

from __future__ import annotations

QUERIES = {
    "home": 12,
    "list": 6,
    "item": 5,
    "topic": 6,
    "region": 6,
    "person": 6,
    "events": 8,
    "fair": 10,
    "programme": 5,
    "series": 5,
    "archive": 2,
    "year": 5,
    "topics": 3,
    "regions": 3,
    "people": 2,
}
