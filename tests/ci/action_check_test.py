#!/usr/bin/env python3
"""The second step of action.yml lints what its inputs say, and runs nothing that is in
them.

usage: action_check_test.py ROOT CATALINT
"""
import json
import re
import unittest

import catalog
from action_case import BAD, CATALINT, GOOD, Case


class Check(Case):
    def setUp(self):
        super().setUp()
        (self.bin / "catalint").symlink_to(CATALINT)

    def test_good_and_bad(self):
        runner = self.use()
        self.assertEqual(self.server.asked, [])
        self.assert_fails(runner, 1, 1, "::error file=my services/catalog-info.yaml,line=6,")
        self.assertIn("status=1 sarif=\n", runner.steps[-1].log)
        self.assertIn("| error | `my services/catalog-info.yaml:6:23` |", runner.summary.read_text())
        runner = self.use({"paths": "catalog-info.yaml"})
        self.assertEqual([s.status for s in runner.steps], [0, 0, 0], runner.log)
        self.assertIn("status=0 sarif=\n", runner.steps[-1].log)

    def test_paths(self):
        catalog.make(self.workspace, GOOD | BAD | {"a/catalog-info.yaml": "road", "-x/catalog-info.yaml": "road",
                                                   "$(touch owned)/catalog-info.yaml": "road"})
        for paths, files in [("my services", ["my services"]), ("a\n\nmy services\n", ["a", "my services"]),
                             ("a\r\nmy services\r\n", ["a", "my services"]), ("-x", ["-x"]),
                             ("$(touch owned)", ["$(touch owned)"])]:
            with self.subTest(paths=paths):
                runner = self.use({"paths": paths})
                self.assert_fails(runner, 1, 1)
                self.assertEqual(re.findall("::error file=(.*)/catalog-info.yaml,", runner.log), files)

    def test_paths_that_are_commands(self):
        for paths in ["; touch owned", "`touch owned`", "x && touch owned", "--fix",
                      "--output=json=owned", "$IFS", "*", "~", "catalog-info.yaml owned"]:
            with self.subTest(paths=paths):
                runner = self.use({"paths": f"catalog-info.yaml\n{paths}"}, descriptors=GOOD)
                self.assert_fails(runner, 1, 3, "there is no such file")
                self.assertEqual(catalog.git(self.workspace, "status", "--porcelain"), "")
        self.assertEqual(list(self.folder.rglob("owned")), [])

    def test_fail_on(self):
        for level, status in [("warning", 1), ("error", 1), ("never", 0), ("", 1), ("fatal", 2),
                              ("note --fix", 2), ("error\n--fix", 2)]:
            with self.subTest(level=level):
                self.assertEqual(self.use({"fail-on": level}).steps[1].status, status)
        self.assertEqual(catalog.git(self.workspace, "status", "--porcelain"), "")

    def test_sarif(self):
        runner = self.use({"sarif": "out put.sarif"})
        self.assert_fails(runner, 1, 1, f"status=1 sarif={self.workspace}/out put.sarif\n")
        log = json.loads((self.workspace / "out put.sarif").read_text(encoding="utf-8"))
        self.assertEqual([r["ruleId"] for r in log["runs"][0]["results"]], ["jira/project-key-format"])
        with self.subTest("of an older run, and a wrong one"):
            runner = self.use({"sarif": "out put.sarif", "fail-on": "x"})
            self.assert_fails(runner, 1, 2, "status=2 sarif=\n")
        with self.subTest("an absolute path"):
            runner = self.use({"sarif": str(self.folder / "x.sarif")})
            self.assertIn(f"sarif={self.folder}/x.sarif\n", runner.log)
        with self.subTest("that cannot be written"):
            self.assert_fails(self.use({"sarif": "no/such.sarif"}), 1, 3, "status=3 sarif=\n")

    def test_sarif_that_is_more_than_a_path(self):
        runner = self.use({"sarif": "x\nstatus=0"})
        self.assert_fails(runner, 1, 3, r"sarif is `$'x\nstatus=0'`; expected the path of one file")

    def test_args(self):
        base = catalog.make(self.workspace, GOOD | BAD)
        catalog.change(self.workspace, {"new/catalog-info.yaml": "road"})
        runner = self.use({"args": f"--since={base}\n--ignore\njira/jql"})
        self.assert_fails(runner, 1, 1)
        self.assertEqual(re.findall("::error file=(.*?),", runner.log), ["new/catalog-info.yaml"])
        runner = self.use({"args": "--no-such-option; touch owned"})
        self.assert_fails(runner, 1, 2, "--no-such-option")
        self.assertEqual(list(self.folder.rglob("owned")), [])

    def test_working_directory(self):
        runner = self.use({"working-directory": "my services", "sarif": "x.sarif"})
        self.assert_fails(runner, 1, 1, f"sarif={self.workspace}/my services/x.sarif\n",
                          "::error file=my services/catalog-info.yaml")
        self.assertEqual(self.use({"working-directory": "my services", "paths": "../catalog-info.yaml"})
                         .steps[1].status, 0)


if __name__ == "__main__":
    unittest.main()
