"""Iserlohn: who and what is in the room on that day."""
import re

from halls import PEOPLE, Person, today
from tally import Tally
from visitors import Visitor

WITHOUT_PHONE = (Person("Gerd", "Wenden"), Person("Hilde", "Wilnsdorf"))


class Iserlohn:
    """The steps of the day are functions beside it, from morning to afternoon."""

    def __init__(self, server, screens, tmp_path):
        self.server, self.screens, self.tmp_path = server, screens, tmp_path
        self.day = today()
        self.tally = Tally()
        self.tablet, self.projector = screens.tablet(), screens.projector()
        self.ada, self.bo = screens.phone(), screens.phone(engine=screens.firefox)
        self.board_page = screens.open("projector")
        self.people = {person.name: person for person in PEOPLE + WITHOUT_PHONE}
        self.visitors = {person.name: Visitor(server.address, person.name) for person in PEOPLE[2:]}
        self.stranger = Visitor(server.address, "a stranger")
        self.title = "20. Runder Tisch: Willkommen in Südwestfalen"
        self.funding = "Gefördert von der Europäischen Union und dem Land Nordrhein-Westfalen."
        self.gathering = self.code = ""
        self.ids = {}

    @property
    def path(self):
        return f"/g/{self.gathering}"

    def end_of(self, start):
        return int(re.sub(r"\D", "", self.day.end(start)))

    def phones(self):
        return {"Ada": self.ada, "Bo": self.bo}

    @property
    def organiser(self):
        """The tablet's own device, for what is sent without a browser."""
        organiser = Visitor(self.server.address, "organiser")
        organiser.cookies = {cookie["name"]: cookie["value"] for cookie in self.tablet.context.cookies()}
        return organiser

    def leave(self):
        for visitor in [self.stranger, *self.visitors.values()]:
            visitor.leave()
