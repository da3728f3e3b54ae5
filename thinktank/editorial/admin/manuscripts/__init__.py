"""*Import a manuscript*: send it, look at what was understood, make an item of it.

`sending` takes what somebody sends, `review` shows it line by line (`rows`) with what
is to be decided beside it (`details`, `targets`), `storing` makes the item, `files`
gives back what was sent. All are views of the admin's site, which names them.
"""

from .files import download, picture
from .review import review
from .sending import send

__all__ = ["download", "picture", "review", "send"]
