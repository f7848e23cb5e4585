"""The .tar.gz, and the commands in docs/packages.md that need nothing else."""
import os
import pathlib
import re
import shutil
import tarfile
import tempfile
import unittest

from debian_cases import AS_ROOT
from release import BAD, FOLDER, GOOD, OUTPUT, ROOT, VERSION, asset, environment, run

BLOCK = re.compile(r"^```console packages\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Archive(unittest.TestCase):
    def test_one_folder_that_belongs_to_nobody(self):
        name = asset("*.tar.gz").name.removesuffix(".tar.gz")
        with tarfile.open(asset("*.tar.gz")) as archive:
            members = archive.getmembers()
        self.assertEqual({member.name.split("/")[0] for member in members}, {name})
        self.assertEqual({(m.uid, m.gid, m.uname, m.gname) for m in members}, {(0, 0, "", "")})
        self.assertEqual({member.mode & 0o7777 for member in members}, {0o755, 0o644})
        self.assertLessEqual({f"{name}/{file}" for file in
                              ("bin/catalint", "bin/catalint-verify", "README.md", "CHANGELOG.md", "LICENSE", "THIRD_PARTY")},
                             {member.name for member in members})

    def test_run_where_there_is_nothing_else(self):
        with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
            root = pathlib.Path(folder)
            with tarfile.open(asset("*.tar.gz")) as archive:
                archive.extractall(root)
            program, = root.glob("*/bin/catalint")
            (root / "catalog-info.yaml").write_text(BAD)
            said = run(*AS_ROOT, shutil.which("chroot"), root, f"/{program.relative_to(root)}", "check")
            self.assertEqual(said.returncode, 1, said.stdout)
            self.assertIn("[jira/project-key-format]", said.stdout)


    def test_the_program_that_asks_a_jira(self):
        """It needs libcurl and C's library alone, and runs where they are."""
        with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
            with tarfile.open(asset("*.tar.gz")) as archive:
                archive.extractall(folder)
            program, = pathlib.Path(folder).glob("*/bin/catalint")
            (pathlib.Path(folder) / "catalog-info.yaml").write_text(GOOD)
            said = run(program, "verify", cwd=folder, env=environment())
            needed = run("readelf", "--dynamic", f"{program}-verify").stdout
        self.assertEqual((said.returncode, said.stdout.partition(";")[0]),
                         (2, "catalint: JIRA_API_URL is not set"))
        libraries = {name for name in re.findall(r"NEEDED.*\[(.*)\]", needed) if not name.startswith("ld-")}
        self.assertEqual(libraries, {"libcurl.so.4", "libc.so.6", "libm.so.6"})


class Documents(unittest.TestCase):
    """The blocks marked `console packages`, in a folder with all that a release has."""
    maxDiff = None

    def test_blocks(self):
        blocks = BLOCK.findall((ROOT / "docs/packages.md").read_text(encoding="utf-8"))
        self.assertGreaterEqual(len(blocks), 2)
        with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
            for path in OUTPUT.iterdir():
                os.link(path, pathlib.Path(folder, path.name))
            for block in blocks:
                shown = "".join(
                    f"$ {command}\n{run('bash', '-c', command, cwd=folder, env=environment()).stdout}"
                    for command in re.findall(r"^\$ (.*)\n", block, re.MULTILINE))
                self.assertEqual(block.replace("VERSION", VERSION), shown)
