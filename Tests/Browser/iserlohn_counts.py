"""Iserlohn: what every screen shows against what the tally says."""
import re

from playwright.sync_api import expect

import boards
import moderating
from halls import minutes
from screens import tree
from visitors import Visitor


def compare_wishes(hall):
    """Every screen shows the same voices, live, and each phone its own marks."""
    for title in hall.tally.titles:
        topic, voices = hall.ids[title], hall.tally.voices(title)
        for name, screen in {**hall.phones(), "projector": hall.projector}.items():
            number = screen.locator(f'[data-number="wishes/{topic}"]')
            expect(number, f"{title} on {name}").to_have_text(str(voices))
    dom = parse_fresh(hall.tablet, f"{hall.path}/console/topics")
    for title in hall.tally.titles:
        row = dom.one(id=f"topic-{hall.ids[title]}")
        hands = hall.tally.hands[title]
        assert row.one("p", "voices").one("b").text == str(hall.tally.voices(title) + hands), title
        parts = row.one("p", "voices").one("span").text
        assert [int(n) for n in re.findall(r"\d+", parts)] == [hall.tally.voices(title), hands], parts
    expect(hall.projector.locator('[data-number="people/voted"]')).to_have_text(str(hall.tally.voter_count))
    for name, visitor in hall.visitors.items():
        dom = visitor.get(f"{hall.path}/topics").dom
        mine = {row.heading.text for row in dom.all("li", "mine")}
        assert mine == hall.tally.counted(name), name


def parse_fresh(page, path):
    page.goto(path)
    return tree(page)


def assert_quality(hall):
    """The sentence above the board against the tally: what comes true, what is lost, whose hands."""
    dom = tree(hall.tablet)
    board = boards.of_grid(dom)
    attained, wishes, sentence = boards.quality(dom)
    assert (attained, wishes) == (hall.tally.attained(board), hall.tally.wish_count), sentence
    if parked := hall.tally.parked(board):
        assert re.search(rf"\b{parked} ", sentence.split(".", 1)[1]), sentence
    assert_losses(hall.tally, board, sentence)
    hands = sum(hall.tally.hands[title] for title in board)
    assert re.search(rf"\b{hands} Handzeichen", sentence), sentence
    placed_voices = {title: hall.tally.voices(title) + hall.tally.hands[title] for title in board}
    assert boards.wishes_of_grid(dom) == placed_voices
    return attained


# Fewer are not broken down: nobody shall be picked out.
GROUP_MIN = 5


def assert_losses(tally, board, sentence):
    """Who loses wishes because they run at the same time: so many people one each, or the sum where they are few."""
    losers = {each: people for each, people in tally.losers(board).items() if each > 0}
    lost = tally.wish_count - tally.attained(board) - tally.parked(board)
    assert sum(each * people for each, people in losers.items()) == lost
    if not lost:
        assert "verl" not in sentence, sentence
    elif all(people >= GROUP_MIN for people in losers.values()):
        words = {1: "einen", 2: "zwei", 3: "drei"}
        for each, people in losers.items():
            assert f"{people} Menschen verlieren je {words.get(each, each)}" in sentence, (losers, sentence)
    else:
        told = "geht verloren" if lost == 1 else "gehen verloren"
        assert re.search(rf"\b{lost} {told}, weil zwei gewünschte zugleich laufen", sentence), (losers, sentence)


def compare_boards(hall, board):
    """The same board on the console, in public, on a phone, on the projector and on paper."""
    moderating.open_board(hall.tablet, hall.gathering)
    assert moderating.board(hall.tablet) == board
    assert boards.of_grid(tree(hall.board_page)) == board
    stranger = Visitor(hall.server.address)
    assert boards.of_list(stranger.get(f"{hall.path}/plan").dom) == board
    assert boards.of_grid(stranger.get(f"{hall.path}/board").dom) == board
    stranger.leave()
    if hall.projector.locator(".show-board").count():
        assert boards.of_stage(tree(hall.projector)) == board


def compare_heads(hall, titles):
    board = boards.of_grid(tree(hall.board_page))
    hall.tablet.goto(f"{hall.path}/console")
    for title in titles:
        heads, room = str(hall.tally.heads(title)), board[title][1]
        for name, phone in hall.phones().items():
            row = phone.locator(f"#running #session-{hall.ids[title]} .seat-line")
            expect(row, f"{title} on the phone of {name}").to_contain_text(heads)
        on_wall = hall.projector.locator("tr").filter(has=hall.projector.locator("th", has_text=room))
        expect(on_wall.locator(".now-title")).to_have_text(title)
        expect(on_wall.locator(".room-heads b").first).to_have_text(heads)
        on_desk = hall.tablet.locator(".rooms > li").filter(has=hall.tablet.locator(".room-head", has_text=room))
        expect(on_desk.locator(".room-count b").first).to_have_text(heads)


def compare_everything(hall):
    """At the end: one board everywhere, every count as the tally has it, and every wish as it was."""
    board = boards.of_grid(tree(hall.board_page))
    compare_boards(hall, board)
    dom = tree(hall.board_page)
    assert boards.wishes_of_grid(dom) == {
        title: hall.tally.voices(title) + hall.tally.hands[title] for title in board}
    attained, wishes, _ = boards.quality(dom)
    held = {title: place for title, place in board.items() if title != hall.fallen}
    assert (attained, wishes) == (hall.tally.attained(held), hall.tally.wish_count)
    compare_heads(hall, [title for title, (start, _) in board.items() if start == hall.day.starts[0]])
    for name, visitor in hall.visitors.items():
        dom = visitor.get(f"{hall.path}/topics").dom
        assert {row.heading.text for row in dom.all("li", "mine")} == hall.tally.counted(name), name
        dom = visitor.get(hall.path).dom
        assert {row.heading.text for row in dom.all("div", "mine")} == marked_on_the_phone(hall, name, board), name
    cookieless = Visitor(hall.server.address).get(f"{hall.path}/board").text
    assert not any(person.name in cookieless.split() for person in hall.people.values()), "names without a cookie"


def marked_on_the_phone(hall, name, board):
    """Where somebody goes now, and what they host now or next, unless it is cancelled."""
    shown = sorted({start for start, _ in board.values()}, key=minutes)[:2]
    hosted = {title for title, (start, _) in board.items()
              if start in shown and title != hall.fallen and name in hall.tally.hosts_of(title)}
    return hosted | {hall.tally.going[name][hall.day.starts[0]]}
