#!/usr/bin/env python3
"""bench/compare measures and reports, on repositories that are small and without its peers.

usage: compare_test.py ROOT CATALINT

What is measured is not looked at, only that it is there.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml

ROOT, CATALINT = (pathlib.Path(sys.argv.pop(1)).resolve() for _ in range(2))

DOCUMENT = "before\n<!-- bench/compare writes what follows -->\n{}<!-- bench/compare wrote what precedes -->\nafter\n"
# What depends on the machine is masked, and so is whether a bound was missed.
PART = """\
On CORES. Rounds: 2 of 1, 2 of 100 descriptors; fewer for a program that takes long,
so that its runs fit in 30 s. Peers: none.

| what | bound | measured |
| --- | --- | --- |
| 1,000 descriptors, against reading them (`find \\| xargs cat`) | at most 1.5 times | not measured |
| 100,000 descriptors among 300,000 files, against reading all (`git ls-files \\| xargs cat`) | at most 1.5 times | not measured |
| cost of a descriptor among 100,000, against one among 1,000 | at most 1.2 times | not measured |
| peak memory at any size | at most 64 MiB | PEAK |
| one descriptor, from the start of the process to its end, against `/bin/true` | at most 3 times | RATIO |
| Spectral, 1,000 descriptors, against catalint | at least 20 times | not measured |
| yamllint, 1,000 descriptors, against catalint | at least 30 times | not measured |
| 30 findings as SARIF, against the same as text | at most 2 times | RATIO |

Medians, and in brackets how many times catalint's that is, by the number of descriptors:

|  | 1 | 100 |
| --- | --- | --- |
| catalint check | TIME (RATIO) | TIME (RATIO) |
| catalint check --files-from | TIME (RATIO) | TIME (RATIO) |
| catalint check --format json | TIME (RATIO) | TIME (RATIO) |
| find \\| xargs cat | TIME (RATIO) | TIME (RATIO) |
| git ls-files NAME \\| xargs cat | TIME (RATIO) | TIME (RATIO) |
| git ls-files \\| xargs cat | TIME (RATIO) | TIME (RATIO) |

PICTUREPeak memory of the process itself:

|  | 1 | 100 |
| --- | --- | --- |
| catalint check | PEAK | PEAK |
| catalint check --files-from | PEAK | PEAK |
| catalint check --format json | PEAK | PEAK |

One descriptor, and 30 findings:

|  | median | ratio |
| --- | --- | --- |
| `/bin/true` | TIME | RATIO |
| `catalint check FILE` | TIME | RATIO |

