"""A release of catalint on a server of this machine, and ways in which it is broken."""
import hashlib
import http.server
import io
import pathlib
import platform
import subprocess
import tarfile
import tempfile
import threading

ARCHITECTURE = {"x86_64": "amd64", "aarch64": "arm64"}[platform.machine()]


def shipped(path):
    """The bytes of a program, without what a debugger wants of it: a tenth of them."""
    with tempfile.NamedTemporaryFile() as stripped:
        subprocess.run(["strip", "-o", stripped.name, path], check=True)
        return pathlib.Path(stripped.name).read_bytes()


def archive(program, version, architecture=ARCHITECTURE):
    """The name and the bytes of a tarball as a release has it."""
    name = f"catalint-{version}-linux-{architecture}"
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz", compresslevel=1) as tar:
        entry = tarfile.TarInfo(f"{name}/bin/catalint")
        entry.size, entry.mode = len(program), 0o755
        tar.addfile(entry, io.BytesIO(program))
    return f"{name}.tar.gz", packed.getvalue()


def sums(files):
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n"
                   for name, data in sorted(files.items())).encode()


class Server:
    """Serves `files`, by path. What `faults` holds for a path comes first: "cut",
    "hang" or a status, each for one request. `asked` is what was asked for."""

    def __init__(self):
        self.files, self.faults, self.asked = {}, {}, []
        self._released = threading.Event()
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                server.asked.append(self.path)
                data = server.files.get(self.path)
                fault = server.faults.get(self.path, [])
                fault = fault.pop(0) if fault else None
                if fault == "hang":
                    server._released.wait(60)
                    return
                if isinstance(fault, int) or data is None:
                    self.send_error(fault or 404)
                    return
                self.send_response(200)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data[:len(data) // 2] if fault == "cut" else data)

            def log_message(self, *_):
                pass

        self._http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,))
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._http.server_port}"

    def release(self, folder, version, files):
        """Puts files, and their SHA256SUMS, where GitHub has those of a release."""
        for name, data in {**files, "SHA256SUMS": sums(files)}.items():
            self.files[f"{folder}/v{version}/{name}"] = data

    def close(self):
        self._released.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()
