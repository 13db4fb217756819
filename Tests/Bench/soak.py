"""Uses a gathering for an hour as a hall does, and looks for what grows: bin/soak [--minutes 60] [--program PATH] …

People come in, wish, take wishes back, look at pages, lose their connection in the middle of an act, come back, stop
reading for a while, and leave. The program is a process of its own on a data folder of its own, which goes with it. Ends
with 1 when a limit is broken. What was found: docs/reliability.md
"""
import argparse
import asyncio
import collections
import pathlib
import random
import shutil
import statistics
import sys
import tempfile
import time

from crowd import Crowd, Phone
from lines import Line
from running import entry_count, journal
from soak_limits import Found, JUDGED_MINUTES, Tenth, broken
from streams import Refused
from vitals import pss_kb, share, socket_count, waiting_bytes

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
# The server notices who has gone with its next heartbeat.
NOTICED_S = 12
# How often, a second.
ACTS, CUTS, PAGES, SEATS, NAPS = 20, 2, 3, 0.2, 0.2
ANSWER_LOST, SENT_TWICE = 0.02, 0.01
# What the server does by itself after somebody has left is an act, too, and has a name with a dash.
FORMS_KEPT = "SELECT count(*) FROM (SELECT DISTINCT actor, act FROM entry WHERE position > ? AND act NOT LIKE '%-%')"


