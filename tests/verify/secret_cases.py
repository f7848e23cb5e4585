"""Where a token could leak to. Case.run_program looks into outputs and files besides."""
import os
import pathlib
import pty
import signal
import subprocess
import sys
import threading

from program import PROGRAMS, RUNS, TOKEN, Case, entity, runs_of

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import core_dumps  # pylint: disable=wrong-import-position


class Secrets(Case):
    def setUp(self):
        super().setUp()
        self.describe(entity("typo", "RAOD"))
        self.started = threading.Event()

    def start(self, jira, stderr=subprocess.DEVNULL, **more):
        """The program, waiting for an answer."""
        def wait(handler, path):
            del handler, path
            self.started.set()
            jira.release.wait(60)
            return False
        jira.trouble = wait
        process = subprocess.Popen([PROGRAMS["catalint"], "verify"], cwd=self.catalog,
                                   env=core_dumps.environment(self.environment(jira.url)), stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=stderr, **more)
        self.addCleanup(process.wait)
        self.addCleanup(jira.release.set)
        self.assertTrue(self.started.wait(60))
        return process

    def test_the_list_of_processes(self):
        process = self.start(self.jira())
        itself = pathlib.Path("/proc", str(process.pid))
        self.assertEqual(os.path.basename((itself / "cmdline").read_bytes().split(b"\0")[0]),
                         b"catalint-verify")
        for folder in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                words = (folder / "cmdline").read_bytes()
            except OSError:
                continue  # it is over
            self.find_no_secret(words, folder)
        try:
            environment = (itself / "environ").read_bytes()
        except PermissionError:
            return  # nobody else reads it
        self.assertIn(b"XDG_CACHE_HOME", environment)
        self.find_no_secret(environment, "the environment that others see")

    def test_no_core(self):
        if not core_dumps.are_made_here(self.folder):
            self.skipTest("nothing leaves a core here")
        for number in (signal.SIGSEGV, signal.SIGABRT, signal.SIGQUIT):
            with self.subTest(signal=number):
                self.started.clear()
                process = self.start(self.jira(), preexec_fn=core_dumps.allow)
                core_dumps.wait_until_private(process)
                self.assertFalse(core_dumps.leaves_one(process, number))
                self.assertEqual(list(self.catalog.iterdir()), [self.catalog / "catalog-info.yaml"])

    def test_other_processes_do_not_read_its_memory(self):
        if not core_dumps.are_made_here(self.folder):
            self.skipTest("nothing leaves a core here")
        jira = self.jira()
        jira.trouble = lambda handler, path: jira.release.wait(60) and False
        self.addCleanup(jira.release.set)
        self.assertFalse(core_dumps.is_dumpable([PROGRAMS["catalint-verify"], "verify", "-"], self.folder,
                                                self.environment(jira.url)))

    def test_programs_that_are_started_know_nothing(self):
        bin_folder = self.folder / "bin"
        bin_folder.mkdir()
        (bin_folder / "git").write_text('#!/bin/sh\nexport -p >>"$SEEN"\nexit 1\n')
        (bin_folder / "git").chmod(0o755)
        (self.catalog / ".git").mkdir()
        seen = self.folder / "seen"
        said = self.verify(self.jira(), PATH=f"{bin_folder}:{os.environ['PATH']}", SEEN=str(seen))
        self.assertEqual(said.returncode, 1, said.stderr)
        self.assertIn("XDG_CACHE_HOME", seen.read_text())  # run_program has searched it
        seen.unlink()
        said = self.verify(self.jira(), "--since", "HEAD", PATH=f"{bin_folder}:{os.environ['PATH']}",
                           SEEN=str(seen))
        self.assertEqual(said.returncode, 2, said.stderr)
        self.assertIn("XDG_CACHE_HOME", seen.read_text())

    def test_a_variable_that_is_there_twice(self):
        """No shell makes such an environment, but a program may."""
        start = ("import ctypes, sys\n"
                 "texts = lambda list: (ctypes.c_char_p * (len(list) + 1))(*[text.encode() for text in list], None)\n"
                 "line, environment = sys.argv[1].split('\\n'), sys.argv[2].split('\\n')\n"
                 "ctypes.CDLL(None).execve(line[0].encode(), texts(line), texts(environment))\n")
        bin_folder = self.folder / "bin"
        bin_folder.mkdir()
        seen = self.folder / "seen"
        (bin_folder / "git").write_text(f'#!/bin/sh\ncat /proc/$PPID/environ >>"{seen}"\nexit 1\n')
        (bin_folder / "git").chmod(0o755)
        (self.catalog / ".git").mkdir()
        values = self.environment(self.jira().url, PATH=f"{bin_folder}:{os.environ['PATH']}")
        lines = [f"{name}={value}" for name, value in values.items()] + [f"JIRA_API_TOKEN={TOKEN}"]
        said = subprocess.run([sys.executable, "-c", start, f"{PROGRAMS['catalint']}\nverify",
                               "\n".join(lines)], cwd=self.catalog, capture_output=True, check=False, timeout=120)
        self.assertEqual(said.returncode, 1, said.stderr)
        text = seen.read_bytes()
        self.assertIn(b"XDG_CACHE_HOME", text)
        self.find_no_secret(text, "the environment that other programs see")

    def test_a_token_in_the_wrong_variable(self):
        for name in ("JIRA_API_URL", "JIRA_API_TOKEN_REALM"):
            said = self.run_program(self.jira(), "verify", **{name: self.environment("")["JIRA_API_TOKEN"]})
            self.assertEqual(said.returncode, 2)

    def test_a_server_that_echoes_the_token(self):
        def echo(handler, path):
            text = handler.headers["Authorization"]
            if "myself" in path:
                return False
            handler.error(400, text, X_Echo=text)
            return True
        jira = self.jira()
        jira.trouble = echo
        self.assert_open(self.verify(jira), "its answer holds the token itself, and is not shown")

        def echo_found(handler, path):
            if "/project/" not in path:
                return False
            handler.answer(200, {"key": "RAOD", "name": handler.headers["Authorization"]})
            return True
        jira.trouble = echo_found
        self.assert_open(self.verify(jira), "its answer holds the token itself, and is not shown")

    def test_an_echo_in_another_case(self):
        """An origin is in lower case before it is shown."""
        jira = self.jira()
        for change in (str.lower, str.upper):
            def redirect(handler, path, change=change):
                del path
                name = handler.headers["Authorization"].split()[1].rstrip("=")[:60]
                handler.answer(302, b"", Location=f"https://{change(name)}.example/")
                return True
            jira.trouble = redirect
            said = self.verify(jira)
            self.assert_open(said, "its answer holds the token itself, and is not shown")
            for run in runs_of(TOKEN.lower()):
                self.assertNotIn(run, said.stderr.lower().encode())

    def test_the_search_finds_a_part(self):
        self.assertTrue(any(run in b"..." + sorted(RUNS)[7] + b"..." for run in RUNS))
        with self.assertRaises(AssertionError):
            self.find_no_secret(b"x" + sorted(RUNS)[7], "here")

    def test_progress_on_a_terminal(self):
        ours, theirs = pty.openpty()
        self.addCleanup(os.close, ours)
        jira = self.jira()
        process = self.start(jira, stderr=theirs)
        os.close(theirs)
        seen = b""
        while b"answers from Jira" not in seen:
            seen += os.read(ours, 1000)
        self.assertIn(b"\r0 of 1 answers from Jira", seen)
        jira.release.set()
        process.wait(60)
        while True:
            try:
                more = os.read(ours, 1000)
            except OSError:  # the other end is closed
                break
            if not more:
                break
            seen += more
        self.assertIn(b"\r\x1b[K", seen)
        self.assertTrue(seen.endswith(b"catalint: 1 answer from Jira\r\n"), seen)
