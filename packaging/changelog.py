#!/usr/bin/env python3
"""Reads and moves what CHANGELOG.md says.

usage: changelog.py release VERSION   makes `Unreleased` that version, of today
       changelog.py debian VERSION MAINTAINER
                                      prints all of it as Debian writes it, with
                                      what is unreleased under that version

Today is SOURCE_DATE_EPOCH.
"""
import datetime
import email.utils
import os
import pathlib
import re
import sys
import textwrap

PATH = pathlib.Path(__file__).resolve().parent.parent / "CHANGELOG.md"
UNRELEASED = "## Unreleased\n"
SECTION = re.compile(r"^## (?:Unreleased|(\S+) \((\d{4}-\d{2}-\d{2})\))\n(.*?)(?=^## |\Z)",
                     re.MULTILINE | re.DOTALL)
CHANGE = re.compile(r"^- (.*(?:\n  .*)*)", re.MULTILINE)


def today():
    return datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)


def release(version):
    text = PATH.read_text(encoding="utf-8")
    sections = {found[1]: found[3] for found in SECTION.finditer(text)}
    if version in sections:
        sys.exit(f"catalint: CHANGELOG.md has a version {version} already")
    if not CHANGE.search(sections.get(None, "")):
        sys.exit("catalint: CHANGELOG.md lists nothing under `## Unreleased`; expected what changed, "
                 "as lines that start with `- `")
    heading = f"## {version} ({today():%Y-%m-%d})\n"
    PATH.write_text(text.replace(UNRELEASED, f"{UNRELEASED}\n{heading}", 1), encoding="utf-8")


def debian(version, maintainer):
    for found in SECTION.finditer(PATH.read_text(encoding="utf-8")):
        changes = CHANGE.findall(found[3])
        if not changes:
            continue
        date = today() if found[1] is None else datetime.datetime.strptime(
            found[2], "%Y-%m-%d").replace(tzinfo=datetime.timezone.utc)
        print(f"catalint ({found[1] or version}) unstable; urgency=medium\n")
        for change in changes:
            print(textwrap.fill(" ".join(change.split()), 78, initial_indent="  * ",
                                subsequent_indent="    ", break_on_hyphens=False))
        print(f"\n -- {maintainer}  {email.utils.format_datetime(date)}\n")


COMMANDS = {"release": release, "debian": debian}
COMMANDS[sys.argv[1]](*sys.argv[2:])