|  | median | ratio |
| --- | --- | --- |
| `--format text` | TIME | RATIO |
| `--format sarif` | TIME | RATIO |
"""


MASKS = [
    (r"On \d+ cores", "On CORES"),
    (r"\*\*(.*): missed\*\*", r"\1"),
    (r"(?<=\| )[\d.]+ (?:ms|s)(?= [(|])", "TIME"),
    (r"(?<=\| )[\d.]+ MiB(?= \|)", "PEAK"),
    (r"(?<=\| )[\d.]+ times(?= \|)", "RATIO"),
    (r"(?<=TIME \()[\d.]+(?=\))", "RATIO"),
    (r"(?<=TIME \| )[\d.]+(?= \|)", "RATIO"),
]


def masked(text):
    for pattern, mask in MASKS:
        text = re.sub(pattern, mask, text)
    return text


def compare(folder, *arguments):
    """bench/compare with its temporary folders in this one."""
    (folder / "temporary").mkdir(exist_ok=True)
    return subprocess.run([ROOT / "bench/compare", "--no-peers", "--findings", "30", "--rounds", "2",
                           "--tree", folder / "trees", *arguments],
                          env={**os.environ, "TMPDIR": str(folder / "temporary")}, text=True,
                          stdin=subprocess.DEVNULL, capture_output=True, check=False)


class Compare(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def test_report(self):
        document = self.folder / "benchmarks.md"
        document.write_text(DOCUMENT.format("old\n"), encoding="utf-8")
        done = compare(self.folder, "--catalint", CATALINT, "--sizes", "100", "1", "--write", document)
        self.assertEqual(done.returncode, 1 if "missed" in done.stdout else 0, done.stderr)
        self.assertEqual(re.sub(r"in \d+ s", "in TIME", done.stderr), "".join(
            f"bench/compare: {line}\n" for line in (
                "1 descriptors: the repository", "1 descriptors: 6 programs", "100 descriptors: the repository",
                "100 descriptors: 6 programs", "one descriptor", "30 findings", "measured in TIME")))
        self.assertEqual(masked(done.stdout), PART.replace("PICTURE", ""))
        picture = "![Time by the number of descriptors](benchmarks.svg)\n\n"
        self.assertEqual(masked(document.read_text(encoding="utf-8")),
                         DOCUMENT.format("\n" + PART.replace("PICTURE", picture) + "\n"))
        self.check_picture(self.folder / "benchmarks.svg")
        self.assertEqual(list((self.folder / "temporary").iterdir()), [])

    def check_picture(self, path):
        drawing = xml.parse(path).getroot()
        space = "{http://www.w3.org/2000/svg}"
        self.assertEqual(drawing.tag, f"{space}svg")
        width, height = (float(drawing.get(side)) for side in ("width", "height"))
        curves = [[tuple(map(float, point.split(","))) for point in line.get("points").split()]
                  for line in drawing.iter(f"{space}polyline")]
        self.assertEqual([len(curve) for curve in curves], [2] * 6)
        for (left, upper), (right, lower) in curves:
            self.assertTrue(0 < left < right < width and 0 < upper < height and 0 < lower < height, curves)
        said = {text.text for text in drawing.iter(f"{space}text")}
        self.assertLessEqual({"catalint check", "find | xargs cat", "git ls-files | xargs cat", "1", "10", "100"}, said)

    def test_repositories_are_kept_and_checked(self):
        compare(self.folder, "--catalint", CATALINT, "--sizes", "1")
        tree = self.folder / "trees/1"
        descriptor = tree / "group-0/part-0/service-0/catalog-info.yaml"
        before = descriptor.stat()
        done = compare(self.folder, "--catalint", CATALINT, "--sizes", "1")
        self.assertIn(done.returncode, (0, 1), done.stderr)
        self.assertEqual(descriptor.stat().st_ino, before.st_ino)
        tree.rename(self.folder / "trees/7")
        done = compare(self.folder, "--catalint", CATALINT, "--sizes", "7")
        self.assertEqual((done.returncode, done.stdout, done.stderr.splitlines()[1:]), (2, "", [
            f"bench/compare: {self.folder.resolve()}/trees/7 has 1 descriptors among 3 files; expected 7 among 21; "
            "remove it, and it is made anew"]))

    def test_failures(self):
        broken = self.folder / "broken"
        broken.write_text("#!/bin/sh\necho no memory >&2\nexit 3\n", encoding="utf-8")
        broken.chmod(0o755)
        unmarked = self.folder / "unmarked.md"
        unmarked.write_text("no marks\n", encoding="utf-8")
        for arguments, complaint in (
                (["--catalint", broken], f"`{broken.resolve()} check` ended with 3: no memory"),
                (["--catalint", self.folder / "missing"], f"{self.folder}/missing: No such file or directory"),
                (["--catalint", CATALINT, "--write", unmarked],
                 "the document has no lines `<!-- bench/compare writes what follows -->` and "
                 "`<!-- bench/compare wrote what precedes -->`")):
            done = compare(self.folder, "--sizes", "1", *arguments)
            self.assertEqual((done.returncode, done.stdout, done.stderr.splitlines()[-1]),
                             (2, "", f"bench/compare: {complaint}"))


if __name__ == "__main__":
    unittest.main()
