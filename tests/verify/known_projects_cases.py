"""The list of projects that does without a token."""
import json

from finding_cases import Findings
from program import Case, entity


class KnownProjects(Case):
    def setUp(self):
        super().setUp()
        self.list = self.folder / "known-projects.json"

    def test_the_same_findings_without_a_token(self):
        Findings.catalog_with_all(self)
        with Findings.jira_with_all(self) as jira:
            said = self.verify(jira, "--write-known-projects", str(self.list), "--fail-on", "never")
            self.assertEqual(said.returncode, 0, said.stderr)
            self.assertIn("catalint: wrote 3 project keys to ", said.stderr)
        self.assertEqual(self.list.read_text(), """\
{
  "version": 1,
  "projects": [
    {"key":"OLD","archived":true,"components":[]},
    {"key":"ROAD","components":["Checkout","Search"]},
    {"key":"SHOP","components":[]}
  ]
}
""")
        asked = len(jira.requests)
        said = self.run_program(jira, "check", "--known-projects", str(self.list), "--format", "json")
        self.assertEqual(self.findings(said), Findings.expected[:3])
        self.assertEqual((said.returncode, said.stderr), (1, ""))
        self.assertEqual(len(jira.requests), asked)

    def test_all_pages_of_projects(self):
        projects = {f"P{number:03}": {} for number in range(250)}
        self.describe(entity("a", "P001"))
        jira = self.jira(projects)
        self.verify(jira, "--write-known-projects", str(self.list))
        listed = json.loads(self.list.read_text())["projects"]
        self.assertEqual([one["key"] for one in listed], sorted(projects))
        self.assertEqual(len(jira.asked(".*/project/search.*")), 3)

    def assert_not_listed(self, jira, reason):
        said = self.verify(jira, "--write-known-projects", str(self.list))
        self.assertEqual(said.returncode, 3)
        self.assertIn(f"catalint: note: Jira did not list its projects: {reason}\n", said.stderr)
        self.assertIn("was not written, since not all of Jira's projects could be asked for", said.stderr)
        self.assertFalse(self.list.exists())

    def test_a_list_without_end(self):
        """Whatever Jira says of its pages, the next one starts behind what came."""
        self.describe(entity("a", "ROAD"))
        for size in (1, 100):
            jira, pages = self.jira(), []

            def page(handler, path, size=size, pages=pages):
                if "/search?" not in path:
                    return False
                pages.append(path)
                handler.answer(200, {"isLast": False, "startAt": 0, "total": 1, "nextPage": "http://127.0.0.1:1/",
                                     "values": [{"key": f"P{len(pages)}X{i}"} for i in range(size)]})
                return True
            jira.trouble = page
            self.assert_not_listed(jira, "it lists more than 100000 keys, or does not come to an end")
            self.assertEqual([path.rpartition("=")[2] for path in pages[:3]], ["0", str(size), str(2 * size)])
            self.assertEqual(len(pages), 1000)

    def test_more_keys_than_any_jira_has(self):
        self.describe(entity("a", "ROAD"))
        jira = self.jira()
        jira.trouble = lambda handler, path: "/search?" in path and (handler.answer(200, {
            "isLast": False, "values": [{"key": "A", "projectKeys": [f"A{i}" for i in range(60_000)]}]}), True)[1]
        self.assert_not_listed(jira, "it lists more than 100000 keys, or does not come to an end")
        self.assertEqual(len(jira.asked(".*/search.*")), 2)

    def test_pages_that_are_none(self):
        self.describe(entity("a", "ROAD"))
        for values, reason in [
                ([], "a page of its list is empty, and not the last one"),
                ([{"key": "A" * 256}], "its answer is not what Jira's REST API answers; is JIRA_API_URL the address "
                                       "where Jira's own pages begin?")]:
            jira = self.jira()
            jira.trouble = lambda handler, path, values=values: "/search?" in path and (
                handler.answer(200, {"isLast": False, "values": values}), True)[1]
            self.assert_not_listed(jira, reason)

    def test_nothing_is_written_where_something_is_left_open(self):
        self.describe(entity("a", "ROAD"))
        jira = self.jira()
        jira.trouble = lambda handler, path: "search" in path and (handler.error(403, "no"), True)[1]
        said = self.verify(jira, "--write-known-projects", str(self.list))
        self.assertEqual(said.returncode, 3)
        self.assertIn("was not written, since not all of Jira's projects could be asked for", said.stderr)
        self.assertFalse(self.list.exists())

    def test_no_other_file_is_replaced(self):
        self.describe(entity("a", "ROAD"))
        jira = self.jira()
        outside = {"notes.txt": "mine", "config.yaml": "", "rules.yaml": "pack: ours\nrules: []\n",
                   "old.json": '{"version": 1, "findings": []}', "empty.yaml": "",
                   ".env": f"JIRA_API_URL={jira.url}"}
        for name, text in outside.items():
            (self.catalog / name).write_text(text)
        (self.catalog / "link").symlink_to("config.yaml")
        before = {path.name: path.read_text() for path in self.catalog.iterdir()}
        cannot = "the list of known projects `{0}` cannot be written: it holds something else than such a list"
        read = "the list of known projects `{0}` would take the place of `{1}`, which is read; name another file"
        one = "the list of known projects `{0}` are one file; give each its own"
        for path, arguments, status, message in [
                ("notes.txt", [], 3, cannot),
                ("catalog-info.yaml", [], 2, read.replace("{1}", "catalog-info.yaml")),
                ("empty.yaml", ["empty.yaml"], 2, read.replace("{1}", "empty.yaml")),
                ("config.yaml", ["--config", "config.yaml"], 2, read.replace("{1}", "config.yaml")),
                ("link", ["--config", "config.yaml"], 2, read.replace("{1}", "config.yaml")),
                ("rules.yaml", ["--rules", "rules.yaml"], 2, read.replace("{1}", "rules.yaml")),
                ("old.json", ["--baseline", "old.json"], 2, read.replace("{1}", "old.json")),
                (".env", ["--env-file", ".env"], 2, read.replace("{1}", ".env")),
                ("new", ["-o", "json=./new"], 2, "the output `./new` and " + one),
                ("new", ["--write-baseline", "new"], 2, "the list of known projects `new` and the baseline `new` are "
                                                        "one file; give each its own")]:
            with self.subTest(path=path, arguments=arguments):
                said = self.verify(jira, "--write-known-projects", path, *arguments)
                self.assertEqual((said.returncode, said.stdout, said.stderr),
                                 (status, "", f"catalint: {message.format(path)}\n"))
                self.assertEqual({path.name: path.read_text() for path in self.catalog.iterdir()}, before)
        self.assertEqual(jira.requests, [])

    def test_a_list_that_is_none(self):
        self.describe(entity("a", "ROAD"))
        self.list.write_text("[]")
        for path, reason in ((self.list, "is none: it has no `version`"),
                             (self.folder / "gone", "could not be read: no such file or directory")):
            said = self.run_program("", "check", "--known-projects", str(path))
            self.assertEqual(said.returncode, 2)
            self.assertIn(f"{path}` {reason}", said.stderr)


