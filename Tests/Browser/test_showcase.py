"""All of the looks: the page of tokens and components on three screens, light and dark, and every page's samples once.

Pictures come to lie in screenshots/showcase. What axe says of whole pages the tour of test_pages asks; bin/showcase
--look asks it of the samples too, for every screen and both schemes, and may name
the pages that are meant.
"""
import concurrent.futures
import os
import queue
import re
import subprocess
import threading

import pytest

from dom import parse
from looking import RULES, Looking
from screens import NARROW, SIZES, Screens
from serving import ENVIRONMENT, REPOSITORY

BINARY = REPOSITORY / os.environ.get("TAFELRUNDE_SHOWCASE", ".build/debug/showcase")
FOLDERS = REPOSITORY / "Sources/CAssets/files", REPOSITORY / "Tests/Showcase/files"
PICTURES = REPOSITORY / "screenshots/showcase"
THOROUGH = "SHOWCASE_NAMES" in os.environ
NAMES = os.environ.get("SHOWCASE_NAMES", "").split()
LANGUAGE = os.environ.get("SHOWCASE_LANGUAGE", "du")
# Each page on the screen it was made for.
MADE_FOR = {"projector": "projector", "board": "projector", "console": "tablet", "sheet": "tablet"}
SHOWN_AT = 1_795_512_960_000  # four minutes before the samples' window closes
# Components stand beside each other out of the order and the landmarks of their pages.
PART_RULES = [rule for rule in RULES if rule != "best-practice"]
STARTS_WITHIN_SECONDS = 60
PICTURE_HEIGHT = 4_000


class Showcase:
    def __init__(self):
        assert BINARY.is_file(), f"{BINARY} is not there: swift build --product showcase"
        self.process = subprocess.Popen([BINARY, "0", *FOLDERS], stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)
        lines = queue.Queue()
        threading.Thread(target=lambda: lines.put(self.process.stdout.readline()), daemon=True).start()
        said = lines.get(timeout=STARTS_WITHIN_SECONDS)
        self.address = re.fullmatch(r"Showcase: (http://.*)/showcase\n", said)[1]

    def stop(self):
        self.process.terminate()
        assert self.process.wait(timeout=20) == 0


@pytest.fixture
def showcase():
    showcase = Showcase()
    yield showcase
    showcase.stop()


@pytest.fixture
def looking(showcase, chromium, validator):
    screens = Screens(showcase, chromium, None)
    window = screens.open("phone", device_scale_factor=1)
    window.clock.set_fixed_time(SHOWN_AT)
    PICTURES.mkdir(parents=True, exist_ok=True)
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        yield Gallery(window, validator, pool)
    screens.close()


class Gallery(Looking):
    def __init__(self, window, validator, pool):
        super().__init__(window)
        self.validator, self.pool = validator, pool
        self.validities = []

    def open(self, name, path):
        self.window.set_viewport_size(NARROW["viewport"])
        html = self.window.goto(path, wait_until="load").text()
        # The checker works while the browser does.
        self.validities.append((name, self.pool.submit(self.validator.findings, html)))
        if THOROUGH or name == "showcase":
            self.window.evaluate(self.axe)
        return html

    def take_long(self, name, size, schemes, rules):
        """All of a long page is more than one picture can hold: as many as it is high."""
        self.window.set_viewport_size({**SIZES[size]["viewport"], "height": PICTURE_HEIGHT})
        for scheme in schemes:
            self.window.emulate_media(color_scheme=scheme)
            if rules:
                self.audit(f"{name} {size} {scheme}", rules)
            height = self.window.evaluate("document.documentElement.scrollHeight")
            for number, top in enumerate(range(0, height, PICTURE_HEIGHT), start=1):
                self.window.evaluate("top => scrollTo({ top, behavior: 'instant' })", top)
                self.window.screenshot(path=PICTURES / f"{name}-{size}-{scheme}-{number:02}.png")
        self.window.emulate_media(color_scheme="light")

    def take(self, name, size, schemes, rules, *, full_page=True):
        self.window.set_viewport_size(SIZES[size]["viewport"])
        for scheme in schemes:
            self.window.emulate_media(color_scheme=scheme)
            if rules:
                self.audit(f"{name} {size} {scheme}", rules)
            self.window.screenshot(path=PICTURES / f"{name}-{size}-{scheme}.png", full_page=full_page)
        self.window.emulate_media(color_scheme="light")

    def close(self):
        for name, validity in self.validities:
            # A row of a table that stands alone has fewer columns than it spans.
            texts = [text for text in validity.result() if name != "showcase" or "Table columns in range" not in text]
            self.findings += [f"{name}: {text}" for text in texts]
        assert not self.findings, f"{len(self.findings)} findings:\n" + "\n".join(self.findings)


def test_tokens_and_components_are_fit_to_be_seen(looking):
    html = looking.open("showcase", f"/showcase?in={LANGUAGE}")
    looking.measure("showcase narrow")
    for size in SIZES:
        schemes = ("light", "dark") if THOROUGH or size == "phone" else ("dark" if size == "projector" else "light",)
        looking.take_long("showcase", size, schemes, PART_RULES if size == "phone" else None)

    assert len(parse(html).all("figure", "showcase-figure")) > 100
    looking.close()


def test_every_sample_is_fit_to_be_seen(looking):
    links = [link["href"] for link in parse(looking.open("showcase", f"/showcase?in={LANGUAGE}")).all("a", href=True)]
    paths = [path for path in links if path.startswith("/showcase/pages/")]
    paths = [path for path in paths if not NAMES or any(name in path for name in NAMES)]
    for path in paths:
        name = path.rsplit("/", 1)[1]
        html = looking.open(name, path)
        looking.measure(f"{name} narrow")
        made_for = MADE_FOR.get(re.search(r"styles/bundle/(\w+)\.css", html)[1], "phone")
        for size in SIZES if THOROUGH else [made_for]:
            looking.take(name, size, ("light", "dark") if THOROUGH else ("light",), RULES if THOROUGH and size == made_for else None,
                         full_page=size != "projector")

    print(f"looked at {len(paths)} pages")
    assert paths, "no page has such a name"
    looking.close()
