"""What goes wrong on such a day, through the door the user takes: nothing is lost, and a sentence says what to do."""
import re
import threading

import pytest
from playwright.sync_api import expect

import boards
from halls import PEOPLE, Person
from making import cookies
from screens import press, screen, tree
from visitors import Visitor


@pytest.fixture
def phone(hall, screens):
    page = screens.phone()
    page.context.add_cookies(cookies(hall.join(PEOPLE[0])))
    # The browser logs each refused page as an error.
    screens.expected.append("Failed to load resource: the server responded with a status of 4")
    return page


def fill_proposal(phone, hall, title):
    phone.goto(f"{hall.path}/proposals/new")
    phone.locator("[name=title]").fill(title)


def test_a_form_sent_twice_counts_once(hall, phone):
    """By an impatient finger, and by a browser that sends the very same form again."""
    fill_proposal(phone, hall, "Leerstand zählen")
    phone.locator("form.propose button.primary").dblclick()
    expect(phone.locator("#topics")).to_contain_text("Leerstand zählen")

    bo = hall.join(PEOPLE[1])
    form = bo.get(f"{hall.path}/proposals/new").form("/proposals")
    for _ in range(2):
        assert bo.send(form, title="Zweimal gesendet").status == 200
    titles = [row.heading.text for row in hall.organiser.get(f"{hall.path}/topics").dom.all("li", "topic")]
    assert sorted(titles) == ["Leerstand zählen", "Zweimal gesendet"]


def test_sitting_down_twice_takes_one_seat(hall, screens):
    """By a double tap, by going back, and by a browser that sends the very same form again."""
    phone = screens.phone()
    phone.goto(f"{hall.path}/join")
    phone.locator("[name=firstName]").fill("Ada")
    phone.locator('form[action$="/participants"] button').dblclick()
    phone.wait_for_url(f"**{hall.path}")
    phone.go_back()
    # Whoever sits already is led to the seat.
    expect(phone).to_have_url(re.compile(f"{hall.path}$"))
    bo = hall.visitor("Bo")
    form = bo.get(f"{hall.path}/join").form("/participants")
    for _ in range(2):
        assert bo.send(form, firstName="Bo").path == hall.path
    people = hall.organiser.get(f"{hall.console}/people").dom.one("ul", "people-list").all("li")
    assert [person.heading.text for person in people] == ["Ada", "Bo"]


def test_going_back_after_a_wish_shows_the_wish(hall, phone):
    topic = hall.propose(hall.join(PEOPLE[1]), "Innenstädte beleben")
    hall.enter("weighing")
    phone.goto(f"{hall.path}/topics")
    with phone.expect_response(lambda answer: answer.request.method == "POST"):
        phone.locator(f"#topic-{topic} .wish").click()
    phone.goto(f"{hall.path}/people")
    phone.go_back()
    expect(phone.locator(f"#topic-{topic} .wish")).to_have_attribute("aria-checked", "true")
    expect(phone.locator(f'[data-number="wishes/{topic}"]')).to_have_text("1")


# The driver of Firefox cannot turn scripts off.
@pytest.mark.parametrize("engine, has_scripts", [("chromium", True), ("chromium", False), ("firefox", True)])
def test_too_much_text_is_refused_and_stays(hall, screens, request, engine, has_scripts):
    phone = screen(
        screens, hall.join(PEOPLE[0]), "phone", f"{hall.path}/proposals/new",
        engine=request.getfixturevalue(engine), java_script_enabled=has_scripts)
    screens.expected.append("the server responded with a status of 413")
    phone.locator("[name=title]").fill("Ein kurzer Titel")
    phone.locator("[name=sentence]").evaluate("field => field.removeAttribute('maxlength')")
    phone.locator("[name=sentence]").fill("Viel zu viel. " * 6_000)
    with phone.expect_response(lambda answer: answer.request.method == "POST") as answer:
        phone.locator("form.propose button.primary").click()
    assert answer.value.status == 413
    expect(phone.locator("main")).to_contain_text("Dein Text steht noch da")
    # With scripts the form never went away.
    if not has_scripts:
        expect(phone.locator("main")).to_contain_text("Geh dafür eine Seite zurück")
        phone.go_back()
    expect(phone.locator("[name=title]")).to_have_value("Ein kurzer Titel")
    assert phone.locator("[name=sentence]").input_value().startswith("Viel zu viel.")
    assert not hall.topics()

    phone.locator("[name=sentence]").fill("Kurz und gut.")
    phone.locator("form.propose button.primary").click()
    expect(phone.locator("#topics")).to_contain_text("Ein kurzer Titel")
    expect(phone.locator("#refused-acts")).to_be_hidden()


