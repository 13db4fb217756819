"""Four people write into one record at once, one of them on a bad line; what is released stays while others go on."""
import re

from playwright.sync_api import expect

from recording import on_a_bad_line, saved, text, write_on, writing
from screens import screen, send


def test_four_write_at_once_and_every_word_is_there(hall, session, screens, firefox):
    screens.expected += ["Failed to load resource: net::ERR_FAILED", "ERR_FAILED"]
    engines = (None, None, firefox, None)
    pages = [screen(screens, guest, "phone", writing(hall, session), engine=engine)
             for guest, engine in zip(hall.guests, engines)]
    for page in pages:
        expect(page.locator("#record-keeping")).to_contain_text("Wer schreibt mit?")
    on_a_bad_line(pages[3])

    for turn in range(3):
        for number, page in enumerate(pages):
            write_on(page, f"wer{number} was{turn}")
    for page in pages:
        saved(page)
    wanted = {f"wer{number} was{turn}" for number in range(4) for turn in range(3)}
    for page in pages:
        # Everybody sees what everybody wrote, without a tap.
        for line in wanted:
            expect(page.locator("[name=solutions]")).to_have_value(re.compile(re.escape(line)))
    lines = [line for line in text(hall, session, "solutions").splitlines() if line.strip()]
    assert sorted(lines) == sorted(wanted)


def test_the_caret_stays_where_somebody_writes(hall, session, screens):
    ada, bo = [screen(screens, guest, "phone", writing(hall, session)) for guest in hall.guests[:2]]
    field = ada.locator("[name=solutions]")
    field.fill("Oben\nUnten")
    saved(ada)
    expect(bo.locator("[name=solutions]")).to_have_value("Oben\nUnten")
    bo.locator("[name=solutions]").press("ControlOrMeta+Home")
    bo.locator("[name=solutions]").press_sequentially("Ganz oben")
    bo.locator("[name=solutions]").press("Enter")
    expect(field).to_have_value("Ganz oben\nOben\nUnten")
    field.press_sequentially(" und weiter")
    saved(ada)
    expect(bo.locator("[name=solutions]")).to_have_value("Ganz oben\nOben\nUnten und weiter")


def test_who_is_about_to_write_into_an_empty_field_keeps_a_line_of_their_own(hall, session, screens):
    ada, bo = [screen(screens, guest, "phone", writing(hall, session)) for guest in hall.guests[:2]]
    bo.locator("[name=solutions]").click()
    cem = screen(screens, hall.guests[2], "phone", writing(hall, session))
    cem.locator("[name=solutions]").press("Enter")
    ada.locator("[name=solutions]").fill("Jeden Monat zehn Anrufe.")
    for page, line in ((bo, "Eine Karte."), (cem, "Ein Besuch.")):
        expect(page.locator("[name=solutions]")).to_have_value(re.compile("Jeden Monat zehn Anrufe."))
        page.locator("[name=solutions]").press_sequentially(line)
    for page in (ada, bo, cem):
        saved(page)
    assert sorted(text(hall, session, "solutions").splitlines()) == [
        "Ein Besuch.", "Eine Karte.", "Jeden Monat zehn Anrufe."]


def test_of_two_versions_somebody_chooses_one(hall, session, screens):
    # A service worker would fetch past the test.
    screens.expected += ["net::ERR_FAILED", "registration blocked"]
    ada, bo = [
        screen(screens, guest, "phone", writing(hall, session), service_workers="block") for guest in hall.guests[:2]]
    ada.locator("[name=questions]").fill("Es kostet 5 Euro")
    expect(bo.locator("[name=questions]")).to_have_value("Es kostet 5 Euro")
    # Both change the same word before they hear of each other.
    bo.route("**/writing", lambda route: route.abort() if route.request.method == "GET" else route.continue_())
    ada.locator("[name=questions]").fill("Es kostet 6 Euro")
    saved(ada)
    hall.guests[2].get(writing(hall, session))
    expect(ada.locator("[name=questions]")).to_have_value("Es kostet 6 Euro")
    bo.locator("[name=questions]").fill("Es kostet 7 Euro")
    expect(ada.locator(".clash")).to_contain_text("Es kostet 7 Euro")
    assert text(hall, session, "questions").splitlines() == ["Es kostet 6 Euro", "Es kostet 7 Euro"]
    ada.locator(".clash button").nth(1).click()
    expect(ada.locator(".clash")).to_have_count(0)
    expect(ada.locator("[name=questions]")).to_have_value("Es kostet 7 Euro")


