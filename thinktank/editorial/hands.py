"""Work done by several processes at once, each with a connection of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import connection, get_context
from typing import Any, TypeVar

from django.db import connections

Part = TypeVar("Part")
Result = TypeVar("Result")


def several() -> int:
    """How many processes this machine has room for."""
    return min(os.cpu_count() or 1, 4)


def shared(
    work: Callable[[Part], Iterator[Result]], parts: Sequence[Part]
) -> Iterator[Result]:
    """What `work` yields for each of the parts, as it comes. For commands: call it
    outside of a transaction, where no other thread runs.

    Raises RuntimeError when one of the processes failed; what it failed of is then on
    standard error. When this process ends, however it does, so do the others.
    """
    connections.close_all()  # none may be used by two processes
    fork = get_context("fork")
    ends: list[Any] = []
    hands = []
    for part in parts:
        here, there = fork.Pipe(duplex=False)
        ends.append(here)
        hand = fork.Process(target=_work, args=(work, part, there, list(ends)))
        hand.start()
        there.close()
        hands.append(hand)
    try:
        yield from _received(ends)
    finally:
        for hand in hands:
            hand.join()
    if any(hand.exitcode for hand in hands):
        raise RuntimeError("A part of the work failed.")


def _work(work: Any, part: Any, there: Any, ends: Sequence[Any]) -> None:
    for end in ends:
        end.close()  # so that sending fails once nobody receives
    try:
        for result in work(part):
            there.send(result)
    except (BrokenPipeError, KeyboardInterrupt):
        return  # whoever asked for it has ended, or is ended by the same Ctrl-C
    finally:
        connections.close_all()


def _received(ends: Sequence[Any]) -> Iterator[Any]:
    waiting: list[Any] = list(ends)
    try:
        while waiting:
            ready: list[Any] = connection.wait(waiting)
            for end in ready:
                try:
                    yield end.recv()
                except EOFError:
                    waiting.remove(end)
    finally:
        for end in ends:
            end.close()