class Renamed(Case):
    """Jira answers to the keys that a project had before."""

    def test_the_list_holds_older_keys(self):
        self.describe(entity("a", "STREET"), entity("b", "PATH"), entity("c", "LANE"))
        projects = {"ROAD": {"older_keys": ["STREET", "PATH"]}, "LANE": {"older_keys": ["WAY"], "archived": True}}
        for data_center in (False, True):
            with self.subTest(data_center=data_center):
                jira = self.jira(projects, data_center=data_center)
                said = self.verify(jira, "--no-cache", "--write-known-projects", "../list.json")
                self.assertIn("catalint: wrote 5 project keys to ../list.json\n", said.stderr)
                self.assertEqual((self.folder / "list.json").read_text(), """\
{
  "version": 1,
  "projects": [
    {"key":"LANE","archived":true,"components":[]},
    {"key":"PATH","components":[]},
    {"key":"ROAD"},
    {"key":"STREET","components":[]},
    {"key":"WAY","archived":true}
  ]
}
""")
                self.assertEqual(self.findings(self.run_program(jira, "check", "--known-projects", "../list.json",
                                                                "--format", "json")),
                                 [("jira/project-archived", "catalog-info.yaml", 22)])
                (self.folder / "list.json").unlink()

    def test_one_key(self):
        self.describe(entity("a", "ROAD"))
        said = self.verify(self.jira(), "--write-known-projects", "../list.json")
        self.assertIn("catalint: wrote 1 project key to ../list.json\n", said.stderr)
