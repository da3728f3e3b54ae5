"""The files that come with sample publications: made from their texts while loading."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from django.core.files.base import ContentFile

from thinktank.document.model import Document, Table, plain
from thinktank.document.plaintext import block_text
from thinktank.editorial.models import Attachment, Item
from thinktank.language.scripts import direction
from thinktank.media.models import File

from . import items
from .files import Row, translated

LEVELS = {"title": 0, "section": 1, "point": 2}
"""Of headings in an outline, the title's first."""
ZIP_DAY = (2026, 1, 1, 0, 0, 0)
"""One for all members, so that the same words are the same bytes."""

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="text"'
    f' Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)


def attach(item: Item, group: str, row: Row) -> None:
    """Make the files of a row, store them once, and list them in the item."""
    for order, wanted in enumerate(row.get("attachments", ())):
        language = wanted["language"]
        texts = items.read(group, row, language)
        make = {"csv": table_file, "docx": text_file}[wanted["format"]]
        content = make(texts["headline"], texts["body"])
        name = f"{row['key']}-{language}.{wanted['format']}"
        values = translated(wanted, "title") | {"language": language}
        file = File.objects.take(ContentFile(content, name=name), **values)
        Attachment.objects.create(
            item=item,
            file=file,
            kind=wanted["kind"],
            accessible=wanted["accessible"],
            order=order,
        )


def table_file(headline: str, body: Document) -> bytes:
    """The tables of a text as CSV in UTF-8, their headers first."""
    written = io.StringIO()
    writer = csv.writer(written)
    for block in body.blocks():
        if isinstance(block, Table):
            cells = (block.header, *block.rows)
            writer.writerows([plain(cell) for cell in line] for line in cells)
    return written.getvalue().encode("utf-8-sig")


def text_file(headline: str, body: Document) -> bytes:
    """The whole text as DOCX, in its direction, with headings in an outline."""
    parts = "".join(
        _paragraph(words, level, body.language)
        for words, level in _lines(headline, body)
    )
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{parts}</w:body></w:document>'
    members = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": document,
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(zipfile.ZipInfo(name, ZIP_DAY), content)
    return packed.getvalue()


def _lines(headline: str, body: Document) -> Iterator[tuple[str, str]]:
    """Each paragraph of the text with what it is: a key of LEVELS, or "text"."""
    yield headline, "title"
    yield from _texts(map(block_text, body.lead))
    for section in body.sections:
        yield plain(section.heading), "section"
        yield from _texts(map(block_text, section.blocks))
        for point in section.points:
            yield plain(point.title), "point"
            yield from _texts(map(block_text, point.blocks))


def _texts(blocks: Iterable[str]) -> Iterator[tuple[str, str]]:
    yield from ((line, "text") for block in blocks for line in block.splitlines())


def _paragraph(words: str, part: str, language: str) -> str:
    if not words:
        return ""
    rtl = direction(language) == "rtl"
    level = LEVELS.get(part)
    shape = "<w:bidi/>" if rtl else ""
    look = f'<w:lang w:val="{language}" w:bidi="{language}"/>'
    if rtl:
        look = f"<w:rtl/>{look}"
    if level is not None:
        shape = f'{shape}<w:outlineLvl w:val="{level}"/>'
        look = f"<w:b/><w:bCs/>{look}"
    return (
        f"<w:p><w:pPr>{shape}</w:pPr><w:r><w:rPr>{look}</w:rPr>"
        f'<w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p>'
    )
