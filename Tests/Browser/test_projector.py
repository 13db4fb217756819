"""The wall: who comes is greeted, a moderator chooses what hangs there, cards move, and a night leaves no trace."""
import re

from playwright.sync_api import expect

import moderating
from halls import PEOPLE, Person
from making import cookies
from screens import LIVE, press, screen

# Counts what moves, from before the page's own scripts run.
COUNT_MOVES = """
  window.moves = [];
  const animate = Element.prototype.animate;
  Element.prototype.animate = function (frames, options) {
    moves.push(this.dataset.card);
    return animate.call(this, frames, options);
  };
"""


def wall(hall, screens, *, moving=False, script=None):
    return screen(screens, hall.helper("projector"), "projector", f"{hall.path}/projector", script=script,
                  reduced_motion="no-preference" if moving else "reduce")


def test_who_comes_is_greeted_with_their_town(hall, screens):
    page, still = wall(hall, screens, moving=True), wall(hall, screens)
    expect(page.locator(".town-map")).to_be_visible()
    hall.join(PEOPLE[0])
    for seen in (page, still):
        expect(seen.locator(".arrival-newest.come")).to_have_text("Neu: Iserlohn", timeout=LIVE)
        expect(seen.locator(".town-seat.here.comes")).to_have_count(1)
        expect(seen.locator(".arrival-people")).to_have_text("1 Mensch")
    assert page.evaluate("document.getAnimations().length") > 0
    assert still.evaluate("document.getAnimations().length") == 0

    hall.join(Person("Vera", "Universität Siegen"))
    expect(page.locator(".arrival-people")).to_have_text("2 Menschen, 1 davon von anderswo", timeout=LIVE)
    # What is drawn anew does not greet anybody twice.
    expect(page.locator(".town-seat.comes")).to_have_count(0)
    expect(page.locator(".town-map")).to_have_attribute("aria-label", "1 von 59 Orten sind da")
    expect(page.locator("#arrival-count")).to_have_text("1")


def test_a_moderator_chooses_what_hangs_on_every_wall(hall, screens):
    hall.propose(hall.join(PEOPLE[0]), "Innenstädte beleben")
    walls = [wall(hall, screens), wall(hall, screens)]
    tablet = screen(screens, hall.organiser, "tablet", hall.console)
    colleague = screen(screens, hall.helper("moderator"), "tablet", hall.console)

    press(tablet, "/picture", picture="wishes")
    for page in walls:
        expect(page.locator(".show-weighing")).to_contain_text("Innenstädte beleben", timeout=LIVE)
    expect(tablet.locator("#phases .status")).to_contain_text("Leinwand zeigt: Themen und Wünsche")
    expect(tablet.locator(".undo")).to_contain_text("Die Leinwand zeigt jetzt „Themen und Wünsche“.")
    for desk in (tablet, colleague):
        chosen = desk.locator('.wall [aria-pressed="true"]')
        expect(chosen).to_have_text("Themen und Wünsche", timeout=LIVE)

    moderating.undo(tablet)
    for page in walls:
        expect(page.locator(".show-arrival")).to_be_visible(timeout=LIVE)
    expect(tablet.locator('.wall [aria-pressed="true"]')).to_have_text("Folgt dem Tag")

    press(colleague, "/picture", picture="wishes")
    expect(walls[0].locator(".show-weighing")).to_be_visible(timeout=LIVE)
    hall.enter("pitching")
    for page in walls:
        expect(page.locator(".show-waiting")).to_be_visible(timeout=LIVE)


def test_a_chosen_picture_hangs_there_after_a_restart(hall, server, screens):
    page = wall(hall, screens)
    hall.propose(hall.join(PEOPLE[0]), "Innenstädte beleben")
    hall.moderate("", "/picture", {"picture": "wishes"})
    expect(page.locator(".show-weighing")).to_be_visible(timeout=LIVE)
    with screens.expecting("Failed to load resource", "ERR_", "EventSource"):
        server.stop()
        hall.leave()
        server.start()
        page.goto(f"{hall.path}/projector")
    expect(page.locator(".show-weighing")).to_be_visible()


def test_the_draft_on_the_wall_moves_card_by_card(hall, screens):
    for person, title in zip(PEOPLE, ("Innenstädte beleben", "Nachwuchs finden")):
        hall.propose(hall.join(person), title)
    hall.enter("planning")
    moving, still = wall(hall, screens, moving=True, script=COUNT_MOVES), wall(hall, screens, script=COUNT_MOVES)
    public = screens.open("projector", reduced_motion="no-preference")
    public.add_init_script(COUNT_MOVES)
    public.goto(f"{hall.path}/board")
    hall.lay()
    tablet = screen(screens, hall.organiser, "tablet", f"{hall.console}/board")
    press(tablet, "/picture", picture="draft")
    for page in (moving, still):
        expect(page.locator(".draft-card")).to_have_count(2, timeout=LIVE)
    assert sorted(moving.evaluate("moves")) == ["1", "2"]

    free = tablet.locator("#grid td[data-slot]:not([data-session]):not(.blocked)").last
    goal = free.get_attribute("data-slot"), free.get_attribute("data-room")
    tablet.goto(f"{hall.console}/board?session=1&move=1")
    press(tablet, "/sessions/1/place", slot=goal[0], room=goal[1])
    row, column = int(goal[0]) - 1, int(goal[1]) - 1
    for page in (moving, still):
        cell = page.locator(".draft tbody tr").nth(row).locator("td").nth(column)
        expect(cell).to_contain_text("Innenstädte beleben", timeout=LIVE)
    assert moving.evaluate("moves")[2:] == ["1"]
    assert still.evaluate("moves") == []

    # Published, the draft makes way for the plan, here and on everybody's board.
    hall.publish()
    for page in (moving, still):
        expect(page.locator(".show-board")).to_be_visible(timeout=LIVE)
    expect(public.locator("#session-1")).to_be_visible(timeout=LIVE)
    before = len(public.evaluate("moves"))
    hall.moderate("/board?session=1&move=1", "/sessions/1/place", {"slot": "1", "room": "1"})
    hall.publish()
    expect(public.locator("table.grid tr.slot").first.locator("td").first.locator("#session-1")).to_be_visible(timeout=LIVE)
    assert public.evaluate("moves")[before:] == ["1"]


