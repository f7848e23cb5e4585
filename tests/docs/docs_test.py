#!/usr/bin/env python3
"""The documents tell the truth.

usage: docs_test.py [--update] ROOT CATALINT

In README.md, CONTRIBUTING.md and docs/*.md
- a block marked `console` holds lines of `$ command`, each followed by exactly
  what it prints; commands run in the root of the checkout, with CATALINT on PATH;
- those marked `console old-catalog` run one after the other in the repository that
  old_catalog.py makes;
- those marked `console packages` are for tests/packages;
- a block marked `yaml FILE` holds exactly that file;
- the action and the releases that are named are those of this version;
- a link into the checkout leads somewhere.
docs/rules.md is what the program prints, docs/rule-packs.md knows every word of
a pack that the program knows, and docs/configuration.md every option. What it
shows, and the starter of `catalint init`, is what the schema and the program take.

With --update the blocks, the versions, and docs/rules.md are written anew.
"""
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import jsonschema
import yaml

import old_catalog

UPDATE = "--update" in sys.argv
if UPDATE:
    sys.argv.remove("--update")
ROOT, CATALINT = (pathlib.Path(sys.argv.pop(1)).resolve() for _ in range(2))

BLOCK = re.compile(r"^```(console(?: old-catalog)?|yaml \S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
VERSION = re.compile(r"(catalint@v|/releases/download/v|catalint-)[0-9]+\.[0-9]+\.[0-9]+")
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)\s]*)?\)")


def documents():
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def output_of(command, folder=ROOT):
    environment = {k: v for k, v in old_catalog.environment(os.environ).items()
                   if k not in ("NO_COLOR", "FORCE_COLOR")}
    environment["PATH"] = f"{CATALINT.parent}{os.pathsep}{environment['PATH']}"
    outcome = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, text=True,
                             stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, timeout=60, check=False)
    return outcome.stdout


def replayed(block, folder):
    """The text of a console block, with what its commands print now."""
    commands = re.findall(r"^\$ (.*(?:\\\n.*)*)\n", block, re.MULTILINE)
    return "".join(f"$ {command}\n{output_of(command, folder)}" for command in commands)


def true_block(match, catalog):
    kind, text = match.groups()
    if kind == "console":
        return f"```{kind}\n{replayed(text, ROOT)}```"
    if kind == "console old-catalog":
        return f"```{kind}\n{replayed(text, catalog)}```"
    return f"```{kind}\n{(ROOT / kind.split()[1]).read_text(encoding='utf-8')}```"


class Documents(unittest.TestCase):
    maxDiff = None

    def test_blocks(self):
        kinds = collections.Counter()
        with tempfile.TemporaryDirectory() as folder:
            catalog = pathlib.Path(folder)
            old_catalog.make(catalog)
            for path in documents():
                text = path.read_text(encoding="utf-8")
                if UPDATE:
                    text = BLOCK.sub(lambda match: true_block(match, catalog), text)
                    path.write_text(text, encoding="utf-8")
                    continue
                for match in BLOCK.finditer(text):
                    kinds[match[1]] += 1
                    with self.subTest(document=path.name, block=match[2].partition("\n")[0]):
                        self.assertEqual(match[0], true_block(match, catalog))
        if not UPDATE:
            self.assertGreaterEqual(kinds["console"], 2)
            self.assertGreaterEqual(kinds["console old-catalog"], 4)

    def test_versions(self):
        version = output_of("catalint --version").split()[1]
        for path in documents():
            text = path.read_text(encoding="utf-8")
            true_text = VERSION.sub(rf"\g<1>{version}", text)
            if UPDATE:
                path.write_text(true_text, encoding="utf-8")
                continue
            with self.subTest(document=path.name):
                self.assertEqual(text, true_text)

    def test_links(self):
        for path in documents():
            for target in LINK.findall(path.read_text(encoding="utf-8")):
                if "://" not in target:
                    with self.subTest(document=path.name, link=target):
                        self.assertTrue((path.parent / target).exists())

    def test_rules(self):
        printed = output_of("catalint rules --format markdown")
        path = ROOT / "docs/rules.md"
        if UPDATE:
            path.write_text(printed, encoding="utf-8")
        self.assertEqual(path.read_text(encoding="utf-8"), printed)


