"""What live screens cost, and how fast they are: bin/bench live [--json] [--only PHASE,PHASE] [--program PATH] …

Phases: `levels` holds more and more streams and changes one thing at a time; `joining` lets a hall of phones in within a
minute, all behind one address; `storm` has a thousand wishes each second; `slow` has readers that stop reading, `gone`
readers that go. Figures, and what they mean: docs/performance.md
"""
import argparse
import asyncio
import gc
import json
import os
import pathlib
import resource
import shutil
import tempfile

import live_gone
import live_joining
import live_levels
import live_slow
import live_storm

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
PHASES = {
    "levels": live_levels.measure, "joining": live_joining.measure, "storm": live_storm.measure,
    "slow": live_slow.measure, "gone": live_gone.measure,
}


def parsed(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="one object a line instead of the table")
    parser.add_argument("--only", default=",".join(PHASES), help="phases, with commas between them")
    parser.add_argument("--program", help="a built program; without it the release build is made first")
    parser.add_argument("--people", type=int, default=600, help="participants of the demo, and phones that join")
    parser.add_argument("--levels", default="1000,5000,10000", help="how many streams, one level after the other")
    parser.add_argument("--changes", type=int, default=40, help="lone changes at each level")
    parser.add_argument("--phones", type=int, default=2_000, help="streams of the storm")
    parser.add_argument("--rate", type=int, default=1_000, help="wishes a second in the storm")
    parser.add_argument("--seconds", type=int, default=60, help="length of the joining and of the storm")
    return parser.parse_args(arguments)


class Report:
    """Rows of figures, and aims."""

    def __init__(self, options, program, folder):
        self.options, self.program, self.folder = options, program, folder
        self.rows = []
        self.aims = []

    def row(self, name, value, unit):
        self.rows.append({"name": name, "value": round(value, 3), "unit": unit})
        if not self.options.json:
            digits = 0 if abs(value) >= 1000 else 1 if abs(value) >= 10 else 2
            print(f"{name:64} {value:>12,.{digits}f}  {unit}", flush=True)
        return value

    def aim(self, name, value, unit, most):
        """`value` has to be below `most`."""
        self.aims.append(f"{'met   ' if value < most else 'MISSED'}  {name}: {value:,.2f} {unit} (under {most:,} {unit})")

    def tell(self):
        if self.options.json:
            for row in self.rows:
                print(json.dumps(row))
        else:
            print("\n" + "\n".join(self.aims))


def main(arguments, build):
    options = parsed(arguments)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    most = max(map(int, options.levels.split(",")))
    if hard < most + 600:
        raise SystemExit(f"bench: {most} streams need {most + 600} open files, this account may have {hard}")
    program = os.path.abspath(options.program) if options.program else build("tafelrunde")
    (TOP / ".build").mkdir(exist_ok=True)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="bench-", dir=TOP / ".build"))
    report = Report(options, program, folder)
    # What is kept for the whole run is not looked through again and again.
    gc.set_threshold(50_000, 50, 50)
    try:
        for phase in options.only.split(","):
            asyncio.run(PHASES[phase](report))
        report.tell()
    finally:
        shutil.rmtree(folder)
