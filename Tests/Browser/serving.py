"""The program under test: started from its binary on a data folder on disk, and ended by its own pid."""
import datetime
import os
import pathlib
import queue
import signal
import socket
import subprocess
import threading

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("TAFELRUNDE_BINARY", REPOSITORY / ".build/release/tafelrunde"))



def noon_zone():
    """A zone in which it is between twelve and one just now: the days of the journeys never run into midnight."""
    ahead = 12 - datetime.datetime.now(datetime.UTC).hour
    # The names of POSIX count westwards; Firefox takes none of them for no hours at all.
    return f"Etc/GMT{-ahead:+}" if ahead else "Africa/Abidjan"


ZONE = noon_zone()

# What the tests are told is no setting of the server.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("TAFELRUNDE_")}
ENVIRONMENT["TAFELRUNDE_TIME_ZONE"] = ZONE


class Server:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.log = self.folder / "log.txt"
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.process = None
        self.said = {}

    def start(self, *expected, command="serve", options=()):
        """Starts it and waits until it has printed the lines that are named: `Address`, `Claim`, …"""
        assert BINARY.is_file(), f"{BINARY} is not there: build it, or name one in TAFELRUNDE_BINARY"
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [BINARY, command, "--data", self.folder / "data", "--listen", "127.0.0.1", "--port", str(self.port),
                 "--public-address", self.address, *options],
                stdout=subprocess.PIPE, stderr=log, text=True, env=ENVIRONMENT)
        lines = queue.Queue()
        threading.Thread(target=self._listen, args=(self.process.stdout, lines), daemon=True).start()
        self.said = {}
        while not set(expected or ("Address",)) <= set(self.said):
            line = lines.get(timeout=30)
            assert line is not None, f"the server ended with {self.process.wait()}:\n{self.log.read_text()[-3000:]}"
            name, _, value = line.partition(": ")
            self.said[name] = value.strip()
        return self

    def path(self, name):
        return self.said[name].removeprefix(self.address)

    def run(self, *arguments):
        """Another command on the same data, beside the running server."""
        return subprocess.run(
            [BINARY, *arguments, "--data", self.folder / "data"], capture_output=True, text=True, timeout=30,
            env=ENVIRONMENT)

    def stop(self):
        """As an operator does: SIGTERM, and it ends cleanly."""
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=20)
        assert code == 0, f"the server ended with {code}:\n{self.log.read_text()[-3000:]}"

    def kill(self):
        """As a power cut does."""
        self.process.kill()
        self.process.wait(timeout=20)

    @property
    def is_running(self):
        return self.process is not None and self.process.poll() is None

    @staticmethod
    def _listen(stream, lines):
        for line in stream:
            lines.put(line)
        lines.put(None)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
