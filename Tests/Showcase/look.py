"""Takes screenshots of the rendered pages and lets axe and a few own checks look at them.

look.py FOLDER [--lang du] [--sizes phone,tablet] [part of a name …]
"""
import argparse
import functools
import http.server
import pathlib
import sys
import threading

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types tafelrunde"
)
SHOWN_AT = 1_795_512_960  # four minutes before the samples' window closes, in seconds
SIZES = {
    "phone": ({"width": 390, "height": 844}, 2),
    "small": ({"width": 320, "height": 640}, 1),
    "tablet": ({"width": 820, "height": 1180}, 1),
    "wide": ({"width": 1920, "height": 1080}, 1),
}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
SMALL_TARGETS = """() => [...document.querySelectorAll('a, button, input:not([type=hidden]), textarea, summary')]
  .filter(e => e.checkVisibility() && !e.closest('.sr-only, .skip') && !e.matches('.skip'))
  .filter(e => !(e.tagName === 'A' && e.closest('p, dd, li')?.matches('.prose *, p, dd')))
  .map(e => e.closest('label') ?? e)
  .map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
  .filter(([, b]) => b.width > 0 && (b.height < 43.5 || b.width < 43.5))
  .map(([h, b]) => `${Math.round(b.width)}x${Math.round(b.height)} ${h}`)"""


class Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript",
                      ".svg": "image/svg+xml", ".woff2": "font/woff2"}

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_):
        pass

    def do_GET(self):
        if self.path.split("?")[0].endswith("/live"):
            self.send_response(204)  # no stream here: the page must stand alone
            self.end_headers()
        else:
            super().do_GET()


def serve(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def look(page, address, name, folder, axe, full):
    page.goto(f"{address}/{name}.html")
    page.screenshot(path=folder / f"{name}.png", full_page=full)
    findings = []
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        findings.append("scrolls sideways")
    if axe:
        for violation in axe.run(page, options=RULES).response["violations"]:
            findings += [f"axe {violation['id']}: {n['html'][:140]}" for n in violation["nodes"]]
        findings += [f"small target {t}" for t in page.evaluate(SMALL_TARGETS)]
    return findings


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--lang", default="du")
    parser.add_argument("--sizes", default=",".join(SIZES))
    parser.add_argument("--schemes", default="light,dark")
    parser.add_argument("--full", action="store_true")
    options = parser.parse_intermixed_args()

    pages = options.folder / "pages"
    names = sorted(p.stem for p in pages.glob("*.html"))
    names = [n for n in names if n.rsplit(".", 1)[1] in options.lang.split(",")]
    names = [n for n in names if not options.names or any(part in n for part in options.names)]
    address, findings, axe = serve(pages), [], Axe()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium-headless-shell", args=["--font-render-hinting=none"])
        for size in options.sizes.split(","):
            viewport, scale = SIZES[size]
            for scheme in options.schemes.split(","):
                context = browser.new_context(viewport=viewport, device_scale_factor=scale, color_scheme=scheme)
                page = context.new_page()
                page.clock.set_fixed_time(SHOWN_AT)
                console = []
                page.on("console", lambda m: console.append(m.text) if m.type == "error" else None)
                folder = options.folder / f"{size}-{scheme}"
                folder.mkdir(exist_ok=True, parents=True)
                for name in names:
                    console.clear()
                    looks_closely = size == "phone" or (size in ("small", "wide") and scheme == "light")
                    found = look(page, address, name, folder, axe if looks_closely else None, options.full)
                    found += [f"console: {c}" for c in console if "Failed to load resource" not in c]
                    findings += [f"{size}-{scheme} {name}: {f}" for f in found]
                context.close()
        browser.close()
    print("\n".join(findings))
    print(f"looked at {len(names)} pages, {len(findings)} findings")
    sys.exit(1 if findings or not names else 0)


main()
