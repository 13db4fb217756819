"""A town that was not there finds a solution in the archive, and gets to its very line; names stay among those who were."""
import pytest
from playwright.sync_api import expect

from halls import PEOPLE
from screens import screen
from test_pages import Tour
from visitors import Visitor


@pytest.fixture
def session(hall):
    """A session whose record was released."""
    hall.guests = [hall.join(person) for person in PEOPLE[:3]]
    host = hall.guests[0]
    session = hall.propose(host, "Leerstand in der Ortsmitte")
    hall.enter("planning")
    hall.lay()
    hall.publish()
    hall.enter("running")
    record = f"{hall.path}/records/{session}"
    host.get(record + "/writing")
    host.act("/writing", questions="Wer zahlt?", solutions="Zwischennutzung mit Mustervertrag\nEin Leerstandskataster für Bürgerbüros")
    host.get(record)
    host.act("/release")
    return session


def take_into_archive(hall):
    hall.organiser.get(f"{hall.path}/console/prepare")
    answer = hall.organiser.act("/facts", isInArchive="yes")
    assert answer.status == 200, answer.text


@pytest.mark.parametrize("has_script", [True, False])
def test_a_stranger_finds_a_solution_by_a_part_of_a_word(hall, session, screens, has_script):
    stranger = Visitor(hall.server.address, "stranger")
    page = screen(screens, stranger, "phone", "/", java_script_enabled=has_script)
    page.get_by_role("link", name="Im Archiv suchen").click()
    field = page.get_by_role("textbox", name="Wonach suchst du?")
    field.fill("kataster")
    field.press("Enter")
    expect(page.get_by_text("Nichts gefunden.").first).to_be_visible()

    take_into_archive(hall)
    field.fill("buergerbuero kataster")
    page.get_by_role("button", name="Suchen").click()

    expect(page.get_by_role("heading", name="2 Treffer")).to_be_visible()
    assert page.title().startswith("2\u00a0Treffer: buergerbuero kataster")
    hit = page.get_by_role("list").get_by_role("listitem").filter(has_text="Lösung").first
    expect(hit.locator("mark")).to_have_text(["Leerstandskataster", "Bürgerbüros"])
    hit.get_by_role("link").click()
    line = page.locator("#solution-2")
    expect(line).to_be_in_viewport()
    expect(line).to_have_text("Ein Leerstandskataster für Bürgerbüros")


def test_filters_narrow_and_can_be_let_go_of(hall, session, screens):
    take_into_archive(hall)
    stranger = Visitor(hall.server.address, "stranger")
    page = screen(screens, stranger, "phone", "/archive?q=leerstand")
    expect(page.get_by_role("heading", name="2 Treffer")).to_be_visible()

    page.get_by_label("Was").select_option(label="Lösungen (1)")
    page.get_by_role("button", name="Suchen").click()
    expect(page.get_by_role("heading", name="Ein Treffer")).to_be_visible()

    page.get_by_role("link", name="Alles zeigen").click()
    expect(page.get_by_role("heading", name="2 Treffer")).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_value("leerstand")


def test_names_are_found_among_those_who_were_there(hall, session, screens):
    take_into_archive(hall)
    name = PEOPLE[1].name
    inside = screen(screens, hall.guests[0], "phone", f"/archive?q={name}")
    outside = screen(screens, Visitor(hall.server.address, "stranger"), "phone", f"/archive?q={name}")

    people = inside.get_by_role("region", name="Menschen in deinen Runden")
    expect(people.get_by_role("link", name=name)).to_be_visible()
    expect(outside.get_by_role("region", name="Menschen in deinen Runden")).to_have_count(0)
    expect(outside.locator("main")).not_to_contain_text(f"{name},")


def test_the_archive_is_fit_to_be_seen(hall, session, screens, validator):
    tour = Tour(screens, validator)
    stranger = Visitor(hall.server.address, "stranger")
    tour.look("stranger", stranger, {"archive-empty": "/archive"})
    take_into_archive(hall)
    tour.look("stranger", stranger, {
        "archive": "/archive", "archive-hits": "/archive?q=leerstand", "archive-none": "/archive?q=schwimmbad+rad&year=2020",
        "archive-no-word": "/archive?q=%3F",
    })
    tour.look("guest", hall.guests[0], {"archive-people": f"/archive?q={PEOPLE[1].name}"})
    assert tour.findings == [] and tour.count == 6, "\n".join(tour.findings)
