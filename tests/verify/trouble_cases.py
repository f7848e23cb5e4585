"""A Jira, or what stands before it, that does not answer as it should."""
import os
import shutil
import socket
import subprocess
import threading
import time

import fake_proxy
from program import SECRET, Case, entity


def on(pattern, act):
    """Trouble for the paths that hold the pattern: act(handler) answers."""
    return lambda handler, path: pattern in path and (act(handler), True)[1]


def times(count, trouble):
    """The trouble, but only so often."""
    left, lock = [count], threading.Lock()

    def act(handler, path):
        with lock:
            if left[0] == 0 or not trouble(handler, path):
                return False
            left[0] -= 1
        return True
    return act


class Trouble(Case):
    def setUp(self):
        super().setUp()
        self.describe(entity("typo", "RAOD"), entity("fine", "ROAD"))

    def assert_all_is_found(self, said):
        self.assertEqual(said.returncode, 1, said.stderr)
        self.assertEqual(said.stdout.count("[jira/project-not-found]"), 1)
        self.assertEqual(said.stderr, "catalint: 2 answers from Jira\n")


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
        jira.trouble = on("/project/", lambda handler: handler.answer(404, b"<html>gone</html>"))
        self.assert_open(self.verify(jira), "it answers 404, and not as Jira does")


class Pauses(Trouble):
    def test_too_many_requests(self):
        jira = self.jira()
        moments = []
        refuse = times(1, on("", lambda handler: handler.error(429, "slow down", Retry_After="1")))

        def trouble(handler, path):
            if not path.endswith("/project/ROAD"):
                return False
            moments.append(time.monotonic())
            return refuse(handler, path)
        jira.trouble = trouble
        self.assert_all_is_found(self.verify(jira))
        self.assertEqual(len(moments), 2)
        self.assertGreaterEqual(moments[1] - moments[0], 0.99)

    def test_a_pause_that_nobody_waits_for(self):
        jira = self.jira()
        jira.trouble = on("", lambda handler: handler.error(429, "slow down", Retry_After="86400"))
        self.assert_open(self.verify(jira), "it answers 429, too many requests; its Retry-After is 86400 s")
        self.assertEqual(len(jira.requests), 1)

    def test_a_server_that_is_down_for_a_moment(self):
        for status in (500, 502, 503, 504):
            with self.subTest(status=status):
                jira = self.jira()
                jira.trouble = times(1, on("/project/ROAD", lambda handler, status=status:
                                           handler.answer(status, b"<html>oops</html>")))
                self.assert_all_is_found(self.verify(jira, "--no-cache"))

    def test_a_server_that_stays_down(self):
        jira = self.jira()
        jira.trouble = on("", lambda handler: handler.answer(503, b"oops"))
        self.assert_open(self.verify(jira), "it answers 503, after 4 attempts")
        self.assertEqual(len(jira.requests), 4)

    def test_an_answer_that_breaks_off_once(self):
        def cut(handler):
            handler.send_response(200)
            handler.send_header("Content-Length", "1000")
            handler.end_headers()
            handler.wfile.write(b"{")
            handler.close_connection = True
        jira = self.jira()
        jira.trouble = times(1, on("/project/ROAD", cut))
        self.assert_all_is_found(self.verify(jira))


