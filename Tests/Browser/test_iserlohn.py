"""Thirty people, no agenda, no accounts: from the empty room to the running board, on SQLite on disk.

One moderator with a tablet, the projector, a phone with Chromium and one with Firefox, twenty-eight people through
HTTP, and two without any phone. Every count on every screen is compared with a tally kept here.
"""
import os
import random
import re
import subprocess
import time

from playwright.sync_api import expect

import boards
import moderating
from dom import parse
from halls import PEOPLE, ROOMS, TOPICS, TWIN, Person, draw_wishes, today
from moderating import board as console_board
from screens import press, send, tree
from serving import REPOSITORY
from tally import Tally, assert_holds
from visitors import Visitor

WITHOUT_PHONE = (Person("Gerd", "Wenden"), Person("Hilde", "Wilnsdorf"))
SEED = 20
SEATS = {room.name: room.seats for room in ROOMS}


class Hall:
    """Who and what is in the room; the steps of the day are the functions below."""

    def __init__(self, server, screens, tmp_path):
        self.server, self.tmp_path = server, tmp_path
        self.day = today()
        self.tally = Tally()
        self.tablet, self.projector = screens.tablet(), screens.projector()
        self.ada, self.bo = screens.phone(), screens.phone(engine=screens.firefox)
        self.board_page = screens.open("projector")
        self.people = {person.name: person for person in PEOPLE + WITHOUT_PHONE}
        self.visitors = {person.name: Visitor(server.address, person.name) for person in PEOPLE[2:]}
        self.gathering = self.code = ""
        self.ids = {}

    @property
    def path(self):
        return f"/g/{self.gathering}"

    def end_of(self, start):
        return int(re.sub(r"\D", "", self.day.end(start)))

    def phones(self):
        return {"Ada": self.ada, "Bo": self.bo}


def test_a_barcamp_goes_from_the_empty_room_to_the_running_board(server, screens, firefox, tmp_path):
    server.start("Claim")
    hall = Hall(server, screens, tmp_path)

    for step in (prepare, arrive, propose, pitch, weigh, merge_twins, plan, change_the_plan, publish, run, disturb,
                 compare_everything, take_pictures):
        begun = time.monotonic()
        step(hall)
        print(f"{step.__name__}: {time.monotonic() - begun:.1f} s")


def prepare(hall):
    moderating.claim(hall.tablet, hall.server)
    hall.gathering = moderating.create(
        hall.tablet, "20. Runder Tisch: Willkommen in Südwestfalen", "Weltenraum", "Iserlohn", ROOMS, hall.day)
    moderating.equip(hall.tablet, hall.gathering, ROOMS)

    address = moderating.helper_link(hall.tablet, hall.gathering, "projector")
    moderating.open_link(hall.projector, address)
    hall.projector.wait_for_url("**/projector")
    moderating.enter(hall.tablet, hall.gathering, "arriving")


def arrive(hall):
    """The code comes from the picture on the wall, as a camera reads it."""
    expect(hall.projector.locator(".show-arrival")).to_be_visible()
    picture = hall.tmp_path / "arrival.png"
    hall.projector.screenshot(path=picture)
    read = subprocess.run(["zbarimg", "--quiet", "--raw", picture], capture_output=True, text=True, check=True)
    address = read.stdout.split()[0]
    assert address.startswith(f"{hall.server.address}/j/")
    hall.code = address.rsplit("/", 1)[1]
    spoken = hall.projector.locator(".arrival-join b").inner_text()
    assert re.sub(r"\W", "", spoken).upper() == hall.code.upper()

    hall.ada.goto(f"/j/{hall.code}")
    sit_down(hall.ada, PEOPLE[0])
    # Typed, not scanned: the code as it is read out.
    hall.bo.goto("/")
    hall.bo.locator("[name=code]").fill(spoken.lower())
    hall.bo.get_by_role("button", name="Weiter").click()
    sit_down(hall.bo, PEOPLE[1])

    for person in PEOPLE[2:]:
        visitor = hall.visitors[person.name]
        visitor.get(f"/j/{hall.code}")
        page = visitor.act(
            "/participants", firstName=person.name, organisation=person.town, hashtags=person.hashtags)
        assert page.path == hall.path, page.text
    for person in WITHOUT_PHONE:
        moderating.add_person(hall.tablet, hall.gathering, person)

    assert len({v.cookies["tafelrunde"] for v in hall.visitors.values()}) == 28
    everybody = str(len(hall.people))
    for phone in hall.phones().values():
        phone.goto(f"{hall.path}/people")
        expect(phone.locator("#people-sum")).to_contain_text(everybody)
        expect(phone.locator("#people .me")).to_have_count(1)
    hall.tablet.goto(f"{hall.path}/console")
    expect(hall.tablet.locator("#phases .status")).to_contain_text(everybody)


