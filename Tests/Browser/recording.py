"""A session that runs, and its record as people open, fill and read it."""
import time

from playwright.sync_api import expect

from making import Hall


def run_a_session(hall: Hall, people, title="Leerstand zählen"):
    """A session that runs just now, offered by the first of those who are there."""
    hall.guests = [hall.join(person) for person in people]
    session = hall.propose(hall.guests[0], title)
    hall.enter("planning")
    hall.lay()
    hall.publish()
    hall.enter("running")
    return session


def writing(hall: Hall, session):
    return f"{hall.path}/records/{session}/writing"


def text(hall, session, name):
    """What the record says, as anybody's form without a script shows it."""
    page = hall.organiser.get(writing(hall, session))
    return next(node.raw_text for node in page.dom.all("textarea") if node["name"] == name)


def saved(page):
    """Nothing that was typed waits any more: the line says so from the start, so the store of the unsent counts."""
    for _ in range(150):
        if page.evaluate("Object.keys(sessionStorage).every((key) => !key.startsWith('record:'))"):
            break
        page.wait_for_timeout(100)
    expect(page.locator("#record-saving")).to_contain_text("Nichts geht verloren")


def write_on(page, line):
    """A line more below what stands there."""
    field = page.locator("[name=solutions]")
    field.press("ControlOrMeta+End")
    field.press("Enter")
    field.press_sequentially(line, delay=5)


def on_a_bad_line(page):
    """Answers are late, every third is lost on its way back, and one never arrives at the server."""
    count = 0

    def carry(route):
        nonlocal count
        if route.request.method != "POST":
            return route.continue_()
        count += 1
        if count == 2:
            return route.abort()
        answer = route.fetch()
        if count % 3 == 0:
            return route.abort()
        time.sleep(.2)
        return route.fulfill(response=answer)

    page.route("**/writing", carry)
