"""bin/bench plan: how good the planner is, how fast, and how both grow with people and sessions.

For every instance of a folder the worst, median and best cost of several seeds at several CPU times, beside the
references; --growth draws what a move costs, and how far a tenth of a second is from ten, as an SVG.
"""

import argparse
import json
import math
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import venv

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
# Costs after 60 s of CP-SAT 9.15 on two cores, its bounds, and the best that anybody has found.
REFERENCES = {
    "b0060": (372, 372, 372), "b0120": (996, 909, 979), "b0400": (3545, 2728, 3019), "b1000": (11630, 3522, 9814),
    "poster": (312, 312, 312), "amsterdam-304": (3985, 3877, 3970),
}


def parsed(arguments):
    parser = argparse.ArgumentParser(prog="bin/bench plan", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    folder = os.environ.get("TAFELRUNDE_WISHES", str(TOP.parent / "shared/data/wishes"))
    parser.add_argument("--wishes", default=folder, help="the folder of instances; without it some are made up")
    parser.add_argument("--only", default="", help="names of instances, with commas between them")
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--seconds", default="0.1,1,10", help="CPU seconds of a start, with commas between them")
    parser.add_argument("--growth", metavar="SVG", help="measure the growth instead, and draw it into this file")
    parser.add_argument("--with-cpsat", type=float, metavar="SECONDS", help="run CP-SAT beside it, in a venv of its own")
    parser.add_argument("--json", action="store_true", help="one object a line instead of the table")
    parser.add_argument("--program", help="a built program; without it the release build is made first")
    return parser.parse_args(arguments)


class Planning:
    def __init__(self, options, program):
        self.options = options
        self.program = program
        self.seconds = [float(part) for part in options.seconds.split(",")]

    def plan(self, path, seed, seconds):
        return self.run(path, "--seed", str(seed), "--seconds", str(seconds))

    def run(self, path, *arguments):
        command = [self.program, "plan", str(path), "--json", *arguments]
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
        if answer.returncode != 0:
            sys.exit(f"bench: {' '.join(command)}\n{answer.stderr}")
        return json.loads(answer.stdout)

    def check(self, path, plan):
        """What the plan costs by a second opinion, which must be the same."""
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(plan["plan"], file)
            file.flush()
            checked = self.run(path, "--check", file.name)
        if checked["cost"] != plan["cost"] or checked["broken"]:
            sys.exit(f"bench: {path}: cost {plan['cost']}, but looked over it is {checked}")

    def table(self):
        for name, path in self.instances():
            known = REFERENCES.get(name)
            bound = self.run(path, "--moves", "0", "--bound")
            rows = []
            for seconds in self.seconds:
                plans = [self.plan(path, seed, seconds) for seed in range(1, self.options.seeds + 1)]
                self.check(path, plans[0])
                rows.append((seconds, sorted(plan["cost"] for plan in plans), plans))
            self.tell(name, path, known, bound, rows)

    def instances(self):
        folder = pathlib.Path(self.options.wishes)
        if not folder.is_dir():
            folder = pathlib.Path(tempfile.mkdtemp())
            for people in (60, 120, 400, 1000):
                (folder / f"made-{people}.json").write_text(json.dumps(made(people)))
        wanted = [name for name in self.options.only.split(",") if name]
        return [(path.stem, path) for path in sorted(folder.glob("*.json")) if not wanted or path.stem in wanted]

    def tell(self, name, path, known, bound, rows):
        best = known[2] if known else min(costs[0] for _, costs, _ in rows)
        if self.options.json:
            for seconds, costs, plans in rows:
                speed = statistics.median(plan["movesPerSecond"] for plan in plans)
                print(json.dumps({"name": name, "seconds": seconds, "costs": costs, "best known": best,
                                  "bound": bound["bound"], "moves a second": speed}))
            return
        print(f"\n{name}: best known {best}", end="")
        if known:
            print(f", CP-SAT after 60 s {known[0]}, its bound {known[1]}", end="")
        print(f"; own bound {bound['bound']} in {bound['boundSeconds']:.2f} s")
        if self.options.with_cpsat:
            print("  CP-SAT now: %s, bound %s" % cpsat(path, self.options.with_cpsat))
        print("  seconds     worst             median            best              million moves/s")
        for seconds, costs, plans in rows:
            cells = "".join(f"{cost:>8} {100 * cost / best - 100:+6.2f} % "
                            for cost in (costs[-1], statistics.median_low(costs), costs[0]))
            speed = statistics.median(plan["movesPerSecond"] for plan in plans) / 1e6
            print(f"  {seconds:<7g}{cells}{speed:>10.1f}")
        sys.stdout.flush()

    def growth(self):
        """Time of a move, and cost after a tenth of a second over that after ten, for ever larger barcamps."""
        points = []
        for people in (40, 80, 160, 300, 600, 1000, 1500, 2000):
            with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
                json.dump(made(people), file)
                file.flush()
                short = [self.plan(file.name, seed, 0.1) for seed in range(1, 6)]
                long = self.plan(file.name, 1, 10)
            nanoseconds = 1e9 / statistics.median(plan["movesPerSecond"] for plan in short)
            best = min([long["cost"]] + [plan["cost"] for plan in short])
            gap = 100 * statistics.median(plan["cost"] for plan in short) / best - 100
            sessions = len(short[0]["plan"]["slot"])
            points.append((people, sessions, nanoseconds, gap))
            print(f"{people} people, {sessions} sessions: {nanoseconds:.0f} ns a move, {gap:+.2f} % after 0.1 s")
        pathlib.Path(self.options.growth).write_text(drawn(points))


def made(people):
    """A barcamp of so many people: some topics many want, each person's taste leans to one of six fields."""
    chance = random.Random(people)
    slots = 4 if people < 100 else 6 if people < 700 else 8
    sessions = round(2.9 * math.sqrt(people))
    rooms = -(-sessions // slots) + 1
    field = [chance.randrange(6) for _ in range(sessions)]
    appeal = [1 / (1 + chance.random() * 12) for _ in range(sessions)]
    interests, hosts = [], [[chance.randrange(people)] for _ in range(sessions)]
    for person in range(people):
        taste = chance.randrange(6)
        liking = [appeal[s] * (3 if field[s] == taste else 1) * chance.random() for s in range(sessions)]
        ranked = sorted(range(sessions), key=lambda s: -liking[s])[:chance.randint(4, 3 * slots)]
        for place, session in enumerate(ranked):
            weight = 4 if person in hosts[session] else 3 - 3 * place // (len(ranked) + 1)
            interests.append([person, session, max(1, weight)])
    seats = [max(4, round(people / slots * 1.1 / (1 + 0.35 * room))) for room in range(rooms)]
    return {
        "slots": slots, "participants": people, "interests": interests, "overCapacityWeight": 1,
        "rooms": [{"capacity": count, "features": ["projector"] if room % 3 else []} for room, count in enumerate(seats)],
        "sessions": [{"hosts": hosts[s], "needs": ["projector"] if s % 4 == 0 else []} for s in range(sessions)],
        "hostUnavailable": [[hosts[s][0], s % slots] for s in range(0, sessions, 9)],
        "precedences": [[0, 1], [2, 3]],
    }


def drawn(points):
    """Two curves over people: nanoseconds of a move, and percent above the best."""
    width, height, left, top = 640, 300, 56, 30
    span = math.log(points[-1][0] / points[0][0])
    most_time = max(point[2] for point in points) * 1.15
    most_gap = max(2.0, max(point[3] for point in points) * 1.15)

    def x(people):
        return left + (width - 2 * left) * math.log(people / points[0][0]) / span

    def line(column, most):
        return " ".join(f"{x(point[0]):.0f},{top + (height - 2 * top) * (1 - point[column] / most):.0f}" for point in points)

    bottom = height - top
    marks = "".join(f'<text x="{x(point[0]):.0f}" y="{bottom + 18}" text-anchor="middle">{point[0]}</text>' for point in points)
    ends = "".join(
        f'<text x="{place}" y="{at}" text-anchor="{anchor}">{words}</text>' for place, at, anchor, words in (
            (left - 6, top + 4, "end", f"{most_time:.0f} ns"), (left - 6, bottom + 4, "end", "0"),
            (width - left + 6, top + 4, "start", f"{most_gap:.1f} %"), (width - left + 6, bottom + 4, "start", "0")))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" font-family="sans-serif" '
        f'font-size="12" fill="#444"><title>Growth of the planner with people</title><rect width="{width}" '
        f'height="{height}" fill="#fff"/><path d="M{left},{top}V{bottom}H{width - left}V{top}" fill="none" '
        f'stroke="#999"/>{marks}{ends}<polyline points="{line(2, most_time)}" fill="none" stroke="#1d5c8f" '
        f'stroke-width="2.5"/><polyline points="{line(3, most_gap)}" fill="none" stroke="#b04a1f" stroke-width="2.5" '
        f'stroke-dasharray="6 4"/><text x="{left + 12}" y="{top + 14}" fill="#1d5c8f">time of a move</text>'
        f'<text x="{left + 12}" y="{top + 32}" fill="#b04a1f">cost after 0.1 s above the best known</text>'
        f'<text x="{width / 2:.0f}" y="{height - 2}" text-anchor="middle">people</text></svg>\n')


def cpsat(path, seconds):
    """Cost and bound of CP-SAT, which comes from the package registry into a venv beside the build."""
    home = TOP / ".build/cpsat"
    python = home / "bin/python"
    if not python.exists():
        venv.create(home, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "ortools"], check=True)
    answer = subprocess.run([python, TOP / "Tests/Bench/cpsat.py", path, str(seconds)],
                            capture_output=True, text=True, check=True)
    return tuple(answer.stdout.split())


def main(arguments, build):
    options = parsed(arguments)
    planning = Planning(options, os.path.abspath(options.program) if options.program else build("tafelrunde"))
    if options.growth:
        planning.growth()
    else:
        planning.table()
