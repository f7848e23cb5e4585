"""A git repository with whatever makes parts of a report hard: entities described in many
files, comments for catalint, credentials, and bytes of every kind in files and paths."""
import os
import subprocess

# Put together here, so that nobody who scans this repository takes them for real ones.
TAIL = "FfGF0T4JVjdmPBrmZ4aBcDeFg"
TOKEN = "ATA" + "TT3x" + TAIL
PASSWORD = "pÄß" + "wörtchen77"
SPLIT = "ATA" + "TT3xFfqwertyuiop"

DESCRIPTOR = """\
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: {name}
  annotations:
    {annotations}
spec:
  type: service
  lifecycle: production
  owner: team-a
"""

# What must be in no part, beyond the first four characters of each.
SECRETS = [TAIL, "wörtchen77", "qwertyuiop", "s3cretPassw"]

ANNOTATIONS = [
    "jira/project-key: SHOP",
    "jira/project-key: shop",
    "jira/project-key: SHOP  # é€😀 wide 日本語\n    jira/label: 'a b'\n    jira/labels: c",
    "jira/project-key: SHOP\n    jira/token-type: bearer\n    pagerduty.com/service-id: 0815",
    "jira/project-key: shop  # catalint: ignore[jira/project-key-format] why not",
    "jira/project-key: SHOP  # catalint: ignore[jira/jql] nobody needs it",
    "jira/project-key: SHOP  # catalint: ignore[jira/jqll]",
    f"jira/project-key: SHOP\n    a/b: {TOKEN} and so on",
    f"jira/project-key: SHOP  # {TOKEN}",
    f"jira/project-key: SHOP\n    a/b: https://me:{PASSWORD}@example.com/x\n    c/d: 5",
    "jira/project-key: SHOP\n    a/b: https://me:ab1@example.com/x",
    f'jira/project-key: SHOP\n    a/b: "{SPLIT}\\u0066{TAIL}"',
    f'jira/project-key: SHOP\n    a/b: "AT\\\n      {SPLIT[2:]}{TAIL}"',
    "jira/project-key: SHOP\n    jira/password: s3cretPassw0rd",
    f"jira/project-key: SHOP\n    {TOKEN}: x",
    "jira/project-key: SHOP\n    jira/project-key: SHOP",
    "jira/project-key: SHOP\n    x/y: '" + "long " * 2000 + "'\n    z/z: 1  # " + "far " * 200,
    "jira/project-key: SHOP\n    a/b: 1 # ::error::x \u202e",
]


def descriptor(number):
    """Every seventh name is that of other files too; one of them does not mind."""
    name = f"twin-{number % 3}" if number % 7 == 0 else f"service-{number}"
    annotations = ANNOTATIONS[number % len(ANNOTATIONS)]
    text = DESCRIPTOR.format(name=name, annotations=annotations).encode()
    if number % 14 == 0:
        text = b"# catalint: ignore-file[backstage/duplicate-entity] a copy\n" + text
    if number % 5 == 0:
        text = text.replace(b"\n", b"\r\n")
    if number % 11 == 0:
        text = b"\xef\xbb\xbf" + text
    if number % 13 == 0:
        text = text.replace(b"team-a", b"team-a  # \xff\xe2\x82\x80 bytes")
    return text


SPECIAL = {
    b"odd/empty/catalog-info.yaml": b"",
    b"odd/lost/catalog-info.yaml": b"a: [\nb: }\n",
    b"odd/utf-16/catalog-info.yaml": "k: v\n".encode("utf-16"),
    b"odd/mac/catalog-info.yaml": DESCRIPTOR.replace("\n", "\r").encode(),
    b"odd/no-end/catalog-info.yaml": b"kind: Component",
    b"odd/two/catalog-info.yaml": b"---\n".join(
        DESCRIPTOR.format(name=name, annotations="jira/project-key: A").encode()
        for name in ("twin-1", "twin-1", f"{TOKEN[:40]}", "two")),
    b"odd/token-too/catalog-info.yaml":
        DESCRIPTOR.format(name=TOKEN[:-1], annotations="jira/project-key: ABC").encode(),
    b"odd/token-again/catalog-info.yaml":
        DESCRIPTOR.format(name=TOKEN[:40], annotations="jira/project-key: ABC").encode(),
    b"odd/\xff\xc3/catalog-info.yaml": descriptor(1),
    b"odd/a\nb/catalog-info.yaml": descriptor(3),
    b"odd/\xe2\x80\xae\xf0\x9f\x98\x80/catalog-info.yaml": descriptor(7),
    # More than a descriptor may have: it cannot be read.
    b"odd/huge/catalog-info.yaml": b"#" * (17 << 20),
}


def write(folder, path, data):
    target = os.path.join(os.fsencode(folder), path)
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "wb") as file:
        file.write(data)


def git(folder, *arguments):
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    environment.update(GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_NOSYSTEM="1",
                       GIT_AUTHOR_NAME="author", GIT_AUTHOR_EMAIL="author@example.com",
                       GIT_COMMITTER_NAME="author", GIT_COMMITTER_EMAIL="author@example.com")
    subprocess.run(["git", "-C", folder, *arguments], env=environment, check=True)


def make(folder, count=120):
    """Two commits: the second one changes every third descriptor."""
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch", "main")
    for number in range(count):
        path = f"services/s-{number}/catalog-info.yaml".encode()
        old = descriptor(number)
        write(folder, path, old.replace(b"SHOP", b"OLD") if number % 3 == 0 else old)
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "old")
    for number in range(0, count, 3):
        write(folder, f"services/s-{number}/catalog-info.yaml".encode(), descriptor(number))
    for path, data in SPECIAL.items():
        write(folder, path, data)
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "new")
