"""Lays out one instance with CP-SAT: cpsat.py FILE SECONDS prints the cost found and the bound proven."""

import collections
import json
import sys

from ortools.sat.python import cp_model


def main(path, seconds):
    with open(path, encoding="utf-8") as file:
        task = json.load(file)
    model = cp_model.CpModel()
    slots, rooms, sessions = range(task["slots"]), task["rooms"], task["sessions"]
    wanting = collections.defaultdict(list)
    for person, session, weight in task["interests"]:
        wanting[session].append((person, weight))

    absent = {tuple(pair) for pair in task.get("hostUnavailable", [])}
    stands = {}
    for s, session in enumerate(sessions):
        for t in slots:
            for r, room in enumerate(rooms):
                misses = set(session.get("needs", [])) - set(room.get("features", []))
                is_fixed = session.get("fixedSlot") not in (None, t)
                if not misses and not is_fixed and not any((host, t) in absent for host in session["hosts"]):
                    stands[s, t, r] = model.new_bool_var("")
        places = [var for (other, _, _), var in stands.items() if other == s]
        model.add_at_most_one(places) if session.get("fixedSlot") is None else model.add_exactly_one(places)
    for t in slots:
        for r in range(len(rooms)):
            model.add_at_most_one(var for (_, u, q), var in stands.items() if (u, q) == (t, r))

    runs = {(s, t): sum(stands[s, t, r] for r in range(len(rooms)) if (s, t, r) in stands)
            for s in range(len(sessions)) for t in slots}
    for host in {host for session in sessions for host in session["hosts"]}:
        own = [s for s, session in enumerate(sessions) if host in session["hosts"]]
        for t in slots:
            model.add(sum(runs[s, t] for s in own) <= 1)
    for before, after in task.get("precedences", []):
        for t in slots:
            model.add(runs[after, t] + sum(runs[before, u] for u in slots if u >= t) <= 1)

    wishes = collections.defaultdict(list)
    for session, people in wanting.items():
        for person, weight in people:
            wishes[person].append((session, weight))
    attained = []
    for own in wishes.values():
        for t in slots:
            for level in range(1, max(weight for _, weight in own) + 1):
                comes = model.new_bool_var("")
                model.add(comes <= sum(runs[s, t] for s, weight in own if weight >= level))
                attained.append(comes)
    overflow = sum(var * max(0, len(wanting[s]) - rooms[r]["capacity"]) for (s, _, r), var in stands.items())
    total = sum(weight for _, _, weight in task["interests"])
    model.minimize(total - sum(attained) + task.get("overCapacityWeight", 1) * overflow)

    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 2
    solver.solve(model)
    print(round(solver.objective_value), round(solver.best_objective_bound))


main(sys.argv[1], float(sys.argv[2]))
