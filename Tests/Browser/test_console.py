"""What moderators do while others look on: each press counts once, nothing typed gets lost, and everybody sees it."""
import re

import pytest
from playwright.sync_api import expect

from halls import PEOPLE
from screens import DEAF, LIVE, press, screen, send


@pytest.fixture
def tablet(hall, screens):
    return screen(screens, hall.organiser, "tablet", hall.console)


def propose(hall, *titles):
    """Says whose the topics are, and their ids by title."""
    hosts = [hall.join(person) for person, _ in zip(PEOPLE, titles)]
    return hosts, {title: hall.propose(host, title) for host, title in zip(hosts, titles)}


def test_the_same_form_does_another_act_each_time(hall, tablet):
    """Room after room, person after person, link after link, without loading the page."""
    tablet.goto(f"{hall.console}/prepare")
    for name in ("Keller", "Garten"):
        fold = tablet.locator(f'details:has(form[action="{hall.path}/rooms"])')
        fold.locator("summary").click()
        fold.locator("[name=name]").fill(name)
        fold.locator("[name=seats]").fill("12")
        send(tablet, fold.locator("form"))
        expect(tablet.locator("#rooms")).to_contain_text(name)

    tablet.goto(f"{hall.console}/people")
    for name in ("Gerd", "Hilde"):
        form = tablet.locator(f'form[action="{hall.path}/people"]')
        form.locator("[name=firstName]").fill(name)
        send(tablet, form)
        expect(tablet.locator(".people-list")).to_contain_text(name)
        expect(form.locator("[name=firstName]")).to_have_value("")

    tablet.goto(f"{hall.console}/links")
    addresses = set()
    for _ in range(2):
        press(tablet, "/links", role="projector")
        addresses.add(tablet.locator(".shown-code .address a").get_attribute("href"))
    assert len(addresses) == 2


def test_a_double_tap_on_the_big_button_calls_up_one_topic(hall, tablet):
    propose(hall, "Innenstädte beleben", "Nachwuchs finden")
    hall.enter("pitching")
    tablet.goto(hall.console)
    tablet.locator("#next button").dblclick()
    expect(tablet.locator("#pitch-title")).to_have_text("Innenstädte beleben")
    # The second tap of a slow finger: another button stands there by now.
    box = tablet.locator("#next .next-button").bounding_box()
    tablet.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    tablet.mouse.down(click_count=2)
    tablet.mouse.up(click_count=2)
    press(tablet, "/pitch/extension")
    expect(tablet.locator("#pitch-title")).to_have_text("Innenstädte beleben")


def test_what_a_moderator_types_stays_while_others_act(hall, tablet):
    form = tablet.locator('form[action$="/announcements"].inline-form')
    form.locator("[name=text]").fill("Der Kaffee ist")
    # Another act of one's own, and one of somebody else, while the keyboard is away.
    press(tablet, "/phase", within=tablet.locator("#phases"), phase="pitching")
    expect(tablet.locator("#phases li.now")).to_contain_text("Vorstellen")
    expect(form.locator("[name=text]")).to_have_value("Der Kaffee ist")
    hall.enter("weighing")
    expect(tablet.locator("#phases li.now")).to_contain_text("Abwägen", timeout=LIVE)
    expect(form.locator("[name=text]")).to_have_value("Der Kaffee ist")

    form.locator("[name=text]").press("End")
    form.locator("[name=text]").press_sequentially(" fertig.")
    send(tablet, form)
    expect(tablet.locator(".sent")).to_contain_text("Der Kaffee ist fertig.")
    expect(form.locator("[name=text]")).to_have_value("")


def test_what_was_refused_stays_on_the_page_until_it_is_right(hall, tablet, screens):
    screens.expected.append("the server responded with a status of 4")
    tablet.goto(f"{hall.console}/prepare")
    form = tablet.locator(f'form[action="{hall.path}/rooms"]')
    tablet.locator(f'details:has(form[action="{hall.path}/rooms"]) summary').click()
    form.locator("[name=seats]").fill("12")
    form.evaluate("form => form.querySelector('[name=name]').removeAttribute('maxlength')")
    form.locator("[name=name]").fill("x" * 200)
    form.locator("button").first.click()
    expect(tablet.locator("#messages .refused")).to_be_visible()
    expect(form.locator("[name=name]")).to_have_value("x" * 200)
    form.locator("[name=name]").fill("Keller")
    send(tablet, form)
    expect(tablet.locator("#rooms")).to_contain_text("Keller")
    expect(tablet.locator("#messages .refused")).to_have_count(0)


def test_who_moderates_no_more_is_told_and_changes_nothing(hall, screens):
    tablet = screen(screens, hall.helper("moderator"), "tablet", hall.console, script=DEAF)
    hall.take_back_link()
    screens.expected.append("the server responded with a status of 403")

    tablet.locator('#phases form:has([name=phase][value=running]) button').click()

    expect(tablet.get_by_text("Das ist für andere.").first).to_be_visible()
    assert "Ankommen" in hall.organiser.get(hall.console).dom.one("li", "now").text


def test_the_console_of_who_moderates_no_more_is_gone_by_itself(hall, screens):
    tablet = screen(screens, hall.helper("moderator"), "tablet", hall.console)
    expect(tablet.locator("#phases")).to_be_visible()
    screens.expected.append("the server responded with a status of 403")
    hall.take_back_link()
    expect(tablet.locator("h1")).to_have_text("Das ist für andere.")
    expect(tablet.locator("#phases")).to_have_count(0)


