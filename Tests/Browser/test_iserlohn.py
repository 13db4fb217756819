"""Thirty people, no agenda, no accounts: from the empty room to the next edition, on SQLite on disk.

One moderator with a tablet, the projector, a phone with Chromium and one with Firefox, twenty-eight people through
HTTP, and two without any phone. Every count on every screen is compared with a tally kept here.
"""
import os
import time

from iserlohn_counts import compare_everything
from iserlohn_evening import (
    end, export_three_ways, open_the_next_edition, print_the_report, read_as_a_stranger, say_four_words)
from iserlohn_hall import Iserlohn
from iserlohn_harvest import (
    ask_for_a_keeper, come_too_late, go_on_together, keep_a_name_inside, type_up_the_paper, write_together)
from iserlohn_morning import arrive, merge_twins, pitch, prepare, propose, weigh
from iserlohn_plan import change_the_plan, plan, publish
from iserlohn_running import disturb, run
from serving import REPOSITORY

# What a page may weigh that is looked at with every visit of the repository.
PICTURE_BYTES_MAX = 250_000


def test_a_barcamp_goes_from_the_empty_room_to_the_next_edition(server, screens, firefox, tmp_path):
    server.start("Claim")
    hall = Iserlohn(server, screens, tmp_path)

    for step in (prepare, arrive, propose, pitch, weigh, merge_twins, plan, change_the_plan, publish, run, take_picture,
                 disturb, compare_everything,
                 come_too_late, write_together, type_up_the_paper, keep_a_name_inside, ask_for_a_keeper, go_on_together,
                 say_four_words, end, read_as_a_stranger, print_the_report, export_three_ways, open_the_next_edition):
        begun = time.monotonic()
        step(hall)
        print(f"{step.__name__}: {time.monotonic() - begun:.1f} s")
    hall.leave()


def take_picture(hall):
    """The running board as the README shows it; TAFELRUNDE_PICTURES=1 puts it there."""
    hall.board_page.set_viewport_size({"width": 1280, "height": 860})
    picture = hall.board_page.screenshot(animations="disabled")
    assert len(picture) <= PICTURE_BYTES_MAX
    folders = [REPOSITORY / "screenshots/journeys"]
    if os.environ.get("TAFELRUNDE_PICTURES"):
        folders.append(REPOSITORY / "docs/pictures")
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "board.png").write_bytes(picture)
