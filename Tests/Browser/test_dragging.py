"""A card of the draft is dragged by mouse and by finger; a finger that only scrolls or taps moves nothing."""
import re

import pytest
from playwright.sync_api import expect

import moderating
from halls import PEOPLE
from screens import screen

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


class Finger:
    """One finger on the glass, as the browser gets it from a tablet."""

    def __init__(self, page):
        self.devtools = page.context.new_cdp_session(page)

    def touch(self, kind, *point):
        points = [{"x": point[0], "y": point[1]}] if point else []
        self.devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


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
