r"""The signs of the text form, shared by its reader and its writer.

The text form is a Document as an editor types it, without markup of the web:

    Opening paragraph. A blank line stands between paragraphs.

    ## Heading of a section {#s-k3f9}

    1. Title of a point {#p-x2ab}
    The text of the point, with a note.[^n-1a2b]

    ### Sub-heading

    * item of a list          1) item of a numbered list
    > quoted paragraph        > -- who said it
    ![alt](image:12) caption  ![](https://video.example/7) transcript
    |+ caption of a table
    | Port | Days |
    |---|---|
    | North | 2.1 |

    == Key findings
    * first finding
    * second finding

    {rtl} paragraph with a direction of its own

    ## {#s-7d2c}
    The last section may go without a heading.

    [^n-1a2b]: The note.

Every mark is a doubled sign or a pair of brackets: `**strong**`, `__emphasis__`,
`^^superscript^^`, `<<title of a work>>`, `{en:foreign words}`, `{ltr:isolated}`,
`[link](https://…)`, `[link](item:12)`. A backslash before a sign makes it an ordinary
character. Identifiers in `{#…}` are kept; whoever types leaves them out. Digits of
points and lists may be of either set, and `1-` is as good as `1.`.

A panel is named after `==` in either language, whatever that of the text, and its items
follow as a list: `== Key findings` or `== أبرز النتائج`, `== Recommendations` or
`== توصيات`, and `== In three lines` or `== في ثلاثة أسطر` over exactly three items that
answer «ما الجديد؟», «لماذا يهمّ؟» and «ما العمل؟», without these questions. `panels`
holds the other spellings that are understood.
"""

from __future__ import annotations

import re

TOGGLES = {"**": "strong", "__": "emphasis", "^^": "superscript"}
ATTRIBUTED = "-- "
CAPTIONED = "|+ "

_PUNCTUATION = r"[!-/:-@\[-`{-~]"  # of ASCII: what a backslash can stand before
_DIGITS = "[0-9٠-٩۰-۹]{1,3}"
_LABEL = r"[\w-]{1,40}"
_ADDRESS = rf"(?:\\{_PUNCTUATION}|[^\s()\\]|\([^\s()\\]*\))+"

ESCAPED = re.compile(rf"\\({_PUNCTUATION})")
_MISREAD = rf"""
      \\(?={_PUNCTUATION}|$)  # would hide what follows
    | [{{}}]
    | ([*_^<>])(?=\1)         # a doubled sign; at the ends it might become one
    | ^[*_^<>] | [*_^<>]$
    | \[(?=\^)
    | \](?=\()
"""
MISREAD = re.compile(_MISREAD, re.VERBOSE)
MISREAD_IN_LINK = re.compile(rf"{_MISREAD} | [\[\]]", re.VERBOSE)
MISREAD_IN_TITLE = re.compile(rf"{_MISREAD} | :(?=\s)", re.VERBOSE)
"""Characters of a text that need a backslash to stay what they are."""

TOKEN = re.compile(
    rf"""
      \\(?P<escaped>{_PUNCTUATION})
    | (?P<toggle>\*\*|__|\^\^)
    | (?P<work_title><<)
    | (?P<work_title_end>>>)
    | \{{(?P<span>[A-Za-z][A-Za-z0-9-]*):
    | (?P<span_end>\}})
    | \[\^(?P<call>{_LABEL})\]
    | (?P<link>\[)
    | (?P<link_end>\](?:\((?P<address>{_ADDRESS})\))?)
    | (?P<colon>:)(?=\s|$)
    """,
    re.VERBOSE,
)

SECTION = re.compile(r"##(?!#)(?:\s+(.*))?$")
SUBHEADING = re.compile(r"###\s+(.+)$")
WRONG_HEADING = re.compile(r"(#+)(?:\s.*)?$")
POINT = re.compile(rf"{_DIGITS}[.-](?:\s+(.*))?$")
NUMBERED = re.compile(rf"({_DIGITS})\)\s+(.+)$")
BULLET = re.compile(r"([*-])\s+(.+)$")
PANEL = re.compile(r"={2,}\s+(.+)$")
QUOTE = re.compile(r">(?:\s+(.*))?$")
ROW = re.compile(r"\|(.*)$")
MEDIA = re.compile(r"!\[")
DIRECTION = re.compile(r"\{(ltr|rtl)\}\s+(.+)$")

ATTRIBUTION = re.compile(r"--\s+(.+)$")
CAPTION = re.compile(r"\|\+\s+(.+)$")
RULE = re.compile(r":?-{3,}:?$")
WHOLE_MEDIA = re.compile(
    rf"!\[((?:\\{_PUNCTUATION}|[^\]])*)\]\(({_ADDRESS})\)(?:\s+(.+))?$"
)
IMAGE = re.compile(r"image:([0-9]{1,15})$")
ITEM = re.compile(r"item:([0-9]{1,15})$")
NOTE = re.compile(rf"\[\^({_LABEL})\]:(?:\s+(.*))?$")
IDENTIFIER = re.compile(r"(?:^|(?<=\s))\{#([^{}\\]*)\}$")
ADDRESS = re.compile(rf"{_ADDRESS}$")

MARKERS = (
    SECTION,
    SUBHEADING,
    WRONG_HEADING,
    POINT,
    NUMBERED,
    BULLET,
    PANEL,
    QUOTE,
    ROW,
    MEDIA,
    DIRECTION,
)
"""What makes a line more than text: it begins a block of its own."""
