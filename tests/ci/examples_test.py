#!/usr/bin/env python3
"""The examples in docs/ci.md and the six lines in the README do what they say: their
command lines run as they are, in clones of a catalog, each in the shell that its server
uses. Only curl is another one, which asks a server of this machine instead of github.com.

usage: examples_test.py ROOT CATALINT
"""
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

import yaml

import catalog
import other_runners
import release
from github_runner import Runner

ROOT, CATALINT = (pathlib.Path(sys.argv.pop(1)).resolve() for _ in range(2))
VERSION = re.search(r"^project\(catalint VERSION ([0-9.]+)",
                    (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"), re.MULTILINE)[1]
RELEASE = f"/OWNER/catalint/releases/download/v{VERSION}"
BLOCK = re.compile(r"^```(yaml|groovy|sh)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SERVERS = {"# .gitlab-ci.yml": other_runners.gitlab, "// Jenkinsfile": other_runners.jenkins,
           "# .circleci/config.yml": other_runners.circleci}
WORKFLOW = "# .github/workflows/catalog.yml"


def blocks(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    return [body for _, body in BLOCK.findall(text)]


CI = blocks("docs/ci.md")
WORKFLOWS = [block for block in CI if block.startswith(WORKFLOW)]
GATE, CODE_SCANNING, CHANGED_LINES, WITHOUT_ACTION = WORKFLOWS
OTHERS = {server: next(block for block in CI if block.startswith(server)) for server in SERVERS}
COMMANDS = [block for block in CI if not block.startswith((WORKFLOW, *SERVERS))]


class Documents(unittest.TestCase):
    def test_every_example_is_run(self):
        self.assertEqual(len(CI), len(WORKFLOWS) + len(SERVERS) + len(COMMANDS))
        self.assertEqual(COMMANDS, ['catalint check --since "$CI_MERGE_REQUEST_DIFF_BASE_SHA"\n'])

    def test_the_gate_is_the_one_in_the_readme(self):
        gate, = (block for block in blocks("README.md") if "OWNER/catalint@" in block)
        self.assertEqual(f"{WORKFLOW}\n{gate}", GATE)
        self.assertEqual(gate.count("\n"), 6)

    def test_every_input_is_explained(self):
        text = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
        action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
        self.assertEqual(re.findall(r"^\| `([\w-]+)` \|", text, re.MULTILINE), list(action["inputs"]))

    def test_workflows_are_as_the_schema_has_them(self):
        for workflow in WORKFLOWS:
            with self.subTest(workflow=workflow), tempfile.NamedTemporaryFile("w", suffix=".yml") as file:
                file.write(workflow)
                file.flush()
                checked = subprocess.run(["node", ROOT / "tests/ci/validate.cjs", "workflow", file.name],
                                         capture_output=True, text=True, check=False)
                self.assertEqual((checked.stdout, checked.stderr), ("", ""))


class Case(unittest.TestCase):
    """A catalog with a branch `main` and a `change`, and a release on a server."""

    @classmethod
    def setUpClass(cls):
        cls.server = release.Server()
        cls.addClassCleanup(cls.server.close)
        program = release.shipped(CATALINT)
        # The examples say amd64, whatever this machine is.
        cls.tarball = release.archive(program, VERSION, "amd64")
        cls.own = release.archive(program, VERSION)

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name).resolve()
        self.bin, self.origin = self.folder / "bin", self.folder / "origin"
        for path in (self.bin, self.origin):
            path.mkdir()
        curl = self.bin / "curl"
        curl.write_text("#!/usr/bin/env bash\nexec {} \"${{@/#https:\\/\\/github.com/{}}}\"\n".format(
            shlex.quote(shutil.which("curl")), self.server.url), encoding="utf-8")
        curl.chmod(0o755)
        self.path = f"{self.bin}:/usr/bin:/bin"
        self.server.asked.clear()
        self.server.release(RELEASE.removesuffix(f"/v{VERSION}"), VERSION, dict([self.tarball, self.own]))
        self.base = catalog.make(self.origin, {"old/catalog-info.yaml": "road"})
        catalog.git(self.origin, "checkout", "--quiet", "-b", "change")

    def change(self, key, old="ROAD"):
        catalog.change(self.origin, {"new/catalog-info.yaml": key, "old/catalog-info.yaml": old})

    def clone(self, *options):
        workspace = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        catalog.git(workspace, "clone", "--quiet", *options, "--branch", "change",
                    f"file://{self.origin}", ".")
        return workspace

    def break_the_release(self):
        for name, data in dict([self.tarball, self.own]).items():
            self.server.files[f"{RELEASE}/{name}"] = data[:-1]


class Workflows(Case):
    def run_workflow(self, text, event=None):
        """Answers the runner, which has what it did, and what was uploaded."""
        event = {"pull_request": {"head": {"repo": {"fork": False}}}} if event is None else event
        workspace = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        uploads = []

        def checkout(inputs):
            depth = inputs.get("fetch-depth", "1")
            shutil.copytree(self.clone(*([] if depth == "0" else ["--depth", depth])), workspace,
                            dirs_exist_ok=True)

        def upload(inputs):
            uploads.append(json.loads(pathlib.Path(inputs["sarif_file"]).read_text(encoding="utf-8")))

        runner = Runner(pathlib.Path(tempfile.mkdtemp(dir=self.folder)), workspace, self.server.url,
                        {"actions/checkout": checkout, "OWNER/catalint": ROOT,
                         "github/codeql-action/upload-sarif": upload}, self.path, event)
        job, = yaml.safe_load(text)["jobs"].values()
        return runner.run(job), uploads

    def annotations(self, runner):
        return re.findall(r"^::error file=(.*?),line=6,.*title=jira/project-key-format::",
                          runner.log, re.MULTILINE)

    def test_a_good_change(self):
        self.change("ROAD")
        for workflow in WORKFLOWS:
            with self.subTest(workflow=workflow):
                runner, _ = self.run_workflow(workflow)
                self.assertFalse(runner.failed, runner.log)
                self.assertEqual(len(runner.steps), 2)
                self.assertEqual(self.annotations(runner), [])
                self.assertIn("Nothing found in 2 files", runner.summary.read_text())

    def test_a_bad_change(self):
        self.change("road")
        for workflow in WORKFLOWS:
            with self.subTest(workflow=workflow):
                runner, _ = self.run_workflow(workflow)
                self.assertEqual([step.status for step in runner.steps], [0, 1], runner.log)
                self.assertEqual(self.annotations(runner), ["new/catalog-info.yaml"])
                self.assertIn("| error | `new/catalog-info.yaml:6:23` |", runner.summary.read_text())

    def test_a_broken_release(self):
        self.change("ROAD")
        self.break_the_release()
        for workflow in WORKFLOWS:
            with self.subTest(workflow=workflow):
                runner, uploads = self.run_workflow(workflow)
                self.assertEqual(len(runner.steps), 1)
                self.assertTrue(runner.failed)
                self.assertEqual(uploads, [])

    def test_uploads(self):
        for key, found in [("ROAD", []), ("road", ["new/catalog-info.yaml"])]:
            self.change(key)
            for event, fork in [({"pull_request": {"head": {"repo": {"fork": False}}}}, False),
                                ({"pull_request": {"head": {"repo": {"fork": True}}}}, True),
                                ({"ref": "refs/heads/main"}, False)]:
                with self.subTest(key=key, event=event):
                    runner, uploads = self.run_workflow(CODE_SCANNING, event)
                    self.assertEqual(runner.failed, bool(found))
                    uris = [[result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
                             for result in log["runs"][0]["results"]] for log in uploads]
                    self.assertEqual(uris, [] if fork else [found])

    def test_changed_lines(self):
        self.change("ROAD", old="road")
        runner, _ = self.run_workflow(CHANGED_LINES)
        self.assertFalse(runner.failed, runner.log)
        runner, _ = self.run_workflow(CHANGED_LINES.replace("fetch-depth: 0", "fetch-depth: 1"))
        self.assertEqual(runner.steps[-1].status, 2)
        self.assertIn("--since `origin/main`", runner.log)


class OtherServers(Case):
    def run_example(self, server):
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        return SERVERS[server](OTHERS[server], folder, self.clone(), {"PATH": self.path})

    def failures(self, path):
        """How many findings a report has, whatever its format is."""
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".json":
            return [(entry["location"]["path"], entry["location"]["lines"]["begin"])
                    for entry in json.loads(text)]
        root = xml.etree.ElementTree.fromstring(text)
        if root.tag == "checkstyle":
            return [(file.get("name"), int(error.get("line"))) for file in root for error in file]
        return [(case.get("name"), 6) for case in root.iter("testcase") if case.find("failure") is not None]

    def test_examples(self):
        name, _ = self.tarball
        for key, status, found in [("ROAD", 0, []), ("road", 1, [("new/catalog-info.yaml", 6)])]:
            self.change(key)
            for server in SERVERS:
                with self.subTest(server=server, key=key):
                    self.server.asked.clear()
                    outcome = self.run_example(server)
                    self.assertEqual(outcome.status, status, outcome.log)
                    self.assertEqual(self.server.asked, [f"{RELEASE}/{name}", f"{RELEASE}/SHA256SUMS"])
                    self.assertIn(f"{name}: OK\n", outcome.log)
                    self.assertEqual("[jira/project-key-format]" in outcome.log, bool(found))
                    self.assertEqual([self.failures(report) for report in outcome.reports],
                                     [found] * (2 if "Jenkins" in server else 1))

    def test_a_broken_release(self):
        self.change("road")
        for breaks in (self.break_the_release, self.server.files.clear):
            breaks()
            for server in SERVERS:
                with self.subTest(server=server, breaks=breaks):
                    outcome = self.run_example(server)
                    self.assertNotEqual(outcome.status, 0)
                    self.assertNotIn("jira/", outcome.log)

    def test_changed_lines(self):
        command, = COMMANDS
        os.symlink(CATALINT, self.bin / "catalint")
        environment = {"PATH": self.path, "CI_MERGE_REQUEST_DIFF_BASE_SHA": self.base}
        for key, old, status in [("ROAD", "road", 0), ("road", "road", 1)]:
            self.change(key, old)
            outcome = other_runners.run(["bash", "-ec"], command, self.folder, self.clone(), environment)
            self.assertEqual(outcome.returncode, status, outcome.stdout)
            self.assertNotIn("old/", outcome.stdout)


if __name__ == "__main__":
    unittest.main()
