"""Iserlohn at noon: the board is laid, changed by hand, laid again around what is pinned, and published."""
import re

from playwright.sync_api import expect

import boards
import moderating
from dom import parse
from halls import ROOMS, TOPICS
from iserlohn_counts import assert_quality, compare_boards
from screens import press, tree
from tally import assert_holds

SEATS = {room.name: room.seats for room in ROOMS}


def plan(hall):
    """The window closes, one button lays the board, and its quality is what the wishes say."""
    # Nobody is waited for here: a wish after the closing is late at once.
    moderating.describe(hall.tablet, hall.gathering, graceMinutes="0")
    hall.tablet.goto(f"{hall.path}/console")
    moderating.next_step(hall.tablet, "/phase")
    assert_refuses_late_wishes(hall)
    moderating.next_step(hall.tablet, "/board/plan")
    moderating.open_board(hall.tablet, hall.gathering)
    laid = moderating.board(hall.tablet)
    assert set(laid) == set(hall.tally.titles)
    assert_holds(laid, hall.tally, hall.end_of)
    assert_quality(hall)
    # What everybody sees is still nothing.
    assert "geparkt" not in hall.visitors["Cem"].get(f"{hall.path}/board").text.lower()
    expect(hall.projector.locator(".show-planning")).to_be_visible()


def assert_refuses_late_wishes(hall):
    visitor = hall.visitors["Dora"]
    assert not visitor.get(f"{hall.path}/topics").has_form("/wish")
    status, _, body = visitor.ask("POST", f"{hall.path}/proposals/{hall.ids[TOPICS[0].title]}/wish", "act=zuspaetgekommen")
    assert status == 409
    assert "Das Abwägen endete um" in parse(body).text


def change_the_plan(hall):
    """Park one, move one by form and one by keyboard, pin one and lay again, and place the parked one."""
    tablet, tally = hall.tablet, hall.tally
    parked = min((t for t in TOPICS if t.until_slot is None and not t.needs and t.host not in ("Ada", "Cem")),
                 key=lambda topic: tally.voices(topic.title)).title
    session = moderating.sessions(tablet)[parked][0]
    moderating.open_board(tablet, hall.gathering, f"?session={session}")
    press(tablet, f"/sessions/{session}/parking")
    assert parked not in moderating.board(tablet)
    assert_quality(hall)
    moderating.undo(tablet)
    assert parked in moderating.board(tablet)
    moderating.open_board(tablet, hall.gathering, f"?session={session}")
    press(tablet, f"/sessions/{session}/parking")

    move_by_form(hall)
    move_by_keyboard(hall)

    pinned = TOPICS[1].title
    moderating.open_board(tablet, hall.gathering, f"?session={moderating.sessions(tablet)[pinned][0]}")
    press(tablet, "/pin")
    before = moderating.board(tablet)
    moderating.open_board(tablet, hall.gathering)
    expect(tablet.locator("td.pinned [data-take]")).to_have_text(pinned)
    best_by_hand = assert_quality(hall)
    moderating.lay(tablet)
    after = moderating.board(tablet)
    assert after[pinned] == before[pinned]
    assert parked not in after
    assert assert_quality(hall) >= best_by_hand
    place_parked(hall, parked)


def move_by_form(hall):
    """Each field says what it costs; the price is what the tally says, and taking it does what it said."""
    tablet = hall.tablet
    title = next(t.title for t in TOPICS if t.until_slot is None and not t.needs and t.title in moderating.board(tablet))
    session = moderating.sessions(tablet)[title][0]
    before = moderating.board(tablet)
    moderating.open_board(tablet, hall.gathering, f"?session={session}&move=1")
    # The session that is moved is not priced: everything else stands in fields.
    offers = []
    for cell in tree(tablet).one("table", "grid").all("td"):
        if not (price := cell.find("div", "price")) or not price.find("form"):
            continue
        place = (tree_start(cell), cell.one("span", "cell-room").text)
        other = next((t for t, at in before.items() if at == place), None)
        after = {**before, title: place, **({other: before[title]} if other else {})}
        cost = hall.tally.cost(after) - hall.tally.cost(before)
        sign = price.one("b").text
        missing = hall.tally.missing_seats(after, SEATS, [title, *([other] if other else [])])
        told = price.find("p", "price-missing")
        assert (told.text if told else None) == (
            f"{missing} Plätze fehlen" if missing > 1 else "1 Platz fehlt" if missing else None), (title, place, other)
        assert sign == (f"−{cost}" if cost > 0 else f"+{-cost}" if cost < 0 else "±0"), (title, place, other)
        offers.append((other is None, cost, place, after))
    free, cost, place, after = max(offers, key=lambda offer: (offer[0], -offer[1]))
    assert free, "the free place is among the offers"
    room, slot = room_and_slot(tablet, place)
    press(tablet, f"/sessions/{session}/place", slot=slot, room=room)
    moderating.open_board(tablet, hall.gathering)
    assert moderating.board(tablet) == after
    assert_quality(hall)


def tree_start(cell):
    return cell.inside("tr").one("th").all("b")[0].text


def room_and_slot(tablet, place):
    for cell in tree(tablet).one("table", "grid").all("td"):
        if (tree_start(cell), cell.one("span", "cell-room").text) == place:
            return cell["data-room"], cell["data-slot"]
    raise AssertionError(f"no field {place}")


def move_by_keyboard(hall):
    """Taken with the space bar, carried with an arrow, put down with the space bar: the neighbours swap."""
    tablet = hall.tablet
    moderating.open_board(tablet, hall.gathering)
    before = moderating.board(tablet)
    left, right = neighbours(before)
    expect(tablet.locator("#board-bar")).to_be_visible()
    tablet.locator("a[data-take]").filter(has_text=left).focus()
    tablet.keyboard.press("Space")
    expect(tablet.locator("td.taken a[data-take]")).to_have_text(left)
    tablet.keyboard.press("ArrowRight")
    expect(tablet.locator("td.over-here a[data-take]")).to_have_text(right)
    expect(tablet.locator("#said")).to_contain_text(right)
    tablet.keyboard.press("Space")
    expect(tablet.locator("#undo")).to_contain_text(left)
    expect(tablet.locator("#undo")).to_contain_text(right)
    assert moderating.board(tablet) == {**before, left: before[right], right: before[left]}
    assert_quality(hall)


def neighbours(board):
    """Two beside each other at the same time that need nothing which only one room has."""
    needy = {topic.title for topic in TOPICS if topic.needs}
    at = {place: title for title, place in board.items()}
    names = [room.name for room in ROOMS]
    for (start, room), left in sorted(at.items()):
        right = at.get((start, names[names.index(room) + 1])) if room != names[-1] else None
        if right and not {left, right} & needy:
            return left, right
    raise AssertionError(f"no neighbours on {board}")


def place_parked(hall, title):
    tablet = hall.tablet
    tablet.locator(".parked li").filter(has_text=title).locator("a").click()
    expect(tablet.locator("table.grid.moving")).to_be_visible()
    press(tablet, "/place", within=tablet.locator("#grid"))
    moderating.open_board(tablet, hall.gathering)
    board = moderating.board(tablet)
    assert set(board) == set(hall.tally.titles)
    assert_holds(board, hall.tally, hall.end_of)
    assert_quality(hall)


def publish(hall):
    board = moderating.board(hall.tablet)
    hall.board_page.goto(f"{hall.path}/board")
    moderating.publish(hall.tablet, hall.gathering)
    expect(hall.projector.locator(".show-board")).to_be_visible()
    expect(hall.board_page.locator("table.grid")).to_be_visible()
    compare_boards(hall, board)
