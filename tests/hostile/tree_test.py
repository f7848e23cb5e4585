#!/usr/bin/env python3
"""Trees that nobody should have to lint: links that lead in circles, devices and
FIFOs in the place of descriptors, names that no terminal should see, files that
come and go, readers that leave, and a user who does not wait.

usage: tree_test.py ROOT CATALINT
"""
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import unittest

ROOT, CATALINT = pathlib.Path(sys.argv.pop(1)).resolve(), pathlib.Path(sys.argv.pop(1)).resolve()
FORMATS = ["text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson",
           "markdown"]
DESCRIPTOR = b"""apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: %s
  annotations:
    jira/project-key: "%s"
spec:
  type: service
  lifecycle: production
  owner: team
"""
# Put together here, so that no scanner takes this file for a leak.
TOKEN = "ATATT3" + "xFfGF0T4JVjdmPBrmZ4aBcDeFg"


def descriptor(name="shop", key="SHOP"):
    return DESCRIPTOR % (name.encode(), key.encode())


class Tree(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name).resolve()

    def write(self, path, bytes_=descriptor()):
        file = os.path.join(os.fsencode(self.folder), os.fsencode(path))
        os.makedirs(os.path.dirname(file), exist_ok=True)
        with open(file, "wb") as out:
            out.write(bytes_)

    def check(self, *arguments, status=0, **options):
        outcome = subprocess.run([CATALINT, "check", *arguments], cwd=self.folder,
                                 stdin=subprocess.DEVNULL, capture_output=True, timeout=60,
                                 check=False, **options)
        self.assertEqual(outcome.returncode, status, outcome.stderr)
        return outcome

    def git(self, *arguments):
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@example.com",
                        *arguments], cwd=self.folder, check=True, capture_output=True,
                       env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull})

    def test_links_that_lead_in_circles(self):
        self.write("a/catalog-info.yaml")
        (self.folder / "a/again").symlink_to("..")
        (self.folder / "loop").symlink_to("loop")
        (self.folder / "b").mkdir()
        (self.folder / "b/catalog-info.yaml").symlink_to("catalog-info.yaml")
        for is_repository in (False, True):
            if is_repository:
                self.git("init", "--quiet")
                self.git("add", ".")
            with self.subTest(is_repository=is_repository):
                outcome = self.check("--format", "json")
                self.assertIn(b'"files": 1,', outcome.stdout)

    def test_what_is_no_file(self):
        self.write("good/catalog-info.yaml")
        os.mkfifo(self.folder / "catalog-info.yaml")
        (self.folder / "directory/catalog-info.yaml").mkdir(parents=True)
        (self.folder / "device").mkdir()
        (self.folder / "device/catalog-info.yaml").symlink_to("/dev/zero")
        with socket.socket(socket.AF_UNIX) as listener:
            (self.folder / "s").mkdir()
            listener.bind(str(self.folder / "s/catalog-info.yaml"))
            self.assertIn(b'"files": 1,', self.check("--format", "json").stdout)
            for path in ("catalog-info.yaml", "device/catalog-info.yaml", "s/catalog-info.yaml"):
                with self.subTest(path=path):
                    outcome = self.check(path, "good", status=3)
                    self.assertEqual(outcome.stderr.decode(),
                                     f"catalint: {path}: it is not a regular file; `-` reads "
                                     "standard input\n")

    def test_names_that_no_terminal_should_see(self):
        names = [b"line\nbreak", b"::error::pwned", b"escape\x1b[31m", b"no-utf8-\xff\xfe",
                 "right-to-left-\u202e".encode(), b"-option", b"--fix", b"##vso[task.complete]",
                 b"a b", b"quo\"te'", b"semi;colon`id`$(id)", b"%0A::warning::x"]
        for name in names:
            self.write(name + b"/catalog-info.yaml",
                       descriptor(key="shop\"\n    jira/team: \"\\x7f\\x9b31m\\u202e"))
        for is_repository in (False, True):
            if is_repository:
                self.git("init", "--quiet")
                self.git("add", "--", ".")
            for format_ in FORMATS:
                with self.subTest(format=format_, is_repository=is_repository):
                    outcome = self.check("--format", format_, "--select",
                                         "jira/project-key-format", status=1)
                    output = outcome.stdout + outcome.stderr
                    text = output.decode()  # it is UTF-8
                    self.assertEqual([c for c in "\x1b\r\x7f\x9b\u202e" if c in text], [])
                    shown = min(len(names), 10) if format_ == "github" else len(names)
                    self.assertEqual(text.count("is `shop`"), shown)
                    commands = [line for line in text.splitlines()
                                if line.startswith(("::", "##"))]
                    if format_ == "github":
                        commands = [line for line in commands
                                    if not line.startswith("::error file=")]
                    self.assertEqual([c for c in commands if c != "## catalint"], [])

    def test_a_tree_that_changes_meanwhile(self):
        for number in range(400):
            self.write(f"{number % 20}/{number}/catalog-info.yaml", descriptor(f"n{number}"))
        over = threading.Event()

        def change():
            turn = 0
            while not over.is_set():
                turn += 1
                path = self.folder / f"{turn % 20}/{turn % 400}"
                try:
                    if turn % 3 == 0:
                        (path / "catalog-info.yaml").unlink()
                    elif turn % 3 == 1:
                        path.rename(path.with_name(f"{path.name}-moved"))
                    else:
                        self.write(str(path / "catalog-info.yaml"), b"x" * (turn % 5000))
                except OSError:
                    pass

        changing = threading.Thread(target=change)
        changing.start()
        try:
            for turn in range(15):
                outcome = subprocess.run(
                    [CATALINT, "check", *(["--fix"] if turn % 2 else [])], cwd=self.folder,
                    stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)
                self.assertIn(outcome.returncode, (0, 1, 3), outcome.stderr)
                for line in outcome.stderr.decode().splitlines():
                    self.assertTrue(line.startswith("catalint: "), line)
        finally:
            over.set()
            changing.join()

    def test_a_reader_that_leaves(self):
        for number in range(300):
            self.write(f"{number}/catalog-info.yaml", descriptor(f"n{number}", "shop"))
        for format_ in FORMATS:
            with self.subTest(format=format_):
                process = subprocess.Popen([CATALINT, "check", "--format", format_],
                                           cwd=self.folder, stdout=subprocess.PIPE,
                                           stderr=subprocess.PIPE)
                process.stdout.read(10)
                process.stdout.close()
                said = process.stderr.read()
                process.stderr.close()
                # What fits into the pipe is written before the reader is gone.
                self.assertIn(process.wait(60), (1, 3))
                self.assertEqual(said, b"")

    def test_an_interrupt_in_the_middle_of_a_fix(self):
        old, new = descriptor(key=" SHOP"), descriptor()
        for number in range(300):
            self.write(f"{number}.catalog-info.yaml", old)
        process = subprocess.Popen([CATALINT, "check", "--fix", "--jobs", "2"], cwd=self.folder,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        first = self.folder / "0.catalog-info.yaml"
        while first.read_bytes() == old and process.poll() is None:
            pass
        process.send_signal(signal.SIGINT)
        self.assertIn(process.wait(60), (-signal.SIGINT, 1))
        for number in range(300):
            self.assertIn((self.folder / f"{number}.catalog-info.yaml").read_bytes(), (old, new))
        self.check("--fix", "--ignore", "backstage/duplicate-entity")
        self.assertEqual({path.read_bytes() for path in self.folder.iterdir()}, {new})

    def test_a_stream_that_leads_to_a_file(self):
        self.write("catalog-info.yaml", descriptor(key="shop"))
        log = self.folder / "log"
        log.write_text("what was there\n")
        with log.open("a") as stream:
            subprocess.run([CATALINT, "check", "-o", "gitlab=/dev/stderr"], cwd=self.folder,
                           stdout=subprocess.DEVNULL, stderr=stream, timeout=60, check=False)
            stream.write("what came after\n")
        lines = log.read_text().splitlines()
        self.assertEqual((lines[0], lines[1], lines[-1]), ("what was there", "[", "what came after"))

    def test_a_pack_of_somebody_else(self):
        self.write("catalog-info.yaml")
        self.write("pack.yaml", br"""pack: evil
about: a
rules:
  - {id: evil/one, what: "w\e[1m", why: "y", bad: "x", good: "y", severity: error, checks: [
     {at: [metadata, annotations, example.com/id], required: with-its-map,
      message: "m\n::error::message \e[31m, %sto the end", hint: "h\n\n# more\n\n@somebody"}]}
""" % (b"on " * 40))
        for format_ in FORMATS:
            with self.subTest(format=format_):
                outcome = self.check("--rules", "pack.yaml", "--format", format_, status=1)
                text = outcome.stdout.decode()
                self.assertNotIn("\x1b", text)
                self.assertNotIn("\n::error::message", text)
                self.assertNotIn("\n# more", text)
                self.assertIn("to the end", text)

    def test_no_format_tells_a_secret(self):
        secrets = [TOKEN, "bWVAZXhhbXBsZS5jb206cHdwd3B3cHdwdw==", "hunter2secret"]
        self.write("catalog-info.yaml", b"""apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: shop
  annotations:
    jira/project-key: SHOP
    jira/token-type: Bearer %s # and here: %s
    example.com/basic: Basic %s
    jira/password: %s
    example.com/url: https://me:%s@example.com/
  labels:
    token: %s
spec: {type: service, lifecycle: production, owner: team}
""" % tuple(secrets[i].encode() for i in (0, 0, 1, 2, 2, 0)))
        # Nothing else is wrong with this one.
        self.write("c/catalog-info.yaml", descriptor(name=TOKEN))
        # Broken below, so that another finding shows the lines as well.
        self.write("b/catalog-info.yaml", b"jira/token-type: Bearer %s: \"x\n" % TOKEN.encode())
        for format_ in FORMATS:
            for more in ([], ["--ignore", "jira/secret"], ["--quiet"]):
                with self.subTest(format=format_, more=more):
                    report = self.folder / "report"
                    outcome = self.check("--format", format_, "-o", f"{format_}={report}", *more,
                                         status=1)
                    text = (outcome.stdout + outcome.stderr + report.read_bytes()).decode()
                    for secret in secrets:
                        self.assertFalse(secret[:5] in text, f"more of {secret[:4]}… is told")
        self.check("--write-baseline", "baseline.json")
        text = (self.folder / "baseline.json").read_text()
        explained = subprocess.run([CATALINT, "explain", "catalog-info.yaml"], cwd=self.folder,
                                   capture_output=True, text=True, timeout=60, check=True)
        for secret in secrets:
            self.assertNotIn(secret[:5], text + explained.stdout + explained.stderr)


if __name__ == "__main__":
    unittest.main()
