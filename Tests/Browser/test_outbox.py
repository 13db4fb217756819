"""Thick walls: what somebody does without reception arrives once, and nothing of it is lost."""
import re

import pytest
from playwright.sync_api import expect

from halls import PEOPLE
from making import cookies, settles
from reception import behind_walls
from recording import run_a_session, saved, text

BACK = 45_000
TITLES = ["Innenstädte beleben", "Nachwuchs finden", "Netzwerke knüpfen", "Leerstand zählen"]


@pytest.fixture(params=["chromium", "firefox"])
def walls(reception, request):
    """Devices behind the walls, in both engines."""
    walls = behind_walls(reception, request.getfixturevalue(request.param))
    yield walls
    walls.close()


@pytest.fixture
def topics(hall):
    hosts = [hall.join(person) for person in PEOPLE[1:1 + len(TITLES)]]
    topics = [hall.propose(host, title) for host, title in zip(hosts, TITLES)]
    hall.enter("weighing")
    return topics


def phone_of(hall, walls, person=PEOPLE[0], path="/topics", **options):
    visitor = hall.join(person)
    phone = walls.open("phone", **options)
    phone.context.add_cookies(cookies(visitor))
    phone.goto(hall.path + path)
    return phone, visitor


def wish(phone, topic):
    """One tap; says whether it is wanted now."""
    button = phone.locator(f"#topic-{topic} .wish")
    is_wanted = button.get_attribute("aria-checked") != "true"
    button.click()
    expect(button).to_have_attribute("aria-checked", str(is_wanted).lower())
    return is_wanted


def everything_arrived(phone):
    expect(phone.locator(".waiting")).to_have_count(0, timeout=BACK)
    expect(phone.locator("#outbox li")).to_have_count(0, timeout=BACK)


def wished(visitor, hall):
    """By the server's own page, fetched anew and past the walls."""
    return {row["id"].removeprefix("topic-") for row in visitor.get(f"{hall.path}/topics").dom.all("li", "mine")}


def test_reception_lost_and_found_twenty_times_during_a_vote(hall, walls, reception, topics):
    phone, visitor = phone_of(hall, walls)
    wanted = dict.fromkeys(topics, False)
    for turn in range(20):
        reception.set("none" if turn % 3 else "deaf")
        for topic in (topics[turn % 4], topics[(turn * 3 + 1) % 4]):
            wanted[topic] = wish(phone, topic)
        reception.set("good")
        if turn % 5 == 4:
            everything_arrived(phone)
    everything_arrived(phone)
    assert wished(visitor, hall) == {topic for topic, is_wanted in wanted.items() if is_wanted}
    for topic in topics:
        settles(lambda: hall.wishes(topic), int(wanted[topic]))
        expect(phone.locator(f'[data-number="wishes/{topic}"]')).to_have_text(str(int(wanted[topic])), timeout=BACK)


def test_a_page_opens_again_without_reception_and_knows_what_waits(hall, walls, reception, topics):
    phone, visitor = phone_of(hall, walls)
    phone.evaluate("navigator.serviceWorker.ready.then(() => true)")
    phone.reload()
    expect(phone.locator(f"#topic-{topics[0]}")).to_be_visible()
    reception.set("none")
    wish(phone, topics[0])
    phone.reload()
    expect(phone.locator("h1")).to_be_visible()
    expect(phone.locator("#age")).to_be_visible()
    expect(phone.locator(f"#topic-{topics[0]} .wish")).to_have_attribute("aria-checked", "true")
    expect(phone.locator("#outbox li")).to_contain_text(TITLES[0])
    # A page that was never open says so, and what is there.
    phone.goto(f"{hall.path}/board")
    expect(phone.locator("h1")).to_have_text(re.compile("Gerade kein Netz|No network"))
    phone.get_by_role("main").get_by_role("link").first.click()
    expect(phone.locator(f"#topic-{topics[0]}")).to_be_visible()
    reception.set("good")
    everything_arrived(phone)
    assert wished(visitor, hall) == {topics[0]}


