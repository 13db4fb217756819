"""The next edition of a series is made from the one before, by one form."""
from playwright.sync_api import expect

from screens import screen
from test_groups import fit


def test_the_next_edition_has_what_this_one_had_but_for_its_day(hall, screens):
    page = screen(screens, hall.organiser, "tablet", f"{hall.console}/prepare")
    section = page.locator("#editions")
    expect(section).to_contain_text("noch nicht zu Ende")
    section.get_by_label("Name der Veranstaltung").fill("22. Runder Tisch")
    section.get_by_label("Tag", exact=True).fill("2031-06-01")
    fit(page, "prepare-editions")
    section.get_by_role("button", name="Nächste Ausgabe anlegen").click()
    page.wait_for_url(lambda url: url.endswith("/console/prepare") and hall.gathering not in url)
    expect(page.locator("#rooms")).to_contain_text(hall.rooms[0].name)
    expect(page.locator("#facts").get_by_label("Tag", exact=True)).to_have_value("2031-06-01")
    page.locator("#editions").get_by_role("link", name="21. Runder Tisch").click()
    page.wait_for_url(f"**{hall.console}/prepare")
    expect(page.locator("#editions").get_by_role("link", name="22. Runder Tisch")).to_be_visible()
    expect(page.locator("#editions").get_by_role("button")).to_have_count(0)
