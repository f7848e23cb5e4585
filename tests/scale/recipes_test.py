#!/usr/bin/env python3
"""The recipes in docs/scale.md run as they are, each in a shell of its own for every shard,
and end as one run does. The engines are played, but for GNU parallel.

usage: recipes_test.py ROOT CATALINT
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import yaml

import catalog

ROOT, CATALINT = (pathlib.Path(sys.argv.pop(1)).resolve() for _ in range(2))
sys.path.insert(0, str(ROOT / "tests/ci"))
from github_runner import Runner  # noqa: E402

BLOCKS = re.findall(r"^```(sh|yaml|python)\n(.*?)^```$",
                    (ROOT / "docs/scale.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
PARALLEL, GITHUB, GITLAB, KUBERNETES, SPARK = (text for _, text in BLOCKS)


class Recipes(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name).resolve()
        for name in ("bin", "home"):
            (cls.folder / name).mkdir()
        (cls.folder / "bin/catalint").symlink_to(CATALINT)
        cls.origin = cls.folder / "origin"
        catalog.make(cls.origin, 40)
        shutil.rmtree(cls.origin / "odd")
        install = cls.origin / "ci/install-catalint"
        install.parent.mkdir()
        install.write_text("#!/bin/sh\n")
        install.chmod(0o755)
        catalog.git(cls.origin, "add", "--all")
        catalog.git(cls.origin, "commit", "--quiet", "--message", "readable")

    def clone(self):
        path = pathlib.Path(tempfile.mkdtemp(dir=self.folder)) / "clone"
        catalog.git(self.folder, "clone", "--quiet", self.origin, path)
        return path

    def shell(self, command, folder, shell="bash", **variables):
        environment = {"PATH": f"{self.folder}/bin:/usr/bin:/bin", "HOME": f"{self.folder}/home",
                       "LC_ALL": "C.UTF-8", **variables}
        return subprocess.run([shell, "-ec", command], cwd=folder, env=environment, text=True,
                              stdin=subprocess.DEVNULL, capture_output=True, check=False)

    def assert_as_one_run(self, outcome, *options):
        one = self.shell(f"catalint check {' '.join(options)}", self.clone())
        self.assertEqual(one.returncode, 1)
        self.assertEqual((outcome.stdout, outcome.returncode), (one.stdout, 1), outcome.stderr)

    def test_parallel(self):
        # `:` is this machine.
        outcome = self.shell(f"parallel() {{ command parallel --will-cite \"$@\"; }}; {PARALLEL}",
                             self.clone(), MACHINES=":")
        self.assert_as_one_run(outcome)

    def test_github(self):
        artifacts = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        shard, merge = yaml.safe_load(GITHUB)["jobs"].values()
        self.assertEqual(merge["needs"], "shard")

        def run(job, text):
            workspace = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
            own = pathlib.Path(tempfile.mkdtemp(dir=self.folder))

            def upload(inputs):
                (artifacts / inputs["name"]).mkdir()
                shutil.copy(workspace / inputs["path"], artifacts / inputs["name"])

            def download(inputs):
                self.assertEqual(inputs["merge-multiple"], "True")
                for path in artifacts.glob(inputs["pattern"] + "/*"):
                    shutil.copy(path, workspace)

            actions = {"actions/upload-artifact": upload, "actions/download-artifact": download,
                       "actions/checkout": lambda inputs: shutil.copytree(self.clone(), workspace,
                                                                          dirs_exist_ok=True)}
            runner = Runner(own, workspace, "", actions, f"{self.folder}/bin:/usr/bin:/bin")
            return runner.run(yaml.safe_load(text)["jobs"][job])

        shards = shard["strategy"]["matrix"]["shard"]
        for number in shards:
            runner = run("shard", GITHUB.replace("${{ matrix.shard }}", str(number)))
            self.assertFalse(runner.failed, runner.log)
        self.assertEqual(len(list(artifacts.iterdir())), len(shards))
        runner = run("catalint", GITHUB)
        self.assertEqual([step.status for step in runner.steps], [0, 1], runner.log)
        one = self.shell("catalint check --format github", self.clone())
        self.assertEqual(runner.steps[-1].log, one.stdout)

    def test_gitlab(self):
        shard, merge = yaml.safe_load(GITLAB).values()
        project = self.clone()
        for number in range(1, shard["parallel"] + 1):
            workspace = self.clone()
            outcome = self.shell("\n".join(shard["script"]), workspace, CI_NODE_INDEX=str(number),
                                 CI_NODE_TOTAL=str(shard["parallel"]))
            self.assertEqual(outcome.returncode, 0, outcome.stderr)
            kept, = [path for pattern in shard["artifacts"]["paths"] for path in workspace.glob(pattern)]
            shutil.copy(kept, project)
        outcome = self.shell("\n".join(merge["script"]), project)
        self.assert_as_one_run(outcome)
        one = self.shell("catalint check --format gitlab", self.clone())
        self.assertEqual((project / merge["artifacts"]["reports"]["codequality"]).read_text(), one.stdout)

    def test_kubernetes(self):
        job = yaml.safe_load(KUBERNETES)["spec"]
        self.assertEqual(job["completionMode"], "Indexed")
        container, = job["template"]["spec"]["containers"]
        parts = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        shell, flag = container["command"]
        self.assertEqual((shell, flag), ("sh", "-c"))
        command, = container["args"]
        for index in range(job["completions"]):
            outcome = self.shell(command.replace("/parts/", f"{parts}/"), self.clone(), shell,
                                 JOB_COMPLETION_INDEX=str(index))
            self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertEqual(len(list(parts.iterdir())), job["completions"])
        self.assert_as_one_run(self.shell(f"catalint merge {parts}/*.jsonl", self.clone()))

    def test_spark(self):
        command, = re.findall(r'\.pipe\("([^"]*)"\)', SPARK)
        workspace = self.clone()
        paths = sorted(path.relative_to(workspace) for path in workspace.glob("services/*/*.yaml"))
        parts = workspace / "parts"
        parts.mkdir()
        # One partition is empty, as it happens.
        for number, partition in enumerate([paths[:7], [], paths[7:30], paths[30:]]):
            text = "".join(f"{path}\n" for path in partition)
            (workspace / "partition").write_text(text)
            outcome = self.shell(f"{command} <partition", workspace)
            self.assertEqual(outcome.returncode, 0, outcome.stderr)
            (parts / f"part-{number:05}").write_text(outcome.stdout)
        self.assert_as_one_run(self.shell("catalint merge parts/part-*", workspace))


if __name__ == "__main__":
    unittest.main()
