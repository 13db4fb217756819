"""Altena: greeting, offers and a keynote are fixed, then comes the barcamp around what is fixed. In the Sie form.

To the end: towns take up offers, what is said is written down, and the funders' words stand on all that leaves the house.
"""
import dataclasses

from playwright.sync_api import expect

import boards
import moderating
from altena_harvest import close_the_day, take_up_offers, write_up
from altena_outputs import (
    EU, SPONSORS, assert_exported_with_it, assert_on_every_page, assert_on_every_sheet, assert_on_the_wall,
    assert_ready_for_the_press)
from halls import PEOPLE, Room, clock, field, minutes, today
from making import Hall, cookies
from screens import press, send, tree

# What the projector shows in each phase.
SHOWN = {"arriving": "arrival", "pitching": "waiting", "weighing": "weighing"}

ROOMS = (Room("Rittersaal", 40), Room("Turmstube", 12))
TOPICS = (
    "Nachwuchsfachkräfte sichern", "Unternehmensnetzwerke mit Mehrwert", "Innenstädte beleben",
    "Künstliche Intelligenz in der Verwaltung", "Social Media ohne eigene Stelle",
)


def test_fixed_items_come_first_and_whose_money_it_is_stands_on_everything(server, screens, firefox, tmp_path):
    server.start("Claim")
    now, slots = times()
    hall = Hall(server, slots, ROOMS, title="21. Runder Tisch: Willkommen in Südwestfalen", tone="sie")
    hall.offers = {}
    tablet, phone, projector = screens.tablet(), screens.phone(), screens.projector()
    tablet.context.add_cookies(cookies(hall.organiser))

    say_whose_money_it_is(tablet, hall)
    fix_the_programme(tablet, hall, now)
    items_are_shown(hall, phone, projector)
    topics = take_topics(hall, projector)
    lay_around_the_keynote(tablet, hall, topics)
    publish_with_parked(tablet, hall, phone, projector)
    take_up_offers(tablet, hall)
    write_up(hall, topics)
    assert_on_every_sheet(tablet, hall, tmp_path)
    close_the_day(tablet, hall, projector)
    assert_on_the_wall(projector, "the end")
    assert_on_every_page(hall, topics)
    assert_ready_for_the_press(hall, screens, tmp_path)
    assert_exported_with_it(hall)
    hall.leave()


def say_whose_money_it_is(tablet, hall):
    moderating.describe(tablet, hall.gathering, funders=EU, sponsors=SPONSORS)
    tablet.locator('#facts [name=hostTown]').select_option(label="Altena")
    send(tablet, tablet.locator(f'form[action="{hall.path}/facts"]'))
    hall.moderate("/prepare", "/organisers", name="Südwestfalen Agentur", imprint="Martinstraße 15\n57462 Olpe",
                  privacy="Für den Austausch.", email="datenschutz@example.org")


def times():
    """The greeting is just now; offers and keynote follow, and then two slots: before midnight, all of them."""
    now = today(count=4)
    step = now.length // 3
    start = minutes(now.start) + 3 * step
    return now, dataclasses.replace(now, start=field(start), count=2, length=max(10, step), change_over=2)


def fix_the_programme(tablet, hall, now):
    step = now.length // 3
    items = (
        ("Begrüßung durch die Stadt", "greeting", 0, step, ""), ("Angebote zum Mitmachen", "offers", step, step, ""),
        ("Impuls: Storytelling für Kommunen", "keynote", 2 * step, step, ""),
        ("Führung durch die Burg", "other", 3 * step, 5, "Turmstube"),
    )
    for title, form, offset, length, room in items:
        tablet.goto(f"{hall.console}/prepare")
        fold = tablet.locator(f'details:has(form[action="{hall.path}/items"])')
        fold.locator("summary").click()
        sheet = fold.locator("form")
        sheet.locator("[name=title]").fill(title)
        sheet.locator("[name=start]").fill(field(minutes(now.start) + offset))
        sheet.locator("[name=lengthMinutes]").fill(str(length))
        sheet.locator("[name=form]").select_option(form)
        if room:
            sheet.locator("[name=room]").select_option(label=room)
        send(tablet, sheet)
        expect(tablet.locator("#items")).to_contain_text(title)


