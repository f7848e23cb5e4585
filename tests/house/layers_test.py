#!/usr/bin/env python3
"""An include points only downward, and every file has a place in the house.

usage: layers_test.py [ROOT]

Checks src/ and include/catalint/ of the checkout at ROOT, then that the check
itself finds what is wrong in small trees made for it.
"""
import pathlib
import re
import sys
import tempfile
import unittest

# From the ground up; those in one row do not know each other.
ORDER = [{"base"}, {"source"}, {"yaml"}, {"catalog"}, {"jira"}, {"rules"},
         {"fix", "report"}, {"app"}, {"main", "verify"}]
LEVEL = {layer: level for level, row in enumerate(ORDER) for layer in row}

# The public headers belong to the layers whose types they declare.
# version.h is made at build time.
PUBLIC = {"version.h": "base", "span.h": "source", "source.h": "source", "node.h": "yaml",
          "entity.h": "catalog", "jira.h": "jira", "rule.h": "rules",
          "diagnostic.h": "rules", "lint.h": "rules", "suppression.h": "rules"}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
OWN = {"catalint", *LEVEL}


def layer_of(path):
    """The layer of src/PATH, or of an include's text; None when there is none."""
    parts = pathlib.PurePosixPath(path).parts
    if parts[0] == "catalint":
        return PUBLIC.get("/".join(parts[1:]))
    if parts == ("main.cc",):
        return "main"
    return parts[0] if len(parts) > 1 and parts[0] in LEVEL else None


def problems(root):
    src, public = root / "src", root / "include"
    files = sorted(p for folder in (src, public) for p in folder.rglob("*") if p.is_file())
    if not files:
        yield f"{root}: no source file"
    for path in files:
        inside = path.relative_to(src if src in path.parents else public).as_posix()
        name = path.relative_to(root).as_posix()
        layer = layer_of(inside)
        if layer is None:
            yield f"{name}: no layer is known for this file"
            continue
        for bracket, included in INCLUDE.findall(path.read_text(encoding="utf-8")):
            if bracket == "<":
                if included.split("/")[0] in OWN and "/" in included:
                    yield f'{name}: <{included}> is ours; write "{included}"'
                continue
            other = layer_of(included)
            exists = (src / included).is_file() or (public / included).is_file()
            if other is None or not (exists or included == "catalint/version.h"):
                yield f"{name}: no file of a layer is called {included}"
            elif other != layer and LEVEL[other] >= LEVEL[layer]:
                yield f"{name}: {layer} may not include {included} of {other}"


class House(unittest.TestCase):
    def test_includes_point_downward(self):
        self.assertEqual(list(problems(ROOT)), [])


class Check(unittest.TestCase):
    def problems_of(self, **files):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, text in files.items():
                path = root / name.replace("__", "/").replace("_h", ".h").replace("_cc", ".cc")
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
            return list(problems(root))

    def test_downward_and_within_is_fine(self):
        self.assertEqual(self.problems_of(
            src__base__text_h="#include <string>\n",
            src__rules__a_h='#include "base/text.h"\n',
            src__rules__verbs__b_cc='#include "rules/a.h"\n#include "catalint/version.h"\n'), [])

    def test_upward(self):
        self.assertEqual(self.problems_of(
            src__rules__a_h="", src__base__text_cc='#  include "rules/a.h"\n'),
            ["src/base/text.cc: base may not include rules/a.h of rules"])

    def test_sideways(self):
        self.assertEqual(self.problems_of(
            src__fix__a_h="", src__report__b_cc='#include "fix/a.h"\n'),
            ["src/report/b.cc: report may not include fix/a.h of fix"])

    def test_public_headers_have_their_layer(self):
        self.assertEqual(self.problems_of(
            include__catalint__entity_h='#include "catalint/lint.h"\n',
            include__catalint__lint_h=""),
            ["include/catalint/entity.h: catalog may not include catalint/lint.h of rules"])

    def test_unknown_files(self):
        self.assertEqual(self.problems_of(
            src__stray_cc="", src__misc__a_h="", include__catalint__new_h="",
            src__main_cc='#include "misc/a.h"\n#include "base/gone.h"\n'),
            ["include/catalint/new.h: no layer is known for this file",
             "src/main.cc: no file of a layer is called misc/a.h",
             "src/main.cc: no file of a layer is called base/gone.h",
             "src/misc/a.h: no layer is known for this file",
             "src/stray.cc: no layer is known for this file"])

    def test_own_headers_in_angle_brackets(self):
        self.assertEqual(self.problems_of(src__main_cc="#include <catalint/lint.h>\n"),
                         ['src/main.cc: <catalint/lint.h> is ours; write "catalint/lint.h"'])

    def test_nothing_to_check_is_a_problem(self):
        self.assertEqual(len(self.problems_of()), 1)


ROOT = pathlib.Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    if len(sys.argv) > 1:
        ROOT = pathlib.Path(sys.argv.pop(1)).resolve()
    unittest.main()
