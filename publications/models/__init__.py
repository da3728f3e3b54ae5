from .book import BookFormat, Elsewhere
from .publication import Publication
from .types import Form, Ink, PublicationType

__all__ = [
    "BookFormat",
    "Elsewhere",
    "Form",
    "Ink",
    "Publication",
    "PublicationType",
]
