"""Every page, as each kind of visitor sees it in each phase of the day, on three screens, light and dark.

axe finds nothing, one h1, a language and a title, nothing scrolls sideways at 320 pixels, targets are large enough,
the console is silent. With TAFELRUNDE_PICTURES set, pictures of them all come to lie in screenshots/journeys.
"""
import os

import pytest

from halls import PEOPLE, TOPICS, Room
from looking import RULES, Looking
from making import Hall, cookies
from screens import NARROW, SIZES
from serving import REPOSITORY

# All rules where the layouts differ most. In the dark only colours do, and they are the same on every screen.
AUDITS = {
    "phone": (("light", RULES), ("dark", None)),
    "tablet": (("light", RULES),),
    "projector": (("light", RULES),),
}
PICTURES = REPOSITORY / "screenshots/journeys" if os.environ.get("TAFELRUNDE_PICTURES") else None
SEND = """([action, fields]) => {
  const isMeant = (form) => new URL(form.action).pathname.endsWith(action)
    && Object.keys(fields).every((name) => form.elements[name]?.matches(':not([type=hidden])'));
  const form = [...document.forms].find(isMeant);
  for (const [name, value] of Object.entries(fields)) form.elements[name].value = value;
  form.submit();
}"""


class Tour(Looking):
    """One window that puts on whoever's cookies and changes its size, and notes what it sees."""

    def __init__(self, screens, validator):
        self.validator = validator
        super().__init__(screens.open("phone", device_scale_factor=1))
        self.count = 0

    def look(self, role, visitor, pages):
        # What the page before is about to do must not come between.
        self.window.goto("about:blank")
        self.window.context.clear_cookies()
        self.window.context.add_cookies(cookies(visitor))
        for name, path in pages.items():
            self.see(f"{role}-{name}", path)

    def look_sent(self, role, visitor, forms):
        """The pages that answer a form, sent past what the browser itself would check: page, action, fields."""
        self.look(role, visitor, {})
        for name, (path, action, fields) in forms.items():
            self.see(f"{role}-{name}", path, (action, fields))
            heard = (self.window.title(), self.window.evaluate("document.activeElement.ariaInvalid"))
            if role == "refused" and not (heard[0].startswith("Das ging nicht: ") and heard[1] == "true"):
                self.findings.append(f"{role}-{name}: nobody hears what is wrong: {heard}")

    def see(self, name, path, form=None):
        self.count += 1
        self.window.set_viewport_size(NARROW["viewport"])
        # An open event stream keeps "load" from nothing: the page is there when its document is.
        self.window.goto(path)
        if form:
            with self.window.expect_navigation():
                self.window.evaluate(SEND, list(form))
        else:
            html = self.window.request.get(path).text()
            self.findings += [f"{name} {path}: {text}" for text in self.validator.findings(html)]
        self.window.evaluate(self.axe)
        self.measure(f"narrow {name} {path}")
        for size, audits in AUDITS.items():
            self.window.set_viewport_size(SIZES[size]["viewport"])
            self.measure(f"{size} {name} {path}")
            for scheme, rules in audits:
                self.window.emulate_media(color_scheme=scheme)
                self.audit(f"{size} {name} {path}: axe {scheme}", rules)
            self.window.emulate_media(color_scheme="light")
            if PICTURES:
                self.keep(f"{name}-{size}", full_page=size != "projector")

    def keep(self, name, full_page):
        for scheme in ("light", "dark"):
            self.window.emulate_media(color_scheme=scheme)
            self.window.screenshot(path=PICTURES / f"{name}-{scheme}.png", full_page=full_page)
        self.window.emulate_media(color_scheme="light")


@pytest.fixture
def tour(screens, validator):
    screens.expected.append("Failed to load resource: the server responded with a status of 4")
    return Tour(screens, validator)


ROOMS = (Room("Weltenraum", 40), Room("Turmstube mit einem recht langen Namen", 3))


