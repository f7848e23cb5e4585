"""The environment that programs are started with."""
import os
import subprocess


def without_repository():
    """Git tells a hook by variables which repository it runs for; with them every
    other git would work there too, wherever it is started."""
    try:
        named = subprocess.run(["git", "rev-parse", "--local-env-vars"], stdout=subprocess.PIPE,
                               check=False).stdout.decode().split()
    except FileNotFoundError:
        named = []
    return {key: value for key, value in os.environ.items() if key not in named}


def for_building(folder):
    """With them ccache finds what it compiled in another folder before. A base above
    the folder would not do: paths to the system's headers would hold its depth."""
    return {**without_repository(), "CCACHE_BASEDIR": str(folder), "CCACHE_NOHASHDIR": "1"}
