"""An open page is current within two seconds after an act, and comes back by itself after the server was away."""
import re

import pytest
from playwright.sync_api import expect

from halls import PEOPLE
from making import Hall, cookies

LIVE = 2_000
BACK = 15_000


def test_a_wish_on_one_phone_shows_on_the_same_persons_other_page(hall, screens):
    """The own marks follow, too: two pages of one device never say different things for long."""
    ada = hall.join(PEOPLE[0])
    topic = hall.propose(ada, "Innenstädte beleben")
    hall.enter("weighing")
    one = screen(screens, ada, "phone", f"{hall.path}/topics")
    expect(one.locator(f"#topic-{topic} .wish")).to_have_attribute("aria-checked", "false")
    hall.wish(ada, topic)
    expect(one.locator(f'[data-number="wishes/{topic}"]')).to_have_text("1", timeout=LIVE)
    expect(one.locator(f"#topic-{topic} .wish")).to_have_attribute("aria-checked", "true", timeout=LIVE)
