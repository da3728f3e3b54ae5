"""The desk: what every kind of item shares in the admin, and the records beside it.

Content apps subclass `item.ItemAdmin`. Nothing here writes to what is public: the
verbs of `publishing` do, and words and facts are stored by `saving`.
"""

from . import (
    accounts,
    asked,
    auditlog,
    bundles,
    house,
    lookup,
    media,
    persons,
    records,
    reference,
    synonyms,
    trees,
)

__all__ = [
    "accounts",
    "asked",
    "auditlog",
    "bundles",
    "house",
    "lookup",
    "media",
    "persons",
    "records",
    "reference",
    "synonyms",
    "trees",
]
