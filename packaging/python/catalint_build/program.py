"""Runs CMake."""
import os
import re
import shlex
import subprocess

from . import environment

# The packages of the libraries, where they are not fetched.
DEBIAN = "libyaml-dev libyaml-cpp-dev libre2-dev nlohmann-json3-dev libcli11-dev"
HOMEBREW = "libyaml yaml-cpp re2 nlohmann-json cli11"


def build(source, tools):
    """The program, built in the folder of its sources."""
    folder = configure(source, tools)
    compiled = subprocess.run([tools.cmake, "--build", folder, *_parallel()],
                              env=environment.for_building(source), check=False)
    if compiled.returncode != 0:
        raise SystemExit("catalint: it could not be compiled, as told above; it needs g++ 12, "
                         "clang 15 or later, and CXX names the compiler to use")
    return folder / "catalint"


def configure(source, tools):
    """The folder to build in, prepared as the preset `release` has it.

    The program is to be linked statically where CMake finds that this works, else
    with shared libraries. CMAKE_ARGS, as everywhere, holds more arguments for CMake.
    """
    command = [tools.cmake, "-S", source, "--preset", "release", "--fresh", "-G", tools.generator,
               "-DCATALINT_VERIFY=OFF",  # hooks ask no Jira
               # Somebody's compiler may warn of more than ours.
               "-DCMAKE_COMPILE_WARNING_AS_ERROR=OFF"]
    if tools.ccache:
        command += [f"-DCMAKE_{language}_COMPILER_LAUNCHER={tools.ccache}"
                    for language in ("C", "CXX")]
    command += shlex.split(os.environ.get("CMAKE_ARGS", ""))
    said = ""
    for linking in ([], ["-DCATALINT_STATIC=OFF"]):
        outcome = subprocess.run([*command, *linking], env=environment.for_building(source),
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                 errors="replace", check=False)
        said += outcome.stdout
        if outcome.returncode == 0:
            print(said, flush=True)
            return source / "build" / "release"
    not_fetched = _not_fetched(outcome.stdout)
    if not not_fetched:
        print(said, flush=True)
    raise SystemExit(not_fetched or "catalint: CMake could not prepare the build, as told above")


def _not_fetched(said):
    """One line about the library that stopped CMake: they are fetched one after the other."""
    names = re.findall(r"^-- (\w+) is not installed; fetching", said, re.MULTILINE)
    causes = re.findall(r"^\s*(?:fatal|error): (.+)$", said, re.MULTILINE)
    if not names or not causes:
        return None
    return (f"catalint: the library {names[-1]} is not installed and could not be fetched "
            f"({causes[-1]}); Debian: apt-get install {DEBIAN}; macOS: brew install {HOMEBREW}; "
            "or put catalint on PATH and use the hook catalint-system")


def _parallel():
    """Make takes one core unless told otherwise; a number that is set stays."""
    if "CMAKE_BUILD_PARALLEL_LEVEL" in os.environ:
        return []
    return ["--parallel", str(os.cpu_count() or 1)]
