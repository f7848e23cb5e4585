"""How often Jira is asked, and what is kept of its answers."""
import json
import os
import stat
import unittest

from program import Case, entity


class Counts(Case):
    def test_five_thousand_entities(self):
        keys = [f"KEY{number:03}" for number in range(300)]
        for number in range(0, 5000, 50):
            self.describe(*[entity(f"e{i}", keys[i % 300]) for i in range(number, number + 50)],
                          name=f"s{number}/catalog-info.yaml")
        jira = self.jira({key: {} for key in keys})
        said = self.verify(jira)
        self.assertEqual((said.returncode, said.stderr), (0, "catalint: 300 answers from Jira\n"))
        self.assertEqual(sorted(jira.asked(r"/rest/api/2/project/[A-Z0-9]+")),
                         [f"/rest/api/2/project/{key}" for key in keys])
        self.assertEqual(len(jira.requests), 301)
        self.assertLessEqual(jira.most, 8)
        self.assertLessEqual(len(jira.connections), 8)

        del jira.requests[:]
        said = self.verify(jira)
        self.assertEqual(jira.requests, [])
        self.assertEqual(said.stderr, "catalint: 300 answers from Jira, 300 of them kept from the last hour; "
                                      "--no-cache asks anew\n")
        self.verify(jira, "--no-cache")
        self.assertEqual(len(jira.requests), 301)

        # An hour later.
        path, = self.cache.rglob("*.json")
        kept = json.loads(path.read_text())
        for answer in kept["projects"]:
            answer["at"] -= 3600
        path.write_text(json.dumps(kept))
        del jira.requests[:]
        self.verify(jira)
        self.assertEqual(len(jira.requests), 301)