def test_the_form_of_the_next_topic_is_empty_and_the_last_one_offers_another(hall, phone):
    for title in ("Leerstand zählen", "Leerstand nutzen"):
        fill_proposal(phone, hall, title)
        phone.locator("form.propose button.primary").click()
        expect(phone.locator("#topics")).to_contain_text(title)
        phone.goto(f"{hall.path}/proposals/new")
        expect(phone.locator("[name=title]")).to_have_value("")
        phone.go_back()
    phone.go_back()
    # Whoever goes back to the form and types something else offers something else.
    phone.locator("[name=title]").fill("Leerstand feiern")
    phone.locator("form.propose button.primary").click()
    expect(phone.locator("#topics li.topic")).to_have_count(3)


def test_a_page_that_comes_back_as_it_was_left_takes_another_topic(hall, screens):
    """Browsers keep the page somebody left, and hand it back without loading it."""
    screens.expected += ["registration blocked", "Failed to load resource"]
    phone = screen(
        screens, hall.join(PEOPLE[0]), "phone", f"{hall.path}/proposals/new", service_workers="block")
    phone.locator("[name=title]").fill("Leerstand zählen")
    # The page is left, but the browser stays where it is.
    phone.route(f"**{hall.path}/topics", lambda route: route.abort("aborted"))
    with phone.expect_request(f"**{hall.path}/topics"):
        phone.locator("form.propose button.primary").click()
    phone.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    phone.unroute(f"**{hall.path}/topics")
    phone.locator("[name=title]").fill("Leerstand feiern")
    phone.locator("form.propose button.primary").click()
    expect(phone.locator("#topics li.topic")).to_have_count(2)


@pytest.mark.parametrize("title", ["", "x" * 121])
def test_a_title_that_is_none_is_refused_at_its_field(hall, phone, title):
    fill_proposal(phone, hall, "")
    phone.locator("[name=sentence]").fill("Das hier bleibt stehen.")
    phone.locator("form.propose").evaluate("form => { form.noValidate = true; }")
    phone.locator("[name=title]").evaluate("(field, text) => { field.removeAttribute('maxlength'); field.value = text; }", title)
    phone.locator("form.propose button.primary").click()
    expect(phone.locator(".field.wrong .error")).to_be_visible()
    expect(phone.locator("[name=title]")).to_have_attribute("aria-invalid", "true")
    expect(phone.locator("[name=title]")).to_have_value(title)
    expect(phone.locator("[name=sentence]")).to_have_value("Das hier bleibt stehen.")
    assert not hall.topics()


def test_a_wrong_code_is_told_at_the_field(hall, phone):
    for typed in ("ZZZZZZ", "a", ""):
        phone.goto("/")
        phone.locator("form").first.evaluate("form => { form.noValidate = true; }")
        phone.locator("[name=code]").fill(typed)
        phone.get_by_role("button", name="Weiter").click()
        expect(phone.locator(".field.wrong .error")).to_be_visible()
        expect(phone.locator("[name=code]")).to_have_value(typed)
    phone.goto("/j/ZZZZZZ")
    expect(phone.locator(".field.wrong .error")).to_be_visible()


def test_a_revoked_link_opens_nothing(hall, screens, phone):
    address = hall.link("moderator")
    page = hall.organiser.get(f"{hall.console}/links")
    form = next(form for form in page.forms if form.action.endswith("/revocation"))
    hall.organiser.send(form)
    tablet = screens.tablet()
    tablet.goto(address)
    expect(tablet.locator("h1")).to_have_text("Dieser Link gilt nicht mehr.")
    expect(tablet.locator("form")).to_have_count(0)
    tablet.goto(hall.console)
    expect(tablet.locator("h1")).to_have_text("Das ist für andere.")


