#!/usr/bin/env python3
"""The completions do in the real shells what they should.

usage: completions_test.py ROOT CATALINT SAMPLE

Lines are typed into bash and zsh at a terminal, and a key is pressed that puts
all candidates into the line; fish tells the candidates of a line. The scripts are
turned on as README.md says. SAMPLE (sample.cc) prints those of a made-up program.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import shells

ROOT, CATALINT, SAMPLE = (pathlib.Path(sys.argv.pop(1)).resolve() for _ in range(3))

COMMANDS = ["check", "completions", "credentials", "explain", "init", "man", "merge", "rules",
            "schema", "verify"]
FORMATS = ["checkstyle", "github", "gitlab", "json", "jsonl", "junit", "markdown", "rdjson",
           "sarif", "text"]
FILES = ["a b.yaml", "catalog-info.yaml", "services"]
YAML_RULES = ["yaml/alias-bomb", "yaml/duplicate-key", "yaml/empty", "yaml/encoding",
              "yaml/merge-key", "yaml/syntax", "yaml/unknown-alias", "yaml/version-directive"]

# What stands before the cursor, and what may be the word there.
LINES = [
    ("catalint ", COMMANDS),
    ("catalint c", ["check", "completions", "credentials"]),
    ("catalint credentials ", ["check", "encode"]),
    ("catalint credentials check --env-file ", FILES),
    ("catalint --v", ["--version"]),
    ("catalint nothing", []),
    ("catalint check --f", ["--fail-on", "--files-from", "--fix", "--force-exclude", "--format"]),
    ("catalint check --format ", FORMATS),
    ("catalint check --format=", [f"--format={name}" for name in FORMATS]),
    ("catalint check --format j", ["json", "jsonl", "junit"]),
    ("catalint merge ", FILES),
    ("catalint merge services --f", ["--fail-on", "--format"]),
    ("catalint rules --format ", ["json", "markdown", "text"]),
    ("catalint check --color=a", ["--color=always", "--color=auto"]),
    ("catalint check --color never --fail-on n", ["never", "note"]),
    ("catalint check -o j", ["json=", "jsonl=", "junit="]),
    ("catalint check --output=sar", ["--output=sarif="]),
    ("catalint check -o sarif=", [f"sarif={name}" for name in FILES]),
    ("catalint check --output=sarif=cat", ["--output=sarif=catalog-info.yaml"]),
    ("catalint check --config ", FILES),
    ("catalint check --baseline=cat", ["--baseline=catalog-info.yaml"]),
    ("catalint check ", FILES),
    ("catalint check services ser", ["services"]),
    ("catalint check --quiet -- cat", ["catalog-info.yaml"]),
    ("catalint check -- --f", []),
    ("catalint check --jobs ", []),
    ("catalint check --kinds ", []),
    ("catalint check --select yaml/", YAML_RULES),
    ("catalint check --select yaml/syntax,yaml/en", ["yaml/syntax,yaml/encoding"]),
    ("catalint check --ignore=jira/jql,yaml/", [f"--ignore=jira/jql,{id}" for id in YAML_RULES]),
    ("catalint check --since ", ["feature/login", "main"]),
    ("catalint explain jira/tok", ["jira/token-type"]),
    ("catalint explain cat", ["catalint/suppression-syntax", "catalint/unknown-rule",
                              "catalint/unused-suppression", "catalog-info.yaml"]),
    ("catalint explain catalog-info.yaml:", []),
    ("catalint explain acme/", ["acme/owner"]),  # a pack of the configuration
    ("catalint explain jira/jql cat", []),
    ("catalint explain --config services --kinds A jira/jql-", ["jira/jql-refused"]),
    ("catalint schema ", ["config"]),
    ("catalint completions ", ["bash", "fish", "zsh"]),
    ("true | catalint check --unsafe", ["--unsafe-fixes"]),
    ("sample remote ", ["add", "remove"]),
    ("sample remote --login add a", ["add"]),
    ("sample remote add --f", ["--force", "--from"]),
    ("sample remote add -f ", FILES),
    ("sample remote add --mode ", ["read+write", "read-only"]),
    ("sample remote add ", ["origin", "upstream"]),
    ("sample remote add -x origin ", FILES),
    ("sample remote remove o", []),
]

PACK = """pack: acme
rules:
- id: acme/owner
  what: "an owner: that isn't [ours]"
  why: nobody answers
  checks:
  - {at: [spec, owner], required: with-its-map, message: "no"}
"""


def line_of_readme(shell):
    """What README.md says that turns the completions on."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    section = text.partition("### Completions and the manual page\n")[2]
    return re.search(rf"^(.*catalint completions {shell}.*?) +# in ~/", section, re.MULTILINE)[1]


