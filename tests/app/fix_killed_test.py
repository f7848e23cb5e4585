#!/usr/bin/env python3
"""A --fix that is killed leaves every file old or new, whole, and nothing else
that a second run does not clear.

usage: fix_killed_test.py ROOT CATALINT
"""
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

CATALINT = str(pathlib.Path(sys.argv[2]).resolve())
KILLS = 200
FILES = 4
OLD = """apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: shop-%d
  annotations:
    jira/project-key: SHOP # kept
    jira/token-type: bearer
spec:
  type: service
  lifecycle: production
  owner: team
"""


def run_for(folder, seconds):
    """Whether it came to its end before it was killed."""
    process = subprocess.Popen([CATALINT, "check", "--fix", "--jobs", "4"], cwd=folder,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(seconds)
        return True
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return False


def main():
    chance = random.Random(1)
    stopped = halfway = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        old = {folder / f"{i}.catalog-info.yaml": OLD % i for i in range(FILES)}
        new = {path: text.replace("bearer", "Bearer") for path, text in old.items()}

        def write_old():
            for path, text in old.items():
                path.write_text(text)

        write_old()
        begin = time.monotonic()
        assert run_for(folder, 60)
        whole = time.monotonic() - begin
        assert all(path.read_text() == text for path, text in new.items())
        for _ in range(KILLS):
            write_old()
            if not run_for(folder, chance.uniform(0, whole)):
                stopped += 1
            texts = {path: path.read_text() for path in old}
            for path, text in texts.items():
                assert text in (old[path], new[path]), f"{path.name} is neither old nor new: {text!r}"
            halfway += len({texts[path] == new[path] for path in old}) == 2
            subprocess.run([CATALINT, "check", "--fix"], cwd=folder, check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            left = set(folder.iterdir()) - set(old)
            assert not left, f"left behind: {left}"
            assert all(path.read_text() == text for path, text in new.items())
    print(f"{KILLS} runs, {stopped} killed, {halfway} of them between two files")
    # The machine decides where a kill hits; most must hit something.
    assert stopped > KILLS // 4


main()
