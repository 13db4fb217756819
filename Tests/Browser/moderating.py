"""What moderators do at their tablet, in a browser; and the same forms sent without one, to make ready a hall."""
import re

from playwright.sync_api import expect

import boards
from screens import press, send, tree

PHASES = ("arriving", "greeting", "pitching", "weighing", "planning", "running", "closing")


def claim(page, server):
    """The organiser's first visit: the link that the server printed."""
    page.goto(server.path("Claim"))
    page.locator("form button").click()
    page.wait_for_url("**/organiser")


def create(page, title, venue, town, rooms, day, tone="du"):
    """A gathering from nothing, in one form. Says its id."""
    form = page.locator("#new form")
    form.locator("[name=title]").fill(title)
    form.locator("[name=date]").fill(day.date)
    form.locator("[name=venue]").fill(venue)
    form.locator("[name=hostTown]").select_option(label=town)
    form.locator("[name=rooms]").fill("\n".join(f"{room.name}, {room.seats}" for room in rooms))
    form.locator("[name=start]").fill(day.start)
    form.locator("[name=count]").fill(str(day.count))
    form.locator("[name=lengthMinutes]").fill(str(day.length))
    form.locator("[name=changeOverMinutes]").fill(str(day.change_over))
    form.locator(f"[name=tone][value={tone}]").check()
    form.locator("button.primary").click()
    page.wait_for_url("**/g/*/console**")
    return re.search(r"/g/([^/]+)/", page.url).group(1)


def equip(page, gathering, rooms):
    """Says what stands in which room, each in its own form of the preparation."""
    for room in rooms:
        if not room.equipment:
            continue
        page.goto(f"/g/{gathering}/console/prepare")
        form = form_with(page, "rooms/", "name", room.name)
        for thing in room.equipment:
            form.locator(f"[name=equipment][value={thing}]").check()
        send(page, form, form.locator("button.button").first)


def form_with(page, action, field, value):
    """The unfolded form whose field holds a value, among several alike."""
    forms = page.locator(f'form[action*="/{action}"]:has([name={field}])')
    for index in range(forms.count()):
        if forms.nth(index).locator(f"[name={field}]").input_value() == value:
            fold = forms.nth(index).locator("xpath=ancestor::details[not(@open)]")
            if fold.count():
                fold.first.locator("> summary").click()
            return forms.nth(index)
    raise AssertionError(f"no form to …/{action} with {field}={value}")


def enter(page, gathering, phase):
    """By the line of stations."""
    page.goto(f"/g/{gathering}/console")
    press(page, "/phase", within=page.locator("#phases"), phase=phase)
    expect(page.locator("#phases li.now")).to_have_count(1)


def next_step(page, action):
    """The one large button."""
    press(page, action, within=page.locator("#next"))


def helper_link(page, gathering, role):
    """Makes a link for somebody who helps; its address is shown once."""
    page.goto(f"/g/{gathering}/console/links")
    press(page, "/links", role=role)
    return page.locator(".shown-code .address a").get_attribute("href")


def open_link(page, address):
    """Looked at first, then opened by its button."""
    page.goto(address)
    page.locator("form button").click()


def add_person(page, gathering, person):
    """Somebody without a phone."""
    page.goto(f"/g/{gathering}/console/people")
    form = page.locator(f'form[action="/g/{gathering}/people"]')
    form.locator("[name=firstName]").fill(person.name)
    form.locator("[name=organisation]").fill(person.town)
    send(page, form)
    expect(page.locator(".people-list")).to_contain_text(person.name)


def propose_for(page, gathering, topic, host_label):
    """The moderator writes a topic down for somebody."""
    page.goto(f"/g/{gathering}/console/topics?new=1")
    form = page.locator("#new form")
    option = form.locator("[name=host] option").filter(has_text=host_label)
    form.locator("[name=host]").select_option(value=option.first.get_attribute("value"))
    form.locator("[name=title]").fill(topic.title)
    form.locator("[name=sentence]").fill(topic.sentence)
    send(page, form)
    expect(page.locator("#topics")).to_contain_text(topic.title)


def raise_hands(page, topic_id, count):
    """Counted one by one with the stepper of the topic."""
    row = page.locator(f"#topic-{topic_id}")
    for number in range(1, count + 1):
        press(page, "/hands", within=row, count=number)
        expect(row.locator(".stepper b")).to_contain_text(str(number))


def open_board(page, gathering, query=""):
    page.goto(f"/g/{gathering}/console/board{query}")


def board(page):
    return boards.of_grid(tree(page))


def sessions(page):
    return boards.sessions(tree(page))


def lay(page):
    press(page, "/board/plan")


def publish(page, gathering):
    """The question first, then for everybody."""
    open_board(page, gathering, "?publish=1")
    press(page, "/board/publication")


def undo(page):
    press(page, "/undo", within=page.locator("#undo"))


def describe(page, gathering, **facts):
    """Facts that the first form does not ask for: the series, the edition, whose money it is."""
    page.goto(f"/g/{gathering}/console/prepare")
    form = page.locator(f'form[action="/g/{gathering}/facts"]')
    for name, value in facts.items():
        form.locator(f"[name={name}]").fill(value)
    send(page, form)


def end(page, gathering):
    """The question first."""
    page.goto(f"/g/{gathering}/console?end=1")
    press(page, "/phase", phase="ended")


def close_feedback(page, gathering, hide):
    """Counts the papers, hides a word that is nobody's business, and shows the others to all."""
    page.goto(f"/g/{gathering}/console/feedback?close=1")
    press(page, "/feedback/close")
    page.goto(f"/g/{gathering}/console/feedback")
    page.locator("li", has_text=hide).get_by_role("button").click()
    expect(page.locator("s")).to_have_text(hide)
    press(page, "/feedback/release")


def open_next_edition(page, gathering, title, date):
    """By the organiser's form. Says its id."""
    page.goto(f"/g/{gathering}/console/prepare")
    section = page.locator("#editions")
    section.get_by_label("Name der Veranstaltung").fill(title)
    section.get_by_label("Tag", exact=True).fill(date)
    section.get_by_role("button", name="Nächste Ausgabe anlegen").click()
    page.wait_for_url(lambda url: url.endswith("/console/prepare") and gathering not in url)
    return page.url.split("/")[4]
