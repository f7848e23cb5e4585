"""Whether a program that is killed leaves its memory behind."""
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import time

SLEEP = [shutil.which("sleep"), "600"]  # a program without secrets
# Sanitizers would limit cores themselves, and take the signals.
SANITIZERS = "disable_coredump=0:handle_segv=0:handle_abort=0"


def environment(env):
    before = env.get("ASAN_OPTIONS")
    return {**env, "ASAN_OPTIONS": f"{before}:{SANITIZERS}" if before else SANITIZERS}


def allow():
    """For the child, before it becomes the program: as `ulimit -c hard`."""
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))


def are_made_here(folder):
    """Whether a program without secrets leaves a core: else there is nothing to test."""
    with subprocess.Popen(SLEEP, cwd=folder, preexec_fn=allow) as process:
        return leaves_one(process, signal.SIGSEGV)


def wait_until_private(process):
    """Until it has set its limit, which it does last."""
    deadline = time.monotonic() + 60
    limits = pathlib.Path("/proc", str(process.pid), "limits")
    while not re.search(r"^Max core file size +0 +0 ", limits.read_text(), re.MULTILINE):
        if process.poll() is not None or time.monotonic() > deadline:
            raise AssertionError("it leaves cores")


def is_dumpable(command, folder, env):
    """Whether the kernel would hand its memory to other processes of its user, or to a
    program that takes cores. What it shows of the others belongs to root, so this is seen
    of another user's processes alone."""
    user = os.geteuid() or 65534
    program = shutil.copy(command[0], folder)
    os.chmod(program, 0o755)
    os.chmod(folder, 0o755)
    with subprocess.Popen([program, *command[1:]], cwd=folder, env=environment(env), user=user, group=user,
                          extra_groups=[], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                          preexec_fn=allow) as process:
        try:
            if command[0] != SLEEP[0]:
                wait_until_private(process)
            return pathlib.Path("/proc", str(process.pid), "maps").stat().st_uid == user
        finally:
            process.kill()


def leaves_one(process, number):
    process.send_signal(number)
    _, status = os.waitpid(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != -number:
        raise AssertionError(f"it ended with {process.returncode}, and not by the signal {number}")
    return os.WCOREDUMP(status)
