"""The way that the token goes: redirects and certificates."""
from program import entity
from trouble import Trouble, on


class Redirects(Trouble):
    def redirect(self, target, status=302):
        def act(handler):
            handler.answer(status, b"", Location=target + handler.path)
        return act

    def test_to_another_host_the_token_does_not_go(self):
        other = self.jira()
        for status in (301, 302, 303, 307, 308):
            for target in (other.url, other.url.replace("127.0.0.1", "localhost"), "https://127.0.0.1:1",
                           "ftp://127.0.0.1", "file:///etc"):
                with self.subTest(status=status, target=target):
                    jira = self.jira()
                    jira.trouble = on("", self.redirect(target, status))
                    self.assert_open(self.verify(jira), "it redirects to ")
                    self.assertEqual(len(jira.requests), 1)
        self.assertEqual(other.requests, [])

    def test_on_the_same_host_it_is_followed(self):
        jira = self.jira()
        jira.trouble = lambda handler, path: not path.startswith("/rest") and (
            handler.answer(302, b"", Location=path.removeprefix("/jira")), True)[1]
        self.assert_all_is_found(self.verify(jira.url + "/jira"))

    def test_in_a_circle(self):
        jira = self.jira()
        jira.trouble = on("", self.redirect(jira.url))
        self.assert_open(self.verify(jira), "it redirects again and again; is JIRA_API_URL the address where "
                                            "Jira's own pages begin?\n")
        self.assertEqual(len(jira.requests), 6)

    def test_one_that_goes_astray(self):
        """What one project's address does says nothing of the others'."""
        self.describe(entity("typo", "RAOD"), entity("fine", "ROAD"), entity("z", "ZZZ"))
        for target, reason in [("", "it redirects again and again"),
                               ("http://127.0.0.1:1", "it redirects to `http://127.0.0.1:1`")]:
            with self.subTest(reason=reason):
                jira = self.jira()
                jira.trouble = on("/project/RAOD", self.redirect(target or jira.url))
                said = self.verify(jira, "--no-cache")
                self.assertEqual(said.returncode, 1, said.stderr)
                self.assertIn("jira/project-key is `ZZZ`, and Jira shows no project", said.stdout)
                self.assertIn(f"catalint: note: Jira did not tell of 1 project (`RAOD`): {reason}", said.stderr)
                self.assertIn("catalint: 1 of 3 questions to Jira had no answer", said.stderr)


class Certificates(Trouble):
    def test_only_what_is_trusted_sees_the_token(self):
        certificate, key = self.certificate("IP:127.0.0.1")
        jira = self.jira(certificate=(certificate, key))
        said = self.verify(jira)
        self.assert_open(said, "its certificate is not to be trusted (SSL certificate problem: self-signed")
        self.assertEqual(jira.requests, [])
        self.assert_all_is_found(self.verify(jira, SSL_CERT_FILE=str(certificate)))

    def test_another_hosts_certificate(self):
        certificate, key = self.certificate("DNS:jira.example")
        jira = self.jira(certificate=(certificate, key))
        self.assert_open(self.verify(jira, SSL_CERT_FILE=str(certificate)),
                         "its certificate is not to be trusted")
        self.assertEqual(jira.requests, [])
