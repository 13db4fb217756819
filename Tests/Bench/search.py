"""What somebody waits for who searches: bin/bench search [--records N] [--entries N]

Makes a journal with so many released records, makes the lookup of it, and asks it. No HTTP, no page. Figures, and what
they mean: docs/performance.md
"""

import argparse
import contextlib
import pathlib
import shutil
import sqlite3
import statistics
import subprocess
import tempfile
import time

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
# Whole words, beginnings, parts, several words, common and seldom ones, a phrase, a misspelling.
QUERIES = [
    "Leerstand", "leerstandsmanagement", "management", "Bürgerbüro", "buergerbuero", "rathaus", "Rad", "bau", "amt",
    "Wärmeplan", "fachkräfte beratung", "digital werkstatt", "förderung antrag", "kataster", "schwimmbad", "hausarzt",
    "glasfaser netz", "straße", "strasse brücke", "verein", '"und die"', "jugend treff angebot", "und", "ver", "ung", "ehrenamt",
    "biotopverbund", "Spielplatzkonzept", "xyzzy", "kita", "personalrat", "werk", "haus", "plan", "hochwasser schutz",
]
AIM_MS = 20


def measured(program, folder):
    """How long the making took, and each answer after it, in milliseconds."""
    for file in folder.glob("lookup.sqlite*"):
        file.unlink()
    said = subprocess.run(
        [program, str(folder), "measure"], input="\n".join(QUERIES), check=True, capture_output=True, text=True).stdout
    made, *answers = [float(line) for line in said.split()]
    return made, answers


def scanned(folder):
    """What a search without an index takes: every text is looked through for the same words."""
    with contextlib.closing(sqlite3.connect(f"file:{folder}/lookup.sqlite?mode=ro", uri=True)) as database:
        times = []
        for query in QUERIES:
            words = query.replace('"', "").split()
            condition = " AND ".join(["title || ' ' || sentence || ' ' || points || ' ' || rest LIKE ?"] * len(words))
            began = time.perf_counter()
            database.execute(f"SELECT count(*) FROM holding WHERE {condition}", [f"%{word}%" for word in words]).fetchone()
            times.append((time.perf_counter() - began) * 1000)
    return times


def main(arguments, build):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=10_000, help="released records, fifty in each gathering")
    parser.add_argument("--entries", type=int, default=100_000, help="entries of the large journal; 0 leaves it out")
    options = parser.parse_args(arguments)
    fill = build("archive-fill")
    folder = pathlib.Path(tempfile.mkdtemp(prefix="bench-", dir=TOP / ".build"))
    try:
        measure(options, fill, folder, build)
    finally:
        shutil.rmtree(folder)


def measure(options, fill, folder, build):
    archive = folder / "archive"
    subprocess.run([fill, str(archive), str(max(options.records // 50, 1)), "50"], check=True)
    made, answers = measured(fill, archive)
    answers.sort()
    p50, p99 = statistics.median(answers), answers[int(len(answers) * .99)]
    like = statistics.median(scanned(archive))
    name = f"{options.records:,} records"
    print(f"{name}, lookup made anew   {made / 1000:.1f} s")
    print(f"{name}, search p50         {p50:.1f} ms")
    print(f"{name}, search p99         {p99:.1f} ms")
    print(f"{name}, slowest            {answers[-1]:.1f} ms")
    print(f"{name}, the same by LIKE   {like:.1f} ms, median")
    for file in ("lookup.sqlite", "journal.sqlite"):
        print(f"{file:32} {(archive / file).stat().st_size / 1e6:.0f} MB")
    if options.entries:
        large = folder / "large"
        subprocess.run(
            [build("journal-fill"), str(large), "20", str(options.entries)], check=True, stdout=subprocess.DEVNULL)
        print(f"{options.entries:,} entries, lookup made anew   {measured(fill, large)[0] / 1000:.2f} s")
    print(f"\n{'met   ' if p99 < AIM_MS else 'MISSED'}  search, p99: {p99:.1f} ms (under {AIM_MS} ms)")
    print(f"{'met   ' if p50 <= like / 4 else 'MISSED'}  search, p50, of LIKE: {p50 / like:.0%} (at most 25 %)")
