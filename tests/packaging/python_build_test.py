#!/usr/bin/env python3
"""pip builds and installs catalint from its source archive, offline, and the
backend in packaging/python says plainly what it lacks.

usage: python_build_test.py ROOT
"""
import base64
import contextlib
import email
import hashlib
import io
import os
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile
import unittest
import unittest.mock
import venv
import zipfile

ROOT = pathlib.Path(sys.argv.pop(1)).resolve()
sys.path.insert(0, str(ROOT / "packaging/python"))
import catalint_build  # noqa: E402
from catalint_build import environment, metadata, program, sources, tools, wheel  # noqa: E402

ABOUT = metadata.read(ROOT)


def said_by(*command, **options):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, **options).stdout


def clean_environment(home, workshop):
    """Nothing of the caller's pip and git; what ccache knows is found again."""
    clean = {key: value for key, value in os.environ.items()
             if not re.match("(PIP|GIT|XDG|PYTHON(PATH|HOME)|VIRTUAL_ENV)", key)}
    with contextlib.suppress(FileNotFoundError):
        for variable, option in [("CCACHE_DIR", "cache_dir"), ("CCACHE_MAXSIZE", "max_size")]:
            clean[variable] = said_by("ccache", "--get-config", option).strip()
    # As the preset `release` has it, or ccache finds nothing.
    return {**clean, "HOME": str(home), "TMPDIR": str(workshop), "PIP_NO_INDEX": "1",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "CMAKE_ARGS": "-DCMAKE_COMPILE_WARNING_AS_ERROR=ON"}


class Built(unittest.TestCase):
    """The archive, the wheel that pip makes of it, and the program that it installs."""

    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        folder = pathlib.Path(temporary.name)
        cls.workshop = folder / "workshop"
        cls.workshop.mkdir()
        cls.archive = folder / catalint_build.build_sdist(folder)
        venv.create(folder / "venv", with_pip=True)
        cls.bin = folder / "venv/bin"
        pip = [cls.bin / "python", "-m", "pip"]
        options = {"env": clean_environment(folder, cls.workshop), "cwd": folder}
        said_by(*pip, "wheel", "--no-deps", "--wheel-dir", folder, cls.archive, **options)
        cls.wheel = folder / f"catalint-{ABOUT.version}-{wheel.tag()}.whl"
        said_by(*pip, "install", cls.wheel, **options)
        cls.shown = said_by(*pip, "show", "--files", "catalint", **options)

    def test_archive(self):
        with tarfile.open(self.archive) as tar:
            names = tar.getnames()
            executable = {entry.name for entry in tar if entry.mode & 0o111}
            text = tar.extractfile(f"catalint-{ABOUT.version}/PKG-INFO").read().decode()
        self.assertEqual(self.archive.name, f"catalint-{ABOUT.version}.tar.gz")
        prefix = f"catalint-{ABOUT.version}/"
        self.assertEqual(names, [prefix + name for name in [*sources.names(ROOT), "PKG-INFO"]])
        self.assertIn(prefix + "scripts/run", executable)
        self.assertNotIn(prefix + "README.md", executable)
        self.assertEqual(text, ABOUT.core)

    def test_archive_again(self):
        with tempfile.TemporaryDirectory() as folder:
            catalint_build.build_sdist(folder)
            again = pathlib.Path(folder, self.archive.name).read_bytes()
            self.assertEqual(again, self.archive.read_bytes())
            # The archive of an unpacked archive is the same one.
            said_by("tar", "-xzf", self.archive, "-C", folder)
            unpacked = pathlib.Path(folder, f"catalint-{ABOUT.version}")
            sources.write_archive(unpacked, metadata.read(unpacked), pathlib.Path(folder))
            again = pathlib.Path(folder, self.archive.name).read_bytes()
            self.assertEqual(again, self.archive.read_bytes())

    def test_wheel(self):
        info = f"catalint-{ABOUT.version}.dist-info"
        script = f"catalint-{ABOUT.version}.data/scripts/catalint"
        with zipfile.ZipFile(self.wheel) as archive:
            contents = {name: archive.read(name) for name in archive.namelist()}
            modes = {entry.filename: oct(entry.external_attr >> 16) for entry in archive.infolist()}
        self.assertEqual(modes, {script: "0o100755", **{f"{info}/{name}": "0o100644" for name in
                                                        ("LICENSE", "METADATA", "WHEEL", "RECORD")}})
        rows = []
        for name, content in contents.items():
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().strip("=")
            rows.append(f"{name},,\n" if name == f"{info}/RECORD"
                        else f"{name},sha256={digest},{len(content)}\n")
        self.assertEqual(contents[f"{info}/RECORD"].decode(), "".join(rows))
        self.assertEqual(contents[f"{info}/WHEEL"].decode(),
                         f"Wheel-Version: 1.0\nGenerator: catalint_build {ABOUT.version}\n"
                         f"Root-Is-Purelib: false\nTag: {wheel.tag()}\n")
        self.assertEqual(contents[f"{info}/METADATA"].decode(), ABOUT.core)

    def test_metadata(self):
        with tempfile.TemporaryDirectory() as folder:
            name = catalint_build.prepare_metadata_for_build_wheel(folder)
            core = pathlib.Path(folder, name, "METADATA").read_text(encoding="utf-8")
        self.assertEqual(name, f"catalint-{ABOUT.version}.dist-info")
        message = email.message_from_string(core)
        self.assertEqual(
            [message[key] for key in ("Metadata-Version", "Name", "Version", "License",
                                      "Requires-Python", "Requires-Dist", "Summary")],
            ["2.1", "catalint", ABOUT.version, "Apache-2.0", ">=3.8", None,
             "A linter for the annotations in Backstage descriptors"])
        self.assertEqual(message.get_payload(), (ROOT / "README.md").read_text(encoding="utf-8"))

    def test_program(self):
        self.assertEqual(said_by(self.bin / "catalint", "--version"), f"catalint {ABOUT.version}\n")
        self.assertIn(f"Version: {ABOUT.version}\n", self.shown)
        self.assertIn("bin/catalint\n", self.shown)
        linked = subprocess.run(["ldd", self.bin / "catalint"], capture_output=True, text=True,
                                check=False)
        self.assertIn("not a dynamic executable", linked.stderr)

    def test_leaves_nothing_behind(self):
        self.assertEqual(list(self.workshop.iterdir()), [])

    def test_requires_nothing(self):
        self.assertEqual(catalint_build.get_requires_for_build_wheel(), [])
        self.assertEqual(catalint_build.get_requires_for_build_sdist(), [])
        self.assertIn("\nrequires = []\n", (ROOT / "pyproject.toml").read_text(encoding="utf-8"))


