from .audit import AuditEvent
from .choices import DatePrecision, Role
from .edition import Edition, EditionLink, EditionPerson, EditionTopic
from .item import Contributor, Item
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
    "EditionTopic",
    "Item",
    "Point",
    "Revision",
    "Role",
    "Section",
    "Stage",
    "Track",
]
