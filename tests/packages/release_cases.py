"""scripts/release and scripts/package themselves."""
import hashlib
import re
import unittest

from release import CHECKOUT, FOLDER, OUTPUT, ROOT, VERSION, environment, output_of, run, version_in


def git(*arguments, cwd=CHECKOUT):
    return output_of("git", *arguments, cwd=cwd, env=environment())


def sums(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


class Release(unittest.TestCase):
    maxDiff = None

    def test_names(self):
        architecture = output_of("dpkg", "--print-architecture").strip()
        cpu = {"amd64": "x64", "arm64": "arm64"}[architecture]
        self.assertEqual(sorted(path.name for path in OUTPUT.iterdir()), [
            "SHA256SUMS",
            f"catalint-{VERSION}-linux-{architecture}.cdx.json",
            f"catalint-{VERSION}-linux-{architecture}.tar.gz",
            f"catalint-{VERSION}.tgz",
            f"catalint-linux-{cpu}-{VERSION}.tgz",
            f"catalint_{VERSION}_{architecture}.deb"])

    def test_checksums(self):
        lines = (OUTPUT / "SHA256SUMS").read_text().splitlines()
        expected = sums(OUTPUT)
        del expected["SHA256SUMS"]
        self.assertEqual(lines, [f"{expected[name]}  {name}" for name in sorted(expected)])

    def test_commit(self):
        self.assertEqual(git("status", "--porcelain"), "")
        self.assertEqual(git("log", "-1", "--format=%s"), f"Release {VERSION}\n")
        self.assertEqual(git("tag"), "")
        changed = git("show", "--format=", "--name-only").splitlines()
        self.assertEqual([name for name in changed if not name.startswith(("docs/", "README.md"))],
                         ["CHANGELOG.md", "CMakeLists.txt"])

    def test_the_version_is_in_one_place(self):
        """Nothing else still has the old one: what shows it was written anew."""
        self.assertEqual(version_in(CHECKOUT), VERSION)
        old = re.compile(rf"(?<![\d.]){re.escape(version_in(ROOT))}(?![\d.])")
        left = []
        for name in git("ls-files").splitlines():
            if name.endswith(("CHANGELOG.md", "package-lock.json")):
                continue
            text = (CHECKOUT / name).read_bytes().decode("utf-8", "replace")
            left += [f"{name}: {line}" for line in text.splitlines()
                     if old.search(line) and re.search("catalint|version", line)]
        self.assertEqual(left, [])

    def test_changelog(self):
        before = (ROOT / "CHANGELOG.md").read_text()
        date = git("log", "-1", "--format=%cd", "--date=format-local:%Y-%m-%d").strip()
        self.assertEqual((CHECKOUT / "CHANGELOG.md").read_text(), before.replace(
            "## Unreleased\n", f"## Unreleased\n\n## {VERSION} ({date})\n"))

    def test_the_commit_gives_the_same_bytes(self):
        again = FOLDER / "again"
        command = 'umask 077; exec scripts/package --output "$1"'
        made = run("bash", "-c", command, "bash", again,
                   env=environment(TZ="Asia/Tokyo", LC_ALL="C.UTF-8"))
        self.assertEqual(made.returncode, 0, made.stdout)
        self.assertEqual(sums(again), sums(OUTPUT))


class Mistakes(unittest.TestCase):
    """What does not become a release leaves the checkout as it was."""

    @classmethod
    def setUpClass(cls):
        cls.checkout = FOLDER / "mistaken"
        git("clone", "--quiet", CHECKOUT, cls.checkout)
        cls.released = git("rev-parse", "HEAD").strip()

    def tearDown(self):
        git("reset", "--quiet", "--hard", self.released, cwd=self.checkout)

    def assert_refused(self, *arguments, says, env=None):
        before = git("status", "--porcelain", cwd=self.checkout)
        head = git("rev-parse", "HEAD", cwd=self.checkout)
        said = run("scripts/release", *arguments, cwd=self.checkout, env=env)
        self.assertEqual(said.returncode, 3, said.stdout)
        self.assertIn(says, said.stdout)
        self.assertEqual(git("status", "--porcelain", cwd=self.checkout), before)
        self.assertEqual(git("rev-parse", "HEAD", cwd=self.checkout), head)

    def change(self, text):
        path = self.checkout / "CHANGELOG.md"
        path.write_text(path.read_text().replace("## Unreleased\n", f"## Unreleased\n\n{text}\n", 1))

    def test_words_that_are_no_version(self):
        for word in ("v9.9.9", "9.9", "9.9.9-rc.1", "09.9.9", "", "--output"):
            with self.subTest(version=word):
                self.assert_refused(word, says=f"the version is `{word}`; expected three numbers")

    def test_other_arguments(self):
        self.assert_refused("9.9.9", "--out", "x", says="seen: --out x; expected --output DIR")

    def test_an_older_version(self):
        self.assert_refused("9.8.6", says=f"expected {VERSION}, which CMakeLists.txt has, or a later")

    def test_a_version_twice(self):
        self.assert_refused(VERSION, says=f"CHANGELOG.md has a version {VERSION} already")

    def test_nothing_to_tell(self):
        self.assert_refused("9.9.0", says="CHANGELOG.md lists nothing under `## Unreleased`")

    def test_a_checkout_that_is_not_clean(self):
        self.change("- more")
        self.assert_refused("9.9.0", says="has changes that are not committed, such as  M CHANGELOG.md")

    def test_a_step_that_fails(self):
        self.change("- more")
        git("commit", "--quiet", "--all", "--message", "more", cwd=self.checkout)
        broken = FOLDER / "broken"
        broken.mkdir()
        (broken / "cmake").write_text("#!/bin/sh\necho the compiler is gone\nexit 1\n")
        (broken / "cmake").chmod(0o755)
        variables = environment()
        variables["PATH"] = f"{broken}:{variables['PATH']}"
        self.assert_refused("9.9.0", says="the checkout is as it was", env=variables)
