"""nginx with deploy/nginx/newsroom.conf: how it forgets copies, and when it shows old ones."""

import http.client
import time

from tests.deploy.paper import HOME, OTHER, STORY, Page, away
from tests.deploy.servers import wait_for

FRONT = "nginx+http://127.0.0.1:8081"
# An answer that is old after a second, and then good only when the paper fails.
SHORT = "public, s-maxage=1, stale-if-error=86400"


def test_a_changed_page_is_new_at_once(nginx, paper):
    for packing in ("br", "gzip", ""):
        nginx.get(STORY, Accept_Encoding=packing)
    paper.pages[STORY].text = "The bridge is open."

    nginx.front.purge(["story:1"], [STORY], False)

    assert {nginx.get(STORY, Accept_Encoding=packing).text for packing in ("br", "gzip", "")} == {"The bridge is open."}


def test_another_page_stays(nginx, paper):
    nginx.get(OTHER)

    nginx.front.purge(["story:1"], [STORY, HOME], False)
    nginx.get(OTHER)

    assert paper.times(OTHER) == 1


def test_an_address_in_any_script_is_purged(nginx, paper):
    address = "/2026/11/26/%D7%A9%D7%9C%D7%95%D7%9D%20x/"
    paper.pages[address] = Page("Peace.")
    nginx.get(address)
    paper.pages[address].text = "War."

    nginx.front.purge([], [address], False)

    assert nginx.get(address).text == "War."


def test_after_a_takedown_no_copy_of_anything_is_left(nginx, paper):
    for path in (STORY, HOME, OTHER):
        nginx.get(path)
    paper.pages[STORY] = Page("Withdrawn.", status=410, kept=False)

    with away(paper):
        nginx.front.purge(["story:1"], [STORY], True)
        assert [nginx.get(path).status for path in (STORY, HOME, OTHER)] == [502, 502, 502]

    assert nginx.get(STORY).status == 410


def test_what_was_purged_is_kept_again(nginx, paper):
    nginx.get(STORY)
    nginx.front.purge([], [], True)
    nginx.get(STORY)
    nginx.get(STORY)

    assert paper.times(STORY) == 2


def test_old_copies_are_shown_while_the_paper_is_away(nginx, paper):
    paper.pages[STORY].control = SHORT
    nginx.get(STORY)

    with away(paper):
        time.sleep(2.1)
        assert nginx.get(STORY).text == "The bridge is closed."
        assert nginx.get(HOME).status == 502


def test_old_copies_are_shown_while_the_paper_fails(nginx, paper):
    paper.pages[STORY].control = SHORT
    nginx.get(STORY)
    paper.failing = True
    time.sleep(2.1)

    assert (nginx.get(STORY).status, nginx.get(STORY).text) == (200, "The bridge is closed.")
    assert paper.times(STORY) > 1


def test_while_a_new_copy_is_fetched_the_old_one_is_shown_but_not_for_ever(nginx, paper):
    paper.pages[STORY].control = "public, s-maxage=1, stale-while-revalidate=60"
    paper.pages[OTHER].control = "public, s-maxage=1"
    for path in (STORY, OTHER):
        nginx.get(path)
        paper.pages[path].text = "It is new."
    time.sleep(2.1)

    assert nginx.get(STORY).text == "The bridge is closed."
    assert nginx.get(OTHER).text == "It is new."
    wait_for(lambda: nginx.get(STORY).text == "It is new.")


def test_a_copy_that_is_still_good_is_not_sent_again(nginx, paper):
    paper.pages[STORY].seconds = 1
    nginx.get(STORY)

    wait_for(lambda: nginx.get(STORY).text and paper.times(STORY) > 1)

    assert "If-None-Match" in paper.heard[-1]
    assert nginx.get(STORY).text == "The bridge is closed."


def test_the_door_to_the_copies_shows_none(nginx):
    nginx.get(STORY)
    [copy] = [path for path in nginx.copies.rglob("*") if path.is_file()]
    door = http.client.HTTPConnection("127.0.0.1", nginx.door, timeout=30)

    door.request("GET", f"/{copy.relative_to(nginx.copies)}")
    answer = door.getresponse()

    assert answer.status == 403
    door.close()
