"""A gathering full of phones: a server with a demo, people who take a seat through the door, and their open pages."""
import asyncio
import itertools
import random
import sys
import urllib.parse

from lines import Lines
from running import Server, open_window
from streams import Hub, Stream

READABLE = "23456789abcdefghjkmnpqrstuvwxyz"
COOKIE_LENGTH = 26


class Phone:
    """One device: its cookie, and the page that is open on it."""

    def __init__(self, hub, cookie, page):
        self.cookie = cookie
        self.stream = Stream(hub, cookie)
        self.wished = set()
        self.is_busy = False


class Crowd:
    """Use it as a context: the server ends with it."""

    def __init__(self, program, folder, people, lines=64):
        self.server = Server(program, folder, "demo", "--people", str(people))
        said = self.server.lines(4)
        board, self.join_path, moderator = (urllib.parse.urlsplit(said[name]).path for name in ("Board", "Join", "Moderator"))
        self.server.until(board)
        self.gathering = board.split("/")[2]
        self.topics = open_window(self.server, self.gathering, moderator)
        self.hub = Hub(self.server.port, self.gathering)
        self.lines = Lines(self.server.port, lines)
        self.acts = itertools.count(1)
        self.chance = random.Random(187)
        self.phones = []

    async def __aenter__(self):
        return self

    async def __aexit__(self, *failure):
        for phone in self.phones:
            phone.stream.close()
        self.hub.close()
        self.lines.close()
        self.server.stop()

    @property
    def path(self):
        return f"/g/{self.gathering}"

    @property
    def pid(self):
        return self.server.pid

    @property
    def page(self):
        """What is open on every phone."""
        return f"{self.path}/topics"

    @property
    def streams(self):
        return [phone.stream for phone in self.phones]

    def act(self):
        return f"bench-live-{next(self.acts):08}"

    async def sit_down(self, count):
        """So many people take a seat; their phones show nothing yet."""

        async def one(number):
            fields = {"firstName": f"Gast {number}", "organisation": "Altena", "hashtags": "", "act": self.act()}
            answer = await self.lines.ask("POST", f"{self.path}/participants", fields)
            must_be(answer, 303, "joining")
            return Phone(self.hub, answer.cookie, self.page)

        self.phones += await asyncio.gather(*map(one, range(count)))

    def pass_by(self, count):
        """So many phones of people without a seat."""
        for _ in range(count):
            cookie = "tafelrunde=" + "".join(self.chance.choices(READABLE, k=COOKIE_LENGTH))
            self.phones.append(Phone(self.hub, cookie, self.page))

    async def wish(self, phone, topic):
        """Wishes the topic, or takes the wish back."""
        path = f"{self.path}/proposals/{topic}/wish" + ("/withdrawal" if topic in phone.wished else "")
        answer = await self.lines.ask("POST", path, {"act": self.act()}, phone.cookie)
        must_be(answer, 303, "a wish")
        phone.wished ^= {topic}
        return answer


def must_be(answer, status, what):
    if answer.status != status:
        sys.exit(f"bench: {what} was answered with {answer.status}:\n{answer.body.decode()[:2000]}")