def test_the_server_restarts_while_somebody_votes(hall, walls, reception, topics, server):
    phone, visitor = phone_of(hall, walls)
    wish(phone, topics[0])
    everything_arrived(phone)
    server.kill()
    wish(phone, topics[1])
    wish(phone, topics[0])
    hall.leave()
    server.start()
    everything_arrived(phone)
    assert wished(visitor, hall) == {topics[1]}


def test_a_phone_that_slept_for_an_hour_sends_what_it_has(hall, walls, reception, topics):
    phone, visitor = phone_of(hall, walls)
    phone.clock.install()
    phone.reload()
    reception.set("none")
    wish(phone, topics[2])
    phone.clock.fast_forward("01:00:00")
    hall.wish(hall.join(PEOPLE[5]), topics[3])
    reception.set("good")
    phone.clock.fast_forward("00:01:00")
    everything_arrived(phone)
    assert wished(visitor, hall) == {topics[2]}
    expect(phone.locator(f'[data-number="wishes/{topics[3]}"]')).to_have_text("1", timeout=BACK)


def test_a_network_that_swallows_everything_delays_and_doubles_nothing(hall, walls, reception, topics):
    phone, visitor = phone_of(hall, walls)
    reception.set("swallowed")
    wish(phone, topics[0])
    wish(phone, topics[1])
    wish(phone, topics[1])
    expect(phone.locator("#outbox li")).to_have_count(2)
    reception.set("good")
    everything_arrived(phone)
    assert wished(visitor, hall) == {topics[0]}
    assert [hall.wishes(topic) for topic in topics] == [1, 0, 0, 0]


def test_who_joins_without_reception_has_a_seat_when_it_comes_back(hall, walls, reception):
    phone = walls.open("phone")
    phone.goto(f"{hall.path}/join")
    reception.set("none")
    phone.locator("[name=firstName]").fill("Ada")
    phone.get_by_role("button", name="Platz nehmen").click()
    expect(phone.locator(".act-waits")).to_contain_text("sobald du Empfang hast")
    expect(phone.locator("[name=firstName]")).to_be_hidden()
    reception.set("deaf")
    reception.set("good")
    phone.wait_for_url(f"**{hall.path}", timeout=BACK)
    people = hall.organiser.get(f"{hall.console}/people").dom.one("ul", "people-list").all("li")
    assert [person.heading.text for person in people] == ["Ada"]


def test_two_topics_proposed_without_reception_arrive_both(hall, walls, reception):
    phone, visitor = phone_of(hall, walls, path="/proposals/new")
    phone.evaluate("navigator.serviceWorker.ready.then(() => true)")
    phone.reload()
    reception.set("none")
    for title in TITLES[:2]:
        phone.goto(f"{hall.path}/proposals/new")
        expect(phone.locator("[name=title]")).to_have_value("")
        phone.locator("[name=title]").fill(title)
        phone.locator("form.propose button.primary").click()
        expect(phone.locator(".act-waits")).to_be_visible()
    expect(phone.locator("#outbox li")).to_have_count(2)
    reception.set("good")
    expect(phone.locator("#topics")).to_contain_text(TITLES[1], timeout=BACK)
    assert sorted(hall.topics()) == sorted(TITLES[:2])


def test_what_was_thought_better_of_never_goes_out(hall, walls, reception, topics):
    phone, visitor = phone_of(hall, walls)
    reception.set("none")
    wish(phone, topics[0])
    wish(phone, topics[1])
    phone.locator("#outbox li", has_text=TITLES[0]).get_by_role("button").click()
    expect(phone.locator(f"#topic-{topics[0]} .wish")).to_have_attribute("aria-checked", "false")
    reception.set("good")
    everything_arrived(phone)
    assert wished(visitor, hall) == {topics[1]}


