"""The browsers in the hall: phones, a tablet, the projector. Each is watched: nothing from elsewhere, no complaint."""
import contextlib
import urllib.parse

from playwright.sync_api import expect

from dom import parse
from making import cookies
from serving import ZONE

PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "has_touch": True}
TABLET = {"viewport": {"width": 820, "height": 1180}, "has_touch": True}
PROJECTOR = {"viewport": {"width": 1920, "height": 1080}}
NARROW = {"viewport": {"width": 320, "height": 640}}
SIZES = {"phone": PHONE, "tablet": TABLET, "projector": PROJECTOR}

# Long enough for two busy cores; what has to be quick says so itself.
PATIENCE = 15_000
expect.set_options(timeout=PATIENCE)
# An open page is current so soon after an act.
LIVE = 2_000


class Screens:
    """Opens contexts on one server, and says at the end what they complained about."""

    def __init__(self, server, chromium, firefox):
        self.server, self.chromium, self.firefox = server, chromium, firefox
        self.contexts, self.complaints = [], []
        # What a test provokes on purpose: the browser logs refused pages and cut connections as errors.
        self.expected = []

    def open(self, size, *, engine=None, **options):
        engine = engine or self.chromium
        context = engine.new_context(**{
            "base_url": self.server.address, "locale": "de-DE", "timezone_id": ZONE,
            "reduced_motion": "reduce", **SIZES.get(size, NARROW), **options})
        context.set_default_timeout(PATIENCE)
        context.on("request", self._see)
        context.on("console", self._hear)
        context.on("weberror", lambda error: self._complain(f"script: {error.error}"))
        self.contexts.append(context)
        return context.new_page()

    def phone(self, **options):
        return self.open("phone", **options)

    def tablet(self, **options):
        return self.open("tablet", **options)

    def projector(self, **options):
        return self.open("projector", **options)

    def close_one(self, page):
        self.contexts.remove(page.context)
        page.context.close()

    def close(self):
        for context in self.contexts:
            context.close()
        assert not self.complaints, "the browsers complained:\n" + "\n".join(self.complaints)

    @contextlib.contextmanager
    def expecting(self, *parts):
        """Complaints with one of these parts are meant to come."""
        self.expected += parts
        yield
        # They stay expected: a browser reports a cut connection when it likes.

    def _see(self, request):
        origin = "{0.scheme}://{0.netloc}".format(urllib.parse.urlsplit(request.url))
        if origin != self.server.address and not request.url.startswith(("data:", "blob:")):
            self.complaints.append(f"asked elsewhere: {request.url}")

    def _hear(self, message):
        if message.type in ("error", "warning"):
            self._complain(f"{message.type} on {message.page.url if message.page else '?'}: {message.text}")

    def _complain(self, text):
        if not any(part in text for part in self.expected):
            self.complaints.append(text)


# A page that no frame reaches: what is tapped there is tapped on what it showed first.
DEAF = "delete window.SharedWorker; window.EventSource = class { addEventListener() {} close() {} };"


def screen(screens, visitor, size, path, *, script=None, **options):
    """The visitor's own device with a page open. `script` runs before the page's own."""
    page = screens.open(size, **options)
    if script:
        page.add_init_script(script)
    page.context.add_cookies(cookies(visitor))
    page.goto(path)
    return page


def press(page, action, *, within=None, **hidden):
    """Presses the button of the form to …action, and waits until the server took it and the page shows it.

    Every page, and every part fetched anew, carries fresh act ids: the old one is gone when the page has moved on.
    """
    form = form_of(page, action, within=within, **hidden)
    if (fold := form.locator("xpath=ancestor::details[not(@open)]")).count():
        fold.first.locator("> summary").click()
    send(page, form)


def send(page, form, button=None):
    """Sends a form that has been filled in."""
    act = form.locator("input[name=act]").input_value()
    address = form.get_attribute("action")
    with page.expect_response(lambda answer: answer.request.method == "POST" and address in answer.url):
        (button or form.locator("button").first).click()
    expect(page.locator(f'input[name="act"][value="{act}"]')).to_have_count(0)


def form_of(page, action, *, within=None, **hidden):
    values = "".join(f':has(input[name="{name}"][value="{value}"])' for name, value in hidden.items())
    return (within or page).locator(f'form[action$="{action}"]{values}').first


def tree(page):
    """The page as it stands now."""
    return parse(page.content())
