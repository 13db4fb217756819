"""What remains of the day: on a page, on paper, as Markdown and as data; and what must stand in none of them."""
import json
import re
import subprocess
import threading

import pytest
from axe_playwright_python.sync_playwright import Axe

from documenting import RELEASED, SECRETS, run_the_day
from making import Hall

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


def lines(pdf, *options):
    return subprocess.run(["pdftotext", *options, pdf, "-"], capture_output=True, text=True, check=True).stdout


def together(text):
    """As one line: where a report breaks its lines is no matter of its words."""
    return re.sub(r"\s+", " ", text)


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


def test_printed_it_is_a_report_with_every_heading_and_no_line_cut(day, screens, tmp_path):
    page = screens.open("tablet")
    page.goto(f"{day.path}/documentation")
    headings = page.locator("main :is(h1, h2, h3, h4)").all_inner_texts()
    pdf = tmp_path / "report.pdf"
    page.pdf(path=pdf, prefer_css_page_size=True)

    facts = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    assert "A4" in facts
    text = together(lines(pdf))
    for heading in headings:
        if heading.strip() and heading != "Inhalt":
            assert together(heading).strip() in text, heading
    for said in RELEASED.values():
        for line in said.split("\n"):
            assert line in text, line
    # Every word lies on the paper, with a centimetre around it.
    boxes = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">', lines(pdf, "-bbox"))
    assert len(boxes) > 100
    for left, top, right, bottom in (map(float, box) for box in boxes):
        assert 40 <= left and right <= 595 - 40 and 28 <= top and bottom <= 842 - 28
    assert "Markdown" not in text and "Impressum" not in text


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
