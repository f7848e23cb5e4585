"""The blocks of README.md and docs/ that are marked `console verify`."""
import pathlib
import re
import shutil
import subprocess

from program import PROGRAMS, SECRET, Case

ROOT = pathlib.Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```console verify\n(.*?)^```$", re.MULTILINE | re.DOTALL)
UPDATE = False  # by verify_test.py


class Documents(Case):
    """Each runs where docs/example lies, and an .env leads to a Jira."""

    def replayed(self, block):
        jira = self.jira({"ROAD": {}, "SHOP": {"components": ["Basket", "Checkout"]}})
        (self.folder / ".env").write_text(f"JIRA_API_URL={jira.url}\nJIRA_API_TOKEN={jira.token}\n")
        self.assertNotIn(SECRET, jira.token)
        env = self.environment("")
        env["PATH"] = f"{PROGRAMS['catalint'].parent}:{env['PATH']}"
        env["XDG_CACHE_HOME"] = str(self.folder / jira.url.rpartition(":")[2])
        out = ""
        for command in re.findall(r"^\$ (.*)\n", block, re.MULTILINE):
            said = subprocess.run(["bash", "-c", command], cwd=self.folder, env=env, text=True,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, timeout=60, check=False)
            self.find_no_secret(said.stdout.encode(), command)
            out += f"$ {command}\n{said.stdout}"
        return out

    def test_blocks(self):
        shutil.copytree(ROOT / "docs/example", self.folder / "docs/example")
        count = 0
        for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
            text = path.read_text(encoding="utf-8")
            if UPDATE:
                path.write_text(BLOCK.sub(lambda match: f"```console verify\n{self.replayed(match[1])}```",
                                          text), encoding="utf-8")
                continue
            for block in BLOCK.findall(text):
                count += 1
                with self.subTest(document=path.name, block=block.partition("\n")[0]):
                    self.assertEqual(block, self.replayed(block))
        if not UPDATE:
            self.assertGreaterEqual(count, 2)
