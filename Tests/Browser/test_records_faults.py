"""What goes wrong around a record: too much of it, two tabs, a session that is gone, a sheet of paper."""
import subprocess

from playwright.sync_api import expect

from recording import saved, text, writing
from screens import screen


def test_a_hundred_thousand_characters_stay_with_whoever_typed_them(hall, session, screens):
    screens.expected += ["422"]
    page = screen(screens, hall.guests[1], "phone", writing(hall, session))
    page.locator("[name=questions]").fill("Wer zahlt?")
    page.locator("[name=solutions]").fill("Rad und Bus. " * 7_700)
    error = page.locator(".field.wrong .error")
    expect(error).to_be_visible()
    assert page.evaluate("document.querySelector('[name=solutions]').value.length") == 100_100
    assert page.locator("[name=solutions]").get_attribute("aria-invalid") == "true"
    expect(page.locator("#record-said")).not_to_be_empty()
    assert text(hall, session, "questions") == "Wer zahlt?"
    assert text(hall, session, "solutions") == ""

    page.locator("[name=solutions]").fill("Rad und Bus.")
    expect(error).to_have_count(0)
    saved(page)
    assert text(hall, session, "solutions") == "Rad und Bus."


def test_more_than_the_server_takes_at_all_is_said_beside_the_field(hall, session, screens):
    screens.expected += ["413"]
    page = screen(screens, hall.guests[1], "phone", writing(hall, session))
    page.locator("[name=questions]").fill("Wer zahlt?")
    page.evaluate("""() => {
      const field = document.querySelector('[name=solutions]');
      field.value = '🚲'.repeat(100_000);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }""")
    expect(page.locator(".field.wrong .error")).to_be_visible()
    assert page.url.endswith("/writing")
    for _ in range(100):
        if text(hall, session, "questions") == "Wer zahlt?":
            break
        page.wait_for_timeout(100)
    assert text(hall, session, "questions") == "Wer zahlt?"
    assert page.evaluate("document.querySelector('[name=solutions]').value.length") == 200_000


def test_two_tabs_of_one_person_lose_nothing(hall, session, screens):
    first = screen(screens, hall.guests[1], "phone", writing(hall, session))
    second = first.context.new_page()
    second.goto(writing(hall, session))
    first.locator("[name=solutions]").press_sequentially("Aus dem ersten Reiter")
    second.locator("[name=questions]").press_sequentially("Aus dem zweiten Reiter")
    second.locator("[name=solutions]").press_sequentially("Auch aus dem zweiten")
    for page in (first, second):
        saved(page)
    both = text(hall, session, "solutions")
    assert "Aus dem ersten Reiter" in both and "Auch aus dem zweiten" in both
    assert text(hall, session, "questions") == "Aus dem zweiten Reiter"
    expect(first.locator("[name=questions]")).to_have_value("Aus dem zweiten Reiter")
    expect(first.locator("[name=solutions]")).to_have_value(both)


def test_a_note_for_what_was_withdrawn_meanwhile_is_kept_and_says_so(hall, session, screens):
    page = screen(screens, hall.guests[1], "phone", writing(hall, session))
    page.locator("[name=solutions]").press_sequentially("Noch vor dem Ende")
    hall.guests[0].get(f"{hall.path}/proposals/{session}")
    hall.guests[0].act("/withdrawal")
    page.locator("[name=questions]").press_sequentially("Und danach?")
    saved(page)
    expect(page.locator("#record-head .hint-bar")).to_contain_text("zurückgezogen")
    assert text(hall, session, "solutions") == "Noch vor dem Ende"
    assert text(hall, session, "questions") == "Und danach?"
    listed = hall.organiser.get(f"{hall.console}/records").text
    assert "Leerstand zählen" in listed


def test_the_sheet_is_one_page_of_paper_whose_code_leads_to_the_record(hall, session, screens, tmp_path):
    page = screen(screens, hall.organiser, "tablet", f"{hall.path}/print?what=records&session={session}")
    pdf = tmp_path / "sheet.pdf"
    page.pdf(path=pdf, prefer_css_page_size=True)
    said = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    facts = dict(line.split(":", 1) for line in said.splitlines())
    assert facts["Pages"].strip() == "1" and "A4" in facts["Page size"]

    words = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    for heading in ("Leerstand", "zählen", "Ausgangslage", "Offene Fragen", "Lösungen", "Nächste Schritte"):
        assert heading in words, words
    picture = tmp_path / "sheet"
    subprocess.run(["pdftoppm", "-r", "150", "-gray", "-png", "-singlefile", pdf, picture], check=True)
    read = subprocess.run(
        ["zbarimg", "--quiet", "--raw", f"{picture}.png"], capture_output=True, text=True, check=True)
    assert read.stdout.strip() == f"{hall.server.address}{writing(hall, session)}"
