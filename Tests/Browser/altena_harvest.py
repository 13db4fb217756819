"""Altena in the afternoon: towns take up offers, sessions are written down, and the day is closed."""
from playwright.sync_api import expect

import moderating
from documenting import go_on, release, say
from halls import PEOPLE

# Offered from the stage and not a session: which towns want it is what matters.
OFFERS = {
    "Gap Year: Wer nimmt junge Menschen auf?": ("Bo", "Cem", "Dora", "Edda"),
    "Mentoring: Wer sucht eine erfahrene Kollegin?": ("Falk",),
}
SAID = {
    "startingPoint": "Ausbildungsplätze bleiben leer, Bewerbungen kommen spät.",
    "keyPoint1": "Wer im Praktikum Verantwortung bekam, kommt wieder.", "questions": "Wer bezahlt die Unterkunft?",
    "solutions": "Drei Rathäuser tauschen ihre Auszubildenden für eine Woche.",
    "step-0-what": "Termin abstimmen", "step-0-who": "Balve", "step-0-until": "Ostern",
}
TOWNS = ("Altena", "Arnsberg", "Attendorn", "Balve")
QUOTE = "Sie haben uns Arbeit abgenommen."


def take_up_offers(tablet, hall):
    """Offers come after the plan and stay beside it: those who want one say so, and towns are counted."""
    people = dict(zip((person.name for person in PEOPLE[1:6]), hall.people_of_topics))
    agency = hall.join(PEOPLE[6])
    for title, towns in OFFERS.items():
        offer = hall.propose(agency, title)
        hall.offers[title] = offer
        for name in towns:
            go_on(hall, offer, people[name], contact=f"{name.lower()}@example.org", audience="organisers")
    first = hall.offers[next(iter(OFFERS))]
    reader = hall.visitor("a stranger")
    told = reader.get(f"{hall.path}/proposals/{first}/group").text
    assert "4 Menschen machen weiter." in told and all(town in told for town in TOWNS), told
    assert "@" not in told and not any(person.name in told.split() for person in PEOPLE[:6])
    # Whoever organises sees whom to call.
    tablet.goto(f"{hall.console}/groups")
    for name in ("bo", "cem", "dora", "edda", "falk"):
        expect(tablet.locator(".desk-list")).to_contain_text(f"{name}@example.org")


def write_up(hall, topics):
    """The session that most wanted is written down and released."""
    hosts = dict(zip(topics, hall.people_of_topics))
    hall.written = max(hall.placed, key=list(topics).index)
    host = hosts[hall.written]
    page = host.get(f"{hall.path}/records/{topics[hall.written]}/writing")
    # A fresh form names its empty step anew.
    step = page.dom.all("div", "record-step")[0]["id"]
    page = host.act("/writing", **{name.replace("step-0", step): value for name, value in SAID.items()})
    assert page.status == 200, page.text
    release(hall, topics[hall.written], host)


def close_the_day(tablet, hall, projector):
    moderating.enter(tablet, hall.gathering, "closing")
    for visitor, word in zip(hall.people_of_topics, ("offen", "offen", "herzlich", "klar", "Autobahn")):
        assert say(visitor, hall, word, sentence=QUOTE if word == "klar" else "").status == 200
    moderating.close_feedback(tablet, hall.gathering, hide="Autobahn")
    expect(projector.locator(".show-closing")).to_contain_text("Das haben Sie gesagt.")
    moderating.end(tablet, hall.gathering)
    expect(projector.locator(".show-closing")).to_contain_text("offen")