def test_what_was_released_stays_until_it_is_released_anew(hall, session, screens):
    host, other = [screen(screens, guest, "phone", writing(hall, session)) for guest in hall.guests[:2]]
    stranger = screens.phone()
    host.locator("[name=solutions]").fill("Jeden Monat zehn Anrufe.")
    saved(host)
    host.goto(f"{hall.path}/records/{session}")
    send(host, host.locator('form[action$="/release"]'))
    expect(host.locator(".record-state")).to_contain_text("freigegeben")
    stranger.goto(f"{hall.path}/records/{session}")
    expect(stranger.locator("main")).to_contain_text("Jeden Monat zehn Anrufe.")

    expect(other.locator("[name=solutions]")).to_have_value("Jeden Monat zehn Anrufe.")
    other.locator("[name=solutions]").fill("Jede Woche drei Anrufe.")
    saved(other)
    # The host's open page hears of it.
    expect(host.locator(".record-state")).to_contain_text("Entwurf")
    expect(host.locator("main")).to_contain_text("Jede Woche drei Anrufe.")
    stranger.reload()
    expect(stranger.locator("main")).to_contain_text("Jeden Monat zehn Anrufe.")
    expect(stranger.locator("main")).not_to_contain_text("Jede Woche")

    send(host, host.locator('form[action$="/release"]'))
    stranger.reload()
    expect(stranger.locator("main")).to_contain_text("Jede Woche drei Anrufe.")
    console = hall.organiser.get(f"{hall.console}/records")
    assert "Alle Sessions haben eine Mitschrift" in console.text


def test_a_step_that_is_emptied_is_saved_once(hall, session, screens):
    ada, bo = [screen(screens, guest, "phone", writing(hall, session)) for guest in hall.guests[:2]]
    what = ada.locator(".record-step textarea").first
    what.fill("Antrag stellen")
    expect(bo.locator(".record-step textarea").first).to_have_value("Antrag stellen")
    posts = []
    ada.on("request", lambda request: posts.append(request) if request.method == "POST" else None)
    with ada.expect_response(lambda answer: answer.request.method == "POST"):
        what.fill("")
    expect(bo.locator(".record-step textarea").first).to_have_value("")
    ada.wait_for_timeout(4000)
    assert len(posts) == 1


def test_an_own_act_in_another_tab_leaves_the_form_alone(hall, session, screens):
    screens.expected += ["net::ERR_FAILED"]
    page = screen(screens, hall.guests[1], "phone", writing(hall, session))
    page.route("**/writing", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.locator("[name=solutions]").fill("Noch nicht angekommen")
    page.locator("h1").click()
    going = next(form for form in hall.guests[1].get(hall.path).forms if form.action.endswith("/attendance"))
    hall.guests[1].send(going)
    page.wait_for_timeout(1500)
    expect(page.locator("[name=solutions]")).to_have_value("Noch nicht angekommen")
    page.unroute("**/writing")
    expect(page.locator("[name=solutions]")).to_have_value("Noch nicht angekommen")


def test_words_that_were_swapped_meanwhile_are_not_released(hall, session, screens):
    screens.expected += ["409"]
    host, other = [screen(screens, guest, "phone", writing(hall, session)) for guest in hall.guests[:2]]
    host.locator("[name=solutions]").fill("Jeden Monat zehn Anrufe.")
    expect(other.locator("[name=solutions]")).to_have_value("Jeden Monat zehn Anrufe.")
    host.goto(f"{hall.path}/records/{session}")
    other.locator("[name=solutions]").fill("Etwas ganz anderes.")
    expect(host.locator("main")).to_contain_text("Etwas ganz anderes.")
    send(host, host.locator('form[action$="/release"]'))
    expect(host.locator("main")).to_contain_text("Inzwischen hat jemand weitergeschrieben")
    stranger = screens.phone()
    stranger.goto(f"{hall.path}/records/{session}")
    expect(stranger.locator("main")).not_to_contain_text("Etwas ganz anderes.")


def test_typed_without_a_network_it_goes_out_from_the_next_page(hall, session, screens):
    screens.expected += ["net::ERR_FAILED"]
    page = screen(screens, hall.guests[0], "phone", writing(hall, session))
    page.route("**/writing", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.locator("[name=solutions]").fill("Im Keller getippt")
    expect(page.locator("#record-saving")).to_contain_text("Kein Netz")
    page.locator("[name=chatham]").check()
    page.unroute("**/writing")
    page.goto(hall.path)
    page.goto(f"{hall.path}/records/{session}")
    expect(page.locator("main")).to_contain_text("Im Keller getippt")
    expect(page.locator("main")).to_contain_text("Chatham-House-Regel")


def test_typed_up_from_paper_without_a_script(hall, session, screens):
    page = screen(screens, hall.guests[1], "phone", writing(hall, session), java_script_enabled=False)
    page.locator("[name=startingPoint]").fill("Vom Blatt")
    page.get_by_text("Vom Blatt abgetippt?").click()
    page.locator("[name=paperAuthor]").fill("Paul")
    page.locator("#writing button.primary").click()
    expect(page.locator("[name=startingPoint]")).to_have_value("Vom Blatt")
    page.goto(f"{hall.path}/records/{session}")
    expect(page.locator("main")).to_contain_text("Paul (auf Papier)")


def test_what_has_not_arrived_survives_a_reload(hall, session, screens):
    page = screen(screens, hall.guests[0], "phone", writing(hall, session))
    screens.expected += ["net::ERR_FAILED"]
    page.route("**/writing", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.locator("[name=solutions]").fill("Noch nicht angekommen")
    expect(page.locator("#record-saving")).to_contain_text("Kein Netz")
    page.unroute("**/writing")
    page.reload()
    expect(page.locator("[name=solutions]")).to_have_value("Noch nicht angekommen")
    saved(page)
    assert text(hall, session, "solutions") == "Noch nicht angekommen"
