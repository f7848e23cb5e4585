"""Builds catalint where pip or pre-commit ask for it.

A build backend as PEP 517 has it, with nothing but the standard library and
CMake: a wheel holds the program alone, as a script. What stops a build is told
in the last line of the output, without a traceback.
"""
import pathlib
import tempfile

from . import metadata, program, sources, tools, wheel

ROOT = pathlib.Path(__file__).resolve().parents[3]


def get_requires_for_build_wheel(config_settings=None):
    return []


def get_requires_for_build_sdist(config_settings=None):
    return []


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    return wheel.write_dist_info(metadata.read(ROOT), pathlib.Path(metadata_directory))


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    about = metadata.read(ROOT)
    found = tools.find(about.least_cmake)
    # The checkout stays as it is: its copy is built.
    with tempfile.TemporaryDirectory(prefix="catalint-") as folder:
        copy = pathlib.Path(folder, "source")
        sources.copy(ROOT, copy)
        built = program.build(copy, found)
        return wheel.write(about, built, pathlib.Path(wheel_directory))


def build_sdist(sdist_directory, config_settings=None):
    return sources.write_archive(ROOT, metadata.read(ROOT), pathlib.Path(sdist_directory))
