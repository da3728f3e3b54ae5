from .audit import AuditEvent
from .choices import DatePrecision, EventStatus, LinkKind, Role
from .edition import Edition
from .hanging import (
    EditionLink,
    EditionPerson,
    EditionProgramme,
    EditionRegion,
    EditionSeries,
    EditionTopic,
)
from .item import Contributor, Item, ItemLink
from .revision import Revision
from .section import Point, Section
from .track import Stage, Track

__all__ = [
    "AuditEvent",
    "Contributor",
    "DatePrecision",
    "Edition",
    "EditionLink",
    "EditionPerson",
    "EditionProgramme",
    "EditionRegion",
    "EditionSeries",
    "EditionTopic",
    "EventStatus",
    "Item",
    "ItemLink",
    "LinkKind",
    "Point",
    "Revision",
    "Role",
    "Section",
    "Stage",
    "Track",
]