def sit_down(page, person):
    form = page.locator('form[action$="/participants"]')
    form.locator("[name=firstName]").fill(person.name)
    form.locator("[name=organisation]").fill(person.town)
    form.locator("[name=hashtags]").fill(person.hashtags)
    form.get_by_role("button", name="Platz nehmen").click()
    page.wait_for_url(re.compile(r"/g/[^/]+$"))


def propose(hall):
    ends = [hall.day.end(start) for start in hall.day.starts]
    for topic in (*TOPICS, TWIN):
        until = None if topic.until_slot is None else ends[topic.until_slot]
        fields = {"title": topic.title, "sentence": topic.sentence, "kind": topic.kind}
        if topic.host in hall.phones():
            phone = hall.phones()[topic.host]
            phone.goto(f"{hall.path}/topics")
            phone.locator(f'a[href="{hall.path}/proposals/new"]').click()
            form = phone.locator("form.propose")
            form.locator("[name=title]").fill(topic.title)
            form.locator("[name=sentence]").fill(topic.sentence)
            form.locator(f"[name=kind][value={topic.kind}]").check(force=True)
            form.get_by_role("button", name="In die Runde geben").click()
            expect(phone.locator("#topics")).to_contain_text(topic.title)
        elif topic.host == "Gerd":
            moderating.propose_for(hall.tablet, hall.gathering, topic, "Gerd")
        else:
            visitor = hall.visitors[topic.host]
            visitor.get(f"{hall.path}/proposals/new")
            more = {"mustLeaveAt": until.rjust(5, "0")} if until else {}
            page = visitor.act("/proposals", **fields, needs=list(topic.needs), **more)
            assert page.status == 200, page.text
            assert page.path.startswith(f"{hall.path}/topics"), page.text
        hall.tally.propose(topic.title, topic.host, until=until and int(until.replace(":", "")))
    hall.ada.goto(f"{hall.path}/topics")
    hall.ids = topic_ids(tree(hall.ada))
    assert set(hall.ids) == set(hall.tally.hosts)


def topic_ids(dom):
    return {row.heading.text: row["id"].removeprefix("topic-") for row in dom.one("ul", "topics").all("li", "topic")}


def pitch(hall):
    """One topic a turn; whoever has a second one comes round again when everybody has had a first."""
    moderating.enter(hall.tablet, hall.gathering, "pitching")
    pitched = []
    stage = hall.projector.locator(".show-pitch .stage-title")
    for number in range(1, len(hall.ids) + 1):
        moderating.next_step(hall.tablet, "/pitch")
        title = hall.tablet.locator("#pitch-title").inner_text()
        expect(stage).to_have_text(title)
        pitched.append(title)
        if number == 1:
            play_with_the_timer(hall)
    assert sorted(pitched) == sorted(hall.ids)

    turns = {}
    rounds = []
    for title in pitched:
        host = min(hall.tally.hosts[title])
        turns[host] = turns.get(host, 0) + 1
        rounds.append(turns[host])
    assert rounds == sorted(rounds), f"somebody presented twice before others presented once: {pitched}"


def play_with_the_timer(hall):
    timer = hall.projector.locator(".show-pitch [role=timer]")
    left = int(timer.locator(".ring-number").inner_text())
    assert 50 <= left <= 60
    # It runs by itself: no frame comes for a second that passes.
    expect(timer.locator(".ring-number")).not_to_have_text(str(left))
    press(hall.tablet, "/pitch/pause")
    expect(timer).not_to_have_attribute("data-end", re.compile("."))
    press(hall.tablet, "/pitch/extension")
    press(hall.tablet, "/pitch/resumption")
    expect(timer).to_have_attribute("data-end", re.compile(r"^\d+$"))
    assert 70 <= int(timer.locator(".ring-number").inner_text()) <= 90


