"""What journeys stand on: one binary, its data on disk, two browsers, and people without one."""
import pytest
from playwright.sync_api import sync_playwright

pytest.register_assert_rewrite(
    "altena_harvest", "altena_outputs", "documenting", "iserlohn_counts", "iserlohn_evening", "iserlohn_harvest", "iserlohn_morning", "iserlohn_plan",
    "iserlohn_running", "making", "moderating", "paper", "recording", "tally",
    "telling")

from halls import PEOPLE
from making import Hall
from reception import Reception, behind_walls
from recording import run_a_session
from screens import Screens
from serving import Server
from validity import Validator


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright):
    browser = playwright.chromium.launch(
        executable_path="/usr/bin/chromium-headless-shell", args=["--font-render-hinting=none"])
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def firefox(playwright):
    # A page that comes back as it was left is no navigation to this driver: it waits for one for ever.
    browser = playwright.firefox.launch(
        executable_path="/usr/bin/firefox-esr", channel="moz-firefox",
        firefox_user_prefs={"browser.sessionhistory.max_total_viewers": 0})
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def validator():
    validator = Validator()
    yield validator
    validator.stop()


@pytest.fixture
def server(tmp_path):
    """A server on fresh data, not started yet."""
    server = Server(tmp_path)
    yield server
    if server.is_running:
        server.stop()


@pytest.fixture
def screens(server, chromium, request):
    """Contexts on that server; Firefox starts only for those who ask for it."""
    firefox = request.getfixturevalue("firefox") if "firefox" in request.fixturenames else None
    screens = Screens(server, chromium, firefox)
    yield screens
    screens.close()


@pytest.fixture
def hall(server):
    """A hall whose people arrive."""
    server.start("Claim")
    hall = Hall(server)
    hall.enter("arriving")
    yield hall
    hall.leave()


@pytest.fixture
def session(hall):
    """A session that runs just now, and four people who are there."""
    return run_a_session(hall, PEOPLE[:4])


@pytest.fixture
def reception(hall):
    """What lies between the server and whoever is behind thick walls."""
    reception = Reception(hall.server.address)
    yield reception
    reception.close()


@pytest.fixture
def walls(reception, chromium):
    """Devices behind the walls."""
    walls = behind_walls(reception, chromium)
    yield walls
    walls.close()
