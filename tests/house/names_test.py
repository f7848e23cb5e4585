#!/usr/bin/env python3
"""What the files of the house are called, and what no file may hold.

usage: names_test.py [ROOT]

Prints which headers and sources are longer than they should be; that is no
failure, but such a file wants to be two.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

LONGEST = {".h": 120, ".cc": 300}

# Names that say nothing of what a file holds.
EMPTY_NAMES = {"common", "helper", "helpers", "impl", "manager", "misc", "stuff",
               "util", "utils"}

# What a machine or a moment leaves in a file, and nobody else has.
FORBIDDEN = [
    ("the path of somebody's checkout",
     re.compile(r"(?<![\w.$}~/-])/(?:home|Users|root|work|tmp/[a-z]+-build)/\w")),
    ("the address a package came from", re.compile(r'"resolved":\s*"https?:')),
    ("a conflict marker", re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)),
]
# What is not finished belongs in an issue.
UNFINISHED = ("an unfinished thought", re.compile(r"(?://|#).*\b(?:TODO|FIXME|XXX)\b"))

# Descriptors hold such texts on purpose.
DATA = ("fixtures/", "tests/conformance/bases/", "rules/")
UNREAD = {"build", "node_modules", ".git", "__pycache__"}


def files_of(root):
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "-z"],
                            cwd=root, capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        names = listed.stdout.decode().split("\0")
    else:  # no checkout of git
        names = [p.relative_to(root).as_posix() for p in root.rglob("*")]
    return sorted(n for n in set(names) if n and (root / n).is_file()
                  and not UNREAD & set(pathlib.PurePosixPath(n).parts))


def problems(root):
    for name in files_of(root):
        path = pathlib.PurePosixPath(name)
        is_code = path.suffix in LONGEST
        if is_code and (path.stem in EMPTY_NAMES or not re.fullmatch(r"[a-z][a-z0-9_]*", path.stem)):
            yield f"{name}: the name does not say what the file holds, in snake_case"
        if name.startswith(DATA):
            continue
        text = (root / name).read_bytes().decode("utf-8", "replace")
        for what, pattern in FORBIDDEN + ([UNFINISHED] if is_code else []):
            if found := pattern.search(text):
                line = text.count("\n", 0, found.start()) + 1
                yield f"{name}:{line}: holds {what}"


def long_files(root):
    for name in files_of(root):
        most = LONGEST.get(pathlib.PurePosixPath(name).suffix)
        if most and name.startswith(("src/", "include/", "tests/", "bench/")):
            lines = (root / name).read_bytes().count(b"\n")
            if lines > most:
                yield f"{name}: {lines} lines, more than {most}; it wants to be two"


class House(unittest.TestCase):
    def test_names_and_words(self):
        self.assertEqual(list(problems(ROOT)), [])


class Check(unittest.TestCase):
    def test_finds_what_is_wrong(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / "src").mkdir()
            (root / "fixtures").mkdir()
            slash = "/"
            (root / "src/utils.cc").write_text("int a;  // TO" + "DO: more\n" * 301)
            (root / "src/CamelCase.h").write_text("")
            (root / "src/fine.cc").write_text("// /rootless /workers ./work/x ${HOME}/work/x\n")
            (root / "notes.md").write_text(f"see\n{slash}home/ann/catalint\n")
            (root / "lock.json").write_text('{"resolved": "https' + '://example.com/a"}')
            (root / "fixtures/a.yaml").write_text(f"{slash}home/ann\n")
            self.assertEqual(list(problems(root)), [
                "lock.json:1: holds the address a package came from",
                "notes.md:2: holds the path of somebody's checkout",
                "src/CamelCase.h: the name does not say what the file holds, in snake_case",
                "src/utils.cc: the name does not say what the file holds, in snake_case",
                "src/utils.cc:1: holds an unfinished thought",
            ])
            self.assertEqual(list(long_files(root)),
                             ["src/utils.cc: 301 lines, more than 300; it wants to be two"])


ROOT = pathlib.Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    if len(sys.argv) > 1:
        ROOT = pathlib.Path(sys.argv.pop(1)).resolve()
    for line in long_files(ROOT):
        print(line)
    unittest.main()
