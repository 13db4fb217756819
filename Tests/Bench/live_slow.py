"""Readers that stop reading while wishes rain: what each holds of the server's memory, and what it sees when it reads on."""
import asyncio
import time

from crowd import Crowd
from live_storm import Storm
from streams import Stream
from vitals import pss_kb, share, socket_count, waiting_bytes

READERS, SLOW = 600, 500
RATE = 200
WARM, RAIN = 20, 90
# As little as the kernel gives: what lies in its buffers hides who has stopped reading.
RECEIVE_BYTES = 4_096
GROWTH_KB = 128


async def measure(report):
    async with Crowd(report.program, report.folder / "slow", report.options.people) as crowd:
        await crowd.sit_down(READERS)
        await crowd.hub.open(crowd.streams)
        # The hall's screen is told four times a second, so that it is soon behind.
        hall = [Stream(crowd.hub, phone.cookie, "projector") for phone in crowd.phones[:SLOW]]
        await crowd.hub.open(hall, receive_bytes=RECEIVE_BYTES)
        storm = Storm(crowd, RATE)
        await storm.blow(WARM)
        await asyncio.sleep(2)
        before, sockets = pss_kb(crowd.pid), socket_count(crowd.pid)
        for stream in hall:
            stream.pause()
        storm = Storm(crowd, RATE, storm.count)
        raining = asyncio.create_task(storm.blow(RAIN))
        most = before
        while not raining.done():
            most = max(most, pss_kb(crowd.pid))
            await asyncio.sleep(0.5)
        await raining
        name = f"{SLOW} screens that stop reading for {RAIN} s, {RATE} wishes a second"
        each = (most - before) / SLOW
        report.row(f"{name}, memory for each at most", each, "kB")
        waiting = waiting_bytes(crowd.server.port) / SLOW / 1000
        report.row(f"{name}, besides in the kernel for each", waiting, "kB")
        report.row(f"{name}, sockets the server let go of", sockets - socket_count(crowd.pid), "")
        report.row(f"{name}, p99 of a wish's answer meanwhile", share([ms for ms, _ in storm.answered], 0.99), "ms")
        report.aim("memory that a slow reader holds", each, "kB", GROWTH_KB)
        await storm.settle()
        await read_on(report, crowd, hall, name)


async def read_on(report, crowd, hall, name):
    """They read again: what was kept for them, then, come back as a browser does, all that changed in one frame."""
    newest = crowd.phones[-1].stream.total
    states = {}
    crowd.hub.on_state = lambda stream, frame, now: states.update({stream: states.get(stream, 0) + 1})
    received = [stream.byte_count for stream in hall]
    for stream in hall:
        stream.resume()
    until = time.perf_counter() + 15
    while any(stream.is_open for stream in hall) and time.perf_counter() < until:
        await asyncio.sleep(0.1)
    report.row(f"{name}, then read what was kept, each at most",
               max(stream.byte_count - before for stream, before in zip(hall, received)) / 1000, "kB")
    report.row(f"{name}, frames kept, each at most", max(states.values(), default=0), "frames")
    cut = [stream for stream in hall if not stream.is_open]
    report.row(f"{name}, cut off", len(cut), "screens")
    states.clear()
    turn = asyncio.Semaphore(50)

    async def come_back(stream):
        async with turn:
            await stream.open(after=stream.last_id)

    await asyncio.gather(*map(come_back, cut))
    wrong = sum(stream.total != newest for stream in hall)
    report.row(f"{name}, come back, frames until all is shown, at most", max(states.values(), default=0), "frames")
    report.aim("slow screens that do not show everything in the end", wrong, "screens", 1)
    for stream in hall:
        stream.close()
