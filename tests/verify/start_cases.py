"""How `catalint verify` becomes the program that asks."""
import shutil
import subprocess

from program import PROGRAMS
from trouble import Trouble


class Programs(Trouble):
    def message_of(self, install):
        place = self.folder / "bin"
        place.mkdir()
        shutil.copy(PROGRAMS["catalint"], place)
        install(place / "catalint-verify")
        said = subprocess.run([place / "catalint", "verify"], cwd=self.catalog, env=self.environment(""),
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
        self.assertEqual((said.returncode, said.stdout), (3, ""))
        return said.stderr.replace(str(place), "BIN")

    def script(self, text):
        def install(path):
            path.write_text(f"#!/bin/sh\n{text}\n")
            path.chmod(0o755)
        return install

    def test_it_is_not_there(self):
        self.assertEqual(self.message_of(lambda path: None),
                         "catalint: `BIN/catalint-verify` is not there; `catalint verify` is that program, "
                         "which is built where libcurl is installed\n")

    def test_it_lacks_its_library(self):
        self.assertEqual(self.message_of(self.script("exit 127")),
                         "catalint: `BIN/catalint-verify` does not start; it needs libcurl, which Debian "
                         "calls libcurl4, and a C library no older than where it was built\n")

    def test_it_is_another(self):
        self.assertEqual(self.message_of(self.script("echo catalint 0.0.0")),
                         "catalint: `BIN/catalint-verify` is of another version than this program\n")
