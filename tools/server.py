"""The server of `make run`: one worker of granian, on this machine only.

`python -m tools.server 8000` serves until it is interrupted and then ends with 0.
"""

from __future__ import annotations

import signal
import sys
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from tools.ports import LOOPBACK


def serve(port: int) -> None:
    Granian(
        "thinktank.wsgi:application",
        address=LOOPBACK,
        port=port,
        interface=Interfaces.WSGI,
        websockets=False,
        blocking_threads=3,
        workers_kill_timeout=2,
        log_level=LogLevels.warning,
    ).serve(target_loader=load_in_worker, wrap_loader=False)


def load_in_worker() -> Any:
    """The site, in a worker that listens to granian's main process only.

    Ctrl-C reaches both, and the main process then tells the worker as well. Told
    twice, one worker in five deadlocks in granian 2.8 instead of ending.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    from thinktank.wsgi import application

    return application


if __name__ == "__main__":
    serve(int(sys.argv[1]))
