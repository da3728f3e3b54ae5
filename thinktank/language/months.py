"""The names of months: those the house may write, and all it reads.

Written names follow CLDR and the press of each region. Names to be read are kept
in the folded form that `thinktank.language.dates` brings a line to: small letters,
bare alefs, ي for ى, ه for ة, no marks.
"""

from __future__ import annotations

from typing import Literal

Tradition = Literal["gulf", "levant", "maghreb", "moroccan", "dual"]


def _listed(names: str) -> tuple[str, ...]:
    return tuple(names.split("، "))


GULF = _listed(
    "يناير، فبراير، مارس، أبريل، مايو، يونيو، يوليو، أغسطس، سبتمبر، أكتوبر، نوفمبر،"
    " ديسمبر"
)
LEVANT = _listed(
    "كانون الثاني، شباط، آذار، نيسان، أيار، حزيران، تموز، آب، أيلول، تشرين الأول،"
    " تشرين الثاني، كانون الأول"
)
MAGHREB = _listed(
    "جانفي، فيفري، مارس، أفريل، ماي، جوان، جويلية، أوت، سبتمبر، أكتوبر، نوفمبر، ديسمبر"
)
MOROCCAN = _listed(
    "يناير، فبراير، مارس، أبريل، ماي، يونيو، يوليوز، غشت، شتنبر، أكتوبر، نونبر، دجنبر"
)
ARABIC: dict[Tradition, tuple[str, ...]] = {
    "gulf": GULF,
    "levant": LEVANT,
    "maghreb": MAGHREB,
    "moroccan": MOROCCAN,
    "dual": tuple(
        f"{gulf}/{levant}" for gulf, levant in zip(GULF, LEVANT, strict=True)
    ),
}
"""January to December in each tradition; "dual" is the usage of pan-Arab journals."""

ENGLISH = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

WRITTEN: dict[str, dict[Tradition, tuple[str, ...]]] = {
    "ar": ARABIC,
    "en": dict.fromkeys(ARABIC, ENGLISH),
}
"""The names by language and tradition; English has one tradition only."""

SEASONS: dict[str, tuple[str, ...]] = {
    "ar": ("شتاء", "ربيع", "صيف", "خريف"),
    "en": ("Winter", "Spring", "Summer", "Autumn"),
}
"""Of the north, each of three months; winter begins with December."""

COMMA_AFTER_MONTH = {"ar": "،"}

HIJRI_WRITTEN: dict[str, tuple[str, ...]] = {
    "ar": _listed(
        "محرم، صفر، ربيع الأول، ربيع الآخر، جمادى الأولى، جمادى الآخرة، رجب، شعبان،"
        " رمضان، شوال، ذو القعدة، ذو الحجة"
    ),
    "en": (
        "Muharram",
        "Safar",
        "Rabi al-Awwal",
        "Rabi al-Akhir",
        "Jumada al-Ula",
        "Jumada al-Akhira",
        "Rajab",
        "Shaban",
        "Ramadan",
        "Shawwal",
        "Dhu al-Qada",
        "Dhu al-Hijja",
    ),
}
HIJRI_ERA = {"ar": "هـ", "en": "AH"}

GREGORIAN_READ: tuple[tuple[str, ...], ...] = (
    ("يناير", "كانون الثاني", "كانون ثاني", "كانون ثان", "جانفي", "january", "jan"),
    ("فبراير", "شباط", "فيفري", "february", "feb"),
    ("مارس", "اذار", "march", "mar"),
    ("ابريل", "نيسان", "افريل", "april", "apr"),
    ("مايو", "ايار", "ماي", "may"),
    ("يونيو", "يونيه", "حزيران", "جوان", "june", "jun"),
    ("يوليو", "يوليه", "يوليوز", "تموز", "جويليه", "july", "jul"),
    ("اغسطس", "اب", "اوت", "غشت", "august", "aug"),
    ("سبتمبر", "ايلول", "شتنبر", "september", "sept", "sep"),
    ("اكتوبر", "تشرين الاول", "تشرين اول", "october", "oct"),
    ("نوفمبر", "تشرين الثاني", "تشرين ثاني", "تشرين ثان", "نونبر", "november", "nov"),
    ("ديسمبر", "كانون الاول", "كانون اول", "دجنبر", "december", "dec"),
)
HIJRI_READ: tuple[tuple[str, ...], ...] = (
    ("محرم", "المحرم", "محرم الحرام"),
    ("صفر",),
    ("ربيع الاول", "ربيع اول"),
    ("ربيع الاخر", "ربيع الثاني", "ربيع ثاني", "ربيع اخر"),
    ("جمادي الاولي", "جمادي الاول"),
    ("جمادي الاخره", "جمادي الثانيه", "جمادي الاخر", "جمادي الثاني"),
    ("رجب",),
    ("شعبان",),
    ("رمضان",),
    ("شوال",),
    ("ذو القعده", "ذي القعده", "ذوالقعده"),
    ("ذو الحجه", "ذي الحجه", "ذوالحجه"),
)


def numbered(names: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    """Every readable name of a calendar with the number of its month."""
    return {name: month for month, group in enumerate(names, 1) for name in group}
