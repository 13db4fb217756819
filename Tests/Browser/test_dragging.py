"""A card of the draft is moved by mouse, finger, pen and keyboard, and stays in the hand while others act.

A finger that only scrolls or taps moves nothing, and of two who move the same card the second sees who was faster.
"""
import re

import pytest
from playwright.sync_api import expect

import moderating
from halls import PEOPLE
from screens import LIVE, screen

TITLES = ("Innenstädte beleben", "Nachwuchs finden")


@pytest.fixture
def board(hall, screens):
    """The draft on the tablet, two sessions laid."""
    for person, title in zip(PEOPLE, TITLES):
        hall.propose(hall.join(person), title)
    hall.enter("planning")
    hall.lay()
    return screen(screens, hall.organiser, "tablet", f"{hall.console}/board")


def middle(field):
    field.scroll_into_view_if_needed()
    box = field.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def card(board, title):
    return board.locator("#grid td[data-session]", has_text=title)


def free_place(board):
    return board.locator("#grid td[data-slot]:not([data-session]):not(.blocked)").last


def place_of(field):
    return field.get_attribute("data-slot"), field.get_attribute("data-room")


def field(board, place):
    return board.locator(f'#grid td[data-slot="{place[0]}"][data-room="{place[1]}"]')


class Finger:
    """One finger on the glass, as the browser gets it from a tablet."""

    def __init__(self, page):
        self.devtools = page.context.new_cdp_session(page)

    def touch(self, kind, *point):
        points = [{"x": point[0], "y": point[1]}] if point else []
        self.devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def drag(self, start, end):
        for step in range(1, 7):
            self.touch("touchMove", *(a + (b - a) * step / 6 for a, b in zip(start, end)))


class Pen:
    """A pen on the glass: it draws at once, as a mouse does, and hovers."""

    def __init__(self, page):
        self.devtools = page.context.new_cdp_session(page)

    def touch(self, kind, x, y):
        self.devtools.send("Input.dispatchMouseEvent", {
            "type": kind, "x": x, "y": y, "button": "none" if kind == "mouseMoved" else "left", "buttons": 1,
            "clickCount": 1, "pointerType": "pen"})


class Colleague:
    """A second moderator, who moves cards of the same draft."""

    def __init__(self, hall):
        self.hall, self.visitor = hall, hall.helper("moderator")

    def move(self, board, title, place):
        session = card(board, title).get_attribute("data-session")
        self.visitor.get(f"{self.hall.console}/board?session={session}&move=1")
        answer = self.visitor.act(f"/sessions/{session}/place", hidden={"slot": place[0], "room": place[1]})
        assert answer.status == 200, answer.text

    def park(self, board, title):
        session = card(board, title).get_attribute("data-session")
        self.visitor.get(f"{self.hall.console}/board?session={session}")
        assert self.visitor.act(f"/sessions/{session}/parking").status == 200


def two_free_places(board):
    """The last two that are free, before anything is moved."""
    free = board.locator("#grid td[data-slot]:not([data-session]):not(.blocked)")
    return place_of(free.nth(-1)), place_of(free.nth(-2))


def heard(board):
    """Everything that a screen reader is told from now on, in a list that grows."""
    board.evaluate("""() => {
      window.heard = [];
      const line = document.getElementById('said');
      new MutationObserver(() => { if (line.textContent) heard.push(line.textContent); }).observe(line, { childList: true });
    }""")
    return lambda: board.evaluate("heard")


def test_a_mouse_drags_a_card_to_a_free_place_and_it_is_taken_back(board):
    was, goal = place_of(card(board, TITLES[0])), place_of(free_place(board))
    board.mouse.move(*middle(card(board, TITLES[0])))
    board.mouse.down()
    board.mouse.move(*middle(free_place(board)), steps=6)
    expect(board.locator(".carried")).to_have_text(TITLES[0])
    board.mouse.up()
    expect(board.locator(f'#grid td[data-slot="{goal[0]}"][data-room="{goal[1]}"]')).to_contain_text(TITLES[0])
    moderating.undo(board)
    expect(board.locator(f'#grid td[data-slot="{was[0]}"][data-room="{was[1]}"]')).to_contain_text(TITLES[0])


