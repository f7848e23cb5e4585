"""Runs the examples for GitLab, CircleCI and Jenkins in the shells those servers use.

Each takes the text of the example, a folder for itself, the workspace, and the
environment; it answers the last exit status, the log, and the reports that the server
would collect.
"""
import collections
import pathlib
import re
import subprocess

import yaml

Outcome = collections.namedtuple("Outcome", "status log reports")


def run(shell, text, folder, workspace, environment):
    (folder / "temp").mkdir(exist_ok=True)
    (folder / "home").mkdir(exist_ok=True)
    return subprocess.run([*shell, text], cwd=workspace, text=True, check=False, timeout=120,
                          env={"CI": "true", "HOME": str(folder / "home"),
                               "TMPDIR": str(folder / "temp"), **environment},
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def gitlab(text, folder, workspace, environment):
    """All lines of a job go to one bash."""
    job, = yaml.safe_load(text).values()
    outcome = run(["bash", "-eo", "pipefail", "-c"], "\n".join(job["before_script"] + job["script"]),
                  folder, workspace,
                  {"CI_PROJECT_DIR": str(workspace), **job["variables"], **environment})
    always = job["artifacts"]["when"] == "always"
    reports = list(job["artifacts"]["reports"].values()) if always or not outcome.returncode else []
    return Outcome(outcome.returncode, outcome.stdout, [workspace / path for path in reports])


def circleci(text, folder, workspace, environment):
    """Each step has a bash of its own, which reads BASH_ENV; reports are always stored."""
    config = yaml.safe_load(text)
    workflow, = config["workflows"].values()
    name, = workflow["jobs"]
    job = config["jobs"][name]
    startup = folder / "bash_env"
    startup.touch()
    environment = {**job["environment"], **environment, "BASH_ENV": str(startup)}
    status, log, reports = 0, "", []
    for step in job["steps"]:
        if step == "checkout":
            continue
        (kind, options), = step.items()
        if kind == "store_test_results":
            reports += (workspace / options["path"]).rglob("*.xml")
        elif status == 0:
            assert kind == "run", kind
            outcome = run(["bash", "-eo", "pipefail", "-c"], options["command"], folder, workspace,
                          environment)
            status, log = outcome.returncode, log + outcome.stdout
    return Outcome(status, log, reports)


def jenkins(text, folder, workspace, environment):
    """Each `sh` has a shell of its own; what is in `post` comes in any case."""
    steps, post = text.split("  post {")
    assert "\\" not in steps, "Groovy reads a backslash in a text for itself"
    environment = {**dict(re.findall(r"^    (\w+) = '(.*)'$", steps, re.MULTILINE)), **environment,
                   "WORKSPACE": str(workspace), "WORKSPACE_TMP": str(folder / "workspace@tmp")}
    scripts = re.findall(r"\bsh '''(.*?)'''|\bsh '(.+?)'$", steps, re.MULTILINE | re.DOTALL)
    assert len(scripts) == len(re.findall(r"\bsh\b", steps)), scripts
    status, log = 0, ""
    for script in map("".join, scripts):
        if status == 0:
            outcome = run(["sh", "-xec"], script, folder, workspace, environment)
            status, log = outcome.returncode, log + outcome.stdout
    reports = re.findall(r"(?:pattern: |junit )'(.*?)'", post)
    return Outcome(status, log, [pathlib.Path(workspace, path) for path in reports])
