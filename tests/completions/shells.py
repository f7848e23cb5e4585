"""Shells that complete lines for us, as they do at a terminal."""
import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import threading
import time

PATIENCE = 120  # seconds until a shell that says nothing counts as stuck
BASH_INSERTS_ALL = "\x1b*"
ZSH_INSERTS_ALL = "\x18a"
ZSH_LISTS_ALL = "\x18l"
ZSH_SETUP = """
autoload -Uz compinit && compinit -u -D
zle -C insert-all complete-word _generic
bindkey '^Xa' insert-all
bindkey '^Xl' list-choices
zstyle ':completion:insert-all::::' completer _all_matches _complete
zstyle ':completion:insert-all:*' insert yes
LISTMAX=10000
"""


class Terminal:
    """A shell at a terminal. A program whose lines are completed is a function
    there, which hands its arguments to us."""

    def __init__(self, command, setup, programs, folder, work, environment):
        pipe = folder / "arguments"
        os.mkfifo(pipe)
        self.pipe = os.open(pipe, os.O_RDWR)
        functions = "".join(f"{name}() {{ printf '%s\\n' \"$@\" '<end>' >'{pipe}'; }}\n"
                            for name in programs)
        (folder / "setup").write_text(f"{setup}\n{functions}printf '<end>\\n' >'{pipe}'\n")
        self.controller, terminal = pty.openpty()
        # As many lines and columns as no list needs.
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 3000, 400, 0, 0))
        self.shell = subprocess.Popen(command, stdin=terminal, stdout=terminal, stderr=terminal,
                                      cwd=work, env=environment, start_new_session=True)
        os.close(terminal)
        self.screen = b""
        self.more = threading.Condition()
        self.reader = threading.Thread(target=self.read_screen)
        self.reader.start()
        self.arguments_after(f". '{folder / 'setup'}'")

    def read_screen(self):
        try:
            while read := os.read(self.controller, 65536):
                with self.more:
                    self.screen += read
                    self.more.notify()
        except OSError:  # the shell is gone
            pass

    def arguments_after(self, typed):
        """What the program is given once this is typed, and Enter."""
        os.write(self.controller, typed.encode() + b"\n")
        told, deadline = b"", time.monotonic() + PATIENCE
        while not told.endswith(b"<end>\n"):
            if not select.select([self.pipe], [], [], max(0, deadline - time.monotonic()))[0]:
                raise AssertionError(f"{typed!r} gets no answer; the screen shows {self.screen}")
            told += os.read(self.pipe, 65536)
        return told.decode().splitlines()[:-1]

    def shows(self, text):
        """Whether the screen has that somewhere, sooner or later."""
        with self.more:
            return self.more.wait_for(lambda: text.encode() in self.screen, PATIENCE)

    def close(self):
        self.shell.kill()
        self.shell.wait()
        self.reader.join()
        os.close(self.controller)
        os.close(self.pipe)