def test_every_page_is_fit_to_be_seen(server, tour):
    server.start("Claim")
    hall = Hall(server, rooms=ROOMS, title="24. Runder Tisch: Willkommen in Südwestfalen")
    hall.add = lambda action, **values: hall.moderate("/prepare", action, **values)
    hall.add("/organisers", name="Südwestfalen Agentur", imprint="Martinstraße 15\n57462 Olpe",
             privacy="Für den Austausch.", email="datenschutz@example.org")
    moderator, projector, stranger = hall.organiser, hall.helper("projector"), hall.visitor()
    invitation = hall.link("moderator").removeprefix(server.address)
    ada = hall.join(PEOPLE[0])

    begin(tour, hall, moderator, projector, stranger, ada, invitation)
    topics = collect_topics(tour, hall, moderator, projector, ada)
    weigh_and_plan(tour, hall, moderator, projector, ada, topics)
    publish_and_run(tour, hall, moderator, projector, stranger, ada, topics)
    hall.leave()

    print(f"looked at {tour.count} pages")
    assert not tour.findings, f"{len(tour.findings)} findings:\n" + "\n".join(tour.findings)


def test_refused_and_rare_pages_are_fit_to_be_seen(server, tour):
    server.start("Claim")
    hall = Hall(server, rooms=ROOMS)
    hall.enter("arriving")
    moderator, stranger, long = hall.organiser, hall.visitor(), "x" * 200
    ada, ben = hall.join(PEOPLE[0]), hall.join(PEOPLE[1])
    topics = [hall.propose(ada, TOPICS[0].title), hall.propose(ben, TOPICS[1].title)]
    people, prepare = f"{hall.console}/people", f"{hall.console}/prepare"

    tour.look_sent("refused", stranger, {
        "code": ("/", "/code", {"code": "ZZZ"}),
        "join": (f"{hall.path}/join", "/participants", {"hashtags": "#a #b #c #d"}),
        "return": (f"{hall.path}/join", "/return", {"personalCode": "aaaaaa"}),
    })
    tour.look_sent("refused", ada, {
        "propose": (f"{hall.path}/proposals/new", "/proposals", {"title": "Stadtbus", "coHosts": "Zoe"}),
        "edit": (f"{hall.path}/proposals/{topics[0]}?edit", f"/proposals/{topics[0]}", {"title": ""}),
        "profile": (f"{hall.path}/profile", "/profile", {"organisation": long}),
    })
    tour.look_sent("refused", moderator, {
        "new": ("/organiser", "/gatherings", {"title": ""}),
        "announcement": (hall.console, "/announcements", {"text": ""}),
        "person": (people, "/people", {"firstName": long}),
        "host": (f"{hall.console}/topics?new=1", "/proposals", {"title": ""}),
        "room": (prepare, "/rooms", {"name": "Erker", "seats": "0"}),
        "facts": (prepare, "/facts", {"date": ""}),
    })
    hall.enter("planning")
    hall.lay()
    tour.look("moderator", moderator, {
        "contradiction": f"{hall.console}/board?contradictions={topics[0]}.{topics[1]}"})
    person = moderator.get(people).dom.all("li", "desk-item")[0]["id"].removeprefix("person-")
    tour.look_sent("moderator", moderator, {
        "new-code": (f"{people}?person={person}", f"/people/{person}/code", {}),
        "new-link": (f"{hall.console}/links", "/links", {}),
        "rehearsal": (prepare, "/rehearsal", {}),
    })
    english(tour, hall, moderator, ada)
    hall.leave()

    print(f"looked at {tour.count} pages")
    assert not tour.findings, f"{len(tour.findings)} findings:\n" + "\n".join(tour.findings)


def english(tour, hall, moderator, ada):
    for visitor in (moderator, ada):
        visitor.cookies["lang"] = "en"
    tour.look("english", ada, {
        "now": hall.path, "topics": f"{hall.path}/topics", "propose": f"{hall.path}/proposals/new",
        "board": f"{hall.path}/board", "profile": f"{hall.path}/profile", "privacy": f"{hall.path}/privacy",
        "projector": f"{hall.path}/projector", "accessibility": f"{hall.path}/accessibility",
    })
    tour.look("english", moderator, {
        "organiser": "/organiser", "console": hall.console, "console-board": f"{hall.console}/board",
        "console-topics": f"{hall.console}/topics", "people": f"{hall.console}/people",
        "links": f"{hall.console}/links", "prepare": f"{hall.console}/prepare",
    })