def parsed(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--phones", type=int, default=200, help="how many are there at once")
    parser.add_argument("--people", type=int, default=60, help="participants of the demo, who do nothing")
    parser.add_argument("--seed", type=int, default=187)
    parser.add_argument("--program", default=str(TOP / ".build/release/tafelrunde"), help="a built program")
    return parser.parse_args(arguments)


class Soak:
    def __init__(self, crowd, options):
        self.crowd, self.options = crowd, options
        self.chance = random.Random(options.seed)
        self.done = collections.Counter()
        self.acknowledged, self.refused = set(), []
        self.gone_at = collections.deque(maxlen=10_000)
        self.act_ms, self.memory = [], []
        self.tally = collections.Counter()
        self.numbers = iter(range(1, 1 << 60))
        self.sockets = 0
        self.tenths = []
        self.lone_lines = set()

    async def run(self):
        """All of them at once for so long, then one after the other to their end."""
        self.sockets = await self.own_sockets()
        await asyncio.gather(*(self.come_in() for _ in range(self.options.phones)))
        self.began = time.perf_counter()
        self.ends = self.began + self.options.minutes * 60
        # What the demo's own people wish stays as it is.
        stream = self.crowd.phones[0].stream
        self.standing = {topic: number - self.tally[topic] for topic, number in stream.counts.items()}
        await asyncio.gather(
            self.now_and_then(ACTS, self.wish), self.now_and_then(CUTS, self.cut), self.now_and_then(PAGES, self.look),
            self.now_and_then(SEATS, self.change_seats), self.now_and_then(NAPS, self.nap), self.watch())
        wrong = await self.settle()
        left = await self.go_home()
        return wrong, left

    async def own_sockets(self):
        """What the server has open by itself; those who made the gathering ready have gone a moment ago."""
        counts = []
        for _ in range(10):
            await asyncio.sleep(0.1)
            counts.append(socket_count(self.crowd.pid))
        return min(counts)

    async def now_and_then(self, rate, deed):
        """Some wait for others; the rate stays, whatever each takes."""
        doing = set()
        while time.perf_counter() < self.ends:
            await asyncio.sleep(self.chance.expovariate(rate))
            task = asyncio.create_task(deed())
            doing.add(task)
            task.add_done_callback(doing.discard)
        await asyncio.gather(*doing)

    def someone(self):
        """Somebody who is doing nothing just now; nil when all are busy."""
        for _ in range(20):
            phone = self.chance.choice(self.crowd.phones)
            if not phone.is_busy:
                return phone
        return None

    async def wish(self):
        phone = self.someone()
        if phone is None:
            return
        phone.is_busy = True
        topic = self.chance.choice(self.crowd.topics)
        path = f"{self.crowd.path}/proposals/{topic}/wish" + ("/withdrawal" if topic in phone.wished else "")
        if await self.act(path, phone.cookie):
            self.tally[topic] += -1 if topic in phone.wished else 1
            phone.wished ^= {topic}
            self.done["wishes and withdrawals"] += 1
        phone.is_busy = False

    async def act(self, path, cookie, **fields):
        """Sent until it is answered: the same act, so that it counts once."""
        fields |= {"act": f"soak-{self.options.seed}-{next(self.numbers):08}"}
        fate = self.chance.random()
        if fate < ANSWER_LOST:
            await self.lose_the_answer(path, fields, cookie)
        began = time.perf_counter()
        for _ in range(2 if fate > 1 - SENT_TWICE else 1):
            answer = await self.crowd.lines.ask("POST", path, fields, cookie)
            if answer.status != 303:
                self.refused.append(f"POST {path} was answered with {answer.status}")
                return False
        self.done["acts sent twice"] += fate > 1 - SENT_TWICE
        self.act_ms.append((time.perf_counter() - began) * 1000)
        self.acknowledged.add(fields["act"])
        return True

    async def lose_the_answer(self, path, fields, cookie):
        line = Line(self.crowd.server.port)
        asking = asyncio.create_task(line.ask("POST", path, fields, cookie))
        await asyncio.sleep(self.chance.random() * 0.02)
        line.cut()
        await asyncio.wait([asking])
        line.cut()
        self.gone_at.append(time.perf_counter())
        self.done["acts whose answer was lost"] += asking.exception() is not None

    async def come_in(self):
        crowd = self.crowd
        page = await crowd.lines.ask("GET", crowd.join_path)
        phone = Phone(crowd.hub, page.cookie, crowd.page)
        phone.is_busy = True
        fields = {"firstName": f"Gast {len(self.acknowledged)}", "organisation": "Altena", "hashtags": ""}
        if await self.act(f"{crowd.path}/participants", phone.cookie, **fields):
            crowd.phones.append(phone)
            await self.open(phone)
            self.done["people who came"] += 1
        phone.is_busy = False

    async def change_seats(self):
        """Somebody leaves, and somebody else comes."""
        phone = self.someone()
        if phone is None or phone.stream.is_paused or not phone.stream.is_open:
            return
        phone.is_busy = True
        self.crowd.phones.remove(phone)
        if await self.act(f"{self.crowd.path}/departure", phone.cookie):
            self.tally.subtract(phone.wished)
            self.done["people who left"] += 1
        self.let_go(phone.stream)
        await self.come_in()

    async def open(self, phone):
        try:
            await phone.stream.open(after=phone.stream.last_id)
            self.done["streams opened"] += 1
        except (Refused, OSError, TimeoutError) as problem:
            self.refused.append(f"a stream: {problem!r}")

    def let_go(self, stream):
        self.gone_at.append(time.perf_counter())
        stream.close(at_once=self.chance.random() < 0.5)

    async def cut(self):
        """The connection goes, and the page comes back with what it has seen."""
        phone = self.someone()
        if phone is None:
            return
        phone.is_busy = True
        self.let_go(phone.stream)
        await asyncio.sleep(self.chance.random() * 2)
        await self.open(phone)
        self.done["streams cut"] += 1
        phone.is_busy = False

    async def nap(self):
        phone = self.someone()
        if phone is None or not phone.stream.is_open:
            return
        phone.is_busy = True
        phone.stream.pause()
        await asyncio.sleep(min(self.chance.uniform(5, 30), max(self.ends - time.perf_counter(), 0)))
        phone.stream.resume()
        self.done["readers who stopped for a while"] += 1
        phone.is_busy = False

    async def look(self):
        phone = self.someone()
        if phone:
            answer = await self.crowd.lines.ask("GET", self.crowd.page, None, phone.cookie)
            if answer.status != 200:
                self.refused.append(f"GET {self.crowd.page} was answered with {answer.status}")
            self.done["pages"] += 1

    async def watch(self):
        """Looks at the server each second, and writes down each tenth."""
        for number in range(11):
            until = self.began + number * (self.ends - self.began) / 10
            while time.perf_counter() < until:
                await asyncio.sleep(min(1, max(until - time.perf_counter(), 0.01)))
                self.memory.append(pss_kb(self.crowd.pid, "Pss_Anon"))
            self.tenths.append(await self.tenth(time.perf_counter() - self.began))
            print(self.tenths[-1], file=sys.stderr, flush=True)
            self.memory, self.act_ms = [], []

    async def tenth(self, seconds):
        crowd = self.crowd
        asleep = {stream.port for stream in crowd.streams if stream.is_open and stream.is_paused}
        waiting = []
        for _ in range(5):  # a frame may be on its way in one of these moments
            waiting.append(waiting_bytes(crowd.server.port, but=asleep))
            await asyncio.sleep(0.05)
        now = time.perf_counter()
        return Tenth(
            seconds=seconds, memory_kb=int(statistics.median(self.memory or [pss_kb(crowd.pid, "Pss_Anon")])),
            streams=sum(stream.is_open for stream in crowd.streams),
            sockets_beyond=socket_count(crowd.pid) - self.sockets - self.open_sockets(),
            gone_lately=sum(now - at < NOTICED_S for at in self.gone_at), waiting_bytes=min(waiting),
            acts=len(self.acknowledged), act_ms=share(self.act_ms, 0.95) if self.act_ms else 0)

    def open_sockets(self):
        """Also those that are about to be asked for a stream."""
        crowd = self.crowd
        return (sum(stream.socket is not None for stream in crowd.streams)
                + sum(line.transport is not None for line in crowd.lines.all))

    async def settle(self):
        """Until all screens show what the tally says; how many never do."""
        wanted = {topic: number + self.tally[topic] for topic, number in self.standing.items()}
        for phone in self.crowd.phones:
            if not phone.stream.is_open:
                await self.open(phone)
        until = time.perf_counter() + 15
        while wrong := sum(stream.counts != wanted for stream in self.crowd.streams):
            if time.perf_counter() > until:
                break
            await asyncio.sleep(0.1)
        return wrong

    async def go_home(self):
        """All close; how many sockets the server keeps after a heartbeat."""
        for stream in self.crowd.streams:
            stream.close()
        self.crowd.lines.close()
        until = time.perf_counter() + 2 * NOTICED_S
        while (left := socket_count(self.crowd.pid) - self.sockets) > 0 and time.perf_counter() < until:
            await asyncio.sleep(0.1)
        return left


async def soak(options, folder):
    async with Crowd(options.program, folder, options.people) as crowd:
        before = entry_count(folder)
        work = Soak(crowd, options)
        wrong, left = await work.run()
    kept = journal(folder, FORMS_KEPT, before)
    return Found(
        minutes=options.minutes, tenths=work.tenths, done=dict(work.done), acknowledged=len(work.acknowledged), kept=kept,
        refused=work.refused, wrong_screens=wrong, sockets_left=left)


def tell(found):
    print("| at | memory | open streams | other sockets, of readers that went lately | waiting in sockets | acts so far | p95 of an act |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for tenth in found.tenths:
        print(f"| {tenth.seconds / 60:.1f} min | {tenth.memory_kb / 1024:.1f} MB | {tenth.streams} | {tenth.sockets_beyond} of at most "
              f"{tenth.gone_lately} | {tenth.waiting_bytes} B | {tenth.acts:,} | {tenth.act_ms:.1f} ms |")
    print()
    for what, count in found.done.items():
        print(f"{what}: {count:,}")
    print(f"acts acknowledged: {found.acknowledged:,}, in the journal: {found.kept:,}")
    print(f"screens with wrong counts in the end: {found.wrong_screens}")
    print(f"sockets left after everybody had gone: {found.sockets_left}")
    if found.minutes < JUDGED_MINUTES:
        print(f"memory is judged from {JUDGED_MINUTES} minutes on")


def main(arguments=None):
    options = parsed(arguments)
    (TOP / ".build").mkdir(exist_ok=True)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="soak-", dir=TOP / ".build"))
    try:
        found = asyncio.run(soak(options, folder / "data"))
    finally:
        shutil.rmtree(folder)
    tell(found)
    sentences = broken(found)
    for sentence in sentences:
        print(f"BROKEN  {sentence}")
    print("no limit was broken" if not sentences else f"{len(sentences)} limits were broken")
    return 1 if sentences else 0
