"""Iserlohn while the sessions go on: what is said is written down, on screens and on paper, and some go on together."""
import re
import subprocess

from playwright.sync_api import expect

import paper
from documenting import go_on, release
from halls import TOPICS
from recording import on_a_bad_line, saved, text, write_on, writing
from screens import press, screen, send

TITLES = [topic.title for topic in TOPICS]
TOGETHER, ON_PAPER, CHATHAM, ASKED, EMPTY = (TITLES[index] for index in (9, 5, 1, 0, 7))
LATE = "Leerstand: Wer hat ein Register?"

# Who goes on with what is written together; of the second it may be said by name.
GOING_ON = ("Cem", "Oda", "Till", "Nils")
NAMED = "Oda"

SAID = {
    TOGETHER: {
        "startingPoint": "Alle probieren, niemand darf.", "keyPoint1": "Erst die Regel, dann das Werkzeug.",
        "keyPoint2": "Die Kleinen teilen sich einen Zugang.", "questions": "Wer haftet für die Antwort?\nWas kostet es im Jahr?",
        "links": "https://hemer.example/ki-leitfaden", "goingOn": "Hemer, Lippstadt",
        "step-0-what": "Dienstanweisung herumschicken", "step-0-who": "Hemer", "step-0-until": "Ende des Monats",
    },
    ON_PAPER: {
        "startingPoint": "Im Paket liegt bisher nur ein Stadtplan.", "keyPoint1": "Ein Mensch zählt mehr als ein Paket.",
        "solutions": "Ein Abend im Monat für alle, die neu sind.",
    },
    CHATHAM: {"solutions": "Die Verwaltung geht selbst durch die Läden.", "questions": "Wer schließt auf?"},
    ASKED: {"startingPoint": "Es gibt drei Stammtische und keinen Kalender.", "solutions": "Ein Kalender für alle drei."},
}
LINES = [f"wer{number} was{turn}" for number in range(4) for turn in range(3)]


def record_of(hall, title):
    return f"{hall.path}/records/{hall.ids[title]}"


def come_too_late(hall):
    """The one that fell out is none of those that are written down; and a topic comes when the board is full."""
    assert hall.fallen not in (*SAID, EMPTY)
    oda = hall.visitors["Oda"]
    oda.get(f"{hall.path}/proposals/new")
    assert oda.act("/proposals", title=LATE, sentence="Und wer pflegt es?").path.startswith(f"{hall.path}/topics")


def write_together(hall):
    """Two telephones, two more by their own devices, one of them with lost answers and then without a network."""
    session = hall.ids[TOGETHER]
    others = [screen(hall.screens, hall.visitors[name], "phone", writing(hall, session)) for name in ("Dora", "Hark")]
    pages = [hall.ada, hall.bo, *others]
    for page in pages[:2]:
        page.goto(writing(hall, session))
    hall.screens.expected += ["net::ERR_FAILED", "net::ERR_INTERNET_DISCONNECTED"]
    far = pages[3]
    on_a_bad_line(far)
    for turn in range(3):
        if turn == 1:
            saved(far)
            far.unroute("**/writing")
            far.context.set_offline(True)
        for number, page in enumerate(pages):
            write_on(page, f"wer{number} was{turn}")
    for page in pages[:3]:
        saved(page)
    expect(far.locator("#record-saving")).to_contain_text("Kein Netz")
    missing = {"wer3 was1", "wer3 was2"}
    assert written(hall, session) == sorted(set(LINES) - missing)
    far.context.set_offline(False)
    for page in pages:
        saved(page)
        for line in LINES:
            expect(page.locator("[name=solutions]")).to_have_value(re.compile(re.escape(line)))
    assert written(hall, session) == sorted(LINES)

    for name, value in SAID[TOGETHER].items():
        name = name.replace("step-0", far.locator(".record-step").first.get_attribute("id"))
        far.locator(f"[name={name}]").fill(value)
    saved(far)
    for page in others:
        hall.screens.close_one(page)
    release(hall, session, hall.visitors["Hark"])


def written(hall, session):
    return sorted(line for line in text(hall, session, "solutions").splitlines() if line.strip())