class Shell(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        cls.folder = pathlib.Path(temporary.name)
        cls.work = cls.folder / "work"
        (cls.work / "services").mkdir(parents=True)
        for name in ("catalog-info.yaml", "a b.yaml"):
            (cls.work / name).touch()
        (cls.folder / "acme.yaml").write_text(PACK)
        (cls.work / ".catalint.yaml").write_text("packs: ../acme.yaml\n")
        cls.environment = {"PATH": f"{CATALINT.parent}:/usr/bin:/bin", "HOME": str(cls.folder),
                           "TERM": "dumb", "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1"}
        for command in ("init --quiet --initial-branch main",
                        "-c user.name=n -c user.email=e commit --quiet --allow-empty -m a",
                        "branch feature/login"):
            subprocess.run(["git", *command.split()], cwd=cls.work, env=cls.environment, check=True)

    def print_sample(self, shell):
        return subprocess.run([SAMPLE, shell], stdout=subprocess.PIPE, check=True, text=True).stdout

    def check_lines(self, candidates):
        for line, expected in LINES:
            with self.subTest(line=line):
                self.assertEqual(candidates(line), sorted(expected))

    def check_options(self, candidates):
        """Whatever --help shows is a candidate, and nothing else."""
        for command in COMMANDS:
            text = subprocess.run([CATALINT, command, "--help"], stdout=subprocess.PIPE,
                                  check=True, text=True).stdout
            options = [name for names in re.findall(r"^  (-\S+)", text, re.MULTILINE)
                       for name in names.split(",")]
            long = sorted(name for name in options if name.startswith("--"))
            self.assertIn("--help", long)
            with self.subTest(command=command):
                self.assertEqual(candidates(f"catalint {command} --"), long)

    def check_rules(self, candidates):
        listed = subprocess.run([CATALINT, "rules", "--format", "json"], cwd=self.work,
                                stdout=subprocess.PIPE, check=True).stdout
        ids = sorted(rule["id"] for rule in json.loads(listed))
        self.assertGreater(len(ids), 30)
        self.assertEqual(candidates("catalint check --select "), ids)


class Interactive(Shell):
    """What bash and zsh have in common."""

    def session(self, setup):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        terminal = shells.Terminal(self.command, f"{self.setup}\n{setup}", ["catalint", "sample"],
                                   pathlib.Path(temporary.name), self.work,
                                   self.environment)
        self.addCleanup(terminal.close)
        return terminal

    def candidates(self, terminal, line):
        """The words that stand at the end of the line when all are put there."""
        given = terminal.arguments_after(line + self.key)
        typed = line.split("| ")[-1].split(" ")[1:]
        found = given[len(typed) - 1:]
        if found in ([], typed[-1:]):
            return []
        # Bash repeats nothing of an option that stands before `=`.
        start = re.match(r"(--\w+=|\w+=)?", found[0])[0]
        if typed[-1].startswith(start):
            found = [word if word.startswith(start) else start + word for word in found]
        return sorted(found)

    def check_all(self, shell):
        terminal = self.session(f"{line_of_readme(shell)}\nsource <('{SAMPLE}' {shell})")

        def candidates(line):
            return self.candidates(terminal, line)
        self.check_lines(candidates)
        self.check_options(candidates)
        self.check_rules(candidates)
        # A word goes on after `=`, and has come to its end after a file.
        self.assertEqual(terminal.arguments_after("catalint check -o sar\tcat\t-q"),
                         ["check", "-o", "sarif=catalog-info.yaml", "-q"])

    def check_without_program(self, shell):
        empty = self.folder / "no program"
        empty.mkdir()
        (self.folder / "script").write_bytes(
            subprocess.run([CATALINT, "completions", shell], stdout=subprocess.PIPE,
                           check=True).stdout)
        terminal = self.session(f"source '{self.folder / 'script'}'\nPATH='{empty}'")
        for line in ("catalint explain jira/t", "catalint check --since m",
                     "catalint check --select=j"):
            self.assertEqual(terminal.arguments_after(line + self.key), line.split()[1:])
        screen = terminal.screen.decode()
        self.assertNotIn("not found", screen)
        self.assertNotIn("No such", screen)


class Bash(Interactive):
    command = ["bash", "--norc", "--noprofile", "-i"]
    setup = "bind 'set match-hidden-files off'"
    key = shells.BASH_INSERTS_ALL

    def test_candidates(self):
        self.check_all("bash")

    def test_without_the_program(self):
        self.check_without_program("bash")

    def test_open_quote(self):
        terminal = self.session(line_of_readme("bash"))
        self.assertEqual(terminal.arguments_after("catalint check --select 'yaml/en\t"),
                         ["check", "--select", "yaml/encoding"])

    def test_other_word_breaks(self):
        terminal = self.session(f"{line_of_readme('bash')}\nCOMP_WORDBREAKS=' \t\n\"><;|&('")
        for line, expected in [("catalint check --color=al", ["check", "--color=always"]),
                               ("catalint check --select=jira/jql,yaml/en",
                                ["check", "--select=jira/jql,yaml/encoding"])]:
            self.assertEqual(terminal.arguments_after(line + "\t"), expected)


class Zsh(Interactive):
    command = ["zsh", "-f", "-i"]
    setup = shells.ZSH_SETUP
    key = shells.ZSH_INSERTS_ALL

    def candidates(self, terminal, line):
        # zsh goes on with options where nothing else may follow.
        return [word for word in super().candidates(terminal, line)
                if line.split(" ")[-1].startswith("-") or not word.startswith("-")]

    def test_candidates(self):
        self.check_all("zsh")

    def test_without_the_program(self):
        self.check_without_program("zsh")

    def test_from_fpath(self):
        functions = self.folder / "functions"
        functions.mkdir()
        (functions / "_catalint").write_bytes(
            subprocess.run([CATALINT, "completions", "zsh"], stdout=subprocess.PIPE,
                           check=True).stdout)
        terminal = self.session(f"fpath=('{functions}' $fpath)\n{shells.ZSH_SETUP}")
        for _ in range(2):  # at first it is loaded
            self.assertEqual(self.candidates(terminal, "catalint "), COMMANDS)

    def test_descriptions(self):
        terminal = self.session(f"{line_of_readme('zsh')}\nsource <('{SAMPLE}' zsh)")
        for line, told in [
                ("sample remote add --fr",
                 """'single' "double" `tick` [a]: (b) $(c) \\d *e* ~f !g #h"""),
                ("sample rem", """It's "quoted", `ticked`, [bracketed]: $HOME \\n 100% {a,b}"""),
                ("catalint explain acme/", """error, an owner: that isn't [ours]"""),
                ("catalint check --files", "Read more paths from FILE (`-`: standard input), "
                                           "one a line or separated by NUL")]:
            terminal.arguments_after(line + shells.ZSH_LISTS_ALL)
            self.assertTrue(terminal.shows(f"-- {told}"), terminal.screen)


class Fish(Shell):
    def told(self, setup, lines, **variables):
        """The candidates of each line, with their descriptions."""
        asked = "".join("complete -C '" + line.replace("'", "\\'") + "'\necho '<end>'\n"
                        for line in lines)
        fish = subprocess.run(["fish", *([] if variables else ["--no-config"])],
                              input=f"{setup}\n{asked}", stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, cwd=self.work, text=True, check=False,
                              env=self.environment | variables, timeout=shells.PATIENCE)
        self.assertEqual(fish.stderr, "")
        answers = fish.stdout.split("<end>\n")[:-1]
        self.assertEqual(len(answers), len(lines))
        return {line: dict((word + "\t").split("\t")[:2] for word in answer.splitlines())
                for line, answer in zip(lines, answers)}

    def test_candidates(self):
        setup = f"{line_of_readme('fish')}\n'{SAMPLE}' fish | source"
        lines = [*(line for line, _ in LINES), *(f"catalint {name} --" for name in COMMANDS),
                 "catalint check --select "]
        told = self.told(setup, lines)

        def candidates(line):
            return sorted(word.rstrip("/") for word in told[line])
        self.check_lines(candidates)
        self.check_options(candidates)
        self.check_rules(candidates)

    def test_descriptions(self):
        told = self.told(f"{line_of_readme('fish')}\n'{SAMPLE}' fish | source",
                         ["sample remote add --fr", "sample ", "catalint explain acme/"])
        self.assertEqual(told, {
            "sample remote add --fr":
                {"--from": """'single' "double" `tick` [a]: (b) $(c) \\d *e* ~f !g #h"""},
            "sample ": {"remote":
                        """It's "quoted", `ticked`, [bracketed]: $HOME \\n 100% {a,b}"""},
            "catalint explain acme/": {"acme/owner": "error, an owner: that isn't [ours]"}})

    def test_without_the_program(self):
        script = self.folder / "catalint.fish"
        with script.open("w") as out:
            subprocess.run([CATALINT, "completions", "fish"], stdout=out, check=True)
        lines = ["catalint explain jira/t", "catalint check --since m",
                 "catalint check --select=j"]
        self.assertEqual(self.told(f"source '{script}'\nset PATH /nowhere", lines),
                         {line: {} for line in lines})

    def test_where_it_is_installed(self):
        data = self.folder / "data"
        folder = data / "fish" / "vendor_completions.d"
        folder.mkdir(parents=True)
        with (folder / "catalint.fish").open("w") as out:
            subprocess.run([CATALINT, "completions", "fish"], stdout=out, check=True)
        told = self.told("", ["catalint "], XDG_DATA_HOME=str(data))
        self.assertEqual(sorted(told["catalint "]), COMMANDS)


if __name__ == "__main__":
    unittest.main()
