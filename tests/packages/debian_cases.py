"""The .deb, installed by dpkg into a root that holds nothing else."""
import os
import shutil
import subprocess
import tempfile
import pathlib
import unittest

from release import BAD, FOLDER, GOOD, OUTPUT, VERSION, asset, documented, environment, run

# chroot and dpkg want to be root; others are so in a namespace of their own.
AS_ROOT = [] if os.geteuid() == 0 else ["unshare", "--map-root-user"]


class Debian(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(dir=FOLDER)
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name, "root")
        (self.root / "var/lib/dpkg").mkdir(parents=True)
        (self.root / "var/lib/dpkg/status").touch()
        # What docs/packages.md says, with that root for the system.
        commands = pathlib.Path(folder.name, "commands")
        commands.mkdir()
        for name, text in [("sudo", 'exec "$@"'),
                           ("dpkg", f"exec {shutil.which('dpkg')} --root={self.root} "
                                    f"--log={folder.name}/log \"$@\"")]:
            (commands / name).write_text(f"#!/bin/sh\n{text}\n")
            (commands / name).chmod(0o755)
        self.env = environment()
        self.env["PATH"] = f"{commands}:{self.env['PATH']}"

    def dpkg(self, command):
        said = run(*AS_ROOT, "bash", "-c", command, cwd=OUTPUT, env=self.env)
        self.assertEqual(said.returncode, 0, said.stdout)
        return said.stdout

    def installed(self):
        return sorted("/" + str(path.relative_to(self.root)) for path in self.root.rglob("*")
                      if path.is_file() and "var/lib/dpkg" not in str(path))

    def test_install_run_remove(self):
        self.dpkg(documented("sudo dpkg --install"))
        self.assertEqual(self.dpkg("dpkg --verify"), "")
        self.assertIn("Status: install ok installed", self.dpkg("dpkg --status catalint"))
        self.assertLessEqual({"/usr/bin/catalint", "/usr/bin/catalint-verify", "/usr/share/doc/catalint/copyright",
                              "/usr/share/doc/catalint/changelog.gz",
                              "/usr/share/doc/catalint/THIRD_PARTY.gz"}, set(self.installed()))

        for name, text in (("good", GOOD), ("bad", BAD)):
            (self.root / name).mkdir()
            (self.root / name / "catalog-info.yaml").write_text(text)
        for arguments, status, says in [
                (["--version"], 0, f"catalint {VERSION}\n"),
                (["check", "/good"], 0, ""),
                (["check", "/bad"], 1, "[jira/project-key-format]"),
                # There is no libcurl, and no C library.
                (["verify", "/bad"], 3, "/usr/bin/catalint-verify` does not start; it needs libcurl")]:
            with self.subTest(arguments=arguments):
                said = run(*AS_ROOT, shutil.which("chroot"), self.root, "/usr/bin/catalint", *arguments)
                self.assertEqual(said.returncode, status, said.stdout)
                self.assertIn(says, said.stdout)

        for name in ("good", "bad"):
            shutil.rmtree(self.root / name)
        self.dpkg(documented("sudo dpkg --purge"))
        self.assertEqual(self.installed(), [])

    def test_fields(self):
        fields = subprocess.run(
            ["dpkg-deb", "--field", asset("*.deb"), "Package", "Version", "Maintainer", "Section",
             "Homepage", "Depends", "Recommends"], check=True, stdout=subprocess.PIPE, text=True).stdout
        self.assertEqual(fields, f"""\
Package: catalint
Version: {VERSION}
Maintainer: The catalint maintainers <catalint@users.noreply.github.com>
Section: devel
Homepage: https://github.com/catalint/catalint
Recommends: git, libc6 (>= 2.36), libcurl4 (>= 7.75), ca-certificates
""")

    def test_lintian(self):
        said = run("lintian", "--allow-root", "--fail-on", "error,warning",
                   asset("*.deb"))
        self.assertEqual((said.returncode, said.stdout), (0, ""))
