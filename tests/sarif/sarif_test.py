#!/usr/bin/env python3
"""What `--format sarif` prints is SARIF 2.1.0 as code scanning wants it: by the
schema, by Microsoft's Multitool, and by what GitHub asks for besides.

usage: sarif_test.py ROOT CATALINT

Schema and tool are those in the packages that package-lock.json pins.
"""
import gzip
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from jsonschema import Draft4Validator

ROOT, CATALINT = pathlib.Path(sys.argv.pop(1)).resolve(), pathlib.Path(sys.argv.pop(1)).resolve()
MULTITOOL = ROOT / "tests/sarif/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"
SCHEMA = ROOT / "tests/sarif/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"


def run(*arguments, cwd=ROOT, stdin=b""):
    return subprocess.run([CATALINT, *arguments], cwd=cwd, input=stdin, capture_output=True,
                          timeout=120, check=False)


def empty_values(node, path="$"):
    """Strings without text and nulls: uploads are refused for less."""
    if node is None or node == "":
        yield path
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield from empty_values(value, f"{path}.{key}")


class Sarif(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        for file in (SCHEMA, MULTITOOL):
            if not file.is_file():
                sys.exit(f"{file} is not there; `npm ci --ignore-scripts` in tests/sarif brings it")
        MULTITOOL.chmod(0o755)  # as its own script would do
        schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
        Draft4Validator.check_schema(schema)
        cls.validator = Draft4Validator(schema)
        cls.rules = json.loads(run("rules", "--format", "json").stdout)

    def check(self, *arguments, status=(0, 1), **options):
        """Lints, validates, and answers the log's only run."""
        outcome = run("check", "--format", "sarif", *arguments, **options)
        self.assertIn(outcome.returncode, status, outcome.stderr.decode())
        log = json.loads(outcome.stdout)
        problems = [f"{'/'.join(map(str, p.absolute_path))}: {p.message[:200]}"
                    for p in self.validator.iter_errors(log)]
        self.assertFalse(problems, f"{len(problems)} problems, such as {problems[:1]}")
        self.assertEqual(list(empty_values(log)), [])
        self.assertEqual(log["version"], "2.1.0")
        self.assertEqual(len(log["runs"]), 1)
        run_ = log["runs"][0]
        self.check_rules(run_)
        for result in run_["results"]:
            self.check_result(run_, result)
        return run_

    def check_rules(self, run_):
        driver = run_["tool"]["driver"]
        self.assertEqual([r["id"] for r in driver["rules"]], [r["id"] for r in self.rules])
        self.assertIn(run_["columnKind"], ("unicodeCodePoints", "utf16CodeUnits"))
        for rule, row in zip(driver["rules"], self.rules):
            with self.subTest(rule=rule["id"]):
                self.assertEqual(rule["shortDescription"]["text"], row["what"])
                self.assertEqual(rule["fullDescription"]["text"], row["why"])
                self.assertIn(row["why"], rule["help"]["markdown"])
                self.assertTrue(rule["help"]["text"])
                self.assertTrue(rule["helpUri"].startswith("https://"))
                self.assertEqual(rule["defaultConfiguration"]["level"], row["severity"])
                self.assertIn("tags", rule["properties"])
                self.assertIn("precision", rule["properties"])

    def check_result(self, run_, result):
        self.assertEqual(run_["tool"]["driver"]["rules"][result["ruleIndex"]]["id"], result["ruleId"])
        self.assertEqual(len(result["locations"]), 1)
        self.assertTrue(result["partialFingerprints"])
        for fix in result.get("fixes", ()):
            for change in fix["artifactChanges"]:
                self.assertEqual(change["artifactLocation"],
                                 result["locations"][0]["physicalLocation"]["artifactLocation"])
                self.assertTrue(change["replacements"])
        for location in result["locations"] + result.get("relatedLocations", []):
            place = location["physicalLocation"]
            region = place["region"]
            self.assertFalse(place["artifactLocation"]["uri"].startswith(("./", "/")))
            self.assertNotIn("\\", place["artifactLocation"]["uri"])
            self.assertEqual(region["startLine"], region["endLine"])
            self.assertGreaterEqual(region["startColumn"], 1)
            self.assertGreaterEqual(region["endColumn"], region["startColumn"])

    def test_demo(self):
        self.assertGreater(len(self.check("fixtures/demo")["results"]), 0)

    def test_every_bad_fixture(self):
        bad = sorted(p.relative_to(ROOT).as_posix() for p in (ROOT / "fixtures/rules").rglob("bad*.yaml")
                     if not p.name.endswith(".fixed.yaml"))
        self.assertGreater(len(bad), 0)
        # What a rule knows of a Jira stands beside its fixtures. A query is refused by a live
        # one alone.
        lists = {path.parent.as_posix() for path in map(pathlib.PurePath, bad)
                 if (ROOT / path.parent / "known-projects.json").exists()}
        runs = [[p for p in bad if os.path.dirname(p) not in lists],
                *([p for p in bad if os.path.dirname(p) == folder] for folder in sorted(lists))]
        fired = {}  # by path
        for paths in runs:
            known = f"{os.path.dirname(paths[0])}/known-projects.json"
            options = ["--known-projects", known] if (ROOT / known).exists() else []
            log = self.check(*options, "--files-from", "-", stdin="\0".join(paths).encode())
            for result in log["results"]:
                uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
                fired.setdefault(uri, set()).add(result["ruleId"])
        bad = [path for path in bad if "/jql-refused/" not in path]
        for path in bad:
            with self.subTest(path=path):
                self.assertIn("/".join(path.split("/")[2:4]), fired.get(path, ()))
        self.assertEqual(sorted(set().union(*fired.values())),
                         sorted({r["id"] for r in self.rules} - {"jira/jql-refused"}))

    def test_multitool(self):
        """Its rules for SARIF and for GitHub Advanced Security, on every fixture."""
        with tempfile.TemporaryDirectory() as folder:
            log = pathlib.Path(folder, "log.sarif")
            paths = "\0".join(str(p) for p in sorted((ROOT / "fixtures").rglob("*.yaml")))
            outcome = run("check", "--output", f"sarif={log}", "--files-from", "-",
                          stdin=paths.encode())
            self.assertEqual(outcome.returncode, 1, outcome.stderr)
            judged = subprocess.run(
                [MULTITOOL, "validate", log, "--rule-kind", "Sarif;Ghas", "--level",
                 "Error;Warning", "--output", pathlib.Path(folder, "judged.sarif")],
                cwd=folder, capture_output=True, text=True, timeout=120, check=False,
                env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"})
            self.assertEqual(judged.returncode, 0, judged.stdout)
            self.assertNotRegex(judged.stdout, r"(?m): (error|warning) ")

    def test_paths_start_at_the_root_of_the_repository(self):
        bad = b"kind: Component\n"
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder).resolve()
            (root / ".git").mkdir()
            (root / "a/b").mkdir(parents=True)
            (root / "a/catalog-info.yaml").write_bytes(bad)
            (root / "a/b/catalog-info.yaml").write_bytes(bad)
            paths = ["catalog-info.yaml", "../catalog-info.yaml", str(root / "a/b/../catalog-info.yaml")]
            for path, uri in zip(paths, ["a/b/catalog-info.yaml", "a/catalog-info.yaml",
                                         "a/catalog-info.yaml"]):
                with self.subTest(path=path):
                    results = self.check(path, cwd=root / "a/b", status=(1,))["results"]
                    uris = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
                            for r in results}
                    self.assertEqual(uris, {uri})

    def test_more_findings_than_code_scanning_takes(self):
        entity = ("---\napiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
                  "  name: x{0}\n  annotations: {{jira/token-type: bearer, a: 1}}\n"
                  "spec: {{type: service, lifecycle: production, owner: us}}\n")
        text = "".join(map(entity.format, range(15000)))
        outcome = run("check", "--format", "sarif", "-", stdin=text.encode())
        run_ = json.loads(outcome.stdout)["runs"][0]
        levels = [result["level"] for result in run_["results"]]
        self.assertEqual(len(levels), 25000)
        # An `a: 1` and a key that is missing in each: 30,000 errors.
        self.assertEqual(set(levels), {"error"})
        notice, = run_["invocations"][0]["toolExecutionNotifications"]
        self.assertRegex(notice["message"]["text"], r"^\d+ more findings are left out")
        self.assertLess(len(gzip.compress(outcome.stdout, 6)), 10 << 20)

    def test_what_could_not_be_read(self):
        good = (b"apiVersion: backstage.io/v1alpha1\nkind: Component\n"
                b"metadata: {name: x, annotations: {jira/project-key: ROAD}}\n"
                b"spec: {type: service, lifecycle: production, owner: us}\n")
        run_ = self.check("-", "gone](1).yaml", stdin=good, status=(3,))
        self.assertEqual(run_["results"], [])
        self.assertEqual(run_["invocations"], [{
            "executionSuccessful": False,
            "toolExecutionNotifications": [{
                "level": "error",
                "message": {"text": "gone\\](1).yaml: there is no such file"}}]}])

    def test_nothing_found(self):
        good = (b"apiVersion: backstage.io/v1alpha1\nkind: Component\n"
                b"metadata: {name: x, annotations: {jira/project-key: ROAD}}\n"
                b"spec: {type: service, lifecycle: production, owner: us}\n")
        self.assertEqual(self.check("-", stdin=good, status=(0,))["results"], [])

    def test_nothing_to_lint(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(self.check("--allow-empty", cwd=folder, status=(0,))["results"], [])

    def test_names_that_no_uri_may_hold(self):
        name = 'services/über "x" 100%#/catalog-info.yaml'
        run_ = self.check("-", "--stdin-filename", name, stdin=b"kind: Component\n")
        uris = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run_["results"]}
        self.assertEqual(uris, {"services/%C3%BCber%20%22x%22%20100%25%23/catalog-info.yaml"})


if __name__ == "__main__":
    unittest.main()
