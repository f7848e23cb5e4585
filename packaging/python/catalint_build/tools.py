"""The programs that a build needs."""
import os
import re
import shlex
import shutil
import subprocess
import typing


class Tools(typing.NamedTuple):
    cmake: str
    generator: str  # as CMake names it
    ccache: typing.Optional[str]


class Missing(typing.NamedTuple):
    what: str
    debian: str  # the package
    macos: str  # the command that installs it


# Who installs the first has the second too.
COMPILERS = [
    ("CXX", ("c++", "g++", "clang++"), Missing("a C++ compiler", "g++", "xcode-select --install")),
    ("CC", ("cc", "gcc", "clang"), Missing("a C compiler", "gcc", "xcode-select --install"))]
NINJA = ("ninja", "ninja-build")


def find(least_cmake):
    """Ends the program with one line where something is missing."""
    if os.name != "posix":
        raise SystemExit("catalint: it builds and runs on Linux and macOS, not on this system yet")
    cmake = shutil.which("cmake")
    ninja = any(map(shutil.which, NINJA))
    missing = [lack for variable, usual, lack in COMPILERS
               if not any(map(shutil.which, _named(variable) or usual))][:1]
    if not cmake:
        missing.append(Missing(f"CMake {least_cmake}", "cmake", "brew install cmake"))
    if not ninja and not shutil.which("make"):
        missing.append(Missing("Ninja or Make", "ninja-build", "brew install ninja"))
    if missing:
        raise SystemExit(complaint(missing))
    version = version_of(cmake)
    if _numbers(version) < _numbers(least_cmake):
        raise SystemExit(f"catalint: {cmake} is CMake {version}, and building catalint needs "
                         f"{least_cmake} or later; `pipx install cmake` gets a new one")
    return Tools(cmake, "Ninja" if ninja else "Unix Makefiles", shutil.which("ccache"))


def complaint(missing):
    whats = [lack.what for lack in missing]
    listed = " and ".join(filter(None, [", ".join(whats[:-1]), whats[-1]]))
    macos = " && ".join(dict.fromkeys(lack.macos for lack in missing))
    return (f"catalint: cannot be built without {listed}, not found on PATH; "
            f"Debian: apt-get install {' '.join(lack.debian for lack in missing)}; macOS: {macos}; "
            "or put catalint on PATH and use the hook catalint-system")


def version_of(cmake):
    said = subprocess.run([cmake, "--version"], stdout=subprocess.PIPE, check=False).stdout
    found = re.search(rb"version ([0-9.]+)", said)
    if not found:
        raise SystemExit(f"catalint: {cmake} does not tell its version; does it work?")
    return found[1].decode()


def _named(variable):
    """The compiler that somebody chose, as in CXX='ccache g++-12'."""
    return shlex.split(os.environ.get(variable, ""))[:1]


def _numbers(version):
    return [int(number) for number in version.split(".") if number]
