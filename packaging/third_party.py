#!/usr/bin/env python3
"""Prints the notices and licences that the libraries in the program ask to be
passed on with it, as Debian's packages of them hold them.

usage: third_party.py BUILD
"""
import pathlib
import sys

from linked_packages import linked_packages

INTRODUCTION = """\
catalint is linked statically: its programs hold code of the libraries below.
What follows are their copyright notices and licences. catalint itself is under
the Apache License 2.0, and all of its source, with what it takes to link the
program anew with another version of a library, is at
https://github.com/catalint/catalint
"""
LINE = "=" * 79


def main():
    print(INTRODUCTION)
    packages = {}  # by their copyright files, since some share one
    for package in linked_packages(sys.argv[1]):
        packages.setdefault((package.copyright, package.licence), []).append(package)
    for (_, licence), some in packages.items():
        print(f"  {', '.join(f'{package.name} {package.version}' for package in some)}: {licence}")
    for (copyright_file, _), some in packages.items():
        print(f"\n{LINE}\n{', '.join(package.name for package in some)}\n{LINE}\n")
        print(copyright_file.read_text(encoding="utf-8", errors="replace").rstrip())
    # The notice of the C library names this one without its text.
    licence = pathlib.Path("/usr/share/common-licenses/LGPL-2.1")
    print(f"\n{LINE}\n{licence}\n{LINE}\n")
    print(licence.read_text(encoding="utf-8").rstrip())


main()
