"""What Jira is asked, and what is found by its answers."""
import json
import os
import re

from fake_jira import USER
from program import Case, entity

PROJECTS = {"ROAD": {"components": ["Checkout", "Search"]}, "SHOP": {}, "OLD": {"archived": True}}
UNIVERSE = "Field 'universe' does not exist or you do not have permission to view it."


class Findings(Case):
    def catalog_with_all(self):
        self.describe(entity("fine", "ROAD", component="search", all_issues_jql="project = ROAD"),
                      entity("typo", "RAOD"), entity("archived", "OLD"),
                      entity("component", "ROAD", component="Serach"),
                      entity("query", "SHOP", all_issues_jql="universe = 42"))

    expected = [("jira/project-not-found", "catalog-info.yaml", 16),
                ("jira/project-archived", "catalog-info.yaml", 24),
                ("jira/component-not-found", "catalog-info.yaml", 33),
                ("jira/jql-refused", "catalog-info.yaml", 42)]

    def jira_with_all(self, **options):
        jira = self.jira(PROJECTS, **options)
        jira.refused["universe = 42"] = [UNIVERSE]
        return jira

    def test_text(self):
        self.catalog_with_all()
        said = self.verify(self.jira_with_all())
        self.assertEqual(said.returncode, 1)
        self.assertEqual(said.stdout, """\
catalog-info.yaml:16:23: error: jira/project-key is `RAOD`, and Jira shows no project with this key; did you mean `ROAD`? [jira/project-not-found]
   16 |     jira/project-key: RAOD
      |                       ^^^^
      = hint: write the key of a project that the account may see

catalog-info.yaml:24:23: warning: jira/project-key is `OLD`, a project that is archived; Jira finds none of its issues [jira/project-archived]
   24 |     jira/project-key: OLD
      |                       ^^^
      = hint: write the key of the project that took its place

catalog-info.yaml:33:21: error: jira/component is `Serach`, but project `ROAD` has no component of this name; did you mean `Search`? [jira/component-not-found]
   33 |     jira/component: Serach
      |                     ^^^^^^
      = hint: write the name of a component of the project

catalog-info.yaml:42:26: error: Jira refuses jira/all-issues-jql: Field 'universe' does not exist or you do not have permission to view it [jira/jql-refused]
   42 |     jira/all-issues-jql: universe = 42
      |                          ^^^^^^^^^^^^^
      = hint: try the query in Jira's issue search

3 errors, 1 warning in 1 of 1 file
""")
        self.assertEqual(said.stderr, "catalint: 7 answers from Jira\n")

    def test_requests(self):
        """As Atlassian publishes them; fake_jira.py says where."""
        self.catalog_with_all()
        jira = self.jira_with_all()
        self.verify(jira)
        self.assertEqual(jira.requests[0], "/rest/api/2/myself")
        self.assertEqual(sorted(jira.requests[1:5]), [f"/rest/api/2/project/{key}"
                                                      for key in ("OLD", "RAOD", "ROAD", "SHOP")])
        self.assertEqual(jira.requests[5:], [
            "/rest/api/2/project/ROAD/components",
            "/rest/api/2/project/search?maxResults=100&status=live&status=archived&expand=projectKeys&startAt=0",
            "/rest/api/2/jql/parse?validation=strict"])
        for headers in jira.headers:
            self.assertEqual(headers["Authorization"], jira.authorization)
            self.assertEqual(headers["Accept"], "application/json")
            self.assertRegex(headers["User-Agent"], r"^catalint/\d+\.\d+\.\d+$")
            self.assertEqual(set(headers) - {"Content-Type", "Content-Length"},
                             {"Host", "Authorization", "Accept", "User-Agent"})
        self.assertEqual(jira.headers[-1]["Content-Type"], "application/json")

    def test_data_center(self):
        """It takes the token as it is, and has neither project/search nor jql/parse."""
        self.catalog_with_all()
        jira = self.jira_with_all(realm="Bearer", data_center=True)
        said = self.verify(jira, "--format", "json", JIRA_API_TOKEN_REALM="Bearer",
                           JIRA_API_TOKEN=jira.token)
        self.assertEqual(self.findings(said), self.expected, said.stderr)
        self.assertEqual(jira.headers[0]["Authorization"], "Bearer " + jira.token)
        self.assertIn("/rest/api/2/project?includeArchived=true&expand=projectKeys", jira.requests)
        self.assertIn("/rest/api/2/search?maxResults=0&validateQuery=true&jql=universe%20%3D%2042",
                      jira.requests)

    def test_every_format(self):
        self.catalog_with_all()
        jira = self.jira_with_all()
        for name in ("text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle",
                     "rdjson", "markdown"):
            with self.subTest(format=name):
                said = self.verify(jira, "--format", name, "--output", f"{name}=../report")
                self.assertEqual(said.returncode, 1, said.stderr)
                self.assertEqual((self.folder / "report").read_text(), said.stdout)
                for rule, _, _ in self.expected:
                    self.assertIn(rule, said.stdout)

    def test_what_needs_no_answer_is_not_asked(self):
        self.describe(entity("template", "'${{ values.key }}'"), entity("link", "https://x/browse/A"),
                      entity("user", "ROAD", all_issues_jql="'assignee = \"{{ userEmail }}\"'"),
                      entity("path", "'../serverInfo'"), entity("query", "'ROAD?expand=lead'"))
        jira = self.jira_with_all()
        self.verify(jira)
        self.assertEqual(jira.requests, ["/rest/api/2/myself", "/rest/api/2/project/ROAD"])

    def test_what_no_rule_wants_to_know_is_not_asked(self):
        self.catalog_with_all()
        keys = [f"/rest/api/2/project/{key}" for key in ("OLD", "RAOD", "ROAD", "SHOP")]
        search = "/rest/api/2/project/search"
        for arguments, paths in [
                (["--ignore", "jira/*"], []),
                (["--select", "jira/label-syntax"], []),
                (["--select", "jira/project-archived"], keys),
                (["--select", "jira/component-not-found"], [keys[2], keys[2] + "/components"]),
                (["--select", "jira/project-not-found"], [*keys, search]),
                (["--select", "jira/jql-refused"], ["/rest/api/2/jql/parse"]),
                (["--ignore", "jira/jql-refused"], [*keys, keys[2] + "/components", search])]:
            with self.subTest(arguments=arguments):
                jira = self.jira_with_all()
                said = self.verify(jira, "--no-cache", "--format", "json", *arguments)
                self.assertEqual(sorted(path.partition("?")[0] for path in jira.requests[1:]), sorted(paths))
                self.assertEqual(jira.requests[:1], ["/rest/api/2/myself"] if paths else [])
                self.assertIn(" from Jira", said.stderr)
        # A list is the same, whoever reads it.
        jira = self.jira_with_all()
        self.verify(jira, "--ignore", "jira/*", "--write-known-projects", "../list.json")
        self.assertIn(keys[2] + "/components", jira.requests)

    def test_nothing_to_ask(self):
        self.describe(entity("template", "'${{ values.key }}'"))
        said = self.verify(self.jira())
        self.assertEqual((said.returncode, said.stderr), (0, "catalint: 0 answers from Jira\n"))

    def test_baseline_and_comments(self):
        self.catalog_with_all()
        jira = self.jira_with_all()
        said = self.verify(jira, "--write-baseline", "../baseline.json")
        self.assertIn("wrote 4 findings", said.stderr)
        said = self.verify(jira, "--baseline", "../baseline.json")
        self.assertEqual((said.returncode, said.stdout), (0, ""))
        # Without answers nobody knows whether they are gone.
        before = (self.folder / "baseline.json").read_text()
        said = self.run_program(jira, "check", "--baseline", "../baseline.json", "--prune-baseline")
        self.assertEqual((said.returncode, said.stderr), (0, ""))
        self.assertEqual((self.folder / "baseline.json").read_text(), before)

        text = entity("typo", "RAOD  # catalint: ignore[jira/project-not-found] it comes on Monday")
        self.describe(text)
        for command in ("verify", "check"):
            said = self.run_program(jira, command)
            self.assertEqual(said.returncode, 0, said.stdout)
            self.assertNotIn("catalint/", said.stdout)
        self.describe(text.replace("RAOD", "ROAD"))
        self.assertIn("[catalint/unused-suppression]", self.verify(jira).stdout)

    def test_standard_input_and_files(self):
        self.describe(entity("typo", "RAOD"), name="list.yaml")
        jira = self.jira_with_all()
        said = self.verify(jira, "list.yaml", "none.yaml", "--format", "json")
        self.assertEqual(self.findings(said), [("jira/project-not-found", "list.yaml", 6)])
        self.assertEqual(said.returncode, 3)
        self.assertIn("none.yaml: there is no such file", said.stderr)

    def test_hostile_names_are_shown_escaped(self):
        evil = "\x1b[2J\r::error::x\u202e"
        self.describe(entity("a", "ROAD", component="Serach"),
                      entity("b", "SHOP", all_issues_jql="a = 1"))
        jira = self.jira({"ROAD": {"components": ["Search" + "\x1b"]}, "SHOP": {}})
        jira.refused["a = 1"] = [evil]
        said = self.verify(jira)
        # No name is proposed that a value could not hold as it is.
        self.assertNotIn("did you mean", said.stdout)
        self.assertIn("Jira refuses jira/all-issues-jql: \\x1B[2J\\r::error::x\\u{202E}", said.stdout)
        self.assertIsNone(re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", said.stdout + said.stderr))


class Credentials(Case):
    def test_environment_file(self):
        self.describe(entity("typo", "RAOD"))
        jira = self.jira()
        values = f"JIRA_API_URL={jira.url}/\nexport JIRA_API_TOKEN='{jira.token}'\n"
        with open(self.folder.parent / f"{self.folder.name}.env", "w", encoding="utf-8") as file:
            self.addCleanup(lambda: (self.folder.parent / f"{self.folder.name}.env").unlink())
            file.write(values)
        said = self.verify("http://192.0.2.1", "--env-file", file.name, "--format", "json",
                           JIRA_API_TOKEN="wrong")
        self.assertEqual(self.findings(said), [("jira/project-not-found", "catalog-info.yaml", 6)])

    def test_a_password_manager_that_writes_to_a_pipe(self):
        self.describe(entity("typo", "RAOD"))
        jira = self.jira()
        ours, theirs = os.pipe()
        self.addCleanup(os.close, ours)
        with os.fdopen(theirs, "w", encoding="utf-8") as pipe:
            pipe.write(f"JIRA_API_URL={jira.url}\nJIRA_API_TOKEN={jira.token}\n")
        said = self.verify("", "--env-file", f"/dev/fd/{ours}", "--format", "json",
                           JIRA_API_TOKEN="wrong", pass_fds=(ours,))
        self.assertEqual(self.findings(said), [("jira/project-not-found", "catalog-info.yaml", 6)], said.stderr)

    def test_mistakes(self):
        self.describe(entity("typo", "RAOD"))
        for url, arguments, message in [
                ("", [], "JIRA_API_URL is not set"),
                ("http://jira.example", [], "everybody on the way would read the token"),
                (f"https://{USER}:x@jira.example", [], "JIRA_API_URL holds a user or a password"),
                ("https://jira.example", ["--env-file", "gone"], "`gone` of --env-file could not be read"),
                ("https://jira.example", ["--timeout", "0"], "`0` is not a number from 1 to 3600")]:
            with self.subTest(url=url, arguments=arguments):
                said = self.verify(url, *arguments)
                self.assertEqual((said.returncode, said.stdout), (2, ""))
                self.assertIn(message, said.stderr)
