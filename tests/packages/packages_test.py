#!/usr/bin/env python3
"""A release is what its documents say, and each of its packages works where it is
installed. docs/packages.md is for those who install them.

usage: packages_test.py [TEST...]

What is installed goes into folders that are empty before and gone afterwards.
"""
import unittest

import release
from archive_cases import Archive, Documents
from debian_cases import Debian
from image_cases import Image
from npm_cases import Npm
from release_cases import Mistakes, Release
from sbom_cases import Sbom

__all__ = ["Archive", "Debian", "Documents", "Image", "Mistakes", "Npm", "Release", "Sbom"]


if __name__ == "__main__":
    try:
        release.make()
        unittest.main()
    finally:
        release.remove()
