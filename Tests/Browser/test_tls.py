"""Without a proxy: the server speaks TLS itself, and one connection of HTTP/2 carries pages, acts and the live stream."""
import subprocess

import pytest
from playwright.sync_api import expect

from halls import PEOPLE
from making import Hall
from screens import LIVE


@pytest.fixture
def secured(server):
    server.address = f"https://127.0.0.1:{server.port}"
    chain, key = server.folder / "chain.pem", server.folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "30",
         "-subj", "/CN=tafelrunde.example", "-keyout", key, "-out", chain], check=True, capture_output=True)
    server.start("Claim", options=("--tls-certificate", chain, "--tls-key", key))
    hall = Hall(server)
    hall.enter("arriving")
    yield hall
    hall.leave()


@pytest.fixture(scope="session")
def trusting_chromium(playwright):
    """Told for one page alone, it would not trust the worker that holds the stream."""
    browser = playwright.chromium.launch(
        executable_path="/usr/bin/chromium-headless-shell", args=["--ignore-certificate-errors"])
    yield browser
    browser.close()


@pytest.mark.parametrize("engine", ["trusting_chromium", "firefox"])
def test_pages_acts_and_the_stream_share_one_connection(secured, screens, request, engine):
    # What nobody vouches for may keep no pages in Firefox: it says so.
    screens.expected += ["ServiceWorker", "service worker"]
    phone = screens.open("phone", engine=request.getfixturevalue(engine), ignore_https_errors=True)
    phone.goto(f"{secured.path}/join")
    # Before a worker answers for the server, which says nothing of how it was asked.
    spoken = phone.evaluate("performance.getEntriesByType('navigation').map(({ nextHopProtocol }) => nextHopProtocol)")
    assert spoken == ["h2"]
    phone.locator("[name=firstName]").fill("Ada")
    phone.locator('form[action$="/participants"] button').click()
    expect(phone).to_have_url(f"{secured.server.address}{secured.path}")
    cookie, = phone.context.cookies()
    assert cookie["name"] == "__Host-tafelrunde" and cookie["secure"] and cookie["httpOnly"]

    phone.goto(f"{secured.path}/topics")
    topic = secured.propose(secured.join(PEOPLE[1]), "Innenstädte beleben")
    expect(phone.locator(f"#topic-{topic}")).to_be_visible(timeout=LIVE)
    # The stream is open: the server ends cleanly all the same, and the page finds it again.
    server = secured.server
    server.stop()
    server.start(options=("--tls-certificate", server.folder / "chain.pem", "--tls-key", server.folder / "key.pem"))
    screens.expected += ["Failed to load resource", "connection"]
    second = secured.propose(secured.people[-1], "Radwege")
    expect(phone.locator(f"#topic-{second}")).to_be_visible(timeout=15_000)
