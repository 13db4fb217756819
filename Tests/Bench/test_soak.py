"""The soak itself: a short one finds nothing, and whatever grows, leaks or gets lost ends it with a sentence."""
import dataclasses
import os
import pathlib
import re
import subprocess

import pytest

from soak_limits import Found, Tenth, broken

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("TAFELRUNDE_BINARY", REPOSITORY / ".build/release/tafelrunde")

TENTH = Tenth(
    seconds=360, memory_kb=80_000, streams=200, sockets_beyond=3, gone_lately=24, waiting_bytes=0, acts=7_000, act_ms=4)
WELL = Found(
    minutes=60, tenths=[TENTH] * 11, done={}, acknowledged=72_000, kept=72_000, refused=[], wrong_screens=0, sockets_left=0)


def with_tenth(number, **fields):
    tenths = list(WELL.tenths)
    tenths[number] = dataclasses.replace(TENTH, **fields)
    return dataclasses.replace(WELL, tenths=tenths)


def test_a_short_soak_loses_nothing_and_leaves_nothing():
    command = [REPOSITORY / "bin/soak", "--minutes", "0.2", "--phones", "40", "--people", "30", "--program", BINARY]
    run = subprocess.run(command, capture_output=True, text=True, timeout=240)
    assert run.returncode == 0, run.stdout + run.stderr
    acknowledged, kept = re.search(r"acts acknowledged: ([\d,]+), in the journal: ([\d,]+)", run.stdout).groups()
    assert acknowledged == kept != "0"
    assert "screens with wrong counts in the end: 0\nsockets left after everybody had gone: 0\n" in run.stdout
    assert run.stdout.endswith("no limit was broken\n")


def test_where_nothing_grows_no_limit_is_broken():
    assert broken(WELL) == []


@pytest.mark.parametrize("found, sentence", [
    (dataclasses.replace(WELL, kept=71_999), "72000 acts were acknowledged, but the journal holds 71999"),
    (dataclasses.replace(WELL, kept=72_001), "72000 acts were acknowledged, but the journal holds 72001"),
    (dataclasses.replace(WELL, acknowledged=0, kept=0), "no act was acknowledged"),
    (dataclasses.replace(WELL, refused=["a stream: Refused(409)"]), "1 requests were refused, the first: a stream: Refused(409)"),
    (dataclasses.replace(WELL, wrong_screens=1), "1 screens showed other counts in the end than the tally"),
    (dataclasses.replace(WELL, sockets_left=1), "1 sockets stayed open after everybody had gone"),
    (with_tenth(4, sockets_beyond=25), "tenth 4: 25 sockets more than open pages, of which 24 went lately"),
    (with_tenth(4, waiting_bytes=65_537), "tenth 4: 65537 bytes waited for readers that read"),
    (with_tenth(10, memory_kb=92_097), "memory grew from 80000 kB to 92097 kB, more than to 92096 kB"),
])
def test_each_limit_is_told_when_it_is_broken(found, sentence):
    assert broken(found) == [sentence]


@pytest.mark.parametrize("found", [
    with_tenth(4, sockets_beyond=24), with_tenth(4, waiting_bytes=65_536), with_tenth(10, memory_kb=92_096),
])
def test_at_a_limit_nothing_is_broken(found):
    assert broken(found) == []


def test_memory_of_a_few_minutes_is_not_judged():
    growing = with_tenth(10, memory_kb=160_000)
    assert broken(dataclasses.replace(growing, minutes=9)) == []
    assert len(broken(dataclasses.replace(growing, minutes=10))) == 1
