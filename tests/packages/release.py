"""A release, made once for all tests of packages: scripts/release in a copy of the
checkout, with whatever is not committed in it.
"""
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
VERSION = "9.8.7"
GOOD = """\
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: shop, annotations: {jira/project-key: SHOP}}
spec: {type: service, lifecycle: production, owner: team}
"""
BAD = GOOD.replace("SHOP", "shop")

_folder = tempfile.TemporaryDirectory(prefix="catalint-packages-")
FOLDER = pathlib.Path(_folder.name).resolve()
CHECKOUT, OUTPUT, HOME = FOLDER / "checkout", FOLDER / "output", FOLDER / "home"


def environment(**more):
    """Of somebody whose home is empty, but who has the compiler's cache."""
    kept = {key: value for key, value in os.environ.items()
            if not key.startswith(("GIT_", "npm_", "XDG_")) and key != "SOURCE_DATE_EPOCH"}
    cache = shutil.which("ccache") and output_of("ccache", "--get-config", "cache_dir").strip()
    return {**kept, "HOME": str(HOME), "GIT_CONFIG_NOSYSTEM": "1",
            **({"CCACHE_DIR": cache} if cache else {}),
            **{f"GIT_{who}_{what}": "someone@example.com"
               for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}, **more}


def output_of(*command, **options):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, **options).stdout


def run(*command, cwd=CHECKOUT, env=None, stdin=subprocess.DEVNULL):
    """Both of its outputs as one."""
    with subprocess.Popen(list(map(str, command)), cwd=cwd, env=env or environment(), text=True,
                          stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          start_new_session=True) as process:
        try:
            output, _ = process.communicate(timeout=560)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)  # with all that it started
            raise
    return subprocess.CompletedProcess(command, process.returncode, output)


def version_in(checkout):
    text = (checkout / "CMakeLists.txt").read_text(encoding="utf-8")
    return re.search(r"^project\(catalint VERSION (\S+)", text, re.MULTILINE)[1]


def make():
    HOME.mkdir()
    listed = output_of("git", "-C", ROOT, "ls-files", "-co", "--exclude-standard", "-z")
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (CHECKOUT / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, CHECKOUT / name)
    for command in ("init --quiet --initial-branch main", "add .", "commit --quiet --message now"):
        subprocess.run(["git", *command.split()], cwd=CHECKOUT, env=environment(), check=True)
    made = run("scripts/release", VERSION, "--output", OUTPUT)
    if made.returncode != 0:
        raise RuntimeError(f"scripts/release exits with {made.returncode}:\n{made.stdout}")



def asset(pattern):
    found, = OUTPUT.glob(pattern)
    return found


def documented(start):
    """The command in docs/packages.md that starts so."""
    text = (ROOT / "docs/packages.md").read_text(encoding="utf-8")
    return re.search(rf"^(?:\$ )?({re.escape(start)}.*(?:\\\n.*)*)", text, re.MULTILINE)[1]


def remove():
    _folder.cleanup()
