"""An open page is current within two seconds after an act, and comes back by itself after the server was away."""
import re

from playwright.sync_api import expect

from halls import PEOPLE
from screens import LIVE, screen

BACK = 15_000


def test_an_open_page_is_current_within_two_seconds(hall, screens, firefox):
    bo = hall.join(PEOPLE[1])
    projector = screen(screens, hall.helper("projector"), "projector", f"{hall.path}/projector")
    phone = screen(screens, hall.join(PEOPLE[0]), "phone", f"{hall.path}/topics")
    fox = screen(screens, bo, "phone", f"{hall.path}/topics", engine=firefox)
    board = screens.open("projector")
    board.goto(f"{hall.path}/board")
    tablet = screen(screens, hall.helper("moderator"), "tablet", hall.console)

    count = projector.locator("#arrival-count")
    expect(count).to_be_visible()
    cem = hall.join(PEOPLE[2])
    expect(tablet.locator("#phases .status")).to_contain_text("3", timeout=LIVE)

    first = hall.propose(cem, "Innenstädte beleben")
    for page in (phone, fox):
        expect(page.locator(f"#topic-{first}")).to_be_visible(timeout=LIVE)
    expect(tablet.locator(".queue")).to_contain_text("Innenstädte beleben", timeout=LIVE)

    hall.enter("weighing")
    expect(projector.locator(".show-weighing")).to_be_visible(timeout=LIVE)
    for page in (phone, fox):
        expect(page.locator(f"#topic-{first} .wish")).to_be_enabled(timeout=LIVE)
    hall.wish(cem, first)
    for page in (phone, fox, projector):
        expect(page.locator(f'[data-number="wishes/{first}"]')).to_have_text("1", timeout=LIVE)

    hall.announce("Der Kaffee ist fertig.")
    for page, place in ((phone, "#announcements"), (fox, "#announcements"), (board, "#announcements"),
                        (projector, ".stage-announcement"), (tablet, ".sent")):
        expect(page.locator(place)).to_contain_text("Der Kaffee ist fertig.", timeout=LIVE)

    hall.enter("planning")
    hall.lay()
    expect(board.locator("table.grid")).to_have_count(0)
    hall.publish()
    expect(board.locator(f"#session-{first}")).to_be_visible(timeout=LIVE)
    expect(projector.locator(".show-board")).to_be_visible(timeout=LIVE)

    hall.enter("running")
    for page in (phone, fox):
        page.goto(hall.path)
    cem.get(hall.path)
    cem.act(f"/sessions/{first}/attendance")
    for page in (phone, fox):
        expect(page.locator(f"#session-{first} .seat-line")).to_contain_text("1", timeout=LIVE)
    expect(projector.locator(".room-heads b").filter(has_text=re.compile("^1$"))).to_be_visible(timeout=LIVE)
    expect(tablet.locator(".room-count b").filter(has_text=re.compile("^1$"))).to_be_visible(timeout=LIVE)


def test_a_wish_on_one_phone_shows_on_the_same_persons_other_page(hall, screens):
    """The own marks follow, too: two pages of one device never say different things for long."""
    ada = hall.join(PEOPLE[0])
    topic = hall.propose(ada, "Innenstädte beleben")
    hall.enter("weighing")
    one = screen(screens, ada, "phone", f"{hall.path}/topics")
    expect(one.locator(f"#topic-{topic} .wish")).to_have_attribute("aria-checked", "false")
    hall.wish(ada, topic)
    expect(one.locator(f'[data-number="wishes/{topic}"]')).to_have_text("1", timeout=LIVE)
    expect(one.locator(f"#topic-{topic} .wish")).to_have_attribute("aria-checked", "true", timeout=LIVE)


def test_two_tabs_of_one_phone_say_the_same(hall, screens):
    topic = hall.propose(hall.join(PEOPLE[1]), "Innenstädte beleben")
    hall.enter("weighing")
    one = screen(screens, hall.join(PEOPLE[0]), "phone", f"{hall.path}/topics")
    two = one.context.new_page()
    two.goto(f"{hall.path}/topics")
    for tapped, other, mine in ((one, two, "true"), (two, one, "false")):
        tapped.locator(f"#topic-{topic} .wish").click()
        expect(other.locator(f"#topic-{topic} .wish")).to_have_attribute("aria-checked", mine, timeout=LIVE)
        for tab in (one, two):
            expect(tab.locator(f'[data-number="wishes/{topic}"]')).to_have_text("1" if mine == "true" else "0")
            expect(tab.locator("#own-wishes")).to_contain_text("1" if mine == "true" else "Noch kein")


def test_screens_come_back_after_the_server_was_away(hall, server, screens):
    ada = hall.join(PEOPLE[0])
    topic = hall.propose(ada, "Innenstädte beleben")
    hall.enter("weighing")
    projector = screen(screens, hall.helper("projector"), "projector", f"{hall.path}/projector")
    phone = screen(screens, ada, "phone", f"{hall.path}/topics")
    board = screens.open("projector")
    board.goto(f"{hall.path}/board")
    expect(projector.locator(f'[data-number="wishes/{topic}"]')).to_have_text("0")

    with screens.expecting("Failed to load resource", "ERR_", "EventSource"):
        server.stop()
        hall.leave()
        server.start()
        hall.wish(ada, topic)
        hall.announce("Wir sind wieder da.")
        for page in (projector, phone):
            expect(page.locator(f'[data-number="wishes/{topic}"]')).to_have_text("1", timeout=BACK)
        expect(phone.locator(f"#topic-{topic} .wish")).to_have_attribute("aria-checked", "true", timeout=BACK)
        expect(board.locator("#announcements")).to_contain_text("Wir sind wieder da.", timeout=BACK)
