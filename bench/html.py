"""How long it takes to make the HTML of an article. `--check` exits 1 over the limit.

Run it from the top of the repository: `python -m bench.html --check`.
"""

from __future__ import annotations

import sys
from statistics import median
from time import perf_counter

from thinktank.document.jsonform import from_json, to_json
from thinktank.document.model import Document
from thinktank.document.outline import words
from thinktank.document.readers.text import read
from thinktank.document.writers.html import render

LIMIT = 1.0
"""Milliseconds, the median for an article of 1,500 words in either language."""
ROUNDS = 200

PARAGRAPHS = {
    "en": (
        "The port of North Harbour, known as رصيف الشمال, waits **4.6 days** at "
        "the most. Ships arrive together, because the slots lie close to each "
        "other, and the gate has become the strait. Nobody had planned it so; "
        "it followed from a timetable that looked reasonable to all.",
        "What the sea gave, in short, the quay took back, and the account was "
        "settled on land by those who wait. They pay in hours, and hours are "
        "what nobody puts on a bill. The city pays too, in air and in roads, "
        "and it has never been asked whether the bargain suits it.",
    ),
    "ar": (
        "ينتظر ميناء الشمال، واسمه North Harbour، مدة **4.6 أيام** على الأكثر. "
        "تصل السفن معاً لأن المواعيد متقاربة، وصارت البوابة هي المضيق. لم يخطط "
        "أحد لذلك، بل نتج عن جدول زمني بدا معقولاً لكل من وقّعه في حينه، ثم "
        "استقر الأمر على ما هو عليه اليوم من غير أن يراجعه أحد.",
        "وما منحه البحر استرده الرصيف، ثم سُوّي الحساب على اليابسة بين الذين "
        "ينتظرون. وهم يدفعون ساعات لا تظهر في أي فاتورة. والمدينة تدفع أيضاً من "
        "هوائها وطرقها، ولم يسألها أحد هل تناسبها الصفقة، ولا عمن سيدفع ثمنها "
        "في المقبل من السنوات إذا طال الانتظار أكثر مما طال.",
    ),
}


class Nowhere:
    """A site without items and pictures."""

    def item(self, number: int) -> None:
        return None

    def image(self, image: int) -> None:
        return None


def article(language: str) -> Document:
    """An article of three sections with four points each, and a note per section."""
    first, second = PARAGRAPHS[language]
    title, text = first[:24], f"{first}\n\n{second}"
    points = "\n".join(f"{n}. {title}\n{text}\n" for n in range(1, 5))
    sections = [f"## {title}\n{text}[^{n}]\n\n{points}" for n in range(3)]
    notes = "\n".join(f"[^{n}]: {title}" for n in range(3))
    reading = read("\n\n".join([*sections, notes]), language)
    assert reading.problems == ()
    return reading.document


def milliseconds(language: str) -> tuple[float, float]:
    """Median times of rendering the article, and of building it from stored JSON."""
    document = article(language)
    stored = to_json(document)
    rendering, building = [], []
    for _round in range(ROUNDS):
        start = perf_counter()
        render(document, Nowhere())
        middle = perf_counter()
        from_json(stored)
        rendering.append((middle - start) * 1000)
        building.append((perf_counter() - middle) * 1000)
    print(
        f"{language}: {words(document)} words, HTML {median(rendering):.2f} ms, "
        f"from JSON {median(building):.2f} ms"
    )
    return median(rendering), median(building)


def main() -> int:
    slowest = max(milliseconds(language)[0] for language in PARAGRAPHS)
    if "--check" in sys.argv and slowest > LIMIT:
        print(f"The limit is {LIMIT} ms.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