class RulePacks(unittest.TestCase):
    """The lists that the program names in its complaints about a wrong pack."""

    def words(self, check, **rule):
        lines = ["pack: p", "rules:", "- id: p/r", "  what: w", "  why: w",
                 *[f"  {key}: {value}" for key, value in rule.items()],
                 "  checks:", "  - {" + check + "}"]
        with tempfile.NamedTemporaryFile("w", suffix=".yaml") as pack:
            pack.write("\n".join(lines) + "\n")
            pack.flush()
            said = output_of(f"catalint rules --rules {pack.name}")
        found = re.search(r"one of(?: the keys)? ([a-z0-9, -]+)", said)
        self.assertTrue(found, said)
        return found[1].strip().split(", ")

    def test_every_word_is_explained(self):
        text = (ROOT / "docs/rule-packs.md").read_text(encoding="utf-8")
        code = set(re.findall(r"[a-z0-9-]+", " ".join(re.findall(r"`([^`\n]+)`", text))))
        for check, rule in [("message: m", {}), ("problem: no, message: m", {}),
                            ("type: no, message: m", {}), ("jql: no, message: m", {}),
                            ("required: no, message: m", {}), ("entity-ref: no, message: m", {}),
                            ("message: m, fix: {do: no}", {}),
                            ("message: m, fix: {do: trim, safety: no}", {}),
                            ("message: m", {"severity": "no"}), ("message: m", {"loses": "no"})]:
            words = self.words(check, **rule)
            self.assertGreater(len(words), 1)
            for word in words:
                with self.subTest(check=check, word=word):
                    self.assertTrue(word in code, f"docs/rule-packs.md says nothing of {word}")


class Configuration(unittest.TestCase):
    def setUp(self):
        self.schema = json.loads(output_of("catalint schema config"))
        self.text = (ROOT / "docs/configuration.md").read_text(encoding="utf-8")

    def options(self, schema, prefix=""):
        for key, value in schema["properties"].items():
            yield prefix + key
            if value.get("additionalProperties") is False:
                yield from self.options(value, prefix + key + ".")

    def assert_taken(self, config):
        """By the schema and by the program, packs and all."""
        # As the program has it, every scalar is a text.
        jsonschema.validate(yaml.load(config, Loader=yaml.BaseLoader), self.schema)
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, ".catalint.yaml").write_text(config, encoding="utf-8")
            for pack in re.findall(r"\S+-rules\.yaml", config):
                path = pathlib.Path(folder, pack.strip("[],"))
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text((ROOT / "docs/example/acme.yaml").read_text(encoding="utf-8"))
            said = output_of("catalint rules >list && echo fine", folder)
        self.assertEqual(said, "fine\n")

    def test_the_schema_is_one(self):
        jsonschema.Draft7Validator.check_schema(self.schema)

    def test_examples(self):
        examples = re.findall(r"^```yaml\n(.*?)^```$", self.text, re.MULTILINE | re.DOTALL)
        self.assertGreaterEqual(len(examples), 6)
        for example in examples:
            with self.subTest(example=example):
                self.assert_taken(example)

    def test_every_option_is_explained(self):
        for option in self.options(self.schema):
            with self.subTest(option=option):
                self.assertIn(f"`{option}`", self.text)

    def test_what_the_schema_refuses(self):
        for wrong in ["fils: a", "files: ['!a']", "rules: {jira/jql: eror}", "jira: {product: clod}",
                      "jira: {required-on: {kind: x}}", "kinds: {a: b}", "rules: [a]"]:
            with self.subTest(config=wrong), self.assertRaises(jsonschema.ValidationError):
                jsonschema.validate(yaml.load(wrong, Loader=yaml.BaseLoader), self.schema)

    def test_starter(self):
        with tempfile.TemporaryDirectory() as folder:
            said = output_of("catalint init", folder)
            starter = pathlib.Path(folder, ".catalint.yaml").read_text(encoding="utf-8")
        self.assert_taken(starter)
        # An option stands right behind `#`, or indented by two blanks at least.
        self.assert_taken(re.sub(r"^#(?! \S|$)", "", starter, flags=re.MULTILINE))
        entry = re.search(r"^- repo:.*?^$", said, re.MULTILINE | re.DOTALL)[0].rstrip()
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        self.assertIn(f"```yaml\n{entry}\n```", readme)


if __name__ == "__main__":
    unittest.main()
