"""What is waited for, and for how long."""
import socket
import threading
import time

from program import entity
from trouble import Trouble, on, times


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

    def test_a_server_that_goes_down_is_left_alone(self):
        keys = [f"KEY{number}" for number in range(200)]
        self.describe(*[entity(key.lower(), key) for key in keys])

        def drop(handler):
            handler.close_connection = True
        for act, reason in [(lambda handler: handler.answer(503, b"oops"), "it answers 503, after 4 attempts"),
                            (drop, "its answer broke off (")]:
            with self.subTest(reason=reason):
                jira = self.jira({key: {} for key in keys})
                jira.trouble = lambda handler, path, jira=jira, act=act: (
                    len(jira.requests) > 50 and (act(handler), True)[1])
                self.assert_open(self.verify(jira, "--no-cache"), reason)
                self.assertLess(len(jira.requests), 110)

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

    def test_no_such_host(self):
        host = "x" * 64  # no name can be so long, and nobody is asked for it
        self.assert_open(self.verify(f"https://{host}.example"), "no connection to it (Could not resolve host: x")

    def test_a_server_of_something_else(self):
        with socket.create_server(("127.0.0.1", 0)) as server:
            def greet():
                while True:
                    try:
                        caller, _ = server.accept()
                    except OSError:
                        return  # the test is over
                    asked.append(1)
                    with caller:
                        caller.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")
                        while caller.recv(4096):
                            pass
            asked = []
            thread = threading.Thread(target=greet)
            thread.start()
            try:
                said = self.verify(f"http://127.0.0.1:{server.getsockname()[1]}")
            finally:
                server.shutdown(socket.SHUT_RDWR)
                thread.join()
        self.assert_open(said, "what answers there is no web server (Received HTTP/0.9 when not allowed); "
                               "is JIRA_API_URL right?\n")
        self.assertEqual(len(asked), 1)
