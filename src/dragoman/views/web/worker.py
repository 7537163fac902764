"""Adds reports in one process of its own, so that no request waits for a reading and no reading for a request."""

import shutil
import time
from collections import OrderedDict
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path
from queue import Empty
from secrets import token_hex
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Literal

import msgspec

from dragoman import Ledger, open_ledger
from dragoman.corridor.add import Step, add
from dragoman.errors import DragomanError, InvalidInput, SkipReport, StopRun

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess
    from multiprocessing.queues import Queue

State = Literal["waiting", "running", "done", "failed"]
KEPT = 50
"""How many jobs are remembered."""
LONGEST_STEP = 600.0
"""How many seconds one report may take: a process that is stuck is ended, and the job told as failed."""
TICK = 0.2


class Job(msgspec.Struct, kw_only=True):
    """What somebody asked to be added, and how far it is; ``error`` is what ended it."""

    id: str
    path: Path
    temporary: bool
    state: State = "waiting"
    added: int = 0
    known: int = 0
    skipped: list[DragomanError] = []
    last: str | None = None
    error: DragomanError | None = None

    @property
    def done(self) -> int:
        """Is how many reports have been looked at."""
        return self.added + self.known + len(self.skipped)

    @property
    def is_over(self) -> bool:
        """Is whether nothing more will happen."""
        return self.state in {"done", "failed"}


class News(msgspec.Struct, frozen=True, kw_only=True):
    """What the process tells of a job: a step, a file that is left out whole, or that it is over and perhaps why."""

    job: str
    step: Step | None = None
    left_out: DragomanError | None = None
    over: bool = False
    error: DragomanError | None = None


class Worker:
    """Takes jobs, does one after the other in a process that is started with the first, and tells how far each is."""

    def __init__(self, place: str, *, longest_step: float = LONGEST_STEP) -> None:
        self._place = place
        self._longest_step = longest_step
        self._context = get_context("spawn")
        self._inbox: Queue[tuple[str, tuple[str, ...]] | None] = self._context.Queue()
        self._outbox: Queue[News] = self._context.Queue()
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = Lock()
        self._closed = Event()
        self._process: SpawnProcess | None = None
        self._heard = 0.0
        self._watcher: Thread | None = None

    def submit(self, path: Path, *, temporary: bool = True) -> Job:
        """Takes a file or folder to be added; one that is ``temporary`` is deleted when it is done."""
        job = Job(id=token_hex(8), path=path, temporary=temporary)
        with self._lock:
            self._jobs[job.id] = job
            for key in [key for key, each in self._jobs.items() if each.is_over][: max(len(self._jobs) - KEPT, 0)]:
                del self._jobs[key]
            self._start()
        self._inbox.put((job.id, tuple(str(each) for each in (_files(path) if temporary else [path]))))
        return job

    def job(self, key: str) -> Job | None:
        """Gives a job, None for one that is not remembered."""
        return self._jobs.get(key)

    def close(self) -> None:
        """Ends the process; what it had added stays added."""
        self._closed.set()
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._watcher is not None:
            self._watcher.join()
        for queue in (self._inbox, self._outbox):
            queue.close()
            queue.cancel_join_thread()

    def _start(self) -> None:
        if self._process is None or not self._process.is_alive():
            arguments = (self._place, self._inbox, self._outbox)
            self._process = self._context.Process(target=work, args=arguments, daemon=True)
            self._process.start()
            self._heard = time.monotonic()
        if self._watcher is None:
            self._watcher = Thread(target=self._watch, daemon=True)
            self._watcher.start()

    def _watch(self) -> None:
        while not self._closed.is_set():
            try:
                news = self._outbox.get(timeout=TICK)
            except Empty:
                self._check()
            else:
                self._heard = time.monotonic()
                self._hear(news)

    def _hear(self, news: News) -> None:
        job = self._jobs[news.job]
        job.state = "running"
        for error in (None if news.step is None else news.step.error, news.left_out):
            if error is not None:
                if job.temporary and error.file is not None:
                    # Where an uploaded file lies meanwhile is nobody's business.
                    error.file = Path(error.file).name
                job.skipped.append(error)
        if news.step is not None:
            job.last = news.step.report
            job.added += news.step.outcome == "added"
            job.known += news.step.outcome == "known"
        if news.over:
            self._end(job, news.error)

    def _check(self) -> None:
        """Ends what is stuck, and goes on with what waits behind a process that is gone."""
        waiting = [job for job in list(self._jobs.values()) if not job.is_over]
        if not waiting or self._process is None:
            self._heard = time.monotonic()
            return
        if time.monotonic() - self._heard > self._longest_step:
            self._process.kill()
            self._process.join()
        if not self._process.is_alive():
            with self._lock:
                # What the process had taken is lost with it; what it had not is in its queue still.
                taken = [job for job in waiting if job.state == "running"] or waiting[:1]
                for job in taken:
                    self._end(job, SkipReport("the program that reads ended, or took too long", hint="try it in parts"))
                self._start()

    def _end(self, job: Job, error: DragomanError | None) -> None:
        job.error = error
        job.state = "done" if error is None else "failed"
        if job.temporary:
            shutil.rmtree(job.path, ignore_errors=True)


def work(place: str, inbox: "Queue[tuple[str, tuple[str, ...]] | None]", outbox: "Queue[News]") -> None:
    """Does jobs until it is ended: this is what the process runs."""
    while (taken := inbox.get()) is not None:
        key, paths = taken
        outbox.put(News(job=key))
        error: DragomanError | None = None
        try:
            with closing(open_ledger(place)) as ledger:
                for path in paths:
                    _add(ledger, path, key, outbox)
        except StopRun as caught:
            error = caught
        outbox.put(News(job=key, over=True, error=error))


def _add(ledger: Ledger, path: str, key: str, outbox: "Queue[News]") -> None:
    """Adds what is at a path; a file that no reader reads does not keep the others out."""
    try:
        add(ledger, [path], progress=lambda step: outbox.put(News(job=key, step=step)))
    except InvalidInput as error:
        outbox.put(News(job=key, left_out=error.at(file=path)))


def _files(path: Path) -> list[Path]:
    return sorted(each for each in path.rglob("*") if each.is_file())
