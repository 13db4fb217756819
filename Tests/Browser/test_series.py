"""What stayed open goes on at the next edition: adopted on a phone, and told on the page of the series."""
import copy

import pytest
from playwright.sync_api import expect

import moderating
from documenting import release, write
from halls import PEOPLE
from screens import screen
from test_groups import fit


@pytest.fixture
def over(hall):
    """A day that is over: one session left a question open, one topic came too late for the board."""
    people = [hall.join(person) for person in PEOPLE[:3]]
    session = hall.propose(people[0], "Radwege")
    for phase in ("weighing", "planning"):
        hall.enter(phase)
    hall.lay()
    hall.publish()
    hall.enter("running")
    hall.propose(people[1], "Leerstand: Wer hat ein Register?", sentence="Und wer pflegt es?")
    write(hall, session, people[0], questions="Wer zahlt die Wege?")
    release(hall, session, people[0])
    write(hall, session, people[0], solutions="Noch geheim.")
    return hall


def clone(hall, screens, title):
    """By the organiser's form."""
    following = copy.copy(hall)
    following.gathering = moderating.open_next_edition(
        screen(screens, hall.organiser, "tablet", hall.console), hall.gathering, title, "2031-06-01")
    following.path = f"/g/{following.gathering}"
    return following


def test_what_stayed_open_is_adopted_on_a_phone_and_the_series_tells_of_it(over, screens):
    following = clone(over, screens, "22. Runder Tisch")
    guest, slower = following.join(PEOPLE[5]), following.join(PEOPLE[6])
    phone = screen(screens, guest, "phone", f"{following.path}/topics")
    phone.get_by_role("link", name="Aus der letzten Runde").click()
    expect(phone.locator("main")).to_contain_text("noch nicht zu Ende")
    fit(phone, "suggestions-early")

    over.enter("closing")
    over.moderate("?end=1", "/phase", {"phase": "ended"})
    phone.reload()
    expect(phone.locator(".suggestions")).to_contain_text("Wer zahlt die Wege?")
    expect(phone.locator(".suggestions")).not_to_contain_text("geheim")
    fit(phone, "suggestions")
    late = screen(screens, slower, "phone", f"{following.path}/suggestions")
    for page in (phone, late):
        page.locator(".suggestions li", has_text="Leerstand").get_by_role("link").click()
        expect(page.locator('[name="title"]')).to_have_value("Leerstand: Wer hat ein Register?")
        expect(page.locator('[name="sentence"]')).to_have_value("Und wer pflegt es?")
    fit(phone, "suggestion-form")
    phone.locator("form.propose .primary").click()
    phone.wait_for_url("**/topics")
    screens.expected += ["422"]
    late.locator("form.propose .primary").click()
    expect(late.locator("main")).to_contain_text("Jemand war schneller")
    fit(late, "suggestion-late")
    late.locator('[name="title"]').fill("Leerstand, anders")
    late.locator("form.propose .primary").click()
    late.wait_for_url("**/topics")

    late.get_by_role("link", name="Aus der letzten Runde").click()
    late.get_by_role("link", name="übernommen: Leerstand").click()
    expect(late.locator("main")).to_contain_text("Kommt aus: 21. Runder Tisch")

    # Before it begins the next edition is no more than a title and a day.
    series = screens.open("phone")
    series.goto(f"{over.path}/board")
    series.locator("footer").get_by_role("link", name="Alle Runden").click()
    expect(series.locator(".series-next")).to_contain_text("22. Runder Tisch")
    assert following.gathering not in series.locator("main").inner_html()
    following.enter("arriving")
    series.goto(f"{following.path}/series")
    expect(series.locator(".series-topics").last).to_contain_text("Weiter in: 22. Runder Tisch")
    expect(series.locator(".series-topics").last).to_contain_text("Fand statt.")
    fit(series, "series")
    series.locator(".series-way", has_text="Radwege").click()
    expect(series.locator("main")).to_contain_text("Wer zahlt die Wege?")
    expect(series.locator("main")).not_to_contain_text("geheim")
