"""Runs the program against a fake Jira, and looks for the token wherever it could be."""
import base64
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from fake_jira import USER, FakeJira

# Nobody's, and put together here, so that no scanner takes this file for a leak.
SECRET = "ATATT3" + "xFfGF0T4JVjdmPBrmZ4aBcDeFgHiJkLmNoP"
TOKEN = base64.b64encode(f"{USER}:{SECRET}".encode()).decode()
PROGRAMS = {}  # "catalint" and "catalint-verify", by verify_test.py

ENTITY = """\
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: {name}
  annotations:
    jira/project-key: {key}
{more}spec: {{type: service, lifecycle: production, owner: team}}
"""


def entity(name, key, **annotations):
    more = "".join(f"    jira/{annotation.replace('_', '-')}: {value}\n"
                   for annotation, value in annotations.items())
    return ENTITY.format(name=name, key=key, more=more)


def runs_of(*secrets, length=8):
    """Every run of so many characters of the texts."""
    return {text[i:i + length].encode() for text in secrets for i in range(len(text) - length + 1)}


RUNS = runs_of(SECRET, TOKEN)


class Case(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name).resolve()
        self.catalog = self.folder / "catalog"
        self.catalog.mkdir()
        self.cache = self.folder / "cache"

    def jira(self, projects=None, secret=SECRET, **options):
        jira = FakeJira({"ROAD": {"components": ["Search"]}} if projects is None else projects,
                        secret, **options)
        self.addCleanup(jira.__exit__)
        return jira

    def describe(self, *entities, name="catalog-info.yaml"):
        path = self.catalog / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("---\n".join(entities))

    def environment(self, url, **more):
        """The whole of it: no proxy, no home and no color of whoever runs the tests."""
        kept = {name: os.environ[name] for name in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS")
                if name in os.environ}
        return {**kept, "HOME": str(self.folder), "XDG_CACHE_HOME": str(self.cache),
                "JIRA_API_URL": url, "JIRA_API_TOKEN": TOKEN, **more}

    def run_program(self, jira, *arguments, program="catalint", pass_fds=(), **more):
        url = jira if isinstance(jira, str) else jira.url
        said = subprocess.run([PROGRAMS[program], *arguments], cwd=self.catalog,
                              env=self.environment(url, **more), stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False, timeout=120,
                              pass_fds=pass_fds)
        self.find_no_secret(said.stdout, "standard output")
        self.find_no_secret(said.stderr, "standard error")
        for path in self.folder.rglob("*"):
            if path.is_file():
                self.find_no_secret(path.read_bytes(), path)
        said.stdout, said.stderr = said.stdout.decode(), said.stderr.decode()
        return said

    def verify(self, jira, *arguments, **more):
        return self.run_program(jira, "verify", *arguments, **more)

    def find_no_secret(self, data, where):
        self.assertFalse(any(run in data for run in RUNS), f"a part of the token in {where}")

    def findings(self, said):
        """The ids and places of a report in JSON."""
        return [(one["rule"], one["path"], one["range"]["start"]["line"])
                for one in json.loads(said.stdout)["diagnostics"]]

    def assert_open(self, said, reason, status=0):
        """Something was not asked, for this reason, and no finding was made of it."""
        self.assertEqual(said.returncode, status, said.stderr)
        self.assertNotIn("-not-found", said.stdout)
        self.assertIn(reason, said.stderr)
