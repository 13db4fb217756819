"""The program as it is shipped plans like the one that the Swift tests were built with."""
import os
import pathlib
import subprocess

from serving import BINARY

GOLDEN = pathlib.Path(__file__).resolve().parent.parent / "CommandTests/Golden"


def test_the_same_seed_gives_the_same_plan_in_every_build_and_under_load(tmp_path):
    plans = [tmp_path / f"{number}.json" for number in range(2 * (os.cpu_count() or 2))]
    words = [str(GOLDEN / "barcamp.json"), "--seed", "7", "--starts", "2", "--moves", "60000"]

    running = [subprocess.Popen([BINARY, "plan", *words, "-o", plan], stdout=subprocess.DEVNULL) for plan in plans]

    assert [process.wait() for process in running] == [0] * len(plans)
    assert {plan.read_bytes() for plan in plans} == {(GOLDEN / "plan.json").read_bytes()}
