"""A catalog as years leave it: a git repository of 2,000 descriptors, 300 of them bad."""
import os
import subprocess

DESCRIPTOR = """\
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: {name}  # as in the service registry
  annotations:
    backstage.io/techdocs-ref: dir:.
    {key}
    jira/component: 'Service {number}'  # one a service
spec:
  type: service
  lifecycle: production
  owner: team-{team}
"""

# How many of the files have which line in the place of their Jira key.
MISTAKES = [
    (120, "jira/project-key: {project}\n    pagerduty.com/service-id: {number}"),
    (60, "jira/project-key: {project}\n    jira/token-type: bearer"),
    (50, "jira/project-key: {lower}"),
    (40, "jira/project-key: <JIRA-PROJECT-KEY>"),
    (20, "jira/project-kee: {project}"),
    (10, "jira/project-key: '{project}"),
]
FILES = 2000


def descriptor(number):
    values = {"number": number, "team": number % 40, "project": f"TEAM{number % 40}",
              "lower": f"team{number % 40}", "name": f"service-{number:04}"}
    # Every sixth file is bad until there are as many as MISTAKES tells.
    which, key = number // 6 if number % 6 == 0 else FILES, "jira/project-key: {project}"
    for count, mistake in MISTAKES:
        if 0 <= which < count:
            key = mistake
        which -= count
    return DESCRIPTOR.format(**values, key=key.format(**values))


def make(folder):
    for number in range(FILES):
        service = folder / f"services/service-{number:04}"
        service.mkdir(parents=True)
        (service / "catalog-info.yaml").write_text(descriptor(number), encoding="utf-8")
    for command in (["init", "--quiet", "--initial-branch", "main"], ["add", "."],
                    ["commit", "--quiet", "--message", "the catalog as it is"]):
        subprocess.run(["git", "-C", folder, *command], env=environment(os.environ), check=True)


def environment(variables):
    """Of a git that nobody's configuration reaches."""
    return {**{k: v for k, v in variables.items() if not k.startswith("GIT_")},
            "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "author", "GIT_AUTHOR_EMAIL": "author@example.com",
            "GIT_COMMITTER_NAME": "author", "GIT_COMMITTER_EMAIL": "author@example.com"}
