"""Iserlohn in the evening: four words, the last picture on the wall, and what everybody can read who was not there."""
import datetime
import re

from playwright.sync_api import expect

import moderating
import paper
import telling
from documenting import say
from iserlohn_harvest import CHATHAM, EMPTY, LATE, LINES, NAMED, SAID, TITLES, TOGETHER

WORDS = ("spannend, persönlich", "vielseitig, Augenhöhe", "spannend, Austausch", "offen, kurzweilig")
HIDDEN = "Kaffee"
SENTENCE = "Ich rufe morgen in Hemer an."


def say_four_words(hall):
    """Everybody says what they want, nobody sees whose it is, and one word is not for the wall."""
    moderating.enter(hall.tablet, hall.gathering, "closing")
    expect(hall.projector.locator("#stage")).to_contain_text("Vier Worte")
    phone = hall.ada
    phone.goto(hall.path)
    phone.get_by_role("link", name="Vier Worte sagen").click()
    for number, word in enumerate(("spannend", "herzlich", "nah", "laut"), 1):
        phone.locator(f"[name=word{number}]").fill(word)
    phone.locator("[name=sentence]").fill(SENTENCE)
    phone.get_by_role("button", name="Ohne Namen abgeben").click()
    expect(phone.locator("main")).to_contain_text("Deine Worte liegen bei denen der anderen")
    for number, (name, visitor) in enumerate(hall.visitors.items()):
        said = HIDDEN if name == "Zoe" else WORDS[number % len(WORDS)]
        assert say(visitor, hall, said).status == 200
    expect(hall.projector.locator('[data-number="feedback/answers"]')).to_have_text(str(1 + len(hall.visitors)))
    assert "spannend" not in hall.projector.content()
    moderating.close_feedback(hall.tablet, hall.gathering, hide=HIDDEN)
    expect(hall.projector.locator("#stage")).to_contain_text("Das habt ihr gesagt.")
    expect(hall.projector.locator(".word-picture text").first).to_have_text("spannend")


def end(hall):
    """The last picture leads to where one reads on, and says whose money it was."""
    moderating.end(hall.tablet, hall.gathering)
    expect(hall.projector.locator(".show-closing")).to_contain_text(hall.funding)
    expect(hall.projector.locator(".show-closing .corner-qr")).to_be_visible()
    assert HIDDEN not in hall.projector.content()
    status, _, _ = hall.visitors["Cem"].ask(
        "POST", f"{hall.path}/feedback", "word1=zuspaet", {"Sec-Fetch-Site": "same-origin"})
    assert status == 409


def read_as_a_stranger(hall):
    """Who was not there finds everything that was released, and nobody who did not agree to be named."""
    page = hall.reader = hall.screens.tablet()
    page.goto(f"{hall.path}/documentation")
    words = page.locator("main").inner_text()
    for line in everything_released():
        assert line in words, line
    for word in ("spannend", SENTENCE, LATE, hall.funding, "Von dieser Session gibt es noch keine Mitschrift."):
        assert word in words, word
    expect(page.locator("article", has_text=EMPTY).locator(".doc-section")).to_have_count(0)
    expect(page.locator("article", has_text=hall.fallen)).to_contain_text("fällt aus")
    expect(page.locator("article", has_text=CHATHAM)).to_contain_text("Nach der Chatham-House-Regel ohne Namen und Orte.")
    group = paper.together(page.locator("#groups li").inner_text())
    assert re.search(r"5 Menschen aus [^.]*\. Mit dabei: Oda, Hemer$", group), group
    assert all(town in group for town in ("Altena", "Balve", "Geseke", "Hemer", "Lippstadt")), group
    named = [name for name in hall.people if re.search(rf"\b{name}\b", words)]
    assert named == [NAMED]
    assert HIDDEN not in words and "@" not in words


def everything_released():
    said = [line for record in SAID.values() for text in record.values() for line in text.splitlines()]
    return [*TITLES, *LINES, *said]


def print_the_report(hall):
    """As two browsers print it."""
    for engine in (hall.screens.chromium, hall.screens.firefox):
        pdf = hall.tmp_path / f"{engine.browser_type.name}.pdf"
        text = paper.print_report(hall.screens, engine, f"{hall.path}/documentation", pdf, everything_released())
        assert hall.funding in text and SENTENCE in text


def export_three_ways(hall):
    """Page and command, each in three forms, say the same; and it is what the day was."""
    told = telling.everything(hall.server, hall.stranger, hall.path)
    assert told["people"] == len(hall.people) and told["funding"] == [hall.funding]
    assert set(told["sessions"]) == set(TITLES) and told["parked"] == [LATE]
    assert sorted(told["sessions"][TOGETHER]["Lösungen und Ideen"]) == sorted(LINES)
    assert told["sessions"][EMPTY] == {} and told["words"]["spannend"] > told["words"]["vielseitig"]


def open_the_next_edition(hall):
    """Number, title, rooms and items go on by themselves; a parked topic is adopted, and the series tells of both."""
    day = datetime.date.fromisoformat(hall.day.date) + datetime.timedelta(days=182)
    title = hall.title.replace("20.", "21.")
    hall.tablet.goto(f"{hall.path}/console/prepare")
    expect(hall.tablet.locator("#editions").get_by_label("Name der Veranstaltung")).to_have_value(title)
    following = f"/g/{moderating.open_next_edition(hall.tablet, hall.gathering, title, day.isoformat())}"
    expect(hall.tablet.locator("#rooms")).to_contain_text("Dachboden")
    expect(hall.tablet.locator("#facts [name=edition]")).to_have_value("21")
    expect(hall.tablet.locator("#facts [name=funders]")).to_have_value(hall.funding)

    phone = hall.ada
    phone.goto(f"{following}/join")
    form = phone.locator('form[action$="/participants"]')
    form.locator("[name=firstName]").fill("Ada")
    form.get_by_role("button", name="Platz nehmen").click()
    phone.goto(f"{following}/topics")
    phone.get_by_role("link", name="Aus der letzten Runde").click()
    for suggested in (LATE, *questions()):
        expect(phone.locator(".suggestions")).to_contain_text(suggested)
    phone.locator(".suggestions li", has_text=LATE).get_by_role("link").click()
    expect(phone.locator('[name="title"]')).to_have_value(LATE)
    phone.locator("form.propose .primary").click()
    phone.wait_for_url("**/topics")

    moderating.enter(hall.tablet, following.split("/")[2], "arriving")
    hall.reader.goto(f"{hall.path}/board")
    hall.reader.locator("footer").get_by_role("link", name="Alle Runden").click()
    for edition in (hall.title, title):
        expect(hall.reader.get_by_role("heading", name=edition)).to_be_visible()
    expect(hall.reader.locator(".series-topics li", has_text=LATE).last).to_contain_text(f"Weiter in: {title}")


def questions():
    return [line for record in SAID.values() for line in record.get("questions", "").splitlines()]
