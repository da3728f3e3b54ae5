"""From a manuscript that was read to the working copy of an item.

`authors` proposes people for the names of a byline, `illustrations` takes pictures into
the library, `filling` puts texts and facts into an item. Nothing here is stored unless
all of it is.
"""

from .authors import LEAVE_OUT, NEW, Named, Proposed, Who, named
from .filling import AlreadyWritten, Decisions, Remark, create, differences, fill

__all__ = [
    "LEAVE_OUT",
    "NEW",
    "AlreadyWritten",
    "Decisions",
    "Named",
    "Proposed",
    "Remark",
    "Who",
    "create",
    "differences",
    "fill",
    "named",
]
