"""A hall comes in: phones scan, take a seat, see the first page and its stream, all from one address."""
import asyncio
import re
import time

from crowd import Crowd, Phone, must_be
from lines import Line
from vitals import cpu_ms, share

# All of the castle's phones come out of one router.
ADDRESS = "127.0.0.1"


async def measure(report):
    options = report.options
    async with Crowd(report.program, report.folder / "joining", options.people) as crowd:
        arrival = Arrival(crowd)
        pace = options.seconds / options.people
        spent, began = cpu_ms(crowd.pid), time.perf_counter()
        coming = []
        for number in range(options.people):
            await asyncio.sleep(max(began + number * pace - time.perf_counter(), 0))
            coming.append(asyncio.create_task(arrival.come_in(number)))
        await asyncio.gather(*coming)
        seconds = time.perf_counter() - began
        name = f"{options.people} phones join within {options.seconds} s"
        for what, times in arrival.took.items():
            report.row(f"{name}, {what}, p50", share(times, 0.5), "ms")
            report.row(f"{name}, {what}, p99", share(times, 0.99), "ms")
        report.row(f"{name}, processors", (cpu_ms(crowd.pid) - spent) / seconds, "CPU ms/s")
        report.row(f"{name}, refused or failed", arrival.refused, "")
        report.aim(f"{name}, refused", arrival.refused, "phones", 1)


class Arrival:
    def __init__(self, crowd):
        self.crowd = crowd
        self.refused = 0
        self.took = {"the page of the code": [], "taking a seat": [], "the first page": [], "styles and scripts": [],
                     "the stream": [], "all of it": []}

    async def come_in(self, number):
        began = time.perf_counter()
        line = Line(self.crowd.server.port, ADDRESS)
        try:
            await self.steps(line, number)
            self.took["all of it"].append((time.perf_counter() - began) * 1000)
        except Turned:
            self.refused += 1
        finally:
            line.close()

    async def steps(self, line, number):
        crowd = self.crowd
        answer = await self.step("the page of the code", line.ask("GET", crowd.join_path), 200)
        cookie = answer.cookie
        form = dict(re.findall(r'name="(act|code)" value="([^"]*)"', answer.body.decode()))
        fields = form | {"firstName": f"Gast {number}", "organisation": "Altena", "hashtags": ""}
        answer = await self.step("taking a seat", line.ask("POST", f"{crowd.path}/participants", fields, cookie), 303)
        answer = await self.step("the first page", line.ask("GET", crowd.path, None, cookie), 200)
        page = answer.body.decode()
        for asset in set(re.findall(r'(?:href|src)="(/assets/[^"]*\.(?:css|js))"', page)):
            must_be(await self.step("styles and scripts", line.ask("GET", asset, None, cookie), 200), 200, asset)
        phone = Phone(crowd.hub, cookie, crowd.path)
        after = re.search(r'data-position="([^"]*)"', page).group(1)
        began = time.perf_counter()
        await phone.stream.open(after=after, source=ADDRESS)
        self.took["the stream"].append((time.perf_counter() - began) * 1000)
        crowd.phones.append(phone)

    async def step(self, what, asking, status):
        began = time.perf_counter()
        answer = await asking
        self.took[what].append((answer.at - began) * 1000)
        if answer.status != status:
            raise Turned(f"{what} was answered with {answer.status}")
        return answer


class Turned(Exception):
    """Somebody was not let in."""
