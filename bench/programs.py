"""The programs that lint the descriptors of a repository, and those that do no more than read them.

All are run in the repository's folder.
"""
import dataclasses
import json
import pathlib
import re
import shutil
import subprocess
from collections.abc import Callable

PEERS = pathlib.Path(__file__).resolve().parent / "peers"
PACKAGES = PEERS / "node_modules"

CATALINT = "catalint check"
CATALINT_FROM_LIST = "catalint check --files-from"
CATALINT_JSON = "catalint check --format json"
OWN = (CATALINT, CATALINT_FROM_LIST, CATALINT_JSON)
FIND = "find | xargs cat"
GIT = "git ls-files NAME | xargs cat"
GIT_ALL = "git ls-files | xargs cat"
YAMLLINT = "yamllint"
SPECTRAL = "Spectral"
POLICIES = "Backstage's policies"


@dataclasses.dataclass(frozen=True)
class Program:
    """`bad_files` counts the files with findings in its output; it can see the `sees`th part of those that
    catalint sees. What is no linter has none."""
    name: str
    command: list
    bad_files: Callable[[str], int] | None = None
    sees: float = 1
    is_peer: bool = False
    why_not: str = ""

    @property
    def is_limit(self):
        return self.bad_files is None


def counted(pattern):
    def count(output):
        found = re.search(pattern, output, re.MULTILINE)
        return int(found[1]) if found else 0
    return count


def named(pattern):
    return lambda output: len(set(re.findall(pattern, output, re.MULTILINE)))


catalint_bad_files = counted(r"in (\d+) of \d+ files?\b")


def bad_files_in_json(output):
    return len({finding["path"] for finding in json.loads(output)["diagnostics"]})


def own_and_limits(catalint, list_file):
    shell = ["sh", "-c"]
    return [
        Program(CATALINT, [catalint, "check"], catalint_bad_files),
        Program(CATALINT_FROM_LIST, [catalint, "check", "--files-from", str(list_file)], catalint_bad_files),
        Program(CATALINT_JSON, [catalint, "check", "--format", "json"], bad_files_in_json),
        Program(FIND, [*shell, "find . -name catalog-info.yaml -print0 | xargs -0 cat"]),
        Program(GIT, [*shell, "git ls-files -z -- '*catalog-info.yaml' | xargs -0 cat"]),
        Program(GIT_ALL, [*shell, "git ls-files -z | xargs -0 cat"]),
    ]


def peers():
    node = shutil.which("node")
    installed = node and (PACKAGES / ".package-lock.json").exists()
    no_package = "" if installed else "not installed"
    spectral = PACKAGES / "@stoplight/spectral-cli/dist/index.js"
    return [
        Program(YAMLLINT, ["yamllint", "--format", "parsable", "--config-file", str(PEERS / "yamllint.yaml"), "."],
                named(r"^(.+?):\d+:\d+: \["), sees=0.5, is_peer=True,
                why_not="" if shutil.which("yamllint") else "not installed"),
        Program(SPECTRAL, ["node", str(spectral), "lint", "--format", "text", "--ruleset",
                           str(PEERS / "spectral.yaml"), "**/catalog-info.yaml"],
                named(r"^(/.+?):\d+:\d+ "), is_peer=True, why_not=no_package),
        Program(POLICIES, ["node", str(PEERS / "policies.mjs")], counted(r"^(\d+) of \d+ files refused$"),
                is_peer=True, why_not=no_package),
    ]


def versions(names):
    """Those of the peers that were asked for and are installed."""
    said = []
    if YAMLLINT in names and shutil.which("yamllint"):
        said.append(subprocess.run(["yamllint", "--version"], capture_output=True, text=True,
                                   check=True).stdout.strip())
    for name, package in ((SPECTRAL, "@stoplight/spectral-cli"), (POLICIES, "@backstage/catalog-model")):
        manifest = PACKAGES / package / "package.json"
        if name in names and manifest.exists():
            said.append(f"{name} {json.loads(manifest.read_text(encoding='utf-8'))['version']}")
    return said