def test_a_window_that_closed_meanwhile_is_told_where_the_wish_was_made(hall, walls, reception, topics):
    phone, visitor = phone_of(hall, walls)
    reception.set("none")
    wish(phone, topics[0])
    hall.moderate(f"/topics?topic={topics[0]}", f"/proposals/{topics[0]}/withdrawal")
    reception.set("good")
    expect(phone.locator("#outbox li")).to_have_count(0, timeout=BACK)
    assert wished(visitor, hall) == set()
    refusal = phone.locator("#refused-acts li, .act-refused").first
    expect(refusal).to_be_visible(timeout=BACK)


def test_a_wish_for_which_it_is_too_late_is_refused_at_its_topic(hall, walls, reception, topics):
    hall.moderate("/prepare", "/facts", wishWeightMax="1", graceMinutes="0")
    phone, visitor = phone_of(hall, walls)
    reception.set("none")
    wish(phone, topics[0])
    hall.enter("planning")
    reception.set("good")
    expect(phone.locator(f"#topic-{topics[0]} .act-refused")).to_be_visible(timeout=BACK)
    assert wished(visitor, hall) == set()


def test_four_words_arrive_once_though_the_answer_was_lost(hall, walls, reception):
    phone, visitor = phone_of(hall, walls, path="")
    hall.enter("closing")
    phone.goto(f"{hall.path}/feedback")
    reception.set("deaf")
    phone.locator(".word-fields input").first.fill("herzlich")
    phone.get_by_role("button", name="Abgeben").click()
    expect(phone.locator(".act-waits")).to_be_visible(timeout=BACK)
    reception.set("good")
    expect(phone.locator("main")).to_contain_text("Danke", timeout=BACK)
    expect(phone.locator("#refused-acts")).to_be_hidden()


def writing_beside_another_page(hall, walls):
    session = run_a_session(hall, PEOPLE[:2])
    phone = walls.open("phone")
    phone.context.add_cookies(cookies(hall.guests[0]))
    other = phone.context.new_page()
    other.goto(hall.path)
    phone.goto(f"{hall.path}/records/{session}/writing")
    return session, phone, other


def test_typed_into_a_record_without_reception_it_arrives_though_its_page_was_closed(hall, walls, reception):
    session, phone, other = writing_beside_another_page(hall, walls)
    expect(phone.locator("#record-saving")).to_be_attached()
    reception.set("none")
    phone.locator("[name=solutions]").fill("Im Keller getippt")
    expect(phone.locator("#record-saving")).to_contain_text("Kein Netz", timeout=BACK)
    phone.locator("[name=questions]").fill("Wer zahlt das?")
    # Kept with each key, not only when the page goes.
    expect(other.locator("#outbox li")).to_have_count(2, timeout=BACK)
    with phone.expect_event("close"):
        phone.close(run_before_unload=True)
    reception.set("good")
    expect(other.locator("#outbox li")).to_have_count(0, timeout=BACK)
    record = hall.guests[0].get(f"{hall.path}/records/{session}").text
    assert "Im Keller getippt" in record and "Wer zahlt das?" in record


def test_somebody_who_goes_on_typing_is_not_overtaken_by_another_page(hall, walls, reception):
    session, phone, other = writing_beside_another_page(hall, walls)
    field = phone.locator("[name=solutions]")
    reception.set("none")
    field.fill("Rad")
    expect(other.locator("#outbox li")).to_have_count(1, timeout=BACK)
    field.press("End")
    field.press_sequentially("we", delay=100)
    reception.set("good")
    # The other page sends what it may at once, while somebody goes on typing here.
    expect(other.locator("#outbox li")).not_to_have_count(2, timeout=BACK)
    field.press_sequentially("ge", delay=700)
    expect(other.locator("#outbox li")).to_have_count(0, timeout=BACK)
    saved(phone)
    expect(field).to_have_value("Radwege")
    expect(phone.locator(".clash")).to_have_count(0)
    assert text(hall, session, "solutions").strip() == "Radwege"