def test_a_hidden_title_is_gone_from_every_screen_at_once(hall, screens):
    title = "Etwas Beleidigendes"
    hosts, ids = propose(hall, title, "Innenstädte beleben")
    hall.enter("weighing")
    pages = [
        screen(screens, hall.helper("projector"), "projector", f"{hall.path}/projector"),
        screen(screens, hosts[1], "phone", f"{hall.path}/topics"),
        screen(screens, hosts[1], "phone", f"{hall.path}/proposals/{ids[title]}"),
    ]
    for page in pages:
        expect(page.locator("body")).to_contain_text(title)

    hall.moderate(f"/topics?topic={ids[title]}", f"/proposals/{ids[title]}/hiding")
    for page in pages:
        expect(page.locator("body")).not_to_contain_text(title, timeout=LIVE)
    hall.moderate(f"/topics?topic={ids[title]}", f"/proposals/{ids[title]}/hiding/withdrawal")
    for page in pages:
        expect(page.locator("body")).to_contain_text(title, timeout=LIVE)


def test_a_quarter_of_an_hour_later_reaches_everyone(hall, screens):
    hosts, ids = propose(hall, *(f"Thema {number}" for number in range(1, 7)))
    hall.enter("planning")
    hall.lay()
    hall.publish()
    hall.enter("running")
    now = screen(screens, hosts[0], "phone", hall.path)
    plan = screen(screens, hosts[0], "phone", f"{hall.path}/plan")
    projector = screen(screens, hall.helper("projector"), "projector", f"{hall.path}/projector")
    board = screens.open("projector")
    board.goto(f"{hall.path}/board")
    places = ((now, "#next .slot-time"), (plan, "#ladder"), (projector, "th.after"), (board, "#board"))
    before, after = hall.day.starts[1], later(hall.day.starts[1], hall.day.late)
    for page, place in places:
        expect(page.locator(place)).to_contain_text(before)

    hall.moderate("", "/delay", {"minutes": hall.day.late})
    for page, place in places:
        expect(page.locator(place)).to_contain_text(after, timeout=LIVE)
    said = f"Was noch kommt, beginnt {hall.day.late}\u00a0Minuten später."
    for page, place in ((now, "#announcements"), (plan, "#announcements"), (projector, ".stage-delay"),
                        (board, "#announcements")):
        expect(page.locator(place)).to_contain_text(said)
    for page in (now, plan, projector, board):
        expect(page.get_by_text(f"war {before}").first).to_be_visible()

    hall.moderate("", "/undo")
    for page, place in places:
        expect(page.locator(place)).to_contain_text(before, timeout=LIVE)
    for page in (now, plan, projector, board):
        expect(page.get_by_text("später.")).to_have_count(0)
        expect(page.get_by_text(f"war {before}")).to_have_count(0)


def later(start, minutes):
    hour, minute = map(int, start.split(":"))
    return f"{(hour * 60 + minute + minutes) // 60}:{(minute + minutes) % 60:02}"


def test_a_merge_taken_back_gives_each_topic_its_own_wishes(hall, screens, tablet):
    (ada, bo), ids = propose(hall, "Leerstand zählen", "Wer kennt ein Kataster?")
    one, two = ids.values()
    hall.enter("weighing")
    for visitor, topic in ((ada, one), (bo, one), (bo, two)):
        hall.wish(visitor, topic)
    phone = screen(screens, ada, "phone", f"{hall.path}/topics")

    tablet.goto(f"{hall.console}/topics?topic={two}")
    form = tablet.locator(f'form[action$="/proposals/{two}/merger"]')
    form.locator("[name=into]").select_option(value=one)
    send(tablet, form)
    expect(phone.locator("#topics li.topic")).to_have_count(1, timeout=LIVE)
    # Who wanted both wants one thing now.
    expect(phone.locator(f'[data-number="wishes/{one}"]')).to_have_text("2")

    press(tablet, "/undo", within=tablet.locator("#undo"))
    expect(phone.locator("#topics li.topic")).to_have_count(2, timeout=LIVE)
    expect(phone.locator(f'[data-number="wishes/{one}"]')).to_have_text("2")
    expect(phone.locator(f'[data-number="wishes/{two}"]')).to_have_text("1")
    expect(phone.locator("li.mine h2")).to_have_text(["Leerstand zählen"])


def test_an_act_that_did_not_arrive_is_pressed_again(hall, server, screens, tablet):
    """The server is away for a moment: the console says so, keeps what was typed, and goes on by itself."""
    form = tablet.locator('form[action$="/announcements"].inline-form')
    form.locator("[name=text]").fill("Wir sind gleich zurück.")
    screens.expected += ["ERR_", "Failed to load resource"]
    hall.leave()
    server.stop()
    form.locator("button").click()
    expect(tablet.locator("#messages .refused")).to_contain_text("nicht zu erreichen")
    expect(form.locator("[name=text]")).to_have_value("Wir sind gleich zurück.")

    server.start()
    send(tablet, form)
    expect(tablet.locator(".sent li")).to_have_count(1)
    hall.enter("weighing")
    expect(tablet.locator("#phases li.now")).to_contain_text("Abwägen")
    assert re.search(r"console$", tablet.url)
