#!/usr/bin/env python3
"""The first step of action.yml brings catalint to PATH, or says why it cannot.

usage: action_install_test.py ROOT CATALINT
"""
import pathlib
import shlex
import shutil
import tempfile
import unittest

import catalog
import release
from action_case import CATALINT, GOOD, RELEASES, ROOT, VERSION, Case, play
from github_runner import Runner


class Install(Case):
    def slept(self):
        path = self.folder / "slept"
        return path.read_text().split() if path.exists() else []

    def assert_installed(self, runner, asked=2):
        self.assertEqual([s.status for s in runner.steps], [0, 0, 0], runner.log)
        self.assertEqual(len(self.server.asked), asked)
        self.assertIn(f"{runner.temp}/catalint-{VERSION}/catalint\n", runner.steps[-1].log)
        self.assertEqual([p.name for p in runner.temp.iterdir()], [f"catalint-{VERSION}"])

    def assert_refused(self, runner, said, asked):
        self.assert_fails(runner, 0, 3, "::error title=catalint::", said)
        self.assertEqual([path.split("/")[-1] for path in self.server.asked], asked)
        self.assertEqual(list(runner.temp.iterdir()), [])
        self.assertEqual(runner.on_path, [])
        self.assertIn("status= sarif=\n", runner.steps[-1].log)

    def test_from_the_release(self):
        name, _ = self.tarball
        for version in ["", VERSION, f"v{VERSION}"]:
            with self.subTest(version=version):
                self.server.asked.clear()
                self.assert_installed(self.use({"version": version}, descriptors=GOOD))
                self.assertEqual(self.server.asked, [f"{RELEASES}/v{VERSION}/SHA256SUMS",
                                                     f"{RELEASES}/v{VERSION}/{name}"])

    def test_of_another_version(self):
        program = b"#!/bin/sh\necho catalint 12.34.5\n"
        self.server.release(RELEASES, "12.34.5", dict([release.archive(program, "12.34.5")]))
        runner = self.use({"version": "12.34.5"})
        self.assertIn(f"{runner.temp}/catalint-12.34.5/catalint\n", runner.steps[-1].log)

    def test_on_arm(self):
        play(self.bin, "uname", '[ "$1" = -s ] && echo Linux || echo aarch64')
        self.server.release(RELEASES, VERSION,
                            dict([release.archive(self.program, VERSION, "arm64")]))
        self.assert_installed(self.use(descriptors=GOOD))
        self.assertIn("-linux-arm64.tar.gz", self.server.asked[1])

    def test_twice_in_a_job(self):
        runner = self.use(descriptors=GOOD)
        runner.run({"steps": [{"uses": "owner/catalint@v1"}]})
        self.assertEqual(len(self.server.asked), 2)
        self.assertIn(f"using the catalint {VERSION} that is on PATH", runner.log)
        self.assertFalse(runner.failed)

    def test_one_on_path_of_another_version_is_not_used(self):
        play(self.bin, "catalint", "echo catalint 0.0.1")
        self.assert_installed(self.use(descriptors=GOOD))

    def test_from_a_mirror(self):
        self.server.files.clear()
        self.server.release("/mirror", VERSION, dict([self.tarball]))
        self.assert_installed(self.use(env={"CATALINT_DOWNLOAD_URL": f"{self.server.url}/mirror/"},
                                       descriptors=GOOD))

    def test_addresses_that_are_none(self):
        for address in ["file:///etc", "-o/x", "http://a b"]:
            with self.subTest(address=address):
                runner = self.use(env={"CATALINT_DOWNLOAD_URL": address})
                self.assert_refused(runner, "expected an address with http:// or https://", [])

    def test_from_source(self):
        # A checkout whose build is played: it tells what was called.
        checkout = self.folder / "checkout"
        for name in ("action.yml", "CMakePresets.json", "CMakeLists.txt"):
            (checkout / name).parent.mkdir(exist_ok=True)
            shutil.copy(ROOT / name, checkout / name)
        for name in ("scripts", "packaging"):
            shutil.copytree(ROOT / name, checkout / name)
        play(self.bin, "cmake", "echo configures; mkdir -p build/release")
        play(self.bin, "ninja", f'mkdir -p "$2" && ln -s {shlex.quote(str(CATALINT))} "$2/catalint"')
        play(self.bin, "dpkg-query", "echo installed")
        runner = self.use({"version": "source"}, descriptors=GOOD, action=checkout)
        self.assertEqual([s.status for s in runner.steps], [0, 0, 0], runner.log)
        self.assertIn(f"{checkout}/build/release/catalint\n", runner.steps[-1].log)
        self.assertEqual(self.server.asked, [])
        play(self.bin, "ninja", "echo 'error: no such thing'; exit 1")
        runner = self.use({"version": "source"}, action=checkout)
        self.assert_refused(runner, "catalint could not be built from", [])
        self.assertIn("error: no such thing", runner.log)

    def test_versions_that_are_none(self):
        for version, shown in [("../..", "`../..`"), ("1.2", "`1.2`"), ("1.2.3-rc1", "`1.2.3-rc1`"),
                               ("latest", "`latest`"), ("$(touch owned)", r"`\$\(touch\ owned\)`"),
                               ("1.2.3\n::warning::x", r"`$'1.2.3\n::warning::x'`"),
                               ("1.2.3\x1b[2J", r"`$'1.2.3\E[2J'`"), ("9" * 999, f"`{'9' * 200}`")]:
            with self.subTest(version=version):
                self.server.asked.clear()
                runner = self.use({"version": version})
                self.assert_refused(runner, f"version is {shown}; expected a release", [])
        self.assertEqual(list(self.folder.rglob("owned")), [])

    def test_no_such_release(self):
        self.assert_refused(self.use({"version": "77.0.0"}),
                            f"there is no {self.server.url}{RELEASES}/v77.0.0/SHA256SUMS; take a version",
                            ["SHA256SUMS"])
        self.assertEqual(self.slept(), [])

    def test_no_such_system(self):
        for system, machine in [("Darwin", "arm64"), ("MINGW64_NT-10.0", "x86_64"), ("Linux", "riscv64")]:
            with self.subTest(system=system, machine=machine):
                play(self.bin, "uname", f'[ "$1" = -s ] && echo {system} || echo {machine}')
                self.assert_refused(self.use(), f"there is no catalint for {system}/{machine}; take a", [])

    def test_an_action_of_the_workflow_s_own_repository(self):
        self.assert_refused(self.use(uses="./"), "has no releases to take catalint", [])

    def test_a_system_without_curl(self):
        usual = self.folder / "usual"
        usual.mkdir()
        for command in ("bash", "cat", "dirname", "grep", "head", "mktemp", "readlink", "rm", "sed",
                        "tar", "uname"):
            (usual / command).symlink_to(shutil.which(command))
        catalog.make(self.workspace, GOOD)
        runner = Runner(pathlib.Path(tempfile.mkdtemp(dir=self.folder)), self.workspace,
                        self.server.url, {"owner/catalint": ROOT}, str(usual))
        runner.run({"steps": [{"uses": "owner/catalint@v1"}]})
        self.assertIn("curl is not on PATH", runner.log)
        self.assertTrue(runner.failed)

    def test_what_passes_by(self):
        name, _ = self.tarball
        for fault in ["cut", 500, 503, 429]:
            with self.subTest(fault=fault):
                self.server.asked.clear()
                self.server.faults[f"{RELEASES}/v{VERSION}/{name}"] = [fault, fault]
                self.assert_installed(self.use(descriptors=GOOD), asked=4)
                self.assertEqual(self.slept()[-2:], ["3", "6"])

    def test_what_stays_broken(self):
        name, _ = self.tarball
        # The server never answers one of them, and nobody waits two minutes for it.
        play(self.bin, "curl", f'exec {shlex.quote(shutil.which("curl"))} "$@" --max-time 1')
        for fault, tries, reason in [
                ("hang", 3, "(28) Operation timed out"), ("cut", 3, "(18) transfer closed"),
                (403, 1, "(22) The requested URL returned error: 403"),
                (502, 3, "(22) The requested URL returned error: 502")]:
            with self.subTest(fault=fault):
                self.server.asked.clear()
                self.server.faults[f"{RELEASES}/v{VERSION}/{name}"] = [fault] * tries
                self.assert_refused(self.use(), f"/{name} could not be downloaded: curl: {reason}",
                                    ["SHA256SUMS"] + [name] * tries)

    def test_nobody_there(self):
        closed = release.Server()
        closed.close()
        self.assert_refused(self.use(env={"CATALINT_DOWNLOAD_URL": closed.url}),
                            "SHA256SUMS could not be downloaded: curl: (7)", [])
        self.assertEqual(self.slept(), ["3", "6"])

    def test_wrong_checksums(self):
        name, data = self.tarball
        path = f"{RELEASES}/v{VERSION}"
        with self.subTest("other bytes"):
            self.server.files[f"{path}/{name}"] = data + b"\0"
            self.assert_refused(self.use(), "nothing of it was used", ["SHA256SUMS", name])
        for sums in [b"", b"\0\xff", release.sums({"x" + name: data}),
                     release.sums({name: data}).replace(b"-linux-", b"xlinux-"),
                     release.sums({name: data})[1:]]:
            with self.subTest(sums=sums):
                self.server.asked.clear()
                self.server.files[f"{path}/SHA256SUMS"] = sums
                self.assert_refused(self.use(), f"SHA256SUMS has no line for {name}",
                                    ["SHA256SUMS", name])

    def test_wrong_contents(self):
        name, _ = self.tarball
        _, other = release.archive(b"#!/bin/sh\nprintf 'catalint 1.0.0\\n::warning::x'\n", VERSION)
        for data, said in [(b"no archive", "could not be unpacked"),
                           (release.archive(b"", "5.5.5")[1], "could not be unpacked"),
                           (other, rf"says `$'catalint 1.0.0\n::warning::x'`; expected catalint {VERSION}")]:
            with self.subTest(said=said):
                self.server.asked.clear()
                self.server.release(RELEASES, VERSION, {name: data})
                self.assert_refused(self.use(), said, ["SHA256SUMS", name])


if __name__ == "__main__":
    unittest.main()
