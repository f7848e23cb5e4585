"""The packages for npm, packed and installed, without a registry."""
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import unittest

from release import BAD, FOLDER, GOOD, HOME, OUTPUT, VERSION, asset, documented, environment, run


class Npm(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.project = pathlib.Path(tempfile.mkdtemp(dir=FOLDER))
        (cls.project / "package.json").write_text('{"name": "ours", "version": "1.0.0"}')
        (cls.project / "good.yaml").write_text(GOOD)
        (cls.project / "bad.yaml").write_text(BAD)
        for path in OUTPUT.glob("*.tgz"):
            shutil.copy(path, cls.project)
        cls.install = documented("npm install")
        said = cls.in_project("bash", "-c", f"{cls.install} --offline --no-audit --no-fund")
        if said.returncode != 0:
            raise RuntimeError(said.stdout)

    @classmethod
    def in_project(cls, *command, **options):
        return run(*command, cwd=cls.project, env=environment(npm_config_cache=str(HOME / ".npm")),
                   **options)

    def launcher(self, folder=None):
        return (folder or self.project) / "node_modules/catalint/bin/catalint.js"

    def test_exit_status_and_output(self):
        for arguments, status, says in [
                (["--version"], 0, f"catalint {VERSION}\n"),
                (["check", "good.yaml"], 0, ""),
                (["check", "bad.yaml"], 1, "[jira/project-key-format]"),
                (["check", "--no-such-option"], 2, "--no-such-option"),
                (["check", "gone.yaml"], 3, "gone.yaml"),
                (["verify", "good.yaml"], 2, "JIRA_API_URL is not set")]:
            with self.subTest(arguments=arguments):
                said = self.in_project("npx", "--no-install", "catalint", *arguments)
                self.assertEqual(said.returncode, status, said.stdout)
                self.assertIn(says, said.stdout)

    def test_standard_input(self):
        with open(self.project / "bad.yaml", encoding="utf-8") as file:
            said = self.in_project("npx", "--no-install", "catalint", "check", "-", stdin=file)
        self.assertEqual(said.returncode, 1, said.stdout)
        self.assertIn("[jira/project-key-format]", said.stdout)

    def test_signals(self):
        """They reach the program, and the launcher ends by them as it does."""
        fifo = self.project / "fifo"
        os.mkfifo(fifo)
        # The program runs git here, which waits for the other end of the fifo.
        (self.project / ".git").mkdir()
        (self.project / "git").write_text(f"#!/bin/sh\nexec cat {fifo}\n")
        (self.project / "git").chmod(0o755)
        env = {**os.environ, "PATH": f"{self.project}:{os.environ['PATH']}"}
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            with self.subTest(signal=number):
                process = subprocess.Popen(
                    ["node", self.launcher(), "check"], cwd=self.project, env=env,
                    stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
                with open(fifo, "wb"):
                    process.send_signal(number)
                    # The pipe is at its end when launcher and program are gone.
                    said, _ = process.communicate(timeout=60)
                self.assertEqual((process.returncode, said), (-number, b""))

    def test_without_the_package_of_the_platform(self):
        with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
            shutil.copytree(self.project / "node_modules/catalint",
                            pathlib.Path(folder, "node_modules/catalint"))
            said = run("node", self.launcher(pathlib.Path(folder)), "--version")
        name = asset("catalint-linux-*.tgz").name.removesuffix(f"-{VERSION}.tgz")
        self.assertEqual((said.returncode, said.stdout), (3, (
            f"catalint: the package {name} is not installed; npm brings it as an optional dependency: "
            "install again on this machine, without --omit=optional or --no-optional\n")))

    def test_on_a_platform_without_a_package(self):
        other = self.project / "other.cjs"
        other.write_text("Object.defineProperty(process, 'platform', {value: 'sunos'});"
                         "Object.defineProperty(process, 'arch', {value: 'mips'});")
        said = run("node", "--require", other, self.launcher(), "--version")
        self.assertEqual((said.returncode, said.stdout), (3, (
            "catalint: there is no package for sunos on mips, only catalint-linux-arm64 and "
            "catalint-linux-x64; https://github.com/catalint/catalint tells how to build it\n")))

    def test_a_program_that_cannot_start(self):
        with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
            copy = pathlib.Path(folder, "node_modules")
            shutil.copytree(self.project / "node_modules", copy)
            program, = copy.glob("catalint-linux-*/bin/catalint")
            program.chmod(0o644)
            said = run("node", self.launcher(pathlib.Path(folder)), "--version")
        self.assertEqual(said.returncode, 3, said.stdout)
        self.assertIn(f"catalint: {program} could not be started: ", said.stdout)