def test_a_card_that_is_dragged_onto_another_changes_places_with_it(board):
    first, second = (place_of(card(board, title)) for title in TITLES)
    board.mouse.move(*middle(card(board, TITLES[0])))
    board.mouse.down()
    board.mouse.move(*middle(card(board, TITLES[1])), steps=6)
    board.mouse.up()
    expect(board.locator(f'#grid td[data-slot="{second[0]}"][data-room="{second[1]}"]')).to_contain_text(TITLES[0])
    expect(board.locator(f'#grid td[data-slot="{first[0]}"][data-room="{first[1]}"]')).to_contain_text(TITLES[1])


def test_a_finger_drags_what_it_has_held_for_a_moment(board):
    goal = place_of(free_place(board))
    x, y = middle(card(board, TITLES[0]))
    finger = Finger(board)
    finger.touch("touchStart", x, y)
    expect(board.locator(".carried")).to_have_text(TITLES[0])
    end = middle(free_place(board))
    for step in range(1, 7):
        finger.touch("touchMove", x + (end[0] - x) * step / 6, y + (end[1] - y) * step / 6)
    finger.touch("touchEnd")
    expect(board.locator(f'#grid td[data-slot="{goal[0]}"][data-room="{goal[1]}"]')).to_contain_text(TITLES[0])


def test_a_finger_that_moves_at_once_scrolls_and_one_that_taps_opens(board):
    before = place_of(card(board, TITLES[0]))
    x, y = middle(card(board, TITLES[0]))
    finger = Finger(board)
    finger.touch("touchStart", x, y)
    for step in range(1, 5):
        finger.touch("touchMove", x, y - 20 * step)
    finger.touch("touchEnd")
    expect(board.locator(".carried")).to_have_count(0)
    assert place_of(card(board, TITLES[0])) == before
    board.touchscreen.tap(*middle(card(board, TITLES[0])))
    expect(board).to_have_url(re.compile("session="))


def test_a_pen_drags_as_a_mouse_does(board):
    goal = place_of(free_place(board))
    pen, (x, y), end = Pen(board), middle(card(board, TITLES[0])), middle(free_place(board))
    pen.touch("mouseMoved", x, y)
    pen.touch("mousePressed", x, y)
    for step in range(1, 7):
        pen.touch("mouseMoved", x + (end[0] - x) * step / 6, y + (end[1] - y) * step / 6)
    expect(board.locator(".carried")).to_have_text(TITLES[0])
    pen.touch("mouseReleased", *end)
    expect(field(board, goal)).to_contain_text(TITLES[0])


def test_a_card_in_the_hand_stays_there_while_another_is_moved(hall, board):
    mine, theirs = two_free_places(board)
    colleague = Colleague(hall)
    start = middle(card(board, TITLES[0]))
    board.mouse.move(*start)
    board.mouse.down()
    board.mouse.move(*middle(field(board, mine)), steps=4)
    colleague.move(board, TITLES[1], theirs)
    expect(field(board, theirs)).to_contain_text(TITLES[1], timeout=LIVE)
    expect(board.locator(".carried")).to_have_text(TITLES[0])
    expect(card(board, TITLES[0])).to_have_class(re.compile("taken"))
    expect(field(board, mine)).to_have_class(re.compile("over-here"))
    board.mouse.up()
    expect(field(board, mine)).to_contain_text(TITLES[0])
    expect(field(board, theirs)).to_contain_text(TITLES[1])


def test_a_card_under_the_finger_stays_there_while_another_is_moved(hall, board):
    mine, theirs = two_free_places(board)
    colleague, finger = Colleague(hall), Finger(board)
    start, end = middle(card(board, TITLES[0])), middle(field(board, mine))
    finger.touch("touchStart", *start)
    expect(board.locator(".carried")).to_have_text(TITLES[0])
    colleague.move(board, TITLES[1], theirs)
    expect(field(board, theirs)).to_contain_text(TITLES[1], timeout=LIVE)
    scrolled = board.evaluate("[scrollX, scrollY]")
    finger.drag(start, end)
    expect(board.locator(".carried")).to_have_text(TITLES[0])
    assert board.evaluate("[scrollX, scrollY]") == scrolled
    finger.touch("touchEnd")
    expect(field(board, mine)).to_contain_text(TITLES[0])


