"""The files of a checkout, or of an unpacked source archive."""
import gzip
import io
import os
import pathlib
import shutil
import subprocess
import tarfile

from . import environment

# Never part of it, and may be large.
UNREAD = {".git", "build", "node_modules", "__pycache__"}
ADDED = "PKG-INFO"  # by write_archive


def names(root):
    """What git tracks or does not ignore; without git, whatever is there."""
    found = _listed_by_git(root) if (root / ".git").exists() else None
    if found is None:
        found = _on_disk(root)
    return sorted(name for name in found if name != ADDED and (root / name).is_file())


def copy(root, folder):
    for name in names(root):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(root / name, folder / name)


def _listed_by_git(root):
    try:
        listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=root,
                                env=environment.without_repository(),
                                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    except FileNotFoundError:
        return None
    if listed.returncode != 0:  # such as a checkout of another user's
        return None
    return set(filter(None, os.fsdecode(listed.stdout).split("\0")))


def _on_disk(root):
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name not in UNREAD]
        for name in files:
            yield pathlib.Path(folder, name).relative_to(root).as_posix()


def write_archive(root, about, folder):
    """Writes the source archive into the folder; its name. Same files, same bytes."""
    archive = folder / f"{about.stem}.tar.gz"
    with open(archive, "wb") as file, \
            gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed, \
            tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name in names(root):
            mode = 0o755 if os.access(root / name, os.X_OK) else 0o644
            _add(tar, f"{about.stem}/{name}", (root / name).read_bytes(), mode)
        _add(tar, f"{about.stem}/{ADDED}", about.core.encode(), 0o644)
    return archive.name


def _add(tar, name, content, mode):
    entry = tarfile.TarInfo(name)
    entry.size = len(content)
    entry.mode = mode
    tar.addfile(entry, io.BytesIO(content))