def items_are_shown(hall, phone, projector):
    projector.context.add_cookies(cookies(hall.helper("projector")))
    projector.goto(f"{hall.path}/projector")
    hall.enter("greeting")
    expect(projector.locator(".show-item .stage-title")).to_have_text("Begrüßung durch die Stadt")
    expect(projector.locator(".show-item .next-line")).to_contain_text("Angebote zum Mitmachen")

    phone.goto(f"{hall.path}/join")
    # The other tone: nobody is called du.
    expect(phone.locator("main")).to_contain_text("Sie")
    phone.locator("[name=firstName]").fill("Ada")
    phone.locator('form[action$="/participants"] button').click()
    phone.wait_for_url(f"**{hall.path}")
    expect(phone.locator("#now-block h2")).to_have_text("Begrüßung durch die Stadt")


def take_topics(hall, projector):
    hall.people_of_topics = hosts = [hall.join(person) for person in PEOPLE[1:6]]
    topics = {title: hall.propose(host, title) for title, host in zip(TOPICS, hosts)}
    for phase in ("arriving", "pitching", "weighing"):
        hall.enter(phase)
        projector.locator(f".show-{SHOWN[phase]}").wait_for()
        assert_on_the_wall(projector, phase)
    for count, title in enumerate(TOPICS):
        for visitor in hosts[:count]:
            hall.wish(visitor, topics[title])
    hall.enter("planning")
    return topics


def lay_around_the_keynote(tablet, hall, topics):
    tablet.goto(f"{hall.console}/board")
    moderating.lay(tablet)
    dom = tree(tablet)
    board = boards.of_grid(dom)
    first, second = hall.day.starts
    hall.placed = list(board)
    assert len(board) == 3 and ("Turmstube" not in {room for start, room in board.values() if start == first})
    bands = [row.text for row in dom.one("table", "grid").all("tr", "band")]
    assert len(bands) == 3 and all(
        any(word in band for band in bands) for word in ("Begrüßung", "Angebote", "Impuls")), bands
    blocked = tablet.locator("td.blocked")
    expect(blocked).to_have_count(1)
    expect(blocked).to_contain_text("Führung durch die Burg")
    # Nothing is dropped silently: two have no place, each with a reason.
    parked = tablet.locator(".parked li")
    expect(parked).to_have_count(2)
    for index in range(2):
        assert parked.nth(index).locator(".quiet-text").last.inner_text().strip()
    # Nobody moves a session onto what is fixed.
    title = next(iter(board))
    tablet.goto(f"{hall.console}/board?session={topics[title]}&move=1")
    expect(tablet.locator("td.blocked form")).to_have_count(0)
    assert clock(minutes(second)) == second


def publish_with_parked(tablet, hall, phone, projector):
    moderating.publish(tablet, hall.gathering)
    press_free = hall.organiser.get(f"{hall.path}/board")
    board = boards.of_grid(press_free.dom)
    assert len(press_free.dom.one("ul", "parked").all("li")) == 2
    expect(projector.locator(".show-board")).to_be_visible()
    assert_on_the_wall(projector, "the board")
    tour = {"Führung durch die Burg": (hall.day.starts[0], "Turmstube")}
    assert boards.of_stage(tree(projector)) == {**board, **tour}
    phone.goto(f"{hall.path}/plan")
    ladder = phone.locator("#ladder")
    for word in ("Begrüßung durch die Stadt", "Angebote zum Mitmachen", "Impuls: Storytelling für Kommunen"):
        expect(ladder.locator(".rung.fixed").filter(has_text=word)).to_be_visible()
    expect(ladder.locator(".rung:not(.fixed)")).to_have_count(2)
    tablet.goto(hall.console)
    press(tablet, "/phase", within=tablet.locator("#phases"), phase="running")
    expect(projector.locator(".show-item, .show-running")).to_be_visible()
    assert_on_the_wall(projector, "running")
