"""Hypothesis strategies for Word files, with every letter that must survive."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from tests.document.docx.package import PNG, field, p, r, style, word

STYLES = (
    style("T", "Title")
    + style("H", "heading 2", "<w:pPr><w:outlineLvl w:val='1'/></w:pPr>")
    + style("Q", "اقتباس", "<w:rPr><w:i/><w:iCs/></w:rPr>")
    + style("C", "caption")
    + style("TOC1", "toc 1")
    + style("Loop", "Loop", '<w:basedOn w:val="Loop"/>')
    + style("S", "Strong", "<w:rPr><w:b/></w:rPr>", "character")
)
NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:numFmt w:val="{kind}"/>'
    f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
    f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'
    for n, (kind, text) in enumerate(
        [("decimal", "%1."), ("bullet", "•"), ("none", ""), ("decimal", "مادة %1")], 1
    )
)
LOOKS = st.sampled_from(
    [
        "", "<w:b/>", "<w:rtl/><w:bCs/>", '<w:i w:val="0"/>', "<w:vanish/>",
        '<w:vertAlign w:val="superscript"/>', '<w:rStyle w:val="S"/>',
        '<w:rStyle w:val="absent"/>',
    ]
)  # fmt: skip
ABOUT = st.sampled_from(
    [
        "",
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
        '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="2"/></w:numPr>',
        '<w:numPr><w:numId w:val="3"/></w:numPr>',
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>',
        '<w:numPr><w:ilvl w:val="x"/><w:numId w:val="77"/></w:numPr>',
        "<w:rPr><w:del/></w:rPr>",
        '<w:framePr w:dropCap="drop"/>',
        '<w:outlineLvl w:val="0"/>',
        '<w:pBdr><w:top w:val="single"/></w:pBdr>',
    ]
)
FIELDS = st.sampled_from(
    ["PAGE", "REF x", 'HYPERLINK "https://a.example/"', 'HYPERLINK "javascript:x"',
     'TOC \\o "1-3"', "NOTEREF y", "", "EQ"]
)  # fmt: skip
WRAPPERS = st.sampled_from(
    [
        "<w:ins>{}</w:ins>", "<w:moveTo>{}</w:moveTo>", "<w:del>{}</w:del>",
        "<w:moveFrom>{}</w:moveFrom>", "<w:smartTag>{}</w:smartTag>",
        '<w:hyperlink r:id="web">{}</w:hyperlink>',
        '<w:hyperlink r:id="bad">{}</w:hyperlink>',
        '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent>"
        "</w:sdt>",
        '<w:fldSimple w:instr="SEQ Figure">{}</w:fldSimple>',
        '<w:bookmarkStart w:id="1" w:name="x"/>{}<w:bookmarkEnd w:id="1"/>',
        "<w:unknown>{}</w:unknown>",
        '<mc:AlternateContent><mc:Choice Requires="wps">{}</mc:Choice>'
        "<mc:Fallback/></mc:AlternateContent>",
    ]
)  # fmt: skip
SIGNS = st.sampled_from(
    [
        "<w:r><w:tab/><w:br/><w:noBreakHyphen/><w:softHyphen/></w:r>",
        '<w:r><w:sym w:font="Wingdings" w:char="F0D8"/></w:r>',
        '<w:r><w:footnoteReference w:id="1"/></w:r>',
        '<w:r><w:footnoteReference w:id="9"/></w:r>',
        '<w:r><w:endnoteReference w:id="1"/></w:r>',
        '<w:r><w:commentReference w:id="1"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        '<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>',
    ]
)
letters = st.text("ابتةأxyzé0١٢9", min_size=1, max_size=4)

Piece = tuple[str, str]
"""Some XML and the words that it holds."""


def joined(pieces: list[Piece]) -> Piece:
    return "".join(xml for xml, _ in pieces), "".join(words for _, words in pieces)


def _drawing(words: str) -> str:
    return (
        f'<w:r><w:drawing><wp:docPr descr="{words}"/><a:blip r:embed="dot"/>'
        "</w:drawing></w:r>"
    )


def _box(inside: str) -> str:
    return (
        f"<w:r><w:pict><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox>"
        "</w:pict></w:r>"
    )


runs = st.one_of(
    st.builds(lambda text, look: (r(text, look), text), letters, LOOKS),
    letters.map(
        lambda text: (f"<m:oMath><m:r><m:t>{text}</m:t></m:r></m:oMath>", text)
    ),
    letters.map(lambda text: (_drawing(text), text)),
    SIGNS.map(lambda sign: (sign, "")),
)


def _wrapped(inner: st.SearchStrategy[Piece]) -> st.SearchStrategy[Piece]:
    some = st.lists(inner, max_size=3).map(joined)
    return st.one_of(
        st.builds(
            lambda wrap, piece: (wrap.format(piece[0]), piece[1]), WRAPPERS, some
        ),
        st.builds(lambda code, piece: (field(code, piece[0]), piece[1]), FIELDS, some),
    )


inlines = st.recursive(runs, _wrapped, max_leaves=5)
paragraphs = st.builds(
    lambda pieces, named, about: (p(joined(pieces)[0], style=named, about=about)
                                  if pieces else p(about=about), joined(pieces)[1]),
    st.lists(inlines, max_size=4),
    st.sampled_from(["", "", "T", "H", "Q", "C", "TOC1", "Loop", "absent"]),
    ABOUT,
)  # fmt: skip

CELLS = st.sampled_from(
    ["", '<w:gridSpan w:val="2"/>', "<w:vMerge/>", '<w:vMerge w:val="restart"/>',
     '<w:gridSpan w:val="-3"/>']
)  # fmt: skip
ROWS = st.sampled_from(
    ["", "", "<w:tblHeader/>", "<w:del/>", '<w:gridBefore w:val="1"/>']
)


def _table(blocks: st.SearchStrategy[Piece]) -> st.SearchStrategy[Piece]:
    cell = st.builds(
        lambda about, piece: (
            f"<w:tc><w:tcPr>{about}</w:tcPr>{piece[0]}</w:tc>",
            piece[1],
        ),
        CELLS,
        st.lists(blocks, min_size=1, max_size=2).map(joined),
    )
    row = st.builds(
        lambda about, piece: (
            f"<w:tr><w:trPr>{about}</w:trPr>{piece[0]}</w:tr>",
            piece[1],
        ),
        ROWS,
        st.lists(cell, min_size=1, max_size=3).map(joined),
    )
    rows = st.lists(row, min_size=1, max_size=3).map(joined)
    return rows.map(lambda piece: (f"<w:tbl>{piece[0]}</w:tbl>", piece[1]))


def _nested(blocks: st.SearchStrategy[Piece]) -> st.SearchStrategy[Piece]:
    some = st.lists(blocks, max_size=2).map(joined)
    return st.one_of(
        _table(blocks),
        some.map(lambda piece: (p(_box(piece[0])), piece[1])),
        some.map(
            lambda piece: (
                f"<w:sdt><w:sdtContent>{piece[0]}</w:sdtContent></w:sdt>", piece[1]
            )
        ),
        some.map(
            lambda piece: (
                "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of "
                "Contents'/></w:docPartObj></w:sdtPr><w:sdtContent>"
                f"{piece[0]}</w:sdtContent></w:sdt>", piece[1],
            )
        ),
    )  # fmt: skip


blocks = st.recursive(paragraphs, _nested, max_leaves=4)


@dataclass(frozen=True)
class Sketch:
    """What a Word file is to hold, and all words in it that a person wrote."""

    body: str
    footnote: str
    endnote: str
    words: str

    def file(self) -> bytes:
        return word(
            self.body,
            styles=STYLES,
            numbering=NUMBERING,
            footnotes=f'<w:footnote w:id="1">{self.footnote}</w:footnote>',
            endnotes=f'<w:endnote w:id="1">{self.endnote}</w:endnote>',
            comments=f'<w:comment w:id="1">{p("تعليق 7")}</w:comment>',
            header=p("رأس 8"),
            media={"dot": PNG},
            links={"web": "https://a.example/", "bad": "file:///x"},
        )


@st.composite
def sketches(draw: st.DrawFn) -> Sketch:
    body, words = draw(st.lists(blocks, max_size=4).map(joined))
    foot, foot_words = draw(st.lists(blocks, max_size=2).map(joined))
    end, end_words = draw(paragraphs)
    return Sketch(body, foot, end, f"{words}{foot_words}{end_words}تعليق 7رأس 8")