def test_of_two_answers_to_one_question_the_last_counts_though_neither_had_left(hall, walls, reception):
    hall.moderate("/prepare", "/facts", wishWeightMax="3")
    topic = hall.propose(hall.join(PEOPLE[1]), TITLES[0])
    hall.enter("weighing")
    phone, visitor = phone_of(hall, walls)
    reception.set("none")
    weights = phone.locator(f"#topic-{topic} .weight")
    weights.nth(2).click()
    expect(phone.locator(".act-waits")).to_be_visible()
    weights.nth(1).click()
    expect(phone.locator("#outbox li")).to_have_count(1)
    reception.set("good")
    expect(phone.locator("#outbox li")).to_have_count(0, timeout=BACK)
    expect(weights.nth(1)).to_have_attribute("aria-pressed", "true", timeout=BACK)
    expect(weights.nth(2)).to_have_attribute("aria-pressed", "false")
    settles(lambda: hall.wishes(topic), 1)


def test_a_device_without_room_keeps_what_is_done_while_its_page_is_open(hall, walls, reception, topics):
    phone, visitor = phone_of(hall, walls)
    phone.add_init_script("IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }")
    phone.reload()
    reception.set("none")
    wish(phone, topics[0])
    wish(phone, topics[1])
    wish(phone, topics[1])
    expect(phone.locator("#outbox li")).to_have_count(2)
    hall.moderate(f"/topics?topic={topics[0]}", f"/proposals/{topics[0]}/withdrawal")
    wish(phone, topics[2])
    reception.set("good")
    expect(phone.locator("#outbox li")).to_have_count(0, timeout=BACK)
    expect(phone.locator("#refused-acts li, .act-refused").first).to_be_visible(timeout=BACK)
    assert wished(visitor, hall) == {topics[2]}


def test_the_keyboard_goes_on_where_the_form_was(hall, walls, reception):
    phone, visitor = phone_of(hall, walls, path="/proposals/new")
    reception.set("none")
    phone.locator("[name=title]").fill(TITLES[0])
    phone.locator("[name=title]").press("Enter")
    expect(phone.locator(".act-waits")).to_be_focused(timeout=BACK)
    reception.set("good")
    expect(phone.locator("#topics")).to_contain_text(TITLES[0], timeout=BACK)


def test_ten_pages_of_one_browser_share_a_stream(hall, walls, reception, topics):
    first, visitor = phone_of(hall, walls)
    pages = [first]
    for path in ["/topics", "/people", "/board", "", "/topics", "/plan", "/topics", "/people", "/topics"]:
        page = first.context.new_page()
        page.goto(hall.path + path)
        pages.append(page)
    hall.wish(hall.join(PEOPLE[6]), topics[0])
    for page in pages:
        if page.url.endswith("/topics"):
            expect(page.locator(f'[data-number="wishes/{topics[0]}"]')).to_have_text("1")
    hall.announce("Der Kaffee ist fertig.")
    for page in pages:
        expect(page.locator("#announcements")).to_contain_text("Der Kaffee ist fertig.")


def with_something_kept(hall, walls):
    """A phone that knows two pages of the gathering, one of them with names."""
    phone, visitor = phone_of(hall, walls)
    phone.evaluate("navigator.serviceWorker.ready.then(() => true)")
    phone.reload()
    phone.goto(f"{hall.path}/people")
    phone.goto(f"{hall.path}/topics")
    assert {f"{hall.path}/topics", f"{hall.path}/people"} <= set(kept(phone))
    return phone, visitor


def kept(phone):
    """Of which pages the device could show something without reception."""
    return phone.evaluate(
        "caches.open('pages').then(pages => pages.keys()).then(keys => keys.map(key => new URL(key.url).pathname))")


