"""Makes a hall ready without a browser, by the very forms of the pages, for journeys that begin later in the day."""
import time

from halls import ROOMS, Day, Person, today
from visitors import Visitor

FACTS = {"title": "21. Runder Tisch", "venue": "Burg Holtzbrinck"}


class Hall:
    """A gathering and its organiser, who is also its moderator."""

    def __init__(self, server, day: Day | None = None, rooms=ROOMS, **facts):
        self.server, self.day, self.rooms = server, day or today(), rooms
        self.organiser = Visitor(server.address, "organiser")
        self.organiser.get(server.path("Claim"))
        self.organiser.send(self.organiser.page.forms[0])
        page = self.organiser.act("/gatherings", **{
            **FACTS, "date": self.day.date, "rooms": "\n".join(f"{room.name}, {room.seats}" for room in rooms),
            "start": self.day.start, "count": self.day.count, "lengthMinutes": self.day.length,
            "changeOverMinutes": self.day.change_over, **facts})
        assert page.path.endswith("/console"), page.text
        self.gathering = page.path.split("/")[2]
        self.path = f"/g/{self.gathering}"
        self.people = []

    @property
    def console(self):
        return f"{self.path}/console"

    def moderate(self, page, action, hidden=None, **values):
        """Opens a page of the console and sends one of its forms."""
        self.organiser.get(self.console + page)
        answer = self.organiser.act(action, hidden=hidden, **values)
        assert answer.status == 200, answer.text
        return answer

    def enter(self, phase):
        return self.moderate("", "/phase", {"phase": phase})

    def announce(self, text):
        self.organiser.get(self.console)
        form = next(f for f in self.organiser.page.forms
                    if f.action.endswith("/announcements") and "inline-form" in f.node.classes)
        return self.organiser.send(form, text=text)

    def code(self):
        """As the moderator reads it out."""
        return self.organiser.get(f"{self.console}/links").dom.one("p", "code-large").text

    def link(self, role):
        page = self.moderate("/links", "/links", {"role": role})
        return page.dom.one(cls="shown-code").one("a")["href"]

    def show_names(self):
        """To everybody, from now on."""
        page = self.organiser.get(f"{self.console}/prepare")
        rules = next(form for form in page.forms if "showsNamesToEveryone" in form.names)
        assert self.organiser.send(rules, showsNamesToEveryone="1").status == 200

    def take_back_link(self):
        """The newest."""
        self.moderate("/links", "/revocation")

    def visitor(self, name=""):
        self.people.append(Visitor(self.server.address, name))
        return self.people[-1]

    def helper(self, role):
        """Somebody else who opened a link: a second moderator, a projector."""
        helper = self.visitor(role)
        helper.send(helper.get(self.link(role)).forms[0])
        return helper

    def join(self, person: Person):
        visitor = self.visitor(person.name)
        visitor.get(f"{self.path}/join")
        page = visitor.act("/participants", firstName=person.name, organisation=person.town, hashtags=person.hashtags)
        assert page.path == self.path, page.text
        return visitor

    def take_out(self, name):
        listed = self.organiser.get(f"{self.console}/people").dom.one("ul", "people-list").all("li")
        person = next(row["id"].removeprefix("person-") for row in listed if name in row.heading.text)
        self.moderate(f"/people?remove={person}", f"/people/{person}/removal")

    def propose(self, visitor, title, **fields):
        """Says the topic's id."""
        visitor.get(f"{self.path}/proposals/new")
        page = visitor.act("/proposals", title=title, **fields)
        assert page.path.startswith(f"{self.path}/topics"), page.text
        return self.topics()[title]

    def topics(self):
        dom = self.organiser.get(f"{self.path}/topics").dom
        return {row.heading.text: row["id"].removeprefix("topic-") for row in dom.all("li", "topic")}

    def wish(self, visitor, topic):
        visitor.get(f"{self.path}/topics")
        page = visitor.act(f"/proposals/{topic}/wish")
        assert page.status == 200, page.text

    def wishes(self, topic):
        """What everybody sees."""
        row = self.organiser.get(f"{self.path}/topics").dom.one("li", id=f"topic-{topic}")
        count = row.find("span", "count")
        return int(count.text) if count else 0

    def lay(self):
        return self.moderate("/board", "/board/plan")

    def publish(self):
        return self.moderate("/board?publish=1", "/board/publication")

    def leave(self):
        for visitor in [self.organiser, *self.people]:
            visitor.leave()


def cookies(visitor):
    """The visitor's own device, for a browser's context."""
    return [{"name": name, "value": value, "url": visitor.address} for name, value in visitor.cookies.items()]


def settles(read, expected, seconds=2):
    """Asks until the answer is the expected one: counts of all are at most a quarter of a second old."""
    until = time.monotonic() + seconds
    while (seen := read()) != expected and time.monotonic() < until:
        pass
    assert seen == expected
