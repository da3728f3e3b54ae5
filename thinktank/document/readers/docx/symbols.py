"""Characters that Word stores as places in its fonts of symbols."""

from __future__ import annotations

_GREEK = dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)) | dict(
    zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)
)
_SYMBOL = {
    **_GREEK,
    **{0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓"},
    **{0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷"},
    **{0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™"},
    **{0xD5: "∏", 0xD6: "√", 0xDB: "⇔", 0xDC: "⇐", 0xDE: "⇒", 0xE5: "∑", 0xF2: "∫"},
    **{0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xB6: "∂", 0xA2: "′"},
}
_WINGDINGS = {
    **{0x6C: "●", 0x6E: "■", 0x71: "□", 0x72: "□", 0x75: "◆", 0x76: "❖", 0x77: "◆"},
    **{0x9F: "•", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑"},
    **{0xE2: "↓", 0xE8: "→", 0xE7: "←", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒"},
    **{0xFE: "☑", 0xAB: "★", 0x46: "☞", 0x28: "☎", 0x2A: "✉", 0x4A: "☺"},
}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def symbol(font: str, code: str) -> str:
    """The character at a place ("F0B7") of a font; "" where it is not known.

    In an ordinary font the place is the character's own.
    """
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    known = _FONTS.get(font.casefold())
    if known is None:
        is_own = 0x20 <= place < 0xD800 and chr(place).isprintable()
        return chr(place) if is_own else ""
    return known.get(place & 0xFF, "")
