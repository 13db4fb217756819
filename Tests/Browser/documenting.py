"""A day that is over, with what was written down of it: released, drafted, and what has to stay in the room."""
from halls import PEOPLE, TOPICS, Person
from making import Hall

SILENT = Person("Zwetlana", "Zwergenhausen")

RELEASED = {
    "startingPoint": "Zwölf Läden stehen leer, niemand weiß genau, welche.",
    "keyPoint1": "Ohne Pflege lebt kein Register.", "keyPoint2": "Eigentümer antworten auf Besuch.",
    "questions": "Wer zahlt die Pflege?\nWas sagt der Datenschutz?",
    "solutions": "Attendorn ruft jeden Monat zehn Leute an.\nSoest hat eine Karte, die jeder ändern kann.",
    "links": "https://attendorn.example/leerstand\njavascript:alert(1)", "goingOn": "Attendorn, Soest",
}
CHATHAM = {"solutions": "Einmal im Monat zählen.", "goingOn": "Quarkdorf", "chatham": "1"}
DRAFT = {"solutions": "Noch geheim: der Bahnhof wird verkauft."}
#: What may stand in nothing that leaves the house.
SECRETS = ["Noch geheim", "Zwetlana", "Zwergenhausen", "Quarkdorf", "Ada,", "Bo,", "Cem,"]


def run_the_day(hall: Hall):
    """Says the sessions by their titles."""
    people = [hall.join(person) for person in (*PEOPLE[:7], SILENT)]
    hosts = {person.name: visitor for person, visitor in zip((*PEOPLE[:7], SILENT), people)}
    sessions = {}
    for topic in TOPICS[:8]:
        host = hosts.get(topic.host, people[-1])
        sessions[topic.title] = (hall.propose(host, topic.title, sentence=topic.sentence), host)
    hall.enter("weighing")
    for number, visitor in enumerate(people):
        for topic in list(sessions.values())[number % 3::3]:
            hall.wish(visitor, topic[0])
    hall.enter("planning")
    hall.lay()
    hall.publish()
    hall.enter("running")
    titles = list(sessions)
    write(hall, *sessions[titles[0]], **RELEASED)
    release(hall, *sessions[titles[0]])
    write(hall, *sessions[titles[5]], **CHATHAM)
    release(hall, *sessions[titles[5]])
    write(hall, *sessions[titles[1]], **DRAFT)
    hall.enter("closing")
    hall.moderate("?end=1", "/phase", {"phase": "ended"})
    return {title: session for title, (session, _) in sessions.items()}


def write(hall, session, visitor, **values):
    visitor.get(f"{hall.path}/records/{session}/writing")
    page = visitor.act(f"/records/{session}/writing", **values)
    assert page.status == 200, page.text


def release(hall, session, visitor):
    visitor.get(f"{hall.path}/records/{session}")
    page = visitor.act(f"/records/{session}/release")
    assert "freigegeben" in page.text, page.text


def go_on(hall, topic, guest, **values):
    """Joins those who go on with a topic, by the form of the group's page."""
    guest.get(f"{hall.path}/proposals/{topic}/group")
    page = guest.act("/group/membership", **values)
    assert page.path.endswith("/group?saved"), page.text
    return page


def say(visitor, hall, word, **fields):
    visitor.get(f"{hall.path}/feedback")
    return visitor.act("/feedback", word1=word, **fields)
