#!/usr/bin/env python3
"""`catalint verify` against a real HTTP server on loopback.

usage: verify_test.py [--update] CATALINT CATALINT-VERIFY [TEST...]

Both programs lie in one folder. With --update the blocks of the documents that are
marked `console verify` are written anew.
"""
import pathlib
import sys
import unittest

import document_cases
import program
from cache_cases import Counts, Kept
from document_cases import Documents
from finding_cases import Credentials, Findings
from known_projects_cases import KnownProjects, Renamed
from proxy_cases import Proxies
from refusal_cases import OtherAnswers, Refusals
from secret_cases import Secrets
from start_cases import Programs
from waiting_cases import Pauses, Silence
from way_cases import Certificates, Redirects

__all__ = ["Certificates", "Counts", "Credentials", "Documents", "Findings", "Kept", "KnownProjects", "OtherAnswers",
           "Pauses", "Programs", "Proxies", "Redirects", "Refusals", "Renamed", "Secrets", "Silence"]

if __name__ == "__main__":
    if "--update" in sys.argv:
        sys.argv.remove("--update")
        document_cases.UPDATE = True
    for name in ("catalint", "catalint-verify"):
        program.PROGRAMS[name] = pathlib.Path(sys.argv.pop(1)).resolve()
    unittest.main()
