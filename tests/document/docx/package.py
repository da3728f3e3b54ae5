"""Word files made part by part, for tests to say exactly what is in them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

from thinktank.document.readers import docx
from thinktank.document.readers.docx.xml import SPACES
from thinktank.document.readers.manuscript.source import Source

WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
DECLARED = " ".join(
    f'xmlns:{prefix}="{space}"'
    for prefix, space in {**SPACES, "wps": WPS, "pic": PIC}.items()
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)
"""A picture of one black dot."""

_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "header": "hdr",
    "footer": "ftr",
}
_APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>thinktank tests</Application></Properties>'
)


def word(
    body: str,
    *,
    media: Mapping[str, bytes] | None = None,
    links: Mapping[str, str] | None = None,
    parts: Mapping[str, bytes | str] | None = None,
    **texts: str,
) -> bytes:
    """A Word file with this body.

    `texts` are the insides of styles, numbering, footnotes, endnotes, comments, header
    and footer. `media` are pictures by "rId": the bytes of word/media/rId.png; `links`
    addresses by "rId"; `parts` any other parts by their names.
    """
    files: dict[str, bytes | str] = {
        "[Content_Types].xml": _types(texts),
        "_rels/.rels": _relations(
            f'<Relationship Id="r1" Type="{OFFICE}relationships/officeDocument" '
            'Target="word/document.xml"/>'
        ),
        "docProps/app.xml": _APP,
        "word/document.xml": xml("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": _relations(
            *(_part_relation(kind) for kind in texts),
            *(_link(id, address) for id, address in (links or {}).items()),
            *(_picture(id) for id in media or {}),
        ),
    }
    files |= {f"word/{kind}.xml": xml(_ROOTS[kind], t) for kind, t in texts.items()}
    files |= {f"word/media/{id}.png": data for id, data in (media or {}).items()}
    return zipped({**files, **(parts or {})})


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    """A package of these parts, the same bytes each time."""
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, data)
    return whole.getvalue()


def unzipped(data: bytes) -> dict[str, bytes | str]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def xml(root: str, inside: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f"<w:{root} {DECLARED}>{inside}</w:{root}>"
    )


def source(body: str, **more: object) -> Source:
    """What the reader makes of a body."""
    return docx.read(word(body, **more))  # type: ignore[arg-type]  # as `word` takes them


def p(*runs: str, style: str = "", about: str = "") -> str:
    """A paragraph of runs; bare words become a run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{named}{about}</w:pPr>{inside}</w:p>"


def r(text: str, about: str = "") -> str:
    return f'<w:r><w:rPr>{about}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def style(id: str, name: str, more: str = "", kind: str = "paragraph") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{name}"/>'
        f"{more}</w:style>"
    )


def field(code: str, *shown: str) -> str:
    """A field over several runs."""
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        f"{sign.format('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>"
        f"{sign.format('separate')}{''.join(shown)}{sign.format('end')}"
    )


def codes(found: Source) -> list[str]:
    return [notice.code for notice in found.notices]


def _types(texts: Mapping[str, str]) -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}{kind}+xml"/>'
        for name, kind in [("document", "document.main"), *((t, t) for t in texts)]
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f"{overrides}</Types>"
    )


def _relations(*inside: str) -> str:
    return f'<Relationships xmlns="{SPACES["rel"]}">{"".join(inside)}</Relationships>'


def _part_relation(kind: str) -> str:
    return (
        f'<Relationship Id="{kind}" Type="{OFFICE}relationships/{kind}" '
        f'Target="{kind}.xml"/>'
    )


def _link(id: str, address: str) -> str:
    return (
        f'<Relationship Id="{id}" Type="{OFFICE}relationships/hyperlink" '
        f'Target="{address}" TargetMode="External"/>'
    )


def _picture(id: str) -> str:
    return (
        f'<Relationship Id="{id}" Type="{OFFICE}relationships/image" '
        f'Target="media/{id}.png"/>'
    )
