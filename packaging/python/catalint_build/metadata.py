"""What a package says of itself. CMakeLists.txt is where most of it stands."""
import re
import typing

CORE = """\
Metadata-Version: 2.1
Name: {name}
Version: {version}
Summary: {summary}
License: Apache-2.0
Classifier: Environment :: Console
Classifier: Intended Audience :: Developers
Classifier: License :: OSI Approved :: Apache Software License
Classifier: Operating System :: MacOS
Classifier: Operating System :: POSIX :: Linux
Classifier: Programming Language :: C++
Classifier: Topic :: Software Development :: Quality Assurance
Requires-Python: >=3.8
Description-Content-Type: text/markdown

{readme}"""


class Metadata(typing.NamedTuple):
    name: str
    version: str
    least_cmake: str
    core: str  # the core metadata, as METADATA and PKG-INFO hold them
    license: str

    @property
    def stem(self):
        """How the names of its archives and folders begin."""
        return f"{self.name}-{self.version}"


def read(root):
    text = (root / "CMakeLists.txt").read_text(encoding="utf-8")
    name, version, summary = re.search(
        r'^project\((\S+) VERSION (\S+)[^)]*DESCRIPTION "([^"]+)"', text, re.MULTILINE).groups()
    least_cmake = re.search(r"^cmake_minimum_required\(VERSION (\S+)\)", text, re.MULTILINE)[1]
    core = CORE.format(name=name, version=version, summary=summary,
                       readme=(root / "README.md").read_text(encoding="utf-8"))
    return Metadata(name, version, least_cmake, core,
                    (root / "LICENSE").read_text(encoding="utf-8"))
