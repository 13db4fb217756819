"""The program that is measured: started on a data folder of its own, ended by its own pid; and the first who come in."""
import concurrent.futures
import contextlib
import http.client
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.parse


class Server:
    """The program, serving a data folder. `environment`: what it is told besides."""

    def __init__(self, program, folder, *arguments, environment=None):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.folder = folder
        command = [program, *arguments, "--data", str(folder), "--listen", "127.0.0.1", "--port", str(self.port)]
        command += ["--public-address", f"http://127.0.0.1:{self.port}", "--log-level", "warning"]
        own = {key: value for key, value in os.environ.items() if not key.startswith("TAFELRUNDE_")}
        self.began = time.perf_counter()
        self.log = open(f"{folder}.log", "a+", encoding="utf-8")
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=self.log, text=True, env=own | (environment or {}), cwd=folder.parent)

    @property
    def pid(self):
        return self.process.pid

    def until(self, path):
        """Seconds from the start of the process to the first whole answer."""
        status = None
        while time.perf_counter() - self.began < 120:
            if self.process.poll() is not None:
                self.log.seek(0)
                sys.exit(f"bench: the program ended with {self.process.returncode}:\n{self.log.read()}")
            try:
                status = self.get(path)
            except OSError:
                time.sleep(0.001)
            if status == 200:
                return time.perf_counter() - self.began
        self.process.kill()
        sys.exit(f"bench: {path} was answered with {status} only")

    def get(self, path):
        return self.ask("GET", path)[0]

    def ask(self, method, path, fields=None, cookie=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        with contextlib.closing(connection):
            headers = {"Sec-Fetch-Site": "same-origin"}
            if cookie:
                headers["Cookie"] = cookie
            body = None
            if fields is not None:
                headers["Content-Type"] = "application/x-www-form-urlencoded"
                body = urllib.parse.urlencode(fields)
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.getheader("Set-Cookie"), answer.read().decode()

    def lines(self, count):
        """The first lines it prints, by their first word."""
        return dict(self.process.stdout.readline().strip().split(": ", 1) for _ in range(count))

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        if self.process.wait(timeout=60) != 0:
            sys.exit("bench: the program did not end cleanly")
        self.process.stdout.close()
        self.log.close()


def join_all(server, gathering, people):
    """Everybody takes a seat through the door; returns their cookies."""

    def join(number):
        fields = {"firstName": f"Gast {number}", "organisation": "Altena", "hashtags": "", "act": f"bench-join-{number:06}"}
        status, cookie, _ = server.ask("POST", f"/g/{gathering}/participants", fields)
        if status != 303 or not cookie:
            sys.exit(f"bench: joining was answered with {status}")
        return cookie.split(";")[0]

    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        return list(pool.map(join, range(people)))


def moderator(server, link):
    """The cookie of the device that opens the moderator's link."""
    status, cookie, _ = server.ask("POST", link, {"act": "bench-link-000001"})
    if status != 303 or not cookie:
        sys.exit(f"bench: the moderator's link was answered with {status}")
    return cookie.split(";")[0]


def open_window(server, gathering, link):
    """Opens the window for wishes as the moderator; returns the numbers of all topics."""
    cookie = moderator(server, link)
    status, _, said = server.ask("POST", f"/g/{gathering}/phase", {"phase": "weighing", "act": "bench-open-000001"}, cookie)
    if status != 303:
        sys.exit(f"bench: opening the window was answered with {status}: {said}")
    _, _, page = server.ask("GET", f"/g/{gathering}/console/topics", cookie=cookie)
    topics = sorted(set(re.findall(rf"/g/{gathering}/(?:console/)?proposals/(\d+)", page)), key=int)
    if not topics:
        sys.exit("bench: the moderator's page shows no topics")
    return topics


def journal(folder, query, *values):
    """The one number that a query of the journal gives, also while the program writes."""
    with contextlib.closing(sqlite3.connect(f"file:{folder}/journal.sqlite?mode=ro", uri=True)) as database:
        return database.execute(query, values).fetchone()[0]


def entry_count(folder):
    return journal(folder, "SELECT coalesce(max(position), 0) FROM entry")
