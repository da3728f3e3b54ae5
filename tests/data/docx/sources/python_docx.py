"""Makes python-docx-*.docx with python-docx 1.2, which the project does not need."""

import sys
from pathlib import Path

from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.shared import Cm

HERE = Path(__file__).parent


def english():
    document = Document()
    document.add_heading("The corridor that nobody drives", 0)
    document.add_paragraph("Three years of tolls on the eastern road", "Subtitle")
    document.add_paragraph("22 May 2024")
    document.add_heading("What was promised", 1)
    paragraph = document.add_paragraph("The road was to carry ")
    paragraph.add_run("four thousand lorries").bold = True
    paragraph.add_run(" a day, as ")
    paragraph.add_run("The Toll and the Truck").style = "Book Title"
    paragraph.add_run(" foresaw; it carries ")
    paragraph.add_run("nine hundred").italic = True
    paragraph.add_run(".")
    document.add_paragraph("No lorry pays to wait.", "Intense Quote")
    document.add_heading("Tolls", 2)
    for text in ("Fixed by the ministry", "Raised every January"):
        document.add_paragraph(text, "List Number")
    for text in ("Drivers", "Owners"):
        document.add_paragraph(text, "List Bullet")
    document.add_paragraph("Owners of one lorry", "List Bullet 2")
    table = document.add_table(3, 3, "Light Grid Accent 1")
    rows = (("Month", "Lorries", "Tolls"), ("May", "904", "12"), ("June", "870", "11"))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("Table 1: Traffic of the eastern road", "Caption")
    document.add_picture(str(HERE / "dot.png"), Cm(4))
    document.add_paragraph("Figure 1: The gate at noon", "Caption")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_heading("What remains", 1)
    document.add_paragraph("The road remains, and so does its debt.")
    document.sections[0].header.paragraphs[0].text = "Draft of the road group"
    return document


def arabic():
    document = Document()
    _rtl(document.add_heading("الممر الذي لا يسلكه أحد", 0))
    _rtl(document.add_paragraph("ثلاث سنوات من رسوم الطريق الشرقي", "Subtitle"))
    _rtl(document.add_heading("ما وُعد به", 1))
    paragraph = document.add_paragraph()
    paragraph.add_run("كان الطريق سيحمل ")
    loud = paragraph.add_run("أربعة آلاف شاحنة")
    loud.font.cs_bold = True
    paragraph.add_run(" في اليوم، فحمل ")
    plain = paragraph.add_run("تسعمئة")
    plain.bold = True  # no bold in a run of a complex script
    _rtl(paragraph)
    for text in ("رسوم تحددها الوزارة", "زيادة في كل يناير"):
        _rtl(document.add_paragraph(text, "List Number"))
    _rtl(document.add_heading("ما يبقى", 1))
    _rtl(
        document.add_paragraph(
            "يبقى الطريق ويبقى دَينه، وتبقى عبارة toll road بلا ترجمة."
        )
    )
    return document


def cells():
    document = Document()
    document.add_paragraph("A table whose cells are merged in both directions follows.")
    table = document.add_table(4, 3, "Table Grid")
    texts = (
        ("Quay", "2022", ""),
        ("", "Ships", "Dues"),
        ("North", "998", "31"),
        ("North", "1,010", "33"),
    )
    for row, line in zip(table.rows, texts, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(2, 0).merge(table.cell(3, 0))
    for row in table.rows[:2]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    document.add_paragraph("And a frame of one cell:")
    frame = document.add_table(1, 1, "Table Grid").cell(0, 0)
    frame.text = "Remember the tide."
    frame.add_paragraph("It turns twice a day.")
    document.add_paragraph("The end of the text.")
    return document


def _rtl(paragraph):
    paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for run in paragraph.runs:
        run.font.rtl = True


if __name__ == "__main__":
    for name, make in (("en", english), ("ar", arabic), ("cells", cells)):
        make().save(Path(sys.argv[1]) / f"python-docx-{name}.docx")