def waiting_acts(phone):
    """All that is in the outbox, whichever page would show it."""
    return phone.evaluate(
        """() => new Promise((resolve) => {
          indexedDB.open('tafelrunde').onsuccess = ({ target: { result } }) => {
            const count = result.transaction('acts').objectStore('acts').count();
            count.onsuccess = () => { result.close(); resolve(count.result); };
          };
        })""")


def test_whoever_leaves_leaves_nothing_on_the_device(hall, walls, reception, topics):
    phone, visitor = with_something_kept(hall, walls)
    phone.goto(f"{hall.path}/departure")
    phone.locator("form.buttons button").click()
    expect(phone.locator("#left")).to_be_visible()
    assert kept(phone) == []


def test_whoever_is_taken_out_has_no_names_left_on_the_device(hall, walls, reception, topics):
    phone, visitor = with_something_kept(hall, walls)
    hall.take_out(PEOPLE[0].name)
    # The page comes up anew by itself, as strangers see it.
    expect(phone.locator(".wish:not(.closed)")).to_have_count(0, timeout=BACK)
    expect(phone.locator(f"#topic-{topics[0]}")).to_be_visible()
    assert f"{hall.path}/people" not in kept(phone)


def test_of_a_deleted_gathering_nothing_stays_on_the_device(hall, walls, reception, topics):
    phone, visitor = with_something_kept(hall, walls)
    reception.set("none")
    wish(phone, topics[0])
    expect(phone.locator("#outbox li")).to_have_count(1)
    assert waiting_acts(phone) == 1
    hall.moderate("/prepare?delete=1", "/deletion", confirmation=hall.code())
    reception.set("good")
    expect(phone.locator("h1")).to_contain_text("gibt es nicht mehr", timeout=BACK)
    assert kept(phone) == []
    settles(lambda: waiting_acts(phone), 0)


def test_a_gathering_deleted_while_a_phone_was_away_is_gone_there_as_well(hall, walls, reception, topics):
    phone, visitor = with_something_kept(hall, walls)
    phone.goto(f"{hall.path}/proposals/new")
    phone.locator("[name=title]").fill("Noch nicht gesagt")
    phone.goto(f"{hall.path}/topics")
    assert phone.evaluate("Object.keys(sessionStorage).some((key) => key.startsWith('typed:'))")
    reception.set("none")
    hall.moderate("/prepare?delete=1", "/deletion", confirmation=hall.code())
    reception.set("good")
    expect(phone.locator("h1")).to_contain_text("gibt es nicht mehr", timeout=BACK)
    assert kept(phone) == []
    settles(lambda: phone.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('typed:')).length"), 0)


def test_what_was_undone_while_nobody_knew_whether_it_had_arrived_is_undone(hall, walls, reception, topics):
    phone, visitor = phone_of(hall, walls)
    reception.set("deaf")
    wish(phone, topics[0])
    settles(lambda: hall.wishes(topics[0]), 1)
    line = phone.locator("#outbox li", has_text=TITLES[0])
    expect(line).to_be_visible(timeout=BACK)
    line.get_by_role("button").click()
    expect(phone.locator(f"#topic-{topics[0]} .wish")).to_have_attribute("aria-checked", "false")
    reception.set("good")
    everything_arrived(phone)
    assert wished(visitor, hall) == set()
    settles(lambda: hall.wishes(topics[0]), 0)


def test_a_refusal_comes_back_to_its_form_without_being_asked_for_twice(hall, walls, reception):
    phone, visitor = phone_of(hall, walls, path="/proposals/new")
    sent = []
    phone.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    phone.locator("[name=title]").fill(" ")
    phone.locator("[name=sentence]").fill("Was steht leer, und wem gehört es?")
    phone.locator("form.propose button.primary").click()
    expect(phone.locator(".field.wrong .error")).to_be_visible(timeout=BACK)
    expect(phone.locator("[name=sentence]")).to_have_value("Was steht leer, und wem gehört es?")
    expect(phone).to_have_title(re.compile("Das ging nicht: "))
    assert len(sent) == 1
    phone.locator("[name=title]").fill(TITLES[0])
    phone.locator("form.propose button.primary").click()
    expect(phone.locator("#topics")).to_contain_text(TITLES[0], timeout=BACK)
    expect(phone.locator("#refused-acts")).to_be_hidden()


