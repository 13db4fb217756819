"""How long somebody at the door looks at nothing: bin/bench first [--visits N] [--program PATH]

Opens five pages of a phone for the first time, with 1.6 Mbit/s, 150 ms and a processor that is four times as slow, and
says when the largest part of each was there (LCP), how many bytes came and how often the server was asked. Needs the
browser that bin/setup test installs. Figures, and what they mean: docs/performance.md
"""
import argparse
import os
import pathlib
import shutil
import statistics
import sys
import tempfile
import urllib.parse

from running import Server, join_all

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
PAGES = {"join": "/join", "now": "", "topics": "/topics", "board": "/board", "people": "/people"}
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "has_touch": True, "is_mobile": True}
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
SLOWER = 4
AIM_MS = 1_500
LARGEST = """
globalThis.largest = 0;
new PerformanceObserver((list) => { for (const { startTime } of list.getEntries()) globalThis.largest = startTime; })
  .observe({ type: 'largest-contentful-paint', buffered: true });
"""


def main(arguments, build):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--visits", type=int, default=7, help="first visits to each page, of which the median counts")
    parser.add_argument("--program", help="a built program; without it the release build is made first")
    options = parser.parse_args(arguments)
    python = TOP / ".venv/bin/python"
    if pathlib.Path(sys.prefix) != TOP / ".venv":
        if not python.is_file():
            sys.exit("bench: the browser's driver is missing: bin/setup test")
        os.execv(python, [python, TOP / "bin/bench", "first", *arguments])
    program = os.path.abspath(options.program) if options.program else build("tafelrunde")
    folder = pathlib.Path(tempfile.mkdtemp(prefix="bench-", dir=TOP / ".build"))
    try:
        measure(options, program, folder)
    finally:
        shutil.rmtree(folder)


def measure(options, program, folder):
    from playwright.sync_api import sync_playwright

    server = Server(program, folder / "data", "demo")
    try:
        gathering = urllib.parse.urlsplit(server.lines(4)["Board"]).path.split("/")[2]
        cookie = join_all(server, gathering, 1)[0]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium-headless-shell")
            for name, path in PAGES.items():
                visits = [
                    visit(browser, f"http://127.0.0.1:{server.port}/g/{gathering}{path}", None if name == "join" else cookie)
                    for _ in range(options.visits)]
                tell(name, visits)
            browser.close()
    finally:
        server.stop()


def visit(browser, address, cookie):
    """Milliseconds until the largest part was painted, bytes over the line, and how often the server was asked."""
    context = browser.new_context(**PHONE, locale="de-DE")
    try:
        if cookie:
            name, value = cookie.split("=", 1)
            context.add_cookies([{"name": name, "value": value, "url": address}])
        page = context.new_page()
        page.add_init_script(LARGEST)
        devtools = context.new_cdp_session(page)
        devtools.send("Network.enable")
        devtools.send("Network.emulateNetworkConditions", LINE)
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        asked, received = set(), []
        devtools.on("Network.requestWillBeSent", lambda event: asked.add(event["requestId"]))
        devtools.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
        page.goto(address, wait_until="load")
        page.evaluate("document.fonts.ready.then(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))))")
        return page.evaluate("globalThis.largest"), sum(received), len(asked)
    finally:
        context.close()


def tell(name, visits):
    largest, received, asked = (statistics.median(column) for column in zip(*visits))
    verdict = "met" if largest < AIM_MS else "MISSED"
    print(
        f"{name:8} LCP {largest:6,.0f} ms ({min(visits)[0]:,.0f} to {max(visits)[0]:,.0f}), aim {AIM_MS:,} {verdict}; "
        f"{received / 1000:.1f} kB with the font, {asked:.0f} requests", flush=True)
