"""A command that answers: one line in, one line out."""

import json
import queue
import shlex
import subprocess
import tempfile
import threading

RESTARTS = 5


class Broken(Exception):
    """No answer came, or none that can be read."""


class Refused(Exception):
    """A criteria file that the command does not load."""


class Command:
    """Starts the command when it is asked something, and again after it broke."""

    def __init__(self, text, patience):
        self.words, self.patience = shlex.split(text), patience
        self.process, self.started, self.loaded = None, 0, set()

    def ask(self, line):
        """The answer to a request, an object."""
        if self.process is None:
            self._start()
        try:
            self.process.stdin.write(line + "\n")
            self.process.stdin.flush()
            answer = self.lines.get(timeout=self.patience)
        except OSError:
            answer = ""
        except queue.Empty:
            raise self._broken(f"no answer within {self.patience} s") from None
        if not answer:
            raise self._broken("it ended")
        try:
            found = json.loads(answer, parse_float=str)
        except ValueError:
            raise self._broken(f"not JSON: {answer[:200]!r}") from None
        if not isinstance(found, dict):
            raise self._broken(f"not an object: {answer[:200]!r}")
        return found

    def load(self, criteria_set):
        """Sends a criteria file once."""
        if self.process is None:
            self._start()
        if criteria_set.name not in self.loaded:
            answer = self.ask(criteria_set.request)
            if answer.get("errors"):
                raise Refused(json.dumps(answer["errors"][:3], ensure_ascii=False))
            self.loaded.add(criteria_set.name)

    def close(self):
        """Ends the command as it should end: by the end of its input."""
        if self.process is not None:
            self.process.stdin.close()
            try:
                self.process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.process.kill()
            self._forget()

    def _start(self):
        if self.started > RESTARTS:
            raise Broken(f"it broke {self.started} times and is not started again")
        self.started += 1
        self.loaded = set()
        self.told = tempfile.TemporaryFile(mode="w+", encoding="utf-8", errors="replace")
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": self.told}
        self.process = subprocess.Popen(self.words, encoding="utf-8", errors="replace", **pipes)
        self.lines = queue.Queue()
        self.reader = threading.Thread(target=_collect, args=(self.process.stdout, self.lines), daemon=True)
        self.reader.start()

    def _broken(self, what):
        self.process.kill()
        self.process.wait()
        self.told.seek(0)
        last = " | ".join(self.told.read()[-400:].split("\n")[-4:]).strip(" |")
        self._forget()
        return Broken(f"{what}; it said: {last}" if last else what)

    def _forget(self):
        self.reader.join(timeout=10)
        for stream in (self.process.stdin, self.process.stdout, self.told):
            try:
                stream.close()
            except OSError:
                pass  # What could not be written to a command that ended.
        self.process = None


def _collect(stream, lines):
    for line in stream:
        lines.put(line)
    lines.put("")