class Kept(Case):
    def setUp(self):
        super().setUp()
        self.describe(entity("typo", "RAOD"), entity("fine", "ROAD"))

    def file(self):
        path, = (self.cache / "catalint").iterdir()
        return path

    def test_only_for_ones_own_eyes(self):
        self.addCleanup(os.umask, os.umask(0))
        self.verify(self.jira())
        self.assertEqual(stat.S_IMODE(self.cache.stat().st_mode), 0o700)
        self.assertEqual(stat.S_IMODE(self.file().parent.stat().st_mode), 0o700)
        self.assertEqual(stat.S_IMODE(self.file().stat().st_mode), 0o600)
        self.assertRegex(self.file().name, "^jira-[0-9a-f]{16}\\.json$")
        text = self.file().read_text()
        self.assertNotIn("example.com", text)  # nor whose answers they are
        self.assertEqual(sorted(json.loads(text)),
                         ["all_projects", "components", "projects", "queries", "version"])

    def test_each_account_and_jira_has_its_own(self):
        jira, other = self.jira(), self.jira({"RAOD": {}, "ROAD": {}})
        self.verify(jira)
        said = self.verify(other)
        self.assertEqual(said.returncode, 0, said.stdout)
        self.assertEqual(len(list((self.cache / "catalint").iterdir())), 2)

    def test_each_account_without_a_name_too(self):
        """The token of Data Center does not tell whose it is."""
        jira, token = self.jira(realm="Bearer", data_center=True), "NjA1MTI0" + "ODU5MzEyOmX0"
        self.verify(jira, JIRA_API_TOKEN_REALM="Bearer", JIRA_API_TOKEN=jira.token)
        jira.authorization, jira.projects = "Bearer " + token, {"RAOD": {}, "ROAD": {}}
        said = self.verify(jira, JIRA_API_TOKEN_REALM="Bearer", JIRA_API_TOKEN=token)
        self.assertEqual((said.returncode, said.stderr), (0, "catalint: 2 answers from Jira\n"))
        self.assertEqual(len(list((self.cache / "catalint").iterdir())), 2)

    def test_a_component_that_is_made_meanwhile(self):
        self.describe(entity("new", "ROAD", component="Basket"))
        jira = self.jira()
        self.assertEqual(self.verify(jira).returncode, 1)
        jira.projects["ROAD"]["components"].append("basket")
        self.assertEqual(self.verify(jira).returncode, 0)
        del jira.requests[:]
        self.assertEqual(self.verify(jira).returncode, 0)
        self.assertEqual(jira.requests, [])

    def test_more_than_is_read_again(self):
        names = ["x" * 1000 + str(number) for number in range(6000)]
        keys = ["ONE", "TWO", "THREE"]
        self.describe(*[entity(key.lower(), key, component=names[7]) for key in keys])
        jira = self.jira({key: {"components": names} for key in keys})
        said = self.verify(jira)
        self.assertEqual((said.returncode, said.stderr), (0, "catalint: 6 answers from Jira\n"))
        self.assertLessEqual(self.file().stat().st_size, 16 << 20)
        del jira.requests[:]
        said = self.verify(jira)
        self.assertEqual((said.returncode, said.stderr), (
            0, "catalint: 6 answers from Jira, 5 of them kept from the last hour; --no-cache asks anew\n"))
        self.assertEqual(jira.requests, ["/rest/api/2/myself", "/rest/api/2/project/TWO/components"])

    def test_what_is_no_cache_is_none(self):
        jira = self.jira()
        self.verify(jira)
        now = json.loads(self.file().read_text())["projects"][0]["at"]
        for text in ("", "[]", "{", "null", "[" * 100_000, '{"version": 3}', '{"version": 2, "projects": 7}',
                     '{"version": 1, "projects": [{"key": "RAOD", "exists": true, "at": %d}]}' % now,
                     '{"version": 2, "projects": [{"key": 1, "at": %d}, 3, {"key": "RAOD"}]}' % now,
                     '{"version": 2, "projects": [{"key": "RAOD", "at": %d}]}' % (now + 7200),
                     '{"version": 2, "projects": [{"key": "RAOD", "at": 1e300}]}',
                     '{"version": 2, "projects": [{"key": "RAOD", "at": -9223372036854775808}]}',
                     "x" * (17 << 20)):
            with self.subTest(text=text[:80]):
                self.file().write_text(text)
                said = self.verify(jira)
                self.assertEqual(said.returncode, 1, said.stderr)
                self.assertIn("[jira/project-not-found]", said.stdout)

    def test_a_file_that_others_may_write_is_not_read(self):
        jira = self.jira()
        self.verify(jira)
        for spoil in (lambda path: path.chmod(0o666),
                      lambda path: (path.rename(self.folder / "elsewhere"),
                                    path.symlink_to(self.folder / "elsewhere")),
                      lambda path: (path.unlink(), os.mkfifo(path, 0o600))):
            spoil(self.file())
            del jira.requests[:]
            self.assertEqual(self.verify(jira).returncode, 1)
            self.assertEqual(len(jira.asked("/rest/api/2/project/R.*")), 2)
            self.assertTrue(stat.S_ISREG(self.file().lstat().st_mode))

    def test_a_folder_that_others_may_use_is_not_used(self):
        (self.cache / "catalint").mkdir(parents=True)
        (self.cache / "catalint").chmod(0o777)
        said = self.verify(self.jira())
        self.assertEqual(said.returncode, 1)
        self.assertIn("catalint: note: answers are not kept: the folder `", said.stderr)
        self.assertEqual(list((self.cache / "catalint").iterdir()), [])

    def test_without_a_place(self):
        said = self.verify(self.jira(), XDG_CACHE_HOME="relative", HOME="")
        self.assertEqual(said.returncode, 1)
        self.assertIn("neither XDG_CACHE_HOME nor HOME is set", said.stderr)
        self.assertEqual([path.name for path in self.catalog.iterdir()], ["catalog-info.yaml"])

    @unittest.skipIf(os.geteuid() == 0, "root may write anywhere")
    def test_a_place_where_nothing_can_be_written(self):
        self.cache.mkdir()
        self.cache.chmod(0o500)
        said = self.verify(self.jira())
        self.assertEqual(said.returncode, 1)
        self.assertIn("catalint: note: answers are not kept", said.stderr)
