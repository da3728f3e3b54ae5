"""`make fonts`: cut the web fonts in static/fonts from their open sources.

The cuts have names of their own, because the Open Font License keeps a face's
reserved name for its unmodified form. Each licence is copied beside them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

TARGET = Path(__file__).resolve().parent.parent / "static" / "fonts"
BUDGET = 180 * 1024

Ranges = tuple[tuple[int, int], ...]
"""Characters from and to, both included."""

PUNCTUATION: Ranges = (
    (0x20, 0x40),
    (0x5B, 0x60),
    (0x7B, 0x7E),
    (0xA0, 0xBF),
    (0xD7, 0xD7),
)
PUNCTUATION += ((0xF7, 0xF7), (0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022))
PUNCTUATION += ((0x2026, 0x2026), (0x2030, 0x2030), (0x2039, 0x203A), (0x20AC, 0x20AC))
PUNCTUATION += ((0x200C, 0x200F), (0x2066, 0x2069), (0x2212, 0x2212), (0x25CC, 0x25CC))
LATIN = ((0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x17F))
# The dots below and the half rings with which Arabic is transliterated.
TRANSLITERATION: Ranges = (
    (0x2BE, 0x2BF),
    (0x1E0C, 0x1E0D),
    (0x1E24, 0x1E25),
    (0x1E62, 0x1E63),
)
TRANSLITERATION += ((0x1E6C, 0x1E6D), (0x1E92, 0x1E93))
ARABIC: Ranges = ((0x60C, 0x60C), (0x61B, 0x61F), (0x621, 0x65F), (0x660, 0x671))
# Letters of Persian, Kurdish and Urdu that names are written with.
ARABIC += ((0x67E, 0x67E), (0x686, 0x686), (0x688, 0x688), (0x691, 0x691))
ARABIC += ((0x695, 0x695), (0x698, 0x698), (0x6A4, 0x6A4), (0x6A9, 0x6A9))
ARABIC += ((0x6AF, 0x6AF), (0x6B5, 0x6B5), (0x6BA, 0x6BA), (0x6BE, 0x6BE))
ARABIC += ((0x6C0, 0x6C3), (0x6C6, 0x6C6), (0x6CC, 0x6CE), (0x6D2, 0x6D5))
ARABIC += ((0x6F0, 0x6F9), (0xFD3E, 0xFD3F), (0xFDF2, 0xFDF2), (0xFDFA, 0xFDFA))


@dataclass(frozen=True)
class Cut:
    """One file to make: `axes` fixes (a number) or limits (a pair) variable axes."""

    name: str
    package: str
    source: str
    characters: Ranges
    axes: dict[str, float | tuple[float, float]]


CUTS = (
    Cut(
        "reading-naskh",
        "pylopdf_fonts_ar",
        "NotoNaskhArabic-Variable.ttf",
        ARABIC + PUNCTUATION,
        {"wght": (400, 700)},
    ),
    Cut(
        "reading-serif",
        "fontpkg_source_serif_4",
        "files/SourceSerif4[opsz,wght].ttf",
        LATIN + TRANSLITERATION + PUNCTUATION,
        {"opsz": 16, "wght": (400, 700)},
    ),
    Cut(
        "reading-serif-italic",
        "fontpkg_source_serif_4",
        "files/SourceSerif4-Italic[opsz,wght].ttf",
        LATIN[:2] + ((0xC0, 0xFF),) + TRANSLITERATION + PUNCTUATION,
        {"opsz": 16, "wght": 400},
    ),
    *(
        Cut(
            f"interface-{weight}",
            "fontpkg_ibm_plex_sans_arabic",
            f"files/IBMPlexSansArabic-{style}.ttf",
            ARABIC + LATIN[:2] + ((0xC0, 0xFF),) + PUNCTUATION,
            {},
        )
        for weight, style in ((400, "Regular"), (600, "SemiBold"))
    ),
)
LICENCES = {
    "reading-naskh": "pylopdf-fonts-ar",
    "reading-serif": "fontpkg-source-serif-4",
    "interface": "fontpkg-ibm-plex-sans-arabic",
}
FEATURES = "ccmp,locl,mark,mkmk,kern,liga,rlig,calt,init,medi,fina,isol,curs"
FEATURES += ",lnum,tnum,pnum,sups,rtlm"


def main() -> None:
    """Write every cut and its licence; stop when they weigh more than the budget."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for cut in CUTS:
        make(cut)
    for name, package in LICENCES.items():
        licence = distribution(package).read_text("licenses/LICENSE") or ""
        (TARGET / f"{name}.LICENCE.txt").write_text(licence)
    sizes = {path.name: path.stat().st_size for path in TARGET.glob("*.woff2")}
    for name, size in sorted(sizes.items()):
        print(f"{size / 1024:6.1f} KB  {name}")
    if sum(sizes.values()) > BUDGET:
        raise SystemExit(f"The fonts weigh more than {BUDGET // 1024} KB. Cut deeper.")


def make(cut: Cut) -> None:
    # The source's own date, so that the same sources give the same bytes.
    font = TTFont(str(files(cut.package) / cut.source), recalcTimestamp=False)
    reduce(font, cut.characters)
    if cut.axes:
        font = instantiateVariableFont(font, cut.axes)
    rename(font, cut.name)
    font.flavor = "woff2"
    font.save(TARGET / f"{cut.name}.woff2")


def reduce(font: TTFont, characters: Ranges) -> None:
    options = subset.Options(layout_features=FEATURES.split(","), hinting=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codepoints(characters))
    subsetter.subset(font)


def rename(font: TTFont, name: str) -> None:
    """Keep the notices of copyright and licence; replace every name of the face."""
    if "STAT" in font:
        del font["STAT"]  # names the styles by numbers that go now
    names = font["name"]
    for record in list(names.names):
        if record.nameID not in (0, 13, 14):
            names.removeNames(nameID=record.nameID)
    family = name.replace("-", " ").title()
    for number, value in ((1, family), (2, "Regular"), (4, family), (6, name)):
        names.setName(value, number, 3, 1, 0x409)


def codepoints(ranges: Ranges) -> Iterable[int]:
    for first, last in ranges:
        yield from range(first, last + 1)


if __name__ == "__main__":
    main()
