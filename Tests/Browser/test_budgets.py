"""A first visit over a bad line: how much comes, how often the server is asked, and whether anything jumps."""
import pytest
from playwright.sync_api import expect

from halls import PEOPLE
from making import cookies

BYTES_MAX = 60_000
# Of eight: the worker that holds the stream asks for itself and for the stream.
REQUESTS_MAX = 6
SHIFT_MAX = 0.05

SHIFTS = """
globalThis.shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shifts += entry.value;
}).observe({ type: 'layout-shift', buffered: true });
"""


@pytest.mark.parametrize("path", ["/join", "", "/topics", "/board", "/people"])
def test_a_first_visit_is_small_and_still(hall, screens, path):
    host, guest = (hall.join(person) for person in PEOPLE[:2])
    for number in range(20):
        hall.propose(host if number % 2 else guest, f"Thema Nummer {number + 1}")
    hall.enter("weighing")

    screens.expected.append("Service Worker registration blocked")
    phone = screens.open("phone", service_workers="block")
    if path != "/join":
        phone.context.add_cookies(cookies(guest))
    phone.add_init_script(SHIFTS)
    network = phone.context.new_cdp_session(phone)
    network.send("Network.enable")
    asked, received = {}, {}
    network.on("Network.requestWillBeSent", lambda event: asked.setdefault(event["requestId"], event["request"]["url"]))
    network.on("Network.loadingFinished", lambda event: received.setdefault(event["requestId"], event["encodedDataLength"]))
    phone.goto(hall.path + path, wait_until="load")
    phone.evaluate("document.fonts.ready.then(() => true)")
    expect(phone.locator("h1").first).to_be_attached()

    sizes = {asked[request]: size for request, size in received.items() if request in asked}
    without_font = {url: size for url, size in sizes.items() if not url.endswith(".woff2")}
    assert sum(without_font.values()) <= BYTES_MAX, without_font
    assert len(asked) <= REQUESTS_MAX, list(asked.values())
    assert phone.evaluate("globalThis.shifts") <= SHIFT_MAX
