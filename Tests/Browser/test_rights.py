"""Rights that go or come while a page is on its way: what it shows follows, however late its stream comes."""
from playwright.sync_api import expect

from dom import parse
from halls import PEOPLE
from iserlohn_morning import sit_down
from making import cookies
from screens import screen


def opened(screens, visitor, size, path, meanwhile):
    """A page, while which is on its way something happens, and what it was made of."""
    page = screens.open(size)
    page.context.add_cookies(cookies(visitor))
    made = []

    def hold(route):
        answer = route.fetch()
        if not made:
            made.append(answer.text())
            meanwhile()
        route.fulfill(response=answer)
    page.route(f"**{path}", hold)
    page.goto(path)
    return page, made[0]


def hear(page, hall):
    """What is told next comes to the page, and what is told after it."""
    for text in ("Der Kaffee ist fertig.", "Der Tee auch."):
        hall.announce(text)
        expect(page.locator("#announcements")).to_contain_text(text)


def test_a_wall_whose_link_is_taken_back_says_why_names_are_missing(hall, screens):
    page, text = opened(screens, hall.helper("projector"), "projector", f"{hall.path}/projector", hall.take_back_link)
    assert "Hier fehlen die Namen." not in text
    expect(page.locator(".stage-line:not([hidden])")).to_contain_text("Hier fehlen die Namen.")
    expect(page.locator(".show-arrival")).to_be_visible()


def test_whoever_may_see_names_no_more_sees_none(hall, screens):
    hall.propose(hall.join(PEOPLE[1]), "Innenstädte beleben")
    page, text = opened(screens, hall.helper("moderator"), "phone", f"{hall.path}/topics", hall.take_back_link)
    assert PEOPLE[1].name in parse(text).one(cls="topic").text
    expect(page.locator(".topic")).not_to_contain_text(PEOPLE[1].name)
    expect(page.locator(".topic")).to_have_count(1)


def test_a_page_that_comes_for_other_eyes_again_is_not_loaded_for_ever(hall, screens):
    hall.propose(hall.join(PEOPLE[1]), "Innenstädte beleben")
    screens.expected.append("Service Worker registration blocked")
    page = screens.phone(service_workers="block")
    loaded = []
    page.on("load", lambda page: loaded.append(page.url))
    _, _, seen = hall.organiser.ask("GET", f"{hall.path}/topics")
    # As from a device's memory, on a line that is too slow for a new one.
    page.route(f"**{hall.path}/topics", lambda route: route.fulfill(body=seen, content_type="text/html; charset=utf-8"))
    page.goto(f"{hall.path}/topics")
    hear(page, hall)
    page.wait_for_load_state()
    assert len(loaded) == 2


def test_a_console_that_is_asleep_does_not_make_the_browsers_other_pages_load_anew_again_and_again(hall, screens):
    hall.propose(hall.join(PEOPLE[1]), "Innenstädte beleben")
    asleep = screen(screens, hall.helper("moderator"), "tablet", hall.console)
    asleep.evaluate("""() => {
        document.addEventListener('tafelrunde:reload', (event) => event.preventDefault());
        XMLHttpRequest.prototype.send = () => {};
    }""")
    topics = asleep.context.new_page()
    topics.goto(f"{hall.path}/topics")
    topic = topics.locator(".topic").first
    expect(topic).to_contain_text(PEOPLE[1].name)
    loaded = []
    topics.on("load", lambda page: loaded.append(page.url))

    hall.take_back_link()

    expect(topic).not_to_contain_text(PEOPLE[1].name)
    hear(topics, hall)
    topics.wait_for_load_state()
    assert len(loaded) == 1


def test_pages_of_one_phone_all_show_names_once_its_owner_has_joined(hall, screens):
    hall.propose(hall.join(PEOPLE[1]), "Innenstädte beleben")
    first = screens.phone()
    first.goto(f"{hall.path}/topics")
    topic = first.locator(".topic").first
    expect(topic).not_to_contain_text(PEOPLE[1].name)
    second = first.context.new_page()
    second.goto(f"{hall.path}/join")
    sit_down(second, PEOPLE[0])
    expect(topic).to_contain_text(PEOPLE[1].name)
