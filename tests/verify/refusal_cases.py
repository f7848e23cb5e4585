"""Answers of a Jira that refuses, or of what is no Jira."""
from program import SECRET, entity
from trouble import Trouble, on


class Refusals(Trouble):
    def test_a_wrong_token_is_tried_once(self):
        jira = self.jira(secret=SECRET + "x")
        said = self.verify(jira)
        self.assert_open(said, "Jira did not tell of 2 projects (`RAOD`, `ROAD`): it does not take the "
                               "token (401); it may be wrong or expired: make a new one, and store it in "
                               "JIRA_API_TOKEN\n")
        self.assertIn("catalint: 2 of 2 questions to Jira had no answer; --strict makes that a failure\n",
                      said.stderr)
        self.assertEqual(jira.requests, ["/rest/api/2/myself"])
        said = self.verify(jira, "--strict", "--quiet")
        self.assert_open(said, "had no answer, and --strict wants all of them", status=3)

    def test_a_stranger_is_told_that_nothing_exists(self):
        """Jira Cloud answers an expired token so; no finding may come of it."""
        jira = self.jira()
        jira.trouble = on("/project/", lambda handler: handler.error(
            404, "No project could be found with key 'ROAD'.", X_Seraph_LoginReason="AUTHENTICATED_FAILED"))
        self.assert_open(self.verify(jira), "it does not take the token (404)")

    def test_a_captcha(self):
        jira = self.jira()
        jira.trouble = on("", lambda handler: handler.error(
            403, "denied", X_Seraph_LoginReason="AUTHENTICATION_DENIED"))
        self.assert_open(self.verify(jira), "it wants a CAPTCHA to be solved")

    def test_a_token_with_scopes(self):
        """As Atlassian's gateway, https://api.atlassian.com/ex/jira/CLOUD-ID, answers."""
        scopes = "give it the scopes read:jira-user and read:jira-work\n"
        jira = self.jira()
        for part in ("/myself", "/project/"):
            jira.trouble = on(part, lambda handler: handler.answer(
                401, {"code": 401, "message": "Unauthorized; scope does not match"}))
            self.assert_open(self.verify(jira, "--no-cache"), "the token lacks a scope (401); " + scopes)
        jira.trouble = on("/myself", lambda handler: handler.error(403, "Forbidden"))
        self.assert_open(self.verify(jira, "--no-cache"), "it answers 403: this account may not ask whose token it "
                                                          "is; where the token has scopes, " + scopes)

    def test_a_scope_that_one_question_needs(self):
        jira = self.jira()
        jira.refused["a = 1"] = ["no"]
        self.describe(entity("typo", "RAOD"), entity("query", "ROAD", all_issues_jql="a = 1"))
        jira.trouble = on("/project/search", lambda handler: handler.answer(
            401, {"code": 401, "message": "Unauthorized; scope does not match"}))
        said = self.verify(jira)
        self.assertEqual((said.returncode, said.stderr), (1, "catalint: 3 answers from Jira\n"))
        for rule in ("project-not-found", "jql-refused"):
            self.assertIn(f"[jira/{rule}]", said.stdout)

    def test_below_a_path_as_the_gateway_has(self):
        jira = self.jira()
        jira.root = "/ex/jira/11223344-a1b2-3b33-c444-def123456789"
        self.assert_all_is_found(self.verify(jira.url + jira.root))
        self.assertTrue(all(path.startswith(jira.root + "/rest/api/2/") for path in jira.requests))

    def test_one_project_is_forbidden(self):
        jira = self.jira()
        jira.trouble = on("/project/ROAD", lambda handler: handler.error(403, "no"))
        said = self.verify(jira, "--strict")
        self.assertEqual(said.stdout.count("[jira/project-not-found]"), 1)
        self.assertIn("Jira did not tell of 1 project (`ROAD`): it answers 403: this account may not ask",
                      said.stderr)
        self.assertEqual(said.returncode, 3)

    def test_not_found_and_not_by_jira(self):
        jira = self.jira()
        self.assert_open(self.verify(jira.url + "/wrong"), "it answers 404, and not as Jira does")
        for body in (b"<html>gone</html>", {}, {"errorMessages": []}, {"errorMessages": [""], "errors": {}},
                     {"errorMessages": "gone"}, {"errorMessages": [404]}):
            jira.trouble = on("/project/", lambda handler, body=body: handler.answer(404, body))
            self.assert_open(self.verify(jira, "--no-cache"), "it answers 404, and not as Jira does")


class OtherAnswers(Trouble):
    def test_what_is_no_answer_of_jiras(self):
        for body in (b"<html>sign in</html>", b"[]", b"{", b"", b"null", b"[" * 1_000_000,
                     b'{"key": 1}', b"\xff\xfe"):
            for part in ("myself", "/project/ROAD"):
                with self.subTest(body=body[:20], part=part):
                    jira = self.jira({"ROAD": {}, "RAOD": {}})
                    jira.trouble = on(part, lambda handler, body=body: handler.answer(200, body))
                    self.assert_open(self.verify(jira, "--no-cache"), "not what Jira's REST API answers")

    def test_more_than_anyone_reads(self):
        sent = [0]

        def flood(handler):
            handler.send_response(200)
            handler.send_header("Content-Length", str(1 << 40))
            handler.end_headers()
            try:
                while not jira.release.is_set():
                    handler.wfile.write(b" " * 65536)
                    sent[0] += 65536
            except OSError:
                handler.close_connection = True
        jira = self.jira()
        jira.trouble = on("", flood)
        self.assert_open(self.verify(jira), "its answer is larger than catalint reads")
        self.assertLess(sent[0], 64 << 20)

    def test_headers_without_end(self):
        def flood(handler):
            handler.send_response(200)
            try:
                while not jira.release.is_set():
                    handler.send_header("X-More", "x" * 1000)
                    handler.flush_headers()
            except OSError:
                handler.close_connection = True
        jira = self.jira()
        jira.trouble = on("", flood)
        self.assert_open(self.verify(jira), "Jira did not tell of 2 projects")

    def test_three_failures_in_a_row_are_enough(self):
        self.describe(*[entity(f"e{i}", f"KEY{i:02}") for i in range(50)])
        jira = self.jira()
        jira.trouble = on("/project/", lambda handler: jira.release.wait(60))
        self.assert_open(self.verify(jira, "--timeout", "1"), "Jira did not tell of 50 projects")
        self.assertLessEqual(len(jira.asked(".*/project/.*")), 16)
