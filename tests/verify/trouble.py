"""A Jira that answers in another way than it should, for the tests of what comes of that."""
import subprocess
import threading

from program import Case, entity


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

    def certificate(self, name):
        key, certificate = self.folder / "key.pem", self.folder / "certificate.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
                        "-subj", "/CN=jira", "-addext", f"subjectAltName={name}",
                        "-keyout", key, "-out", certificate], check=True, capture_output=True)
        return certificate, key