def weigh(hall):
    moderating.next_step(hall.tablet, "/phase")
    expect(hall.projector.locator(".show-weighing")).to_be_visible()
    wishes = draw_wishes([person.name for person in PEOPLE], (*TOPICS, TWIN), SEED)
    for name, phone in hall.phones().items():
        phone.goto(f"{hall.path}/topics")
        for title in sorted(wishes[name]):
            tap_wish(phone, hall.ids[title])
        # Changed their mind: one of them not, after all.
        tap_wish(phone, hall.ids[min(wishes[name])])
        wishes[name].discard(min(wishes[name]))
    for name, visitor in hall.visitors.items():
        for title in sorted(wishes[name]):
            visitor.get(f"{hall.path}/topics")
            page = visitor.act(f"/proposals/{hall.ids[title]}/wish")
            assert page.status == 200, page.text
    hall.tally.wishes.update(wishes)

    hall.tablet.goto(f"{hall.path}/console/topics")
    for title, hands in ((TOPICS[1].title, 2), (TOPICS[5].title, 1), (TOPICS[9].title, 2)):
        moderating.raise_hands(hall.tablet, hall.ids[title], hands)
        hall.tally.hands[title] = hands
    compare_wishes(hall)


def tap_wish(phone, topic):
    button = phone.locator(f"#topic-{topic} .wish")
    wanted = "false" if button.get_attribute("aria-checked") == "true" else "true"
    with phone.expect_response(lambda answer: answer.request.method == "POST" and f"/{topic}/wish" in answer.url):
        button.click()
    expect(button).to_have_attribute("aria-checked", wanted)


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


def merge_twins(hall):
    """Two that are the same become one; taken back, and done again."""
    into = TOPICS[11].title
    for is_last in (False, True):
        hall.tablet.goto(f"{hall.path}/console/topics?topic={hall.ids[TWIN.title]}")
        form = hall.tablet.locator(f'form[action$="/proposals/{hall.ids[TWIN.title]}/merger"]')
        form.locator("[name=into]").select_option(value=hall.ids[into])
        send(hall.tablet, form)
        hall.tally.merge(TWIN.title, into)
        compare_wishes(hall)
        if not is_last:
            moderating.undo(hall.tablet)
            hall.tally.unmerge(TWIN.title)
            compare_wishes(hall)


def plan(hall):
    """The window closes, one button lays the board, and its quality is what the wishes say."""
    hall.tablet.goto(f"{hall.path}/console")
    moderating.next_step(hall.tablet, "/phase")
    assert_refuses_late_wishes(hall)
    moderating.next_step(hall.tablet, "/board/plan")
    moderating.open_board(hall.tablet, hall.gathering)
    laid = console_board(hall.tablet)
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
    assert "Das Fenster ist zu" in parse(body).text


def assert_quality(hall):
    """The sentence above the board against the tally: what comes true, what is lost, whose hands."""
    dom = tree(hall.tablet)
    board = boards.of_grid(dom)
    attained, wishes, sentence = boards.quality(dom)
    assert (attained, wishes) == (hall.tally.attained(board), hall.tally.wish_count), sentence
    if parked := hall.tally.parked(board):
        assert re.search(rf"\b{parked} ", sentence.split(".", 1)[1]), sentence
    hands = sum(hall.tally.hands[title] for title in board)
    assert re.search(rf"\b{hands} Handzeichen", sentence), sentence
    placed_voices = {title: hall.tally.voices(title) + hall.tally.hands[title] for title in board}
    assert boards.wishes_of_grid(dom) == placed_voices
    return attained


def change_the_plan(hall):
    """Park one, move one by form and one by keyboard, pin one and lay again, and place the parked one."""
    tablet, tally = hall.tablet, hall.tally
    parked = min((t for t in TOPICS if t.until_slot is None and not t.needs and t.host not in ("Ada", "Cem")),
                 key=lambda topic: tally.voices(topic.title)).title
    session = moderating.sessions(tablet)[parked][0]
    moderating.open_board(tablet, hall.gathering, f"?session={session}")
    press(tablet, f"/sessions/{session}/parking")
    assert parked not in console_board(tablet)
    assert_quality(hall)
    moderating.undo(tablet)
    assert parked in console_board(tablet)
    moderating.open_board(tablet, hall.gathering, f"?session={session}")
    press(tablet, f"/sessions/{session}/parking")

    move_by_form(hall)
    move_by_keyboard(hall)

    pinned = TOPICS[1].title
    moderating.open_board(tablet, hall.gathering, f"?session={moderating.sessions(tablet)[pinned][0]}")
    press(tablet, "/pin")
    before = console_board(tablet)
    moderating.open_board(tablet, hall.gathering)
    expect(tablet.locator("td.pinned [data-take]")).to_have_text(pinned)
    best_by_hand = assert_quality(hall)
    moderating.lay(tablet)
    after = console_board(tablet)
    assert after[pinned] == before[pinned]
    assert parked not in after
    assert assert_quality(hall) >= best_by_hand
    place_parked(hall, parked)


