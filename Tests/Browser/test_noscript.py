"""A phone without JavaScript goes the whole way: join, propose, wish, see the own mark, plan, go there, leave."""
import re

from playwright.sync_api import expect

from halls import PEOPLE
from making import Hall, settles


def test_a_phone_without_scripts_goes_the_whole_way(server, screens):
    server.start("Claim")
    hall = Hall(server)
    hall.enter("arriving")
    other = hall.propose(hall.join(PEOPLE[1]), "Innenstädte beleben")
    phone = screens.phone(java_script_enabled=False)

    join(phone, hall)
    own = propose(phone, hall)
    hall.enter("weighing")
    wish(phone, hall, other, own)
    hall.enter("planning")
    hall.lay()
    hall.publish()
    hall.enter("running")
    go_there(phone, hall, own)
    leave(phone, hall, own)
    hall.leave()


def join(phone, hall):
    phone.goto("/")
    phone.locator("[name=code]").fill(hall.code())
    phone.get_by_role("button", name="Weiter").click()
    phone.locator("[name=firstName]").fill("Ada")
    phone.locator("[name=organisation]").fill("Iserlohn")
    phone.get_by_role("button", name="Platz nehmen").click()
    expect(phone).to_have_url(re.compile(r"/g/[^/]+$"))
    phone.get_by_role("link", name="Menschen").click()
    expect(phone.locator("#people .me")).to_contain_text("Ada")


def propose(phone, hall):
    phone.get_by_role("link", name="Themen").click()
    phone.locator(f'a[href="{hall.path}/proposals/new"]').click()
    phone.locator("[name=title]").fill("Wie bleibt das Dorf am Netz?")
    phone.locator("[name=kind][value=help]").check(force=True)
    phone.get_by_role("button", name="In die Runde geben").click()
    expect(phone.locator("#topics")).to_contain_text("Wie bleibt das Dorf am Netz?")
    return hall.topics()["Wie bleibt das Dorf am Netz?"]


def wish(phone, hall, other, own):
    """Tapped, seen, taken back, tapped again: each time the page says how it is."""
    phone.goto(f"{hall.path}/topics")
    for topic in (own, other):
        tap(phone, topic, "true")
    settles(lambda: (hall.wishes(own), hall.wishes(other)), (1, 1))
    tap(phone, other, "false")
    settles(lambda: (hall.wishes(own), hall.wishes(other)), (1, 0))
    tap(phone, other, "true")
    expect(phone.locator("#own-wishes")).to_contain_text("2")
    # The page returns to the row that was tapped.
    expect(phone).to_have_url(re.compile(f"#topic-{other}$"))


def tap(phone, topic, checked):
    phone.locator(f"#topic-{topic} .wish").click()
    expect(phone.locator(f"#topic-{topic} .wish")).to_have_attribute("aria-checked", checked)
    expect(phone.locator(f"#topic-{topic}.mine")).to_have_count(1 if checked == "true" else 0)


def go_there(phone, hall, own):
    phone.get_by_role("link", name=re.compile("Mein.Plan")).click()
    expect(phone.locator(f"#session-{own}")).to_be_visible()
    button = phone.locator(f'form[action$="/sessions/{own}/attendance"] button')
    button.first.click()
    expect(phone.locator(f"#session-{own}.mine")).to_be_visible()
    assert phone.locator(f'form[action$="/sessions/{own}/attendance/withdrawal"]').count()


def leave(phone, hall, own):
    """Gone with everything: the name, the wishes, the topic."""
    phone.get_by_role("link", name="Menschen").click()
    phone.locator(f'a[href="{hall.path}/profile"]').click()
    phone.locator(f'a[href="{hall.path}/departure"]').click()
    expect(phone.locator(".dialog")).to_contain_text("Wie bleibt das Dorf am Netz?")
    phone.get_by_role("button", name="Gehen und löschen").click()
    expect(phone).to_have_url(re.compile(r"/join\?left$"))
    phone.goto(f"{hall.path}/people")
    expect(phone).to_have_url(re.compile(r"/join$"))
    page = hall.organiser.get(f"{hall.console}/people")
    assert "Ada" not in page.text
    assert own not in hall.topics().values()