def begin(tour, hall, moderator, projector, stranger, ada, invitation):
    tour.look("visitor", stranger, {
        "start": "/", "imprint-site": "/imprint", "privacy-site": "/privacy", "accessibility-site": "/accessibility",
        "organiser-closed": "/organiser", "join": f"{hall.path}/join", "link": invitation,
        "link-wrong": "/l/gibtesnicht", "code-wrong": "/j/ZZZZZZ", "not-found": "/nirgends", "not-found-here": f"{hall.path}/nirgends",
        "console-closed": hall.console, "board-before": f"{hall.path}/board", "print-before": f"{hall.path}/print",
        "imprint": f"{hall.path}/imprint", "privacy": f"{hall.path}/privacy",
        "accessibility": f"{hall.path}/accessibility", "topics-none": f"{hall.path}/topics",
    })
    tour.look("moderator", moderator, {
        "organiser": "/organiser", "preparing": hall.console, "prepare": f"{hall.console}/prepare",
        "links": f"{hall.console}/links", "people": f"{hall.console}/people", "topics-none": f"{hall.console}/topics",
        "board-none": f"{hall.console}/board",
    })
    hall.enter("arriving")
    tour.look("projector", projector, {"arriving": f"{hall.path}/projector"})
    tour.look("participant", ada, {
        "now-arriving": hall.path, "people": f"{hall.path}/people", "profile": f"{hall.path}/profile",
        "departure": f"{hall.path}/departure", "propose": f"{hall.path}/proposals/new", "plan-none": f"{hall.path}/plan",
    })


def collect_topics(tour, hall, moderator, projector, ada):
    hosts = [ada] + [hall.join(person) for person in PEOPLE[1:7]]
    topics = [hall.propose(host, topic.title, sentence=topic.sentence) for host, topic in zip(hosts, TOPICS)]
    long = "Was gehört in ein erstes Paket für alle, die neu in eine Gemeinde wie Nachrodt-Wiblingwerde ziehen und bleiben?"
    topics.append(hall.propose(ada, long))
    hall.enter("pitching")
    tour.look("projector", projector, {"waiting": f"{hall.path}/projector"})
    hall.moderate("", "/pitch", {"proposal": topics[0]})
    tour.look("projector", projector, {"pitch": f"{hall.path}/projector"})
    tour.look("moderator", moderator, {
        "pitching": hall.console, "topics": f"{hall.console}/topics", "topics-new": f"{hall.console}/topics?new=1",
        "topic": f"{hall.console}/topics?topic={topics[1]}",
    })
    tour.look("participant", ada, {
        "now-pitching": hall.path, "topic": f"{hall.path}/proposals/{topics[1]}",
        "topic-own": f"{hall.path}/proposals/{topics[0]}", "topic-edit": f"{hall.path}/proposals/{topics[0]}?edit",
    })
    return topics


def weigh_and_plan(tour, hall, moderator, projector, ada, topics):
    hall.enter("weighing")
    for index, visitor in enumerate(v for v in hall.people if "tafelrunde" in v.cookies and v.name in {p.name for p in PEOPLE}):
        for topic in topics[index % 3:index % 3 + 4]:
            hall.wish(visitor, topic)
    hall.moderate("/topics", f"/proposals/{topics[1]}/hands", {"count": 1})
    tour.look("projector", projector, {"weighing": f"{hall.path}/projector"})
    tour.look("participant", ada, {"now-weighing": hall.path, "topics": f"{hall.path}/topics"})
    person = hall.organiser.get(f"{hall.console}/people").dom.all("li", "desk-item")[0]["id"].removeprefix("person-")
    tour.look("moderator", moderator, {
        "weighing": hall.console, "topics-weighing": f"{hall.console}/topics",
        "person": f"{hall.console}/people?person={person}", "person-remove": f"{hall.console}/people?remove={person}",
        "people-found": f"{hall.console}/people?q=Ada",
    })
    hall.enter("planning")
    tour.look("projector", projector, {"planning": f"{hall.path}/projector"})
    tour.look("moderator", moderator, {"planning": hall.console})
    hall.lay()
    placed = hall.organiser.get(f"{hall.console}/board").dom.one("table", "grid").all("td", data_session=True)[0]["data-session"]
    board = f"{hall.console}/board"
    tour.look("moderator", moderator, {
        "board": board, "board-session": f"{board}?session={placed}", "board-move": f"{board}?session={placed}&move=1",
        "board-swap": f"{board}?session={placed}&move=swap", "board-publish": f"{board}?publish=1",
    })
    tour.look("participant", ada, {"now-planning": hall.path})


