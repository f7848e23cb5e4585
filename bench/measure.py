"""How long programs take, and how much memory the largest moment of one needs.

A process is started with posix_spawn, so that the size of this one does not count, and timed until it
has ended and was waited for. What is printed goes to /dev/null.
"""
import dataclasses
import os
import re
import signal
import statistics
import subprocess
import tempfile
import time

ENVIRONMENT = {
    "PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8", "HOME": os.devnull, "NO_COLOR": "1",
    # A git that nobody's configuration reaches.
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
}
HIGH_WATER = re.compile(rb"^VmHWM:\s*(\d+) kB", re.MULTILINE)
# A program that takes longer has no use for a first run that does not count.
SLOW_SECONDS = 5
MOST_SECONDS_IN_TURNS = 30
# One that takes less is looked at again and again, or its high-water mark would be missed.
SECONDS_TO_OBSERVE = 0.3
MOST_TIMES_TO_OBSERVE = 20
FEWEST_ROUNDS = 2


class Failed(Exception):
    """A program did not do what it was started for."""


@dataclasses.dataclass
class Sample:
    """What was measured of one program; `times` are milliseconds, `peak` is MiB."""
    times: list = dataclasses.field(default_factory=list)
    peak: float | None = None
    why_not: str = ""

    @property
    def median(self):
        return statistics.median(self.times) if self.times else None


@dataclasses.dataclass(frozen=True)
class Observation:
    milliseconds: float
    peak: float
    output: str


def milliseconds(command):
    """From before the start of a process until it was waited for."""
    nothing = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in range(3)]
    start = time.perf_counter_ns()
    process = os.posix_spawnp(command[0], command, ENVIRONMENT, file_actions=nothing,
                              setsigdef=[signal.SIGPIPE])
    _, status = os.waitpid(process, 0)
    spent = (time.perf_counter_ns() - start) / 1e6
    check_status(command, os.waitstatus_to_exitcode(status), "")
    return spent


def check_status(command, status, complaints):
    """Every program here tells of findings by 1, and of failure by more."""
    if status not in (0, 1) or complaints:
        raise Failed(f"`{' '.join(command)}` ended with {status}: {complaints.strip()[:2000]}")


def observe(command, patience):
    """The first run of a command, with the greatest peak of a few more where it is quick; None after `patience`
    seconds."""
    first = run_and_watch(command, patience)
    if first is None:
        return None
    runs = min(MOST_TIMES_TO_OBSERVE, int(SECONDS_TO_OBSERVE * 1000 / first.milliseconds))
    more = [run_and_watch(command, patience) for _ in range(runs)]
    return dataclasses.replace(first, peak=max(seen.peak for seen in [first, *more] if seen))


def run_and_watch(command, patience):
    """One run of which output and memory are looked at.

    The memory is that of the process itself, without those that it starts: its high-water mark, read
    from /proc again and again until it ends.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as complaints:
        start = time.perf_counter()
        with subprocess.Popen(command, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=output,
                              stderr=complaints) as process:
            peak = 0
            with open(f"/proc/{process.pid}/status", "rb", buffering=0) as state:
                while process.poll() is None:
                    if found := HIGH_WATER.search(os.pread(state.fileno(), 4096, 0)):
                        peak = max(peak, int(found[1]))
                    spent = time.perf_counter() - start
                    if spent > patience:
                        process.kill()
                        return None
                    if spent > 0.1:
                        time.sleep(0.001)
            spent = time.perf_counter() - start
        for file in (output, complaints):
            file.seek(0)
        check_status(command, process.returncode, complaints.read().decode("utf-8", "replace"))
        return Observation(spent * 1000, peak / 1024, output.read().decode("utf-8", "replace"))


def rounds_of(first_milliseconds, most):
    """Fewer for a program that takes long."""
    return max(min(FEWEST_ROUNDS, most), min(most, int(MOST_SECONDS_IN_TURNS * 1000 / first_milliseconds)))


def in_turns(commands, first, most):
    """The times of each command, run one after the other again and again.

    `first` are the milliseconds of a run of each, which has warmed the caches."""
    times = [[spent] if spent > SLOW_SECONDS * 1000 else [] for spent in first]
    rounds = [rounds_of(spent, most) for spent in first]
    for _ in range(max(rounds, default=0)):
        for command, spent, enough in zip(commands, times, rounds):
            if len(spent) < enough:
                spent.append(milliseconds(command))
    return times
