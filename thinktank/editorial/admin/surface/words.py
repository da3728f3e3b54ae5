"""What the writing surface says, by the keys that its modules use.

Placeholders are `%(name)s`. `PLURALS` are counted sentences: a function of the number
gives the sentence of each plural category, so that scripts choose with `Intl`.
"""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, str | Promise] = {
    "bold": _("Strong"),
}
