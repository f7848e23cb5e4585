#!/usr/bin/env python3
"""What GNU parallel makes of the shards of a catalog, put together by `catalint merge`, is
what one run says, byte for byte: in every format, with its messages and its exit status.

usage: merge_test.py ROOT CATALINT
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import catalog

ROOT, CATALINT = (pathlib.Path(sys.argv.pop(1)).resolve() for _ in range(2))
FORMATS = ["text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson",
           "markdown"]
SHARDS = [1, 3, 8]
FOLDER = tempfile.TemporaryDirectory()


def setUpModule():
    unittest.addModuleCleanup(FOLDER.cleanup)
    catalog.make(Case.catalog)
    (Case.folder / "home").mkdir()
    (Case.folder / "bin").mkdir()
    (Case.folder / "bin/catalint").symlink_to(CATALINT)


class Case(unittest.TestCase):
    maxDiff = None
    folder = pathlib.Path(FOLDER.name).resolve()
    catalog = folder / "catalog"

    def setUp(self):
        self.work = pathlib.Path(tempfile.mkdtemp(dir=self.folder))

    def run_in(self, folder, *command):
        environment = {"PATH": f"{self.folder}/bin:/usr/bin:/bin", "HOME": f"{self.folder}/home",
                       "LC_ALL": "C.UTF-8"}
        outcome = subprocess.run([os.fsencode(word) for word in command], cwd=folder, env=environment,
                                 capture_output=True, stdin=subprocess.DEVNULL, check=False)
        return outcome.returncode, outcome.stdout, outcome.stderr

    def parts(self, count, *options, folder=None):
        """Made by GNU parallel, two at a time, each in a file of its own."""
        (self.work / str(count)).mkdir()
        status, _, errors = self.run_in(
            folder or self.catalog, "parallel", "--will-cite", "--jobs", "2", "--quote", "catalint", "check",
            "--shard", f"{{}}/{count}", "--output", f"jsonl={self.work}/{count}/{{}}.jsonl",
            "--fail-on", "never", "--quiet", *options, ":::", *map(str, range(1, count + 1)))
        return status, errors, sorted((self.work / str(count)).iterdir(), reverse=True)

    def outputs(self, name):
        """Options for reports in all formats, and a way to read them."""
        (self.work / name).mkdir(exist_ok=True)
        options = [f"--output={format}={self.work}/{name}/{format}" for format in FORMATS]
        return options, lambda: {format: (self.work / name / format).read_bytes() for format in FORMATS}

    def assert_same(self, parts, of_check=(), of_both=(), of_merge=(), folder=None, elsewhere=False):
        """Standard output is text, with colors."""
        both = ["--color", "always", *of_both]
        options, one = self.outputs("one")
        expected = self.run_in(folder or self.catalog, "catalint", "check", *both, *options, *of_check)
        options, merged = self.outputs("merged")
        where = self.work if elsewhere else folder or self.catalog
        self.assertEqual(self.run_in(where, "catalint", "merge", *parts, *both, *options, *of_merge), expected)
        for format in FORMATS:
            with self.subTest(format=format):
                self.assertEqual(merged()[format], one()[format])
        return expected


class Catalog(Case):
    def test_all_formats(self):
        for count in SHARDS:
            with self.subTest(shards=count):
                status, errors, parts = self.parts(count)
                # So many shards have a file that cannot be read.
                self.assertEqual(status, 1, errors)
                status, out, err = self.assert_same(parts, elsewhere=count > 1)
                self.assertEqual(status, 3)
                self.assertRegex(err, rb"^catalint: odd/huge/catalog-info.yaml: [^\n]*\n$")
                for rule in (b"backstage/duplicate-entity", b"jira/secret", b"yaml/encoding", b"catalint/"):
                    self.assertIn(rule, out)
                self.assertRegex(out, rb"\([1-9][0-9]* suppressed\)")

    def test_in_a_directory_of_the_repository(self):
        folder = self.catalog / "services"
        status, errors, parts = self.parts(3, folder=folder)
        self.assertEqual(status, 0, errors)
        status, out, _ = self.assert_same(parts, folder=folder, elsewhere=True)
        self.assertEqual(status, 1)
        self.assertIn(b'"uri": "services/s-', (self.work / "merged/sarif").read_bytes())
        self.assertNotIn(b"services/s-", out)

    def test_selections(self):
        options = ["--select", "backstage/*,jira/secret", "--ignore", "backstage/duplicate-entity",
                   "--fail-on", "warning"]
        _, _, parts = self.parts(3, *options[:4])
        self.assert_same(parts, of_both=options)

    def test_paths_that_are_named(self):
        paths = ["services/s-7", "services/s-8/catalog-info.yaml", "none.yaml", "README.md"]
        _, _, parts = self.parts(3, *paths)
        _, _, err = self.assert_same(parts, of_check=paths)
        self.assertEqual(err, b"catalint: none.yaml: there is no such file\n"
                              b"catalint: README.md: there is no such file\n")

    def test_what_waits_on_the_disk(self):
        """JSON lists clean files too, which wait there; where they cannot, in memory."""
        place = self.work / "place"
        place.mkdir()
        for format in ("json", "jsonl"):
            with self.subTest(format=format):
                said = [self.run_in(self.catalog, "env", f"TMPDIR={folder}", "catalint", "check", "--format", format)
                        for folder in (place, self.work / "none")]
                self.assertEqual(*said)
                self.assertGreater(said[0][1].count(b'"loads"'), 50)
                # Some of it has room, and the rest waits in memory.
                full = self.run_in(self.catalog, "sh", "-c", "ulimit -f 8; TMPDIR=$0 exec catalint check --format "
                                   + format, place)
                self.assertEqual(full, said[0])
        self.assertEqual(list(place.iterdir()), [])

    def test_more_parts_than_files_may_be_open(self):
        _, _, parts = self.parts(60)
        expected = self.run_in(self.catalog, "catalint", "check", "--format", "json")
        said = self.run_in(self.catalog, "sh", "-c", 'ulimit -n 40; exec catalint merge --format json "$@"', "sh",
                           *parts)
        self.assertEqual(said, expected)

    def test_parts_from_standard_input(self):
        _, _, parts = self.parts(3)
        for format in ("text", "json", "jsonl"):
            with self.subTest(format=format):
                expected = self.run_in(self.catalog, "catalint", "check", "--format", format)
                for folder in ("/tmp", self.work / "none"):
                    said = self.run_in(self.catalog, "sh", "-c", 'cat "$@" | TMPDIR=$0 catalint merge - --format '
                                       + format, folder, *parts)
                    self.assertEqual(said, expected)

    def test_no_part_holds_a_credential(self):
        _, _, parts = self.parts(3)
        self.assert_same(parts)
        reports = parts + [path for path in (self.work / "one").iterdir()]
        for report in reports:
            text = report.read_text(encoding="utf-8")
            for secret in catalog.SECRETS:
                self.assertNotIn(secret, text, report.name)
        parts_text = "".join(part.read_text(encoding="utf-8") for part in parts)
        self.assertGreater(parts_text.count("ATAT*****"), 5)


class Gates(Case):
    def test_baseline(self):
        # Nothing is written where something could not be read.
        huge = self.catalog / "odd/huge/catalog-info.yaml"
        kept = huge.rename(self.folder / "huge")
        self.addCleanup(kept.rename, huge)
        _, _, parts = self.parts(3)
        baselines = []
        for command in (["check"], ["merge", *parts]):
            baselines.append(self.work / f"{command[0]}.json")
            outcome = self.run_in(self.catalog, "catalint", *command, "--write-baseline", baselines[-1])
            self.assertRegex(outcome[2], rb"^catalint: wrote [1-9][0-9]+ findings to ")
        self.assertEqual(baselines[0].read_bytes(), baselines[1].read_bytes())
        for secret in catalog.SECRETS:
            self.assertNotIn(secret, baselines[0].read_text(encoding="utf-8"))

        # Every other finding, and one that is not there any more.
        lines = baselines[0].read_text(encoding="utf-8").splitlines()
        findings = [line.rstrip(",") for line in lines[1:-1]][::2]
        findings.append('{"rule": "jira/jql", "entity": "component:default/service-4"}')
        some = self.work / "some.json"
        some.write_text("\n".join([lines[0], ",\n".join(findings), lines[-1], ""]), encoding="utf-8")
        _, out, err = self.assert_same(parts, of_both=["--baseline", some])
        self.assertIn(b"1 finding of ", err)
        self.assertRegex(out, rb"\([1-9][0-9]+ suppressed\)")
        pruned = []
        for command in (["check"], ["merge", *parts]):
            file = self.work / f"pruned-{command[0]}.json"
            shutil.copy(some, file)
            self.run_in(self.catalog, "catalint", *command, "--baseline", file, "--prune-baseline")
            pruned.append(file.read_bytes())
        self.assertEqual(pruned[0], pruned[1])
        self.assertNotIn(b'"rule":"jira/jql"', pruned[0])

    def test_changed_lines(self):
        _, _, parts = self.parts(8)
        status, out, _ = self.assert_same(parts, of_both=["--since", "HEAD~1", "--partial-sarif"])
        self.assertEqual(status, 3)
        self.assertNotIn(b"services/s-2/", out)
        self.assertIn(b"odd/lost/", out)


class Fixtures(Case):
    def test_what_the_fixtures_find(self):
        """Every rule has some that it fires on."""
        listed = self.folder / "list"
        with open(listed, "wb") as out:
            for base, _, names in os.walk(ROOT / "fixtures/rules"):
                out.writelines(os.fsencode(os.path.relpath(os.path.join(base, name), ROOT)) + b"\0"
                               for name in sorted(names))
        common = ["--no-config", "--files-from", listed]
        _, errors, parts = self.parts(5, *common, folder=ROOT)
        self.assertEqual(errors, b"")
        _, out, _ = self.assert_same(parts, of_check=common[1:], of_both=common[:1], folder=ROOT)
        ids = set(re.findall(rb" \x1b\[2m\[([a-z/-]+)\]\x1b\[0m\n", out))
        _, rules, _ = self.run_in(ROOT, "catalint", "rules", "--format", "json")
        # The rules that judge by what a Jira has know nothing of one here.
        of_jira = {b"jira/" + path.parent.name.encode()
                   for path in (ROOT / "fixtures/rules/jira").glob("*/known-projects.json")}
        self.assertEqual(ids, set(re.findall(rb'"id": "([^"]+)"', rules)) - of_jira)


if __name__ == "__main__":
    unittest.main()