class Tag(unittest.TestCase):
    def test_systems(self):
        for expected, *given in [
                ("linux_x86_64", "linux-x86_64"),
                ("linux_aarch64", "linux-aarch64"),
                ("macosx_14_0_arm64", "macosx-10.9-universal2", "14.5", "arm64"),
                ("macosx_13_0_x86_64", "macosx-11-x86_64", "13", "x86_64"),
                ("macosx_10_15_x86_64", "macosx-10.9-x86_64", "10.15.7", "x86_64")]:
            with self.subTest(given=given):
                self.assertEqual(wheel.system(*given), expected)


class Prepared(unittest.TestCase):
    """What there is to build with, played by files."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def play(self, name, script="exit 0"):
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
        return str(path)

    def environment(self, **variables):
        return unittest.mock.patch.dict(os.environ, {**variables}, clear=True)

    def test_generators(self):
        cmake = self.play("cmake", "echo cmake version 3.24.0-rc1")
        for name in ("make", "c++", "cc"):
            self.play(name)
        with self.environment(PATH=str(self.folder)):
            self.assertEqual(tools.find("3.24"), (cmake, "Unix Makefiles", None))
            self.play("ninja-build")
            ccache = self.play("ccache")
            self.assertEqual(tools.find("3.24"), (cmake, "Ninja", ccache))

    def complaint(self, **variables):
        with self.environment(PATH=str(self.folder), **variables), \
                self.assertRaises(SystemExit) as end:
            tools.find("3.24")
        return end.exception.code

    def test_an_old_cmake(self):
        for name in ("ninja", "g++", "gcc"):
            self.play(name)
        cmake = self.play("cmake", "echo cmake version 3.22.1")
        self.assertEqual(self.complaint(),
                         f"catalint: {cmake} is CMake 3.22.1, and building catalint needs 3.24 or "
                         "later; `pipx install cmake` gets a new one")
        self.play("cmake", "exit 1")
        self.assertEqual(self.complaint(),
                         f"catalint: {cmake} does not tell its version; does it work?")

    def test_a_chosen_compiler_that_is_not_there(self):
        for name in ("ninja", "g++", "gcc", "cmake"):
            self.play(name)
        self.assertEqual(self.complaint(CXX="g++-99 -m32"),
                         "catalint: cannot be built without a C++ compiler, not found on PATH; "
                         "Debian: apt-get install g++; macOS: xcode-select --install; or put "
                         "catalint on PATH and use the hook catalint-system")
        self.assertIn("without a C compiler,", self.complaint(CC="gcc-99"))

    def test_libraries_for_debian(self):
        said = said_by("bash", "-c", 'source scripts/lib.sh; echo "${build_packages[@]%:*}"', cwd=ROOT)
        self.assertEqual(program.DEBIAN.split(),
                         [name for name in said.split() if name.startswith("lib") or "json" in name])

    def configured(self, **variables):
        """A copy of the checkout, prepared by CMake; the cache that it wrote."""
        copy = self.folder / "source"
        sources.copy(ROOT, copy)
        with self.environment(PATH=os.environ["PATH"], **variables), \
                contextlib.redirect_stdout(io.StringIO()) as said:
            build = program.configure(copy, tools.find(ABOUT.least_cmake))
        cache = (build / "CMakeCache.txt").read_text(encoding="utf-8")
        return dict(re.findall(r"^(\w+):\w+=(.*)$", cache, re.MULTILINE)), said.getvalue()

    def test_a_system_that_does_not_link_statically(self):
        compiler = self.play("compiler", 'case " $* " in *" -static "*) exit 1 ;; esac\nexec c++ "$@"')
        cache, said = self.configured(CXX=compiler)
        self.assertEqual(cache["CATALINT_STATIC"], "OFF")
        self.assertEqual(cache["CMAKE_BUILD_TYPE"], "Release")
        self.assertIn("no program can be linked with -static here", said)

    def test_what_goes_to_cmake(self):
        cache, _ = self.configured(CMAKE_ARGS="'-DCMAKE_CXX_FLAGS=-g -O1'")
        self.assertEqual(cache["CATALINT_STATIC"], "ON")
        self.assertEqual(cache["CATALINT_TESTS"], "OFF")
        self.assertEqual(cache["CMAKE_COMPILE_WARNING_AS_ERROR"], "OFF")
        self.assertEqual(cache["CMAKE_CXX_FLAGS"], "-g -O1")

    def test_what_cmake_says(self):
        with self.environment(PATH=os.environ["PATH"], CMAKE_ARGS="-DCMAKE_TOOLCHAIN_FILE=missing"), \
                contextlib.redirect_stdout(io.StringIO()) as said, \
                self.assertRaises(SystemExit) as end:
            program.configure(ROOT / "no-such-folder", tools.find(ABOUT.least_cmake))
        self.assertEqual(end.exception.code, "catalint: CMake could not prepare the build, as told above")
        self.assertIn("no-such-folder", said.getvalue())

    def test_a_compiler_that_fails(self):
        cmake = self.play("cmake", 'case "$1" in --build) exit 1 ;; esac')
        with self.environment(PATH="/usr/bin:/bin"), \
                contextlib.redirect_stdout(io.StringIO()), \
                self.assertRaises(SystemExit) as end:
            program.build(self.folder, tools.Tools(cmake, "Ninja", None))
        self.assertEqual(end.exception.code,
                         "catalint: it could not be compiled, as told above; it needs g++ 12, "
                         "clang 15 or later, and CXX names the compiler to use")

    def test_a_hook_of_another_repository(self):
        with unittest.mock.patch.dict(os.environ, {"GIT_DIR": "a", "GIT_INDEX_FILE": "b",
                                                   "GIT_SSH": "c", "CCACHE_BASEDIR": "/"}):
            variables = environment.for_building(pathlib.Path("copy"))
        self.assertEqual([variables.get(key) for key in
                          ("GIT_DIR", "GIT_INDEX_FILE", "GIT_SSH", "CCACHE_BASEDIR")],
                         [None, None, "c", "copy"])


if __name__ == "__main__":
    unittest.main()
