"""Rights that go or come while a page is on its way: what it shows follows, however late its stream comes."""
from playwright.sync_api import expect

from dom import parse
from halls import PEOPLE
from iserlohn_morning import sit_down
from making import cookies
from screens import screen

DENIED = "Das ist für andere."


def opened(screens, visitor, size, path, meanwhile):
    """A page that was made for more than its reader may see when its scripts come, and its first text."""
    page = screens.open(size)
    page.context.add_cookies(cookies(visitor))
    done = []

    def late(route):
        if not done:
            done.append(meanwhile())
        route.continue_()
    page.route("**/scripts/bundle/*.js", late)
    text = page.goto(path).text()
    assert done
    return page, text


def test_a_wall_whose_link_is_taken_back_says_why_names_are_missing(hall, screens):
    page, text = opened(screens, hall.helper("projector"), "projector", f"{hall.path}/projector", hall.take_back_link)
    assert "Hier fehlen die Namen." not in text
    expect(page.locator(".stage-line:not([hidden])")).to_contain_text("Hier fehlen die Namen.")
    expect(page.locator(".show-arrival")).to_be_visible()


def test_a_wall_without_a_link_says_no_more_that_names_are_missing_once_everybody_may_see_them(hall, screens):
    page = screens.open("projector")
    page.goto(f"{hall.path}/projector")
    missing = page.locator(".stage-line:not([hidden])")
    expect(missing).to_contain_text("Hier fehlen die Namen.")
    hall.show_names()
    expect(missing).to_have_count(0)


def test_whoever_is_taken_out_reads_no_names_any_more(hall, screens):
    ada = hall.join(PEOPLE[0])
    hall.propose(hall.join(PEOPLE[1]), "Innenstädte beleben")
    page, text = opened(screens, ada, "phone", f"{hall.path}/topics", lambda: hall.take_out(PEOPLE[0].name))
    assert PEOPLE[1].name in parse(text).one(cls="topic").text
    expect(page.locator(".topic")).to_have_count(1)
    expect(page.locator(".topic")).not_to_contain_text(PEOPLE[1].name)


def test_a_moderator_whose_link_is_taken_back_has_no_console_any_more(hall, screens):
    screens.expected.append("the server responded with a status of 403")
    page, text = opened(screens, hall.helper("moderator"), "tablet", hall.console, hall.take_back_link)
    assert 'id="phases"' in text
    expect(page.locator("h1")).to_have_text(DENIED)
    expect(page.locator("#phases")).to_have_count(0)


def test_a_console_that_is_asleep_does_not_make_the_browsers_other_pages_load_anew_again_and_again(hall, screens):
    hall.propose(hall.join(PEOPLE[1]), "Innenstädte beleben")
    helper = hall.helper("moderator")
    asleep = screen(screens, helper, "tablet", hall.console)
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
    # What is told next comes to the same page.
    for number in ("1", "2"):
        hall.announce(f"Der Kaffee {number} ist fertig.")
        expect(topics.locator("#announcements")).to_contain_text(f"Der Kaffee {number} ist fertig.")
    assert len(loaded) == 1
    expect(asleep.locator("#phases")).to_be_visible()


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
