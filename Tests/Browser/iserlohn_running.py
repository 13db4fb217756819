"""Iserlohn in the afternoon: everybody goes somewhere, and then it comes differently."""
import random
import re

from playwright.sync_api import expect

import boards
import moderating
from iserlohn_counts import compare_heads
from screens import press, send, tree

# Who goes where.
SEED = 20


def run(hall):
    """Everybody goes somewhere; heads are counted in every room, also when somebody changes."""
    moderating.enter(hall.tablet, hall.gathering, "running")
    expect(hall.projector.locator(".show-running")).to_be_visible()
    board = boards.of_grid(tree(hall.board_page))
    start = hall.day.starts[0]
    here = sorted(title for title, (at, _) in board.items() if at == start)
    chance = random.Random(SEED)
    for name, visitor in hall.visitors.items():
        wanted = sorted(hall.tally.counted(name) & set(here)) or here
        title = chance.choice(wanted)
        go_there(hall, visitor, name, start, title)
    go_there(hall, hall.visitors["Falk"], "Falk", start, here[0])
    go_there(hall, hall.visitors["Falk"], "Falk", start, here[-1])
    for name, phone in hall.phones().items():
        phone.goto(hall.path)
        title = here[0] if name == "Ada" else here[1]
        press(phone, f"/sessions/{hall.ids[title]}/attendance")
        hall.tally.go(name, start, title)
        # One's own plan is what one sees next.
        expect(phone).to_have_url(re.compile("/plan$"))
        expect(phone.locator("#now-block h2")).to_have_text(title)
        phone.goto(hall.path)
    compare_heads(hall, here)


def go_there(hall, visitor, name, start, title):
    visitor.get(hall.path)
    page = visitor.act(f"/sessions/{hall.ids[title]}/attendance")
    assert page.status == 200, page.text
    hall.tally.go(name, start, title)


def disturb(hall):
    """An announcement, a quarter of an hour late, a session that falls out, one that changes its room."""
    tablet = hall.tablet
    tablet.goto(f"{hall.path}/console")
    form = tablet.locator('form[action$="/announcements"].inline-form')
    form.locator("[name=text]").fill("Der Kaffee steht jetzt im Flur.")
    send(tablet, form)
    for screen, place in ((hall.ada, "#announcements"), (hall.bo, "#announcements"), (hall.board_page, "#announcements"),
                          (hall.projector, ".stage-announcement")):
        expect(screen.locator(place)).to_contain_text("Der Kaffee steht jetzt im Flur.")

    press(tablet, "/delay", minutes=hall.day.late)
    first, *rest = hall.day.starts
    later = [add(start, hall.day.late) for start in rest]
    starts = hall.board_page.locator("tr.slot th > b")
    expect(starts).to_have_text([first, *later])
    expect(hall.projector.locator("th.after")).to_contain_text(later[0])
    expect(hall.ada.locator("#next .slot-time")).to_have_text(later[0])
    expect(hall.bo.locator("#next .slot-time")).to_have_text(later[0])

    board = boards.of_grid(tree(hall.board_page))
    fallen = next(title for title, (start, _) in sorted(board.items()) if start == later[0])
    for _ in range(2):
        press(tablet, f"/sessions/{hall.ids[fallen]}/cancellation")
        expect(hall.board_page.locator(f"td.cancelled #session-{hall.ids[fallen]}")).to_be_visible()
        expect(hall.ada.locator(f"#session-{hall.ids[fallen]}.cancelled")).to_be_visible()
        if _ == 0:
            moderating.undo(tablet)
            expect(hall.board_page.locator("td.cancelled")).to_have_count(0)
            expect(hall.ada.locator(f"#session-{hall.ids[fallen]}.cancelled")).to_have_count(0)
    hall.fallen = fallen
    change_a_room(hall)


def change_a_room(hall):
    """Two sessions that run now swap their rooms, and one goes to a free room and back where there is one."""
    tablet = hall.tablet
    tablet.goto(f"{hall.path}/console")
    before = boards.of_grid(tree(hall.board_page))
    now = {title: room for title, (start, room) in before.items() if start == hall.day.starts[0]}
    first = next(title for title in sorted(now) if tablet.locator(swap_form(hall, title)).count())
    form = tablet.locator(swap_form(hall, first))
    open_fold(form)
    chosen = form.locator("select[name=with]")
    other_id = chosen.locator("option").first.get_attribute("value")
    chosen.select_option(value=other_id)
    other = next(title for title in now if str(hall.ids[title]) == other_id)
    send(tablet, form)
    see_in_room(hall, first, now[other])
    see_in_room(hall, other, now[first])
    expect(tablet.locator("#undo")).to_contain_text(first)

    free = tablet.locator(f'form[action$="/sessions/{hall.ids[first]}/room"]')
    if free.count():
        open_fold(free)
        room = free.locator("select[name=room] option").first
        name = room.inner_text()
        free.locator("select[name=room]").select_option(value=room.get_attribute("value"))
        send(tablet, free)
        see_in_room(hall, first, name)
        moderating.undo(tablet)
        see_in_room(hall, first, now[other])


def swap_form(hall, title):
    return f'form[action$="/sessions/{hall.ids[title]}/room/swap"]'


def open_fold(form):
    if (fold := form.locator("xpath=ancestor::details[not(@open)]")).count():
        fold.first.locator("> summary").click()


def see_in_room(hall, title, room):
    """Phones, the public board and the projector, each without being touched."""
    for phone in hall.phones().values():
        expect(phone.locator(f"#running #session-{hall.ids[title]} .where b")).to_have_text(room)
    line = hall.projector.locator(".now-table tr").filter(has=hall.projector.locator("th", has_text=room))
    expect(line.locator(".now-title")).to_have_text(title)
    expect(hall.board_page.locator(f"#session-{hall.ids[title]}")).to_be_visible()
    for _ in range(50):
        place = boards.of_grid(tree(hall.board_page)).get(title)
        if place == (hall.day.starts[0], room):
            return
        hall.board_page.wait_for_timeout(100)
    raise AssertionError(f"{title} is at {place} on the board, not in {room}")



def add(start, more):
    hour, minute = map(int, start.split(":"))
    return f"{(hour * 60 + minute + more) // 60}:{(minute + more) % 60:02}"
