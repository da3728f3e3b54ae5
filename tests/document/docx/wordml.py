"""Pieces of Word's markup, as Word writes them."""

from __future__ import annotations

from tests.document.docx.package import p, r

RTL = "<w:rtl/>"


def ar(text: str, about: str = "") -> str:
    """A run of Arabic as Word writes it."""
    return r(text, f"{about}{RTL}")


def item(id: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{id}"/></w:numPr>'


def cell(*paragraphs: str, about: str = "") -> str:
    inside = "".join(each if each.startswith("<") else p(each) for each in paragraphs)
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, about: str = "") -> str:
    inside = "".join(each if each.startswith("<") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{about}</w:trPr>{inside}</w:tr>"


def table(*rows: str, about: str = "") -> str:
    return f"<w:tbl><w:tblPr>{about}</w:tblPr>{''.join(rows)}</w:tbl>"


def call(id: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{id}"/></w:r>'


def note(id: int, *paragraphs: str, kind: str = "footnote") -> str:
    inside = "".join(
        f"{p(f'<w:r><w:{kind}Ref/></w:r>', r(f' {t}'))}" for t in paragraphs
    )
    return f'<w:{kind} w:id="{id}">{inside}</w:{kind}>'


def drawing(inside: str, alt: str = "") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{alt}"/>'
        f"<a:graphic><a:graphicData>{inside}</a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r>"
    )


def image(id: str, alt: str = "") -> str:
    blip = f'<pic:blipFill><a:blip r:embed="{id}"/></pic:blipFill>'
    return drawing(f"<pic:pic>{blip}</pic:pic>", alt)


def box(*paragraphs: str) -> str:
    """A text box as Word writes it: once for itself and once for old readers."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f'<wp:docPr id="2" name="Box"/><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp>'
        "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
        "</w:r>"
    )
