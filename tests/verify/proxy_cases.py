"""Proxies: what they see, and what is told of them."""
import fake_proxy
from program import runs_of
from trouble import Trouble


class Proxies(Trouble):
    def test_no_proxy_sees_a_token_without_tls(self):
        with fake_proxy.Proxy() as proxy:
            self.assert_all_is_found(self.verify(self.jira(), http_proxy=proxy.url,
                                                 all_proxy=proxy.url, ALL_PROXY=proxy.url))
            self.assertEqual(proxy.heads, [])

    def test_a_proxy_is_asked(self):
        certificate, key = self.certificate("IP:127.0.0.1")
        jira = self.jira(certificate=(certificate, key))
        with fake_proxy.Proxy() as proxy:
            said = self.verify(jira, SSL_CERT_FILE=str(certificate), HTTPS_PROXY=proxy.url)
            self.assert_all_is_found(said)
            heads = b"".join(proxy.heads)
        self.assertTrue(heads.startswith(b"CONNECT " + jira.url.removeprefix("https://").encode()), heads)
        self.assertNotIn(b"Authorization", heads)

    def test_a_proxy_that_wants_a_password(self):
        for address in ("http://", "http://someone:another-secret@"):
            with self.subTest(address=address), fake_proxy.Proxy("407 Proxy Authentication Required") as proxy:
                said = self.verify("https://jira.example", HTTPS_PROXY=proxy.url.replace("http://", address))
                self.assert_open(said, "the proxy wants another user and password than it was given, or any (407); "
                                       "HTTPS_PROXY holds them, as in http://USER:PASSWORD@HOST:PORT\n")
                self.assertNotIn("no connection", said.stderr)
                self.assertEqual(len(proxy.heads), 1)

    def test_a_proxy_that_lets_nobody_through(self):
        with fake_proxy.Proxy("403 Forbidden") as proxy:
            said = self.verify("https://jira.example", HTTPS_PROXY=proxy.url)
            self.assert_open(said, "no connection to it (")
            self.assertRegex(said.stderr, r"to it \(.*\b403\b.*\)\n")  # in libcurl's words
            self.assertEqual(len(proxy.heads), 1)

    def test_a_portal_that_wants_to_be_visited_first(self):
        with fake_proxy.Proxy("302 Found\r\nLocation: https://portal.example/") as proxy:
            said = self.verify("https://jira.example", HTTPS_PROXY=proxy.url)
            self.assert_open(said, "no connection to it (")
            self.assertEqual(len(proxy.heads), 1)

    def test_the_proxys_password_is_not_shown(self):
        """Not a part of it, whatever is wrong with the address."""
        unknown = "x" * 64  # no name can be so long, and nobody is asked for it
        for password in ("k9Vd%40Tq7Lm2XwRz5", "k9Vd Tq7Lm2XwRz5", "k9Vd#Tq7Lm2XwRz5", "9876/Tq7Lm2XwRz5",
                         "k9Vd@Tq7Lm2XwRz5"):
            for address in ("ftp://{}@127.0.0.1:1", f"http://{{}}@{unknown}:1", "http://{}@127.0.0.1:1",
                            "socks9://{}@127.0.0.1:1", "{}@127.0.0.1:x", "https://{}@127.0.0.1:99999"):
                # libcurl takes the user for the host where the password has `#` or `/`.
                proxy = address.format(f"localhost:{password}")
                with self.subTest(proxy=proxy):
                    said = self.verify("https://jira.example", HTTPS_PROXY=proxy)
                    self.assert_open(said, "no connection to it (")
                    for run in runs_of(password, length=4):
                        self.assertNotIn(run, (said.stdout + said.stderr).encode())
        said = self.verify("https://jira.example", all_proxy="ftp://k9VdTq7Lm2XwRz5@127.0.0.1:1")
        self.assert_open(said, "no connection to it (Unsupported proxy scheme for 'ftp://…@127.0.0.1:1')")
