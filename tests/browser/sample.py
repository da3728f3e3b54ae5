"""What the visited site holds beside the sample content of `make run`.

`python -m tests.browser.sample` makes the site; tests import the numbers and names.
"""

from __future__ import annotations

from pathlib import Path

from tools import demo

SAMPLE = 1
"""A publication of the sample content, live in both languages, with notes."""
FULL = 101
"""Live in both languages, with every kind of block: full.ar.txt and full.en.txt."""
ONLY = {"ar": 102, "en": 103}
"""By language, a publication that is live in no other."""
GONE = 104
"""Live in English, withdrawn in Arabic with `REASON`."""
REASON = "سُحب هذا النص بطلب من كاتبته."
LARGE = 105
"""A draft in both languages: twelve sections with four points each."""

PUBLISHER = "publisher"
"""May write, publish, schedule and withdraw in both languages; the password too."""
EDITOR = "editor"
"""May write and approve in both languages; the password too."""
CHIEF = "admin"
"""The superuser; the password too."""
NEWCOMERS = {"ar": "newcomer_ar", "en": "newcomer_en"}
"""By interface language, somebody without a second factor; the password too."""


def fill() -> None:
    """Make the publications and the people above in an empty site."""
    from tests import cast  # models load only after the set-up
    from thinktank.editorial import publishing
    from thinktank.editorial.permissions import SYSTEM

    everywhere = cast.publishing_in(*cast.LANGUAGES)
    cast.make_user(PUBLISHER, cast.editing() + everywhere)
    approving = [f"approve_{language}" for language in cast.LANGUAGES]
    cast.make_user(EDITOR, cast.editing() + approving)
    for name in NEWCOMERS.values():
        cast.make_user(name, cast.editing())
    make_full()
    make_large()
    cast.make_image(alt_en="A quay")
    cast.make_file()
    for language, number in ONLY.items():
        item = cast.make_publication(pk=number, ar=False, en=False)
        cast.write(item, language)
        publishing.publish(item, language, by=SYSTEM)
    gone = cast.make_publication(pk=GONE, live=True)
    publishing.withdraw(gone, "ar", REASON, by=SYSTEM)


def make_full() -> None:
    from tests import cast
    from thinktank.document.readers import text
    from thinktank.editorial import publishing
    from thinktank.editorial.permissions import SYSTEM

    people, topics = [cast.make_person()], [cast.make_topic()]
    item = cast.make_publication(pk=FULL, people=people, topics=topics)
    for language in cast.LANGUAGES:
        source = Path(__file__).with_name(f"full.{language}.txt")
        body = text.read(source.read_text(encoding="utf-8"), language).document
        cast.write(item, language, body=body)
        publishing.publish(item, language, by=SYSTEM)


def make_large() -> None:
    from bench.html import PARAGRAPHS
    from tests import cast
    from thinktank.document.readers import text

    item = cast.make_publication(pk=LARGE, ar=False, en=False)
    for language, (first, second) in PARAGRAPHS.items():
        points = "\n".join(f"{n}. {first[:24]}\n{first}\n" for n in range(1, 5))
        source = f"## {first[:24]}\n{second}\n\n{points}\n" * 12
        cast.write(item, language, body=text.read(source, language).document)


if __name__ == "__main__":
    demo.prepare()
    fill()