class Silence(Trouble):
    def assert_times_out(self, jira):
        start = time.monotonic()
        self.assert_open(self.verify(jira, "--timeout", "1"), "it did not answer in time; --timeout waits longer")
        self.assertLess(time.monotonic() - start, 30)
        self.assertEqual(len(jira.requests), 1)

    def test_no_answer(self):
        jira = self.jira()
        jira.trouble = on("", lambda handler: jira.release.wait(60))
        self.assert_times_out(jira)

    def test_an_answer_that_never_ends(self):
        def trickle(handler):
            handler.send_response(200)
            handler.send_header("Content-Length", "100000")
            handler.end_headers()
            while not jira.release.wait(0.1):
                handler.wfile.write(b" ")
        jira = self.jira()
        jira.trouble = on("", trickle)
        self.assert_times_out(jira)

    def test_nobody_listens(self):
        with socket.socket() as taken:  # bound, and not listening
            taken.bind(("127.0.0.1", 0))
            said = self.verify(f"http://127.0.0.1:{taken.getsockname()[1]}")
        self.assert_open(said, "no connection to it")


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
        self.assert_open(self.verify(jira), "it redirects to ")
        self.assertEqual(len(jira.requests), 6)

    def test_no_proxy_sees_a_token_without_tls(self):
        with fake_proxy.Proxy() as proxy:
            self.assert_all_is_found(self.verify(self.jira(), http_proxy=proxy.url,
                                                 all_proxy=proxy.url, ALL_PROXY=proxy.url))
            self.assertEqual(proxy.heads, [])


class Certificates(Trouble):
    def certificate(self, name):
        key, certificate = self.folder / "key.pem", self.folder / "certificate.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
                        "-subj", "/CN=jira", "-addext", f"subjectAltName={name}",
                        "-keyout", key, "-out", certificate], check=True, capture_output=True)
        return certificate, key

    def test_only_what_is_trusted_sees_the_token(self):
        certificate, key = self.certificate("IP:127.0.0.1")
        jira = self.jira(certificate=(certificate, key))
        said = self.verify(jira)
        self.assert_open(said, "its certificate is not to be trusted (SSL certificate problem: self-signed")
        self.assertEqual(jira.requests, [])
        self.assert_all_is_found(self.verify(jira, SSL_CERT_FILE=str(certificate)))

    def test_a_proxy_is_asked(self):
        certificate, key = self.certificate("IP:127.0.0.1")
        jira = self.jira(certificate=(certificate, key))
        with fake_proxy.Proxy() as proxy:
            said = self.verify(jira, SSL_CERT_FILE=str(certificate), HTTPS_PROXY=proxy.url)
            self.assert_all_is_found(said)
            heads = b"".join(proxy.heads)
        self.assertTrue(heads.startswith(b"CONNECT " + jira.url.removeprefix("https://").encode()), heads)
        self.assertNotIn(b"Authorization", heads)

    def test_another_hosts_certificate(self):
        certificate, key = self.certificate("DNS:jira.example")
        jira = self.jira(certificate=(certificate, key))
        self.assert_open(self.verify(jira, SSL_CERT_FILE=str(certificate)),
                         "its certificate is not to be trusted")
        self.assertEqual(jira.requests, [])


class Programs(Trouble):
    def message_of(self, install):
        place = self.folder / "bin"
        place.mkdir()
        shutil.copy(PROGRAM(), place)
        install(place / "catalint-verify")
        said = subprocess.run([place / "catalint", "verify"], cwd=self.catalog, env=self.environment(""),
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
        self.assertEqual((said.returncode, said.stdout), (3, ""))
        return said.stderr.replace(str(place), "BIN")

    def script(self, text):
        def install(path):
            path.write_text(f"#!/bin/sh\n{text}\n")
            path.chmod(0o755)
        return install

    def test_it_is_not_there(self):
        self.assertEqual(self.message_of(lambda path: None),
                         "catalint: `BIN/catalint-verify` is not there; `catalint verify` is that program, "
                         "which is built where libcurl is installed\n")

    def test_it_lacks_its_library(self):
        self.assertEqual(self.message_of(self.script("exit 127")),
                         "catalint: `BIN/catalint-verify` does not start; it needs libcurl, which Debian "
                         "calls libcurl4, and a C library no older than where it was built\n")

    def test_it_is_another(self):
        self.assertEqual(self.message_of(self.script("echo catalint 0.0.0")),
                         "catalint: `BIN/catalint-verify` is of another version than this program\n")


def PROGRAM():
    from program import PROGRAMS  # pylint: disable=import-outside-toplevel
    return os.fspath(PROGRAMS["catalint"])
