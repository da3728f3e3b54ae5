"""How long `make test` takes. `--check` exits 1 when it was over `TEST_LIMIT` seconds.

Run it on a machine that does nothing else, with two cores:

    python -m bench.suite --check

It exits 1 as well when a test failed.
"""

from __future__ import annotations

import argparse
import sys

from tools import suite


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(arguments)
    results = suite.run()
    status = suite.verdict(results)
    return 1 if status or (options.check and suite.late(results)) else 0


if __name__ == "__main__":
    sys.exit(main())
