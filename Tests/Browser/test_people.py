"""People as they come: without a name, with a second phone, in English, and those who are taken out."""
import re

import pytest
from playwright.sync_api import expect

from halls import PEOPLE
from screens import LIVE, screen

GERMAN = re.compile(r"\b(Thema|Themen|Wunsch|Wünsche|Menschen|Jetzt|Mein Plan|Platz|Plätze|Weiter|Vorname|bis)\b")


def sit_down(page, hall, **values):
    page.goto(f"{hall.path}/join")
    for name, value in values.items():
        page.locator(f"[name={name}]").fill(value)
    page.locator('form[action$="/participants"] button').click()
    expect(page).to_have_url(re.compile(f"{hall.path}$"))


def test_a_phone_without_any_name_takes_part(hall, screens):
    phone = screens.phone()
    sit_down(phone, hall)
    phone.goto(f"{hall.path}/people")
    expect(phone.locator("main")).to_contain_text("Und ein Mensch, der nichts über sich gesagt hat.")

    phone.goto(f"{hall.path}/proposals/new")
    expect(phone.locator(".submit")).to_contain_text("Du stehst ohne Namen dabei.")
    phone.locator("[name=title]").fill("Namenlos, aber nicht ratlos")
    phone.locator("form.propose button.primary").click()
    expect(phone.locator(".topic h2")).to_have_text("Namenlos, aber nicht ratlos")
    hall.enter("weighing")
    phone.locator(".topic button.wish").click()
    expect(phone.locator(".topic .count")).to_have_text("1")
    expect(phone.locator("#own-wishes")).to_contain_text("1")


@pytest.mark.parametrize("name", ["Ada", ""])
def test_the_personal_code_brings_somebody_to_another_device(hall, screens, name):
    first, second = screens.phone(), screens.phone()
    sit_down(first, hall, firstName=name)
    topic = hall.propose(hall.join(PEOPLE[1]), "Innenstädte beleben")
    hall.enter("weighing")
    first.goto(f"{hall.path}/profile")
    code = first.locator(".code-text").inner_text()
    first.goto(f"{hall.path}/topics")

    second.goto(f"{hall.path}/join")
    second.locator("details.return summary").click()
    second.locator("[name=personalCode]").fill(code.lower())
    second.locator('form[action$="/return"] button').click()
    expect(second).to_have_url(re.compile(f"{hall.path}$"))
    second.goto(f"{hall.path}/topics")
    second.locator(f"#topic-{topic} .wish").click()
    # Both devices are one person: one wish, and both know of it.
    expect(first.locator(f"#topic-{topic} .wish")).to_have_attribute("aria-checked", "true", timeout=LIVE)
    expect(first.locator(f'[data-number="wishes/{topic}"]')).to_have_text("1")
    first.locator(f"#topic-{topic} .wish").click()
    expect(second.locator(f"#topic-{topic} .wish")).to_have_attribute("aria-checked", "false", timeout=LIVE)
    expect(second.locator(f'[data-number="wishes/{topic}"]')).to_have_text("0")
    second.goto(f"{hall.path}/people")
    expect(second.locator("#people-sum")).to_contain_text("2")


def test_who_is_taken_out_is_gone_from_every_screen(hall, screens):
    ada, bo = hall.join(PEOPLE[0]), hall.join(PEOPLE[1])
    hall.propose(ada, "Innenstädte beleben")
    hall.propose(bo, "Nachwuchs finden")
    hall.enter("weighing")
    theirs = screen(screens, ada, "phone", f"{hall.path}/people")
    people = screen(screens, bo, "phone", f"{hall.path}/people")
    topics = screen(screens, bo, "phone", f"{hall.path}/topics")
    for page in (theirs, people):
        expect(page.locator("#people")).to_contain_text("Ada")

    hall.take_out("Ada")

    expect(people.locator("main")).not_to_contain_text("Ada", timeout=LIVE)
    expect(topics.locator("#topics li.topic h2")).to_have_text(["Nachwuchs finden"], timeout=LIVE)
    expect(topics.locator("form .wish")).to_have_count(1)
    # Whose seat it was is at the door again, and knows no names.
    expect(theirs).to_have_url(re.compile("/join$"))
    theirs.goto(f"{hall.path}/topics")
    expect(theirs.locator("main")).not_to_contain_text("Bo")
    expect(theirs.locator("form .wish")).to_have_count(0)


def test_an_english_speaker_goes_the_whole_way(hall, screens):
    phone = screens.phone(locale="en-GB")
    phone.goto("/")
    speaks_english(phone)
    phone.locator("[name=code]").fill(hall.code())
    phone.get_by_role("button", name="Continue").click()
    speaks_english(phone)
    phone.locator("[name=firstName]").fill("Ada")
    phone.locator('form[action$="/participants"] button').click()
    expect(phone.locator("main")).to_contain_text("Good that you are here.")
    speaks_english(phone)
    phone.get_by_role("link", name="Topics", exact=True).click()
    phone.get_by_role("link", name="Topic", exact=True).click()
    expect(phone.locator("h1")).to_have_text("What do you bring?")
    phone.locator("[name=title]").fill("How do we find rooms?")
    phone.get_by_role("button", name="Put it on the table").click()
    expect(phone.locator("#topics")).to_contain_text("How do we find rooms?")
    speaks_english(phone)
    own = hall.topics()["How do we find rooms?"]
    hall.enter("weighing")
    phone.get_by_role("checkbox", name="I want to go").click()
    expect(phone.locator("#own-wishes")).to_contain_text("1 wish of yours")
    hall.enter("planning")
    hall.lay()
    hall.publish()
    hall.enter("running")
    phone.goto(hall.path)
    speaks_english(phone)
    phone.locator(f'#running form[action$="/sessions/{own}/attendance"] button').click()
    expect(phone.locator(f"#session-{own} button")).to_contain_text("You are going")
    speaks_english(phone)
    phone.goto(f"{hall.path}/board")
    speaks_english(phone)
    phone.goto(f"{hall.path}/departure")
    speaks_english(phone)
    phone.locator('form[action$="/departure"] button').click()
    expect(phone).to_have_url(re.compile(r"/join\?left$"))
    speaks_english(phone)


def speaks_english(page):
    """What the gathering's own people named stays as they named it."""
    expect(page.locator("html")).to_have_attribute("lang", "en")
    own = "21. Runder Tisch|Burg Holtzbrinck|Weltenraum|Werkstatt|Küche|Dachboden"
    text = re.sub(own, "", page.locator("body").inner_text()).replace("\u00a0", " ")
    assert not GERMAN.search(text.replace("Deutsch", "")), f"{page.url}: {GERMAN.search(text)}"


def test_somebody_chooses_english_and_everything_follows(hall, screens):
    phone = screens.phone()
    sit_down(phone, hall, firstName="Ada")
    phone.get_by_role("link", name="English").click()
    expect(phone.locator("html")).to_have_attribute("lang", "en")
    expect(phone).to_have_url(re.compile(f"{hall.path}$"))
    hall.announce("Der Kaffee ist fertig.")
    # What comes live is English, too, but for what people wrote themselves.
    expect(phone.locator("#announcements")).to_contain_text("Der Kaffee ist fertig.", timeout=LIVE)
    hall.enter("weighing")
    expect(phone.locator("main")).to_contain_text("Where do you want to go?", timeout=LIVE)
    phone.get_by_role("link", name="Deutsch").click()
    expect(phone.locator("main")).to_contain_text("Wo willst du hin?")
