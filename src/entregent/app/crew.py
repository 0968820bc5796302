"""Worker processes for what costs time and needs no database.

A plain subprocess that runs this module, rather than `multiprocessing`: it behaves alike on Linux, macOS and Windows, runs nothing of the
caller's main module again, and ends by itself when its input ends, so that a killed import leaves nobody behind. A worker that dies on a
batch (a native parser can crash) is replaced, and the batch is halved until the one message that does it is found: that one is
answered with None.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import subprocess
import sys
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from typing import IO, TYPE_CHECKING, Any, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future
    from types import TracebackType

Batch = TypeVar("Batch", bound="Sequence[Any]")
_START, _USE = 256, 1024
"""Items after which helpers are started, and from which on they are used: they take a while to start, and a few items are done sooner than that."""


_AHEAD = 8
"""Batches that wait for each helper: enough to keep it busy while this process writes what came back."""


class WorkerDied(Exception):
    """The process ended instead of answering."""


class CannotStart(Exception):
    """The system gives no further process."""


class Worker:
    """One process that runs `module:function` over batches: `function(setting, items) -> as many results`."""

    def __init__(self, task: str, setting: object) -> None:
        self._task, self._setting = task, setting
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, items: Sequence[Any]) -> list[Any]:
        """The results for `items`; a process is started where none runs."""
        process = self._running()
        try:
            _send(_pipe(process.stdin), items)
            kind, answer = _receive(_pipe(process.stdout))
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            self.close()
            raise WorkerDied from error
        if kind == "error":
            raise answer
        results: list[Any] = answer
        return results

    def start(self) -> None:
        """Start the process, if that can be done; else `ask` will say so."""
        with contextlib.suppress(WorkerDied, CannotStart):
            self._running()

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            for pipe in (self._process.stdin, self._process.stdout):
                with contextlib.suppress(OSError):
                    _pipe(pipe).close()
            self._process.kill()
            self._process.wait()
            self._process = None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            command = [sys.executable, "-m", "entregent.app.crew", self._task]
            pipe = subprocess.PIPE
            try:
                self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, env=_environment())  # noqa: S603  (ourselves)
            except OSError as error:
                raise CannotStart from error
            try:
                _send(_pipe(self._process.stdin), self._setting)
            except OSError as error:
                self.close()
                raise WorkerDied from error
        return self._process


class Crew:
    """Runs a task over batches and gives the results in order; a context manager. `workers` 0: in this process. `weight`: what an item costs, in
    messages parsed, for telling from when on helpers are worth their start."""

    def __init__(self, task: str, setting: object, workers: int | None = None, *, weight: int = 1) -> None:
        self._weight = weight
        self._task, self._setting = task, setting
        self._count = helpers() if workers is None else workers
        self._function: Callable[[Any, Sequence[Any]], list[Any]] = function(task)
        self._free: SimpleQueue[Worker] = SimpleQueue()
        self._workers: list[Worker] = []
        self._pool: ThreadPoolExecutor | None = None

    def map(self, batches: Iterable[Batch]) -> Iterator[tuple[Batch, list[Any]]]:
        """(batch, results) for each batch, in order. Few are done here; then, where more come, by helpers, several at a time."""
        waiting: deque[tuple[Batch, Future[list[Any]]]] = deque()
        done = 0
        for batch in batches:
            if self._count and self._pool is None and done >= _START:
                self._pool = self._started()
            if self._pool is None or done < _USE:
                done += len(batch) * self._weight
                yield batch, self._function(self._setting, batch)
                continue
            waiting.append((batch, self._pool.submit(self._ask, batch)))
            while len(waiting) > self._count * _AHEAD or (waiting and waiting[0][1].done()):
                ready, future = waiting.popleft()
                yield ready, future.result()
        for ready, future in waiting:
            yield ready, future.result()

    def _started(self) -> ThreadPoolExecutor:
        self._workers = [Worker(self._task, self._setting) for _ in range(self._count)]
        for worker in self._workers:
            worker.start()
            self._free.put(worker)
        return ThreadPoolExecutor(self._count)

    def _ask(self, items: Sequence[Any]) -> list[Any]:
        worker = self._free.get()
        try:
            return _patiently(worker, items)
        except CannotStart:
            return self._function(self._setting, items)
        finally:
            self._free.put(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._pool is not None:
            for worker in self._workers:
                worker.close()
            self._pool.shutdown(cancel_futures=True)


def helpers() -> int:
    """How many workers to start: one for each core (this process mostly waits for the disk), none on a single one or where Python cannot start
    itself."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(8, cores) if sys.executable and cores > 1 else 0


def function(task: str) -> Callable[[Any, Sequence[Any]], list[Any]]:
    """The function that `module:function` names."""
    from importlib import import_module

    module, _, name = task.partition(":")
    found: Callable[[Any, Sequence[Any]], list[Any]] = getattr(import_module(module), name)
    return found


def _patiently(worker: Worker, items: Sequence[Any]) -> list[Any]:
    try:
        return worker.ask(items)
    except WorkerDied:
        if len(items) == 1:
            try:
                return worker.ask(items)
            except WorkerDied:
                return [None]
    middle = len(items) // 2
    return _patiently(worker, items[:middle]) + _patiently(worker, items[middle:])


def _environment() -> dict[str, str]:
    # A source tree that is on the caller's path only must be on the worker's too.
    paths = [path for path in sys.path if path]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None  # noqa: S101  (opened with PIPE)
    return pipe


def _send(pipe: IO[bytes], value: object) -> None:
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    pipe.write(len(data).to_bytes(8, "big"))
    pipe.write(data)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> Any:
    size = pipe.read(8)
    if len(size) < 8:
        raise EOFError
    data = pipe.read(int.from_bytes(size, "big"))
    return pickle.loads(data)  # noqa: S301  (from a process that we started)


def _serve(task: str) -> None:
    """The worker's side: until the input ends."""
    source = sys.stdin.buffer
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not end up among the answers
    run = function(task)
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)  # messages make many values and no cycles
    try:
        setting = _receive(source)
        while True:
            items = _receive(source)
            try:
                _send(out, ("done", run(setting, items)))
            except Exception as error:
                _send(out, ("error", error))
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        os._exit(0)


if __name__ == "__main__":
    _serve(sys.argv[1])