def test_a_night_of_frames_leaves_the_wall_as_it_was(hall, screens):
    """As many frames as a night has, minute after minute, and more: the same nodes, the same listeners."""
    hall.join(PEOPLE[0])
    page = wall(hall, screens, moving=True)
    expect(page.locator(".town-seat.here")).to_have_count(1)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable")

    def held():
        devtools.send("HeapProfiler.collectGarbage")
        metrics = {entry["name"]: entry["value"] for entry in devtools.send("Performance.getMetrics")["metrics"]}
        return metrics["Nodes"], metrics["JSEventListeners"], metrics["JSHeapUsedSize"]

    frames = """async (count) => {
      const stage = document.getElementById('stage');
      for (let frame = 0; frame < count; frame += 1) {
        stage.replaceChildren(stage.firstElementChild.cloneNode(true));
        await new Promise(requestAnimationFrame);
      }
    }"""
    page.evaluate(frames, 20)
    nodes, listeners, heap = held()
    page.evaluate(frames, 400)
    nodes_then, listeners_then, heap_then = held()
    assert nodes_then <= nodes + 50 and listeners_then <= listeners + 2, (nodes, nodes_then, listeners, listeners_then)
    assert heap_then < heap + 1_000_000, (heap, heap_then)


def test_silence_is_said_and_the_wall_comes_back_by_itself(hall, server, screens):
    page = screens.open("projector")
    page.clock.install()
    page.context.add_cookies(cookies(hall.helper("projector")))
    page.goto(f"{hall.path}/projector")
    expect(page.locator(".show-arrival")).to_be_visible()
    with screens.expecting("Failed to load resource", "ERR_", "EventSource"):
        server.stop()
        hall.leave()
        page.clock.run_for(31_000)
        expect(page.locator("#lost")).to_have_text(re.compile(r"^\s*Keine Verbindung seit \d+:\d\d\. Es geht von selbst weiter\.$"))
        expect(page.locator(".show-arrival")).to_be_visible()
        # It is told to load anew while nobody is there to answer: it keeps its picture and waits.
        page.evaluate("document.dispatchEvent(new CustomEvent('tafelrunde:reload', { cancelable: true }))")
        page.evaluate("document.documentElement.dataset.old = ''")
        page.clock.run_for(11_000)
        old = page.locator("html[data-old]")
        expect(old).to_have_count(1)
        server.start()
        for _ in range(20):
            page.clock.run_for(5_000)
            try:
                expect(old).to_have_count(0, timeout=500)
                break
            except AssertionError:
                continue
        expect(page.locator(".show-arrival")).to_be_visible()
        expect(page.locator("#lost")).to_be_hidden()
        expect(old).to_have_count(0)


def test_a_frame_of_another_version_of_the_program_loads_the_wall_anew(hall, screens):
    page = wall(hall, screens)
    page.evaluate("window.isOld = true")
    with page.expect_navigation():
        page.evaluate("""() => {
          const stage = document.getElementById('stage');
          const other = stage.firstElementChild.cloneNode(true);
          other.dataset.assets = '/assets/of-another-version';
          stage.replaceChildren(other);
        }""")
    assert page.evaluate("window.isOld") is None
    expect(page.locator(".show-arrival")).to_be_visible()


def test_a_wall_whose_link_was_taken_back_says_why_names_are_missing(hall, screens):
    page = wall(hall, screens)
    expect(page.locator(".show-arrival")).to_be_visible()
    expect(page.locator(".stage-line:not([hidden])")).to_have_count(0)
    hall.take_back_link()
    expect(page.locator(".stage-line:not([hidden])")).to_contain_text("Hier fehlen die Namen.")
    expect(page.locator(".show-arrival")).to_be_visible()


def test_a_wall_without_a_link_says_no_more_that_names_are_missing_once_everybody_may_see_them(hall, screens):
    page = screens.open("projector")
    page.goto(f"{hall.path}/projector")
    missing = page.locator(".stage-line:not([hidden])")
    expect(missing).to_contain_text("Hier fehlen die Namen.")
    hall.show_names()
    expect(missing).to_have_count(0)


def test_the_pointer_rests_out_of_sight(hall, screens):
    page = wall(hall, screens)
    expect(page.locator("body")).to_have_css("cursor", "none")
    page.mouse.move(300, 300)
    expect(page.locator("body")).not_to_have_css("cursor", "none")
    expect(page.locator("body")).to_have_css("cursor", "none")
