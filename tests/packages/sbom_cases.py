"""The SBOM, by the schema of CycloneDX and by what is in the other packages."""
import hashlib
import json
import pathlib
import tarfile
import unittest
import warnings

import jsonschema

from release import FOLDER, ROOT, VERSION, asset, output_of, run

SCHEMAS = ROOT / "tests/packages/node_modules/@cyclonedx/cyclonedx-library/res/schema"


def schema(name):
    return json.loads((SCHEMAS / f"{name}.SNAPSHOT.schema.json").read_text(encoding="utf-8"))


class Sbom(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.bom = json.loads(asset("*.cdx.json").read_text(encoding="utf-8"))

    def test_schema(self):
        main = schema("bom-1.6")
        referred = [schema("spdx"), schema("jsf-0.82")]
        with warnings.catch_warnings():  # what follows it is not in Debian 12
            warnings.simplefilter("ignore", DeprecationWarning)
            resolver = jsonschema.RefResolver(main["$id"], main, {s["$id"]: s for s in referred})
        jsonschema.Draft7Validator(main, resolver=resolver).validate(self.bom)

    def test_it_describes_what_is_shipped(self):
        with tarfile.open(asset("*.tar.gz")) as archive:
            shipped = {pathlib.PurePath(name).name:
                       [{"alg": "SHA-256",
                         "content": hashlib.sha256(archive.extractfile(name).read()).hexdigest()}]
                       for name in archive.getnames() if "/bin/" in name}
        component = self.bom["metadata"]["component"]
        self.assertEqual(component["hashes"], shipped["catalint"])
        self.assertEqual([(file["name"], file["hashes"]) for file in component["components"]],
                         [("catalint-verify", shipped["catalint-verify"])])
        self.assertEqual(component["version"], VERSION)

    def test_libraries(self):
        libraries = {library["name"]: library for library in self.bom["components"]}
        self.assertEqual({name: library["licenses"][0]["expression"]
                          for name, library in libraries.items()}, {
            "libc6-dev": "LGPL-2.1-or-later",
            "libcli11-dev": "BSD-3-Clause",
            "libcurl4-openssl-dev": "curl",
            "libgcc-12-dev": "GPL-3.0-or-later WITH GCC-exception-3.1",
            "libre2-dev": "BSD-3-Clause",
            "libstdc++-12-dev": "GPL-3.0-or-later WITH GCC-exception-3.1",
            "libyaml-cpp-dev": "MIT",
            "libyaml-dev": "MIT",
            "nlohmann-json3-dev": "MIT"})
        for name, library in libraries.items():
            self.assertEqual(library["version"],
                             output_of("dpkg-query", "--show", "--showformat=${Version}", name))
            for file in library["components"]:
                content = hashlib.sha256(pathlib.Path(file["name"]).read_bytes()).hexdigest()
                self.assertEqual(file["hashes"], [{"alg": "SHA-256", "content": content}])
        archive, = libraries["libyaml-dev"]["components"]
        self.assertTrue(archive["name"].endswith("/libyaml.a"))

    def test_notices(self):
        """Each library's copyright and licence go with the program."""
        with tarfile.open(asset("*.tar.gz")) as archive:
            name, = (name for name in archive.getnames() if name.endswith("/THIRD_PARTY"))
            notices = archive.extractfile(name).read().decode()
        for library in self.bom["components"]:
            own = pathlib.Path("/usr/share/doc", library["name"], "copyright").read_text("utf-8")
            self.assertIn(own.strip(), notices)
            self.assertIn(f"{library['name']} {library['version']}", notices)
        self.assertIn("GNU LESSER GENERAL PUBLIC LICENSE", notices)

    def test_files_of_no_package(self):
        """Nobody can say what is in a program that holds them."""
        build = FOLDER / "strange"
        build.mkdir()
        (build / "CMakeCache.txt").write_text(f"CMAKE_HOME_DIRECTORY:INTERNAL={FOLDER}/sources\n")
        (build / "catalint.map").write_text(f"LOAD {FOLDER}/libstrange.a\nLOAD src/own.o\n")
        said = run("python3", "-B", "packaging/third_party.py", build)
        self.assertEqual((said.returncode, said.stdout.splitlines()[-1]), (1, (
            f"catalint: {FOLDER}/libstrange.a went into the program, but no package of Debian has it; "
            "packages are made of what Debian's packages hold alone")))
