#!/usr/bin/env python3
"""The manual page is one, says what --help says, and is installed with the
completions where man and the shells look.

usage: man_page_test.py ROOT BUILD CATALINT SAMPLE
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT, BUILD, CATALINT, SAMPLE = (pathlib.Path(sys.argv.pop(1)).resolve() for _ in range(4))

INSTALLED = {
    "share/man/man1/catalint.1": ["man"],
    "share/bash-completion/completions/catalint": ["completions", "bash"],
    "share/zsh/vendor-completions/_catalint": ["completions", "zsh"],
    "share/fish/vendor_completions.d/catalint.fish": ["completions", "fish"],
}


def output_of(*command, page=None, **variables):
    outcome = subprocess.run(command, input=page, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                             check=False, env=os.environ | {"LC_ALL": "C.UTF-8"} | variables,
                             cwd=ROOT)
    return outcome.stdout


def rendered(page):
    """As man prints it, each paragraph on a line."""
    text = output_of("man", "--no-hyphenation", "--no-justification", "-P", "cat", "-l", "-",
                     page=page, MANWIDTH="1000").decode()
    return re.sub(r"\s+", " ", text)


class ManPage(unittest.TestCase):
    maxDiff = None

    def test_no_complaints(self):
        for program, argument in [(CATALINT, "man"), (SAMPLE, "man")]:
            page = output_of(program, argument)
            with self.subTest(program=program.name):
                # A date would make another page of every build.
                self.assertRegex(output_of("mandoc", "-T", "lint", page=page).decode(),
                                 r'\Amandoc: <stdin>:2:\d+: WARNING: missing date, using "": TH\n\Z')
                self.assertEqual(output_of("groff", "-man", "-ww", "-z", page=page), b"")
                man = subprocess.run(["man", "--warnings=w", "-l", "-"], input=page, check=True,
                                     stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                self.assertEqual(man.stderr, b"")

    def test_says_what_help_says(self):
        text = rendered(output_of(CATALINT, "man"))
        commands = [[]] + [[name] for name in re.findall(
            r"^  (\w+) {3,}", output_of(CATALINT, "--help").decode().partition(
                "Subcommands:")[2].partition("Examples:")[0], re.MULTILINE)]
        self.assertGreater(len(commands), 6)
        for command in commands:
            shown = output_of(CATALINT, *command, "--help").decode()
            # What is told of an option begins in the same column, or below it.
            options = re.findall(r"^  (?=(-\S+|[A-Z]+))(?:.{29} |.*\n {32})(?=\S)(.*)$",
                                 shown.partition("Examples:")[0], re.MULTILINE)
            self.assertGreaterEqual(len(options), 1)
            for names, about in options:
                with self.subTest(command=command, option=names):
                    self.assertIn(f" {about}.", text)
                    for name in names.split(","):
                        self.assertRegex(text, rf" {re.escape(name)}[ ,]")
        for row in re.findall(r"^  (\S+) {2,}(.+)$", output_of(CATALINT, "--help").decode()
                              .partition("Exit status:")[2], re.MULTILINE):
            with self.subTest(row=row):
                self.assertIn(f" {row[0]} {row[1][0].upper()}{row[1][1:]}.", text)

    def test_every_text_survives(self):
        text = rendered(output_of(SAMPLE, "man"))
        for told in ["""It's "quoted", `ticked`, [bracketed]: $HOME \\n 100% {a,b}.""",
                     """'single' "double" `tick` [a]: (b) $(c) \\d *e* ~f !g #h.""",
                     """--mode TEXT .starts 'with a dot. One of read-only, read+write.""",
                     "sample remote add [OPTION]... [NAME] [PATH...]"]:
            with self.subTest(text=told):
                self.assertIn(told, text)

    def test_readme(self):
        line = re.search(r"^(catalint man \|.*?) +#", (ROOT / "README.md").read_text(
            encoding="utf-8"), re.MULTILINE)[1]
        page = output_of("bash", "-c", line, MANPAGER="cat",
                         PATH=f"{CATALINT.parent}:{os.environ['PATH']}").decode()
        self.assertRegex(page, r"\ACATALINT\(1\) ")

    def test_installed(self):
        with tempfile.TemporaryDirectory() as prefix:
            subprocess.run(["cmake", "--install", BUILD, "--prefix", prefix], check=True,
                           stdout=subprocess.DEVNULL)
            files = [path.relative_to(prefix).as_posix()
                     for path in pathlib.Path(prefix).rglob("*") if path.is_file()]
            # Where libcurl is installed; its page is the other's.
            verify = {"bin/catalint-verify", "share/man/man1/catalint-verify.1"}
            self.assertIn(verify & set(files), [verify, set()])
            self.assertEqual(sorted(set(files) - verify), sorted(["bin/catalint", *INSTALLED]))
            for name, arguments in INSTALLED.items():
                with self.subTest(file=name):
                    path = pathlib.Path(prefix, name)
                    self.assertEqual(path.read_bytes(), output_of(CATALINT, *arguments))
                    self.assertEqual(path.stat().st_mode & 0o777, 0o644)


if __name__ == "__main__":
    unittest.main()
