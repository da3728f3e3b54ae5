"""The Word files of tests/data/docx that no programme wrote: hand-*.docx.

    python -m tests.document.docx.handmade

writes them anew. What they say they were written by is "thinktank tests".
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.document.docx.package import OFFICE, PNG, field, p, r, style, word, xml
from tests.document.docx.wordml import (
    ar,
    box,
    call,
    cell,
    drawing,
    image,
    item,
    note,
    row,
    table,
)

FOLDER = Path(__file__).parents[2] / "data" / "docx"


def arabic_styles() -> bytes:
    """Names of styles as Arabic Word shows them, numbers in Arabic-Indic digits."""
    levels = "".join(
        f'<w:abstractNum w:abstractNumId="{id}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>'
        "</w:abstractNum>"
        for id, format, text in (
            (1, "hindiNumbers", "%1-"),
            (2, "arabicAbjad", "(%1)"),
            (3, "ordinalText", "%1:"),
        )
    )
    numbers = "".join(
        f'<w:num w:numId="{id}"><w:abstractNumId w:val="{id}"/></w:num>'
        for id in (1, 2, 3)
    )
    return word(
        p(ar("من يحرس المضيق؟"), style="af")
        + p(ar("قراءة في كلفة العبور"), style="af1")
        + p(ar("نجلاء الصالحي"), style="af2")
        + p(ar("عنوان أول بلا رقم"), style="1")
        + p(
            ar("يمر في المضيق "),
            ar("ثلث التجارة", "<w:b/><w:bCs/>"),
            ar("، وهو "),
            ar("غير غامق", "<w:b/>"),
            ar("، كما في "),
            ar("خرائط العبور", '<w:rStyle w:val="af5"/>'),
            ar("."),
            call(2),
        )
        + p(ar("المضيق باب لا يُغلق إلا من جهتين."), style="af3")
        + p(ar("رسوم العبور"), about=item(1))
        + p(ar("رسوم الإرشاد"), about=item(1))
        + p(ar("للسفن الكبيرة"), about=item(2))
        + p(ar("للسفن الصغيرة"), about=item(2))
        + p(ar("عنوان ثانٍ مرقم"), style="1", about=item(3))
        + p(ar("فصل داخلي"), style="21")
        + p(ar("ختام الكلام أن الحراسة كلفة يدفعها من لا يعبر."))
        + p(ar("جدول بلا جدول"), style="af4"),
        styles=style("a", "Normal", "", "paragraph")
        + style("af", "العنوان")
        + style("af1", "عنوان فرعي")
        + style("af2", "اسم الكاتب")
        + style("1", "عنوان 1", "<w:rPr><w:b/><w:bCs/></w:rPr>")
        + style("21", "نمطي", '<w:basedOn w:val="2"/>')
        + style("2", "العنوان ٢")
        + style("af3", "اقتباس")
        + style("af4", "تسمية توضيحية")
        + style("af5", "عنوان الكتاب", "<w:rPr><w:i/><w:iCs/></w:rPr>", "character"),
        numbering=levels + numbers,
        footnotes=note(2, "تقرير العبور، ٢٠٢٣."),
    )


def tracked() -> bytes:
    """Insertions, deletions, moves, a joined paragraph, a removed row, comments."""
    gone = "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>"
    return word(
        p(
            "The tide ",
            gone.format("never "),
            "<w:ins><w:r><w:t>always</w:t></w:r></w:ins>",
            " turns.",
            '<w:commentRangeStart w:id="0"/>',
            " Ask the pilots.",
            '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
        )
        + p("A paragraph whose end was deleted ", about="<w:rPr><w:del/></w:rPr>")
        + p("goes on in the next one.")
        + p(
            gone.format("A whole paragraph that went."), about="<w:rPr><w:del/></w:rPr>"
        )
        + p(
            "<w:moveFrom><w:r><w:t>Moved words.</w:t></w:r></w:moveFrom>",
            "It stays here.",
        )
        + p(
            "Then come these: ",
            "<w:moveTo><w:r><w:t>Moved words.</w:t></w:r></w:moveTo>",
        )
        + p(
            r("Not bold before, bold now.", "<w:b/><w:rPrChange><w:rPr/></w:rPrChange>")
        )
        + table(
            row("Tide", "Hours"),
            row("Spring", "6"),
            row("Neap", "7", about="<w:del/>"),
            row("Storm", "2", about="<w:ins/>"),
        ),
        comments='<w:comment w:id="0" w:author="Editor">'
        f"{p('Which pilots?')}{p('Ask the harbour.')}</w:comment>"
        f'<w:comment w:id="1">{p("A comment of nothing.")}</w:comment>',
    )


def boxes() -> bytes:
    """Text boxes, a frame, a large first letter and a line across the page."""
    rule = '<w:r><w:pict><v:rect o:hr="t" o:hrstd="t"/></w:pict></w:r>'
    return word(
        p(
            ar("في الهامش صندوق."),
            box(p(ar("ما يقوله الصندوق "), ar("مهم", "<w:bCs/>")), p(ar("وله سطران."))),
        )
        + p(ar("والنص يمضي بعده."))
        + table(row(cell(p(ar("إطار من خلية واحدة.")), p(ar("يُقرأ فقرات.")))))
        + p(rule)
        + p(r("T"), about='<w:framePr w:dropCap="drop" w:lines="3"/>')
        + p("he first letter was large.")
        + p(
            '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict>'
            "</w:r>"
        )
        + p("Hidden: ", r("the price", "<w:vanish/>"), "none.")
    )


def notes() -> bytes:
    """Foot- and endnotes, one called twice, one by reference, one never."""
    return word(
        p(
            "The first claim",
            '<w:bookmarkStart w:id="5" w:name="_Ref1"/>',
            call(1),
            '<w:bookmarkEnd w:id="5"/>',
            " and the second",
            call(2, "endnote"),
            ".",
        )
        + p(
            "The first source again",
            call(1),
            ", and once more",
            field(" NOTEREF _Ref1 \\h ", r("1")),
            ".",
        )
        + table(row("Claim", cell(p("Source", call(3)))), row("Third", "Ledger"))
        + p("A call into nothing", call(77), "."),
        footnotes='<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        + note(1, "Ledger of the port, p. 3.")
        + note(3, "Seen in 2021.", "And in 2023.")
        + note(4, "No one calls this."),
        endnotes=note(2, "An endnote of one line.", kind="endnote"),
    )


def bilingual() -> bytes:
    """Two languages side by side, as agreements are written."""
    return word(
        p("Memorandum on water / مذكرة بشأن الماء", style="T")
        + table(
            row(
                cell(
                    p("Article 1", style="H"),
                    p("Both cities share the spring equally."),
                ),
                cell(
                    p(ar("المادة 1"), style="H"),
                    p(ar("تتقاسم المدينتان النبع مناصفة.")),
                ),
            ),
            row(
                cell(p("Article 2", style="H"), p("Neither sells its share.")),
                cell(p(ar("المادة 2"), style="H"), p(ar("لا تبيع أي منهما حصتها."))),
            ),
        )
        + p("A glossary stays a table:")
        + table(row("spring", ar_cell("نبع")), row("share", ar_cell("حصة"))),
        styles=style("T", "Title") + style("H", "heading 2"),
    )


def ar_cell(text: str) -> str:
    return cell(p(ar(text)))


def tables() -> bytes:
    """Headers in two rows, merged cells, a table in a cell, a picture in another."""
    header = "<w:tblHeader/>"
    inner = table(row("1", "2"))
    return word(
        p("Traffic of two quays", style="C")
        + table(
            row(
                cell("Quay", about='<w:vMerge w:val="restart"/>'),
                cell("2023", about='<w:gridSpan w:val="2"/>'),
                about=header,
            ),
            row(cell("", about="<w:vMerge/>"), "Q1", "Q2", about=header),
            row(
                cell("North", about='<w:vMerge w:val="restart"/>'),
                "14",
                cell(p(r("15", "<w:b/>"))),
            ),
            row(cell("", about="<w:vMerge/>"), "16", "17"),
            row(cell("Closed for works", about='<w:gridSpan w:val="3"/>')),
            row("South", cell("See ", inner), cell(p(image("dot", "The south quay")))),
        )
        + table(
            row(cell(p(r("Way", "<w:b/>"))), cell(p(r("Days", "<w:b/>")))),
            row("Sea", "9"),
            about='<w:tblLook w:val="04A0"/>',
        )
        + p("The end."),
        styles=style("C", "caption"),
        media={"dot": PNG},
    )


def pictures() -> bytes:
    """Pictures with captions, elsewhere, in other formats, and of the old kind."""
    emf = b"\x01\x00\x00\x00" + b"\0" * 36 + b" EMF"
    old = (
        '<w:r><w:pict><v:shape alt="مرفأ قديم"><v:imagedata r:id="dot"/></v:shape>'
        "</w:pict></w:r>"
    )
    outside = drawing('<pic:pic><a:blip r:link="web"/></pic:pic>', "A crane")
    return word(
        p(image("dot", "رصيف فارغ"))
        + p(ar("الشكل 1: الرصيف عند الظهر"), style="C")
        + p("Before ", image("dot", "In the middle"), "and after.")
        + p(image("vector", "خريطة"))
        + p(outside)
        + p(old)
        + p(image("absent")),
        styles=style("C", "caption"),
        media={"dot": PNG, "vector": emf},
        links={"web": "https://a.example/crane.png"},
    )


def objects() -> bytes:
    """A chart, a diagram, an embedded sheet, equations, symbols."""
    relation = (
        f'<Relationship Id="{{}}" Type="{OFFICE}relationships/{{}}" Target="{{}}"/>'
    )
    related = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships">'
        + relation.format("c1", "chart", "charts/chart1.xml")
        + relation.format("d1", "diagramData", "diagrams/data1.xml")
        + "</Relationships>"
    )
    chart = (
        "<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Ships by year</a:t></a:r></a:p>"
        "</c:rich></c:tx></c:title><c:cat><c:strRef><c:strCache><c:pt><c:v>2021</c:v>"
        "</c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache><c:pt>"
        "<c:v>1204</c:v></c:pt></c:numCache></c:numRef></c:val></c:chart>"
    )
    points = "".join(
        f"<dgm:pt><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>"
        for text in ("سؤال", "بحث", "سياسة")
    )
    fraction = (
        "<m:oMath><m:r><m:t>p=</m:t></m:r><m:f><m:num><m:r><m:t>c+1</m:t></m:r></m:num>"
        "<m:den><m:sSup><m:e><m:r><m:t>n</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r>"
        "</m:sup></m:sSup></m:den></m:f></m:oMath>"
    )
    sheet = (
        '<w:r><w:object><v:shape><v:imagedata r:id="x"/></v:shape>'
        '<o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
    )
    return word(
        p("The chart:", drawing('<c:chart r:id="c1"/>', "Bars that fall"))
        + p(drawing('<dgm:relIds r:dm="d1"/>'))
        + p("The price is ", fraction, " at most.")
        + p("A sheet:", sheet)
        + p(
            "From here ",
            '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>',
            " to there",
            '<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>',
            ".",
        ),
        parts={
            "word/_rels/document.xml.rels": related,
            "word/charts/chart1.xml": xml("chartSpace", chart),
            "word/diagrams/data1.xml": xml("dataModel", points),
        },
    )


def furniture() -> bytes:
    """A table of contents, heads and feet of pages, fields, links."""
    entry = field(
        ' HYPERLINK \\l "_Toc1" ', r("Routes"), field(" PAGEREF _Toc1 ", r("3"))
    )
    begin = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    toc = '<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
    link = '<w:hyperlink r:id="{}">{}</w:hyperlink>'
    return word(
        p("Contents", style="TOCHeading")
        + p(begin.format("begin"), toc, begin.format("separate"), entry, style="TOC1")
        + p(field(' HYPERLINK \\l "_Toc2" ', r("Tolls 5")), style="TOC1")
        + p(begin.format("end"))
        + p("Routes", style="H")
        + p(
            "See ",
            link.format("web", r("the map")),
            ", ",
            link.format("bad", r("a file")),
            " or ",
            '<w:hyperlink w:anchor="x"><w:r><w:t>below</w:t></w:r></w:hyperlink>',
            field(' HYPERLINK "https://a.example/tolls" \\l "t2" ', r(", the tolls")),
            ".",
        )
        + p(
            "Page ",
            '<w:fldSimple w:instr=" PAGE "><w:r><w:t>4</w:t></w:r></w:fldSimple>',
        )
        + p(
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            f"{r('Click here to enter text.')}</w:sdtContent></w:sdt>"
        )
        + "<w:sdt><w:sdtContent>"
        + p("A control keeps its words.")
        + "</w:sdtContent></w:sdt>",
        styles=style("TOCHeading", "TOC Heading", '<w:basedOn w:val="H"/>')
        + style("TOC1", "toc 1")
        + style("H", "heading 1"),
        header=p("Draft 3"),
        footer=p("North Institute"),
        links={"web": "https://a.example/map", "bad": "file:///C:/a.docx"},
    )


MAKERS: dict[str, Callable[[], bytes]] = {
    "hand-arabic-styles": arabic_styles,
    "hand-tracked": tracked,
    "hand-boxes": boxes,
    "hand-notes": notes,
    "hand-bilingual": bilingual,
    "hand-tables": tables,
    "hand-pictures": pictures,
    "hand-objects": objects,
    "hand-furniture": furniture,
}

if __name__ == "__main__":
    for name, make in MAKERS.items():
        (FOLDER / f"{name}.docx").write_bytes(make())
