"""The gatherings that the journeys play: places, times, topics of the five texts, people who never were."""
import dataclasses
import datetime
import random
import zoneinfo

from serving import ZONE


@dataclasses.dataclass(frozen=True)
class Day:
    """A day whose first slot runs just now, whatever the clock says."""
    date: str
    start: str
    count: int
    length: int
    change_over: int
    late: int

    @property
    def starts(self):
        first = minutes(self.start)
        return [clock(first + index * (self.length + self.change_over)) for index in range(self.count)]

    def end(self, start):
        return clock(minutes(start) + self.length)


def today(count=3):
    now = datetime.datetime.now(zoneinfo.ZoneInfo(ZONE))
    return Day(now.date().isoformat(), field(now.hour * 60 + now.minute - 8), count, length=45, change_over=15, late=15)


def minutes(text):
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


def clock(minute):
    """As pages write it: 9:30."""
    return f"{minute // 60}:{minute % 60:02}"


def field(minute):
    """As time fields send it: 09:30."""
    return f"{minute // 60:02}:{minute % 60:02}"


@dataclasses.dataclass(frozen=True)
class Room:
    name: str
    seats: int
    equipment: tuple = ()


@dataclasses.dataclass
class Topic:
    title: str
    host: str
    sentence: str = ""
    kind: str = "question"
    needs: tuple = ()
    #: The host leaves at the end of this slot.
    until_slot: int | None = None
    #: How much people are drawn to it.
    pull: int = 3


@dataclasses.dataclass(frozen=True)
class Person:
    name: str
    town: str
    hashtags: str = ""


ROOMS = (
    Room("Weltenraum", 40, ("projector",)), Room("Werkstatt", 16, ("whiteboard",)),
    Room("Küche", 10), Room("Dachboden", 8, ("flipchart",)),
)

# Ada has a telephone, Bo has one with Firefox; Gerd and Hilde have none.
PEOPLE = tuple(
    Person(name, town, tags) for name, town, tags in (
        ("Ada", "Iserlohn", "#Innenstadt #Coworking"), ("Bo", "Balve", "#Vereine"), ("Cem", "Altena", "#Burg"),
        ("Dora", "Arnsberg", ""), ("Edda", "Attendorn", "#Kino"), ("Falk", "Bad Berleburg", ""),
        ("Gesa", "Bestwig", "#Rad"), ("Hark", "Brilon", ""), ("Ilka", "Drolshagen", ""), ("Jori", "Erndtebrück", ""),
        ("Kaja", "Eslohe", "#Wald"), ("Lutz", "Finnentrop", ""), ("Malu", "Freudenberg", ""), ("Nils", "Geseke", ""),
        ("Oda", "Hemer", "#Jugend"), ("Piet", "Hilchenbach", ""), ("Quirin", "Kierspe", ""), ("Rike", "Kreuztal", ""),
        ("Sina", "Lennestadt", ""), ("Till", "Lippstadt", "#Markt"), ("Ulla", "Lüdenscheid", ""), ("Veit", "Menden", ""),
        ("Wenke", "Meschede", ""), ("Xaver", "Nachrodt-Wiblingwerde", ""), ("Yara", "Olpe", "#Daten #Mobil"),
        ("Zoe", "Plettenberg", ""), ("Arne", "Schmallenberg", ""), ("Birte", "Soest", ""), ("Carlo", "Sundern", ""),
        ("Dunja", "Werl", ""),
    ))

TOPICS = (
    Topic("Austauschformate für Unternehmen vor Ort aufbauen", "Ada", "Wer lädt ein, und wer kommt?", "experience", pull=4),
    Topic("Innenstädte kreativ beleben", "Bo", "Was hat bei euch Menschen angelockt?", "question", pull=8),
    Topic("Gemeinwohlökonomie für Unternehmen", "Cem", "", "input", until_slot=0, pull=2),
    Topic("Low-Budget-Marketing für Kommunen", "Dora", "Fünf Ideen unter fünfhundert Euro.", "experience", pull=6),
    Topic("Ausländische Fachkräfte gut ankommen lassen", "Edda", "", "experience", until_slot=1, pull=5),
    Topic("Neubürger gewinnen und willkommen heißen", "Gerd", "Was gehört in das erste Paket?", "question", pull=4),
    Topic("Umgang mit Social Media im Rathaus", "Falk", "", "question", pull=5),
    Topic("Nachwuchskräfte finden und binden", "Gesa", "", "help", pull=7),
    Topic("Unternehmensnetzwerke mit Mehrwert", "Ada", "", "question", pull=3),
    Topic("Künstliche Intelligenz im Arbeitsalltag", "Hark", "Mit Vorführung.", "input", ("projector",), pull=9),
    Topic("Storytelling in den sozialen Medien", "Ilka", "", "input", ("projector",), pull=4),
    Topic("Eine Leerstandsplattform für alle", "Cem", "", "help", until_slot=1, pull=4),
)

TWIN = Topic("Leerstand erfassen: wer hat ein Kataster?", "Oda", "", "question", pull=2)


def draw_wishes(people, topics, seed):
    """Who wants what: three to six topics each, the more drawn to the more pull they have."""
    chance = random.Random(seed)
    wishes = {}
    for person in people:
        wanted = set()
        for _ in range(chance.randint(3, 6)):
            wanted.add(chance.choices(topics, [topic.pull for topic in topics])[0].title)
        wishes[person] = wanted
    return wishes
