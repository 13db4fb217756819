"""bin/bench board: what a moderator waits for at a board with hundreds of people, and what the others notice of it."""
import concurrent.futures
import contextlib
import itertools
import re
import statistics
import sys
import time
import urllib.parse

from vitals import cpu_ms

ROUNDS = 10
# A tap is answered at once; laying out is a moment, and everybody else goes on.
LAY_MS, MOVE_MS = 300, 100


def measure(bench, serve, moderator):
    """Fills the bench's rows and returns its aims: name, what was reached, the aim, whether it is met."""
    server = serve(bench, bench.folder / "board", "demo", "--people", str(bench.options.people))
    lines = server.lines(4)
    public = urllib.parse.urlsplit(lines["Board"]).path
    server.until(public)
    desk = Desk(server, public.removesuffix("/board"), moderator(server, urllib.parse.urlsplit(lines["Moderator"]).path))
    bench.row("sessions on the board", len(desk.sessions), "sessions")
    bench.row("until a bound is proven, at most", desk.proof_ms, "ms")
    for name, act in (("laying out anew", desk.lay), ("a card taken up, all its prices", desk.take_up),
                      ("after a move, with the nearest changes", desk.move), ("what would be better", desk.better)):
        act()  # to warm up
        spent = cpu_ms(server.pid)
        bench.row(name, statistics.median(act() for _ in range(ROUNDS)), "ms")
        bench.row(f"{name}, processors", (cpu_ms(server.pid) - spent) / ROUNDS, "CPU ms")
    _, p50, p99 = bench.wrk(server, "/health")
    bench.row("/health, p50", p50, "ms")
    bench.row("/health, p99", p99, "ms")
    with laying(desk):
        _, p50, p99 = bench.wrk(server, "/health")
    bench.row("/health while boards are laid out, p50", p50, "ms")
    bench.row("/health while boards are laid out, p99", p99, "ms")
    server.stop()
    laid, taken = bench.value("laying out anew"), bench.value("a card taken up, all its prices")
    return [
        ("laying out anew", f"{laid:.0f} ms", f"under {LAY_MS} ms", laid < LAY_MS),
        ("a card taken up", f"{taken:.0f} ms", f"under {MOVE_MS} ms", taken < MOVE_MS),
    ]


class Desk:
    """The moderator's board. Everything is asked about a board that just changed, so nothing is kept from before."""

    def __init__(self, server, gathering, cookie):
        self.server, self.gathering, self.cookie = server, gathering, cookie
        self.acts = itertools.count(1)
        self.proof_ms = self.proof()
        self.sessions = sorted(set(re.findall(r"session=(\d+)", self.page())), key=int)
        self.turns = itertools.cycle(self.sessions)

    def ask(self, method, path, fields=None):
        status, _, body = self.server.ask(method, f"{self.gathering}/{path}", fields, self.cookie)
        if status != (200 if method == "GET" else 303):
            sys.exit(f"bench: {method} {path} was answered with {status}:\n{body[:2000]}")
        return body

    def page(self, query=""):
        return self.ask("GET", f"console/board{query}")

    def act(self, path, **fields):
        self.ask("POST", path, {"act": f"bench-board-{next(self.acts):06}", **fields})

    def proof(self):
        with timed() as took:
            while "data-again" in self.page():
                time.sleep(0.01)
        return took()

    def lay(self):
        with timed() as took:
            self.act("board/plan")
        return took()

    def take_up(self):
        with timed() as took:
            self.page(f"?session={next(self.turns)}&move=1")
        return took()

    def swap(self):
        """One of the swaps that the page offers: the board is another one then."""
        page = self.page(f"?session={next(self.turns)}&move=1")
        forms = re.findall(r'<form method="post" action="[^"]*?/(sessions/\d+/swap)"[^>]*>(.*?)</form>', page, re.DOTALL)
        path, form = next((path, form) for path, form in forms if 'name="with"' in form)
        fields = dict(re.findall(r'name="([^"]*)" value="([^"]*)"', form))
        self.act(path, **{name: value for name, value in fields.items() if name not in ("act", "back")})

    def move(self):
        self.swap()
        with timed() as took:
            self.page()
        return took()

    def better(self):
        self.swap()
        with timed() as took:
            self.page("?better=1")
        return took()


@contextlib.contextmanager
def timed():
    began = time.perf_counter()
    yield lambda: (ended - began) * 1000
    ended = time.perf_counter()


@contextlib.contextmanager
def laying(desk):
    """A moderator who lays out without end."""
    with concurrent.futures.ThreadPoolExecutor() as pool:
        goes_on = [True]

        def lay():
            while goes_on:
                desk.lay()

        work = pool.submit(lay)
        try:
            yield
        finally:
            goes_on.clear()
        work.result()