def test_a_card_carried_by_keyboard_stays_in_the_hand_and_each_step_is_a_sentence(hall, board):
    told = heard(board)
    colleague = Colleague(hall)
    _, theirs = two_free_places(board)
    title = card(board, TITLES[0])
    was = place_of(title)
    title.locator("[data-take]").focus()
    board.keyboard.press("Space")
    expect(board.locator("#said")).to_have_text(re.compile(f"^„{TITLES[0]}“ ist aufgenommen\\..*Escape bricht ab\\.$"))
    colleague.move(board, TITLES[1], theirs)
    expect(field(board, theirs)).to_contain_text(TITLES[1], timeout=LIVE)
    expect(card(board, TITLES[0])).to_have_class(re.compile("taken"))
    expect(card(board, TITLES[0]).locator("[data-take]")).to_be_focused()
    board.keyboard.press("ArrowDown")
    over = board.locator("#grid td.over-here")
    expect(over).to_have_count(1)
    goal = place_of(over)
    assert goal != was
    expect(board.locator("#said")).to_have_text(re.compile(r"^\d+:\d\d, \w+ ist (frei|belegt mit „.*“\. Die Leertaste tauscht die beiden)\.$"))
    board.keyboard.press("Space")
    expect(field(board, goal)).to_contain_text(TITLES[0])
    expect(board.locator("#said")).to_have_text(re.compile(rf"^„{TITLES[0]}“ (liegt jetzt um|und) .*\.$"))
    assert all(sentence.rstrip().endswith(".") for sentence in told()), told()


def test_of_two_who_move_the_same_card_the_second_sees_where_it_is(hall, board, screens):
    mine, theirs = two_free_places(board)
    colleague = Colleague(hall)
    board.mouse.move(*middle(card(board, TITLES[0])))
    board.mouse.down()
    board.mouse.move(*middle(field(board, mine)), steps=4)
    colleague.move(board, TITLES[0], theirs)
    place = field(board, theirs).get_attribute("data-place")
    faster = f"Jemand anderes war schneller. „{TITLES[0]}“ liegt jetzt hier: {place}."
    expect(board.locator("#messages [role=alert]")).to_have_text(faster, timeout=LIVE)
    expect(board.locator(".carried")).to_have_attribute("data-note", place)
    with screens.expecting("409 (Conflict)"):
        board.mouse.up()
    expect(board.locator("[role=alert]")).to_contain_text("Jemand anderes war schneller. Die Session liegt jetzt hier")
    expect(field(board, theirs)).to_contain_text(TITLES[0])
    # Whoever has seen it moves it, and nobody is in the way.
    board.mouse.move(*middle(card(board, TITLES[0])))
    board.mouse.down()
    board.mouse.move(*middle(field(board, mine)), steps=4)
    board.mouse.up()
    expect(field(board, mine)).to_contain_text(TITLES[0])


def test_a_card_that_somebody_parks_leaves_the_hand(hall, board):
    colleague = Colleague(hall)
    board.mouse.move(*middle(card(board, TITLES[0])))
    board.mouse.down()
    board.mouse.move(*middle(free_place(board)), steps=4)
    colleague.park(board, TITLES[0])
    expect(board.locator("#messages [role=alert]")).to_have_text(
        f"Jemand anderes war schneller. „{TITLES[0]}“ liegt nicht mehr auf dem Plan.", timeout=LIVE)
    expect(board.locator(".carried")).to_have_count(0)
    board.mouse.up()
    expect(card(board, TITLES[0])).to_have_count(0)


def test_escape_lets_go_of_what_the_mouse_drags(board):
    before = place_of(card(board, TITLES[0]))
    board.mouse.move(*middle(card(board, TITLES[0])))
    board.mouse.down()
    board.mouse.move(*middle(free_place(board)), steps=4)
    board.keyboard.press("Escape")
    expect(board.locator(".carried")).to_have_count(0)
    board.mouse.move(*middle(card(board, TITLES[1])))
    board.mouse.up()
    expect(board.locator("#said")).to_have_text(f"„{TITLES[0]}“ bleibt, wo es liegt.")
    assert place_of(card(board, TITLES[0])) == before
