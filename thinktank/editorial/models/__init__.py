from .audit import AuditEvent
from .choices import AttachmentKind, DatePrecision, EventStatus, LinkKind, Role
from .edition import Edition
from .hanging import (
    EditionFile,
    EditionImage,
    EditionLink,
    EditionPerson,
    EditionProgramme,
    EditionRegion,
    EditionSeries,
    EditionShownSeries,
    EditionTopic,
)
from .item import Item
from .kept import KeptText
from .lists import Attachment, Contributor, GalleryPicture, ItemLink
from .manuscript import SentManuscript
from .naming import RevisionName
from .notice import MailChoice, Notice
from .revision import Revision
from .section import Point, Section
from .shared_link import DraftLink
from .track import Stage, Track

__all__ = [
    "Attachment",
    "AttachmentKind",
    "AuditEvent",
    "Contributor",
    "DatePrecision",
    "DraftLink",
    "Edition",
    "EditionFile",
    "EditionImage",
    "EditionLink",
    "EditionPerson",
    "EditionProgramme",
    "EditionRegion",
    "EditionSeries",
    "EditionShownSeries",
    "EditionTopic",
    "EventStatus",
    "GalleryPicture",
    "Item",
    "ItemLink",
    "KeptText",
    "LinkKind",
    "MailChoice",
    "Notice",
    "Point",
    "Revision",
    "RevisionName",
    "Role",
    "Section",
    "SentManuscript",
    "Stage",
    "Track",
]
