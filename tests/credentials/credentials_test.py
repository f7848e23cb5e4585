#!/usr/bin/env python3
"""`catalint credentials` at a terminal, behind a pipe and with an environment.
usage: credentials_test.py CATALINT
"""
import fcntl
import os
import pathlib
import pty
import signal
import subprocess
import sys
import tempfile
import termios
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import core_dumps  # pylint: disable=wrong-import-position

CATALINT = pathlib.Path(sys.argv.pop()).resolve()
TOKEN = "hTBgqVcrcxRYpT5TCzTA9C0F"
ENCODED = "amlyYS1tYWlsQGV4YW1wbGUuY29tOmhUQmdxVmNyY3hSWXBUNVRDelRBOUMwRg=="
ENCODE = [CATALINT, "credentials", "encode", "--email", "jira-mail@example.com"]
CHECK = [CATALINT, "credentials", "check"]
SEE_HELP = "; `catalint credentials encode --help` shows the usage\n"
NO_ARGUMENT = ("catalint: a word was not expected here; a token is no argument: it is read "
               "from the terminal, or from standard input" + SEE_HELP)


def run(command, stdin=b"", env=None):
    done = subprocess.run(command, input=stdin, capture_output=True, timeout=60, check=False,
                          env=env or {})
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def set_controlling_terminal():
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Terminal:
    """A program whose standard input and standard error are a terminal."""

    def __init__(self, command):
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(
            command, stdin=slave, stderr=slave, stdout=subprocess.PIPE, env={},
            start_new_session=True, preexec_fn=set_controlling_terminal)
        self.slave = slave
        self.seen = b""

    def wait_for(self, text):
        while text not in self.seen:
            self.seen += os.read(self.master, 4096)

    def shows_input(self):
        return bool(termios.tcgetattr(self.slave)[3] & termios.ECHO)

    def type(self, text):
        os.write(self.master, text)

    def end(self):
        out = self.process.communicate(timeout=60)[0].decode()
        os.set_blocking(self.master, False)
        try:
            self.seen += os.read(self.master, 4096)
        except (BlockingIOError, OSError):
            pass
        return out

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.slave)
        os.close(self.master)


class Encode(unittest.TestCase):
    def test_behind_a_pipe(self):
        for end in ("", "\n", "\r\n"):
            with self.subTest(end=end):
                self.assertEqual(run(ENCODE, (TOKEN + end).encode()), (0, ENCODED + "\n", ""))

    def test_mistakes(self):
        rows = [
            (ENCODE, b"", 2, "catalint: the token is empty\n"),
            (ENCODE, b"\n", 2, "catalint: the token is empty\n"),
            (ENCODE, TOKEN.encode() + b"\n\n", 2,
             "catalint: the token has white space at an end, a line end or a control character; copy the "
             "token alone\n"),
            (ENCODE, b"t" * 100000, 3,
             "catalint: standard input holds more than any token; give it the token alone\n"),
            (ENCODE + [TOKEN], b"", 2, NO_ARGUMENT),
            (ENCODE + ["-t" + TOKEN], b"", 2, NO_ARGUMENT),
            (ENCODE + ["--token=" + TOKEN], b"", 2,
             "catalint: there is no option `--token`" + SEE_HELP),
            (ENCODE[:3], TOKEN.encode(), 2,
             "catalint: `catalint credentials encode` needs --email" + SEE_HELP),
        ]
        for command, stdin, status, err in rows:
            with self.subTest(command=command[3:], stdin=stdin[:30]):
                self.assertEqual(run(command, stdin), (status, "", err))

    def test_at_a_terminal(self):
        terminal = Terminal(ENCODE)
        self.addCleanup(terminal.close)
        terminal.wait_for(b"API token (it is not shown): ")
        self.assertFalse(terminal.shows_input())
        terminal.type(TOKEN.encode() + b"\n")
        self.assertEqual(terminal.end(), ENCODED + "\n")
        self.assertEqual(terminal.process.returncode, 0)
        self.assertEqual(terminal.seen, b"API token (it is not shown): \r\n")
        self.assertTrue(terminal.shows_input())

    def test_interrupted_at_a_terminal(self):
        for name, typed in (("SIGINT", b"\x03"), ("SIGTERM", None)):
            with self.subTest(signal=name):
                terminal = Terminal(ENCODE)
                self.addCleanup(terminal.close)
                terminal.wait_for(b"API token (it is not shown): ")
                terminal.type(b"half of")
                if typed:
                    terminal.type(typed)
                else:
                    terminal.process.send_signal(signal.SIGTERM)
                self.assertEqual(terminal.end(), "")
                self.assertEqual(terminal.process.returncode, -getattr(signal, name))
                self.assertTrue(terminal.shows_input())
                self.assertNotIn(b"half", terminal.seen)


