"""People go on with a topic after the gathering: who shares a contact with whom, and how it is taken back everywhere."""
import os

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from documenting import go_on
from halls import PEOPLE
from screens import screen, send
from serving import REPOSITORY

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PICTURES = REPOSITORY / "screenshots/journeys" if os.environ.get("TAFELRUNDE_PICTURES") else None
WIDTHS = {"phone": (390, 844), "tablet": (820, 1180), "wide": (1440, 900)}


@pytest.fixture
def topic(hall):
    """Somebody's topic, and three others who are there."""
    hall.guests = [hall.join(person) for person in PEOPLE[:4]]
    return hall.propose(hall.guests[0], "Leerstand zählen")


def fit(page, name):
    """axe finds nothing and nothing scrolls sideways, on three screens, light and dark."""
    for screen_name, (width, height) in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
            assert not found, f"{name} {screen_name} {scheme}: " + "; ".join(
                f"{one['id']} {node['target']}" for one in found for node in one["nodes"])
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, f"{name} {screen_name}"
            if PICTURES:
                PICTURES.mkdir(parents=True, exist_ok=True)
                page.screenshot(path=PICTURES / f"{name}-{screen_name}-{scheme}.png", full_page=True)
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme="light")


def test_a_contact_reaches_those_it_is_for_and_is_taken_back_everywhere(hall, topic, screens):
    group = f"{hall.path}/proposals/{topic}/group"
    go_on(hall, topic, hall.guests[2], kind="other", contact="im Bauhof", audience="group")
    host = screen(screens, hall.guests[0], "phone", group)
    other = screen(screens, hall.guests[2], "phone", group)
    guest = screen(screens, hall.guests[1], "phone", f"{hall.path}/proposals/{topic}")
    expect(guest.locator(".go-on")).to_contain_text("Ein Mensch macht weiter.")
    guest.get_by_role("link", name="Ich mache hier weiter").click()
    guest.get_by_label("Dein Kontakt").fill("bo@balve.example")
    guest.get_by_text("Alle in der Gruppe", exact=True).click()
    fit(guest, "group-join")
    # A page on which somebody types does not change under them.
    go_on(hall, topic, hall.guests[3], contact="")
    guest.wait_for_timeout(1500)
    expect(guest.get_by_label("Dein Kontakt")).to_have_value("bo@balve.example")
    guest.get_by_role("button", name="Ich mache hier weiter").click()
    expect(guest.locator(".group-own")).to_contain_text("bo@balve.example")
    fit(guest, "group-member")

    for page in (host, other):
        expect(page.locator(".group-list")).to_contain_text("bo@balve.example")
    expect(host.get_by_role("link", name="bo@balve.example")).to_have_attribute("href", "mailto:bo@balve.example")
    fit(host, "group-convener")

    send(guest, guest.locator('form[action$="/contact/withdrawal"]'))
    expect(guest.locator(".group-said")).to_contain_text("zurückgezogen")
    for page in (host, other):
        expect(page.locator(".group-list")).not_to_contain_text("bo@balve.example")
        expect(page.locator(".group-list")).to_contain_text("im Bauhof")
    send(guest, guest.locator('form[action$="/membership/withdrawal"]'))
    expect(guest.locator(".group-said")).to_contain_text("Du machst hier nicht mehr weiter.")
    fit(guest, "group-left")
    expect(host.locator(".lead")).to_contain_text("2\u00a0Menschen machen weiter.")


def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(hall, topic, screens):
    guest = screen(screens, hall.guests[1], "phone", f"{hall.path}/proposals/{topic}/group")
    guest.get_by_text("Telefon", exact=True).click()
    guest.get_by_label("Dein Kontakt").fill("frag im Rathaus")
    screens.expected += ["422"]
    guest.get_by_role("button", name="Ich mache hier weiter").click()
    field = guest.get_by_label("Dein Kontakt")
    expect(field).to_be_focused()
    expect(field).to_have_value("frag im Rathaus")
    expect(guest.locator("#contact-error")).to_contain_text("Das ist keine Telefonnummer")
    fit(guest, "group-refused")
    guest.get_by_text("anders", exact=True).click()
    guest.get_by_role("button", name="Ich mache hier weiter").click()
    expect(guest.locator(".group-own")).to_contain_text("frag im Rathaus")


def test_the_console_and_the_own_page_show_groups(hall, topic, screens):
    go_on(hall, topic, hall.guests[1], contact="bo@balve.example", audience="organisers")
    go_on(hall, topic, hall.guests[2], contact="cy@hemer.example", audience="group")
    console = screen(screens, hall.organiser, "tablet", f"{hall.console}/groups")
    expect(console.locator(".desk-list")).to_contain_text("bo@balve.example")
    expect(console.locator(".desk-list")).not_to_contain_text("cy@hemer.example")
    fit(console, "console-groups")
    own = screen(screens, hall.guests[2], "phone", f"{hall.path}/profile")
    expect(own.locator(".own-groups")).to_contain_text("cy@hemer.example")
    fit(own, "profile-groups")
    send(own, own.locator('form[action$="/contact/withdrawal"]'))
    own.goto(f"{hall.path}/profile")
    expect(own.locator(".own-groups")).to_contain_text("Ohne Kontakt.")
    # The open console hears of it.
    hall.guests[1].get(f"{hall.path}/proposals/{topic}/group")
    hall.guests[1].act("/contact/withdrawal")
    expect(console.locator(".desk-list")).not_to_contain_text("bo@balve.example")


def test_without_a_script_a_group_is_joined_handed_over_and_left(hall, topic, screens):
    group = f"{hall.path}/proposals/{topic}/group"
    plain = screen(screens, hall.guests[1], "phone", group, java_script_enabled=False)
    plain.get_by_role("button", name="Ich mache hier weiter").click()
    plain.wait_for_url("**/group?saved")
    host = screen(screens, hall.guests[0], "phone", group, java_script_enabled=False)
    host.get_by_text("Gruppe übergeben").click()
    host.get_by_role("button", name="An ").first.click()
    host.wait_for_url("**/group?handed")
    expect(host.get_by_role("button", name="Wieder selbst zusammenhalten")).to_be_visible()
    plain.goto(group)
    expect(plain.locator(".group-convener")).to_contain_text("Du hältst die Gruppe zusammen.")
    plain.get_by_role("button", name="Nicht mehr weitermachen").click()
    plain.wait_for_url("**/group?left")
    plain.get_by_role("button", name="Rückgängig, ohne Kontakt").click()
    plain.wait_for_url("**/group?saved")
