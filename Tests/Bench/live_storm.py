"""A storm of wishes while everybody looks: how soon each is acknowledged, how old a screen gets, what one phone receives."""
import asyncio
import time

from crowd import Crowd, must_be
from vitals import cpu_ms, pss_kb, share

ACKNOWLEDGED_MS, AGE_S, PHONE_KB = 150, 1.25, 1_500
LINES = 400
# The limit for all strangers together lets two thousand join at once, and ten more each second.
STRANGERS = 2_000


async def measure(report):
    options = report.options
    async with Crowd(report.program, report.folder / "storm", options.people, lines=LINES) as crowd:
        await crowd.sit_down(min(options.phones, STRANGERS))
        await crowd.hub.open(crowd.streams)
        storm = Storm(crowd, options.rate)
        await storm.blow(2)  # to warm up
        await asyncio.sleep(3)
        name = f"{options.rate:,} wishes a second, {len(crowd.phones):,} streams"
        storm = Storm(crowd, options.rate, storm.count)
        spent, received = cpu_ms(crowd.pid), [stream.byte_count for stream in crowd.streams]
        watch = asyncio.create_task(highest_pss(crowd.pid))
        await storm.blow(options.seconds)
        bytes_each = [stream.byte_count - before for stream, before in zip(crowd.streams, received)]
        cpu = (cpu_ms(crowd.pid) - spent) / options.seconds
        await storm.settle()
        watch.cancel()
        memory = await watch
        tell(report, name, storm)
        report.row(f"{name}, processors", cpu, "CPU ms/s")
        report.row(f"{name}, memory at most, PSS", memory, "MB")
        phone = share(bytes_each, 0.5) * 60 / options.seconds
        report.row(f"{name}, one phone receives a minute", phone / 1000, "kB")
        report.row(f"{name}, 600 phones receive a minute", phone * 600 / 1e6, "MB")
        report.aim("what a phone receives a minute", phone / 1000, "kB", PHONE_KB)


def tell(report, name, storm):
    took = [ms for ms, _ in storm.answered]
    report.row(f"{name}, acknowledged", len(took), "wishes")
    report.row(f"{name}, acknowledged a second", len(took) / storm.seconds, "wishes/s")
    for part in (0.5, 0.95, 0.99):
        report.row(f"{name}, acknowledged, p{part * 100:.0f}", share(took, part), "ms")
    report.row(f"{name}, acknowledged, max", max(took), "ms")
    report.row(f"{name}, age of a screen before its next frame, p50", share(storm.ages, 0.5), "s")
    report.row(f"{name}, age of a screen before its next frame, p99", share(storm.ages, 0.99), "s")
    report.row(f"{name}, age of the oldest screen", max(storm.ages), "s")
    report.aim("a wish is acknowledged, p95", share(took, 0.95), "ms", ACKNOWLEDGED_MS)
    report.aim("the oldest screen", max(storm.ages), "s", AGE_S)


class Storm:
    """Wishes come when they come, whether the last was answered or not; each counts one more.

    So the sum of what a screen shows says how many of them it knows, and the first it does not know how old it is.
    """

    def __init__(self, crowd, rate, done=0):
        self.crowd, self.rate, self.count = crowd, rate, done
        self.first = done
        self.answered = []
        self.ages = []

    async def blow(self, seconds):
        crowd, self.seconds = self.crowd, seconds
        if self.first + self.rate * seconds > len(crowd.phones) * len(crowd.topics):
            raise SystemExit("bench: there are not so many wishes; more --phones or fewer --seconds")
        self.shown = crowd.phones[0].stream.total
        crowd.hub.on_state = self.told
        began = time.perf_counter()
        wishes = []
        while self.count - self.first < self.rate * seconds:
            due = began + (self.count - self.first) / self.rate
            if (wait := due - time.perf_counter()) > 0:
                await asyncio.sleep(wait)
            wishes.append(asyncio.create_task(self.wish(self.count, due)))
            self.count += 1
        await asyncio.gather(*wishes)

    async def wish(self, number, due):
        crowd = self.crowd
        phone = crowd.phones[number % len(crowd.phones)]
        turn = number // len(crowd.phones)
        topic = crowd.topics[(number + turn) % len(crowd.topics)]
        answer = await crowd.lines.ask("POST", f"{crowd.path}/proposals/{topic}/wish", {"act": crowd.act()}, phone.cookie)
        must_be(answer, 303, "a wish")
        self.answered.append(((answer.at - due) * 1000, answer.at))

    def told(self, stream, frame, now):
        """How old it was a moment before: since when the oldest wish that it does not show is acknowledged."""
        known = stream.total - self.shown
        self.ages.append(max(now - self.answered[known][1], 0) if known < len(self.answered) else 0.0)

    async def settle(self):
        """Until every screen shows every wish."""
        wanted = self.shown + self.count - self.first
        until = time.perf_counter() + 10
        while any(stream.total != wanted for stream in self.crowd.streams):
            if time.perf_counter() > until:
                raise SystemExit("bench: some screens never showed all wishes")
            await asyncio.sleep(0.05)


async def highest_pss(pid):
    most = 0
    try:
        while True:
            most = max(most, pss_kb(pid) / 1024)
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        return most
