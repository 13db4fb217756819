"""What remains of the day: on a page, on paper, as Markdown and as data; and what must stand in none of them."""
import json
import re
import threading

import pytest
from axe_playwright_python.sync_playwright import Axe

from documenting import RELEASED, SECRETS, run_the_day
from making import Hall
from paper import print_report

CHAPTERS = ["Steckbrief", "Wie der Tag lief", "Was herauskam", "Offene Fragen", "Der Sessionplan"]


@pytest.fixture
def day(server):
    """A day with the longest of names, that is over."""
    server.start("Claim")
    hall = Hall(server, title="21. Runder Tisch „Willkommen in Südwestfalen“")
    hall.enter("arriving")
    hall.sessions = run_the_day(hall)
    yield hall
    hall.leave()


@pytest.mark.parametrize("size", ["phone", "tablet", "projector", "narrow"])
def test_the_page_fits_and_can_be_read_by_everybody(day, screens, size, validator):
    _, _, html = day.visitor("a stranger").ask("GET", f"{day.path}/documentation")
    assert validator.findings(html) == []
    for scheme in ("light", "dark"):
        page = screens.open(size, color_scheme=scheme)
        page.goto(f"{day.path}/documentation")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        for chapter in CHAPTERS:
            assert page.get_by_role("heading", name=chapter, exact=True, level=2).count() == 1
    page.get_by_role("link", name="Offene Fragen").click()
    assert page.url.endswith("#questions")
    page.locator("#questions a").first.click()
    assert re.search(r"#session-\d+$", page.url)


def test_printed_it_is_a_report_with_every_heading_and_no_line_cut(day, screens, firefox, tmp_path):
    said = [line for text in RELEASED.values() for line in text.split("\n")]
    for engine in (screens.chromium, firefox):
        print_report(screens, engine, f"{day.path}/documentation", tmp_path / f"{engine.browser_type.name}.pdf", said)


def test_exported_three_ways_it_says_the_same_and_nothing_that_must_stay_inside(day, server, screens, tmp_path):
    stranger = day.visitor("a stranger")
    for form, ending in (("html", ""), ("markdown", ".md"), ("json", ".json")):
        file = tmp_path / f"out.{form}"
        done = server.run("export", "--as", form, "-o", file)
        assert done.returncode == 0, done.stderr
        exported = file.read_text()
        _, headers, served = stranger.ask("GET", f"{day.path}/documentation{ending}")
        if form != "html":
            assert exported == served
        for text in (exported, served):
            assert "Attendorn ruft jeden Monat zehn Leute an" in text and "Einmal im Monat zählen" in text
            assert [secret for secret in SECRETS if secret in text] == []
            assert "noindex" in text or form != "html"

    told = json.loads((tmp_path / "out.json").read_text())
    by_title = {session["title"]: session for session in told["sessions"]}
    assert len(by_title) == len(day.sessions)
    draft = by_title["Innenstädte kreativ beleben"]
    assert draft["status"] == "draft" and "record" not in draft
    quiet = by_title["Neubürger gewinnen und willkommen heißen"]
    assert quiet["isChatham"] and "hosts" not in quiet and "goingOn" not in quiet["record"]

    # The file alone, as it comes by mail.
    alone = screens.chromium.new_context().new_page()
    asked = []
    alone.on("request", lambda request: asked.append(request.url))
    alone.goto((tmp_path / "out.html").as_uri())
    assert alone.locator("h1").evaluate("node => parseFloat(getComputedStyle(node).fontSize)") > 30
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    alone.context.close()


def test_while_four_people_type_every_export_is_whole(hall, server, session):
    """What is not released yet, and half of what is, stands in none of them."""
    hall.guests[0].get(f"{hall.path}/records/{session}/writing")
    hall.guests[0].act("/writing", solutions="Erste Fassung.", questions="Erste Frage?")
    hall.guests[0].get(f"{hall.path}/records/{session}")
    hall.guests[0].act("/release")
    stop = threading.Event()

    def type_on(visitor, number):
        turn = 0
        while not stop.is_set():
            turn += 1
            visitor.get(f"{hall.path}/records/{session}/writing")
            visitor.act("/writing", **{f"keyPoint{number}": f"Entwurf {number} {turn}"})

    threads = [threading.Thread(target=type_on, args=(guest, number)) for number, guest in enumerate(hall.guests[1:], 1)]
    for thread in threads:
        thread.start()
    try:
        for _ in range(10):
            done = server.run("export", "--as", "json")
            assert done.returncode == 0, done.stderr
            record = json.loads(done.stdout)["sessions"][0]["record"]
            assert record["solutions"] == ["Erste Fassung."] and record["questions"] == ["Erste Frage?"]
            assert record["keyPoints"] == []
    finally:
        stop.set()
        for thread in threads:
            thread.join()