def type_up_the_paper(hall):
    """The sheet that was written on is found again by its code, by somebody who did not write it; the editor releases."""
    pdf = hall.tmp_path / "sheets.pdf"
    hall.tablet.goto(f"{hall.path}/print?what=records")
    hall.tablet.pdf(path=pdf, prefer_css_page_size=True)
    sheets = paper.sheets(pdf)
    assert len(sheets) == len(TITLES) - 1, "one sheet of paper for each session that takes place"
    number = next(number for number, words in enumerate(sheets, 1) if ON_PAPER in words)
    picture = hall.tmp_path / "sheet"
    subprocess.run(
        ["pdftoppm", "-r", "150", "-gray", "-png", "-singlefile", "-f", str(number), pdf, picture], check=True)
    read = subprocess.run(["zbarimg", "--quiet", "--raw", f"{picture}.png"], capture_output=True, text=True, check=True)

    hall.ada.goto(read.stdout.strip())
    expect(hall.ada.locator("h1")).to_contain_text(ON_PAPER)
    for name, value in SAID[ON_PAPER].items():
        hall.ada.locator(f"[name={name}]").fill(value)
    hall.ada.get_by_text("Vom Blatt abgetippt?").click()
    hall.ada.locator("[name=paperAuthor]").fill("Gerd")
    saved(hall.ada)
    release_by(hall.tablet, hall, ON_PAPER)
    expect(hall.tablet.locator("main")).to_contain_text("Gerd (auf Papier)")


def release_by(page, hall, title):
    page.goto(record_of(hall, title))
    send(page, page.locator('form[action$="/release"]'))
    expect(page.locator(".record-state")).to_contain_text("freigegeben")


def keep_a_name_inside(hall):
    """Under the Chatham House rule a name in the text holds the release back, until it is written otherwise."""
    page = hall.bo
    page.goto(writing(hall, hall.ids[CHATHAM]))
    page.locator("[name=chatham]").check()
    page.locator("[name=solutions]").fill("Ulla geht selbst durch die Läden.")
    page.locator("[name=questions]").fill(SAID[CHATHAM]["questions"])
    saved(page)
    page.goto(record_of(hall, CHATHAM))
    expect(page.locator(".record-names")).to_contain_text("Ulla")
    # Somebody who sends the form without looking at the names releases nothing.
    careless = hall.organiser
    careless.get(record_of(hall, CHATHAM))
    careless.act("/release", confirmed=None)
    careless.leave()
    expect(page.locator(".record-state")).to_contain_text("wartet auf einen Blick")
    assert "Ulla" not in hall.stranger.get(record_of(hall, CHATHAM)).text
    page.goto(writing(hall, hall.ids[CHATHAM]))
    page.locator("[name=solutions]").fill(SAID[CHATHAM]["solutions"])
    saved(page)
    release_by(page, hall, CHATHAM)
    assert SAID[CHATHAM]["solutions"] in hall.stranger.get(record_of(hall, CHATHAM)).text


def ask_for_a_keeper(hall):
    """One button asks the hall who takes notes; somebody says so, and does. One session stays without a word."""
    hall.tablet.goto(f"{hall.path}/console/records")
    expect(hall.tablet.locator(f"#record-{hall.ids[ASKED]}")).to_contain_text("noch leer")
    press(hall.tablet, f"/records/{hall.ids[ASKED]}/request")
    hall.ada.goto(hall.path)
    expect(hall.ada.locator("#announcements")).to_contain_text(f"Wer schreibt bei „{ASKED}“ mit?")
    hall.ada.goto(writing(hall, hall.ids[ASKED]))
    press(hall.ada, "/keeper", within=hall.ada.locator("#record-keeping"))
    expect(hall.ada.locator("#record-keeping")).to_contain_text("Du schreibst mit.")
    expect(hall.tablet.locator(f"#record-{hall.ids[ASKED]}")).to_contain_text("Ada")
    for name, value in SAID[ASKED].items():
        hall.ada.locator(f"[name={name}]").fill(value)
    saved(hall.ada)
    release_by(hall.ada, hall, ASKED)
    expect(hall.tablet.locator(f"#record-{hall.ids[ASKED]}")).to_contain_text("freigegeben")
    expect(hall.tablet.locator(f"#record-{hall.ids[EMPTY]}")).to_contain_text("noch leer")


def go_on_together(hall):
    """A contact only for those it is for; a name in the documentation only of who agreed to it."""
    topic = hall.ids[TOGETHER]
    for name in GOING_ON:
        naming = {"named": "1"} if name == NAMED else {}
        go_on(hall, topic, hall.visitors[name], contact=f"{name.lower()}@example.org", audience="group", **naming)
    page = hall.bo
    page.goto(f"{hall.path}/proposals/{topic}/group")
    assert "@example.org" not in page.content()
    page.get_by_label("Dein Kontakt").fill("bo@balve.example")
    page.get_by_role("button", name="Ich mache hier weiter").click()
    expect(page.locator(".group-own")).to_contain_text("bo@balve.example")
    expect(page.locator(".group-list")).to_contain_text("cem@example.org")
    expect(page.locator(".lead")).to_contain_text("5\u00a0Menschen machen weiter.")
    assert "@" not in hall.stranger.get(f"{hall.path}/proposals/{topic}/group").text
