"""How long Word files take, and how much memory. `--check` exits 1 over a limit.

Run it from the top of the repository: `python -m bench.manuscript --check`. Each file
is made in one process and read in another, which measures its own memory. (A process
inherits the largest memory of the one that began it, so this one stays small.)
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

MEMORY = 300
"""Megabytes that one process may take."""
PAGES = 500
WORDS_ON_PAGE = 300

_WORDS = {
    "ar": "الميناء المياه التجارة السياسة المدينة السفن الرصيف العقود الكلفة الممر",
    "en": "harbour water trade policy city ships quay contracts cost corridor tide",
}
_SPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LOOKS = ("", "<w:b/>", '<w:rFonts w:ascii="Arial"/><w:sz w:val="24"/>', "<w:rtl/>")
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


@dataclass(frozen=True)
class Case:
    """A file, the seconds it may take, and how it ends: "read" or a refusal's code."""

    make: Callable[[], bytes]
    seconds: float
    ends: str


def package(document: bytes, **more: bytes) -> bytes:
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as files:
        files.writestr("[Content_Types].xml", _TYPES)
        files.writestr("word/document.xml", document)
        for name, data in more.items():
            files.writestr(f"word/media/{name}.png", data)
    return whole.getvalue()


def document(body: str) -> bytes:
    return f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>".encode()


def book() -> bytes:
    """500 pages in both languages: headings, runs of four looks, a table a chapter."""
    random = Random(1)
    parts = []
    for number in range(PAGES * 3):
        words = _WORDS["ar" if number % 2 else "en"].split()
        runs = "".join(
            f'<w:r w:rsidR="00{random.randrange(999999):06}"><w:rPr>{look}</w:rPr><w:t '
            f'xml:space="preserve">{" ".join(random.choices(words, k=5))} </w:t></w:r>'
            for look in _LOOKS * (WORDS_ON_PAGE // 60)
        )
        heading = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>' if number % 60 == 0 else ""
        parts.append(f"<w:p>{heading}{runs}</w:p>")
        if number % 60 == 59:
            cell = "<w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc>"
            parts.append(f"<w:tbl>{f'<w:tr>{cell * 6}</w:tr>' * 20}</w:tbl>")
    return package(document("".join(parts)))


def long_paragraph() -> bytes:
    runs = map("<w:r><w:t>{}</w:t></w:r>".format, range(150_000))
    return package(document(f"<w:p>{''.join(runs)}</w:p>"))


def bomb(piece: str, megabytes: int) -> Callable[[], bytes]:
    """Much of the same inside one paragraph."""

    def make() -> bytes:
        many = piece * (megabytes * 2**20 // len(piece))
        return package(document(f"<w:p>{many}</w:p>"))

    return make


def many_paragraphs() -> bytes:
    return package(document("<w:p/>" * 3_000_000))


def false_size() -> bytes:
    """The directory says that there is little inside."""
    data = bytearray(bomb("<w:r><w:t>aaaaaaa</w:t></w:r>", 200)())
    entry = data.rfind(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (1000).to_bytes(4, "little")
    return bytes(data)


def large_picture() -> bytes:
    return package(document("<w:p/>"), bomb=b"\0" * (600 * 2**20))


CASES = {
    "a book of 500 pages": Case(book, 20, "read"),
    "150,000 runs in a paragraph": Case(long_paragraph, 20, "read"),
    "200 MB of runs": Case(bomb("<w:r><w:t>a</w:t></w:r>", 200), 2, "too-much-inside"),
    "200 MB of attributes": Case(
        bomb('<w:r a="" b="" c=""/>', 200), 2, "too-much-inside"
    ),
    "200 MB of one word": Case(bomb("aaaaaaaaaaaaaaaa", 200), 2, "too-much-inside"),
    "3 million paragraphs": Case(many_paragraphs, 2, "too-much-inside"),
    "a false size": Case(false_size, 2, "damaged"),
    "a picture of 600 MB": Case(large_picture, 2, "too-much-inside"),
}


def make(name: str, path: Path) -> None:
    path.write_bytes(CASES[name].make())


def read(path: Path) -> None:
    """Read a file and print what it took."""
    from thinktank.document.readers import docx
    from thinktank.document.readers.manuscript import NotAManuscript

    data = path.read_bytes()
    started = perf_counter()
    try:
        ends, passages = "read", len(docx.read(data).passages)
    except NotAManuscript as refusal:
        ends, passages = refusal.code, 0
    seconds = perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([ends, passages, seconds, memory]))


def elsewhere(*arguments: str) -> str:
    """What this module prints in a process of its own."""
    command = [sys.executable, "-m", "bench.manuscript", *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode()


def is_within(name: str, case: Case) -> bool:
    """Print one line for a file, and hold it to its limits."""
    with TemporaryDirectory() as folder:
        path = f"{folder}/file.docx"
        elsewhere("--make", name, path)
        ends, passages, seconds, memory = json.loads(elsewhere("--read", path))
    print(f"{name}: {ends}, {passages} passages, {seconds:.2f} s, {memory:.0f} MB")
    return ends == case.ends and seconds <= case.seconds and memory <= MEMORY


def main() -> int:
    wrong = [name for name, case in CASES.items() if not is_within(name, case)]
    if wrong:
        print(f"Over a limit, or not as expected: {', '.join(wrong)}.")
    return 1 if wrong and "--check" in sys.argv else 0


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--make", name, path]:
            make(name, Path(path))
        case ["--read", path]:
            read(Path(path))
        case _:
            sys.exit(main())