def test_of_two_who_move_the_same_card_the_second_is_told(hall, screens, phone):
    for person, title in zip(PEOPLE[1:4], ("Innenstädte beleben", "Nachwuchs finden", "Netzwerke knüpfen")):
        hall.propose(hall.join(person), title)
    hall.enter("planning")
    hall.lay()
    session = hall.topics()["Innenstädte beleben"]
    first, second = screens.tablet(), screens.tablet()
    first.context.add_cookies(cookies(hall.organiser))
    second.context.add_cookies(cookies(hall.helper("moderator")))
    # The browsers log each stream that is cut here.
    screens.expected.append("ERR_FAILED")
    for tablet in (first, second):
        # A tablet that lost the network for a moment: it shows what was.
        tablet.route("**/live*", lambda route: route.abort())
        tablet.goto(f"{hall.console}/board?session={session}&move=1")

    place = f"/sessions/{session}/place"
    press(first, place, within=first.locator("#grid"))
    after = boards.of_grid(tree(first))
    second.locator(f'#grid form[action$="{place}"] button').last.click()
    expect(second.locator("#messages .refused")).to_contain_text("schneller")
    second.goto(f"{hall.console}/board")
    assert boards.of_grid(tree(second)) == after


def test_what_was_acknowledged_survives_a_killed_server(hall, server, screens, phone):
    """SIGKILL in the middle of many acts: whatever was answered is there, and phones go on by themselves."""
    topics = [hall.propose(hall.join(person), f"Thema von {person.name}") for person in PEOPLE[1:5]]
    hall.enter("weighing")
    people = [hall.join(Person(f"Gast {number}", "Olpe")) for number in range(8)]
    phone.goto(f"{hall.path}/topics")
    acknowledged, enough = [], threading.Event()

    def storm():
        for round_number in range(100):
            for person, visitor in enumerate(people):
                topic = topics[(person + round_number) % len(topics)]
                withdrawal = "/withdrawal" if (round_number // len(topics)) % 2 else ""
                try:
                    status, _, _ = visitor.ask(
                        "POST", f"{hall.path}/proposals/{topic}/wish{withdrawal}", f"act=sturm-{person}-{round_number}")
                except OSError:
                    return
                if status == 303:
                    acknowledged.append((person, topic, not withdrawal))
                if len(acknowledged) == 60:
                    enough.set()

    thread = threading.Thread(target=storm)
    thread.start()
    assert enough.wait(20)
    server.kill()
    thread.join(20)
    screens.expected += ["ERR_", "Failed to load resource"]
    hall.leave()
    server.start()

    kept = {}
    for person, topic, is_wished in acknowledged:
        kept[person, topic] = is_wished
    for person, visitor in enumerate(people):
        dom = visitor.get(f"{hall.path}/topics").dom
        mine = {row["id"].removeprefix("topic-") for row in dom.all("li", "mine")}
        said = {topic for (who, topic), is_wished in kept.items() if who == person and is_wished}
        # The very last one may have been kept without anybody hearing of it.
        assert len(mine ^ said) <= 1, (person, mine, said)
    for topic in topics:
        expect(phone.locator(f'[data-number="wishes/{topic}"]')).to_have_text(str(hall.wishes(topic)), timeout=15_000)
    fill_proposal(phone, hall, "Nach dem Absturz")
    phone.locator("form.propose button.primary").click()
    expect(phone.locator("#topics")).to_contain_text("Nach dem Absturz")


def test_a_stranger_sees_a_sentence_and_never_a_fault(hall, screens, phone):
    stranger = Visitor(hall.server.address)
    for path, status in ((f"{hall.console}", 403), ("/g/gibtesnicht", 404), ("/styles/../../data/keys", 404), ("/x", 404)):
        assert stranger.get(path).status == status, path
        assert re.search(r"\.$", stranger.page.dom.one("h1").text)
    status, _, body = stranger.ask("POST", f"{hall.path}/participants", b"firstName=%ff%fe&act=12345678")
    assert 400 <= status < 500
    assert "Der Text kam nicht heil an." in body
    stranger.leave()
