"""What the tests of action.yml share: the action used in a catalog of good and bad
descriptors, step by step as a runner of GitHub runs it. What it downloads comes from a
server of this machine. A test that imports this takes ROOT and CATALINT as arguments.
"""
import pathlib
import re
import shlex
import sys
import tempfile
import unittest

import catalog
import release
from github_runner import Runner

ROOT, CATALINT = (pathlib.Path(sys.argv.pop(1)).resolve() for _ in range(2))
VERSION = re.search(r"^project\(catalint VERSION ([0-9.]+)",
                    (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"), re.MULTILINE)[1]
RELEASES = "/owner/catalint/releases/download"
GOOD, BAD = {"catalog-info.yaml": "ROAD"}, {"my services/catalog-info.yaml": "road"}


def play(folder, command, script):
    """A command of ours in the place of the system's."""
    path = folder / command
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = release.Server()
        cls.addClassCleanup(cls.server.close)
        cls.program = release.shipped(CATALINT)
        cls.tarball = release.archive(cls.program, VERSION)

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name).resolve()
        self.workspace, self.bin = self.folder / "workspace", self.folder / "bin"
        for path in (self.workspace, self.bin):
            path.mkdir()
        play(self.bin, "sleep", f'echo "$1" >>{shlex.quote(str(self.folder))}/slept')
        self.server.asked.clear()
        self.server.faults.clear()
        self.server.files.clear()
        self.server.release(RELEASES, VERSION, dict([self.tarball]))

    def use(self, inputs=None, env=None, descriptors=None, uses="owner/catalint", action=ROOT):
        """Runs the action in a catalog with these descriptors."""
        if not (self.workspace / ".git").exists():
            catalog.make(self.workspace, GOOD | BAD if descriptors is None else descriptors)
        runner = Runner(pathlib.Path(tempfile.mkdtemp(dir=self.folder)), self.workspace,
                        self.server.url, {uses: action}, f"{self.bin}:/usr/bin:/bin")
        step = {"uses": f"{uses}@v{VERSION}", "id": "catalint", "with": inputs or {}, "env": env or {}}
        # What the outputs are is seen by the step behind, as in a workflow.
        after = {"if": "always()", "run": 'echo "status=$S sarif=$F"; command -v catalint || true',
                 "env": {"S": "${{ steps.catalint.outputs.status }}",
                         "F": "${{ steps.catalint.outputs.sarif }}"}}
        return runner.run({"steps": [step, after]})

    def assert_fails(self, runner, step, status, *said):
        """In the step with that number, having said these texts in an annotation."""
        self.assertEqual([s.status for s in runner.steps], [0] * step + [status, 0], runner.log)
        for text in said:
            self.assertIn(text, runner.log)
