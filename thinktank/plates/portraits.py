"""Portraits of people without a photograph: their initial in the bowl of the nun."""

from __future__ import annotations

from thinktank.language.scripts import language_for, script_for, script_of

from .initials import initial
from .seeds import Seed
from .shapes import FIELD, ODD, dot, number, path, ring
from .sheet import Frame, svg

BOWL = Frame(88, 100)
"""Straight at the top, a half circle at the foot; photographs are cut alike."""
MIDDLE = 50
"""How far from the top the middle of an initial lies, for the eye."""
RISES = {
    "أآٱ": 0.44,
    "اذطظفكةثگ": 0.34,
    "QJ": 0.25,
    "تدلغؤه": 0.21,
    "إخزشضقء": 0.16,
    "ي": -0.03,
}
"""How high the middles of letters lie above the line, as shares of the size; measured
in the faces of the site."""
OTHER_RISES = {"arabic": 0.06}
CAPITAL_RISE = 0.34
SIZE = 63


def portrait(name: str, language: str, seed: Seed) -> str:
    """A portrait as an `<svg class="portrait …">` of proportion 88 : 100.

    `name` is as printed in `language`, honorifics and all; the initial is set in the
    face of its own script. The drawing is silent: the name must stand beside it. The
    number of the seed (the person's) chooses the ink, on a pale field.
    """
    chance = seed.chance()
    axis = BOWL.width / 2
    pieces = [
        path("M0 0H88V56A44 44 0 0 1 0 56Z", FIELD),
        ring(axis + chance.between(-7, 7), 56, 36),
        _letter(initial(name), language),
        dot(axis + chance.between(-14, 14), 88, 4.6, ODD),
    ]
    classes = ["portrait", "reverse", f"ink-{seed.ink}"]
    return svg(pieces, BOWL, classes, cropped=False)


def _letter(letter: str, language: str) -> str:
    if not letter:
        return ""
    script = script_of(letter[0])
    own = language if script == script_for(language) else language_for(script)
    base = MIDDLE + _rise(letter[0], script) * SIZE
    return (
        f'<text class="initial" lang="{own}" x="44" y="{number(base)}"'
        f' font-size="{SIZE}" text-anchor="middle">{letter}</text>'
    )


def _rise(letter: str, script: str) -> float:
    other = OTHER_RISES.get(script, CAPITAL_RISE)
    return next((rise for same, rise in RISES.items() if letter in same), other)
