"""Runs the steps of a workflow as a runner of GitHub does, those of action.yml among
them: shells, contexts, and the files that steps write to for the ones behind them.

What a runner does is in github.com/actions/runner: in a script of a composite action
GITHUB_ACTION_PATH is set and GITHUB_ACTION_REPOSITORY is not, no input is a variable,
and outputs are kept when a step fails.
"""
import collections
import os
import re
import subprocess

import yaml

import expressions

SHELLS = {None: ["bash", "-e"], "bash": ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail"]}
Step = collections.namedtuple("Step", "name status outputs log")


def read_file_command(path):
    """What a script wrote to GITHUB_OUTPUT or GITHUB_ENV: NAME=VALUE, or NAME<<END."""
    values, lines = {}, path.read_text(encoding="utf-8").splitlines()
    while lines:
        name, sign, rest = re.match(r"([^=<]*)(=|<<)(.*)", lines.pop(0)).groups()
        if sign == "<<":
            end = lines.index(rest)
            rest, lines = "\n".join(lines[:end]), lines[end + 1:]
        values[name] = rest
    return values


class Runner:
    """`folder` is for the runner's own files; `actions` has the checkout of each action
    by its repository, and what to call with the inputs instead where it has none."""

    def __init__(self, folder, workspace, server, actions, path, event=None):
        self.folder, self.workspace, self.actions, self.path = folder, workspace, actions, path
        self.temp = folder / "temp"
        for name in ("temp", "home"):
            (folder / name).mkdir()
        self.summary = folder / "summary.md"
        self.github = {"event": event or {}, "server_url": server, "repository": "shop/catalog",
                       "workspace": str(workspace), "action_repository": None,
                       "base_ref": "main" if event and "pull_request" in event else ""}
        self.environment, self.on_path, self.steps, self.failed = {}, [], [], False

    def run(self, job):
        self.github.pop("action_path", None)
        self.environment.update(job.get("env", {}))
        outputs = {}
        for step in job["steps"]:
            self._run_step(step, {}, outputs)
        return self

    @property
    def log(self):
        return "".join(step.log for step in self.steps)

    def _contexts(self, inputs, outputs, github):
        return {"inputs": inputs, "steps": outputs, "github": github,
                "runner": {"temp": str(self.temp)}, "always": lambda: True,
                "cancelled": lambda: False, "success": lambda: not self.failed,
                "failure": lambda: self.failed}

    def _run_step(self, step, inputs, outputs, github=None):
        github = github or self.github
        contexts = self._contexts(inputs, outputs, github)
        condition = str(step.get("if", "success()")).removeprefix("${{").removesuffix("}}")
        if not re.search(r"\b(success|failure|always|cancelled)\(\)", condition):
            condition = f"success() && ({condition})"
        outputs.setdefault(step.get("id"), {"outputs": {}})
        if not expressions.evaluate(condition, contexts):
            return
        environment = {name: expressions.expand(str(value), contexts)
                       for name, value in step.get("env", {}).items()}
        if "uses" in step:
            given = {name: expressions.expand(str(value), contexts)
                     for name, value in step.get("with", {}).items()}
            result = self._use(step["uses"], given, environment)
        else:
            # The runner knows the action no longer when it evaluates the script.
            text = expressions.expand(step["run"], {**contexts, "github": {
                **github, "action_repository": None}})
            directory = self.workspace / expressions.expand(step.get("working-directory", "."), contexts)
            result = self._run_script(text, step.get("shell"), directory, environment, github)
        outputs[step.get("id")] = {"outputs": result}

    def _use(self, uses, given, environment):
        repository, _, _ = uses.partition("@")
        action = self.actions[repository]
        if callable(action):
            action(given)
            return {}
        # An action of the workflow's own repository has no name.
        name = None if repository.startswith("./") else repository
        github = {**self.github, "action_repository": name, "action_path": str(action)}
        definition = yaml.safe_load((action / "action.yml").read_text(encoding="utf-8"))
        unknown = set(given) - set(definition["inputs"])
        if unknown:
            raise KeyError(f"{uses} has no input {unknown}")
        inputs = {key: given.get(key, str(value.get("default", "")))
                  for key, value in definition["inputs"].items()}
        outer, self.environment = self.environment, {**self.environment, **environment}
        outputs = {}
        for step in definition["runs"]["steps"]:
            if not self.failed:
                self._run_step(step, inputs, outputs, github)
        self.environment = outer
        contexts = self._contexts(inputs, collections.defaultdict(lambda: {"outputs": {}}, outputs),
                                  github)
        return {key: expressions.expand(value["value"], contexts)
                for key, value in definition["outputs"].items()}

    def _run_script(self, text, shell, directory, environment, github):
        files = {name: self.folder / name.lower() for name in
                 ("GITHUB_ENV", "GITHUB_PATH", "GITHUB_OUTPUT")}
        for file in files.values():
            file.write_text("")
        script = self.temp / "script.sh"
        script.write_text(text, encoding="utf-8")
        own = {"CI": "true", "GITHUB_ACTIONS": "true", "RUNNER_OS": "Linux",
               "RUNNER_TEMP": self.temp, "TMPDIR": self.temp, "HOME": self.folder / "home",
               "GITHUB_STEP_SUMMARY": self.summary, "GITHUB_WORKSPACE": self.workspace,
               "GITHUB_SERVER_URL": github["server_url"], "GITHUB_REPOSITORY": github["repository"],
               "PATH": os.pathsep.join([*self.on_path, self.path]), **files}
        if "action_path" in github:
            own["GITHUB_ACTION_PATH"] = github["action_path"]
        outcome = subprocess.run([*SHELLS[shell], script], cwd=directory, text=True, check=False,
                                 env={**self.environment, **environment,
                                      **{name: str(value) for name, value in own.items()}},
                                 stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                 stderr=subprocess.STDOUT, timeout=120)
        script.unlink()
        self.failed |= outcome.returncode != 0
        self.environment.update(read_file_command(files["GITHUB_ENV"]))
        self.on_path[:0] = reversed(files["GITHUB_PATH"].read_text(encoding="utf-8").splitlines())
        outputs = read_file_command(files["GITHUB_OUTPUT"])
        self.steps.append(Step(text, outcome.returncode, outputs, outcome.stdout))
        return outputs
