"""What goes wrong on such a day, through the door the user takes: nothing is lost, and a sentence says what to do."""
import re
import threading

import pytest
from playwright.sync_api import expect

import boards
from halls import PEOPLE, Person
from making import Hall, cookies
from screens import press, tree
from visitors import Visitor


def test_sitting_down_twice_takes_one_seat(hall, screens):
    phone = screens.phone()
    phone.goto(f"{hall.path}/join")
    phone.locator("[name=firstName]").fill("Ada")
    phone.locator('form[action$="/participants"] button').click()
    phone.wait_for_url(f"**{hall.path}")
    phone.go_back()
    # Whoever sits already is led to the seat.
    expect(phone).to_have_url(re.compile(f"{hall.path}$"))
    assert hall.organiser.get(f"{hall.console}/people").text.count("Ada") == 1


def test_too_much_text_is_refused_and_stays(hall, phone):
    fill_proposal(phone, hall, "Ein kurzer Titel")
    text = "Viel zu viel. " * 6_000
    phone.locator("[name=sentence]").evaluate(
        "(field, text) => { field.removeAttribute('maxlength'); field.value = text;"
        " field.dispatchEvent(new Event('input', { bubbles: true })); }", text)
    with phone.expect_response(lambda answer: answer.request.method == "POST") as answer:
        phone.locator("form.propose button.primary").click()
    assert answer.value.status == 413
    expect(phone.locator("main")).to_contain_text("Geh zurück, dein Text steht noch da")
    phone.go_back()
    expect(phone.locator("[name=title]")).to_have_value("Ein kurzer Titel")
    assert phone.locator("[name=sentence]").input_value().startswith("Viel zu viel.")
    assert not hall.topics()


def test_of_two_who_move_the_same_card_the_second_is_told(hall, screens, phone):
    for person, title in zip(PEOPLE[1:4], ("Innenstädte beleben", "Nachwuchs finden", "Netzwerke knüpfen")):
        hall.propose(hall.join(person), title)
    hall.enter("planning")
    hall.lay()
    session = hall.topics()["Innenstädte beleben"]
    first, second = screens.tablet(), screens.tablet()
    first.context.add_cookies(cookies(hall.organiser))
    second.context.add_cookies(cookies(hall.helper("moderator")))
    for tablet in (first, second):
        # A tablet that lost the network for a moment: it shows what was.
        tablet.route("**/live*", lambda route: route.abort())
        tablet.goto(f"{hall.console}/board?session={session}&move=1")
    screens.expected.append("ERR_FAILED")

    place = f"/sessions/{session}/place"
    press(first, place, within=first.locator("#grid"))
    after = boards.of_grid(tree(first))
    second.locator(f'#grid form[action$="{place}"] button').last.click()
    expect(second.locator("#messages .refused")).to_contain_text("schneller")
    second.goto(f"{hall.console}/board")
    assert boards.of_grid(tree(second)) == after
