"""Wheels, as the binary distribution format describes them."""
import base64
import hashlib
import platform
import sysconfig
import zipfile


def tag():
    """Any Python 3; this system alone."""
    return f"py3-none-{system()}"


def system(name=None, release=None, machine=None):
    """The platform's tag; what this Python says of itself unless told otherwise.

    On macOS the program fits the system that built it, whatever older ones and
    other machines this Python was built for.
    """
    name = name or sysconfig.get_platform()
    if name.startswith("macosx-"):
        major, minor = ((release or platform.mac_ver()[0]) + ".0").split(".")[:2]
        name = f"macosx_{major}_{0 if int(major) > 10 else minor}_{machine or platform.machine()}"
    return name.replace("-", "_").replace(".", "_")


def dist_info(about):
    """The files that describe the wheel, RECORD excepted: names and contents."""
    folder = f"{about.stem}.dist-info"
    return {
        f"{folder}/LICENSE": about.license.encode(),
        f"{folder}/METADATA": about.core.encode(),
        f"{folder}/WHEEL": ("Wheel-Version: 1.0\n"
                            f"Generator: catalint_build {about.version}\n"
                            "Root-Is-Purelib: false\n"
                            f"Tag: {tag()}\n").encode(),
    }


def write_dist_info(about, folder):
    """Writes these files into the folder; the name of theirs."""
    for name, content in dist_info(about).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    return f"{about.stem}.dist-info"


def write(about, program, folder):
    """Writes the wheel into the folder; its name. Same program, same bytes."""
    wheel = folder / f"{about.stem}-{tag()}.whl"
    script = f"{about.stem}.data/scripts/{program.name}"
    record = f"{about.stem}.dist-info/RECORD"
    rows = []
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, content in {script: program.read_bytes(), **dist_info(about)}.items():
            _add(archive, name, content, 0o755 if name == script else 0o644)
            rows.append(f"{name},sha256={_digest(content)},{len(content)}\n")
        _add(archive, record, "".join([*rows, f"{record},,\n"]).encode(), 0o644)
    return wheel.name


def _add(archive, name, content, mode):
    entry = zipfile.ZipInfo(name)  # of 1980, as every time
    entry.create_system = 3  # Unix, whose modes these are
    entry.external_attr = (0o100000 | mode) << 16
    archive.writestr(entry, content, zipfile.ZIP_DEFLATED)


def _digest(content):
    """As RECORD wants it: base64 for addresses, without padding."""
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
