"""`make lighthouse`: how Lighthouse rates the pages that most readers open.

Home, a list, an item and an event in both languages, as a phone on a slow network gets
them, each five times in Debian's Chromium, from a site of its own that is gone
afterwards. Prints the median of each score, with what was found where one is missed,
and exits with 1 then. The report of each last run is kept in `var/lighthouse`.

`python -m tools.lighthouse home "sample item"` rates those pages alone.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from statistics import median
from typing import Any

from tests.browser.public_pages import paths
from tests.browser.running_site import running_site
from tools import chromium, debian
from tools.fresh import ROOT

Report = dict[str, Any]
"""What Lighthouse writes of one run."""

FOLDER = ROOT / "var" / "lighthouse"
PINNED = ROOT / "tools" / "npm"
RUNS = 5
LANGUAGES = ("ar", "en")
PAGES = ("home", "list", "sample item", "event to come")
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
HEADLESS = "--headless=new"


def main(chosen: list[str]) -> int:
    """Rate the chosen pages, or those of PAGES; 0 when each has what it should."""
    command, missed = provide(), 0
    print(f"{'':22}", *LEAST)
    with running_site() as address:
        for language, name in product(LANGUAGES, chosen or PAGES):
            page = f"{language} {name}"
            target = address + paths(language)[name]
            reports = [rate(command, target, page) for _ in range(RUNS)]
            missed += tell(page, reports)
    print(f"{missed} missed." if missed else "All have what they should.")
    return 1 if missed else 0


def provide() -> str:
    """The path of Lighthouse, installed as it is pinned where it is not yet."""
    if not shutil.which("npm"):
        debian.install("npm", "Lighthouse")
    lock = (PINNED / "package-lock.json").read_bytes()
    installed = FOLDER / "package-lock.json"
    if not (installed.exists() and installed.read_bytes() == lock):
        install()
    return str(FOLDER / "node_modules" / ".bin" / "lighthouse")


def install() -> None:
    """The lock is copied last: it says that all it names is there."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    command = ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
    shutil.copy(PINNED / "package.json", FOLDER)
    shutil.copy(PINNED / "package-lock.json", FOLDER)
    if subprocess.run(command, cwd=FOLDER, check=False).returncode:
        (FOLDER / "package-lock.json").unlink()
        raise SystemExit("Lighthouse could not be installed; npm says why above.")


def rate(command: str, target: str, page: str) -> Report:
    """One run, in a browser of its own with nothing cached."""
    path = FOLDER / f"{page.replace(' ', '-')}.json"
    options = [
        "--quiet",
        f"--only-categories={','.join(LEAST)}",
        f"--chrome-flags={' '.join((HEADLESS, *chromium.QUIET))}",
        "--output=json",
        f"--output-path={path}",
    ]
    environment = {**os.environ, "CHROME_PATH": chromium.provide()}
    subprocess.run([command, target, *options], env=environment, check=True)
    return read(path)


def read(path: Path) -> Report:
    report: Report = json.loads(path.read_text(encoding="utf-8"))
    if error := report.get("runtimeError"):
        raise SystemExit(f"Lighthouse could not look at the page: {error['message']}")
    return report


def tell(page: str, reports: list[Report]) -> int:
    """Print a page's line and what was found; how many of its scores are missed."""
    scores = {name: score(reports, name) for name in LEAST}
    cells = (f"{scores[name]:{len(name)}.0f}" for name in LEAST)
    print(f"{page:22}", *cells, flush=True)
    missed = [name for name, least in LEAST.items() if scores[name] < least]
    for name in missed:
        for finding in findings(reports[-1], name):
            print(f"  {name}: {finding}")
    return len(missed)


def score(reports: list[Report], category: str) -> float:
    """The median of what a category was given, of 100."""
    return 100 * median(report["categories"][category]["score"] for report in reports)


def findings(report: Report, category: str) -> Iterator[str]:
    """What counts in a category and was found wanting."""
    for part in report["categories"][category]["auditRefs"]:
        audit = report["audits"][part["id"]]
        if part["weight"] and (audit["score"] or 0) < 1:
            yield f"{audit['id']} {audit.get('displayValue', '')}".strip()


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit("\nStopped.") from None
