"""A phone without a network while the window closes: what was tapped before counts, and every screen says so."""
import pytest
from playwright.sync_api import expect

from halls import PEOPLE
from making import cookies
from screens import LIVE, screen

BACK = 45_000


@pytest.fixture
def weighing(hall):
    """Three topics that somebody else offers, and the window is open."""
    other = hall.join(PEOPLE[1])
    topics = [hall.propose(other, title) for title in ("Innenstädte beleben", "Leerstand", "Radwege")]
    hall.enter("weighing")
    return hall, topics


def test_what_was_tapped_without_a_network_counts_after_the_closing(weighing, screens, reception, walls):
    hall, topics = weighing
    phone = walls.open("phone")
    phone.context.add_cookies(cookies(hall.join(PEOPLE[0])))
    phone.goto(f"{hall.path}/topics")
    tablet = screen(screens, hall.helper("moderator"), "tablet", hall.console)

    reception.set("none")
    for topic in topics:
        phone.locator(f"#topic-{topic} .wish").click()
    expect(phone.locator("#outbox li")).to_have_count(3)
    hall.enter("planning")
    expect(tablet.locator("#latecomers")).to_contain_text("Nachzügler zählen bis", timeout=LIVE)
    reception.set("good")
    expect(tablet.locator("#latecomers")).to_contain_text("3\u00a0Wünsche kamen nach dem Schluss", timeout=BACK)

    for topic in topics:
        row = phone.locator(f"#topic-{topic}")
        expect(row.locator(".mine").last).to_have_text("kam nach dem Schluss an und zählt", timeout=BACK)
    expect(phone.locator("#own-wishes")).to_contain_text("3 kamen nach dem Schluss an und zählen")
    assert [hall.wishes(topic) for topic in topics] == [1, 1, 1]


def test_a_page_loaded_anew_upstairs_sends_what_was_tapped_below(weighing, reception, walls):
    """The page tells that it is over before it sends what waited: that counts all the same."""
    hall, topics = weighing
    phone = walls.open("phone")
    visitor = hall.join(PEOPLE[0])
    phone.context.add_cookies(cookies(visitor))
    phone.goto(f"{hall.path}/topics")

    reception.set("none")
    for topic in topics:
        phone.locator(f"#topic-{topic} .wish").click()
    expect(phone.locator("#outbox li")).to_have_count(3)
    hall.enter("planning")
    reception.set("good")
    visitor.ask("GET", f"{hall.path}/board", None, {"Accept": "text/html"})
    phone.reload()

    for topic in topics:
        expect(phone.locator(f"#topic-{topic} .mine").last).to_have_text("kam nach dem Schluss an und zählt", timeout=BACK)
    assert [hall.wishes(topic) for topic in topics] == [1, 1, 1]


def test_where_nobody_is_waited_for_an_old_page_is_told_when_it_ended(weighing, screens):
    hall, topics = weighing
    hall.moderate("/prepare", "/facts", graceMinutes="0")
    old = screens.phone(java_script_enabled=False)
    old.context.add_cookies(cookies(hall.join(PEOPLE[0])))
    old.goto(f"{hall.path}/topics")
    hall.enter("planning")

    screens.expected.append("Failed to load resource: the server responded with a status of 409")
    old.locator(f"#topic-{topics[0]} .wish").click()

    expect(old.locator("body")).to_contain_text("Das Abwägen endete um")
    assert hall.wishes(topics[0]) == 0
