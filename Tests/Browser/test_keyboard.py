"""By keyboard alone from joining to a published board, the moderator too; and whoever tabs always sees where they are."""
import re

from playwright.sync_api import expect

LOOK = """(target) => {
  const e = document.activeElement;
  if (!e || e === document.body) return { isHere: false, name: 'body' };
  const near = [e, e.closest('label'), e.parentElement, e.nextElementSibling, e.closest('li')].filter(Boolean);
  const looks = near.flatMap((n) => [getComputedStyle(n), getComputedStyle(n, '::before'), getComputedStyle(n, '::after')]);
  const hasRing = looks.some((s) =>
    (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || (s.boxShadow && s.boxShadow !== 'none'));
  const shown = e.closest('label') ?? e;
  const b = shown.getBoundingClientRect();
  const points = [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]].map(([x, y]) => [b.x + b.width * x, b.y + b.height * y]);
  const isSeen = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (shown.contains(top) || top.contains(shown));
  });
  return { isHere: e === target, name: e.outerHTML.slice(0, 120), hasRing, isSeen };
}"""


class Keys:
    """Somebody with nothing but a keyboard."""

    def __init__(self, page):
        self.page = page
        self.lost = []

    def to(self, target, tabs_max=250):
        """Tabs until the target has the focus, and looks each time whether the focus is seen."""
        expect(target).to_have_count(1)
        for _ in range(tabs_max):
            self.page.keyboard.press("Tab")
            looked = target.evaluate(LOOK)
            if looked["name"] != "body" and not (looked["hasRing"] and looked["isSeen"]):
                self.lost.append(f"{self.page.url}: {looked}")
            if looked["isHere"]:
                return
        raise AssertionError(f"Tab never reaches {target} on {self.page.url}")

    def press(self, target, key="Enter"):
        """Sends a form by its button, or follows a link, and waits until the page has moved on."""
        form = target.locator("xpath=ancestor::form[@method='post']")
        act = form.locator("[name=act]").input_value() if form.locator("[name=act]").count() else None
        self.to(target)
        before = self.page.url
        self.page.keyboard.press(key)
        if act:
            expect(self.page.locator(f'[name=act][value="{act}"]')).to_have_count(0)
        else:
            expect(self.page).not_to_have_url(before)

    def write(self, target, text):
        self.to(target)
        self.page.keyboard.type(text)


def test_the_keyboard_is_enough_from_joining_to_a_published_board(server, screens):
    server.start("Claim")
    tablet, phone = screens.tablet(), screens.phone()
    moderator, guest = Keys(tablet), Keys(phone)

    tablet.goto(server.path("Claim"))
    moderator.press(tablet.locator("main form button"))
    expect(tablet).to_have_url(re.compile("/organiser$"))
    form = tablet.locator("#new form")
    moderator.write(form.locator("[name=title]"), "Runder Tisch ohne Maus")
    moderator.press(form.locator("button.primary"))
    expect(tablet).to_have_url(re.compile("/console$"))
    path = re.search(r"/g/[^/]+", tablet.url).group()

    moderator.press(tablet.locator("#next button"))
    moderator.press(tablet.locator(f'.console-header a[href="{path}/console/links"]'))
    code = re.sub(r"\W", "", tablet.locator(".code-large").first.inner_text())

    join_and_propose(guest, code)
    moderator.press(tablet.locator(f'.console-header nav a[href="{path}/console"]'))
    station = tablet.locator('#phases form:has([name=phase][value=weighing]) button')
    moderator.press(station)

    phone.goto(f"{path}/topics")
    wish = phone.locator(".topic .wish")
    guest.to(wish)
    with phone.expect_response(lambda answer: answer.request.method == "POST"):
        phone.keyboard.press("Space")
    expect(wish).to_have_attribute("aria-checked", "true")
    expect(wish).to_be_focused()

    moderator.press(tablet.locator("#next button"))
    moderator.press(tablet.locator("#next button"))
    moderator.press(tablet.locator("#next a"))
    moderator.press(tablet.locator(".question form button"))
    phone.goto(f"{path}/board")
    expect(phone.locator("table.grid .session :is(h2, h3)")).to_have_text("Was trägt ein Dorfladen?")
    # The board is read by keyboard, too: what scrolls can be reached.
    guest.to(phone.locator(".grid-scroll"))
    assert not moderator.lost + guest.lost, "focus not seen:\n" + "\n".join(moderator.lost + guest.lost)


def join_and_propose(guest, code):
    phone = guest.page
    phone.goto("/")
    guest.write(phone.locator("[name=code]"), code)
    phone.keyboard.press("Enter")
    expect(phone).to_have_url(re.compile("/j/"))
    guest.write(phone.locator("[name=firstName]"), "Ada")
    guest.write(phone.locator("[name=organisation]"), "Iserlohn")
    phone.keyboard.press("Escape")
    guest.press(phone.locator('form[action$="/participants"] button'))
    guest.press(phone.locator('nav.bar a[href$="/topics"]'))
    guest.press(phone.locator('.topics-bar a[href$="/proposals/new"]'))
    guest.write(phone.locator("[name=title]"), "Was trägt ein Dorfladen?")
    guest.to(phone.locator("[name=kind]").first)
    phone.keyboard.press("ArrowDown")
    guest.press(phone.locator("form.propose button.primary"))
    expect(phone.locator("#topics")).to_contain_text("Was trägt ein Dorfladen?")


def test_the_skip_link_leads_to_the_content(server, screens):
    server.start("Claim")
    page = screens.phone()
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