def move_by_form(hall):
    """Each field says what it costs; the price is what the tally says, and taking it does what it said."""
    tablet = hall.tablet
    title = next(t.title for t in TOPICS if t.until_slot is None and not t.needs and t.title in console_board(tablet))
    session = moderating.sessions(tablet)[title][0]
    before = console_board(tablet)
    moderating.open_board(tablet, hall.gathering, f"?session={session}&move=1")
    # The session that is moved is not priced: everything else stands in fields.
    offers = []
    for cell in tree(tablet).one("table", "grid").all("td"):
        if not (price := cell.find("div", "price")) or not price.find("form"):
            continue
        place = (tree_start(cell), cell.one("span", "cell-room").text)
        other = next((t for t, at in before.items() if at == place), None)
        after = {**before, title: place, **({other: before[title]} if other else {})}
        cost = hall.tally.cost(after, SEATS) - hall.tally.cost(before, SEATS)
        sign = price.one("b").text
        assert sign == (f"−{cost}" if cost > 0 else f"+{-cost}" if cost < 0 else "±0"), (title, place, other)
        offers.append((other is None, cost, place, after))
    free, cost, place, after = max(offers, key=lambda offer: (offer[0], -offer[1]))
    assert free, "the free place is among the offers"
    room, slot = room_and_slot(tablet, place)
    press(tablet, f"/sessions/{session}/place", slot=slot, room=room)
    moderating.open_board(tablet, hall.gathering)
    assert console_board(tablet) == after
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
    before = console_board(tablet)
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
    assert console_board(tablet) == {**before, left: before[right], right: before[left]}
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
    board = console_board(tablet)
    assert set(board) == set(hall.tally.titles)
    assert_holds(board, hall.tally, hall.end_of)
    assert_quality(hall)


def publish(hall):
    board = console_board(hall.tablet)
    hall.board_page.goto(f"{hall.path}/board")
    moderating.publish(hall.tablet, hall.gathering)
    expect(hall.projector.locator(".show-board")).to_be_visible()
    expect(hall.board_page.locator("table.grid")).to_be_visible()
    compare_boards(hall, board)


def compare_boards(hall, board):
    """The same board on the console, in public, on a phone, on the projector and on paper."""
    moderating.open_board(hall.tablet, hall.gathering)
    assert console_board(hall.tablet) == board
    assert boards.of_grid(tree(hall.board_page)) == board
    stranger = Visitor(hall.server.address)
    assert boards.of_list(stranger.get(f"{hall.path}/plan").dom) == board
    assert boards.of_grid(stranger.get(f"{hall.path}/board").dom) == board
    stranger.leave()
    if hall.projector.locator(".show-board").count():
        assert boards.of_stage(tree(hall.projector)) == board


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


def add(start, more):
    hour, minute = map(int, start.split(":"))
    return f"{(hour * 60 + minute + more) // 60}:{(minute + more) % 60:02}"


def compare_everything(hall):
    """At the end: one board everywhere, every count as the tally has it, and every wish as it was."""
    board = boards.of_grid(tree(hall.board_page))
    compare_boards(hall, board)
    dom = tree(hall.board_page)
    assert boards.wishes_of_grid(dom) == {
        title: hall.tally.voices(title) + hall.tally.hands[title] for title in board}
    attained, wishes, _ = boards.quality(dom)
    assert (attained, wishes) == (hall.tally.attained(board), hall.tally.wish_count)
    compare_heads(hall, [title for title, (start, _) in board.items() if start == hall.day.starts[0]])
    for name, visitor in hall.visitors.items():
        dom = visitor.get(f"{hall.path}/topics").dom
        assert {row.heading.text for row in dom.all("li", "mine")} == hall.tally.counted(name), name
        dom = visitor.get(hall.path).dom
        going = hall.tally.going[name][hall.day.starts[0]]
        assert {row.heading.text for row in dom.all("div", "mine")} == {going}, name
    cookieless = Visitor(hall.server.address).get(f"{hall.path}/board").text
    assert not any(person.name in cookieless.split() for person in hall.people.values()), "names without a cookie"


def take_pictures(hall):
    if not os.environ.get("TAFELRUNDE_PICTURES"):
        return
    folder = REPOSITORY / "docs/pictures"
    folder.mkdir(parents=True, exist_ok=True)
    hall.board_page.set_viewport_size({"width": 1440, "height": 900})
    hall.board_page.screenshot(path=folder / "board.png")
