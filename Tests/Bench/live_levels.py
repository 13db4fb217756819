"""So many streams, and one thing changes: when every screen shows it, what it costs, what a stream takes of the memory."""
import asyncio
import itertools
import time

from crowd import Crowd
from vitals import cpu_ms, pss_kb, share, socket_count

LAST_SCREEN_MS, STREAM_KB = 500, 32
# After a second and a quarter every screen was told whatever there was, and the counts are fresh.
PAUSE = 1.4
IDLE = 20.0
BEAT = 10


async def measure(report):
    options = report.options
    levels = [int(level) for level in options.levels.split(",")]
    async with Crowd(report.program, report.folder / "levels", options.people) as crowd:
        await crowd.sit_down(min(options.people, levels[0]))
        memory = {}
        for level in levels:
            known = len(crowd.phones) if memory else 0
            crowd.pass_by(level - len(crowd.phones))
            began = time.perf_counter()
            await crowd.hub.open(crowd.streams[known:])
            name = f"{level:,} streams"
            report.row(f"{name}, opening those that are new", time.perf_counter() - began, "s")
            for phone in crowd.phones[:2]:  # to warm up
                await change(crowd, phone)
            last = await lone_changes(report, crowd, name)
            await asyncio.sleep(BEAT + 1)
            memory[level] = report.row(f"{name}, memory of the server, PSS", pss_kb(crowd.pid) / 1024, "MB")
        await leave_and_return(report, crowd, name)
    report.aim(f"a lone change on {levels[-1]:,} screens, p99 of the last screen", last, "ms", LAST_SCREEN_MS)
    if len(levels) > 1:
        each = (memory[levels[-1]] - memory[levels[0]]) * 1024 / (levels[-1] - levels[0])
        report.row(f"memory of a stream, ({levels[-1]:,} less {levels[0]:,})", each, "kB")
        report.aim("memory of a stream", each, "kB", STREAM_KB)


async def leave_and_return(report, crowd, name):
    """The venue's network goes and comes back: all are cut, and all open their streams again."""
    sockets, spent = socket_count(crowd.pid), cpu_ms(crowd.pid)
    for stream in crowd.streams:
        stream.close(at_once=True)
    began = time.perf_counter()
    while socket_count(crowd.pid) > sockets - len(crowd.phones) and time.perf_counter() - began < 60:
        await asyncio.sleep(0.2)
    report.row(f"{name} cut at once, all noticed after", time.perf_counter() - began, "s")
    report.row(f"{name} cut at once, processors", cpu_ms(crowd.pid) - spent, "CPU ms")
    began, spent = time.perf_counter(), cpu_ms(crowd.pid)
    await crowd.hub.open(crowd.streams)
    report.row(f"{name} come back, the last has its frame after", time.perf_counter() - began, "s")
    report.row(f"{name} come back, processors", cpu_ms(crowd.pid) - spent, "CPU ms")


async def lone_changes(report, crowd, name):
    """Fills the rows of one level; returns the p99 of the last screen."""
    spent = cpu_ms(crowd.pid)
    await asyncio.sleep(IDLE)
    idle = (cpu_ms(crowd.pid) - spent) / IDLE
    report.row(f"{name}, idle with heartbeats, processors", idle, "CPU ms/s")
    all_ms, last_ms, sent_ms = [], [], []
    spent, began = cpu_ms(crowd.pid), time.perf_counter()
    for phone in itertools.islice(itertools.cycle(crowd.phones[:20]), report.options.changes):
        sent, acknowledged, heard = await change(crowd, phone)
        all_ms += [(at - acknowledged) * 1000 for at in heard]
        last_ms.append((heard[-1] - acknowledged) * 1000)
        sent_ms.append((heard[-1] - sent) * 1000)
    cpu = cpu_ms(crowd.pid) - spent - idle * (time.perf_counter() - began)
    for what, times in (("to each screen", all_ms), ("to the last screen", last_ms)):
        report.row(f"{name}, from the answer {what}, p50", share(times, 0.5), "ms")
        report.row(f"{name}, from the answer {what}, p99", share(times, 0.99), "ms")
        report.row(f"{name}, from the answer {what}, max", max(times), "ms")
    report.row(f"{name}, from the tap to the last screen, p50", share(sent_ms, 0.5), "ms")
    report.row(f"{name}, processors for one change", cpu / report.options.changes, "CPU ms")
    report.row(f"{name}, processors for one change on one screen", cpu * 1000 / report.options.changes / len(crowd.phones), "CPU µs")
    return share(last_ms, 0.99)


async def change(crowd, phone):
    """One wish; when it was sent, when it was acknowledged, and when each screen showed it."""
    topic = crowd.topics[0]
    wanted = crowd.phones[-1].stream.counts[topic] + (-1 if topic in phone.wished else 1)
    heard, done = {}, asyncio.Event()

    def told(stream, frame, now):
        if frame.wishes.get(topic) == wanted and stream not in heard:
            heard[stream] = now
            if len(heard) == len(crowd.phones):
                done.set()

    crowd.hub.on_state = told
    sent = time.perf_counter()
    answer = await crowd.wish(phone, topic)
    try:
        await asyncio.wait_for(done.wait(), 30)
    except TimeoutError:
        raise SystemExit(f"bench: {len(crowd.phones) - len(heard)} screens never showed a change") from None
    await asyncio.sleep(PAUSE)
    return sent, answer.at, list(heard.values())
