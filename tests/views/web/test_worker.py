"""The one process that reads: it takes one job after the other, and what goes wrong is told and ends nothing else."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.corridor.browse import look
from dragoman.ledger.store import open_ledger
from dragoman.views.web.worker import Job, Worker

REPORT = (
    "date 2018-05-24\nDe top tussen Donald Trump en Kim Jong-un op 12 juni in Singapore gaat niet door, zei Trump.\n"
)


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[Worker]:
    found = Worker(str(tmp_path / "ledger"))
    yield found
    found.close()


def folder(tmp_path: Path, **files: str) -> Path:
    made = tmp_path / f"job-{len(list(tmp_path.iterdir()))}"
    for name, text in files.items():
        (made / name).mkdir(parents=True)
        (made / name / f"{name}.txt").write_text(text, encoding="utf-8")
    return made


def finished(job: Job, *, seconds: float = 60) -> Job:
    until = time.monotonic() + seconds
    while not job.is_over:
        assert time.monotonic() < until, job
        time.sleep(0.05)
    return job


@pytest.mark.slow
def test_what_is_submitted_is_in_the_ledger_and_its_files_are_gone(tmp_path: Path, worker: Worker) -> None:
    path = folder(tmp_path, een=REPORT, leeg="")
    job = finished(worker.submit(path))
    assert (job.state, job.added, job.known, job.done) == ("done", 1, 0, 2)
    assert [error.code for error in job.skipped] == ["empty-report"]
    assert job.skipped[0].file == "leeg.txt"
    assert look(open_ledger(str(tmp_path / "ledger"))).reports == 1
    assert not path.exists()
    again = finished(worker.submit(folder(tmp_path, een=REPORT)))
    assert (again.added, again.known) == (0, 1)


@pytest.mark.slow
def test_a_file_that_is_not_there_any_more_is_told_and_the_next_job_goes_on(tmp_path: Path, worker: Worker) -> None:
    lost, empty = worker.submit(tmp_path / "nowhere", temporary=False), worker.submit(folder(tmp_path, leeg=""))
    assert [error.code for error in finished(lost).skipped] == ["no-such-file"]
    assert finished(empty).state == "done"


@pytest.mark.slow
def test_a_ledger_that_is_none_ends_the_job_with_its_error(tmp_path: Path) -> None:
    (tmp_path / "ledger").write_bytes(b"no ledger" * 1000)
    worker = Worker(str(tmp_path / "ledger"))
    job = finished(worker.submit(folder(tmp_path, een=REPORT)))
    assert job.error is not None
    assert (job.state, job.error.code) == ("failed", "ledger-damaged")
    worker.close()


@pytest.mark.slow
def test_a_process_that_is_stuck_is_ended_and_another_takes_over(tmp_path: Path) -> None:
    worker = Worker(str(tmp_path / "ledger"), longest_step=0.0)
    stuck = finished(worker.submit(folder(tmp_path, leeg="")))
    assert (stuck.state, stuck.error is not None) == ("failed", True)
    worker._longest_step = 60
    assert finished(worker.submit(folder(tmp_path, leeg=""))).state == "done"
    worker.close()


def test_an_unknown_job_is_none(worker: Worker) -> None:
    assert worker.job("nope") is None
