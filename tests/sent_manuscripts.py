"""Manuscripts as people send them to the desk: one text in two languages."""

from __future__ import annotations

import io
from collections.abc import Iterable

from PIL import Image

from tests.document.docx.package import p, word

ENGLISH = (
    "Quiet harbours",
    "Who pays for the silence of the small ports?",
    "9 March 2025",
    "By: Salma Al Harith",
    "For two years small ships have called at quays no company chart had shown, and "
    "the towns behind them live on what the crews spend ashore while they wait.",
    "The cost of waiting",
    "An hour at anchor costs a small ship as much as a day of wages, and nobody on the "
    "quay is paid for it. The towns know this, and so do those who insure the ships.",
    "What should be done",
    "The towns could publish their berths a week ahead, as the pilots have asked for "
    "years. It would cost a clerk and a telephone, and save three days a month.",
)
ARABIC = (
    "مرافئ هادئة",
    "من يدفع ثمن صمت الموانئ الصغيرة؟",
    "9 مارس 2025",
    "بقلم: سلمى الحارث",
    "منذ سنتين ترسو السفن الصغيرة في مراسٍ لم تكن على خرائط الشركات، وتعيش البلدات "
    "خلفها على ما ينفقه البحارة على البر وهم ينتظرون، ولا أحد يسأل عن كلفة الانتظار.",
    "كلفة الانتظار",
    "ساعة واحدة في المرسى تكلف السفينة الصغيرة أجر يوم كامل، ولا يتقاضى أحد على "
    "الرصيف شيئاً لقاءها. البلدات تعرف ذلك، ويعرفه أيضاً من يؤمّنون على السفن.",
    "ما الذي يجب فعله",
    "بوسع البلدات أن تعلن مواعيد أرصفتها قبل أسبوع كما يطلب المرشدون منذ عشر سنوات. لا "
    "يكلف ذلك سوى موظف وهاتف، ويوفر ثلاثة أيام في كل شهر على كل سفينة تنتظر دورها.",
)
ALT = "A quay at dusk"


def text_file(*passages: str) -> bytes:
    return "\n\n".join(passages or ENGLISH).encode()


def word_file(passages: Iterable[str] = (), *, picture: bool = False) -> bytes:
    """A Word file with these passages, in both languages unless given; a picture with
    `ALT` may stand at its end."""
    body = "".join(map(p, passages or (*ARABIC, *ENGLISH)))
    shown = f'<wp:docPr descr="{ALT}"/><a:blip r:embed="quay"/>'
    if picture:
        body += p(f"<w:r><w:drawing>{shown}</w:drawing></w:r>")
    return word(body, media={"quay": drawn()})


def drawn() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (48, 32), "seagreen").save(stream, "PNG")
    return stream.getvalue()
