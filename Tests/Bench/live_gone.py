"""Readers that go while nothing happens: only the next heartbeat tells the server."""
import asyncio
import time

from crowd import Crowd
from vitals import pss_kb, socket_count

READERS, GONE = 1_000, 500
# A heartbeat each ten seconds; then the kernel's answer, and the server's.
NOTICED_S = 12
OUT_OF_REACH_S = 60


async def measure(report):
    async with Crowd(report.program, report.folder / "gone", report.options.people) as crowd:
        await crowd.sit_down(report.options.people)
        crowd.pass_by(READERS - len(crowd.phones))
        await crowd.hub.open(crowd.streams)
        for what, go in (("close the connection", lambda stream: stream.close()),
                         ("reset the connection", lambda stream: stream.close(at_once=True))):
            gone = crowd.streams[:GONE]
            before = socket_count(crowd.pid)
            for stream in gone:
                go(stream)
            seconds = await until(crowd, before - GONE, NOTICED_S * 3)
            report.row(f"{GONE} of {READERS:,} readers {what}, all noticed after", seconds, "s")
            report.aim(f"readers that {what} are noticed", seconds, "s", NOTICED_S)
            await crowd.hub.open(gone)
        before, memory = socket_count(crowd.pid), pss_kb(crowd.pid)
        for stream in crowd.streams[:GONE]:
            stream.vanish()
        await until(crowd, before - GONE, OUT_OF_REACH_S)
        name = f"{GONE} of {READERS:,} readers out of reach, after {OUT_OF_REACH_S} s"
        report.row(f"{name}, still held", socket_count(crowd.pid) - (before - GONE), "streams")
        report.row(f"{name}, memory that each adds", (pss_kb(crowd.pid) - memory) / GONE, "kB")


async def until(crowd, count, most):
    """Seconds until the server has so few sockets."""
    began = time.perf_counter()
    while socket_count(crowd.pid) > count and time.perf_counter() - began < most:
        await asyncio.sleep(0.1)
    return time.perf_counter() - began
