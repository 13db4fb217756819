"""Rights that go or come while a page is on its way: what it shows follows, however late its stream comes."""
from playwright.sync_api import expect

from halls import PEOPLE
from iserlohn_morning import sit_down
from making import cookies


def opened(screens, visitor, size, path, meanwhile):
    """A page whose scripts come only after something happened that it was not made for."""
    page = screens.open(size)
    page.context.add_cookies(cookies(visitor))
    done = []

    def late(route):
        if not done:
            done.append(meanwhile())
        route.continue_()
    page.route("**/scripts/bundle/*.js", late)
    page.goto(path)
    assert done
    return page


def test_a_wall_whose_link_is_taken_back_says_why_names_are_missing(hall, screens):
    page = opened(screens, hall.helper("projector"), "projector", f"{hall.path}/projector", hall.take_back_link)
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
    hall.propose(ada, "Innenstädte beleben")
    hall.join(PEOPLE[1])
    page = opened(screens, ada, "phone", f"{hall.path}/people", lambda: hall.take_out(PEOPLE[0].name))
    expect(page.get_by_text(PEOPLE[1].name)).to_have_count(0)


def test_a_moderator_whose_link_is_taken_back_has_no_console_any_more(hall, screens):
    screens.expected.append("the server responded with a status of 403")
    page = opened(screens, hall.helper("moderator"), "tablet", hall.console, hall.take_back_link)
    expect(page.locator("#phases")).to_have_count(0)


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


def test_pages_that_share_a_stream_go_on_where_the_older_one_is_and_say_when_they_were_made_for_different_eyes(
        hall, screens):
    page = screens.phone()
    page.goto(f"{hall.path}/topics")
    address = page.locator("script[src*='/scripts/']").get_attribute("src").replace("bundle/phone", "stream")
    for one, other, first in (("e1-5-0-in", "e1-7-0-in", "e1-5-0-in"), ("e1-7-2-out", "e1-7-1-out", "e1-7-1-out"),
                              ("e1-5-0-in", "e1-7-0-out", "e1-5-0-both"), ("e1-5-0-in", "e2-7-0-in", "")):
        assert page.evaluate(
            "async ([address, one, other]) => (await import(address)).older(one, other)", [address, one, other]) == first
