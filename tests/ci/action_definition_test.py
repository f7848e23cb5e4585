#!/usr/bin/env python3
"""action.yml is what GitHub takes and no input of it becomes part of a script; and the
expressions of these tests are GitHub's.

usage: action_definition_test.py ROOT
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import yaml

import expressions

ROOT = pathlib.Path(sys.argv.pop(1)).resolve()


class Definition(unittest.TestCase):
    def setUp(self):
        self.text = (ROOT / "action.yml").read_text(encoding="utf-8")
        self.action = yaml.safe_load(self.text)

    def test_no_input_is_part_of_a_script(self):
        self.assertEqual(len(self.action["runs"]["steps"]), 2)
        for step in self.action["runs"]["steps"]:
            self.assertNotIn("${{", step["run"])
            script, = re.findall(r'^bash "\$GITHUB_ACTION_PATH/([\w/]+)"$', step["run"])
            self.assertTrue((ROOT / script).is_file())

    def test_every_input_is_used(self):
        used = re.findall(r"\$\{\{ inputs\.([\w-]+) \}\}", self.text)
        self.assertEqual(sorted(used), sorted(self.action["inputs"]))

    def test_as_the_schema_has_it(self):
        checked = subprocess.run(["node", ROOT / "tests/ci/validate.cjs", "action", ROOT / "action.yml"],
                                 capture_output=True, text=True, check=False)
        self.assertEqual((checked.stdout, checked.stderr), ("", ""))

    def test_what_the_schema_refuses(self):
        with tempfile.NamedTemporaryFile("w", suffix=".yml") as wrong:
            wrong.write(self.text.replace("shell: bash", "shel: bash"))
            wrong.flush()
            checked = subprocess.run(["node", ROOT / "tests/ci/validate.cjs", "action", wrong.name],
                                     capture_output=True, text=True, check=False)
        self.assertIn("'shel' is not allowed", checked.stdout)


class Expressions(unittest.TestCase):
    def test_values(self):
        contexts = {"github": {"event": {"a": {"b": True}}, "base_ref": "main"}, "always": lambda: True,
                    "steps": {"x": {"outputs": {"y": "z"}}}, "inputs": {"fail-on": "note"}}
        for expression, value in [
                ("inputs.fail-on", "note"), ("!github.event.a.b", False), ("github.event.no.way", None),
                ("always() && steps.x.outputs.y", "z"), ("steps.x.outputs.n || 'it''s'", "it's"),
                ("github.base_ref == 'main' && !(github.base_ref != 'main')", True)]:
            with self.subTest(expression=expression):
                self.assertEqual(expressions.evaluate(expression, contexts), value)
        for wrong in ["inputs.fial-on", "github.base_reff", "steps.w.outputs.y"]:
            with self.subTest(expression=wrong), self.assertRaises(KeyError):
                expressions.evaluate(wrong, contexts)


if __name__ == "__main__":
    unittest.main()