class Check(unittest.TestCase):
    GOOD = {"JIRA_API_URL": "https://acme.atlassian.net", "JIRA_API_TOKEN": ENCODED}
    FINE = "JIRA_API_URL and JIRA_API_TOKEN are well formed; `catalint verify` asks Jira with them\n"

    def test_the_environment(self):
        self.assertEqual(run(CHECK, env=self.GOOD), (0, self.FINE, ""))
        self.assertEqual(
            run(CHECK, env={**self.GOOD, "JIRA_API_TOKEN": TOKEN}),
            (1, "JIRA_API_TOKEN is the bare token; it must be base64 of `user:token`: encode it "
             "again with `catalint credentials encode`\n", ""))

    def test_a_file(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, ".env")
            command = CHECK + ["--env-file", path]
            path.write_text(f"JIRA_API_URL=https://acme.atlassian.net\nexport JIRA_API_TOKEN='{ENCODED}'\n",
                            encoding="utf-8")
            self.assertEqual(run(command), (0, self.FINE, ""))
            # The file goes before the environment.
            self.assertEqual(run(command, env={"JIRA_API_TOKEN": "x"}), (0, self.FINE, ""))
            path.write_text("JIRA_API_URL=acme.atlassian.net/\n", encoding="utf-8")
            self.assertEqual(
                run(command, env={"JIRA_API_TOKEN": ENCODED}),
                (1, "JIRA_API_URL has no https:// at its start; expected one such as "
                 "https://acme.atlassian.net\n", ""))
            path.unlink()
            self.assertEqual(
                run(command), (3, "", f"catalint: the file `{path}` of --env-file could not be "
                               "read: no such file or directory\n"))


class Cores(unittest.TestCase):
    """A program that is killed while it knows a token leaves nothing of it behind."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        if not core_dumps.are_made_here(self.folder):
            self.skipTest("nothing leaves a core here")
        self.before = sorted(self.folder.iterdir())

    def start(self, command, env, **streams):
        process = subprocess.Popen(command, cwd=self.folder, env=core_dumps.environment(env),
                                   preexec_fn=core_dumps.allow, **streams)
        self.addCleanup(process.kill)
        return process

    def assert_no_core(self, process, number):
        core_dumps.wait_until_private(process)
        self.assertFalse(core_dumps.leaves_one(process, number))
        self.assertEqual(sorted(self.folder.iterdir()), self.before)

    def test_encode(self):
        for number in (signal.SIGSEGV, signal.SIGABRT, signal.SIGQUIT):
            with self.subTest(signal=number):
                process = self.start(ENCODE, {}, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
                self.addCleanup(process.stdin.close)
                process.stdin.write(TOKEN.encode())
                process.stdin.flush()
                while fcntl.ioctl(process.stdin, termios.FIONREAD, b"\0" * 4) != b"\0" * 4:
                    self.assertIsNone(process.poll())
                self.assert_no_core(process, number)

    def test_other_processes_do_not_read_it(self):
        self.assertTrue(core_dumps.is_dumpable(core_dumps.SLEEP, self.folder, {}))
        self.assertFalse(core_dumps.is_dumpable(ENCODE, self.folder, {}))

    def test_check(self):
        # It ends when what it says is read, and nobody reads.
        out, full = os.pipe()
        self.addCleanup(os.close, out)
        self.addCleanup(os.close, full)
        os.set_blocking(full, False)
        with self.assertRaises(BlockingIOError):
            while True:
                os.write(full, b"x" * 4096)
        os.set_blocking(full, True)
        process = self.start(CHECK, Check.GOOD, stdout=full)
        self.assert_no_core(process, signal.SIGSEGV)


if __name__ == "__main__":
    unittest.main()
