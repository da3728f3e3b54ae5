"""The desk: what every kind of item shares in the admin, and the records beside it.

Content apps subclass `item.ItemAdmin`. Nothing here writes to what is public: the
verbs of `publishing` do, and words and facts are stored by `saving`.
"""

from . import (
    accounts,
    auditlog,
    house,
    lookup,
    media,
    persons,
    records,
    reference,
    trees,
)

__all__ = [
    "accounts",
    "auditlog",
    "house",
    "lookup",
    "media",
    "persons",
    "records",
    "reference",
    "trees",
]