def publish_and_run(tour, hall, moderator, projector, stranger, ada, topics):
    hall.publish()
    tour.look("projector", projector, {"board": f"{hall.path}/projector"})
    tour.look("participant", ada, {"plan": f"{hall.path}/plan", "board": f"{hall.path}/board"})
    tour.look("visitor", stranger, {"board": f"{hall.path}/board", "plan": f"{hall.path}/plan"})
    prints = {link["href"].rsplit("/", 1)[1]: link["href"]
              for link in hall.organiser.get(f"{hall.path}/print").dom.one("main").all("a", "button")}
    tour.look("moderator", moderator, {
        "published": f"{hall.console}/board?version=published", "print": f"{hall.path}/print",
        **{f"print-{name.replace('?', '-')}": path for name, path in prints.items()},
    })
    groups(tour, hall, moderator, stranger, ada, topics[0])
    hall.enter("running")
    ada.get(hall.path)
    going = next(form for form in ada.page.forms if form.action.endswith("/attendance"))
    ada.send(going)
    hall.announce("Der Kaffee steht jetzt im Flur, gleich neben der Treppe zur Turmstube.")
    tour.look("projector", projector, {"running": f"{hall.path}/projector"})
    tour.look("moderator", moderator, {"running": hall.console, "ending": f"{hall.console}?end=1"})
    tour.look("participant", ada, {"now-running": hall.path, "plan-running": f"{hall.path}/plan"})
    tour.look("visitor", stranger, {"board-running": f"{hall.path}/board"})
    hall.enter("closing")
    tour.look("projector", projector, {"closing": f"{hall.path}/projector"})
    feedback = f"{hall.console}/feedback"
    tour.look("moderator", moderator, {
        "closing": hall.console, "feedback-open": feedback, "feedback-close": f"{feedback}?close=1"})
    tour.look("participant", ada, {"now-closing": hall.path, "feedback": f"{hall.path}/feedback"})
    tour.look("visitor", stranger, {"feedback-seat": f"{hall.path}/feedback"})
    for visitor in hall.people:
        if visitor.get(f"{hall.path}/feedback").has_form("/feedback"):
            visitor.act("/feedback", word1="vielseitig, Öffentlichkeitsbeteiligungsverfahren", sentence="Gern wieder.")
    tour.look("participant", ada, {"feedback-thanks": f"{hall.path}/feedback"})
    hall.moderate("/feedback?close=1", "/feedback/close")
    tour.look("moderator", moderator, {"feedback-closed": feedback})
    hall.moderate("/feedback", "/feedback/release")
    tour.look("moderator", moderator, {"feedback-released": feedback})
    tour.look("projector", projector, {"words": f"{hall.path}/projector"})
    tour.look("visitor", stranger, {"feedback-result": f"{hall.path}/feedback"})
    hall.moderate("?end=1", "/phase", {"phase": "ended"})
    tour.look("projector", projector, {"ended": f"{hall.path}/projector"})
    tour.look("moderator", moderator, {"ended": hall.console})
    tour.look("participant", ada, {"now-ended": hall.path})


def groups(tour, hall, moderator, stranger, ada, topic):
    group = f"{hall.path}/proposals/{topic}/group"
    tour.look("visitor", stranger, {"group": group})
    tour.look("participant", ada, {"group-form": f"{group}?change"})
    ada.get(f"{group}?change")
    ada.act("/group/membership", contact="ada@nachrodt-wiblingwerde.example", audience="organisers")
    tour.look("participant", ada, {"group": group, "profile-group": f"{hall.path}/profile"})
    tour.look("moderator", moderator, {"groups": f"{hall.console}/groups"})
