"""A git repository with descriptors, for a run of a CI server."""
import os
import re
import subprocess

DESCRIPTOR = """\
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: {name}
  annotations:
    jira/project-key: {key}
spec:
  type: service
  lifecycle: production
  owner: team-search
"""


def git(folder, *arguments):
    quiet = {**{k: v for k, v in os.environ.items() if not k.startswith("GIT_")},
             "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    for who in ("AUTHOR", "COMMITTER"):
        quiet.update({f"GIT_{who}_NAME": "author", f"GIT_{who}_EMAIL": "author@example.com"})
    return subprocess.run(["git", "-C", folder, *arguments], env=quiet, check=True, text=True,
                          capture_output=True).stdout.strip()


def write(folder, path, key):
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"[^A-Za-z0-9]+", "-", f"at-{path.rpartition('/')[0]}").strip("-")
    file.write_text(DESCRIPTOR.format(name=name, key=key), encoding="utf-8")


def make(folder, descriptors):
    """Descriptors by path, each with its Jira key; answers the commit they are in."""
    git(folder, "init", "--quiet", "--initial-branch", "main")
    return change(folder, descriptors)


def change(folder, descriptors):
    for path, key in descriptors.items():
        write(folder, path, key)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "descriptors")
    return git(folder, "rev-parse", "HEAD")
