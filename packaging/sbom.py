#!/usr/bin/env python3
"""Prints what is in the programs, as CycloneDX 1.6.

usage: sbom.py BUILD PROGRAM VERSION

PROGRAM is the file as it is shipped, and catalint-verify lies beside it. The moment is SOURCE_DATE_EPOCH.
"""
import datetime
import hashlib
import json
import os
import pathlib
import sys
import uuid

from linked_packages import linked_packages

HOME = "https://github.com/catalint/catalint"


def hashes(path):
    return [{"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}]


def component(package, distribution):
    purl = (f"pkg:deb/debian/{package.name}@{package.version.replace('+', '%2B')}"
            f"?arch={package.architecture}&distro={distribution}&upstream={package.source}")
    return {
        "type": "library",
        "bom-ref": purl,
        "name": package.name,
        "version": package.version,
        "licenses": [{"expression": package.licence}],
        "purl": purl,
        "externalReferences": [{"type": "website", "url": package.homepage}],
        "components": [{"type": "file", "name": str(path), "hashes": hashes(path)}
                       for path in package.files],
    }


def main():
    build, program, version = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
    moment = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
    release = dict(line.split("=", 1) for line in
                   pathlib.Path("/etc/os-release").read_text(encoding="utf-8").split("\n") if line)
    distribution = "-".join(release[key].strip('"') for key in ("ID", "VERSION_ID"))
    itself = {
        "type": "application",
        "bom-ref": f"pkg:github/catalint/catalint@v{version}",
        "name": "catalint",
        "version": version,
        "licenses": [{"expression": "Apache-2.0"}],
        "purl": f"pkg:github/catalint/catalint@v{version}",
        "hashes": hashes(program),
        "externalReferences": [{"type": "website", "url": HOME}, {"type": "vcs", "url": f"{HOME}.git"}],
        "components": [{"type": "file", "name": "catalint-verify",
                        "hashes": hashes(program.parent / "catalint-verify")}],
    }
    libraries = [component(package, distribution) for package in linked_packages(build)]
    references = [library["bom-ref"] for library in libraries]
    print(json.dumps({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid.uuid5(uuid.NAMESPACE_URL, HOME + itself["hashes"][0]["content"]).urn,
        "version": 1,
        "metadata": {
            "timestamp": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "lifecycles": [{"phase": "build"}],
            "component": itself,
        },
        "components": libraries,
        "dependencies": [{"ref": itself["bom-ref"], "dependsOn": references},
                         *({"ref": reference} for reference in references)],
        "compositions": [{"aggregate": "complete", "assemblies": [itself["bom-ref"]],
                          "dependencies": [itself["bom-ref"]]}],
    }, indent=2))


main()
