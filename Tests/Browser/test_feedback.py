"""At the end everybody says four words, nobody sees whose they are, and the hall sees them once they are released."""
import json
import os

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from documenting import say
from halls import PEOPLE
from making import settles
from screens import press, screen
from serving import REPOSITORY

WORDS = ["spannend, vielseitig, persönlich, kurzweilig", "spannend, offen", "Spannend, Augenhöhe", "vielseitig, Kaffee",
         "Austausch, spannend", "schoen, offen", "schön, Großartigkeit"]
PICTURES = REPOSITORY / "screenshots/feedback" if os.environ.get("TAFELRUNDE_PICTURES") else None
AUDIT = """() => axe.run(document, { resultTypes: ['violations'], preload: false, iframes: false })
  .then((found) => found.violations.flatMap(({ id, nodes }) => nodes.map((node) => [id, node.target.join(' '), node.html])))"""
# Every word of the picture and its seats, as the browser draws them.
BOXES = """() => [...document.querySelectorAll('.word-picture text')].map((text) => {
  const [a, b] = [text.getBoundingClientRect(), text.nextElementSibling.getBoundingClientRect()];
  return [text.textContent, Math.min(a.left, b.left), b.top, Math.max(a.right, b.right), b.bottom, a.left, a.right];
})"""


@pytest.fixture
def hall_at_the_end(hall):
    hall.guests = [hall.join(person) for person in PEOPLE[:8]]
    hall.enter("closing")
    return hall


def look(page, name):
    """Nothing for axe to find, in light and dark; pictures of both for whoever wants them."""
    page.evaluate(Axe().axe_script)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate(AUDIT) == [], f"{name} {scheme}"
        if PICTURES:
            page.screenshot(path=PICTURES / f"{name}-{scheme}.png", full_page=True)
    page.emulate_media(color_scheme="light")


def test_four_words_from_the_phone_to_the_hall(hall_at_the_end, screens):
    hall = hall_at_the_end
    screens.expected.append("the server responded with a status of 422")
    projector = screen(screens, hall.helper("projector"), "projector", f"{hall.path}/projector")
    desk = screen(screens, hall.organiser, "tablet", f"{hall.console}/feedback")
    phone = screen(screens, hall.guests[0], "phone", hall.path)
    expect(projector.locator("#stage")).to_contain_text("Vier Worte")
    look(projector, "hall-open")

    phone.get_by_role("link", name="Vier Worte sagen").click()
    look(phone, "phone-form")
    phone.locator("[name=word1]").fill("gar nichts")
    phone.get_by_role("button", name="Ohne Namen abgeben").click()
    expect(phone.locator(".error")).to_contain_text("Ein Wort je Feld")
    expect(phone.locator("[name=word1]")).to_have_value("gar nichts")
    look(phone, "phone-refused")
    phone.locator("[name=word1]").fill(WORDS[0])
    phone.locator("[name=sentence]").fill("Ich rufe morgen an.")
    phone.get_by_role("button", name="Ohne Namen abgeben").click()
    expect(phone.locator("main")).to_contain_text("Deine Worte liegen bei denen der anderen")
    look(phone, "phone-thanks")
    # Nothing of it stays on the device.
    stored = phone.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")
    assert "spannend" not in stored and "morgen" not in stored, stored

    # Hall and console count without being loaded anew, and show no word.
    for number, (guest, word) in enumerate(zip(hall.guests[1:], WORDS[1:]), start=2):
        assert say(guest, hall, word).status == 200
        expect(desk.locator('[data-number="feedback/answers"]')).to_have_text(str(number))
    expect(projector.locator('[data-number="feedback/answers"]')).to_have_text(str(len(WORDS)))
    for page in (projector, desk):
        assert "annend" not in page.content()
    look(desk, "desk-open")

    desk.get_by_role("link", name="Feedback schließen").click()
    expect(desk.locator("main")).to_contain_text("Das lässt sich nicht zurücknehmen")
    look(desk, "desk-question")
    press(desk, "/feedback/close")
    desk.goto(f"{hall.console}/feedback")
    expect(desk.locator("main")).to_contain_text("spannend")
    assert "annend" not in projector.content()
    hidden = desk.locator("li", has_text="Kaffee")
    hidden.get_by_role("button").click()
    expect(desk.locator("s")).to_have_text("Kaffee")
    look(desk, "desk-closed")
    press(desk, "/feedback/release")

    expect(projector.locator("#stage")).to_contain_text("Das habt ihr gesagt.")
    expect(projector.locator(".word-picture text").first).to_have_text("spannend")
    assert "Kaffee" not in projector.content()
    apart(projector)
    look(projector, "hall-words")
    phone.goto(f"{hall.path}/feedback")
    expect(phone.locator("main")).to_contain_text("Ich rufe morgen an.")
    expect(phone.locator("main")).to_contain_text("Eine Nennung ist ausgeblendet.")
    apart(phone)
    phone.locator(".all-words summary").click()
    look(phone, "phone-result")
    narrow = screen(screens, hall.guests[1], "narrow", f"{hall.path}/feedback")
    assert narrow.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def apart(page):
    """Words do not touch, in this browser's font, and all lie inside the picture."""
    frame = page.locator(".word-picture").bounding_box()
    boxes = page.evaluate(BOXES)
    assert boxes
    for word, left, top, right, bottom, start, end in boxes:
        assert left >= frame["x"] - 1 and right <= frame["x"] + frame["width"] + 1, word
        assert top >= frame["y"] - 1 and bottom <= frame["y"] + frame["height"] + 1, word
    for index, one in enumerate(boxes):
        for other in boxes[index + 1:]:
            beside = one[3] <= other[1] or other[3] <= one[1]
            assert beside or abs(one[2] - other[2]) > 5, (one, other)


def test_without_scripts_and_twice_it_counts_once(hall_at_the_end, screens):
    hall = hall_at_the_end
    phone = screen(screens, hall.guests[0], "phone", f"{hall.path}/feedback", java_script_enabled=False)
    phone.locator("[name=word1]").fill("gut")
    phone.get_by_role("button", name="Ohne Namen abgeben").click()
    expect(phone.locator("main")).to_contain_text("Deine Worte liegen")

    again = hall.guests[0].post(f"{hall.path}/feedback", "word1=anders", {"Sec-Fetch-Site": "same-origin"})
    assert again.status == 409 and "schon geantwortet" in again.text
    answers = lambda: hall.organiser.get(f"{hall.console}/feedback").dom.one("b", "desk-title").text
    settles(answers, "1")


def test_the_list_of_the_hall_is_read_by_those_who_cannot_see_it(hall_at_the_end, screens):
    hall = hall_at_the_end
    for guest, word in zip(hall.guests, WORDS):
        say(guest, hall, word)
    hall.moderate("/feedback?close=1", "/feedback/close")
    hall.moderate("/feedback", "/feedback/release")
    projector = screen(screens, hall.helper("projector"), "projector", f"{hall.path}/projector?theme=dark")

    picture = projector.locator(".word-picture")
    assert picture.get_attribute("role") == "img"
    assert picture.get_attribute("aria-label").startswith("Wortbild: spannend 4-mal")
    rows = projector.locator("table.said tbody tr")
    expect(rows.first).to_contain_text("spannend")
    assert json.loads(projector.evaluate("JSON.stringify([...document.querySelectorAll('.said td')].map((e) => +e.textContent))"))[0] == 4
    look(projector, "hall-words-dark-hall")
