"""Debian's packages whose code is in the programs, as the build itself tells: from
the linker's maps, which archives it read, and from ninja, which headers the
compiler read.
"""
import collections
import os
import pathlib
import re
import subprocess
import sys

# By source package, the licence of what of it is in the program. None: nothing
# is, since headers of the kernel hold the numbers of its interface alone.
LICENCES = {
    "cli11": "BSD-3-Clause",
    "curl": "curl",
    "gcc-12": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "glibc": "LGPL-2.1-or-later",
    "libyaml": "MIT",
    "linux": None,
    "nlohmann-json3": "MIT",
    "re2": "BSD-3-Clause",
    "yaml-cpp": "MIT",
}

# catalint-verify is left out where libcurl is not installed.
PROGRAMS = ("catalint", "catalint-verify")
TARGETS = (*PROGRAMS, "catalint_library", "catalint_verify_library")

# `files` are the archives that were read, or the headers where there are none.
Package = collections.namedtuple(
    "Package", "name version architecture source homepage licence copyright files")


def output_of(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def outside(build, paths):
    """Those of the paths that are no files of the checkout, nor made by the build."""
    root = pathlib.Path(re.search(r"^CMAKE_HOME_DIRECTORY:INTERNAL=(.*)$",
                                  (build / "CMakeCache.txt").read_text(), re.MULTILINE)[1])
    fetched = build / "_deps"
    whole = {pathlib.Path(os.path.realpath(build / path)) for path in paths}
    return {path for path in whole if fetched in path.parents
            or not (root in path.parents or build in path.parents)}


def archives(build):
    maps = [build / f"{program}.map" for program in PROGRAMS]
    text = "".join(path.read_text() for path in maps if path.exists())
    return outside(build, re.findall(r"^LOAD (\S+\.[ao])$", text, re.MULTILINE))


def headers(build):
    found = set()
    ours = False
    for line in output_of("ninja", "-C", build, "-t", "deps").splitlines():
        if line.startswith("    "):
            if ours:
                found.add(line.strip())
        elif line:
            ours = line.startswith(tuple(f"CMakeFiles/{target}.dir/" for target in TARGETS))
    return outside(build, found)


def owners(files):
    """The files of each package."""
    asked = subprocess.run(["dpkg-query", "--search", *map(str, files)], check=False, text=True,
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    owned = collections.defaultdict(set)
    for name, path in re.findall(r"^([^\s:]+)(?::\w+)?: (.*)$", asked.stdout, re.MULTILINE):
        owned[name].add(pathlib.Path(path))
    strangers = set(files).difference(*owned.values())
    if strangers:
        sys.exit(f"catalint: {min(strangers)} went into the program, but no package of Debian has it; "
                 "packages are made of what Debian's packages hold alone")
    return owned


def linked_packages(build):
    build = pathlib.Path(os.path.realpath(build))
    linked = owners(archives(build))
    included = owners(headers(build))
    fields = "${Version}\\n${Architecture}\\n${source:Package}\\n${Homepage}"
    for name in sorted(linked.keys() | included.keys()):
        version, architecture, source, homepage = output_of(
            "dpkg-query", "--show", f"--showformat={fields}", name).split("\n")
        if source not in LICENCES:
            sys.exit(f"catalint: code of Debian's source package {source} is in the program; "
                     f"packaging/linked_packages.py has to know its licence")
        if LICENCES[source] is None:
            continue
        # The copyright of a package may lie in another's folder.
        copyright_file = pathlib.Path(f"/usr/share/doc/{name}/copyright").resolve(strict=True)
        yield Package(name, version, architecture, source, homepage, LICENCES[source],
                      copyright_file, sorted(linked.get(name) or included[name]))
