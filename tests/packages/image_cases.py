"""The Dockerfile. No registry is asked for the image it starts from: its steps run
on the system at hand, seen through a layer that takes all that they write.
"""
import fnmatch
import json
import os
import pathlib
import shlex
import shutil
import tempfile
import unittest

from release import BAD, FOLDER, OUTPUT, ROOT, documented, output_of, run

DOCKERFILE = ROOT / "packaging/Dockerfile"

# Runs a command in a root whose lower layer is this system's. Writes stay above.
LAYERED = """
set -eu
mount -t overlay overlay -o "lowerdir=/,upperdir=$1/upper,workdir=$1/work" "$1/root"
mount --bind /dev "$1/root/dev"
mount -t proc proc "$1/root/proc"
shift_root=$1/root; shift
exec chroot "$shift_root" /usr/bin/env --ignore-environment \
  PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@"
"""


class Image(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        parsed = json.loads(output_of("node", ROOT / "tests/packages/dockerfile.mjs", DOCKERFILE))
        cls.problems = parsed["problems"]
        cls.steps = [(step["keyword"], step["arguments"]) for step in parsed["instructions"]]

    def arguments(self, keyword):
        return [arguments for word, arguments in self.steps if word == keyword]

    def copied(self):
        """What the COPY takes from a release, and where it goes."""
        copy, = self.arguments("COPY")
        source, target = copy.split()
        architecture = output_of("dpkg", "--print-architecture").strip()
        found, = OUTPUT.glob(source.replace("${TARGETARCH}", architecture))
        return found, target

    def test_steps(self):
        self.assertEqual(self.problems, [])
        self.assertEqual([keyword for keyword, _ in self.steps],
                         ["FROM", "ARG", "COPY", "RUN", "USER", "WORKDIR", "ENTRYPOINT", "CMD"])
        self.assertEqual(self.arguments("FROM"), ["debian:12-slim"])
        user, = self.arguments("USER")
        # By number, since Kubernetes knows no other as one that is not root.
        self.assertRegex(user, r"^[1-9]\d*:[1-9]\d*$")

    def test_what_the_ignore_file_leaves(self):
        lines = pathlib.Path(f"{DOCKERFILE}.dockerignore").read_text().split()
        self.assertEqual(lines[0], "*")
        left = [path.name for path in OUTPUT.iterdir()
                if any(fnmatch.fnmatch(path.name, line[1:]) for line in lines[1:])]
        self.assertEqual(left, [self.copied()[0].name])

    def test_the_documented_build(self):
        words = shlex.split(documented("docker build"))
        self.assertEqual(ROOT / words[words.index("--file") + 1], DOCKERFILE)
        self.assertEqual(words[-1], "build/packages")  # where scripts/package puts them

    @unittest.skipUnless(os.geteuid() == 0, "only root may lay one root over another")
    def test_steps_on_this_system(self):
        with tempfile.TemporaryDirectory(dir=FOLDER) as name:
            folder = pathlib.Path(name)
            for layer in ("upper", "work", "root"):
                (folder / layer).mkdir()

            def layered(*command):
                return run("unshare", "--mount", "--pid", "--fork", "sh", "-c", LAYERED, "sh", folder,
                           *command, cwd="/")

            if layered("true").returncode != 0:
                self.skipTest("this system lays no root over another")
            upper = folder / "upper"
            # No package is fetched: git is there, and no list knows another.
            layered("sh", "-c", "rm -rf /etc/apt/sources.list /etc/apt/sources.list.d/*")
            source, target = self.copied()
            (upper / target.lstrip("/")).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, upper / target.lstrip("/"))
            for step in self.arguments("RUN"):
                said = layered("/bin/sh", "-c", step)
                self.assertEqual(said.returncode, 0, said.stdout)
            self.assertFalse((upper / target.lstrip("/")).exists())

            # A repository of root's, mounted where the image works.
            workdir, = self.arguments("WORKDIR")
            src = upper / workdir.lstrip("/")
            src.mkdir()
            (src / "catalog-info.yaml").write_text(BAD)
            (src / "ignored").mkdir()
            (src / "ignored/catalog-info.yaml").write_text("")
            (src / ".gitignore").write_text("ignored/\n")
            run("git", "init", "--quiet", src)

            (user,), (entry,), (default,) = map(self.arguments, ("USER", "ENTRYPOINT", "CMD"))
            said = layered("setpriv", "--reuid", user.split(":")[0], "--regid", user.split(":")[1],
                           "--clear-groups", "env", "-C", workdir, *json.loads(entry),
                           *json.loads(default))
            self.assertEqual(said.returncode, 1, said.stdout)
            self.assertIn("[jira/project-key-format]", said.stdout)
            self.assertIn("in 1 of 1 file\n", said.stdout)  # so git has listed them
