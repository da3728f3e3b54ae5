"""Whether data from anywhere is a sound Document."""

from __future__ import annotations

from .jsonform import Malformed, from_json
from .reading import Problem


def check(data: object) -> list[Problem]:
    """Everything wrong with a stored form; [] when it is sound. Never raises.

    What passes has only known keys, kinds of block, marks and link schemes at every
    depth, so it can be rendered safely, and is the only form of its Document.
    Problems of shape are told first, and alone; then those of the text as a whole.
    """
    try:
        from_json(data)
    except Malformed as malformed:
        return malformed.problems
    return []