def test_of_two_refused_topics_each_comes_back_to_its_own_form(hall, walls, reception):
    phone, visitor = phone_of(hall, walls, path="/proposals/new")
    phone.evaluate("navigator.serviceWorker.ready.then(() => true)")
    phone.reload()
    reception.set("none")
    for sentence in ("Die erste Frage", "Die zweite Frage"):
        if sentence.startswith("Die zweite"):
            phone.reload()
        phone.locator("[name=title]").fill(" ")
        phone.locator("[name=sentence]").fill(sentence)
        phone.locator("form.propose button.primary").click()
        expect(phone.locator(".act-waits")).to_be_visible(timeout=BACK)
    reception.set("good")
    expect(phone.locator(".field.wrong .error")).to_be_visible(timeout=BACK)
    expect(phone.locator("[name=sentence]")).to_have_value("Die zweite Frage")
    expect(phone.locator("#refused-acts li")).to_have_count(1)
    phone.reload()
    expect(phone.locator("[name=sentence]")).to_have_value("Die erste Frage", timeout=BACK)
    expect(phone.locator("#refused-acts")).to_be_hidden()
    # What comes back is kept while somebody mends it.
    phone.locator("[name=sentence]").fill("Die erste Frage, besser")
    assert phone.evaluate("Object.entries(sessionStorage).some(([key, value]) => value.includes('besser'))")


def test_what_has_no_form_to_come_back_to_is_refused_beside_the_one_it_was_made_with(hall, walls, reception):
    run_a_session(hall, PEOPLE[:2])
    walls.expected.append("registration blocked")
    phone, visitor = phone_of(hall, walls, PEOPLE[2], path="", service_workers="block")
    page = '<main id="content"><h1>Das geht nicht mehr</h1><p>Der Raum ist voll.</p></main>'
    phone.route("**/attendance", lambda route: route.fulfill(
        status=409, headers={"Tafelrunde-Outbox": "refused", "Content-Type": "text/html"}, body=page))
    button = phone.locator(".session .going").first
    button.click()
    refused = phone.locator(".session:has(.going) .act-refused")
    expect(refused).to_have_text("Das geht nicht mehr. Der Raum ist voll.", timeout=BACK)
    expect(phone.locator("#refused-acts li")).to_have_count(1)
    phone.unroute("**/attendance")
    button.click()
    expect(phone.locator(".session .going").first).to_have_attribute("aria-pressed", "true", timeout=BACK)
    expect(phone.locator(".act-refused")).to_have_count(0)


def test_what_becomes_of_an_older_act_leaves_the_newer_one_in_its_place(hall, walls, reception, topics):
    phone, visitor = phone_of(hall, walls)
    address = phone.locator("script[src*='/scripts/']").get_attribute("src").replace("bundle/phone", "outbox")
    phone.evaluate("address => import(address)", address)
    reception.set("none")
    assert phone.evaluate("""async (address) => {
        const { keep, drop, release, all } = await import(address);
        const entry = (act) => ({ key: 'one place', act, action: '/nowhere', body: '', gathering: '/g/elsewhere' });
        const acts = async () => (await all()).map(({ act }) => act);
        await keep(entry('older'));
        await Promise.all([keep(entry('newer')), drop('one place', 'older')]);
        await drop('one place', 'older');
        await release(entry('older'));
        const left = await acts();
        await drop('one place', 'newer');
        return [left, await acts()];
    }""", address) == [["newer"], []]
