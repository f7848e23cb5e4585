"""Git repositories of descriptors, each with two other files beside it, always the same."""
import dataclasses
import os
import pathlib
import subprocess

import measure

DESCRIPTOR = """\
# Who owns what, and where its issues are.
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: service-{number}
  title: Service {number}
  description: What the shop needs to sell thing number {number}
  annotations:
    backstage.io/techdocs-ref: dir:.
    github.com/project-slug: acme/service-{number}
    jira/project-key: SHOP
    jira/component: Checkout
{mistake}  tags: [java, shop]
spec:
  type: service
  lifecycle: production
  owner: group:default/team-{team}
  system: shop
"""
# Of a hundred descriptors two are bad: each judge finds the one, all but yamllint the other.
MISTAKES = {50: "    jira/component: Basket\n", 75: "    pagerduty.com/service-id: 4711\n"}
BESIDE = {"README.md": "# Service\n", "main.go": "package main\n"}
FILES_EACH = 1 + len(BESIDE)

FINDINGS_EACH = 3
FINDINGS = """\
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: service-{0}
  annotations:
    jira/project-key: shop
    jira/token-type: bearer
    example.com/id: {0}
spec:
  type: service
  lifecycle: production
  owner: team
"""


@dataclasses.dataclass(frozen=True)
class Repository:
    folder: pathlib.Path
    descriptors: list


def git(folder, *arguments, **options):
    return subprocess.run(["git", "-C", folder, *arguments], env=measure.ENVIRONMENT, check=True,
                          stdin=options.pop("stdin", subprocess.DEVNULL), **options)


def files_of(number):
    place = f"group-{number % 100}/part-{number // 100 % 100}/service-{number}"
    yield f"{place}/catalog-info.yaml", DESCRIPTOR.format(
        number=number, team=number % 7, mistake=MISTAKES.get(number % 100, ""))
    for name, text in BESIDE.items():
        yield f"{place}/{name}", text


def commit(stream, count):
    """All files, as `git fast-import` reads them."""
    stream.write(b"commit refs/heads/main\ncommitter bench <bench@example.com> 0 +0000\ndata 0\n")
    for number in range(count):
        for path, text in files_of(number):
            stream.write(f"M 100644 inline {path}\ndata {len(text)}\n{text}\n".encode())


def make(folder, count):
    """A repository whose files are in one pack: adding them one by one takes much longer."""
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    with subprocess.Popen(["git", "-C", folder, "fast-import", "--quiet"], env=measure.ENVIRONMENT,
                          stdin=subprocess.PIPE) as importer:
        commit(importer.stdin, count)
    if importer.returncode != 0:
        raise measure.Failed(f"git fast-import ended with {importer.returncode}")
    git(folder, "checkout", "--quiet", "main")
    os.sync()  # or the disk would be busy while the programs are timed


def open_or_make(folder, count):
    """The repository in that folder, made if there is none; refused if it has not that many descriptors."""
    if not (folder / ".git").exists():
        make(folder, count)
    names = git(folder, "ls-files", "-z", capture_output=True).stdout.decode().split("\0")[:-1]
    descriptors = [name for name in names if name.endswith("/catalog-info.yaml")]
    if len(descriptors) != count or len(names) != count * FILES_EACH:
        raise measure.Failed(f"{folder} has {len(descriptors)} descriptors among {len(names)} files; expected "
                             f"{count} among {count * FILES_EACH}; remove it, and it is made anew")
    return Repository(folder, descriptors)


def write_findings(path, count):
    """One file of many documents, with about so many findings in all; answers how many."""
    documents = max(1, count // FINDINGS_EACH)
    path.write_text("".join(map(FINDINGS.format, range(documents))), encoding="utf-8")
    return documents * FINDINGS_EACH
