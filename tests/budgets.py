"""The most SQL queries that each public page may cost, however much is published."""

from __future__ import annotations

QUERIES = {
    "home": 8,
    "list": 6,
    "item": 5,
    "topic": 6,
    "person": 6,
    "events": 8,
    "fair": 10,
}
