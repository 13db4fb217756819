"""Iserlohn before noon: the empty room fills, topics are offered, presented, weighed and put together."""
import re
import subprocess

from playwright.sync_api import expect

import moderating
from halls import PEOPLE, ROOMS, TOPICS, TWIN, draw_wishes
from iserlohn_counts import compare_wishes
from iserlohn_hall import WITHOUT_PHONE
from screens import press, send, tree

# Which wishes are drawn.
SEED = 20


def prepare(hall):
    moderating.claim(hall.tablet, hall.server)
    hall.gathering = moderating.create(
        hall.tablet, hall.title, "Weltenraum", "Iserlohn", ROOMS, hall.day)
    moderating.describe(hall.tablet, hall.gathering, series="Runder Tisch", edition="20", funders=hall.funding)
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
        if pitched:
            expect(hall.tablet.locator("#pitch-title")).not_to_have_text(pitched[-1])
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
